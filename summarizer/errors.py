"""Why a text cannot be briefed.

NutgrafError                 everything the project raises on purpose
├── NotAnArticle             `kind` says what it is: home page, listing, video, podcast, shop, profile, error page
├── EmptyPage                nothing to read: needs JavaScript, or holds no text
│   └── NotText              a file that is no page, text, mail or PDF; `what` says what it is
├── ConsentPage              a cookie or consent wall stands in front
├── SignInNeeded             a paywall or log-in with no text to brief
├── OtherLanguage            not English; `language` is its code
├── TooLong                  more `characters` than are read at once, which is `most`
├── MalformedUrl             not a web address
└── ModelMissing             no language model of that name is installed; `name` is the one asked for

handlers/domain/errors.py carries the tree on with what happens on the way to a page and in Slack.
"""

from __future__ import annotations

from typing import Literal


class NutgrafError(Exception):
    """Root of everything raised on purpose; its text is for the log, never for a reader."""


PageKind = Literal["home page", "listing", "video", "podcast", "shop", "profile", "error page", "other"]


class NotAnArticle(NutgrafError):
    def __init__(self, url: str = "", kind: PageKind = "other") -> None:
        super().__init__(url, kind)
        self.kind = kind


class EmptyPage(NutgrafError):
    pass


class NotText(EmptyPage):
    def __init__(self, url: str = "", what: str = "a file without text") -> None:
        super().__init__(url, what)
        self.what = what


class ConsentPage(NutgrafError):
    pass


class SignInNeeded(NutgrafError):
    pass


class OtherLanguage(NutgrafError):
    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class TooLong(NutgrafError):
    def __init__(self, characters: int, most: int) -> None:
        super().__init__(characters, most)
        self.characters = characters
        self.most = most


class MalformedUrl(NutgrafError):
    pass


class ModelMissing(NutgrafError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

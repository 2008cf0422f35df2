"""Why a source that somebody named in a terminal gives no brief: one sentence that names it and says what to do there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.domain import errors as page
from handlers.domain.sentences import language_of
from summarizer import errors as text

WHY: Mapping[type[BaseException], str] = {
    text.NotAnArticle: "not a single article; give the page of one story.",
    text.EmptyPage: "there is no text to read in it; it may need a browser, or be a scan or a locked file.",
    text.ConsentPage: "a cookie or consent page stands in front of the article; save the page from a browser, and give that file.",
    text.SignInNeeded: "the article is behind a sign-in or paywall; save the page from a browser, and give that file.",
    text.MalformedUrl: "not a web address.",
    page.BadAddress: "only http and https links on their usual ports are opened.",
    page.PrivateAddress: "it leads inside a private network; name its host in NUTGRAF_ALLOWED_HOSTS to have it opened.",
    page.Unreachable: "the site cannot be reached; check the link and the connection.",
    page.NotFound: "the site says that there is no such page.",
    page.Refused: "the site does not let Nutgraf read it; save the page from a browser, and give that file.",
    page.Throttled: "the site asks to come back later; try again in a few minutes.",
    page.ServerTrouble: "the site has a fault; try again in a few minutes.",
    page.TooManyRedirects: "it leads from address to address and to no article; give the address that a browser ends up at.",
    page.TooLarge: "the page is too large.",
    page.TookTooLong: "the site took too long to answer; try again in a few minutes.",
    page.UnsupportedContent: "it is no web page, text or PDF; give the article's own page.",
}


def refusal(source: str, error: BaseException) -> str | None:
    """The sentence for an error that lies in the source; None where it lies elsewhere, as with a missing model."""
    for kind in type(error).__mro__:
        if kind in SPECIFIC:
            return f"{source}: {SPECIFIC[kind](error)}"
        if kind in WHY:
            return f"{source}: {WHY[kind]}"
    return None


def not_text(error: BaseException) -> str:
    """What the file is."""
    return f"{getattr(error, 'what', '')}, which is not read; save its text as PDF, HTML or plain text, and give that file."


def other_language(error: BaseException) -> str:
    """Which language it is in."""
    name = language_of(error)
    return f"it is {f'in {name}' if name else 'not in English'}, and only English is briefed."


def too_long(error: BaseException) -> str:
    """How long it is, and how long it may be."""
    characters, most = getattr(error, "characters", 0), getattr(error, "most", 0)
    return f"it has {characters:,} characters, and at most {most:,} are read at once; give it in parts."


SPECIFIC: Mapping[type[BaseException], Callable[[BaseException], str]] = {
    text.NotText: not_text,
    text.OtherLanguage: other_language,
    text.TooLong: too_long,
}

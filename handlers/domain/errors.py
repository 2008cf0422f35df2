"""What goes wrong on the way to a page and in Slack.

NutgrafError (summarizer/errors.py, with what makes a text unfit for a brief)
├── PageError                the page at `url` could not be had
│   ├── BadAddress           not fetched by rule: scheme, port, credentials in it, malformed
│   ├── PrivateAddress       leads inside a network
│   ├── Unreachable          no such host, connection refused or broken off, bad certificate
│   ├── NotFound             404, 410
│   ├── Refused              401, 402, 403, 451 and their like; `status`
│   ├── Throttled            429: asked too often; `retry_after` in seconds or None
│   ├── ServerTrouble        5xx; `status`, `retry_after` in seconds or None
│   ├── Disallowed           robots.txt asks robots not to read it; only when nobody has shared the link
│   ├── TooManyRedirects     a chain or loop, or a step down from https to http
│   ├── TooLarge             more bytes than a page may have, or a decompression bomb
│   ├── TookTooLong          the deadline over the whole fetch passed
│   ├── UnsupportedContent   not HTML, plain text or a PDF; `content_type`
│   └── ReadingFailed        it came, but its reading did not end or ended a process
├── DeliveryError            a message did not reach Slack
│   ├── RateLimited          Slack asks to wait `retry_after` seconds
│   ├── SlackRefused         Slack said no with `code`; `permanent`: asking again will not help
│   └── SlackUnreachable     no answer from Slack
├── ArchiveTrouble           the archive's file cannot be used; when it can again, everything goes on
│   ├── DiskFull             no room left
│   ├── ReadOnly             we may not write to it
│   ├── Locked               another program holds it
│   ├── Damaged              it is no whole database
│   ├── Unusable             it cannot be opened, or the disk fails
│   └── NewerArchive         a newer release has made it or brought it up to date
├── NoArchive                there is none in `folder`, and what was asked for does not make one
├── ForeignWorkspace         a request of a workspace that has not installed the app
└── AlreadyRunning           another process is the desk of the data folder

Every argument is in `args`, so that an error survives the way out of a reading process (pickle).
"""

from __future__ import annotations

from summarizer.errors import NutgrafError

GAVE_UP = "gave_up"  # in the place of Slack's code: it was away too long


class PageError(NutgrafError):
    """The page at `url` could not be had. `reason` is for the log."""

    def __init__(self, url: str, reason: str = "") -> None:
        super().__init__(url, reason)
        self.url = url
        self.reason = reason

    def __str__(self) -> str:
        detail = ", ".join(str(part) for part in self.args[1:] if part not in ("", None))
        name = f"{type(self).__name__} at {self.url}"
        return f"{name}: {detail}" if detail else name


class BadAddress(PageError):
    pass


class PrivateAddress(PageError):
    pass


class Unreachable(PageError):
    pass


class NotFound(PageError):
    pass


class TooManyRedirects(PageError):
    pass


class TooLarge(PageError):
    pass


class TookTooLong(PageError):
    pass


class Refused(PageError):
    """The site answers but does not hand out the page."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url)
        self.args = (url, status)
        self.status = status


class ServerTrouble(PageError):
    """The site has a fault of its own; `retry_after` in seconds when it says how long."""

    def __init__(self, url: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(url)
        self.args = (url, status, retry_after)
        self.status = status
        self.retry_after = retry_after


class Disallowed(PageError):
    pass


class Throttled(PageError):
    """The site wants fewer requests; `retry_after` in seconds when it says how long."""

    def __init__(self, url: str, retry_after: float | None = None) -> None:
        super().__init__(url)
        self.args = (url, retry_after)
        self.retry_after = retry_after


class UnsupportedContent(PageError):
    """The address leads to something that is no text page."""

    def __init__(self, url: str, content_type: str) -> None:
        super().__init__(url)
        self.args = (url, content_type)
        self.content_type = content_type


class ReadingFailed(PageError):
    pass


class DeliveryError(NutgrafError):
    """A message did not reach Slack."""


class RateLimited(DeliveryError):
    """Slack wants `retry_after` seconds of quiet first."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class SlackRefused(DeliveryError):
    """Slack answered with the error `code`; when `permanent`, the same call will never work."""

    def __init__(self, code: str, permanent: bool) -> None:  # noqa: FBT001  # one fact, read as such
        super().__init__(code, permanent)
        self.code = code
        self.permanent = permanent


class SlackUnreachable(DeliveryError):
    """No answer, for `reason`. Slack may still act on the request for `wait` seconds, when that is not None."""

    def __init__(self, reason: str = "", wait: float | None = None) -> None:
        super().__init__(reason)
        self.args = (reason, wait)
        self.reason = reason
        self.wait = wait


class NoArchive(NutgrafError):
    """There is no archive in `folder`, and what was asked for does not make one."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


class ForeignWorkspace(NutgrafError):
    """A request, signed by Slack, of the workspace `team`, which has not installed the app."""


class AlreadyRunning(NutgrafError):
    """Another process is the desk of the data folder."""


class ArchiveTrouble(NutgrafError):
    """The archive's file cannot be used."""


class DiskFull(ArchiveTrouble):
    pass


class ReadOnly(ArchiveTrouble):
    pass


class Locked(ArchiveTrouble):
    pass


class Damaged(ArchiveTrouble):
    pass


class Unusable(ArchiveTrouble):
    pass


class NewerArchive(ArchiveTrouble):
    pass

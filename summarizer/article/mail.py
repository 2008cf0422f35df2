"""A saved mail: its subject, who sent it when, and its message without heads, signature and attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from summarizer.article.charset import decode
from summarizer.article.dates import parse_date
from summarizer.article.names import is_name
from summarizer.article.paragraphs import tidy

ANSWERED = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
QUOTED_LINE = re.compile(r"^[ \t]*>.*\n?", re.MULTILINE)
QUOTE_MARK = re.compile(r"^[ \t]*(?:> ?)+", re.MULTILINE)
ANSWERED_ABOVE = re.compile(r"^On \S.{5,150} wrote:[ \t]*$", re.MULTILINE)
# Of a plain part; a shorter one says "this mail is in HTML", or that another mail is passed on.
FEWEST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. `text` is markup when `is_html`. Who sent it is a person (`author`) or not (`organization`)."""

    subject: str | None
    author: tuple[str, ...]
    organization: str | None
    sent: datetime | None
    text: str
    is_html: bool = False


def parse_mail(body: bytes) -> Mail:
    """The mail in a file, or pasted with its heads."""
    message = message_from_bytes(body.lstrip(b"\xef\xbb\xbf\r\n"))
    author, organization = sender_of(head_of(message, "From"))
    text, is_html = message_text(message)
    return Mail(
        subject=ANSWERED.sub("", tidy(head_of(message, "Subject"))) or None,
        author=author,
        organization=organization,
        sent=parse_date(head_of(message, "Date") or head_of(message, "Sent")),
        text=text,
        is_html=is_html,
    )


def sender_of(head: str) -> tuple[tuple[str, ...], str | None]:
    """The person or the body that sent a mail. What may be either is told by the mailbox; neither where it does not tell."""
    name, address = parseaddr(head)
    name = tidy(name)
    mailbox, _, domain = address.lower().partition("@")
    parts = [part.lower() for part in name.split() if len(part) > 1]
    if name and (not is_name(name) or any(part in domain for part in parts)):
        return (), name
    return ((name,) if any(part in mailbox for part in parts) else ()), None


def message_text(message: Message) -> tuple[str, bool]:
    """The words of a mail, and whether they are markup: the plain part where there is a real one."""
    plain, markup = part_of(message, "text/plain"), part_of(message, "text/html")
    if markup and len(plain.strip()) < FEWEST_LETTERS:
        return markup, True
    return own_words(SIGNATURE.sub("", plain)), False


def own_words(plain: str) -> str:
    """A plain mail without the mail that it answers; that mail's words where it only passes them on."""
    own = ANSWERED_ABOVE.sub("", QUOTED_LINE.sub("", plain))
    return own if len(own.strip()) >= FEWEST_LETTERS else QUOTE_MARK.sub("", plain)


def part_of(message: Message, kind: str) -> str:
    """The first part of a kind that is no attachment."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            return decode(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""
    return ""


def head_of(message: Message, name: str) -> str:
    """The words of a head, whichever way its letters are written."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    written = decode(str(raw).encode("ascii", "surrogateescape"))
    try:
        return str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, UnicodeError):
        return written

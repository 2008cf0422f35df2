"""Saved mails are read; what is neither page, text, mail nor PDF is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from summarizer.article import article_from_text, article_of_page, read_page
from summarizer.errors import NotText
from tests.summarizer.article.pages import STORY

SENT = "Wed, 11 Mar 2026 09:30:00 +0100"
BODY = "\n\n".join(STORY)
URL = "file:///release.eml"


def mail(
    sender="Harbour Trust Press Office <press@harbour.example>", subject="FW: Skerrin pier stays closed"
):
    """A mail with heads and no message yet."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, "desk@courier.example", subject, SENT
    return made


def test_a_mail_has_its_subject_as_title_and_no_heads_or_signature():
    """Whoever sent it is its outlet, unless it is a person."""
    made = mail()
    made.set_content(f"FOR IMMEDIATE RELEASE\n\n{BODY}\n\n-- \nPress office\nTel. 555 0100\n")
    article = article_of_page(bytes(made), URL)
    assert (article.title, article.text) == ("Skerrin pier stays closed", BODY)
    assert (article.outlet, article.byline) == ("Harbour Trust Press Office", ())
    assert article.published == datetime(2026, 3, 11, 8, 30, tzinfo=UTC)
    assert article.published.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Ada Rook <a.rook@harbour.example>", None, ("Ada Rook",)),
        ("Skerrin Trust <press@skerrin-trust.example>", "Skerrin Trust", ()),
        ("Ada Rook <press@harbour.example>", None, ()),
        ("press@harbour.example", None, ()),
    ],
)
def test_a_sender_is_a_person_or_a_body(sender, outlet, byline):
    """The mailbox tells which; where it does not, the brief names neither."""
    made = mail(sender)
    made.set_content(BODY)
    article = article_of_page(bytes(made), URL)
    assert (article.outlet, article.byline) == (outlet, byline)


def test_a_mail_in_html_is_read_as_a_page():
    """Where its plain part is missing or says nothing."""
    made = mail()
    made.set_content("This mail is in HTML.")
    made.add_alternative("<html><body>" + "".join(f"<p>{one}</p>" for one in STORY), subtype="html")
    made.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="plan.zip")
    article = article_of_page(bytes(made), URL)
    assert article.text == BODY
    assert article.title == "Skerrin pier stays closed"


def test_letters_of_every_kind_of_head_are_read():
    """Written as bytes, as mail programs should not, or in code words."""
    raw = f"From: Zoë Groß <zoë@a.example>\nTo: desk\nSubject: Brücke bleibt zu\nDate: {SENT}\n\n{BODY}"
    article = read_page(raw.encode(), URL)
    assert (article.title, article.byline) == ("Brücke bleibt zu", ("Zoë Groß",))
    coded = raw.replace("Brücke bleibt zu", "=?utf-8?q?Br=C3=BCcke_bleibt_zu?=")
    assert read_page(coded.encode(), URL).title == "Brücke bleibt zu"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("FOR IMMEDIATE RELEASE\n\nPier stays closed until May\n\n", "Pier stays closed until May"),
        (
            "PRESS RELEASE\nContact: Ada Rook, 555 0100\nPier stays closed until May\n",
            "Pier stays closed until May",
        ),
        ("*** EMBARGOED UNTIL 6 A.M. FRIDAY ***\n\n", None),
        ("From: Ada Rook\n\n", None),
        ("Subject: Pier stays closed until May\n\n", "Pier stays closed until May"),
    ],
)
def test_lines_that_say_what_a_text_is_are_no_title(head, title):
    """The headline below them is."""
    article = article_from_text(head + BODY, "file:///a.txt")
    assert (article.title, article.text) == (title, BODY)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04\x14\x00photo.jpg", "a packed file"),
        (rb"{\rtf1\ansi The council said so.}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a Word, Excel or Outlook file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 20, "a file without text"),
    ],
)
def test_a_file_of_another_kind_is_named(body, what):
    """By its bytes, whatever it is called; no byte of it is taken for words."""
    for read in (article_of_page, read_page):
        with pytest.raises(NotText) as raised:
            read(body, "file:///a.txt")
        assert raised.value.what == what


HEADS = b"From: Ada Rook <a.rook@pier.example>\nTo: desk@town.example\nSubject: Re: Pier\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n"
ANSWERED = (
    "> The pier will be closed until May, the harbour office said on Monday.\n> Nobody may fish from it.\n"
)
ANSWER = "The harbour office has changed its mind, and the pier opens on the first of April, its head said."


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (f"{ANSWER}\n\nOn Mon, 2 Mar 2026 at 09:12, Desk <desk@town.example> wrote:\n\n{ANSWERED}", ANSWER),
        (f"FYI\n\n{ANSWERED}", ANSWERED.replace("> ", "").replace("\n", " ").strip()),
    ],
)
def test_the_mail_that_is_answered_is_no_part_of_the_answer(message, text):
    """Where a mail only passes another one on, that one's words are the text."""
    read = read_page(HEADS + message.encode(), "file:///a.eml").text
    assert " ".join(read.removeprefix("FYI").split()) == text

"""PDFs as articles: what a press office sends, and what wants to break a reader."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from pypdf import PdfWriter

from summarizer.article import article_from_pdf, article_of_page, read_pdf
from summarizer.errors import EmptyPage, OtherLanguage
from tests.summarizer.article.pages import STORY, page
from tests.summarizer.article.pdfs import column, pdf

URL = "https://town.example/pool.pdf"
FIRST = [
    "The town council voted on Monday to keep the swimming",
    "pool open for another year, and to ask a long-",
    "term partner to pay for the roof, which is in a bad condi-",
    "tion after three winters of heavy snow.",
    "",
    "“We are not closing the only place where children learn",
    "to swim,” Mayor Ada Rowe said after the vote. The coun-",
]
SECOND = [
    "cil will look at the plan again in May.",
    "",
    "Two councillors voted against it, saying that no long-term",
    "plan would help a roof in that condition.",
]
PARAGRAPHS = [
    "The town council voted on Monday to keep the swimming pool open for another year, and to ask a long-term partner to pay for the roof, which is in a bad condition after three winters of heavy snow.",
    "“We are not closing the only place where children learn to swim,” Mayor Ada Rowe said after the vote. The council will look at the plan again in May.",
    "Two councillors voted against it, saying that no long-term plan would help a roof in that condition.",
]


def furniture(number):
    """Running head and page number."""
    return [(72, 30, 9, f"Town of Rowe – Press release {number}"), (300, 770, 9, f"Page {number} of 2")]


def release(title=None):
    """A press release of two pages."""
    first = [*furniture(1), (72, 70, 20, "Pool stays open"), *column(FIRST)]
    return pdf(first, [*furniture(2), *column(SECOND, top=60)], title=title)


def test_a_press_release_is_read_as_paragraphs():
    """Lines, cut words and the page break are joined; heads, feet and the headline are not in the text."""
    article = article_from_pdf(release(), URL)
    assert article.text.split("\n\n") == PARAGRAPHS
    assert (article.title, article.language, article.canonical_url) == ("Pool stays open", "en", URL)
    assert article.dropped.boilerplate_lines == 4


def test_a_heading_inside_is_a_subhead():
    """Larger than the text, smaller than the headline: a paragraph of its own."""
    body = [(72, 70, 20, "Pool stays open"), *column(FIRST[:4]), (72, 180, 14, "What comes next")]
    article = article_from_pdf(pdf([*body, *column(SECOND[2:], top=204)]), URL)
    assert article.text.split("\n\n") == [PARAGRAPHS[0], "What comes next", PARAGRAPHS[2]]


def test_two_columns_are_read_one_after_the_other():
    """As they are drawn; a sentence goes on at the top of the next column."""
    left, right = column(FIRST, x=50), column(SECOND, x=320)
    assert article_from_pdf(pdf(left + right), URL).text.split("\n\n") == PARAGRAPHS


def test_a_footnote_does_not_stand_in_the_sentence():
    """Small print at the foot of the page is left out, the sentence goes on over the page."""
    first = [
        *column(FIRST),
        (72, 700, 7, "1 Snow is measured at the town hall."),
        (72, 710, 7, "2 As of May."),
    ]
    assert article_from_pdf(pdf(first, column(SECOND)), URL).text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("claim", "title"), [("Pool to stay open", "Pool to stay open"), ("release_final.docx", None)]
)
def test_the_title_of_the_properties_counts_when_it_is_one(claim, title):
    """Without a headline on the page; a file's name is no title."""
    assert article_from_pdf(pdf(column(FIRST), title=claim), URL).title == title


def locked(password):
    """A PDF that is encrypted, with RC4, which pypdf reads by itself."""
    writer = PdfWriter(BytesIO(release()))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        locked("secret"),
        pdf([]),
        pdf([], []),
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"rubbish " * 1000,
        release()[:200],
    ],
    ids=["locked", "one empty page", "two empty pages", "head only", "rubbish", "cut off"],
)
def test_a_pdf_without_words_is_an_empty_page(body):
    """Locked, scanned, broken: one reason for the reporter."""
    with pytest.raises(EmptyPage):
        article_from_pdf(body, URL)
    assert read_pdf(body, URL).text == ""


def test_a_pdf_that_only_forbids_printing_is_read():
    """Locked for the owner alone, open to readers."""
    assert article_from_pdf(locked(""), URL).text.split("\n\n") == PARAGRAPHS


def test_a_pdf_in_another_language_says_so():
    """As pages do."""
    german = (
        "Der Stadtrat hat am Montag beschlossen, das Bad offen zu halten, obwohl die Kosten für den Betrieb gestiegen sind.",
        "Zwei Mitglieder stimmten dagegen, weil das Dach nach ihrer Ansicht keinen weiteren Winter mehr aushalten wird.",
        "Die Bürgermeisterin sagte, dass es der einzige Ort in der Stadt sei, an dem Kinder schwimmen lernen können.",
    )
    with pytest.raises(OtherLanguage):
        article_from_pdf(pdf(column(german)), URL)


def test_what_a_body_is_is_told_by_its_bytes():
    """A PDF served as HTML, HTML served as a PDF, text served as HTML, a file without type."""
    assert article_of_page(release(), URL, "text/html").text == article_from_pdf(release(), URL).text
    for kind in ("application/pdf", "text/plain", ""):
        assert article_of_page(page(), URL, kind).text.split("\n\n") == list(STORY)
    plain = "\n\n".join(STORY).encode()
    for kind in ("text/html", "text/plain", "application/pdf", ""):
        assert article_of_page(plain, URL, kind, "no-such-charset").text.split("\n\n") == list(STORY)


def test_a_page_that_draws_too_much_is_passed_over():
    """A drawing of many megabytes costs a bound amount of work."""
    body = pdf([(72, 100, 11, "x" * 90)] * 70_000)
    assert len(body) < 1_000_000
    assert read_pdf(body, URL).text == ""


@pytest.mark.slow
def test_broken_bytes_make_no_crash():
    """Two hundred ways to damage a file, each time the same."""
    chance = random.Random(7)  # noqa: S311  # no secret
    for _ in range(200):
        body = bytearray(release())
        for _ in range(chance.randrange(1, 30)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        assert isinstance(read_pdf(bytes(body), URL).text, str)

"""Bytes to text, whatever they claim to be."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import read_html
from summarizer.article.charset import decode
from tests.summarizer.article.pages import page

ENGLISH = "The café’s owner said “no”, and asked for €5."
JAPANESE = "市議会は月曜日、プールをもう一年開けておくことを決めた。市長は費用が増えたと述べた。"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (ENGLISH.encode("utf-8"), "utf-8"),
        (ENGLISH.encode("utf-8"), None),
        (ENGLISH.encode("utf-8"), "iso-8859-1"),
        (b"<meta charset=latin1>" + ENGLISH.encode("utf-8"), None),
        (ENGLISH.encode("cp1252"), "windows-1252"),
        (ENGLISH.encode("cp1252"), "iso-8859-1"),
        (ENGLISH.encode("cp1252"), "utf-8"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
            + ENGLISH.encode("cp1252"),
            "utf-8",
        ),
        (codecs.BOM_UTF8 + ENGLISH.encode("utf-8"), "iso-8859-1"),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "utf-8"),
        (ENGLISH.encode("utf-16-le"), None),
        (ENGLISH.encode("utf-8"), "no-such-charset"),
        (ENGLISH.encode("utf-8"), "hex"),
    ],
)
def test_english_is_read_under_every_claim(body, header):
    """Marks beat bytes, valid UTF-8 beats claims, a claim that fails gives way to the next."""
    assert decode(body, header).endswith(ENGLISH)


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp"])
def test_declared_japanese_is_read(charset):
    """By the header or by the page's own meta element."""
    encoded = JAPANESE.encode(charset)
    assert decode(encoded, charset) == JAPANESE
    assert decode(b'<meta charset="' + charset.encode() + b'">' + encoded).endswith(JAPANESE)


@pytest.mark.parametrize("header", ["utf-8", "iso-8859-1", None])
@pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\xef\xbf\xbd"])
def test_one_bad_byte_makes_no_other_charset_of_a_page(bad, header):
    """UTF-8 with a torn letter, or with the mark of one that was lost before, is UTF-8 with one U+FFFD."""
    body = b"<p>" + (ENGLISH * 3).encode() + bad + b" harbours</p>"
    assert decode(body, header) == f"<p>{ENGLISH * 3}\ufffd harbours</p>"


def test_two_letters_that_look_like_utf8_do_not_turn_a_western_page_into_it():
    """One pair of letters in cp1252 happens to be valid UTF-8; the many others are not."""
    text = "São Tomé’s “né Â© café” cost €5, said Zoë."
    assert decode(text.encode("cp1252"), "windows-1252") == text


def test_a_few_broken_bytes_cost_only_themselves():
    """A page in UTF-8 with a torn letter stays readable."""
    body = page().replace("“We".encode(), b"\xe2\x80We")
    text = read_html(body, "https://town.example/pool", "utf-8").text
    assert "are not closing the only place" in text
    assert "1.2 million crowns" in text


@pytest.mark.parametrize("charset", ["latin-1", "cp1252"])
def test_letters_that_were_encoded_twice_are_put_right(charset):
    """A page was read in a western charset and saved as UTF-8 before it came."""
    text = "The café’s owner said “no” – and asked for €5."
    twice = "".join(
        piece.encode().decode(charset, "ignore") if charset == "latin-1" else in_cp1252(piece)
        for piece in text
    )
    assert decode(twice.encode()) == text


def in_cp1252(letter):
    """A letter's bytes as that charset shows them, and as controls where it has nothing."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in letter.encode())


@pytest.mark.parametrize("text", ["SÃO TOMÉ: “NÃO”", "Ã© stands in a table of signs.", "gâteau, Â and âme"])
def test_letters_of_other_languages_stay_as_they_are(text):
    """One pair that looks so is chance."""
    assert decode(text.encode()) == text


def test_controls_and_nuls_are_taken_out():
    """No parser sees them, and none of them splits a word."""
    assert decode(b"po\x00ol \x07stays\r\nopen") == "pool stays\nopen"


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "hex", "undefined", "idna", "\x00", "x" * 200]),
)
def test_any_bytes_are_some_text(body, charset):
    """Nothing fails, and no half characters come out."""
    text = decode(body, charset)
    assert text.encode("utf-8").decode("utf-8") == text

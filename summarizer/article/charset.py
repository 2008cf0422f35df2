"""Bytes to text. Never fails: what cannot be read becomes U+FFFD."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

# Longest first: the UTF-32 mark begins with the UTF-16 one.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names (WHATWG): a superset that pages really use.
READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
META = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
META_WITHIN = 4096  # browsers look at 1024 bytes; pages with long comments put it later
DETECT_WITHIN = 20_000  # bytes shown to the detector, whose time grows with them
WESTERN_SHARE = 0.2  # of bytes beyond ASCII: English has under .02, French .04, Cyrillic and Greek over .4
REPLACEMENT = "\ufffd"
# Characters of several bytes that are valid, for each bad byte. In another charset two letters in a row have to look
# like one of UTF-8 by chance: French prose in cp1252 has none for some hundred bad bytes.
GOOD_FOR_A_BAD = 4
# Letters of UTF-8 that were read in a western charset: the byte that begins one, then those that go on, as latin-1 or as
# cp1252 shows them. A mark or an accent is two or three of them; two alone may be a capital before a mark.
BYTE_OF = {
    character: byte for byte in range(0x80, 0xA0) if (character := bytes([byte]).decode("cp1252", "ignore"))
}
GOES_ON = f"[\x80-\xbf{''.join(BYTE_OF)}]"
TWICE = re.compile(f"[ÂÃ]{GOES_ON}|[âï]{GOES_ON}{{2}}|ð{GOES_ON}{{3}}")
TWICE_FOR_SURE = re.compile(f"â[\x80€]{GOES_ON}|[ÂÃ][\x80-\x9f]")
FEWEST_TWICE = 3
# And the private character by which posts are marked on their way (posts.py).
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ue000\ufffe\uffff]")


def decode(body: bytes, charset: str | None = None) -> str:
    """`body` as text; `charset` is the header's. Order: mark, UTF-8 but for a few bytes, header, meta, detection."""
    for mark, codec in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return clean(body[len(mark) :].decode(codec, "replace"))
    fallback: str | None = None
    for codec in candidates(body, charset):
        try:
            text = body.decode(codec, "replace")
        except ValueError:  # a few codecs cannot replace
            continue
        if REPLACEMENT not in text or (codec == "utf-8" and is_nearly_utf8(body, text)):
            return clean(text)
        if fallback is None or text.count(REPLACEMENT) < fallback.count(REPLACEMENT):
            fallback = text
    return clean(fallback or "")


def is_nearly_utf8(body: bytes, text: str) -> bool:
    """Whether UTF-8 was read in `body` but for a bad byte here and there. U+FFFD that the page holds itself is valid."""
    bad = text.count(REPLACEMENT) - body.count(REPLACEMENT.encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return bad == 0 or good >= GOOD_FOR_A_BAD * bad


def candidates(body: bytes, charset: str | None) -> Iterator[str]:
    """Codecs to try, likeliest first. Text with non-ASCII letters that is UTF-8, or nearly, is UTF-8 whatever it claims."""
    declared = [codec for codec in (codec_named(charset), codec_named(meta_charset(body))) if codec]
    seven_bit = [codec for codec in declared if codec.startswith(("utf-16", "utf-32", "iso2022", "hz"))]
    utf16 = utf16_without_mark(body)
    yield from [utf16] if utf16 else []
    yield from seven_bit
    yield "utf-8"
    yield from declared
    if is_mostly_ascii(body):
        yield "cp1252"
    yield from detected(body)
    yield "cp1252"


def codec_named(name: str | None) -> str | None:
    """Python's codec for a declared name, as browsers read it; None when unknown."""
    try:
        codec = codecs.lookup((name or "").strip("\"' ")).name
        "".encode(codec)  # bytes-to-bytes codecs (hex, zip) have names, too
    except (LookupError, ValueError, TypeError):
        return None
    return READ_AS.get(codec, codec)


def meta_charset(body: bytes) -> str | None:
    """The charset a page names in itself."""
    found = META.search(body[:META_WITHIN])
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def utf16_without_mark(body: bytes) -> str | None:
    """UTF-16 shows as a NUL in every second byte of markup, and hardly any between them."""
    start = body[:200]
    first, second = start[::2].count(0), start[1::2].count(0)
    if not start or first + second < len(start) * 0.3 or min(first, second) > 0.1 * max(first, second):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def is_mostly_ascii(body: bytes) -> bool:
    """Whether only marks and accents are beyond ASCII, as in western text, where a detector guesses at random."""
    start = body[:DETECT_WITHIN]
    return len(start) - len(start.decode("ascii", "ignore")) < WESTERN_SHARE * len(start)


def detected(body: bytes) -> Iterator[str]:
    """What the bytes look like."""
    best = from_bytes(body[:DETECT_WITHIN]).best()
    if best is not None:
        yield best.encoding


def clean(text: str) -> str:
    """`text` without what no parser wants: NULs and other controls, half characters, letters encoded twice."""
    return CONTROL.sub("", with_single_letters(text).replace("\r\n", "\n").replace("\r", "\n"))


def with_single_letters(text: str) -> str:
    """`text` with what was read as a western charset and written as UTF-8 once too often put right: "EarthÃ¢Â€Â™s"."""
    is_garbled = TWICE_FOR_SURE.search(text) or len(TWICE.findall(text)) >= FEWEST_TWICE
    return TWICE.sub(letter_of, text) if is_garbled else text


def letter_of(found: re.Match[str]) -> str:
    """The letter that a run stands for; the run itself when it stands for none."""
    try:
        return bytes(BYTE_OF.get(character, ord(character)) for character in found[0]).decode("utf-8")
    except ValueError:
        return found[0]

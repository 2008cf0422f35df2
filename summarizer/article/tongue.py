"""Which language a text is in: by its letters, then by the share of its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.text.lexicon import kinds_of

SHOWN = 3000  # characters looked at; the shares are steady long before
WORD = re.compile(r"[^\W_]+")  # cut at apostrophes: "d'une" is two of the commonest words
FEWEST_WORDS = 20  # below it a text says too little about its language
# Share of function words. English prose has .33 to .50, tables and lists of names .15; text in other languages has
# under .08 of English ones, and .20 to .45 of its own.
ENOUGH_ENGLISH = 0.14
ENOUGH_OTHER = 0.12

SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
# Share of a text's letters above which its script decides: names in another script stay below it. Japanese counts
# from less, since most of its letters are shared with Chinese.
SCRIPT_SHARE = 0.3
KANA_SHARE = 0.1
PERSIAN_LETTERS, URDU_LETTERS = re.compile(r"[پچژگ]"), re.compile(r"[ٹڈڑے]")
UKRAINIAN_LETTERS, SERBIAN_LETTERS, BULGARIAN_WORDS = (
    re.compile(r"[іїєґ]"),
    re.compile(r"[ђјљњћџ]"),
    {"на", "се", "от", "да", "със"},
)

# A list of its own for English too: it counts words that tell English from other languages ("said", "their"), also those
# that a topic may have, and its thresholds hold for just these.
VOCABULARIES = {code: frozenset(words.split()) for code, words in kinds_of("common_words").items()}


def detect_language(text: str, claimed: str | None = None) -> str | None:
    """The text's language as two letters; the page's claim where the text does not say."""
    sample = text[:SHOWN]
    script = by_script(sample)
    if script:
        return script
    tokens = WORD.findall(sample.lower())
    if len(tokens) < FEWEST_WORDS:
        return claimed
    shares = word_shares(tokens)
    best = max(shares, key=lambda code: shares[code])
    if best == "en" or (shares["en"] >= ENOUGH_ENGLISH and shares["en"] >= 0.6 * shares[best]):
        return "en" if shares["en"] >= ENOUGH_ENGLISH else claimed
    return best if shares[best] >= ENOUGH_OTHER else claimed


def word_shares(tokens: list[str]) -> dict[str, float]:
    """For each language, the share of the words that are among its commonest."""
    counts = Counter(tokens)
    return {
        code: sum(counts[word] for word in vocabulary if word in counts) / len(tokens)
        for code, vocabulary in VOCABULARIES.items()
    }


def by_script(sample: str) -> str | None:
    """The language that a script belongs to, when most letters are of it."""
    letters = sum(map(str.isalpha, sample))
    for code, pattern in SCRIPTS:
        needed = KANA_SHARE if code == "ja" else SCRIPT_SHARE
        if letters >= FEWEST_WORDS and len(pattern.findall(sample)) >= needed * letters:
            return neighbour(code, sample.lower())
    return None


def neighbour(code: str, sample: str) -> str:
    """The language among those that share a script, by the letters only it has."""
    if code == "ar":
        return "ur" if URDU_LETTERS.search(sample) else "fa" if PERSIAN_LETTERS.search(sample) else "ar"
    if code == "ru":
        if UKRAINIAN_LETTERS.search(sample):
            return "uk"
        if SERBIAN_LETTERS.search(sample):
            return "sr"
        return "ru" if re.search("[ыэ]", sample) else "bg" if BULGARIAN_WORDS & set(sample.split()) else "ru"
    return code

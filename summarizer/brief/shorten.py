"""A long line said in fewer words: sentences of a quotation, a clause without what hangs on it; the whole stays within reach."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from summarizer.brief.bounds import paired
from summarizer.brief.leaning import NOTHING, Known, leaning_of
from summarizer.brief.shown import ELLIPSIS
from summarizer.model import Bullet
from summarizer.text.lexicon import alternatives
from summarizer.text.negations import NEGATIONS
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.words import stem, words

MOST_WORDS = 26  # of a quotation that is cut
MOST_WORDS_WHOLE = (
    40  # of one that may be shown whole instead, where it weighs more than what fits in its place
)
# A clause keeps so many words where it loses as many as the second number or more.
FEWEST_KEPT, FEWEST_LEFT_OUT = 8, 6
# A sentence that turns what stands before it round: a quotation never stops ahead of it.
TURNS = re.compile(
    r"[“\"‘']?(?:But|However|Yet|Instead|Rather|Still|What|All that)\b|[“\"‘']?(?:It|That)(?:[’']s| is) (?:not|both|just)\b"
)
WORD = re.compile(r"[^\W_]+")
# What hangs on a clause and may be left out: it says more of the last word and nothing of whether the clause is true.
HANGING = re.compile(
    r"(?:,|\s[–—])\s+(?:which|who|whom|whose|where|(?:some|most|many|all|one|both|several|half) of (?:which|whom))\s[^,;–—]*$"
    r"|,\s+(?:including|such as|among them)\s(?:(?!, (?:and|or|but)\b)[^;–—])*$"
)
# A tail with one of these takes back or limits what stands before it.
LIMITS = re.compile(
    rf"\b(?:{alternatives(NEGATIONS)}|but|although|though|however|unless|except|only|if|den(?:y|ie[sd])|reject\w*|false\w*|later)\b"
    r"|n[’']t\b|[“”\"‘]",
    re.IGNORECASE,
)
OF_THE_ROLE = 0.6  # share of the words behind the source's name that its role has


def wordings(bullet: Bullet, wanted: Collection[str], known: Known = NOTHING) -> tuple[Bullet, ...]:
    """The ways to print a statement: whole unless it is long, and cut."""
    cut = shortened(bullet, wanted, known)
    is_long = len(bullet.text.split()) > MOST_WORDS_WHOLE
    return (bullet, cut) if cut.is_cut and not is_long else (cut,)


def shortened(bullet: Bullet, wanted: Collection[str], known: Known = NOTHING) -> Bullet:
    """The bullet in fewer words where it is long: a quotation by its sentences, best with the words `wanted` in it."""
    if bullet.kind == "direct" and bullet.line == bullet.text:
        return cut_quotation(bullet, wanted, known)
    return without_tail(without_role(bullet))


def cut_quotation(bullet: Bullet, wanted: Collection[str], known: Known) -> Bullet:
    """The bullet with a quotation of several sentences cut to a run of them, one that leans on nothing before it."""
    if len(bullet.text.split()) <= MOST_WORDS:
        return bullet
    spans = [span for span in find_sentences(bullet.text) if WORD.search(span.of(bullet.text))]
    runs = [
        (first, last)
        for first in range(len(spans))
        for last in range(first, len(spans))
        if len(bullet.text[spans[first].start : spans[last].end].split()) <= MOST_WORDS
    ]
    if len(spans) < 2 or not runs:  # noqa: PLR2004  nothing to choose from
        return bullet

    def told(run: tuple[int, int]) -> tuple[int, int, int]:
        said = bullet.text[spans[run[0]].start : spans[run[1]].end]
        leans = sum(1 + one.is_first for one in leaning_of(replace(bullet, line=said), known)[:1])
        goes_on = run[1] + 1 < len(spans) and TURNS.match(bullet.text, spans[run[1] + 1].start) is not None
        told = len({stem(word) for word in WORD.findall(said.casefold())} & set(wanted))
        return told - leans - MOST_WORDS * goes_on, run[1] - run[0], -run[0]

    first, last = max(runs, key=told)
    cut = bullet.text[spans[first].start : spans[last].end]
    text = opened(paired(cut.rstrip(" ,;:…")), bullet.text)
    return replace(bullet, text=text, line=text, is_cut=True)


def opened(cut: str, whole: str) -> str:
    """The cut in marks again, where it was taken from the midst of a quotation."""
    if re.match(r"[“\"]", cut) or not re.match(r"[“\"]", whole):
        return cut
    opening, closing = ('"', '"') if whole.startswith('"') else ("“", "”")
    return paired(opening + cut.strip('“”"') + closing)


def without_tail(bullet: Bullet) -> Bullet:
    """The bullet without the clause or list that hangs on the end of what is said; quoted words stay whole."""
    tail = HANGING.search(bullet.line)
    if tail is None or not bullet.text.endswith(tail[0]) or LIMITS.search(tail[0]):
        return bullet
    kept = len(bullet.line[: tail.start()].split())
    if kept < FEWEST_KEPT or len(tail[0].split()) < FEWEST_LEFT_OUT or is_within(bullet.line, tail.start()):
        return bullet
    line, text = bullet.line[: tail.start()] + ELLIPSIS, bullet.text.removesuffix(tail[0]) + ELLIPSIS
    return replace(bullet, line=line, text=text, is_cut=True)


def is_within(line: str, at: int) -> bool:
    """Whether a pair of brackets, dashes or marks is open at a place of a line."""
    before = line[:at]
    return (
        before.count("“") != before.count("”")
        or before.count('"') % 2 == 1
        or before.count("(") != before.count(")")
    )


def without_role(bullet: Bullet) -> Bullet:
    """The bullet whose line ends on the source's name, where behind it stands the role that the heading gives."""
    if bullet.source is None or not bullet.source.role or bullet.text not in bullet.line:
        return bullet
    behind = bullet.line.index(bullet.text) + len(bullet.text)
    name = re.compile(rf"{re.escape(bullet.source.name.split()[-1])}(?=, [^“”\"]*\.?$)")
    found = name.search(bullet.line, behind)
    if found is None or not is_of(bullet.line[found.end() :], bullet.source.role):
        return bullet
    return replace(bullet, line=f"{bullet.line[: found.end()]}.")


def is_of(tail: str, role: str) -> bool:
    """Whether most of the words of `tail` stand in the role."""
    found = words(tail)
    return sum(word in words(role) for word in found) >= OF_THE_ROLE * len(found)

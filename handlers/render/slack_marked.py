"""Words before and after a change, the changed phrases marked: struck out before, bold after. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from handlers.render.escape import enclosed, mrkdwn, plain
from handlers.render.slack_limits import fitted, units

LEAST_COMMON = (
    0.3  # of the words; below that all of it is another text, and marking every other word helps nobody
)
MOST_WORDS = 400  # of either text; no statement has as many, and 2,000 times two words took 20 seconds to compare, 400 times a fifth
NEAR = 1  # words between two changed ones that make them one phrase
AROUND = 8  # words shown on each side of a change
GAP = "…"


def marked_pair(before: str, after: str, limit: int) -> tuple[str, str]:
    """Both texts as mrkdwn of at most `limit` units each; unmarked where they are very long or have little in common."""
    ones, twos = plain(before).split(), plain(after).split()
    matcher = SequenceMatcher(None, ones, twos, autojunk=False)
    if ones == twos or max(len(ones), len(twos)) > MOST_WORDS or matcher.ratio() < LEAST_COMMON:
        return fitted(before, limit), fitted(after, limit)
    codes = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    old = marked(ones, joined([(start, end) for start, end, _, _ in codes]), "~")
    new = marked(twos, joined([(start, end) for _, _, start, end in codes]), "*")
    return (old if units(old) <= limit else fitted(before, limit)), (
        new if units(new) <= limit else fitted(after, limit)
    )


def joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of changed words, those that stand near each other as one phrase; empty ones left out."""
    phrases: list[tuple[int, int]] = []
    for start, end in (span for span in spans if span[0] < span[1]):
        if phrases and start - phrases[-1][1] <= NEAR:
            phrases[-1] = phrases[-1][0], end
        else:
            phrases.append((start, end))
    return phrases


def marked(words: Sequence[str], phrases: Sequence[tuple[int, int]], sign: str) -> str:
    """The words with each phrase between two signs; long stretches without a change are shortened."""
    return " ".join(filter(None, pieces(words, phrases, sign)))


def pieces(words: Sequence[str], phrases: Sequence[tuple[int, int]], sign: str) -> Iterator[str]:
    at = 0
    for start, end in phrases:
        yield same(words[at:start], is_first=at == 0, is_last=False)
        inner = enclosed(" ".join(words[start:end]))
        yield f"{sign}{inner}{sign}" if inner else ""
        at = end
    yield same(words[at:], is_first=at == 0, is_last=True)


def same(words: Sequence[str], *, is_first: bool, is_last: bool) -> str:
    """A stretch that is in both texts, as much of it as stands near a change."""
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= head + tail + 1 or (is_first and is_last):
        return mrkdwn(" ".join(words))
    shown = [*words[:head], GAP, *(words[-tail:] if tail else ())]
    return mrkdwn(" ".join(shown))

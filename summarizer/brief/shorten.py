"""A long quotation cut to some of its sentences; a line without the role that its heading gives. The whole stays within reach."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from summarizer.brief.bounds import paired
from summarizer.brief.leaning import NOTHING, Known, leaning_of
from summarizer.brief.words import stems
from summarizer.model import Bullet, Span
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.words import stem, words

MOST_WORDS = 26  # of a quotation that is cut
# Up to so many words a quotation is shown whole: of 40 cut ones editors found that 17 stopped before their point.
MOST_WORDS_WHOLE = 40
FEWEST_STEMS = 2  # "Believe me. Believe me" says nothing
# A sentence that turns what stands before it round: a quotation never stops ahead of it.
TURNS = re.compile(
    r"""[“\"‘']?(?:
        (?:But|However|Yet|Instead|Rather|Still|What|All\ that|Although|Though|Then|No)\b
      | And\ (?:his|her|their|its|the|your)\ (?:answer|response|reply|solution)\b
      | (?:It|That)(?:[’']s|\ is)\ (?:not|both|just)\b
      | (?:I|We)\ (?:\w+ly\ )?(?:disagree|reject|object|dispute|beg\ to\ differ)\b
    )""",
    re.VERBOSE,
)
# A sentence that grants something, tells what was, or what others say: the speaker's own word comes behind it.
SETS_UP = re.compile(
    r"""\b(?:no|any)\ (?:issue|problem|quarrel|objection)s?\ with\b | \bnothing\ against\b | \bused\ to\b
      | \b(?:two|three|four|several)\ (?:\w+\ )?(?:issues|reasons|problems|points|things|options|choices|ways)\W*$
      | \b(?:was|were)\ once\b | \b(?:I|[Ww]e|committee|company|office)\ (?:understands?|recogni[sz]es?|respects?|acknowledges?|appreciates?)\b
      | ^[“\"‘']?(?:\w+(?:\ \w+)?,?\ )?(?:[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Pp]eople|[A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+){0,2}(?:\ (?:\w+\ ){1,4}ago(?:\.{3})?)?)\ (?:said|says?|told|claim(?:s|ed)?)\b""",
    re.VERBOSE,
)
# A sentence that begins with these goes on from the one before.
GOES_ON = re.compile(
    r"[“\"‘']?(?:But|And|Or|Then|Because|So|Yet|Still|Also|On the other hand|Apparently|For example|For instance|As an example)\b"
)
# In the middle of a sentence words are left out: of "… approval” … “Most" the marks end one.
MID_GAP = re.compile(r"[\w,;]\s?(?:…|\.{3})$")
INNER_OPENING = re.compile(r"‘(?=\w)|(?<![\w“\"])'(?=[A-Z])")
INNER_CLOSING = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
WORD = re.compile(r"[^\W_]+")
OF_THE_ROLE = 0.6  # share of the words behind the source's name that its role has


def shortened(bullet: Bullet, wanted: Collection[str], known: Known = NOTHING) -> Bullet:
    """The bullet as it is shown: a very long quotation by some of its sentences, best with the words `wanted` in them."""
    if bullet.kind == "direct" and bullet.line == bullet.text:
        return cut_quotation(bullet, wanted, known)
    return without_role(bullet)


def cut_quotation(bullet: Bullet, wanted: Collection[str], known: Known) -> Bullet:
    """The bullet with a quotation of several sentences cut to a run of them that keeps its point."""
    if len(bullet.text.split()) <= MOST_WORDS_WHOLE:
        return bullet
    parts = parts_of(bullet.text)
    runs = [
        run
        for first in range(len(parts))
        for last in range(first, len(parts))
        if (run := Run(bullet.text, parts, first, last)).size <= MOST_WORDS_WHOLE
    ]
    short = [run for run in runs if run.size <= MOST_WORDS]
    if not short:
        return bullet
    whole = [run for run in runs if not run.stops_short]
    sound = (
        [run for run in short if not run.loses] or [run for run in runs if not run.loses] or whole or short
    )
    best = max(sound, key=lambda run: (worth(run, bullet, wanted, known), not run.next, run.size, -run.first))
    if best.last - best.first + 1 == len(parts):
        return bullet
    text = paired(opened(best.text.rstrip(" ,;:…"), bullet.text))
    return replace(bullet, text=text, line=text, is_cut=True)


@dataclass(frozen=True, slots=True)
class Run:
    """Some parts of a quotation that follow each other."""

    whole: str
    parts: Sequence[Span]
    first: int
    last: int

    @property
    def text(self) -> str:
        return self.whole[self.parts[self.first].start : self.parts[self.last].end]

    @property
    def next(self) -> str:
        """The part behind it; nothing behind the last."""
        return self.parts[self.last + 1].of(self.whole) if self.last + 1 < len(self.parts) else ""

    @property
    def size(self) -> int:
        return len(self.text.split())

    @property
    def stops_short(self) -> bool:
        """Whether the point is behind it: the next sentence turns it round, or answers what it grants or tells of."""
        sets_up = bool(self.next) and SETS_UP.search(self.parts[self.last].of(self.whole)) is not None
        return sets_up or TURNS.match(self.next) is not None

    @property
    def loses(self) -> bool:
        """Whether a reader misses what it says: it stops short, answers what is not there, or has no words that say anything."""
        answers = self.first > 0 and GOES_ON.match(self.text) is not None
        return self.stops_short or answers or len(stems(self.text)) < FEWEST_STEMS


def worth(run: Run, bullet: Bullet, wanted: Collection[str], known: Known) -> int:
    """How well a run stands for the whole quotation: by the words `wanted` in it, and whether it leans."""
    found = {stem(word) for word in WORD.findall(run.text.casefold())}
    leans = sum(1 + one.is_first for one in leaning_of(replace(bullet, line=run.text), known)[:1])
    return len(found & set(wanted)) - leans


def parts_of(text: str) -> list[Span]:
    """The sentences of a quotation, those in one where the first cannot be read without the next."""
    parts: list[Span] = []
    for span in find_sentences(text):
        if parts and is_unfinished(parts[-1].of(text), has_single_marks=text[0] in "'‘"):
            parts[-1] = Span(parts[-1].start, span.end)
        elif WORD.search(span.of(text)):
            parts.append(span)
    return parts


def is_unfinished(part: str, *, has_single_marks: bool) -> bool:
    """Whether a gap or an open inner mark leaves a part in the middle of its sentence: "Two months before … Bell asked"."""
    opened, closed = (len(marks.findall(part)) for marks in (INNER_OPENING, INNER_CLOSING))
    return MID_GAP.search(part) is not None or (not has_single_marks and opened > closed)


def opened(cut: str, whole: str) -> str:
    """The cut between marks again where it was taken from the midst of a quotation."""
    if cut[0] in '“"' or whole[0] not in '“"':
        return cut
    opening, closing = ('"', '"') if whole[0] == '"' else ("“", "”")
    begun = opening + cut
    is_open = begun.count("“") > begun.count("”") or begun.count('"') % 2 == 1
    return begun + closing if is_open else begun


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

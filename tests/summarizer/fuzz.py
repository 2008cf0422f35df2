"""Damaged sentences by the thousand: `python -m tests.summarizer.fuzz SECONDS [FOLDER] [--seed SEED]`.

FOLDER holds texts (.txt, in folders of any depth) beside our own corpus. Every text has to be read to its brief:
who said what, figures, what is said twice, the brief of two texts as one story. What fails is shown once, with the
shortest text that still fails in this way.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue, TaggedSpan
from summarizer.attribution.tagger_spans import trim
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Article, Brief
from summarizer.reader import Reader, brief_without, load_reader
from summarizer.sparing import fault_of
from summarizer.text.sentence_bounds import find_sentences
from tests.corpus import gold

TEXTS = 32  # a batch, which is parsed at once
FEWEST, MOST = 8, 40  # sentences a text
LONGEST = 140  # characters of a sentence that is damaged; longer ones are cut
EVERY = 60.0  # seconds between two lines that say how far it is
# Of the texts: those that the network tags, and those with tags by chance; the others have the rules alone.
NETWORK_SHARE, CHANCE_SHARE = 0.1, 0.6
SLOWEST = 5.0  # seconds for a text, once it is parsed; they take a tenth
MOST_TRIES = 500  # of each kind of part, to make a failing text shorter
URL = "https://town.example/2026/pool"

MARKS = tuple("“”„«»‘’\"'`()[]{}<>—–-…,.:;!?/\\|*_#@&%$£€+=~^") + (
    "--",
    "---",
    "''",
    "``",
    "...",
    "),",
    "):",
    ".”",
    "”,",
    "?!",
)
ODD = (
    *("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"),
    *("\u0301", "\u0308", "\u20dd", "\u202e", "\u202c", "\u200f", "\u2067", "שלום", "سلام", "١٢", "½", "²", "Ⅷ", "①", "％", "￡", "ﬁ", "İ", "ß", "ŉ"),
    *("😀", "👩\u200d🚒", "🇺🇳", "1\ufe0f\u20e3", "\ufffd", "\x00", "\x7f", "\U000e0041", "漢字", "。", "、", "「", "」", "＂"),
)  # fmt: skip
PIECES = (
    *("said", "—said", "(58)said", " said that ", ", she said, ", ", according to ", " told Reuters", "as reported by the Times", " reportedly ", "asked"),
    *(" who ", " he ", "which", " did not say ", "accused", "called for", " put the toll at 9", "A:", "Q: ", "MAYOR: ", "\n> ", "\n\t", "\n", "\n\n"),
    *("Mr. ", "Sgt. ", "Ann Example", "’s", "Jr.", " of the ", "the minister", "his claim that ", "— Ann (@ann) May 1, 2026", "[sic]", "D-Wis.", "p.m."),
    *("5", "12–15", "3-1/2", "1,2,3", "$", "£2bn", "-5%", "half a", "dozen", "two-thirds", " per 100,000", " to ", "up from 40 on Monday", "1e9", "0"),
    *("9" * 400, "one hundred and ", "millionth", "4x", "#1", "1/0", "10°C", "6'4\"", "2026-01-01", "5–", "between 3 and ", "more than"),
)  # fmt: skip


def known_sentences(folder: Path | None) -> list[str]:
    """The sentences of our own corpus, and of the texts in `folder`."""
    texts = [str(one["text"]) for one in gold()]
    found = sorted(folder.rglob("*.txt")) if folder else []
    texts += [path.read_text(encoding="utf-8", errors="replace") for path in found]
    return [span.of(text) for text in texts for span in find_sentences(text)]


def damaged(chance: Random, sentence: str, known: Sequence[str]) -> str:
    """The sentence, changed in some places: marks, blanks, cuts, doublings, pieces, parts of another one."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 8))):
        at = chance.randrange(len(sentence) + 1)
        sentence = chance.choice(DAMAGES)(chance, sentence, at, known)
        begin = chance.randrange(max(1, len(sentence) - LONGEST + 1))
        sentence = sentence[begin : begin + LONGEST]
    return sentence


def with_mark(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    """A mark put in, sometimes many times."""
    return sentence[:at] + chance.choice(MARKS) * chance.choice((1, 1, 1, 2, 40)) + sentence[at:]


def with_odd(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    return sentence[:at] + chance.choice(ODD) + sentence[at:]


def with_piece(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    return sentence[:at] + chance.choice(PIECES) + sentence[at:]


def without_blank(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    """The next blank gone, or an odd character in its place."""
    blank = sentence.find(" ", at)
    return sentence if blank < 0 else sentence[:blank] + chance.choice(("", "", *ODD)) + sentence[blank + 1 :]


def in_marks(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    """Some words in brackets, dashes or quotation marks, with no blank around them."""
    end = at + chance.choice((1, 4, 12, 60))
    left, right = chance.choice(("()", "[]", "——", "“”", '""', "‘’", "--", "““", ")(", "«»"))
    return sentence[:at].rstrip() + left + sentence[at:end].strip() + right + sentence[end:].lstrip()


def doubled(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    size = chance.choice((1, 1, 5, 30))
    return sentence[:at] + sentence[at : at + size] * chance.choice((2, 2, 6)) + sentence[at + size :]


def cut(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    return sentence[:at] + sentence[at + chance.choice((1, 2, 6, 25)) :]


def joined(chance: Random, sentence: str, at: int, known: Sequence[str]) -> str:
    """The start of it, and the end of another sentence."""
    other = chance.choice(known)
    return sentence[:at] + other[chance.randrange(len(other)) :]


def recased(chance: Random, sentence: str, at: int, _: Sequence[str]) -> str:
    end = at + chance.choice((1, 8, 80))
    return sentence[:at] + chance.choice((str.upper, str.lower, str.title))(sentence[at:end]) + sentence[end:]


def shuffled(chance: Random, sentence: str, _: int, __: Sequence[str]) -> str:
    """Two words in each other's place."""
    words = sentence.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


GAPS = (" ", " ", "\n\n", "\n\n", "\n", "")
DAMAGES: tuple[Callable[[Random, str, int, Sequence[str]], str], ...] = (
    *(with_mark, with_mark, with_odd, with_piece, with_piece, without_blank, without_blank),
    *(in_marks, in_marks, doubled, cut, joined, recased, shuffled),
)


def text_by(seed: int, number: int, known: Sequence[str]) -> list[str]:
    """The sentences of a text, each with what parts it from the next: two neighbours damage the same ones."""
    story = Random(f"{seed}:{number // 2}")  # noqa: S311  # no secret; a number finds its text again
    chosen = [story.choice(known)[:LONGEST] for _ in range(story.randint(FEWEST, MOST))]
    chance = Random(f"{seed}:{number}:damage")  # noqa: S311
    return [damaged(chance, one, known) + chance.choice(GAPS) for one in chosen]


def tags_by(chance: Random, text: str) -> Tagged:
    """What a tagger might find: cues, sources and contents near each other, made of parts of words and ends of lines."""
    pieces = [match.span() for match in re.finditer(r"[^\W_]{1,6}|[^\w\s]|(?<=\n)", text)]
    cues = sorted({chance.randrange(len(pieces)) for _ in range(len(pieces) // 30)}) if pieces else []
    return Tagged(tuple(cue_by(chance, text, pieces, at) for at in cues))


def cue_by(chance: Random, text: str, pieces: Sequence[tuple[int, int]], at: int) -> TaggedCue:
    """A cue at piece `at`, with what stands near it."""

    def from_piece(first: int, longest: int) -> tuple[int, int]:
        first = min(max(0, first), len(pieces) - 1)
        last = min(first + chance.randint(0, longest), len(pieces) - 1)
        return trim(text, pieces[first][0], pieces[last][1])

    def near(longest: int) -> tuple[int, int]:
        return from_piece(at + chance.randint(-35, 20), longest)

    spans = sorted(near(35) for _ in range(chance.randint(0, 3)))
    apart = [span for last, span in zip(((0, 0), *spans), spans, strict=False) if last[1] < span[0]]
    contents = tuple(TaggedContent(*span, chance.choice((0.5, 0.8, 1.0)), 1.0) for span in apart)
    source = TaggedSpan(*near(7), 1.0) if chance.random() < 0.8 else None
    start, end = from_piece(at, 3)
    return TaggedCue(start, end, 1.0, chance.random(), source, chance.random(), contents)


@dataclass(frozen=True, slots=True)
class Tags:
    """A tagger that gives what it was made with."""

    tags: Tagged

    def tag(self, texts: Iterable[str]) -> tuple[Tagged, ...]:
        return tuple(self.tags for _ in texts)


@dataclass
class Fuzz:
    """Reads damaged texts, with no sentence spared; `faults` has the shortest text of each kind of failure.

    `network` is a reader with the tagger that ships; its pipeline reads all of them.
    """

    network: Reader
    known: Sequence[str]
    seed: int = 0
    sentences: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    failures: int = 0

    def batch(self, numbers: Iterable[int]) -> Iterator[str]:
        """Read the texts of these numbers; gives what is new of what went wrong."""
        texts = {number: text_by(self.seed, number, self.known) for number in numbers}
        self.sentences += sum(map(len, texts.values()))
        wholes = {number: "".join(parts) for number, parts in texts.items()}
        problem = self.problem(wholes)
        if problem is None:
            return
        single = {number: self.problem({number: whole}) for number, whole in wholes.items()}
        for number, fault in single.items():
            if fault is not None and self.is_new(fault):
                self.faults[fault] = self.shortest(number, texts[number], fault)
                yield f"text {number}: {fault}\n  {self.faults[fault]!r}"
        if not any(single.values()) and self.is_new(problem):
            self.faults[problem] = ""
            yield f"two neighbours of texts {min(texts)} to {max(texts)} as one story: {problem}"

    def is_new(self, problem: str) -> bool:
        self.failures += 1
        return problem not in self.faults

    def problem(self, texts: Mapping[int, str]) -> str | None:
        """What is wrong with the reading of these texts, and of each two as one story."""
        try:
            docs = self.network.pipeline.pipe(texts.values(), batch_size=TEXTS)
            articles, extracts = [], []
            for (number, text), doc in zip(texts.items(), docs, strict=True):
                start = time.process_time()
                extracts.append(self.reader(number, text).extract_without((), text, doc))
                articles.append(Article(f"{URL}/{number}", text))
                require_whole(brief_without((), articles[-1:], extracts[-1:]))
                if number % 2:
                    require_whole(brief_without((), articles[-2:], extracts[-2:]))
                if time.process_time() - start > SLOWEST:
                    return "took too long"
        except Exception as error:  # noqa: BLE001  # that is what is looked for
            return fault_of(error)
        return None

    def reader(self, number: int, text: str) -> Reader:
        """With the tags of the network, with tags by chance, or with the rules alone."""
        chance = Random(f"{self.seed}:{number}:tags")  # noqa: S311
        share = chance.random()
        if share < NETWORK_SHARE:
            return self.network
        tags = tags_by(chance, text) if share < NETWORK_SHARE + CHANCE_SHARE else None
        return Reader(self.network.pipeline, tags and Tags(tags))

    def shortest(self, number: int, parts: Sequence[str], problem: str) -> str:
        """The text with every sentence, word and character left out without which it fails in the same way."""
        parts = self.without(number, list(parts), problem)
        parts = self.without(number, re.split(r"(?<=\s)", "".join(parts)), problem)
        return "".join(self.without(number, list("".join(parts)), problem))

    def without(self, number: int, parts: list[str], problem: str) -> list[str]:
        """The parts with as many left out as can be, first many at once and at last one by one."""
        size, tries = len(parts) // 2, MOST_TRIES
        while size and tries:
            first = 0
            while first < len(parts) and tries:
                tries -= 1
                fewer = [*parts[:first], *parts[first + size :]]
                if self.problem({number: "".join(fewer)}) == problem:
                    parts = fewer
                else:
                    first += size
            size //= 2
        return parts


def require_whole(brief: Brief) -> None:
    """Raise ValueError when a line's proof lies outside its article."""
    lengths = {article.url: len(article.text) for article in brief.articles}
    proofs = [proof for line in (*brief.lead, *brief.bullets, *brief.figures) for proof in line.evidence]
    if any(proof.span.end > lengths[proof.url] for proof in proofs):
        raise ValueError("a proof lies outside its article")


def main(arguments: Sequence[str]) -> int:
    """Damage and read for so long; says how far it is every minute."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seconds", type=float)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    fuzz = Fuzz(load_reader(DEFAULT_MODEL), known_sentences(given.folder), given.seed)
    start = shown = time.monotonic()
    for first in count(0, TEXTS):
        for line in fuzz.batch(range(first, first + TEXTS)):
            say(line)
        now = time.monotonic()
        if now - shown > EVERY or now - start > given.seconds:
            shown = now
            rate = fuzz.sentences / (now - start)
            say(
                f"{fuzz.sentences:,} sentences, {rate:.0f} a second, {fuzz.failures} failures of {len(fuzz.faults)} kinds"
            )
        if now - start > given.seconds:
            break
    return 1 if fuzz.faults else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n".encode(errors="backslashreplace").decode())
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

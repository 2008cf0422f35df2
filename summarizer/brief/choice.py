"""Which statements a brief shows: the few that an editor would miss, within what is read in twenty seconds."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from summarizer.brief.before import Page, longer_lines, pages_of
from summarizer.brief.fit import is_answer, is_by_the_writer, is_fit, is_told
from summarizer.brief.leaning import names_alone, names_in
from summarizer.brief.shorten import shortened
from summarizer.brief.weights import Setting, loss, place, setting_of, source_key, worth
from summarizer.brief.words import is_same_claim, run_of
from summarizer.merge import is_told_twice
from summarizer.model import Appraisal, Article, Bullet, Credit, Line
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.words import words

# Below it a line tells an editor nothing.
LEAST_WEIGHT = 0.15
# A line of so many words has to be worth twice a very short one.
WORDS_OF_PRICE = 35
# Each line of a source makes its next one worth less: another voice tells more.
LESS_FOR_THE_NEXT = 0.02
# A reader asks who "Bell" is, whom neither the headline nor anything shown so far has introduced.
LESS_FOR_STRANGERS = 0.1
LOSS_OF_LEANING = 0.1  # from which a line is better shown behind what it goes on from
LEFT_OF_LOSS = 0.7  # at most, where the words before it tell what a line means
# Of two sources the one that says twice as much comes first, though it comes in a third of the article later.
WEIGHT_OF_COUNT = 0.3
# What goes on from the line shown right above it is understood by that: so much of what it loses for leaning it gets back.
UNDERSTOOD_BEHIND = 0.7
MOST_WORDS_BETWEEN = 6  # of two statements that follow each other: "…," she said. Later she added that …
# What a reader takes in on one screen: the brief's words hold the lead, the lines and the names and roles above them.
MOST_BULLETS, MOST_WORDS = 12, 220
FEWEST_WORDS_OF_SENTENCE = 6  # that two lines share, so that one repeats the other
MOST_ANSWERS = 2  # that are shown before all else, each of another source
# So many are shown though they weigh little; what nobody understands is not.
ENOUGH_BULLETS, LEAST_OF_FEW = 6, -0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement as it would be printed, with what it takes and gives."""

    at: int  # the statement's place among all
    bullet: Bullet
    weight: float  # however its line reads
    size: int  # words, without its source
    line: str  # as a run of words
    content: str
    sentences: frozenset[str] = frozenset()  # of the line, as runs
    is_answer: bool = False
    strangers: frozenset[str] = frozenset()  # surnames that neither headline nor lead nor the line introduces
    loss: float = 0.0  # of its weight, because its line may read badly
    before: int | None = None  # the statement of its source that stands right before it on the page
    is_longer: bool = False  # with words before its line that say what it leans on

    def says_what(self, other: Candidate) -> bool:
        """Whether a reader of one of the two has read the other."""
        return (
            self.at == other.at
            or self.line in other.line
            or self.content in other.line
            or other.line in self.line
            or other.content in self.line
            or is_same_claim(self.content, other.content)
            or not self.sentences.isdisjoint(other.sentences)
            or (
                self.bullet.source == other.bullet.source
                and is_told_twice(self.bullet.text, other.bullet.text)
            )
        )


def choose(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Sequence[Line],
    appraisals: Mapping[str, Appraisal] | None = None,
) -> tuple[tuple[Bullet, ...], tuple[Bullet, ...]]:
    """What is shown, grouped by source, the source that makes the news first; and everything else, in the order given."""
    setting = setting_of(bullets, articles, lead, appraisals=appraisals)
    ways = candidates(bullets, setting, statements_before(bullets, articles), pages_of(bullets, articles))
    found = take(list(ways), room_beside(lead))
    taken = sorted(found, key=lambda one: one.at)
    whole = {one.at for one in taken if not one.bullet.is_cut}
    shown = by_source([one.bullet for one in taken], setting)
    kept = without_parts([bullet for at, bullet in enumerate(bullets) if at not in whole], shown)
    return shown, tuple(without_doubles(kept, shown))


def room_beside(lead: Sequence[Line]) -> int:
    """How many words of a brief the lead leaves."""
    return MOST_WORDS - sum(count_words(line.text) for line in lead)


def statements_before(bullets: Sequence[Bullet], articles: Sequence[Article]) -> Mapping[int, int]:
    """Of each statement that goes on from another of its source, the place of that one among all."""
    texts = {article.url: article.text for article in articles}
    by_voice: dict[tuple[str, tuple[str, ...]], list[tuple[int, int, int]]] = defaultdict(list)
    for at, bullet in enumerate(bullets):
        url = bullet.evidence[0].url
        spans = [proof.span for proof in bullet.evidence if proof.url == url]
        if bullet.source and url in texts:
            stretch = (min(span.start for span in spans), max(span.end for span in spans), at)
            by_voice[url, source_key(bullet)].append(stretch)
    return {
        second[2]: first[2]
        for (url, _), stretches in by_voice.items()
        for first, second in pairwise(sorted(stretches))
        if first[1] <= second[0] and count_words(texts[url][first[1] : second[0]]) <= MOST_WORDS_BETWEEN
    }


def candidates(
    bullets: Sequence[Bullet],
    setting: Setting,
    before: Mapping[int, int] | None = None,
    pages: Mapping[str, Page] | None = None,
) -> Iterator[Candidate]:
    """Each statement that may be shown and that the lead does not say, as it would be printed.

    What leans is also offered with what stands before it on its page.
    """
    for at, bullet in enumerate(bullets):
        if not is_fit(bullet) or is_by_the_writer(bullet, setting):
            continue
        wording = shortened(bullet, setting.title | setting.lead, setting.known)
        if is_fit(wording) and not is_told(wording, setting):
            one = candidate(at, wording, setting, (before or {}).get(at))
            yield one
            yield from longer(one, setting, pages or {})


def longer(one: Candidate, setting: Setting, pages: Mapping[str, Page]) -> Iterator[Candidate]:
    """A candidate that leans, with what stands before it where that tells what is meant."""
    if one.loss < LOSS_OF_LEANING:
        return
    for bullet in longer_lines(one.bullet, pages):
        other = candidate(one.at, bullet, setting, one.before)
        if other.loss < LEFT_OF_LOSS * one.loss and not is_told(bullet, setting):
            yield replace(other, weight=one.weight, is_longer=True)


def candidate(at: int, wording: Bullet, setting: Setting, before: int | None) -> Candidate:
    """One way to print a statement; an answer leans on the charge, and is shown beside it."""
    answers = is_answer(wording)
    return Candidate(
        at,
        wording,
        worth(wording, setting),
        words_of(wording),
        run_of(wording.line),
        run_of(wording.text),
        sentences_in(wording.line),
        is_answer=answers,
        strangers=names_alone(wording.line, setting.known.strangers),
        loss=0.0 if answers else loss(wording, setting),
        before=before,
    )


def take(found: Sequence[Candidate], room: int) -> list[Candidate]:
    """The candidates that are shown in `room` words: answers, then one after the other what is worth most for its words.

    What goes on from another statement of its source is also taken together with that.
    """
    shown, left = Shown(room), list(found)
    while len(shown.taken) < MOST_BULLETS:
        fitting = [one for one in (*((each,) for each in left), *pairs_of(left)) if shown.has_room_for(one)]
        if not fitting:
            break
        for best in max(fitting, key=shown.worth):
            shown.add(best)
            left = [one for one in left if not one.says_what(best)]
    return shown.taken


def pairs_of(left: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Two whole statements of one source that follow each other on the page, the second of which leans."""
    whole = {one.at: one for one in left if not (one.bullet.is_cut or one.is_longer)}
    for one in left:
        first = whole.get(one.before) if one.before is not None else None
        if first and one.loss > LOSS_OF_LEANING and not one.says_what(first):
            yield first, one


@dataclass(slots=True)
class Shown:
    """What a brief shows so far, and how many words it has room for."""

    room: int
    taken: list[Candidate] = field(default_factory=list)
    voices: Counter[Credit | None] = field(default_factory=Counter)
    told: set[str] = field(default_factory=set)  # names of headings and lines

    def add(self, one: Candidate) -> None:
        self.room -= self.cost((one,))
        self.taken.append(one)
        self.voices[one.bullet.source] += 1
        self.told |= names_in(f"{heading_of(one.bullet)} {one.bullet.line}")

    def cost(self, some: Sequence[Candidate]) -> int:
        """The words of one or two candidates of one source, with its heading where that is not shown yet."""
        source = some[0].bullet.source
        return sum(one.size for one in some) + (
            0 if self.voices[source] else words_of_heading(some[0].bullet)
        )

    def has_room_for(self, some: Sequence[Candidate]) -> bool:
        least = LEAST_WEIGHT if len(self.taken) >= ENOUGH_BULLETS else LEAST_OF_FEW
        is_within = len(self.taken) + len(some) <= MOST_BULLETS and self.cost(some) <= self.room
        return is_within and all(self.weight(one, some) > least for one in some)

    def weight(self, one: Candidate, beside: Iterable[Candidate] = ()) -> float:
        """What a candidate weighs, with what it leans on shown above it or not."""
        is_behind = any(
            other.at == one.before and not other.bullet.is_cut for other in (*self.taken, *beside)
        )
        return one.weight - one.loss * (1 - UNDERSTOOD_BEHIND * is_behind)

    def worth(self, some: Sequence[Candidate]) -> tuple[bool, float]:
        """Whether candidates are due, and what they weigh for their words, with what is shown already in mind."""
        told = self.told | names_in(" ".join(heading_of(one.bullet) for one in some))
        gain, price = 0.0, 0.0
        for number, one in enumerate(some):
            is_strange = bool(one.strangers - told)
            less = LESS_FOR_THE_NEXT * (self.voices[one.bullet.source] + number)
            gain += self.weight(one, some) - less - LESS_FOR_STRANGERS * is_strange
            price += 1 + one.size / WORDS_OF_PRICE
            told |= names_in(one.bullet.line)
        return any(is_due(one, self.taken) for one in some), gain / price


def is_due(one: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether the brief must give it now: an answer of somebody who has none yet, while answers are few."""
    answers = [other for other in taken if other.is_answer]
    is_new = all(other.bullet.source != one.bullet.source for other in answers)
    return one.is_answer and is_new and len(answers) < MOST_ANSWERS


def without_parts(more: Sequence[Bullet], shown: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """What is not shown, without what another statement of the same source, from the same place, holds word for word."""
    said = {bullet: run_of(bullet.text) for bullet in (*shown, *more)}
    whole = [bullet for bullet in (*shown, *more) if not bullet.is_cut]

    def is_part(bullet: Bullet) -> bool:
        return any(
            other is not bullet
            and source_key(other) == source_key(bullet)
            and said[bullet] in said[other]
            and is_from_within(bullet, other)
            and (len(said[bullet]) < len(said[other]) or whole.index(other) < whole.index(bullet))
            for other in whole
        )

    return tuple(bullet for bullet in more if not is_part(bullet))


def without_doubles(more: Sequence[Bullet], shown: Sequence[Bullet]) -> Iterator[Bullet]:
    """Each line of a source once: two statements of a sentence that is printed whole are read as one."""
    printed = {(source_key(bullet), run_of(bullet.line)): run_of(bullet.text) for bullet in shown}
    for bullet in more:
        said = run_of(bullet.text)
        if printed.setdefault((source_key(bullet), run_of(bullet.line)), said) == said:
            yield bullet


def is_from_within(bullet: Bullet, other: Bullet) -> bool:
    """Whether every proof of `bullet` lies in one of `other`."""
    return all(
        any(
            one.url == two.url and two.span.start <= one.span.start and one.span.end <= two.span.end
            for two in other.evidence
        )
        for one in bullet.evidence
    )


def sentences_in(line: str) -> frozenset[str]:
    """The sentences of a line that say enough to be known again."""
    runs = (run_of(span.of(line)) for span in find_sentences(line))
    return frozenset(run for run in runs if len(run.split()) >= FEWEST_WORDS_OF_SENTENCE)


def words_of(bullet: Bullet) -> int:
    return max(count_words(bullet.line), count_words(f"{bullet.cue or ''} {bullet.text}"))


def words_of_heading(bullet: Bullet) -> int:
    """The words of the source's name and role, which stand once above its lines."""
    return count_words(heading_of(bullet))


def heading_of(bullet: Bullet) -> str:
    """The source's name and role, which stand above its lines; nothing where nobody is credited."""
    return f"{bullet.source.name} {bullet.source.role or ''}" if bullet.source else ""


def count_words(text: str) -> int:
    """How many words a reader reads, those of "well-known" each."""
    return len(words(text))


def by_source(bullets: Sequence[Bullet], setting: Setting) -> tuple[Bullet, ...]:
    """The bullets grouped by source, first who makes the news: who is heard early, in what is shown or not, and says much; nobody's come last."""
    groups: dict[tuple[str, ...], list[Bullet]] = defaultdict(list)
    for bullet in bullets:
        groups[source_key(bullet)].append(bullet)

    def standing_of(key: tuple[str, ...]) -> tuple[bool, float]:
        early = place(setting.firsts[key], setting.lengths)
        return key == (), early - WEIGHT_OF_COUNT * math.log2(1 + setting.counts[key])

    return tuple(bullet for key in sorted(groups, key=standing_of) for bullet in groups[key])

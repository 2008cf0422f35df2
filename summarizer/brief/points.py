"""Raw statements of one article made into bullets: nested ones and halves of one thought are shown once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.brief.posts import post_bullet
from summarizer.brief.shown import content_text, hull, without_dateline
from summarizer.model import Article, Bullet, Credit, Cue, Evidence, Kind, Span, Statement
from summarizer.text.lexicon import alternatives, words_of
from summarizer.text.link_words import without_link
from summarizer.text.marks import Marks, find_marks, has_double_marks
from summarizer.text.negations import NEGATED_VERB
from summarizer.text.pronouns import names_nobody
from summarizer.text.sentence_bounds import ends_between

# A content of fewer words leans on its neighbour: them as “groundless”.
FEWEST_WORDS_ALONE = 6
# Between two halves of one thought stand a cue and a conjunction, not more.
LONGEST_GAP = 45
JOINT = re.compile(r"\b(?:and|but|or|nor|while)\b")
# Source, cue and content of one statement within this many characters beside the content are one proof.
LONGEST_PROOF_BESIDE = 220
# An outlet that passes a statement on adds a "that".
MOST_WORDS_OF_RELAY = 1
LONGEST_NEGATION = 30
NEGATED = re.compile(
    r"\b(?:nor|neither|never)\s+(?:has|have|had|did|does|do|would|will|could|can|is|was|were|are|should)\s+[\w’'-]+\s+$"
    r"|(?:\b(?:has|have|had|did|does|do|would|will|could|can|is|was|were|are|should)\s*)?"
    rf"{NEGATED_VERB}\s+(?:\w+ly\s+|yet\s+|been\s+|\w+ing\s+to\s+)?$",
    re.IGNORECASE,
)
# Verbs that name a thing and take no clause: "called that the “least bad answer”".
NAMES = re.compile(
    r"\b(?:call|describ|label|term|brand|dub|portray|dismiss)(?:e|s|es|ed|ing)?$", re.IGNORECASE
)
MEDIA = re.compile(rf"\b(?:{alternatives(words_of('media'))})\b")


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the stretch of text its content takes."""

    statement: Statement
    reach: Span

    @property
    def name(self) -> str | None:
        return self.statement.source.name if self.statement.source else None


def find_points(article: Article, statements: Sequence[Statement]) -> tuple[Bullet, ...]:
    """Every statement of one article as a bullet, in its order, before merging: none is left out."""
    outside = [one for one in statements if not is_in_post(article, one)]
    sure = [one for one in outside if not one.is_doubtful]
    placed = sorted((place(article, one) for one in sure), key=lambda one: (one.reach.start, -one.reach.end))
    outer = without_nested(placed)
    kept = join_halves(article.text, outer)
    inner = [
        one
        for one in placed
        if not any(
            one.statement.content == other.statement.content or passes_on(article.text, one, other)
            for other in outer
        )
    ]
    marks = find_marks(article.text)
    in_doubt = [place(article, one) for one in told_by_nobody_else(outside, sure)]
    bullets = [
        (one.reach.start, make_bullet(article, one.statement, marks)) for one in (*kept, *inner, *in_doubt)
    ]
    bullets += [(post.span.start, post_bullet(article, post)) for post in article.posts]
    bullets.sort(key=lambda pair: pair[0])
    return tuple(bullet for _, bullet in bullets if bullet)


def place(article: Article, statement: Statement) -> Placed:
    return Placed(statement, hull(article.text, statement.content))


def told_by_nobody_else(statements: Sequence[Statement], sure: Sequence[Statement]) -> list[Statement]:
    """The statements in doubt, one for each sentence of the page, without those whose words another line has."""
    told = [span for one in sure for span in one.line or one.content]
    found: dict[tuple[Span, ...], Statement] = {}
    for one in statements:
        if one.is_doubtful and not all(any(span.holds(part) for span in told) for part in one.content):
            found.setdefault(one.line, one)
    return list(found.values())


def is_in_post(article: Article, statement: Statement) -> bool:
    """Whether the post shows the statement already: most of its content stands in the post."""
    size = sum(span.end - span.start for span in statement.content)
    inside = sum(common(span, post.span) for span in statement.content for post in article.posts)
    return 2 * inside > size


def common(one: Span, two: Span) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def without_nested(placed: Sequence[Placed]) -> list[Placed]:
    """Each stretch of the article in one statement only: the outer one, unless it only passes the inner one on."""
    kept: list[Placed] = []
    for one in sorted(placed, key=lambda one: (one.reach.start - one.reach.end, one.reach.start)):
        rival = next((other for other in kept if overlaps_much(other, one)), None)
        if rival is None:
            kept.append(one)
        elif is_relayed(rival, one):
            kept[kept.index(rival)] = relayed(rival, one)
    return sorted(kept, key=lambda one: one.reach.start)


def overlaps_much(outer: Placed, inner: Placed) -> bool:
    """Whether half of the inner content or more is shown with the outer one."""
    size = sum(span.end - span.start for span in inner.statement.content)
    shared = sum(common(a, b) for a in outer.statement.content for b in inner.statement.content)
    return 2 * shared >= size


def is_relayed(outer: Placed, inner: Placed) -> bool:
    """Whether the outer source is nobody, or an outlet that passes on what the inner one said."""
    if inner.statement.source is None:
        return False
    cue = outer.statement.cue
    is_pointing = cue is not None and cue.text.casefold().startswith("according")
    return outer.name is None or (
        (is_pointing or bool(MEDIA.search(outer.name))) and inner.name != outer.name
    )


def passes_on(text: str, outer: Placed, inner: Placed) -> bool:
    """Whether the outer one says only that the inner one was said: its name is the inner one's `via`."""
    if outer.name is None or inner.statement.via != outer.name:
        return False
    credit = [part.span for part in (inner.statement.source, inner.statement.cue) if part]
    whole = hull(text, (*inner.statement.content, *inner.statement.line, *credit))
    beside = (text[outer.reach.start : whole.start], text[whole.end : outer.reach.end])
    return len(" ".join(beside).split()) <= MOST_WORDS_OF_RELAY


def relayed(outer: Placed, inner: Placed) -> Placed:
    return replace(inner, statement=replace(inner.statement, via=inner.statement.via or outer.name))


def join_halves(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Neighbours of one source in one sentence made one where one of them is too short to stand alone."""
    joined: list[Placed] = list(placed[:1])
    for one in placed[1:]:
        if are_halves(text, joined[-1], one):
            joined[-1] = join(text, joined[-1], one)
        else:
            joined.append(one)
    return joined


def are_halves(text: str, first: Placed, second: Placed) -> bool:
    if first.name is None or first.name != second.name or first.statement.via != second.statement.via:
        return False
    if second.reach.start < first.reach.end or is_credited_between(first, second):
        return False
    gap = text[first.reach.end : second.reach.start]
    if is_credited_anew(first, second) and not (JOINT.search(gap) or is_participle(second)):
        return False  # who did not reply, has denied that …
    is_close = len(gap) <= LONGEST_GAP and not ends_between(text, first.reach.end - 1, second.reach.start)
    is_leaning = min(words_in(text, first), words_in(text, second)) < FEWEST_WORDS_ALONE
    return is_close and (is_leaning or (is_participle(second) and first.statement.kind != "direct"))


def is_credited_between(first: Placed, second: Placed) -> bool:
    """Whether the words between the two are the first one's credit: “…,” said Ann Lee, adding that …"""
    credit = (first.statement.source, first.statement.cue)
    return any(part and first.reach.end <= part.span.start < second.reach.start for part in credit)


def is_credited_anew(first: Placed, second: Placed) -> bool:
    """Whether the second one's cue stands between the two."""
    cue = second.statement.cue
    return cue is not None and first.reach.end <= cue.span.start < second.reach.start


def is_participle(one: Placed) -> bool:
    """Whether the cue leans on the verb before it: "calling", "warning"."""
    return one.statement.cue is not None and one.statement.cue.text.endswith("ing")


def words_in(text: str, one: Placed) -> int:
    return sum(len(span.of(text).split()) for span in one.statement.content)


def join(text: str, first: Placed, second: Placed) -> Placed:
    reach = hull(text, (first.reach, second.reach))
    kind: Kind = "mixed" if has_double_marks(reach.of(text)) else "indirect"
    line = (hull(text, (*first.statement.line, reach)),)
    return Placed(replace(first.statement, content=(reach,), kind=kind, line=line), reach)


def make_bullet(article: Article, statement: Statement, marks: Marks) -> Bullet | None:
    shown = content_text(article.text, statement.content, marks)
    if not shown:
        return None
    if (
        statement.cue
        and NAMES.search(statement.cue.text)
        and article.text.startswith("that ", statement.content[0].start)
    ):
        shown = f"that {shown.removeprefix('that ')}"  # what is named, no conjunction
    source = credit_of(statement)
    cue = whole_cue(article.text, statement.cue) if statement.cue else None
    spans = proof(article.text, statement)
    evidence = tuple(Evidence(article.url, span) for span in spans)
    line = line_text(article.text, statement, marks)
    return Bullet(source, cue, statement.kind, shown, evidence, statement.via, statement.post, line=line)


def line_text(text: str, statement: Statement, marks: Marks) -> str:
    """The line as it is printed: without a dateline or a "But", and a clause that stands alone with a capital letter."""
    content = tuple(sorted(statement.content))
    spans = statement.line or content
    line = without_dateline(content_text(text, spans, marks))
    return without_link(line[:1].upper() + line[1:] if spans == content else line)


def whole_cue(text: str, cue: Cue) -> str:
    """The cue with the "not" before it: who "has not said" something must never be shown as having said it."""
    before = NEGATED.search(text[max(0, cue.span.start - LONGEST_NEGATION) : cue.span.start])
    return re.sub(r"\s+", " ", before.group() + cue.text).strip() if before else cue.text


def credit_of(statement: Statement) -> Credit | None:
    """The source to show; none when the page leaves open whom a pronoun means, or whose words they are is in doubt."""
    source = statement.source
    if source is None or names_nobody(source.name) or statement.is_doubtful:
        return None
    return Credit(source.name, source.role)


def proof(text: str, statement: Statement) -> tuple[Span, ...]:
    """Where a reader sees who said it and what: one stretch when source, cue and content stand together."""
    around = [*statement.content, *statement.line]
    if statement.source:
        around.append(statement.source.span)
    if statement.cue:
        around.append(statement.cue.span)
    size = sum(span.end - span.start for span in statement.content)
    whole = with_marks(text, hull(text, around))
    if whole.end - whole.start - size <= LONGEST_PROOF_BESIDE:
        return (whole,)
    return tuple(with_marks(text, span) for span in sorted(set(statement.line or statement.content)))


def with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks that stand at its ends."""
    start = span.start - 1 if span.start and text[span.start - 1] in '“"' else span.start
    end = span.end + 1 if text[span.end : span.end + 1] in ("”", '"') else span.end
    return Span(start, end)


def stretches(statements: Iterable[Statement]) -> list[Span]:
    """The content spans of many statements, in order and without overlaps."""
    spans = sorted(span for one in statements for span in one.content)
    found: list[Span] = spans[:1]
    for before, span in pairwise(spans):
        if span.start <= max(found[-1].end, before.end):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found

"""An article without some of its sentences: the others keep their places, and lean on none that is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.attribution.marks import find_quotations, whole_sentences
from summarizer.attribution.pronouns import FARTHEST
from summarizer.model import Article, Extract, Source, Span, Statement
from summarizer.text.pronouns import HE_SHE
from summarizer.text.sentence_bounds import find_sentences


def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of `text`; those that one quotation runs over are one, since half a quotation is none."""
    return whole_sentences(text, find_quotations(text))


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with a stop on a line of its own in place of each span: nothing is carried on over it."""
    for span in spans:
        size = span.end - span.start
        stop = f"\n.{' ' * (size - 3)}\n" if size > 2 else "." * size  # noqa: PLR2004  # two line ends and a stop
        text = text[: span.start] + stop + text[span.end :]
    return text


def with_open_pronouns(
    statements: Sequence[Statement], text: str, spans: Sequence[Span]
) -> tuple[Statement, ...]:
    """What was found in the text without `spans`: whom "he" means shortly behind one of them is open."""
    sentences = find_sentences(text) if spans else ()
    reaches = [reach for span in spans if (reach := reach_behind(span, sentences))]
    return tuple(opened(one, reaches) for one in statements)


def reach_behind(span: Span, sentences: Sequence[Span]) -> Span | None:
    """The sentences from which a pronoun may mean somebody named in `span`."""
    behind = [one for one in sentences if one.start >= span.end][: FARTHEST + 1]
    return Span(behind[0].start, behind[-1].end) if behind else None


def opened(statement: Statement, reaches: Sequence[Span]) -> Statement:
    source = statement.source
    if source is None or source.mention.casefold() not in HE_SHE:
        return statement
    if not any(reach.overlaps(source.span) for reach in reaches):
        return statement
    return replace(statement, source=Source(source.mention, source.mention, source.span))


def article_without(article: Article, spans: Sequence[Span]) -> Article:
    """The article with the spans blanked, and without the posts, notes and tables that they touch."""
    return replace(
        article,
        text=blanked(article.text, spans),
        posts=tuple(one for one in article.posts if not touches(one.span, spans)),
        notes=tuple(one for one in article.notes if not touches(one.span, spans)),
        tables=tuple(one for one in article.tables if not touches(one.span, spans)),
    )


def extract_without(extract: Extract, spans: Sequence[Span]) -> Extract:
    """What was found outside the spans."""
    return replace(
        extract,
        statements=tuple(
            one for one in extract.statements if not any(touches(part, spans) for part in parts_of(one))
        ),
        figures=tuple(one for one in extract.figures if not touches(one.span, spans)),
    )


def parts_of(statement: Statement) -> tuple[Span, ...]:
    named = (part.span for part in (statement.source, statement.cue) if part)
    return (*statement.content, *named)


def touches(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(other) for other in spans)

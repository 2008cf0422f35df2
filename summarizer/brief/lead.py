"""The article's own sentences that say what happened."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from summarizer.brief.bounds import marked
from summarizer.brief.heading import story_start
from summarizer.brief.leaning import known_from, told_by
from summarizer.brief.news import TURNS, Story, lead_text, news_in, opens_paragraph, share_said, story_of
from summarizer.brief.points import stretches
from summarizer.brief.words import run_of, stems
from summarizer.model import Article, Evidence, Extract, Line, Span
from summarizer.text.leaning import leaning, opens_leaning
from summarizer.text.link_words import without_link
from summarizer.text.marks import find_marks
from summarizer.text.names import is_calling
from summarizer.text.printed import Meant
from summarizer.text.sentence_bounds import ends_in_a_stop, find_sentences

SENTENCES_LOOKED_AT = 12
FEWEST_WORDS = 5
# Of two sentences together: editors took 36 words in the mean, and added a second sentence to a long one seldom.
MOST_WORDS_OF_TWO, MOST_WORDS_OF_A_TURN = 45, 55
SHORT = 20  # words of a sentence that the next one of its paragraph may complete
MOST_WORDS_BEFORE_CALLING = 6  # "A female health care worker"
FULL_NAME_FIRST = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,2} [A-Z][\w’'-]+\b")
MOSTLY_OWN = 0.25  # share of a second sentence that is somebody's statement, at the most
# No article opens with these: a bracket, the words below a picture.
NO_PROSE = re.compile(
    r"[a-z\[(<]|(?:In )?[Tt]his (?:\w+ )?(?:photo|picture|image|video|frame)"
    r"|.*\b(?:AP Photo|Getty Images|[Ff]ile photo|[Pp]hoto(?:graph)? by|Photo:|Image:)"
)


def find_lead(article: Article, extract: Extract) -> tuple[Line, ...]:
    """The sentence near the top that says the news, with the next where that completes it; none when the article has no prose."""
    sentences = sentences_of(article)
    story = story_of(article, extract, sentences)
    top = opening(article, sentences)
    alone = [one for one in top if not opens_leaning(lead_text(one[1].of(article.text)))] or top
    first = max(alone, key=lambda one: news_in(one[1], one[0], story), default=None)
    if first is None:
        return ()
    at = sentences.index(first[1])
    if any(is_named_by(first[1], before, story.text) for before in sentences[max(0, at - 1) : at]):
        spans = sentences[at - 1 : at + 1]
    else:
        said = stretches(extract.statements)
        told = told_by(known_from([article], ()), None)
        following = (one for one in sentences[at + 1 : at + 2] if completes(one, first[1], story, said, told))
        spans = [first[1], *following]
    marks = find_marks(article.text)
    lines = [lead_text(marked(article.text, span, marks)) for span in spans]
    opener = without_link(lines[0])
    lines[0] = opener[:1].upper() + opener[1:]
    return tuple(Line(line, (Evidence(article.url, span),)) for line, span in zip(lines, spans, strict=True))


def sentences_of(article: Article) -> list[Span]:
    """The sentences of the story, below the headline that its text may begin with."""
    start = story_start(article)
    return [span for span in find_sentences(article.text) if span.start >= start]


def opening(article: Article, sentences: Sequence[Span]) -> list[tuple[int, Span]]:
    """The first sentences that can open a brief, numbered: no headline, no post, no note of the newsroom."""
    headline = run_of(article.title or "")
    notes = [note.span for note in article.notes if note.span]
    others = [*(post.span for post in article.posts), *notes]
    prose = (
        span
        for span in sentences
        if is_prose(lead_text(span.of(article.text)))
        and run_of(span.of(article.text)) != headline
        and not any(span.overlaps(other) for other in others)
    )
    return list(enumerate(islice(prose, SENTENCES_LOOKED_AT)))


def completes(second: Span, first: Span, story: Story, said: Sequence[Span], told: Collection[Meant]) -> bool:
    """Whether the sentence after the first says what that leaves out: what the headline has, or how it turned.

    `said` is what somebody says; `told` are the pronouns that can mean somebody whom the headline names.
    """
    opener, line = (lead_text(span.of(story.text)) for span in (first, second))
    both = f"{opener} {line}"
    size, is_turn = len(both.split()), TURNS.match(line) is not None
    if not is_prose(line) or size > (MOST_WORDS_OF_A_TURN if is_turn else MOST_WORDS_OF_TWO):
        return False
    if len(leaning(both, told=told)) > len(leaning(opener, told=told)) + is_turn:
        return False
    if is_turn:
        return True
    is_own = share_said(second, said) <= MOSTLY_OWN and not re.search(r"[“”\"]|''", line)
    adds = bool((stems(line) - stems(opener)) & story.headline)
    is_short = len(opener.split()) <= SHORT and not opens_paragraph(second, story.text)
    return is_own and (adds or is_short or is_named_by(second, first, story.text))


def is_named_by(second: Span, first: Span, text: str) -> bool:
    """Whether the sentence after the first gives the name of whom that tells of: "A nurse … has been named. Ann Example …"."""
    opener, line = (lead_text(span.of(text)) for span in (first, second))
    head, *rest = opener.split()[:MOST_WORDS_BEFORE_CALLING]
    is_somebody = head in ("A", "An") and any(is_calling(word.strip(",").casefold()) for word in rest)
    is_short = len(f"{opener} {line}".split()) <= MOST_WORDS_OF_TWO
    return is_somebody and is_short and FULL_NAME_FIRST.match(line) is not None


def is_prose(sentence: str) -> bool:
    """Whether it is a sentence that can open a brief: long enough, closed, no question, no caption."""
    return ends_in_a_stop(sentence) and len(sentence.split()) >= FEWEST_WORDS and not NO_PROSE.match(sentence)

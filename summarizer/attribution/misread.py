"""What the tagger gives to somebody who did not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_cue
from summarizer.attribution.phrases import VERBS, head_of
from summarizer.attribution.pronouns import SUBJECT
from summarizer.attribution.reading import head_in
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.parse.words import Token

AUXILIARY = frozenset({"aux", "auxpass"})
# "Who’s argued for years": has.
SHORT_HAS = frozenset({"'s", "’s"})
OBJECTIVE = frozenset({"him", "them", "me", "us"})


def is_misread(reading: Reading, cue: Span, source: Span | None, content: Sequence[Span]) -> bool:
    """Whether a find of the tagger gives words to somebody who cannot have said them, by the parse."""
    if is_too_far(reading, cue, content) or is_done_too(reading, cue, content):
        return True
    if source is None:
        return False
    return (
        is_object(reading, source)
        or is_done_by_another(reading, cue, source)
        or is_antecedent(reading, source, content)
        or is_spoken_to(reading, cue, source)
        or is_own_voice(reading, source, content)
        or is_of_sentence_behind(reading, cue, source, content)
    )


def verbs_of(reading: Reading, cue: Span) -> list[Token]:
    """The verbs of a cue, without their auxiliaries."""
    return [token for token in reading.tokens(cue) if token.pos_ in VERBS and token.dep_ not in AUXILIARY]


def is_object(reading: Reading, source: Span) -> bool:
    """Whether a source is a pronoun that somebody does something to, which the tagger takes for who speaks: "a piece on [him] calling him a bully"."""
    head = head_in(reading, source)
    return (
        head.lower_ in OBJECTIVE and head.dep_ not in SUBJECT and head.head.lower_ not in ("to", "by", "from")
    )


def is_done_by_another(reading: Reading, cue: Span, source: Span) -> bool:
    """Whether a cue tells what is done to somebody, and not by its source: "in papers of [the ministry], they are charged with …"."""
    verbs = verbs_of(reading, cue)
    if not verbs:
        return False
    verb, head = head_of(verbs), head_in(reading, source)
    helping = [child for child in verb.children if child.dep_ in AUXILIARY]
    is_passive = any(
        child.dep_ == "auxpass" and child.lemma_ == "be" and child.lower_ not in SHORT_HAS
        for child in helping
    )
    is_bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not helping and not is_cue(verb)
    agents = (child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by")
    return (is_passive or is_bare) and not any(
        head.i in {word.i for word in agent.subtree} for agent in agents
    )


def is_done_too(reading: Reading, cue: Span, content: Sequence[Span]) -> bool:
    """Whether a content begins with another verb of the cue's subject: "who said [and did the same things]"."""
    words, verb = reading.tokens(content[0]), reading.token_at(cue.end - 1)
    is_joined = len(words) > 1 and words[0].dep_ == "cc" and words[1].dep_ == "conj"
    return is_joined and words[1].head.i == verb.i and words[1].pos_ in VERBS and not is_cue(words[1])


def is_too_far(reading: Reading, cue: Span, content: Sequence[Span]) -> bool:
    """Whether a whole sentence, none of it said, stands between a content and a cue behind it, which leads on to something else."""
    last, verb = reading.token_at(content[-1].end - 1), reading.token_at(cue.start)
    if verb.i < last.i or verb.sent.start == last.sent.start:
        return False
    between = reading.words[last.sent.end : verb.sent.start]
    return any(not (word.is_space or word.is_punct or reading.is_quoted(word)) for word in between)


def is_antecedent(reading: Reading, source: Span, content: Sequence[Span]) -> bool:
    """Whether a content is whom "who" stands for: "would you back [a man] who said [the same]"."""
    if source.of(reading.text).lower() not in ("who", "which"):
        return False
    return any(
        not reading.text[part.end : source.start].strip(" ,") for part in content if part.end <= source.start
    )


def is_own_voice(reading: Reading, source: Span, content: Iterable[Span]) -> bool:
    """Whether somebody quoted says of themselves that they speak: “We are talking about jobs”."""
    if source.of(reading.text).lower() not in ("i", "we"):
        return False
    around = reading.quotations_in(source)
    return any(quotation.span.holds(part) for quotation in around for part in content)


def is_of_sentence_behind(reading: Reading, cue: Span, source: Span, content: Sequence[Span]) -> bool:
    """Whether a source is the subject of a later sentence: "The coach had been told that he would go. [The club] knew it"."""
    last = reading.token_at(content[-1].end - 1)
    head = head_of(reading.tokens(source))
    is_behind = head.dep_ in SUBJECT and head.sent.start > last.i
    is_quoted = bool(reading.quotations_in(Span(content[0].start, content[-1].end)))
    return is_behind and (not is_quoted or is_of_later_paragraph(reading, cue, source, content))


def is_of_later_paragraph(reading: Reading, cue: Span, source: Span, content: Sequence[Span]) -> bool:
    """Whether a source stands in a paragraph behind a content that its cue leads to."""
    return cue.start < content[0].start and "\n" in reading.text[content[-1].end : source.start]


def is_spoken_to(reading: Reading, cue: Span, source: Span) -> bool:
    """Whether a source is the subject of a passive: "officials are said to look for …", "residents were told to …"."""
    verbs = verbs_of(reading, cue)
    subject = next(
        (child for verb in verbs[-1:] for child in verb.children if child.dep_ == "nsubjpass"), None
    )
    return subject is not None and source.start <= subject.idx < source.end

"""Whether "he" or "she" in what is said can be nobody that a line names under its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.clause import SUBJECTS
from summarizer.attribution.phrases import head_of
from summarizer.text.names import GIVEN_TO, is_calling
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from summarizer.attribution.reading import Reading
    from summarizer.model import Cue, Source, Statement
    from summarizer.parse.words import Token

OPEN = frozenset(("he", "she", "i"))


def leaves_open(reading: Reading, statement: Statement) -> bool:
    """Whether "he", "she" or "I" in what is said can be nobody that the line names: a letter says what "he" did."""
    source = statement.source
    if source is None or statement.kind == "direct":
        return False
    for token in (token for span in statement.content for token in reading.tokens(span)):
        if token.ent_type_ == "PERSON" or is_calling(token.lower_):
            return False  # the line names somebody whom it may mean
        if token.lower_ in OPEN and not reading.is_quoted(token) and token.dep_ in SUBJECTS:
            return not may_be_source(reading, token, source, statement.cue)
    return False


def may_be_source(reading: Reading, pronoun: Token, source: Source, cue: Cue | None) -> bool:
    """Whether the heading says whom the pronoun means: the source, who says it in the main clause, or somebody its words name."""
    if names_somebody(reading, source):
        return True
    gender = HE_SHE.get(pronoun.lower_)
    known = GIVEN_TO.get(source.name.split()[0].lower())
    if not (known or is_person(reading, source)) or (gender and (known or gender) != gender):
        return False
    verb = reading.token_at(cue.span.end - 1) if cue else pronoun.head
    return verb.dep_ not in ("advcl", "relcl", "acl")


def is_person(reading: Reading, source: Source) -> bool:
    head = head_of(reading.tokens(source.span))
    return (
        head.ent_type_ == "PERSON"
        or is_calling(head.lower_)
        or head.lower_ in HE_SHE
        or source.role is not None
    )


def names_somebody(reading: Reading, source: Source) -> bool:
    """Whether the source's own words, or its role, name somebody else: "Ann Bell’s friends", "Otto Lind, Ann Bell’s secretary"."""
    tokens = reading.tokens(source.span)
    head = head_of(tokens)
    behind = reading.words[tokens[-1].i + 1 : head.right_edge.i + 1]
    role = source.role or ""
    return any(
        token.ent_type_ == "PERSON" and token.right_edge.lower_ in ("’s", "'s")
        for token in (*tokens, *(token for token in behind if token.text in role))
    )

"""The role that stands behind or around a name: apposition and "who" clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.names import plain_role, text_of
from summarizer.attribution.phrases import around, child_of, mention_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSON_ENTITY = "PERSON"


def role_beside(head: Token) -> str | None:
    """The role of the person whose name has the given `head`: "Ann Example, the mayor of Springfield,"."""
    return role_of_apposition(head) or role_around(head) or role_of_who_clause(head)


def role_of_apposition(head: Token) -> str | None:
    apposition = child_of(head, "appos")
    if (
        apposition is None
        or apposition.pos_ != "NOUN"
        or apposition.ent_type_ == PERSON_ENTITY
        or apposition.i < head.i
    ):
        return None
    return phrase(apposition)


def role_around(head: Token) -> str | None:
    """ "Its chairman, Ann Example, said": the name is the apposition."""
    around_it = head.head
    if head.dep_ != "appos" or around_it.pos_ != "NOUN" or around_it.i > head.i or is_plural(around_it):
        return None
    return phrase(around_it)


def role_of_who_clause(head: Token) -> str | None:
    clause = child_of(head, "relcl")
    if clause is None or clause.lemma_ != "be" or not any(child.lower_ == "who" for child in clause.children):
        return None
    what = child_of(clause, "attr")
    return phrase(what) if what is not None and what.pos_ in ("NOUN", "PROPN") else None


def phrase(head: Token) -> str | None:
    """The noun phrase of a role, without the article before it."""
    joined = {token.i for child in head.children if child.dep_ in ("conj", "cc") for token in child.subtree}
    return plain_role(text_of(around(head, {token.i for token in mention_tokens(head)} - joined)))


def is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")

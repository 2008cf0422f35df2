"""The words of a role: the noun phrase of what somebody is, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.names import text_of
from summarizer.attribution.phrases import around, child_of, mention_tokens
from summarizer.attribution.plain_roles import is_abbreviated, plain_role
from summarizer.text.names import is_calling

if TYPE_CHECKING:
    from summarizer.parse.words import Token


LONGEST_OF_TWO = 80  # characters; two offices with all their bodies fill a line and more
NAMED_BODIES = frozenset(
    "committee program programme project center centre institute office council campaign coalition alliance association commission".split()
)
OF_OTHERS = frozenset({"ORG", "PERSON"})
INSIDE = frozenset({"to", "on", "for", "of", "in", "the", "and", "&"})  # small words in the names of bodies
AFTER_COMMA = 2  # tokens from the last of a phrase to what stands behind its comma
LONGEST = 12  # words between two commas that are a role


def phrase(head: Token) -> str | None:
    """The noun phrase of a role, without the article before it; a second role with it where there is room."""
    words = {token.i for token in mention_tokens(head)} - named_before(head)
    both, first = (
        plain_role(text_of(around(head, words - joined)))
        for joined in (joined_to(head, second=True), joined_to(head, second=False))
    )
    role = both if both is not None and len(both) <= LONGEST_OF_TWO else first
    if role is None or not (head.text in role or is_abbreviated(head.text)):
        return None  # what is left of a phrase without its noun says nobody's work
    return f"{role}{rest_of_body(head, role)}{state_behind(head, role)}"


def named_before(head: Token) -> set[int]:
    """Whoever is named before a comma and hung on the role behind it: "seen by [The Courier, ]the yard's chief executive"."""
    doc, first = head.doc, head.left_edge.i
    end = next(
        (
            at + 1
            for at in range(head.i - 1, first, -1)
            if doc[at].text == ","
            and doc[at - 1].ent_type_ in OF_OTHERS
            and any(child.i == at - 1 for child in head.lefts)
        ),
        first,
    )
    return set(range(first, end))


def rest_of_body(head: Token, role: str) -> str:
    """The rest of a body's name that the parse has hung elsewhere: " to Save the Harbour" behind "head of the National Committee"."""
    last = next((word for word in reversed(list(head.subtree)) if role.endswith(f" {word.text}")), None)
    if last is None or last.pos_ != "PROPN" or last.lower_ not in NAMED_BODIES:
        return ""
    behind = last.doc[last.i + 1 : last.i + LONGEST]
    end = next(
        (at for at, word in enumerate(behind) if not (word.text[0].isupper() or word.lower_ in INSIDE)), 0
    )
    while end and not behind[end - 1].text[0].isupper():
        end -= 1
    is_name = end > 1 and behind[0].lower_ in INSIDE and behind[0].lower_ != "and"
    return f" {behind[:end].text}" if is_name else ""


def state_behind(head: Token, role: str) -> str:
    """The state behind the town that a role ends in: ", New Jersey" in "a surgeon from Norburg, New Jersey,"."""
    towns = (
        word for word in head.subtree if word.ent_type_ == "GPE" and word.dep_ == "pobj" and word.i > head.i
    )
    town = next((word for word in towns if role.endswith(f" {word.text}")), None)
    state = child_of(town, "appos") if town is not None else None
    is_state = (
        town is not None
        and state is not None
        and state.ent_type_ == "GPE"
        and state.left_edge.i == town.i + AFTER_COMMA
    )
    return (
        f", {text_of(list(state.doc[state.left_edge.i : state.i + 1]))}"
        if is_state and state is not None
        else ""
    )


def joined_to(head: Token, *, second: bool) -> set[int]:
    """What is joined to a role and no part of it, with a `second` role of the same person or without."""
    return {
        token.i
        for child in head.children
        if child.dep_ in ("conj", "cc") and not (second and is_second_role(head, child))
        for token in child.subtree
    }


def is_second_role(head: Token, child: Token) -> bool:
    """Whether what is joined to a role is another one of the same person: "chef and fitness guru"."""
    role = child_of(head, "conj") if child.dep_ == "cc" else child
    if role is None or not (is_work(role) and is_work(head)) or head.i > role.i:
        return False
    between = head.doc[
        head.right_edge.i if head.right_edge.i < role.left_edge.i else head.i : role.left_edge.i
    ]
    is_alone = not any(each.dep_ in ("det", "poss", "appos", "relcl") for each in role.children)
    return is_alone and not any(word.text == "," for word in between)


def is_work(noun: Token) -> bool:
    """Whether a word of a role is a common noun or, in capitals, an office: "president and CEO"."""
    return noun.tag_ == "NN" or (noun.tag_ == "NNP" and is_calling(noun.lower_))


def is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or token.lower_.endswith(("men", "people"))

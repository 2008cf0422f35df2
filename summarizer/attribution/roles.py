"""The role that stands behind or around a name: apposition, brackets and "who" clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.names import text_of
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import WHO, child_of, entity_of, last_part
from summarizer.attribution.plain_roles import plain_role
from summarizer.attribution.role_phrases import AFTER_COMMA, LONGEST, is_plural, phrase
from summarizer.attribution.who_clauses import role_of_who_clause
from summarizer.text.names import BODIES, is_calling, is_for_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token

PERSON_ENTITY = "PERSON"
OF_SEVERAL = "one"  # "one of the leading grain traders"
FEWEST = 4  # "Norland's trade director"
CLOSING_MARKS = frozenset({",", ".", ";", ")", "—", "–"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
OF_BODY = frozenset({"of", "from", "at", "with"})


def role_beside(head: Token) -> str | None:
    """The role of the person whose name has the given `head`: "Ann Example, the mayor of Springfield,"."""
    behind = role_of_apposition(head)
    return (
        (behind if behind is None or not is_allegiance(behind) else None)
        or role_around(head)
        or behind
        or role_of_who_clause(head)
        or body_in_brackets(head)
        or body_behind(head)
        or role_in_commas(head)
    )


def role_of_apposition(head: Token) -> str | None:
    apposition = next((word for word in appositions(head) if says_role(word)), None)
    return phrase(last_part(apposition)) if apposition is not None else None


def role_in_commas(last: Token) -> str | None:
    """An office and its body between commas, which the parse has torn: "Ann Example, Trade for Norland's executive director, praised".

    `last` is the last word of the name.
    """
    doc, first = last.doc, last.i + AFTER_COMMA
    if first >= len(doc) or doc[last.i + 1].text != ",":
        return None
    end = next(
        (at for at in range(first, min(first + LONGEST, len(doc))) if doc[at].text in CLOSING_MARKS), first
    )
    words = list(doc[first:end])
    if len(words) < FEWEST or words[-1].tag_ != "NN" or not is_calling(words[-1].lower_):
        return None
    is_owned = any(word.tag_ == "POS" for word in words) and words[-2].tag_ != "POS"
    is_one = not any(word.tag_ in FINITE or word.lower_ in WHO or word.lower_ == "whose" for word in words)
    return plain_role(text_of(words)) if is_owned and is_one else None


def is_allegiance(role: str) -> bool:
    """Whether a role says no more than a party or a people: the "Republican" of "the mayor, Ann Example, a Republican,"."""
    return " " not in role and role[:1].isupper()


def appositions(head: Token) -> Iterator[Token]:
    """What the parse has for appositions behind a name; behind a colon stands what somebody said ("Example: Time to go")."""
    return (
        child
        for child in head.children
        if child.dep_ == "appos"
        and child.i > head.i
        and not is_owner(child)
        and not is_of_another(child.left_edge, head)
    )


def is_owner(noun: Token) -> bool:
    """Whether a noun says whose somebody is, though the parse takes it for what they are: "the president’s brother"."""
    return any(child.tag_ == "POS" and child.i == noun.i + 1 for child in noun.children)


def is_of_another(first: Token, head: Token) -> bool:
    """Whether what begins with `first` is told of somebody named since, or is what the one with this `head` said."""
    before = first.nbor(-1) if first.i else first
    last = before.nbor(-1) if before.text == "," and before.i else before
    is_named_since = last.ent_type_ == "PERSON" and last.i > head.i and last.ent_iob_ == "B"
    return before.text == ":" or (before.text == "," and is_named_since)


def says_role(word: Token) -> bool:
    """Whether an apposition is a role: a common noun, an office in capitals, or "one of the traders"."""
    first = word.left_edge
    if is_office_at(first, word):
        return True
    if word.ent_type_ == PERSON_ENTITY or "not" in (first.lower_, first.doc[max(0, first.i - 1)].lower_):
        return False  # "(not her real name)"
    if word.lower_ == OF_SEVERAL:
        return one_of(word)
    is_list = first.tag_ == "PRP$" and any(
        child.dep_ == "conj" for child in word.children
    )  # "his mother and brothers"
    if word.tag_ == "NNS" or first.lower_ == "whose" or is_list:
        return False  # "Ann Example, family members and friends", "whose first editor was a friend"
    return (word.pos_ == "NOUN" and is_person(word)) or (word.pos_ == "PROPN" and is_calling(word.lower_))


def is_person(noun: Token) -> bool:
    """Whether a noun says what one person is: "adviser", "head", no "website", "treatise", "vote"."""
    return is_for_person(last_part(noun).lower_)


def is_office_at(first: Token, last: Token) -> bool:
    """Whether an apposition between commas is an office with its body, all capitals: "Ann Example, President Example North America,"."""
    doc = first.doc
    is_capital = all(word.pos_ == "PROPN" and word.text[:1].isupper() for word in doc[first.i : last.i + 1])
    is_closed = doc[first.i - 1].text == "," and last.i + 1 < len(doc) and last.nbor(1).text == ","
    is_one = not any(child.dep_ == "conj" for child in (*last.children, *last.head.children))
    return first.i < last.i and is_capital and is_closed and is_one and is_calling(first.lower_)


def one_of(word: Token) -> bool:
    """Whether `word` begins "one of the leading grain traders": what somebody is who is not alone."""
    of = child_of(word, "prep") if word.lower_ == OF_SEVERAL else None
    several = child_of(of, "pobj") if of is not None and of.lower_ == "of" else None
    return several is not None and several.pos_ == "NOUN" and is_member(several.lemma_.lower())


def is_member(noun: str) -> bool:
    return noun == "member" or is_calling(noun)


def role_around(head: Token) -> str | None:
    """ "Its chairman, Ann Example, said": the name is the apposition."""
    office = head.head
    if head.dep_ != "appos" or office.i > head.i or is_plural(office):
        return None
    office = office_of_candidate(office)
    is_office = office.pos_ == "NOUN" or (office.pos_ == "PROPN" and is_calling(office.lower_))
    return phrase(office) if is_office and is_person(office) else None


def office_of_candidate(office: Token) -> Token:
    """The "candidate" of "the candidate for governor, Ann Example", who is no governor."""
    prep = office.head
    is_sought = office.dep_ == "pobj" and prep.lower_ == "for" and office.left_edge.i == office.i
    return prep.head if is_sought and is_calling(prep.head.lower_) else office


def body_behind(head: Token) -> str | None:
    """The body in "Ann Example of the fishers' union", "from Example University"; no place, no outlet that was told."""
    prep = next((child for child in head.children if child.dep_ == "prep" and child.i == head.i + 1), None)
    body = child_of(prep, "pobj") if prep is not None and prep.lower_ in OF_BODY else None
    if body is None:
        return None
    entity = entity_of(body)
    named = plain_role(entity.text) if entity is not None and entity.label_ == "ORG" else phrase(body)
    article = child_of(body, "det")
    if named and article is not None and article.text == "The" and body.ent_type_ not in PLACES:
        return f"The {named}"  # "of The Tribune": newspapers alone keep the capital
    is_known = (
        body.ent_type_ == "ORG"
        or (
            body.tag_ == "NN" and body.lower_ in BODIES and prep is not None and prep.lower_ in ("of", "from")
        )
        or (body.pos_ == "PROPN" and is_outlet(body.text))
        or (body.pos_ == "PROPN" and any(each.i < body.i and each.lower_ in BODIES for each in body.subtree))
    )
    return named if is_known else None


def place_of_office(head: Token) -> str:
    """The place of an office before a name: " of Norland" in "Gov. Ann Example of Norland"."""
    of = next((child for child in head.children if child.lower_ == "of" and child.i == head.i + 1), None)
    place = child_of(of, "pobj") if of is not None else None
    return f" of {place_name(place)}" if place is not None and place.ent_type_ == "GPE" else ""


def place_name(place: Token) -> str:
    return text_of([word for word in place.subtree if word.i <= place.i])


def body_in_brackets(head: Token) -> str | None:
    """The party or firm in "Ann Example (Harbour First)"; one word may be another form of the name."""
    body = next((word for word in appositions(head) if is_in_brackets(word)), None)
    if body is None or body.pos_ != "PROPN" or body.ent_type_ == PERSON_ENTITY:
        return None
    words = list(head.doc[body.left_edge.i : body.right_edge.i + 1])
    return (
        text_of(words)
        if len(words) > 1 and all(word.pos_ == "PROPN" and word.text[0].isupper() for word in words)
        else None
    )


def is_in_brackets(word: Token) -> bool:
    doc, first, last = word.doc, word.left_edge.i, word.right_edge.i
    return last + 1 < len(doc) and doc[first - 1].text == "(" and doc[last + 1].text == ")"

"""Which role the words around a name give its bearer, in a sentence or a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.names import Reference, text_of, with_stop
from summarizer.attribution.phrases import NOUNS
from summarizer.attribution.plain_roles import plain_role
from summarizer.attribution.roles import appositions, place_of_office, role_beside, role_of_apposition
from summarizer.text.names import (
    BEARERS,
    PERSON_TITLES,
    TITLE_ABBREVIATIONS,
    TITLES,
    is_calling,
    title_of_each,
)

if TYPE_CHECKING:
    from summarizer.parse.words import Span, Token


LONG = 4  # letters of a word that takes its capital in a headline
OF_HEADLINE = 3  # such words at least that are no names
# What says less than the office behind the name: "Gen. Ann Example, the White House drug policy director".
OF_RANK = frozenset({"general", "colonel", "major", "captain", "admiral", "doctor", "professor"})
RANKS = frozenset(f"{title}." for title in TITLE_ABBREVIATIONS - {"St"})
IN_HOUSE = frozenset(
    {"whip", "leader", "speaker", "chairman", "chairwoman", "chair"}
)  # of a body, not of a place
FARTHEST_LIKE = 3  # tokens from a noun to the "as" of "such as", a comma between
FULL = 2  # words of a full name


def role_in_sentence(head: Token, reference: Reference) -> str | None:
    role = reference.role
    if role and (both := offices_joined(head)):
        return both
    if role and " " not in role and (body := body_ahead(head)):
        return f"{role} of {body}"
    if (over := office_over(head)) is not None:
        return over
    if not role or role.split()[-1].lower() not in BEARERS:
        return role or role_beside(head) or role_of_each(head) or calling_before(head) or role_of_such(head)
    place = "" if role.split()[-1].lower() in IN_HOUSE else place_of_office(head)
    is_rank = role.lower() in OF_RANK or (" " not in role and not place and has_office_behind(head))
    return (is_rank and role_of_apposition(head)) or f"{role}{place}"


def offices_joined(head: Token) -> str | None:
    """Two offices of one person, the first of which the parse takes for somebody: "Club President and Board Secretary Ann Example"."""
    office, doc = head.head, head.doc
    names = [word.i for word in head.lefts if word.ent_type_ == "PERSON"]
    if head.dep_ != "conj" or office.pos_ != "PROPN" or not is_calling(office.lower_) or not names:
        return None
    before = doc[office.left_edge.i : names[0]]
    is_one = before[0].pos_ in NOUNS and not any(
        word.ent_type_ == "PERSON" or word.text == "," for word in before
    )
    return plain_role(before.text) if is_one and doc[office.i + 1].lower_ == "and" else None


def has_office_behind(head: Token) -> bool:
    """Whether the office that somebody holds stands behind the title: "Senator Ann Example, the leader of the opposition,"."""
    return any(
        word.left_edge.lower_ in ("the", word.lower_) and word.lower_ in BEARERS and word.pos_ == "NOUN"
        for word in appositions(head)
    )


def calling_before(head: Token) -> str | None:
    """What stands right before a name and says what its bearer does, though the parse takes it for a verb: "screenwriter Ann Example"."""
    at = min((word.i for word in head.lefts if word.dep_ == "compound"), default=head.i)
    noun = head.doc[at - 1] if at else head
    is_taken_apart = (
        noun.i > 0 and noun.nbor(-1).lower_ == "the" and noun.tag_ == "NN"
    )  # "as the poet Ann Example says"
    is_behind = noun.i < at and (head.head.i == noun.i or is_taken_apart)
    return plain_role(noun.text) if is_behind and noun.text.islower() and is_calling(noun.lower_) else None


def body_ahead(head: Token) -> str | None:
    """The body that opens the sentence before somebody's office: "At Velmar Mills, founder Ann Example sees …"."""
    sentence = list(head.sent)[: head.i - head.sent.start]
    comma = next((at for at, word in enumerate(sentence) if word.text == ","), 0)
    is_at = (
        len(sentence) > FULL
        and sentence[0].lower_ == "at"
        and all(word.text.istitle() for word in sentence[1:comma])
    )
    is_next = len(sentence[comma + 1 :]) == 1 + sum(
        word.ent_type_ == "PERSON" for word in sentence[comma + 1 :]
    )
    return text_of(sentence[1:comma]) if comma > 1 and is_at and is_next else None


def office_over(head: Token) -> str | None:
    """The office whose body the parse hangs on the name behind it: "chair of the Roads Committee Rep. Ann Example", "Secretary of the Interior Ann Example"."""
    of = head.head
    if head.dep_ != "pobj" or of.lower_ != "of" or of.head.lower_ not in BEARERS:
        return None
    names = [word for word in head.lefts if word.dep_ == "compound"]
    end = next((word.i for word in names if is_person_title(word) or word.ent_type_ == "PERSON"), head.i)
    first = of.head.left_edge.i if of.head.left_edge.i < of.i else of.head.i
    is_body = end - of.i > FULL or (end - of.i == FULL and of.nbor(1).pos_ == "PROPN")
    return plain_role(head.doc[first:end].text) if is_body and of.nbor(1).ent_type_ != "PERSON" else None


def role_in_headline(head: Token) -> str | None:
    """A headline's words in capitals are no role; its title right before a name is one: "President Example"."""
    title = head.nbor(-1) if head.i else head
    return plain_role(title.text) if is_person_title(title) and title.i < head.i else None


def is_headline(sentence: Span) -> bool:
    """Whether a sentence is written in the capitals of a headline: "Mayor Tells Council Off"."""
    words = [word for word in sentence if word.is_alpha and len(word) >= LONG]
    common = [word for word in words if not word.ent_type_ and word.lower_ not in TITLES]
    is_alone = sentence.start == 0 or "\n" in sentence.doc[sentence.start - 1].text_with_ws
    return is_alone and len(common) >= OF_HEADLINE and all(word.text[0].isupper() for word in words)


def role_of_each(head: Token) -> str | None:
    """What stands before several names and is each one's: "Senators Ann Example and Bob Example", "candidates Ann Example and …"."""
    first = head
    while True:
        role = role_of_each_behind(first)
        if role is not None or first.dep_ not in ("conj", "appos") or first.head.ent_type_ != "PERSON":
            return role
        first = first.head


def role_of_each_behind(first: Token) -> str | None:
    """The role of each of several people, the first of whose names has the head `first`."""
    at = min((word.i for word in first.lefts if word.dep_ == "compound"), default=first.i)
    titled = next((word for word in first.doc[at + 1 : first.i] if title_of_each(with_stop(word))), None)
    if titled is not None:  # "Norland Liberal Sens. Ann Example and Bob Example"
        return plain_role(f"{first.doc[at : titled.i].text} {title_of_each(with_stop(titled))}")
    before = at - 1 - (at > 1 and first.doc[at - 1].text == ".")  # the parse tears it off some titles
    titles = (title_of_each(with_stop(first.doc[place])) for place in (at, before) if place >= 0)
    title = next((plain_role(title) for title in titles if title), None)
    noun = first.doc[at - 1] if at else first
    if title or noun.tag_ != "NNS" or not noun.lower_.endswith("s") or not is_calling(noun.lower_[:-1]):
        return title
    return plain_role(each_of(noun))


def each_of(several: Token) -> str:
    """What each of several is, without who is named between: "Liberal candidate" of "Liberal candidates"."""
    kinds = [
        word.text
        for word in several.lefts
        if word.dep_ in ("amod", "compound") and word.ent_type_ != "PERSON"
    ]
    return " ".join([*kinds, several.lower_[:-1]])


def role_of_such(head: Token) -> str | None:
    """What those are of whom somebody is named as one: "chefs such as Ann Example and Bob Example"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    like = first.head
    is_example = like.lower_ in ("like", "including") or (
        like.lower_ == "as" and like.i > 0 and like.nbor(-1).lower_ == "such"
    )
    several = like.head
    is_near = several.i < like.i <= several.i + FARTHEST_LIKE
    if first.dep_ != "pobj" or not is_example or not is_near or several.tag_ != "NNS":
        return None
    is_work = several.lower_.endswith("s") and is_calling(several.lower_[:-1])
    return plain_role(each_of(several)) if is_work else None


def has_person_title(entity: Span) -> bool:
    """Whether a title stands before a name that the model takes for a place or a body: President Zelenskyy."""
    if entity.label_ not in ("GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"):
        return False
    is_inside = len(entity) > 1 and entity[0].text in RANKS  # the model took it in
    title = entity[0] if is_inside else entity.doc[max(0, entity.start - 1)]
    name = entity[1] if is_inside else entity[0]
    return title.i < name.i and is_person_title(title) and name.pos_ == "PROPN"


def is_person_title(token: Token) -> bool:
    return token.text in RANKS or (token.lower_.strip(".") in PERSON_TITLES and token.text[0].isupper())

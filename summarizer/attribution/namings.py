"""Where an article names people: every place, with the words that belong to the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import dateline_end
from summarizer.attribution.names import Reference, plain_role, refer, with_stop
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import HYPHENS, NOUNS, behind_hyphen, from_hyphen, mention_tokens
from summarizer.attribution.roles import appositions, one_of, place_of_office, role_beside, role_of_apposition
from summarizer.text.names import (
    BEARERS,
    BODIES,
    CALLINGS,
    GIVEN_TO,
    NOT_PERSONS,
    PERSON_TITLES,
    TITLE_ABBREVIATIONS,
    TITLES,
    is_calling,
    title_of_each,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from summarizer.parse.words import Doc, Span, Token

FULL = 2  # words of a full name
LONG = 4  # letters of a word that takes its capital in a headline
OF_HEADLINE = 3  # such words at least that are no names
LONGEST_ROLE = 6  # tokens before a name that opens a report
IN_ROLE = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
ALONE_SAID = frozenset({"say", "tell", "add", "write", "ask", "reply"})
THINGS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
PLACES = frozenset(
    "capital city town village port suburb island region province district county state".split()
)
# Behind a "the" they begin a ship's name: "the Lady Example".
OF_SHIPS = frozenset({"lady", "queen", "king", "prince", "princess", "miss"})
# What people do to bodies.
LED = frozenset({"chair", "lead", "head", "host", "coach", "direct", "found", "represent", "run"})
POSTED = frozenset({"to", "of", "for", "in"})
# What says less than the office behind the name: "Gen. Ann Example, the White House drug policy director".
OF_RANK = frozenset({"general", "colonel", "major", "captain", "admiral", "doctor", "professor"})
RANKS = frozenset(f"{title}." for title in TITLE_ABBREVIATIONS - {"St"})
WORD = r"[^\W\d_][\w.'’-]*"
NAME = re.compile(rf"{WORD}(?: (?:{WORD}|’{WORD}|“{WORD}”|\"{WORD}\"|‘{WORD}’)){{0,5}}")
# Small words inside Dutch and Flemish names, with an apostrophe that tells them from prepositions.
LOWER_IN_NAME = re.compile(r" (?:(?:in|van|op|aan|uit) )?[’']t [A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the article names a person."""

    start: int  # character
    head: int  # token
    name: str
    role: str | None
    honorific: str | None


def namings_of(doc: Doc) -> tuple[Naming, ...]:
    """Every place where `doc` names a person, in order."""
    text = doc.text  # spaCy joins it anew from every word each time
    spans = (*persons(doc), *behind_owners(doc), *behind_nouns(doc), *beside_callings(doc), *behind_by(doc))
    found = [naming for span in spans if (naming := naming_of(text, span))]
    found += list(in_full(doc, found))
    found += [naming for span in again(doc, found) if (naming := naming_of(text, span))]
    return tuple(sorted(found, key=lambda naming: naming.start))


def in_full(doc: Doc, found: Iterable[Naming]) -> Iterator[Naming]:
    """The full names of those whom the model knows by one name only: "[Keiwan Ratliff] ran", "Ratliff said"."""
    full = {name for naming in found for name in naming.name.split() if " " in naming.name}
    single = {naming.name for naming in found if " " not in naming.name} - full
    for family in doc[1:]:
        given = family.nbor(-1)
        is_family = family.text in single and family.pos_ == "PROPN"
        is_given = given.text in single and given.lower_ in GIVEN_TO
        if (is_family or is_given) and may_be_given(given, family):
            yield Naming(given.idx, family.i, f"{given.text} {family.text}", role_beside(family), None)


def may_be_given(word: Token, family: Token) -> bool:
    """Whether a word before a surname is a given name, which the model takes for nothing or, with the surname, for a place or body."""
    is_alike = word.ent_type_ == family.ent_type_ != "PERSON" and family.ent_iob_ != "B"
    is_word = word.text.istitle() and word.is_alpha and word.pos_ == family.pos_ == "PROPN"
    is_other = is_calling(word.lower_) or word.lower_ in TITLES | NOT_PERSONS or family.lower_ in NOT_PERSONS
    is_inside = word.i > 0 and word.nbor(-1).pos_ == "PROPN" and word.nbor(-1).text.istitle()
    return is_alike and is_word and not is_other and not is_inside and family.text.istitle()


def again(doc: Doc, found: Iterable[Naming]) -> Iterator[Span]:
    """The places of a surname or a single name where the model takes it for no person: "gas fitter [Example], 37"."""
    names = {naming.name.split()[-1] for naming in found}
    taken = {place for naming in found for place in range(naming.start, naming.start + len(naming.name) + 1)}
    for token in doc:
        is_known = token.text in names and token.idx not in taken and token.pos_ == "PROPN"
        if is_known and token.ent_type_ in ("", "ORG") and token.dep_ not in ("compound", "poss"):
            yield doc[token.i : token.i + 1]


def persons(doc: Doc) -> Iterator[Span]:
    """The names that the model takes for a person's, and those before which stands a person's title."""
    speakers = {word.text for word in doc if is_alone_speaking(word)}
    return (
        entity
        for entity in doc.ents
        if (entity.label_ == "PERSON" and not is_place(entity))
        or has_person_title(entity)
        or begins_as_person(entity)
        or goes_on_as_person(entity, speakers)
    )


def is_place(entity: Span) -> bool:
    """Whether a single name that the model takes for a person's stands behind a place's noun: "the capital, Norburg"."""
    name = entity.root
    return len(entity) == 1 and name.dep_ == "appos" and name.head.lower_ in PLACES


def begins_as_person(entity: Span) -> bool:
    """Whether what the model takes for a body or a thing is a full name by its given name: "Lena Example".

    In PolNeAR's dev articles and 26 pages four of five such names are people's; the fifth ends in "Energy".
    """
    if entity.label_ not in THINGS or len(entity) != FULL or entity[0].lower_ not in GIVEN_TO:
        return False
    return all(word.pos_ == "PROPN" and word.text.istitle() for word in entity) and not NOT_PERSONS & {
        word.lower_ for word in entity
    }


def behind_owners(doc: Doc) -> Iterator[Span]:
    """The full names that the model has joined to their outlet: the "Jorge Example" of "the Courier's Jorge Example"."""
    for entity in doc.ents:
        owned = next((at + 1 for at, word in enumerate(entity) if word.tag_ == "POS"), len(entity))
        name = doc[entity.start + owned : entity.end]
        is_name = len(name) == FULL and all(word.pos_ == "PROPN" and word.text.istitle() for word in name)
        if is_name and entity.label_ != "PERSON" and name[0].lower_ in GIVEN_TO and not is_body(name):
            yield name


def is_alone_speaking(word: Token) -> bool:
    """Whether a word in capitals speaks by itself: the "Example" of "Example said"."""
    is_name = word.pos_ == "PROPN" and word.text.istitle() and word.is_alpha and word.dep_ == "nsubj"
    return is_name and word.left_edge.i == word.i and word.head.lemma_.lower() in ALONE_SAID


def goes_on_as_person(entity: Span, speakers: Collection[str]) -> bool:
    """Whether what the model takes for a body is a full name, whose last word then speaks by itself: "Zula Example", "Example said".

    Bodies lose their last words, or keep their "the".
    """
    if entity.label_ not in THINGS or len(entity) != FULL or entity[-1].text not in speakers:
        return False
    before = entity.doc[entity.start - 1].lower_ if entity.start else ""
    is_name = all(word.pos_ == "PROPN" and word.text.istitle() and word.is_alpha for word in entity)
    words = {word.lower_ for word in entity}
    return is_name and before != "the" and not is_outlet(entity.text) and not words & (NOT_PERSONS | TITLES)


def behind_nouns(doc: Doc) -> Iterator[Span]:
    """The full names that the model has missed behind a noun for one person: "its minister, Ann Example, resigned"."""
    for token in doc:
        noun = token.head
        is_missed = token.pos_ == "PROPN" and token.dep_ == "appos" and token.ent_type_ != "PERSON"
        is_somebody = (noun.pos_ in ("NOUN", "PROPN") and noun.lower_ in CALLINGS) or one_of(noun)
        if not is_missed or noun.i >= token.i or not is_somebody:
            continue
        is_beside = noun.i + 1 == token.i and noun.tag_ == "NN" and token.text.istitle()  # "official Example"
        name = full_name(token, noun.i + 1) or (doc[token.i : token.i + 1] if is_beside else None)
        if name is not None:
            yield name


def beside_callings(doc: Doc) -> Iterator[Span]:
    """The full names that the model has missed beside what somebody is: "Board chair Ann Example", "Ann Example, a geologist"."""
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or token.dep_ in ("compound", "appos"):
            continue
        called = [child for child in token.children if child.dep_ == "compound" and is_somebody_noun(child)]
        first = max((child.i + 1 for child in called), default=token.left_edge.i)
        is_one_word = token.text.istitle() and (
            (called and token.ent_type_ == "") or any(map(is_somebody_new, appositions(token)))
        )  # "agency official Example", "Example, an official of the agency"
        name = full_name(token, first) or (doc[token.i : token.i + 1] if is_one_word else None)
        is_called = called or any(is_somebody_noun(word) or one_of(word) for word in appositions(token))
        if name is not None and is_called and not is_body(name):
            yield name


def behind_by(doc: Doc) -> Iterator[Span]:
    """The full names that the model has missed behind "by": "the panel is chaired by Ann Example"."""
    for token in doc:
        by = token.head
        is_leader = token.dep_ == "pobj" and by.dep_ == "agent" and by.head.lemma_.lower() in LED
        if token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or not is_leader:
            continue
        name = full_name(token, token.left_edge.i)
        if name is not None and len(name) == FULL and not is_body(name):
            yield name


def is_somebody_new(word: Token) -> bool:
    """Whether an apposition tells who somebody is: "an official of the agency"; a maker may be a firm."""
    return is_somebody_noun(word) and word.left_edge.lower_ in ("a", "an") and word.lower_ not in BODIES


def is_somebody_noun(word: Token) -> bool:
    return is_calling(word.lower_) and (word.pos_ == "NOUN" or word.dep_ == "appos")


def is_body(name: Span) -> bool:
    """Whether words that look like a full name are those of a firm or a newspaper."""
    return any(word.lower_ in BODIES for word in name) or is_outlet(name.text)


def full_name(last: Token, first: int) -> Span | None:
    """The name of two words or more that ends in `last` and does not begin before `first`."""
    start = last.i
    while (
        start > first
        and last.nbor(start - 1 - last.i).pos_ == "PROPN"
        and last.nbor(start - 1 - last.i).head.i == last.i
    ):
        start -= 1
    return last.doc[start : last.i + 1] if start < last.i else None


def naming_of(text: str, entity: Span) -> Naming | None:
    tail = small_words_behind(text, entity)
    entity = whole_name(entity)
    posted = behind_post(entity)
    if posted is not None:
        return posted
    head, phrase = entity.root, phrase_to(entity)
    if any(one.lower_ == "the" and two.lower_ in OF_SHIPS for one, two in pairwise(phrase)):
        return None
    reference = refer(phrase, head if head.pos_ == "PROPN" else entity[-1])
    name = f"{reference.name}{tail}"
    if not reference.proper or not NAME.fullmatch(name):
        return None
    role = role_in_headline(head) if is_headline(head.sent) else role_in_sentence(head, reference)
    return Naming(entity.start_char, head.i, name, role, reference.honorific)


def role_in_sentence(head: Token, reference: Reference) -> str | None:
    role = reference.role
    if role and (both := offices_joined(head)):
        return both
    if not role or role.split()[-1].lower() not in BEARERS:
        return role or role_beside(head) or role_of_each(head) or calling_before(head)
    place = place_of_office(head)
    is_rank = role.lower() in OF_RANK or (" " not in role and not place and has_office_behind(head))
    return (is_rank and role_of_apposition(head)) or office_over(head) or f"{role}{place}"


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
        word.left_edge.lower_ == "the" and word.lower_ in BEARERS and word.pos_ == "NOUN"
        for word in appositions(head)
    )


def calling_before(head: Token) -> str | None:
    """What stands right before a name and says what its bearer does, though the parse takes it for a verb: "screenwriter Ann Example"."""
    at = min((word.i for word in head.lefts if word.dep_ == "compound"), default=head.i)
    noun = head.doc[at - 1] if at else head
    is_behind = noun.i < at and head.head.i == noun.i
    return plain_role(noun.text) if is_behind and noun.text.islower() and is_calling(noun.lower_) else None


def office_over(head: Token) -> str | None:
    """The office whose body the parse hangs on the name behind it: "chair of the Roads Committee Rep. Ann Example"."""
    of = head.head
    is_of = head.dep_ == "pobj" and of.lower_ == "of" and is_calling(of.head.lower_)
    title = next((word for word in head.lefts if word.dep_ == "compound" and is_person_title(word)), None)
    if not is_of or title is None or title.i - of.i < FULL:
        return None
    first = of.head.left_edge.i if of.head.left_edge.i < of.i else of.head.i
    return plain_role(head.doc[first : title.i].text)


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
        if role is not None or first.dep_ != "conj" or first.head.pos_ != "PROPN":
            return role
        first = first.head


def role_of_each_behind(first: Token) -> str | None:
    """The role of each of several people, the first of whose names has the head `first`."""
    at = min((word.i for word in first.lefts if word.dep_ == "compound"), default=first.i)
    before = at - 1 - (at > 1 and first.doc[at - 1].text == ".")  # the parse tears it off some titles
    titles = (title_of_each(with_stop(first.doc[place])) for place in (at, before) if place >= 0)
    title = next((plain_role(title) for title in titles if title), None)
    noun = first.doc[at - 1] if at else first
    if title or noun.tag_ != "NNS" or not noun.lower_.endswith("s") or not is_calling(noun.lower_[:-1]):
        return title
    kinds = [
        word.text for word in noun.lefts if word.dep_ in ("amod", "compound") and word.ent_type_ != "PERSON"
    ]
    return plain_role(" ".join([*kinds, noun.lower_[:-1]]))


def whole_name(entity: Span) -> Span:
    """The name of which the model has taken only the first part: "President [Han] Min Ho", "[Awa N’Dour]-O’Brien"."""
    doc, end = entity.doc, entity.end
    head = entity[-1].head
    if (
        entity.label_ != "PERSON"
        and entity[-1].dep_ == "compound"
        and head.pos_ == "PROPN"
        and head.ent_type_ == ""
    ):
        end = head.i + 1
    end = last_part_left_out(entity, end)
    while (part := behind_hyphen(doc[end - 1])) is not None and part.pos_ == "PROPN":
        end = part.i + 1
    return doc[entity.start : end] if end > entity.end else entity


def last_part_left_out(entity: Span, end: int) -> int:
    """Where the name ends with a part that the model left out: "[Yoon Suk] Yeol"."""
    doc = entity.doc
    if entity.label_ != "PERSON" or end != entity.end or len(entity) != FULL or end >= len(doc):
        return end
    behind = doc[end]
    is_part = behind.pos_ == "PROPN" and behind.ent_type_ == "" and behind.text.istitle() and behind.is_alpha
    hangs = (entity[-1].dep_ == "compound" and entity[-1].head.i == behind.i) or behind.dep_ in (
        "flat",
        "appos",
    )
    return end + 1 if is_part and hangs and behind.lower_ not in TITLES else end


def behind_post(entity: Span) -> Naming | None:
    """The person whose name the model has joined to the place of the office before it: "ambassador to [Norland Ann Example]"."""
    doc, start = entity.doc, entity.start
    if len(entity) != FULL + 1 or start < FULL or doc[start - 1].lower_ not in POSTED:
        return None
    office = doc[start - 2]
    if office.pos_ != "NOUN" or not is_calling(office.lower_) or entity[0].lower_ in GIVEN_TO:
        return None
    name, role = doc[start + 1 : entity.end], plain_role(doc[office.left_edge.i : start + 1].text)
    return Naming(name.start_char, name.root.i, name.text, role, None)


def small_words_behind(text: str, entity: Span) -> str:
    """The rest of a surname behind small words that can stand in no other place: "Hans[ in ’t Veld]"."""
    tail = LOWER_IN_NAME.match(text, entity.end_char)
    return tail[0] if tail is not None and entity.label_ == "PERSON" else ""


def phrase_to(entity: Span) -> list[Token]:
    """The words of the noun phrase of `entity` up to its end."""
    head = entity.root
    indexes = {token.i for token in mention_tokens(head)} | set(range(entity.start, entity.end))
    first = entity.start
    while first - 1 in indexes and not head.doc[first - 1].is_space:
        first -= 1
    first = opening_of(entity, from_hyphen(head.doc[first]).i)
    last = entity.end
    while last > entity.start + 1 and (
        head.doc[last - 1].text in ("'s", "’s", "’", "'") or head.doc[last - 1].is_punct
    ):
        last -= 1
    return list(head.doc[first:last])


def opening_of(entity: Span, first: int) -> int:
    """Where the phrase of a name begins, though the parse has hung its role on the dateline: "NORBURG (AFP) – singer Ann Example"."""
    start = dateline_end(entity[0])
    between = entity.doc[start : entity.start]
    is_opening = 0 < len(between) <= LONGEST_ROLE and between[-1].pos_ in NOUNS
    is_role = all(word.pos_ in IN_ROLE or word.text in HYPHENS for word in between)
    return min(first, start) if start and is_opening and is_role else first


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

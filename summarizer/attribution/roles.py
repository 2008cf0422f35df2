"""The role that stands behind or around a name: apposition, brackets and "who" clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.factual import PERSON_ENDING
from summarizer.attribution.names import plain_role, text_of
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import WHO, around, child_of, entity_of, last_part, mention_tokens
from summarizer.text.names import BEARERS, BODIES, is_calling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token

PERSON_ENTITY = "PERSON"
OF_SEVERAL = "one"  # "one of the leading grain traders"
# What somebody is who does this to a body.
LEADING = {
    "chair": "chair",
    "head": "head",
    "lead": "head",
    "direct": "director",
    "edit": "editor",
    "own": "owner",
}
# What is led and is no body by its name.
UNITS = frozenset("division programme program project lab laboratory centre center branch team".split())
OWNER = re.compile(r"(?:(?!\b(?:of|at|for|in|with)\b).)*?[’']s? ")
LONGEST = 12  # words between two commas that are a role
FEWEST = 4  # "Norland's trade director"
CLOSING_MARKS = frozenset({",", ".", ";", ")", "—", "–"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AFTER_COMMA = 2  # tokens from the last of a phrase to what stands behind its comma
LONGEST_OF_TWO = 80  # characters; two offices with all their bodies fill a line and more
INDEFINITE = frozenset({"a", "an"})
WORKING = frozenset({"work", "serve", "study", "teach", "follow", "cover", "track", "research", "act"})
AT = frozenset({"at", "for", "with"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
ENDED = frozenset({"former", "then", "once", "ex", "previous"})
OF_BODY = frozenset({"of", "from", "at", "with"})
HEADS = frozenset(
    {"head", "chief", "star", "face", "voice", "figure", "lead", "co", "prosecuting", "defending"}
)  # of people and of much else


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
        and child.nbor(child.left_edge.i - child.i - 1).text != ":"
    )


def says_role(word: Token) -> bool:
    """Whether an apposition is a role: a common noun, an office in capitals, or "one of the traders"."""
    first = word.left_edge
    if is_office_at(first, word):
        return True
    if word.ent_type_ == PERSON_ENTITY or "not" in (first.lower_, first.nbor(-1).lower_):
        return False  # "(not her real name)"
    if word.lower_ == OF_SEVERAL:
        return one_of(word)
    if word.tag_ == "NNS" or first.lower_ == "whose":
        return False  # "Ann Example, family members and friends", "whose first editor was a friend"
    return (word.pos_ == "NOUN" and is_person(word)) or (word.pos_ == "PROPN" and is_calling(word.lower_))


def is_person(noun: Token) -> bool:
    """Whether a noun says what one person is: "adviser", "head", no "website", "treatise", "vote"."""
    word = last_part(noun).lower_.rsplit("-", 1)[-1]
    return word in HEADS or is_calling(word) or bool(PERSON_ENDING.search(word))


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


def role_of_who_clause(head: Token) -> str | None:
    """ "Ann Example, who is the mayor", "who watches grain as an analyst at Example Brothers"."""
    clause = child_of(head, "relcl")
    if clause is None or not any(child.lower_ == "who" for child in clause.children):
        return None
    what = child_of(clause, "attr") if clause.lemma_ == "be" else working_as(clause) or working_at(clause)
    what = last_part(what) if what is not None else None
    role = phrase(what) if what is not None and what.pos_ in ("NOUN", "PROPN") else led_by(clause)
    if role and what and clause.lower_ == "served":
        return formerly(role)
    if role and what and clause.lower_ == "was" and is_past_office(what, role):
        return f"former {role}"
    return f"{role}{place_behind(clause, what)}" if role and what and clause.lemma_ != "be" else role


def led_by(verb: Token) -> str | None:
    """What somebody is to the body that a verb says they lead: "head of the union" of "who leads the union"."""
    body = child_of(verb, "dobj")
    if body is None or verb.tag_ != "VBZ" or verb.lemma_ not in LEADING:
        return None
    is_led = body.ent_type_ == "ORG" or body.lower_ in BODIES | UNITS
    named = phrase(body) if is_led and body.tag_ != "NNS" else None
    article = "the " if any(child.lower_ == "the" for child in body.children) else ""
    return f"{LEADING[verb.lemma_]} of {article}{named}{place_behind(verb, body)}" if named else None


def formerly(role: str) -> str | None:
    """A role that is over: "Mr. Example's former chief of staff"."""
    if role.split(maxsplit=1)[0].lower() in ENDED:
        return role
    owner = OWNER.match(role)
    return f"{owner[0]}former {role[owner.end() :]}" if owner is not None else f"former {role}"


def is_past_office(what: Token, role: str) -> bool:
    """Whether somebody "was" this for good: an office, and no part in one event ("who was a passenger on the bus")."""
    has_article = any(child.dep_ == "det" for child in what.children)
    is_held = what.lower_ in BEARERS or (is_calling(what.lower_) and not has_article)
    return is_held and role.split(maxsplit=1)[0].lower() not in ENDED


def place_behind(verb: Token, work: Token) -> str:
    """The place that the parse has hung on the verb: "works as a cleaner [at Example Airport]"."""
    places = (child for child in verb.children if child.dep_ == "prep" and child.i == work.right_edge.i + 1)
    place = next((child for child in places if child.lower_ in AT | {"in"} and child_of(child, "pobj")), None)
    return f" {text_of(list(place.doc[place.i : place.right_edge.i + 1]))}" if place is not None else ""


def working_at(verb: Token) -> Token | None:
    """Where somebody works: "who studies bursts at the University of Example", "who works for the Water Board"."""
    if verb.tag_ != "VBZ" or verb.lemma_ not in WORKING:
        return None
    places = (
        child_of(child, "pobj")
        for word in (verb, child_of(verb, "dobj"))
        if word is not None
        for child in word.children
        if child.dep_ == "prep" and child.lower_ in AT
    )
    return next((place for place in places if place is not None and place.ent_type_ == "ORG"), None)


def working_as(verb: Token) -> Token | None:
    """The work in "who watches grain as an analyst": of today, and not what somebody is taken for."""
    thing = child_of(verb, "dobj")
    is_work = verb.lemma_ in WORKING
    is_of_thing = thing is not None and (is_calling(thing.lower_) or (thing.pos_ != "NOUN" and not is_work))
    if not (verb.tag_ == "VBZ" or verb.lower_ == "served") or is_of_thing:
        return None
    works = (
        child_of(child, "pobj") for child in verb.children if child.dep_ == "prep" and child.lower_ == "as"
    )
    return next(
        (
            work
            for work in works
            if work is not None
            and (is_work or is_calling(work.lower_))
            and (is_one_of_many(work) or verb.lower_ == "served")
        ),
        None,
    )


def is_one_of_many(noun: Token) -> bool:
    return any(child.lower_ in INDEFINITE for child in noun.children)


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
        or (
            body.pos_ == "PROPN"
            and any(each.dep_ == "compound" and each.lower_ in BODIES for each in body.lefts)
        )
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


def phrase(head: Token) -> str | None:
    """The noun phrase of a role, without the article before it; a second role with it where there is room."""
    both, first = (
        plain_role(text_of(around(head, {token.i for token in mention_tokens(head)} - joined)))
        for joined in (joined_to(head, second=True), joined_to(head, second=False))
    )
    role = both if both is not None and len(both) <= LONGEST_OF_TWO else first
    return f"{role}{state_behind(head, role)}" if role is not None else None


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

"""The role that a "who" clause behind a name gives: "who is the mayor", "who chairs the harbour board"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.names import text_of
from summarizer.attribution.phrases import INDEFINITE, child_of, last_part
from summarizer.attribution.role_phrases import phrase
from summarizer.text.names import BEARERS, BODIES, is_calling, is_for_person

if TYPE_CHECKING:
    from summarizer.parse.words import Token


WORKING = frozenset({"work", "serve", "study", "teach", "follow", "cover", "track", "research", "act"})
AT = frozenset({"at", "for", "with"})
ENDED = frozenset({"former", "then", "once", "ex", "previous"})
# What somebody is who does this to a body.
LEADING = {
    "chair": "chair",
    "head": "head",
    "lead": "head",
    "direct": "director",
    "edit": "editor",
    "own": "owner",
}
# What is held and says what its holder is by what it is of: "the post of harbour master".
POSTS = frozenset({"post", "position", "office", "rank", "job"})
# What is led and is no body by its name.
UNITS = frozenset("division programme program project lab laboratory centre center branch team".split())
OWNER = re.compile(r"(?:(?!\b(?:of|at|for|in|with)\b).)*?[’']s? ")


def role_of_who_clause(head: Token) -> str | None:
    """ "Ann Example, who is the mayor", "who watches grain as an analyst at Example Brothers"."""
    clause = child_of(head, "relcl")
    if clause is None or not any(child.lower_ == "who" for child in clause.children):
        return None
    what = child_of(clause, "attr") if clause.lemma_ == "be" else working_as(clause) or working_at(clause)
    what = last_part(what) if what is not None else None
    role = (
        phrase(what)
        if what is not None and what.pos_ in ("NOUN", "PROPN")
        else led_by(clause) or held_in(clause)
    )
    if role and what and clause.lower_ == "served":
        return formerly(role)
    if role and what and clause.lower_ == "was" and is_past_office(what, role):
        return formerly(role)
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


def held_in(verb: Token) -> str | None:
    """What somebody is who holds it: "chair of history at Kest" of "who holds the chair of …", "captain" of "the rank of captain"."""
    post = child_of(verb, "dobj")
    if post is None or verb.tag_ != "VBZ" or verb.lemma_ != "hold":
        return None
    of = next(
        (child for child in post.children if child.lower_ in ("of", "in") and child.i == post.i + 1), None
    )
    office = post if of is not None and post.lower_ == "chair" else None
    if of is not None and post.lower_ in POSTS:
        office = child_of(of, "pobj")
    is_held = office is not None and (office is post or is_for_person(last_part(office).lower_))
    role = phrase(office) if office is not None and is_held else None
    return f"{role}{place_behind(verb, post)}" if role else None


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

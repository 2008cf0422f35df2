"""The words that signal an attribution, by lemma.

Chosen by hand from the cues of the PolNeAR training articles, keeping verbs that report words and
leaving out those of thought, wish and plan ("thinks", "hopes", "plans").
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.attribution.words import words
from summarizer.text.lexicon import words_of

# Take a clause ("said that …") or a quotation.
SAYING = words_of("saying")

# Verbs that may take a clause. "Show", "find" and "indicate" take one of a written source.
CLAUSE = SAYING - words(
    """
    shoot fire praise cry chant implore laugh scold chide rail begin rule signal
    """
)

# Nouns for words uttered: "her claim that …".
SAID_THINGS = words_of("said_things")

# Written sources: what they show or find, they state.
WRITTEN = words_of("written")

# What somebody does with a text or a thing said, whose words it then is.
UTTERS = words(
    """
    make issue repeat reiterate renew release give publish deliver offer
    """
)

# What written sources do with a clause; people who find or show something say nothing.
FINDING = words(
    """
    find show indicate suggest conclude reveal read estimate detail allege
    """
)

# Words that stand for people as well as for things.
SOME = words_of("some")

# Main verbs after a quotation that credit nobody: "…," is the slogan.
NEVER_AFTER_QUOTATION = words(
    """
    be have do become remain seem appear make get go come
    """
)

# "Went on to say", "continued to insist": the infinitive after them was said.
STILL_SAYING = words(
    """
    go continue begin start proceed use appear seem happen
    """
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Which complements beside a clause are content: all `required` ones, and the `also` ones if there.

    "obj" object, "pred" what the object is called, "inf" infinitive, "doing" what was done,
    else a preposition; `leading` ones
    belong to the cue ("called for"). `marked`: content only when it holds quotation marks.
    """

    required: tuple[str, ...]
    also: tuple[str, ...] = ()
    marked: bool = False


LEADING = frozenset({"for", "about", "against", "on", "of"})

TABLE: tuple[tuple[str, Frame], ...] = (
    (
        (
            "describe portray characterize characterise denounce condemn criticize criticise praise slam ridicule hail depict dismiss "
            "decry blast reject"
        ),
        Frame(("obj", "as")),
    ),
    ("call label brand dub term deem pronounce", Frame(("obj", "pred"))),
    ("call label brand dub term deem pronounce", Frame(("pred",))),
    (
        (
            "criticize criticise praise denounce slam condemn blast lament assail castigate rebuke question decry applaud commend chide "
            "lambaste deride mock hail"
        ),
        Frame(("obj",), ("for",)),
    ),
    ("describe recall recount remember", Frame(("doing",))),
    ("express announce note explain confirm stress voice reveal", Frame(("obj",))),
    (
        (
            "deny describe declare mention reiterate claim report suggest warn acknowledge emphasize recall dismiss cite reject predict "
            "tout allege decry write say tweet"
        ),
        Frame(("obj",), marked=True),
    ),
    ("accuse", Frame(("obj", "of"))),
    ("vow pledge promise agree threaten offer swear undertake claim demand propose", Frame(("inf",))),
    ("urge ask call encourage implore advise instruct tell", Frame(("inf",), ("obj",))),
    ("call", Frame(("on", "inf"))),
    ("call", Frame(("for",))),
    ("speak complain joke boast warn", Frame(("about",))),
    ("warn", Frame(("of",))),
    ("warn caution", Frame(("against",))),
)

# Precision of each on the PolNeAR training articles: 0.75 or more for nearly all, 0.65 for the poorest kept
# ("asked them to", "called for"); the same verbs with a bare object ("claimed victory") reach 0.3 to 0.5.
FRAMES: dict[str, tuple[Frame, ...]] = {
    verb: tuple(frame for verbs, frame in TABLE if verb in verbs.split())
    for verb in sorted({verb for verbs, _ in TABLE for verb in verbs.split()})
}

"""What of a page's change is told: what the brief said and no longer holds, never what merely reads otherwise."""

from __future__ import annotations

import pytest

from summarizer.changes import changes
from summarizer.model import Note
from tests.summarizer.changes.pages import corrected, entry, page

LEAD = "The island ferry Lady Ansell rolled over off Skerrin Point on Tuesday night with 78 people on board."
MISSING = "The coast guard said fourteen people were still missing on Wednesday morning."
SAID = "“We are treating this as a rescue, not a recovery,” Commander Ilse Marrack said at the harbour."
RESCUE = "“We are treating this as a rescue, not a recovery,”"
DEPTH = "The vessel lies in 38 metres of water, about 600 metres from the shore, Marrack said."
COUSIN = "“Half of them had no lifejacket on,” said Bram Tennick, whose cousin was among the passengers."
FILLER = "Divers went back into the water at first light to search the hull for survivors of the wreck."
OTHER = "A service will be held in the harbour church of Aldermouth, where most of the crew have their homes."


def text(*sentences):
    return "\n\n".join(sentences)


WHOLE = text(LEAD, MISSING, SAID, DEPTH, COUSIN, FILLER, OTHER)


def ferry(whole=WHOLE, source="Ilse Marrack", **more):
    """The ferry page with whatever of the usual statements stands in it."""
    statements = (
        f"{source}: {RESCUE}",
        "Ilse Marrack: The vessel lies in 38 metres of water",
        "Bram Tennick: “Half of them had no lifejacket on,”",
    )
    return page(whole, *(one for one in statements if one.partition(": ")[2] in whole), **more)


def told(before, after):
    return [(change.kind, change.before, change.after) for change in changes(before, after)]


def after(old, new):
    """The changes when `old` on the ferry page becomes `new`."""
    assert old in WHOLE
    return told(ferry(), ferry(WHOLE.replace(old, new)))


SILENT = {
    "nothing": ("78", "78"),
    "a letter left out was put in": ("Commander", "Comander"),
    "two letters changed places": ("harbour.", "harbuor."),
    "a letter in a quotation was put right": ("treating", "treatting"),
    "another letter in a long word": ("passengers", "passangers"),
    "straight marks for curled ones": (RESCUE, '"We are treating this as a rescue, not a recovery,"'),
    "another dash": ("metres of water, about", "metres of water — about"),
    "an article was put in": ("at the harbour", "at harbour"),
    "a word was joined": ("lifejacket", "life-jacket"),
    "digits for words": ("fourteen people", "14 people"),
    "words for digits": ("about 600 metres", "about six hundred metres"),
    "a capital": ("coast guard", "Coast Guard"),
    "a comma": ("of water, about", "of water about"),
    "a contraction": ("We are treating", "We’re treating"),
    "the sentence was turned round": (
        MISSING,
        "Fourteen people were still missing on Wednesday morning, the coast guard said.",
    ),
    "one sentence became two": (
        DEPTH,
        "The vessel lies in 38 metres of water, Marrack said. It is about 600 metres from the shore.",
    ),
    "a quotation goes on longer": (
        "not a recovery,” Commander",
        "not a recovery, and nobody on my team talks of stopping,” Commander",
    ),
    "a quotation was shortened": ("“We are treating this as a rescue, not a recovery,”", "“We are treating this as a rescue,”"),
    "a paragraph was put in": (FILLER, f"{FILLER}\n\nThe harbour master closed the fairway to all shipping."),
    "a new figure without an old one": (FILLER, f"{FILLER}\n\nSome 40 divers took part in the search."),
    "a new statement": (OTHER, f"{OTHER}\n\nThe mayor said the town was in mourning."),
    "what no line of the brief told was reworded": (OTHER, "Mourners will meet in the harbour church tonight."),
    "a title before a name": ("Commander Ilse Marrack", "Cdr Ilse Marrack"),
    "words that say the same": ("were still missing", "remained missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_told_of(name):
    """Typing errors, marks, other words, what was added."""
    assert after(*SILENT[name]) == []


TOLD = {
    "a figure": ("fourteen people", "eleven people", "figure", "fourteen", "eleven"),
    "a figure from words to other digits": ("fourteen people", "15 people", "figure", "fourteen", "15"),
    "the figure of the lead": ("with 78 people", "with 81 people", "figure", "78", "81"),
    "one of two figures": ("about 600 metres", "about 900 metres", "figure", "600", "900"),
    "a figure with its unit": ("38 metres", "42 metres", "figure", "38", "42"),
    "a figure in a sentence that was reworded": (
        MISSING, "Nineteen people were still missing on Wednesday morning, the coast guard said.", "figure",
        "fourteen", "Nineteen",
    ),
    "a word of a quotation": ("not a recovery", "not a salvage", "quotation", "recovery", "salvage"),
    "a negation in a quotation": ("had no lifejacket on", "had a lifejacket on", "quotation", "no", "a"),
    "a number in a quotation": ("Half of them", "Nine of them", "quotation", "Half", "Nine"),
    "a word cut out of a quotation": ("as a rescue, not", "as rescue or not", "quotation", "rescue", "rescue"),
    "a source": ("Commander Ilse Marrack said", "harbour master Odd Brekke said", "source", "Ilse Marrack", "Odd Brekke"),
    "a source's name by one letter": ("Ilse Marrack said", "Ilse Marack said", "source", "Ilse Marrack", "Ilse Marack"),
    "the day": ("on Tuesday night", "on Monday night", "statement", "Tuesday", "Monday"),
    "a statement turned round": ("people were still missing", "people were not missing", "statement", "still", "not"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_a_change_of_substance_is_told_with_the_words_of_both_pages(name):
    """Once, before and after, and each word on its page."""
    old, new, kind, gone, come = TOLD[name]
    source = come if kind == "source" else "Ilse Marrack"
    whole = WHOLE.replace(old, new)
    (change,) = changes(ferry(), ferry(whole, source))
    assert change.kind == kind
    assert gone in change.before
    assert come in change.after
    if kind != "source":
        assert change.before in " ".join(WHOLE.split())
        assert change.after in " ".join(whole.split())
    assert change.evidence.span.of(whole)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 percent", "15 percent"),
        ("12%", "15%"),
        ("$2.3 million", "$2.5 million"),
        ("4.4 million crowns", "4.9 million crowns"),
        ("nearly 300 metres", "nearly 400 metres"),
        ("one ferry", "two ferries"),
    ],
)
def test_a_figure_is_told_with_its_unit(old, new):
    """Percentages, money, scales and bounds."""
    sentence = "The council said on Monday that repairs of the harbour wall had come to {} so far."
    ((kind, before, after),) = told(page(sentence.format(old)), page(sentence.format(new)))
    assert kind == "figure"
    assert (old in before, new in after) == (True, True)


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("three people with knowledge of the talks", "three poeple with knowledge of the talks", False),
        ("an indictment", "an indicmtent", False),
        ("a petition with many signatures", "a pteition with many signatures", False),
        ("Ilse Marrack", "Ilse Marack", True),
        ("Ilse Marrack", "Commander Ilse Marrack", False),
        ("Ilse Marrack", "a spokesman of the yard", True),
    ],
)
def test_a_source_is_another_one_or_the_same_misspelt(old, new, is_told):
    """Of a name each letter counts, of other words none."""
    sentence = "According to {}, the repairs of the harbour wall will go on until the autumn of next year."
    said = "{}: the repairs of the harbour wall will go on until the autumn of next year"
    before, after = (page(sentence.format(name), said.format(name)) for name in (old, new))
    assert [kind for kind, *_ in told(before, after)] == (["source"] if is_told else [])


def test_a_quotation_that_is_gone_is_told():
    """The page no longer carries it, nor anything in its place."""
    gone = changes(ferry(), ferry(text(LEAD, MISSING, DEPTH, COUSIN, FILLER, OTHER)))
    assert [(change.kind, change.before, change.after, change.about) for change in gone] == [
        ("quotation", RESCUE, None, "Ilse Marrack")
    ]


def test_paragraphs_in_another_order_are_the_same_page():
    """Every sentence still stands there."""
    assert told(ferry(), ferry(text(LEAD, COUSIN, DEPTH, SAID, OTHER, MISSING, FILLER))) == []


def test_a_page_that_was_cut_has_withdrawn_nothing():
    """A wall, or a reading that found less of the page."""
    assert told(ferry(), ferry(text(LEAD, MISSING))) == []
    assert told(ferry(), ferry(text(LEAD, MISSING, DEPTH, COUSIN, FILLER, OTHER), paywalled=True)) == []


def test_a_correction_note_is_told_in_its_own_words():
    """An earlier note is not told again, nor one that only says when the page was updated."""
    note = corrected("An earlier version of this article gave the ferry’s length wrongly.")
    assert told(ferry(), ferry(notes=(note,))) == [("note", None, note.text)]
    assert told(ferry(notes=(note,)), ferry(notes=(note,))) == []
    assert told(ferry(), ferry(notes=(Note("update", "Updated at 14:00 with new details."),))) == []


def test_another_headline_is_told():
    """Also when only its figure is another."""
    old, new = "Fourteen missing after ferry capsizes", "Eleven missing after ferry capsizes"
    assert told(ferry(title=old), ferry(title=new)) == [("headline", old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ferry capsizes off Skerrin Point", "Ferry capsizes off Skerrin point"),
        ("Ferry capsizes off Skerrin Point", "Ferry capsizes off Skerrin Point | The Courier"),
        ("Ferry capsizes off Skerrin Point", "LIVE: Ferry capsizes off Skerrin Point"),
        ("Ferry capsises off Skerrin Point", "Ferry capsizes off Skerrin Point"),
        ("Ferry capsizes off Skerrin Point", None),
    ],
)
def test_the_same_headline_in_another_dress_is_not_told(old, new):
    """Capitals, the outlet's name, a label, a typing error, and a page that gives none."""
    assert told(ferry(title=old), ferry(title=new)) == []


def test_a_live_blog_that_grew_has_changed_nothing():
    """Another headline by the hour, old entries gone."""
    entries = (entry(WHOLE),)
    before = ferry(entries=entries)
    grown = text(
        "At 17:40 the tug Marte reached the wreck with pumps on board.", LEAD, MISSING, DEPTH, FILLER
    )
    assert told(before, ferry(grown, title="Tug reaches ferry", entries=entries)) == []


def test_a_live_blog_s_corrected_entry_is_told():
    """An entry that stands with another figure was corrected."""
    entries = (entry(WHOLE),)
    found = told(ferry(entries=entries), ferry(WHOLE.replace("fourteen", "eleven"), entries=entries))
    assert [kind for kind, *_ in found] == ["figure"]


def test_several_changes_are_told_the_gravest_first():
    """Note, figure, quotation, headline."""
    whole = WHOLE.replace("fourteen", "eleven").replace("not a recovery", "not a salvage")
    found = told(
        ferry(), ferry(whole, title="Eleven missing off Skerrin Point", notes=(corrected("We were wrong."),))
    )
    assert [kind for kind, *_ in found] == ["note", "figure", "quotation", "headline"]


@pytest.mark.parametrize("name", [*SILENT, *TOLD])
def test_a_page_compared_with_itself_has_not_changed(name):
    """After a change was told the next look finds nothing."""
    old, new = (SILENT | TOLD)[name][:2]
    whole = WHOLE.replace(old, new)
    assert told(ferry(whole), ferry(whole)) == []

"""The line that is printed behind a source, on parses made by hand: its four forms, and when each is taken."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from summarizer.attribution.lines import with_lines
from summarizer.attribution.marks import whole_sentences
from summarizer.attribution.reading import read
from summarizer.model import Cue, Kind, Source, Span, Statement
from tests.summarizer.attribution.docs import parsed

SAID = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    said VBD 2 ROOT say
    the DT 4 det
    crane NN 5 nsubj
    was VBD 2 ccomp be
    old_ JJ 5 acomp
    . . 2 punct
"""
TOLD = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    told VBD 2 ROOT tell
    the DT 4 det
    council NN 2 dobj
    on IN 2 prep
    Monday NNP 5 pobj
    that IN 10 mark
    the DT 9 det
    bridge NN 10 nsubj
    was VBD 2 ccomp be
    safe_ JJ 10 acomp
    . . 2 punct
"""
REFUSED = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    refused VBD 2 ROOT refuse
    to TO 4 aux
    say VB 2 xcomp
    whether IN 9 mark
    the DT 7 det
    mill NN 9 nsubj
    would MD 9 aux
    open_ VB 4 ccomp
    . . 2 punct
"""
NOT_YET = """
    Ada NNP 1 compound
    Bell NNP 5 nsubj
    has VBZ 5 aux have
    not RB 5 neg
    yet RB 5 advmod
    confirmed VBN 5 ROOT confirm
    the DT 7 det
    number_ NN 5 dobj
    . . 5 punct
"""
NEVER = """
    Ada NNP 1 compound
    Bell NNP 3 nsubj
    never RB 3 neg
    denied VBD 3 ROOT deny
    the DT 5 det
    claim_ NN 3 dobj
    . . 3 punct
"""
NOT_ONLY = """
    Ada NNP 1 compound
    Bell NNP 4 nsubj
    not RB 4 neg
    only RB 4 advmod
    denied VBD 4 ROOT deny
    the DT 6 det
    claim NN 4 dobj
    but CC 4 cc
    sued_ VBD 4 conj sue
    . . 4 punct
"""
NEITHER = """
    Ada NNP 1 compound
    Bell NNP 3 nsubj
    neither CC 3 preconj
    confirmed VBD 3 ROOT confirm
    the DT 5 det
    number NN 3 dobj
    nor CC 3 cc
    denied VBD 3 conj deny
    the DT 9 det
    claim_ NN 7 dobj
    . . 3 punct
"""
NEITHER_NOR = """
    Ada NNP 1 compound
    Bell NNP 3 nsubj
    neither CC 3 preconj
    confirmed VBD 3 ROOT confirm
    nor CC 3 cc
    denied VBD 3 conj deny
    the DT 7 det
    claim_ NN 5 dobj
    . . 3 punct
"""
WHO_SAID = """
    Ada NNP 1 compound
    Bell_ NNP 10 nsubj
    , , 1 punct
    who WP 4 nsubj
    said VBD 1 relcl say
    the DT 6 det
    mill NN 7 nsubj
    was VBD 4 ccomp be
    safe_ JJ 7 acomp
    , , 1 punct
    left_ VBD 10 ROOT leave
    . . 10 punct
"""
INVERTED = """
    The DT 1 det
    bridge NN 2 nsubj
    was VBD 5 ccomp be
    safe_ JJ 2 acomp
    , , 5 punct
    said VBD 5 ROOT say
    Ada NNP 7 compound
    Bell_ NNP 5 nsubj
    . . 5 punct
"""
ADDING = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    praised VBD 2 ROOT praise
    the DT 4 det
    crew_ NN 2 dobj
    , , 2 punct
    adding VBG 2 advcl add
    that IN 10 mark
    the DT 9 det
    road NN 10 nsubj
    was VBD 6 ccomp be
    safe_ JJ 10 acomp
    . . 2 punct
"""
BETWEEN = """
    Each DT 1 det
    winter_ NN 8 npadvmod
    , , 8 punct
    engineers NNS 4 nsubj
    said_ VBD 8 parataxis say
    , , 8 punct
    the DT 7 det
    bridge NN 8 nsubj
    moves_ VBZ 8 ROOT move
    . . 8 punct
"""
WHICH_THEY_CALLED = """
    The DT 1 det
    plan_ NN 12 nsubjpass
    , , 1 punct
    which WP 5 dobj
    engineers NNS 5 nsubj
    called VBD 1 relcl call
    “_ `` 8 punct
    a DT 8 det
    mistake_ NN 5 oprd
    ”_ '' 1 punct
    , , 1 punct
    was VBD 12 auxpass be
    dropped_ VBN 12 ROOT drop
    . . 12 punct
"""
THIS = """
    The DT 1 det
    mill NN 2 nsubj
    closed_ VBD 2 ROOT close
    . . 2 punct
    This DT 5 nsubj
    was VBD 11 ccomp be
    a DT 7 det
    mistake_ NN 5 attr
    , , 11 punct
    Ada NNP 10 compound
    Bell NNP 11 nsubj
    said_ VBD 11 ROOT say
    . . 11 punct
"""
QUOTED = """
    “_ `` 7 punct
    We PRP 2 nsubj
    stay_ VBD 7 ccomp
    ,_ , 7 punct
    ” '' 7 punct
    Ada NNP 6 compound
    Bell NNP 7 nsubj
    said_ VBD 7 ROOT say
    . . 7 punct
"""
FRAGMENT = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    called VBD 2 ROOT call
    the DT 4 det
    plan NN 2 dobj
    “_ `` 7 punct
    a DT 7 det
    mess_ NN 2 oprd
    ”_ '' 2 punct
    . . 2 punct
"""
LIST = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    said VBD 2 ROOT say
    the DT 4 det
    crew NN 5 nsubj
    took VBD 2 ccomp take
    ropes_ NNS 5 dobj
    , , 6 punct
    lamps NNS 6 conj
    and CC 8 cc
    axes_ NNS 8 conj
    . . 2 punct
"""
SPOKESMAN = """
    A DT 1 det
    spokesman NN 5 nsubj
    for IN 1 prep
    the DT 4 det
    mill NN 2 pobj
    said VBD 5 ROOT say
    the DT 7 det
    crane NN 8 nsubj
    was VBD 5 ccomp be
    old_ JJ 8 acomp
    . . 5 punct
"""
SECOND_VERB = """
    Ada NNP 1 compound
    Bell NNP 2 nsubj
    smiled VBD 2 ROOT smile
    and CC 2 cc
    said VBN 2 conj say
    the DT 6 det
    crane NN 7 nsubj
    was VBD 4 ccomp be
    old_ JJ 7 acomp
    . . 2 punct
"""


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def line(
    rows: str,
    *content: str,
    cue: str | None = "said",
    source: str | None = "Ada Bell",
    kind: Kind = "indirect",
    post: str | None = None,
) -> list[str]:
    """The words of the line of a statement that is found in a text."""
    doc = parsed(rows)
    text = doc.text
    who = Source(source, source, span(text, source)) if source else None
    how = Cue(cue, span(text, cue)) if cue else None
    statement = Statement(tuple(span(text, part) for part in content), kind, who, how, post=post)
    (found,) = with_lines(read(doc), [statement])
    return [one.of(text) for one in found.line]


# A quotation.


def test_a_sentence_in_quotation_marks_is_printed_alone():
    """Somebody's own words with a subject and a verb need nothing around them."""
    assert line(QUOTED, "“We stay,”", kind="direct") == ["“We stay,”"]


def test_a_fragment_in_quotation_marks_is_printed_in_its_sentence():
    """Two words in marks say nothing alone: the stretch from the cue holds them."""
    assert line(FRAGMENT, "“a mess”", cue="called", kind="direct") == ["called the plan “a mess”"]


def test_both_quotations_of_one_statement_are_printed():
    """A quotation broken by its credit is one line of two parts."""
    rows = (
        QUOTED
        + """
        “_ `` 11 punct
        It PRP 11 nsubj
        leaks_ VBZ 11 ROOT leak
        ._ . 11 punct
        ” '' 11 punct
    """
    )
    assert line(rows, "“We stay,”", "“It leaks.”", kind="direct") == [
        "“We stay,”",
        "“It leaks.”",
    ]


def test_an_answer_without_marks_is_printed_as_it_stands():
    """What the layout gives to somebody is his own words, however few."""
    assert line(SAID, "the crane", cue=None, kind="direct") == ["the crane"]


def test_a_post_is_printed_as_it_stands():
    """A post is somebody's own text as a whole."""
    assert line(SAID, "the crane", cue=None, post="@bell, 3 May") == ["the crane"]


# A stretch from the cue.


@pytest.mark.parametrize(
    ("rows", "content", "cue", "expected"),
    [
        (SAID, "the crane was old", "said", "said the crane was old"),
        (TOLD, "that the bridge was safe", "told", "told the council on Monday that the bridge was safe"),
        (REFUSED, "whether the mill would open", "say", "refused to say whether the mill would open"),
        (NOT_YET, "the number", "confirmed", "has not yet confirmed the number"),
        (NEVER, "the claim", "denied", "never denied the claim"),
        (NOT_ONLY, "the claim", "denied", "denied the claim"),
        (NEITHER_NOR, "the claim", "neither confirmed nor denied", "neither confirmed nor denied the claim"),
        (SECOND_VERB, "the crane was old", "said", "said the crane was old"),
        (WHO_SAID, "the mill was safe", "said", "said the mill was safe"),
    ],
    ids=(
        "the cue and its clause",
        "whom it was told to, and when",
        "the first verb of a chain",
        "the words that negate it",
        "a never",
        "not only",
        "neither and nor of one cue",
        "a second verb taken for a participle",
        "a relative clause about the source",
    ),
)
def test_a_finite_cue_leads_its_clause(rows: str, content: str, cue: str, expected: str):
    """The line begins at the cue in its own place, with all that negates it, and ends with the clause."""
    assert line(rows, content, cue=cue) == [expected]


def test_a_cue_of_a_source_within_a_longer_subject_leads_its_clause():
    """The subject of the cue may hold more than the source's name."""
    assert line(SPOKESMAN, "the crane was old", source="the mill") == ["said the crane was old"]


def test_a_list_torn_at_a_comma_is_completed():
    """A content that stops within a list goes on to its end."""
    assert line(LIST, "the crew took ropes") == ["said the crew took ropes, lamps and axes"]


def test_a_verb_of_another_subject_is_no_cue_of_the_source():
    """Where somebody else is the subject, the cue leads no line of this source."""
    assert line(SAID, "the crane was old", source="crane") == ["the crane was old"]


@pytest.mark.parametrize(("content", "cue"), [("the number", "confirmed"), ("the claim", "denied")])
def test_half_of_neither_and_nor_is_never_printed_as_a_yes(content: str, cue: str):
    """Who neither confirmed one thing nor denied another is shown with both halves."""
    assert line(NEITHER, content, cue=cue) == ["neither confirmed the number nor denied the claim."]


# A clause alone.


@pytest.mark.parametrize(
    ("rows", "content", "cue", "expected"),
    [
        (INVERTED, "The bridge was safe", "said", "The bridge was safe"),
        (ADDING, "that the road was safe", "adding", "that the road was safe"),
    ],
    ids=("a credit turned round", "a participle as cue"),
)
def test_a_whole_clause_stands_without_a_cue_that_cannot_lead_it(
    rows: str, content: str, cue: str, expected: str
):
    """A cue behind its clause, or one that is no finite verb, is not printed."""
    assert line(rows, content, cue=cue) == [expected]


# The whole sentence.


def test_a_clause_broken_by_its_credit_is_printed_without_it():
    """Both sides of the credit are said, and the cut shows."""
    rows = INVERTED.replace(". . 5 punct", ", , 5 punct\n    again_ RB 2 advmod\n    . . 5 punct")
    assert line(rows, "The bridge was safe", "again") == ["The bridge was safe", "again"]


@pytest.mark.parametrize("content", ["Each winter", "the bridge moves"])
def test_a_credit_put_in_between_commas_is_left_out(content: str):
    """Time and place before the credit stay, whichever part was found to be said."""
    assert line(BETWEEN, content, source="engineers") == ["Each winter", "the bridge moves"]


@pytest.mark.parametrize(
    ("rows", "content", "cue", "source", "expected"),
    [
        (
            ADDING,
            ("the road",),
            "adding",
            "Ada Bell",
            "praised the crew, adding that the road was safe.",
        ),
        (
            WHICH_THEY_CALLED,
            ("“a mistake”",),
            "called",
            "engineers",
            "The plan, which engineers called “a mistake”, was dropped.",
        ),
    ],
    ids=("words behind a participle that are no clause", "an object that stands before its verb"),
)
def test_what_cannot_stand_alone_is_printed_in_its_sentence(
    rows: str, content: tuple[str, ...], cue: str, source: str, expected: str
):
    """Where no shorter form is fit to print, the page's own sentence is."""
    assert line(rows, *content, cue=cue, source=source) == [expected]


def test_an_open_pronoun_is_printed_with_its_sentence():
    """Whom “she” means is left to the reader of the whole sentence."""
    rows = SAID.replace("Ada NNP 1 compound\n    Bell NNP 2", "She PRP 1")
    shifted = rows
    for old, new in ((" 2 ", " 1 "), (" 4 ", " 3 "), (" 5 ", " 4 ")):
        shifted = shifted.replace(old, new)
    assert line(shifted, "the crane was old", source="She") == ["She said the crane was old."]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "If Mayor Ada Bell wins, Otto Prins said, “she will close the harbour before the spring.”",
            "If Mayor Ada Bell wins, Otto Prins said, “she will close the harbour before the spring.”",
        ),
        (
            "Otto Prins said of Ada Bell: “She is the best pilot that we have ever had here.”",
            "said of Ada Bell: “She is the best pilot that we have ever had here.”",
        ),
        (
            "“She is the best pilot that we have ever had here,” said Otto Prins.",
            "“She is the best pilot that we have ever had here,”",
        ),
        ("Ada Bell said she would leave the harbour in May.", "said she would leave the harbour in May"),
    ],
    ids=("named before the quotation", "named in the credit", "named nowhere", "the source itself"),
)
def test_a_line_that_leans_is_the_sentence_that_names_what_is_meant(text: str, expected: str, nlp, tagger):
    """Where the whole sentence says who “she” is, it is printed; where it does not, the shorter form is."""
    (found,) = find_statements(nlp(text), tagger.tag([text])[0])
    assert " ".join(one.of(text) for one in found.line) == expected


def test_a_word_that_points_back_takes_the_sentence_before():
    """What “this” means stands in the sentence before it."""
    assert line(THIS, "This was a mistake") == ["The mill closed. This was a mistake, Ada Bell said."]


def test_a_word_that_points_back_takes_no_other_paragraph():
    """What stands in the paragraph before is no part of the line."""
    moved = THIS.replace(
        "closed_ VBD 2 ROOT close\n    . . 2 punct",
        "closed_ VBD 2 ROOT close\n    ._ . 2 punct\n    \\n_ _SP 2 dep",
    )
    rows = "\n".join(
        later(row, 4) if number >= 5 else row for number, row in enumerate(moved.strip().splitlines())
    )
    assert line(rows, "This was a mistake") == ["This was a mistake"]


def later(row: str, least: int) -> str:
    """A row whose head stands behind one more word."""
    word, tag, head, *rest = row.split()
    return " ".join((word, tag, str(int(head) + (int(head) >= least)), *rest))


def test_two_sentences_of_one_quotation_are_one():
    """A sentence that ends within a quotation goes on to the quotation's end."""
    rows = """
        “_ `` 2 punct
        We PRP 2 nsubj
        stay_ VBD 2 ROOT
        . . 2 punct
        It PRP 5 nsubj
        leaks_ VBZ 5 ROOT leak
        ._ . 5 punct
        ”_ '' 5 punct
    """
    reading = read(parsed(rows))
    found = whole_sentences(reading.text, reading.quotations)
    assert [one.of(reading.text) for one in found] == ["“We stay. It leaks.”"]


def test_no_statements_have_no_lines():
    """Nothing in, nothing out."""
    assert with_lines(read(parsed(SAID)), []) == ()


# Through the real model.


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Bell told the harbour council on Monday that the bridge had cracked.",
            ["told the harbour council on Monday that the bridge had cracked"],
        ),
        ("The bridge was safe, said Ada Bell.", ["The bridge was safe"]),
        (
            "“It was a mess,” said Ada Bell. “We had no plan.”",
            ["“It was a mess,” “We had no plan.”"],
        ),
        (
            "The mill, Ada Bell said, would close in June.",
            ["The mill would close in June"],
        ),
        (
            "The mill closed in May. This was a costly mistake, Ada Bell said.",
            ["The mill closed in May. This was a costly mistake, Ada Bell said."],
        ),
        (
            "Ada Bell neither confirmed the number nor denied the report.",
            ["neither confirmed the number nor denied the report."] * 2,
        ),
        (
            "Ada Bell praised the crew, adding that the road was safe again.",
            ["praised the crew", "that the road was safe again"],
        ),
        (
            "Ada Bell, by contrast, wrote a letter urging the council to keep the mill open.",
            ["wrote a letter urging the council to keep the mill open."],
        ),
        (
            "While the firm claims the mill remains sound, others who went there saw cracks.",
            ["While the firm claims the mill remains sound, others who went there saw cracks."],
        ),
        (
            "Thrift, Ada Bell told the Harbour Action Conference, is a duty that must be learned.",
            ["Thrift is a duty that must be learned"],
        ),
        (
            "The Reds, Ada Bell said, “are embracing a council that lied to its people.”",
            ["The Reds “are embracing a council that lied to its people.”"],
        ),
        (
            "Talks on the pier to go on next week, officials of the port said.",
            ["Talks on the pier to go on next week"],
        ),
        (
            "Ada Bell says the plan is a “closely guarded secret” and reports that “even the clerks do not know.”",
            [
                "says the plan is a “closely guarded secret”",
                "reports that “even the clerks do not know.”",
            ],
        ),
        (
            "Ada Bell falsely claimed that the bridge was shut for nine days.",
            ["falsely claimed that the bridge was shut for nine days"],
        ),
        (
            "The resolution initially said the council would “condemn the greed of the guilds” and stand against them.",
            [
                "initially said the council would “condemn the greed of the guilds” and stand against them",
            ],
        ),
        (
            "Otto Lind spoke in Norburg. He declined to name anybody, nor did he report that any clerk had gone.",
            [
                "declined to name anybody",
                "Otto Lind spoke in Norburg. He declined to name anybody, nor did he report that any clerk had gone.",
            ],
        ),
        (
            "At no point did the mayor claim that the ferry was safe for children.",
            ["At no point did the mayor claim that the ferry was safe for children."],
        ),
        (
            "Had Bell said that the bridge was safe, nobody would have left.",
            ["Had Bell said that the bridge was safe, nobody would have left."],
        ),
        (
            "Lind defended his fans, calling the guard “a very loud man who was a pest and he was looking for trouble.”",
            [
                "defended his fans, calling the guard “a very loud man who was a pest and he was looking for trouble.”"
            ],
        ),
        (
            "The Norburg space agency would not describe the fault at once, saying its experts were looking into it.",
            ["would not describe the fault at once, saying its experts were looking into it."],
        ),
        (
            "The police concluded this month that Weller had been “extremely careless” but did not recommend that she face charges.",
            [
                "concluded this month that Weller had been “extremely careless” but did not recommend that she face charges",
            ],
        ),
        (
            "However, as Ann Weller told the board, “We have built the bridge and it stands.” She added, “So it should have been ours.”",
            [
                "“We have built the bridge and it stands.”",
                "“So it should have been ours.”",
            ],
        ),
        (
            "It was the rule in the bill that the guild opposed and which the mayor said he would have vetoed.",
            [
                "It was the rule in the bill that the guild opposed and which the mayor said he would have vetoed."
            ],
        ),
        (
            "Otto Lind acknowledged that the port had lost the vote, which is an outcome, he said, “we have long foreseen.”",
            [
                "acknowledged that the port had lost the vote, which is an outcome",
                "Otto Lind acknowledged that the port had lost the vote, which is an outcome, he said, “we have long foreseen.”",
            ],
        ),
        ("She said the mill would open again in June.", ["She said the mill would open again in June."]),
        (
            "The plan, which engineers called “a costly mistake”, was dropped on Friday.",
            ["The plan, which engineers called “a costly mistake”, was dropped on Friday."],
        ),
    ],
)
def test_a_page_gives_lines_that_are_fit_to_print(text: str, expected: list[str], nlp, tagger):
    """The forms hold for what the real model and the tagger find."""
    statements = find_statements(nlp(text), tagger.tag([text])[0])
    assert [" ".join(one.of(text) for one in found.line) for found in statements] == expected


def lines_of(text: str, nlp, tagger) -> list[str]:
    """What is printed of each statement that the real model and the tagger find, its parts with " … " between them."""
    statements = find_statements(nlp(text), tagger.tag([text])[0])
    return [" … ".join(one.of(text) for one in found.line) for found in statements]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pilots complained about a “steady flow of driftwood,” but their letter did not name a single boat.",
            "complained about a “steady flow of driftwood,” but their letter did not name a single boat",
        ),
        (
            "A report described how the four pilots were to leave the port together — but could not agree on who would go first.",
            "described how the four pilots were to leave the port together — but could not agree on who would go first",
        ),
        (
            "Otto Lind pointed out that the ferry was full on nine days in June -- a number that has a few caveats.",
            "pointed out that the ferry was full on nine days in June -- a number that has a few caveats",
        ),
        (
            "Bell had announced that she would not stand again in the spring, when the letters of the clerks came out.",
            "had announced that she would not stand again in the spring, when the letters of the clerks came out",
        ),
        (
            "If the council votes no on Tuesday, Ada Bell said she would close the harbour.",
            "If the council votes no on Tuesday, Ada Bell said she would close the harbour.",
        ),
        (
            "Tern Bay wants to keep the fish in the lake — something Norburg says Tern Bay has failed to do.",
            "Tern Bay wants to keep the fish in the lake — something Norburg says Tern Bay has failed to do.",
        ),
        (
            "Bell will leave the Norburg Pact, which she had called a “disaster” and promised to “rip up”.",
            "Bell will leave the Norburg Pact, which she had called a “disaster” and promised to “rip up”.",
        ),
        (
            "In past winters, “we felt that we could pretty much reach everybody by ferry,” Otto Lind said.",
            "In past winters, “we felt that we could pretty much reach everybody by ferry,”",
        ),
    ],
    ids=(
        "a contrast with another subject",
        "a contrast behind a dash",
        "what takes it back behind a dash",
        "a when",
        "a condition ahead",
        "an object that stands before the credit",
        "an object of two verbs",
        "a time ahead of a quotation",
    ),
)
def test_a_line_never_stops_before_what_limits_it(text: str, expected: str, nlp, tagger):
    """Contrast, condition, time and object belong to what is said."""
    assert expected in lines_of(text, nlp, tagger)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A major part of the reason that more guards are needed, Lind said, is the flow of boats into the harbour.",
            "A major part of the reason that more guards are needed … is the flow of boats into the harbour",
        ),
        (
            "Very few pilots use the old light, Lind suggested, and only the oldest among them know the way by night.",
            "Very few pilots use the old light … and only the oldest among them know the way by night",
        ),
        (
            "Ms. Bell, in addition to calling for the log to be released “at once,” called on Mr. Lind to “speak under oath about the night.”",
            "called on Mr. Lind to “speak under oath about the night.”",
        ),
        (
            "In recent days, Otto Lind has repeatedly warned Bell that he would be making an issue of her debts.",
            "has repeatedly warned Bell that he would be making an issue of her debts",
        ),
        (
            "The Open Harbour campaign on Tuesday released a song asking for names for a new ferry.",
            "on Tuesday released a song asking for names for a new ferry.",
        ),
        (
            "The real trouble of the harbour, Otto Lind said, is the wind from the north, pointing at the new pier.",
            "The real trouble of the harbour … is the wind from the north",
        ),
        (
            "Though he has no shot at winning the vote outright, Otto Lind appears to have the best odds of beating Ann Bell in May, according to the Norburg Gazette.",
            "Though he has no shot at winning the vote outright, Otto Lind appears to have the best odds of beating Ann Bell in May",
        ),
        (
            "According to a Norburg Gazette survey, 70% of pilots with night work need glasses, and 49% live with their parents.",
            "70% of pilots with night work need glasses, and 49% live with their parents",
        ),
        (
            "Pilots -- including Lind -- quickly accused Bell of suggesting violence against the dock guards of Norburg.",
            "accused Bell of suggesting violence against the dock guards of Norburg",
        ),
    ],
    ids=(
        "between subject and verb",
        "between two clauses",
        "behind an aside",
        "the source's own he",
        "behind the day",
        "before what the source did meanwhile",
        "at the end of a sentence that leans",
        "at the beginning",
        "behind an aside between dashes",
    ),
)
def test_a_line_does_not_name_its_source_again(text: str, expected: str, nlp, tagger):
    """The heading says who it is; a credit at an end or between commas is cut off."""
    assert expected in lines_of(text, nlp, tagger)


@pytest.mark.model
def test_a_quotation_keeps_the_clause_that_it_announces(nlp, tagger):
    """What they fear stands behind the credit."""
    text = "“We are gravely concerned,” the members wrote in a letter to the mayor, that the harbour office “may have sold both piers to people whom nobody knows.”"
    (first, *_) = lines_of(text, nlp, tagger)
    assert first.startswith("“We are gravely concerned,” … that the harbour office “may have sold both piers")


@pytest.mark.model
def test_an_answer_is_printed_without_the_question(nlp, tagger):
    """The one who is asked did not ask."""
    text = "Asked point-blank, “Is that boat yours?” Otto Lind replied, “You know I am not going to talk about this any more.”"
    found = lines_of(text, nlp, tagger)
    assert "“You know I am not going to talk about this any more.”" in found
    assert all("boat yours" not in line for line in found if "talk" in line)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board met. Ada Bell spoke for an hour. She's suggesting that the harbour office should move to Tern Bay.",
            "that the harbour office should move to Tern Bay",
        ),
        (
            "Otto Lind was questioned by the board. He denied the charges and counter-accused the inspector of taking bribes.",
            "denied the charges and counter-accused the inspector of taking bribes",
        ),
        (
            "The thefts have set the harbour's young against its guards, whom residents say make harsh decisions.",
            "The thefts have set the harbour's young against its guards, whom residents say make harsh decisions.",
        ),
        (
            "The board met. Ada Bell said the ship came from the U.S. The crew of the ship was sent home on Tuesday.",
            "said the ship came from the U.S.",
        ),
    ],
    ids=("a contracted verb", "half a word", "the subject before it", "a sentence behind initials"),
)
def test_a_line_is_no_torn_clause(text: str, expected: str, nlp, tagger):
    """It begins at no "'s", ends at no "counter-", has its subject, and holds nothing of the next sentence."""
    assert expected in lines_of(text, nlp, tagger)


@pytest.mark.model
def test_an_article_is_nobodys_name(nlp, tagger):
    """A page leaves out a word: "The [police] also said …"."""
    text = (
        "The also said that the harbour had been closed four times this year because of storms and flooding."
    )
    assert find_statements(nlp(text), tagger.tag([text])[0]) == ()

"""Under whose name words come to stand, on the real models: one behaviour a text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from summarizer.attribution import find_statements
from summarizer.model import Statement
from summarizer.text.pronouns import names_nobody

pytestmark = pytest.mark.model

NOBODY = ""  # the words are not found at all, or stay without a name


@dataclass(frozen=True, slots=True)
class Heading:
    """`words` of the text, and the `name` that they must stand under."""

    behaviour: str
    text: str
    words: str
    name: str
    role: str | None = None


HEADINGS = (
    # pronouns
    Heading(
        "a pronoun behind a long quotation means who spoke it",
        "“They were the first to come,” said Marek Lindqvist, head of the fishers’ union. “It was a good year. "
        "The boats were full. The harbour was busy. We sold all of it. We had never seen that.”\n\n"
        "The label comes with added costs. But it is also a promise “that people watch the stock,” he said.",
        "that people watch the stock",
        "Marek Lindqvist",
    ),
    Heading(
        "a pronoun means the one whom the clause ahead of it tells of",
        "Deputy Carl Weber wrote the report. When investigators questioned Lena Holt about the call, she said she had "
        "had a dream about it.",
        "had had a dream",
        "Lena Holt",
    ),
    Heading(
        "somebody named again since is no rival of themselves",
        "Tomas Berg runs the dam. The lake is deep. The wall is old. Berg’s team wants to raise the wall. Although the "
        "work is cheap, it will save a lot of water, he said.",
        "it will save a lot of water",
        "Tomas Berg",
    ),
    Heading(
        "a pronoun means whom the sentence before brings in behind its verb",
        "Paul Hartmann met the minister on Monday. A new council begins its work today. It will be led by Anna Brandt "
        "of the farmers’ league. She said last night: “People expect to keep what they have.”",
        "People expect to keep",
        "Anna Brandt",
    ),
    Heading(
        "a name that the model takes for a body’s is a person’s behind “chaired by”",
        "The panel will be chaired by Signe Dahl of the fishers' union. She said yesterday: “We begin on Friday.”",
        "We begin on Friday",
        "Signe Dahl",
    ),
    Heading(
        "whoever was told something does not go on to speak",
        "The CMO told Peter Olsen that the rules were not enough. He also warned 40 people would be in hospital.",
        "40 people would be in hospital",
        NOBODY,
    ),
    Heading(
        "the last of a list is who joked",
        "The guests were Clara Winter, Thomas Berg and Robert Falk, who joked that he had come for the food.",
        "come for the food",
        "Robert Falk",
    ),
    Heading(
        "somebody new behind a clause about another leaves the pronoun open",
        "While Martin Seidel had many singers, that is a thing that worries Henry Crane, president of the choir union.\n\n"
        "“No one writes songs for us,” he said.",
        "No one writes songs",
        NOBODY,
    ),
    Heading(
        "one of several is one of them",
        "Harbour pilots reacted with anger this week to threats by the minister, Odo Lemm, to cut their pay. One, who "
        "asked not to be named, said: “We were asked to clear up the mess.”",
        "clear up the mess",
        "One harbour pilot",
    ),
    Heading(
        "whom the pronoun's own words name is not whom it means",
        "Nadia Jahan is among those who will not vote. It was her first campaign, and she does not think Lena Holt can do "
        "it. Choosing between Lena Holt and Marek Lind is a “false choice,” she said.",
        "false choice",
        NOBODY,
    ),
    Heading(
        "a wrong closing mark does not swallow the credit",
        "David Grün accepts the risk, but says it is small. “This is based on a hope. We can’t depend on it,’ he says.",
        "This is based on a hope",
        "David Grün",
    ),
    Heading(
        "whoever is supposed to win is not he",
        "Jim Bennett does not feel the same way about the mayor. If Carl Olsen wins the seat, he said he would move away.",
        "he would move away",
        "Jim Bennett",
    ),
    Heading(
        "his wife is not he",
        "Michael Brandt spoke to us on Monday. His wife, he says, plans to leave. He would like a platform that "
        "holds some of the ideas that Carl Olsen fought for. Even then, he said, the vote is lost.",
        "the vote is lost",
        "Michael Brandt",
    ),
    Heading(
        "what a credit is set into is said, and nobody who says it",
        "Lena Holt, a singer, met us on Monday. Holt was quick to say that all are welcome. Hope, she added, is what the "
        "Harbour Choir lives on.",
        "is what the Harbour Choir lives on",
        "Lena Holt",
    ),
    Heading(
        "a virtue before “he noted” is no man",
        "Marek Lind, a teacher, met us on Monday. Lind was quick to say that all are welcome. Grace, he noted, has long "
        "been a core rule of the Harbour Guild.",
        "a core rule of the Harbour Guild",
        "Marek Lind",
    ),
    Heading(
        "who stands in the question does not answer it",
        "“It is a real worry,” Lena Holt told Radio Nord on Monday.\n\nAsked about her own vote in the event that Lind "
        "faces Mayor Carl Weber, who has insulted women in a rough campaign, she replied: “I am going to see.”\n\n"
        "Marta Lind leads the council.",
        "I am going to see",
        "Lena Holt",
    ),
    Heading(
        "whoever is pressed about two others answers",
        "Asked whether Marta Lind would win, Lena Holt smiled. Pressed about the mayor, whom Marta Lind has backed, she "
        "replied: “I cannot say.”",
        "I cannot say",
        "Lena Holt",
    ),
    Heading(
        "whoever was told of somebody answers",
        "Lena Holt met the voters on Monday. Told that Marta Lind had left the race, she answered: “I did not know.”",
        "I did not know",
        "Lena Holt",
    ),
    Heading(
        "what somebody is told ahead of an answer is not said by them",
        "Lena Holt met the voters on Monday. Told that Marta Lind had left the race, she answered: “I did not know.”",
        "Marta Lind had left the race",
        NOBODY,
    ),
    Heading(
        "who knew it did not say what the sentence before tells",
        "The players had been told on Friday that they would go. The club knew it for weeks.",
        "they would go",
        NOBODY,
    ),
    Heading(
        "a person who knew it did not say it before",
        "The coach had been told before Monday's game that he would go. Lind knew that it was possible.",
        "he would go",
        NOBODY,
    ),
    # names
    Heading(
        "an office can be a surname",
        "The plan was so secret that Walter King, the deputy chief of staff, did not learn of it. He said he was asked "
        "to tell the staff on Friday.",
        "he was asked to tell the staff",
        "Walter King",
        "deputy chief of staff",
    ),
    Heading(
        "what is named after somebody is nobody",
        "Martin Brandt owns Brandt Tower. Brandt said the tower was worth a fortune.",
        "worth a fortune",
        "Martin Brandt",
    ),
    Heading(
        "a name torn at its hyphen keeps its owner",
        "Brightfield co-founder and CEO Jonas Meyer said in a note that the “gap between the two shops is closed”, the "
        "Ostwick Ledger reported earlier this year.",
        "gap between the two shops is closed",
        "Jonas Meyer",
    ),
    Heading(
        "the place of an office is no part of the name behind it",
        "China's ambassador to Norland Liu Shen said on Monday that trade would grow.",
        "trade would grow",
        "Liu Shen",
        "China's ambassador to Norland",
    ),
    Heading(
        "two subjects side by side are one name",
        "Popular drinking hole The Idle Anchor will be closing, and have said it's \"highly unlikely\" they'll be back.",
        "highly unlikely",
        "Idle Anchor",
    ),
    Heading(
        "people are told by what is said of them",
        "They might have been able to save the seat, according to people who have spoken with the clerks.",
        "able to save the seat",
        "people who have spoken with the clerks",
    ),
    Heading(
        "a refusal is told with what it is about",
        "A spokeswoman for Brightfield declined to comment on the prices, which fell.",
        "to comment on the prices",
        "A spokeswoman for Brightfield",
    ),
    # who does not speak
    Heading(
        "to be a critic of something is to say nothing",
        "Ronald Weber, another critic of the harbour deal, will speak on Monday.",
        "the harbour deal",
        NOBODY,
    ),
    Heading(
        "who is said to do something says nothing",
        "Harbour officials are said to be looking for the crew of the second boat.",
        "looking for the crew",
        NOBODY,
    ),
    Heading(
        "a retirement reveals nothing",
        "Anton Weber's shock retirement — revealed just two days before the deadline — has angered some members in town.",
        "has angered some members",
        NOBODY,
    ),
    Heading(
        "who makes somebody confirm it does not say it",
        "Lawyer Kevin Marsh had Olsen confirm that he signed the papers and acknowledge that they all held the clause.",
        "they all held the clause",
        "Olsen",
    ),
    Heading(
        "the subject of another verb is not who urges",
        "Last week, union president Minna Berg met minister Carl Voss to urge him to save the panel, which is to last six "
        "months and which, critics say, has no doctors.",
        "him to save the panel",
        "Minna Berg",
    ),
    Heading(
        "a letter speaks, not whom it warns",
        "The letter warns Mr Weber: 'If we don't get this right, the work of years could be lost.\n\n"
        "'Let's not enter a race that nobody can win, and let's not sell what we cannot grow again'.",
        "Let's not enter a race",
        "the letter",
    ),
    Heading(
        "a quotation in another report is its speaker’s",
        "The weekly Lantern reported on the lawyer’s last speech:\n\n"
        "\" 'They wanted the land and they took it,' [Lemm] told the hearing.\n\n"
        "\" 'The only map they ever used was one that they had drawn themselves.' \"",
        "they had drawn themselves",
        "Lemm",
    ),
    Heading(
        "what an outlet passes on is the words of whom it names",
        "The founder Odo Lemm said in a memo to staff that the “gap between the two shops has all but closed” as the rival "
        "cut its fares, the Ostwick Ledger reported in June.",
        "gap between the two shops",
        "Odo Lemm",
    ),
)


def heading(statements: tuple[Statement, ...], text: str, words: str) -> set[str]:
    """The names over the statements that hold the words; none for those whose source is open."""
    holding = (one for one in statements if any(words in span.of(text) for span in one.content))
    names = {one.source.name if one.source else NOBODY for one in holding}
    return {name for name in names if name and not names_nobody(name)}


@pytest.mark.parametrize("case", HEADINGS, ids=lambda case: case.behaviour)
def test_words_stand_under_who_said_them(case: Heading, nlp, tagger):
    """The words stand under the name beside them and under no other."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == ({case.name} if case.name else set())
    roles = {one.source.role for one in statements if one.source and one.source.name == case.name}
    assert case.role is None or case.role in roles


SIGNED = """Readers wrote to us.

“I hope that this gives people the anger to go out and vote on Sunday.” ― Marta Kovacs

“He cannot even answer a question without scaring people about something.”― Julia Diaz
"""


def test_each_signed_quotation_stands_under_its_own_signature(nlp, tagger):
    """A dash of any length signs a quotation, and nobody else's signature takes it over."""
    statements = find_statements(nlp(SIGNED), tagger.tag([SIGNED])[0])
    assert heading(statements, SIGNED, "go out and vote") == {"Marta Kovacs"}
    assert heading(statements, SIGNED, "scaring people") == {"Julia Diaz"}


IN_MARKS = """Governor Carl Olsen said this to Brandt on “Fox Town.”

"BRANDT: I want to ask you, will the guest be there?

"OLSEN: The guest will not be there tomorrow, and we do not mind.

"BRANDT: Do you really see those two as the same?

"OLSEN: He has said some pretty hard things about my friend.
"""


def test_turns_may_begin_with_a_quotation_mark(nlp, tagger):
    """The labels of a transcript that an article quotes are labels behind their marks too."""
    statements = find_statements(nlp(IN_MARKS), tagger.tag([IN_MARKS])[0])
    assert heading(statements, IN_MARKS, "will not be there tomorrow") == {"Carl Olsen"}
    assert heading(statements, IN_MARKS, "will the guest be there") == set()


TRANSCRIPT = """CARLA BRANDT: The decision to cut the money has drawn some comment. Former rowers do not like it at all.

Ellen Thorne reports.

ELLEN THORNE: It has been a hard time for rowing ever since the poor showing last year.

JON SELBERG: It is a shame that the money has been cut, but I do not think it is the end.

ELLEN THORNE: Do you think this is punishment?

JON SELBERG: I guess you could come to that opinion, and it certainly would seem that way.

ELLEN THORNE: Despite the cut, Jon Selberg does not believe that it will slow the crews down.

JON SELBERG: I do not think it should. It is about hard work on the water.

CARLA BRANDT: Rower Jon Selberg ending that report from Ellen Thorne.
"""


def test_in_a_transcript_neither_reporter_nor_anchor_is_a_source(nlp, tagger):
    """Turns of who reports and of who hands over are no statements; those of the guest are his under one name."""
    statements = find_statements(nlp(TRANSCRIPT), tagger.tag([TRANSCRIPT])[0])
    assert {one.source.name for one in statements if one.source} == {"Jon Selberg"}


SHORTENED = """CARLA BRANDT: Why not race?

JON SELBERG: This is a club that said it would never race by night. It now plans to race by night.

BRANDT: You said in May that the club was open to it. Why not race in June, then?

SELBERG: There was no such word from us, and the club knows that.
"""


def test_a_label_is_shortened_to_the_surname(nlp, tagger):
    """Who is named in full at the first turn asks and answers by surname from then on."""
    statements = find_statements(nlp(SHORTENED), tagger.tag([SHORTENED])[0])
    assert [one.kind for one in statements] == ["direct", "direct"]
    assert all("Selberg".casefold() in one.source.name.casefold() for one in statements if one.source)


HOSTED = """ANN LEE HOST: The council met on Monday and the vote was close.

PETER BRANDT: We won it by a single vote, and that is enough.

ANN LEE HOST: Peter Brandt leads the council. It was a long night for all of them in the hall.

PETER BRANDT: It was long, and it was worth every minute of it.
"""


def test_a_host_is_told_by_the_label(nlp, tagger):
    """A label that says what its bearer does, as "HOST", makes no source."""
    statements = find_statements(nlp(HOSTED), tagger.tag([HOSTED])[0])
    assert {one.source.name for one in statements if one.source} == {"Peter Brandt"}


@dataclass(frozen=True, slots=True)
class Office:
    """A `text` that says what `name` is: `role`."""

    behaviour: str
    text: str
    name: str
    role: str | None


ROLES = (
    Office(
        "works as",
        "Klara Rivas, who works as a cabin cleaner at Norburg Airport, said she slept in the hall.",
        "Klara Rivas",
        "cabin cleaner at Norburg Airport",
    ),
    Office(
        "follows a firm as",
        "The sale was steady, said Tom Foster, who follows Brightfield as a managing director at the Marlow brokerage.",
        "Tom Foster",
        "managing director at the Marlow brokerage",
    ),
    Office(
        "works for",
        "Potholes form in spring, said Joe Carlson, who works for the Transportation Department.",
        "Joe Carlson",
        "Transportation Department",
    ),
    Office(
        "studies something at",
        "“This is good news,” says Ivan Zhang, who studies radio bursts at the University of Norland.",
        "Ivan Zhang",
        "University of Norland",
    ),
    Office(
        "of a union",
        "Anna Brandt of the farmers’ union said that the vote was lost.",
        "Anna Brandt",
        "farmers’ union",
    ),
    Office(
        "not her real name is no role",
        "Daniel (not his real name), a first-year student at Norburg University, said he went home.",
        "Daniel",
        "first-year student at Norburg University",
    ),
    Office(
        "the name before an office is somebody else's",
        "Carl Olsen met the press with Anna Brandt and House Speaker Paul Ritter, who said that the bill was dead.",
        "Paul Ritter",
        "House Speaker",
    ),
    Office(
        "a share of the vote is no role",
        "Carl Olsen, 39 percent, said that the vote was lost.",
        "Carl Olsen",
        None,
    ),
    Office(
        "an office with a list in it is whole",
        "Neil Parker, chairman of the environment, food and farming committee, said the bill was dead.",
        "Neil Parker",
        "chairman of the environment, food and farming committee",
    ),
    Office(
        "a calling before the surname, later",
        "The pipe was fitted by Andrew Hartwell. Registered gas fitter Hartwell, 37, said he was sorry.",
        "Andrew Hartwell",
        "Registered gas fitter",
    ),
    Office(
        "a dateline is no part of a role",
        "LONDON (Reuters) - Veteran actor Carl Weber will leave the stage.\n\nWeber said it had been a long road.",
        "Carl Weber",
        "Veteran actor",
    ),
    Office(
        "a role behind a dateline is the person’s and not the place’s",
        "New York (AFP) – Oscar-winning actress Carla Ohm, star of cult classic “Rivers and Roads,” is not sure she can vote "
        "for Marta Lind.\n\n“It is a real worry,” Ohm told Radio Nord.\n\nThe actress said she was tired.\n\n“Some people "
        "feel the river will rise,” she said.",
        "Carla Ohm",
        "Oscar-winning actress",
    ),
    Office(
        "a place behind a name is no office",
        "Anna Brandt of Norburg said that the vote was lost.",
        "Anna Brandt",
        None,
    ),
)


@pytest.mark.parametrize("case", ROLES, ids=lambda case: case.behaviour)
def test_a_role_is_whole_wherever_the_article_gives_it(case: Office, nlp, tagger):
    """The source has its name and the role beside it."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert {(one.source.name, one.source.role) for one in statements if one.source} == {
        (case.name, case.role)
    }


BODIES = (
    Heading(
        "the hospital is the one hospital named before",
        "Norburg General Hospital has closed its doors. The hospital said that visits were at an end.",
        "visits were at an end",
        "Norburg General Hospital",
    ),
    Heading(
        "of two ministries neither is the ministry",
        "The Ministry of Health met the Ministry of Finance. The ministry said that the money was there.",
        "the money was there",
        "the ministry",
    ),
    Heading(
        "the company is the one named right before",
        "Microsoft cut its prices in May. The company said that it would cut them again.",
        "it would cut them again",
        "Microsoft",
    ),
    Heading(
        "of two companies neither is the company",
        "Microsoft sued Google in May. The company said that it would win.",
        "it would win",
        "the company",
    ),
    Heading(
        "a particle does not make a surname a name of its own",
        "“It is an inland sea,” said Erik van Sebeck, a geologist. “They may spot the plane,” said van Sebeck.",
        "They may spot the plane",
        "Erik van Sebeck",
    ),
)


@pytest.mark.parametrize("case", BODIES, ids=lambda case: case.behaviour)
def test_a_body_has_one_heading_where_only_one_can_be_meant(case: Heading, nlp, tagger):
    """The short form stands under the full name, unless two could be meant."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == {case.name}

"""Who is credited where a sentence names several who could have said it, on the real models: one behaviour a text."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from tests.summarizer.attribution.test_who import NOBODY, Heading, heading

pytestmark = pytest.mark.model

CREDITS = (
    # who stands in the place of the subject
    Heading(
        "a dateline does not ask or say",
        "Norburg (AP) – Marvia's harbour master promises to defend the fishing law after Ostmark and Westmark asked the court to "
        "strike it down, saying the boats are freely crossing into their waters.",
        "the boats are freely crossing",
        "Ostmark and Westmark",
    ),
    Heading(
        "a day behind “called” is nobody's name",
        "Carl Olsen called Wednesday for Judge Marta Lind to resign for saying publicly that he is unfit to lead the port.",
        "Judge Marta Lind to resign",
        "Carl Olsen",
    ),
    Heading(
        "a credit set into the words goes to the name behind its verb",
        "The council agreed with the mayor on Monday. Her remarks, said Jonas Ekern, the council's press officer, are “entirely "
        "in line with what the council has said before.”",
        "in line with what the council",
        "Jonas Ekern",
    ),
    Heading(
        "a spokesman speaks, not the candidate he works for",
        "A spokesman for Democratic mayoral candidate Hanna Krogh called a report about her donors “outrageous.”",
        "outrageous",
        "A spokesman for Democratic mayoral candidate Hanna Krogh",
    ),
    Heading(
        "one among many who called for it called for it",
        "Mayor Ed Rasmussen, chairman of the harbour board, was among the many people who called on the minister to drop the toll.",
        "the minister to drop the toll",
        "Ed Rasmussen",
    ),
    Heading(
        "a participle goes to who acts, not to the words that came up",
        "Holt's comments came as Marek Brandt turned down an invitation to meet the union on Monday, saying such a meeting could "
        "“deepen the mistrust” in the town.",
        "deepen the mistrust",
        "Marek Brandt",
    ),
    Heading(
        "a letter asks, not the paper that came by it",
        "The Ledger obtained a letter sent from the firm's lawyer to the deputy clerk on Aug. 6 asking him to delay the sale.",
        "him to delay the sale",
        "a letter",
    ),
    Heading(
        "a participle behind “before” goes to who did the main thing",
        "Farmers rejected the offer before Olsen even announced it on Saturday, however, maintaining that it did not go far enough.",
        "it did not go far enough",
        "Farmers",
    ),
    Heading(
        "a verb said again is the same speaker's",
        "Mayor Olsen on Monday said the port ruined the life of his former clerk and said his rival, Hanna Krogh, suffered no harm "
        "after she lied to the port.",
        "suffered no harm",
        "Olsen",
    ),
    Heading(
        "a line is no speaker, the guest in its clause is",
        "The line was a late addition to a speech in which Brandt criticized the board, but argued that Olsen was a “reckless "
        "builder” who would ruin the town.",
        "reckless",
        "Brandt",
    ),
    Heading(
        "whom a recording shows speaks in it",
        "The advert uses footage of Hanna Krogh asking, “Why am I not ahead by now, you might ask?”",
        "Why am I not ahead",
        "Hanna Krogh",
    ),
    # whoever is asked, told or charged
    Heading(
        "whoever is asked has not asked",
        "Mr. Olsen, asked if he supported closing the mill, said he believed the owner had “at least tried to save it” last year.",
        "if he supported closing the mill",
        NOBODY,
    ),
    Heading(
        "whoever is asked has answered",
        "Mr. Olsen, asked if he supported closing the mill, said he believed the owner had “at least tried to save it” last year.",
        "at least tried to save it",
        "Olsen",
    ),
    Heading(
        "a question that opens a sentence is not who answers",
        'The clerk met reporters on Tuesday.\n\nAsked point-blank, "Is that letter yours?" Brandt replied, "You know I will not '
        'talk about this any more."',
        "Is that letter yours",
        NOBODY,
    ),
    Heading(
        "whoever is charged by somebody has said nothing, nor has who gave out the paper",
        "In a 48-page indictment released by the Port Authority, Mr. Olsen and his wife are charged with converting more than "
        "$250,000 in club funds to pay for a boat.",
        "converting more than",
        NOBODY,
    ),
    Heading(
        "what reporters ask is no statement",
        "As reporters continued to ask him for several minutes whether he sold the boat, the exchange became heated.",
        "whether he sold the boat",
        NOBODY,
    ),
    Heading(
        "whoever does not respond has not said what stands before",
        "Ms. Krogh seemed to mock his vague talk, saying at one point, “The answer is not to shout at the fishers.” But Mr. Olsen, "
        "again, did not respond in kind.",
        "The answer is not to shout",
        "Krogh",
    ),
    Heading(
        "what would be called so has not been called so",
        "If Hanna Krogh is elected, her husband would be the first man to host the ball, possibly calling himself the first gentleman.",
        "the first gentleman",
        NOBODY,
    ),
    Heading(
        "what is not done as opposed to something is not said",
        "Those are things Krogh wants to talk about, as opposed to defending her ties to the shipyards.",
        "her ties to the shipyards",
        NOBODY,
    ),
    # quotations
    Heading(
        "words that aides pass on are whose they say",
        "“We got beaten in the villages, and we are hated at the coast,” aides said Mr. Brandt told his staff before the vote.",
        "We got beaten in the villages",
        "Brandt",
    ),
    Heading(
        "a quotation goes on behind its speaker, not with the group that the next sentence names",
        '"We don\'t need young clerks any more," said Amir Wold, head of Vester, a start-up in Norburg. "The machine writes better '
        'letters than any of them." [...] Norburg students say they find fewer jobs.',
        "The machine writes better",
        "Amir Wold",
    ),
    Heading(
        "who is said to have declared something in passing does not speak next",
        "“We are going to build again and we are going to build so much,” Olsen said at his party in Ostwick, two hours after news "
        "outlets declared him the winner of the race. “You are going to be so happy.”",
        "You are going to be so happy",
        "Olsen",
    ),
    Heading(
        "an outlet only passes a quotation on",
        'When asked about how the new toll would affect Krogh, 45, Olsen said: "There will always be exceptions," the Ledger reported.',
        "There will always be exceptions",
        "Olsen",
    ),
    Heading(
        "what somebody said is theirs, though it was so according to a paper",
        'On Monday, Olsen said he was "happy to see" that Krogh was voted in, according to The Ostwick Times.',
        "happy to see",
        "Olsen",
    ),
    Heading(
        "a letter's words are the letter's",
        '"She has not broken any rule but under the circumstances she has no choice but to take this course," the letter addressed '
        "to Chairman Dag Lien of the harbour board reads.",
        "She has not broken any rule",
        "the letter",
    ),
    Heading(
        "a quotation that speaks of somebody by name is not theirs",
        "David Byström pointed this out last week:\n\n“The members could decide that the best thing to do is to lower the bar.”\n\n"
        "“One of the gaps of Byström's otherwise fine piece is that it leaves out the rule on absent members.”\n\n"
        "The board meets on Monday.",
        "One of the gaps",
        NOBODY,
    ),
    Heading(
        "what somebody can add to a list is said by nobody",
        "Thanks to his latest show, Nils Butz can add a new title to his long list: “song collector.”",
        "song collector",
        NOBODY,
    ),
    Heading(
        "a sentence torn behind a quotation is one",
        'Pressure is building on the mayor, who was greeted with chants of "Hanna!" at a labour meeting in Norburg last month, '
        "according to union leader Dora Mays.",
        "Pressure is building on the mayor",
        "Dora Mays",
    ),
    # whom a pronoun means
    Heading(
        "she is not whom she asks",
        "Cecilia Rask runs the clinics of the coast. Rask spoke first. She asked Rask what the new law did to the women of the town.",
        "what the new law did",
        NOBODY,
    ),
    Heading(
        "he is whose temper comes up before a colon",
        "“People like the things he says,” Mr. Rask said on Monday. Mr. Olsen's temper came under scrutiny: He was challenged over "
        "his statement on Wednesday that “the coast hates us,” but he kept calm.",
        "the coast hates us",
        "Olsen",
    ),
    Heading(
        "a piece on him calls him so, not he himself",
        "Max Boyer edits the Lantern. He was recently portrayed in the Daily Ledger, which ran a long piece on him naming him the "
        "“angry enforcer” of the harbour war.",
        "angry enforcer",
        NOBODY,
    ),
)


@pytest.mark.parametrize("case", CREDITS, ids=lambda case: case.behaviour)
def test_words_are_credited_to_whoever_said_them(case: Heading, nlp, tagger):
    """Of several who could be meant, the one who said it is credited, or nobody."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == ({case.name} if case.name else set())


FIXTURES = """The Thunder won at home on Tuesday. Beaten by the Thunder, the Rovers left early.

TIP-INS

Thunder: Olaf Dale missed his third straight game with a sprained knee.

Rovers: Kyle Brandt left the court in the second quarter after a hit.

UP NEXT

Thunder: Host the Rovers on Friday.

Rovers: Visit the Thunder on Friday.
"""


def test_teams_that_label_notes_are_no_speakers(nlp, tagger):
    """A name that the text gives with "the" is a team, though it ends like a calling."""
    assert (
        heading(find_statements(nlp(FIXTURES), tagger.tag([FIXTURES])[0]), FIXTURES, "Host the Rovers")
        == set()
    )


PASSED_ON = (
    "“Is this a priority for the two of them because it is an election year?” Olsen said at a press conference, according to the "
    "Ostwick Ledger."
)


def test_a_credit_alone_is_no_statement_of_the_paper_that_it_names(nlp, tagger):
    """The paper is what the quotation was read in, and the words "Olsen said" are not its own."""
    statements = find_statements(nlp(PASSED_ON), tagger.tag([PASSED_ON])[0])
    assert [one.source.name for one in statements if one.source] == ["Olsen"]
    assert statements[0].via == "Ostwick Ledger"

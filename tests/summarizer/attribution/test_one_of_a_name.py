"""Which of several people of one name is meant, and whole names where the model sees none, on the real models."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from tests.summarizer.attribution.test_who import Heading, heading

pytestmark = pytest.mark.model


FAMILIES = (
    Heading(
        "a man's honorific is none of the woman of that surname",
        "Melanie Harlow, the first lady, opened the fair in Norburg on Monday. Mr. Harlow wrote that it was all "
        "“a waste of money.”",
        "a waste of money",
        "Harlow",
    ),
    Heading(
        "an office beside a surname is not his wife's",
        "The first lady, Melanie Harlow, was not there. President Harlow said on Tuesday that the dam would be built.",
        "the dam would be built",
        "Harlow",
        "President",
    ),
    Heading(
        "a surname that is a word for an office",
        "“We lost our way,” team president Walter King said. King told reporters that he would look for another coach.",
        "would look for another coach",
        "Walter King",
        "team president",
    ),
    Heading(
        "a surname that looks like a plural is still its bearer's",
        "Public defender Peter Lindgren spoke first. Jermo Simmons, 19, is charged with theft. Simmons told police he ran "
        "when he saw the dog.\n\nHe said the bicycle had been under a shed for years.",
        "the bicycle had been under a shed",
        "Jermo Simmons",
    ),
    Heading(
        "a name in the apposition of a noun goes before whoever had that office",
        "The only independent candidate in the capital, Norburg, backs the president. “I will give all my strength,” the "
        "candidate, regional clerk Resulbek Mammedi, said in a statement.",
        "I will give all my strength",
        "Resulbek Mammedi",
    ),
    Heading(
        "a single name beside what its bearer is",
        "One man was killed when the bank gave way, said disaster agency official Faruzi.",
        "One man was killed",
        "Faruzi",
        "disaster agency official",
    ),
    Heading(
        "an office around the name goes before a party behind it",
        "Norland’s attorney general, John Suttner, a Republican, said that the suit was “without merit.”",
        "without merit",
        "John Suttner",
        "Norland’s attorney general",
    ),
    Heading(
        "two offices of one person, though one stands in capitals",
        "“The sale changes our business,” said Rory Reed, president and CEO of Aldermoor Chips.",
        "The sale changes our business",
        "Rory Reed",
        "president and CEO of Aldermoor Chips",
    ),
    Heading(
        "one of the members, by name",
        "The Harbour League has 40 members. One of its members, Demeter Minors, said critics had misread the plan.",
        "critics had misread the plan",
        "Demeter Minors",
    ),
)

CLAUSES = (
    Heading(
        "a participle belongs to the subject of the clause around what was denied",
        "Mayor Anna Weller on Monday emphatically disputed that councillors feel betrayed by her deal with the port, saying "
        "that “the more people look at it, the more will like it.”",
        "the more people look at it",
        "Anna Weller",
    ),
    Heading(
        "who was quoted said it, not the body of their office or the agency",
        '"I am sure they will look at it," Gabriela Stahl, Norland\'s ambassador to the UN, was quoted as saying by Harbourpress.',
        "I am sure they will look at it",
        "Gabriela Stahl",
    ),
    Heading(
        "the subject of the next paragraph did not say it",
        'Representative Carl Weber stormed off. Reporter Michael Stott protested, saying he had asked "a fair question."\n\nDuring '
        "that race, Weber took gifts from a builder.",
        "a fair question",
        "Michael Stott",
    ),
    Heading(
        "a group is called by its name",
        "A group called the St. Aldan Harbour Party issued a resolution on Tuesday calling on the board to withdraw its plan.",
        "to withdraw its plan",
        "St. Aldan Harbour Party",
    ),
    Heading(
        "a day is no part of a name",
        "The Norburg Register on July 20, 2006, described him as “a hero of the flood.”",
        "a hero of the flood",
        "Norburg Register",
    ),
    Heading(
        "a verb that looks like a noun is no part of a name",
        'The league\'s conduct policy states: "A second offence costs a player four games."',
        "A second offence costs",
        "the league's conduct policy",
    ),
)

NOT_THEIRS = (
    Heading(
        "a quotation is not whose clause follows a but",
        "Weller said a witness heard a guard yell, “What do you have in your hands?” but a neighbour said the man was too "
        "far away to see it.",
        "heard a guard yell",
        "Weller",
    ),
    Heading(
        "a letter says what it reads, not whom it was written to",
        "On the table lay a letter of apology to the girl's mother that reads, “I am so sorry that the gun went off.”",
        "I am so sorry that the gun went off",
        "a letter of apology",
    ),
    Heading(
        "whose claim it is, without the claim",
        "The witness heard an argument, which matches prosecutors' claim that Berg ordered Lind to the roof.",
        "Berg ordered Lind to the roof",
        "prosecutors",
    ),
    Heading(
        "the subject of the sentence goes before somebody of a paragraph before",
        "“I beg for your forgiveness,” Karin Grivas wrote. She said she had gone too far.\n\nHarbour TV, which has engaged "
        "Ms. Grivas to host its show for ten years, announced on Wednesday that she would no longer appear.",
        "she would no longer appear",
        "Harbour TV",
    ),
)

SHORT_NAMES = (
    Heading(
        "a verb behind a quotation is no first name",
        "“Computers can be rigged, and nobody looks.” Stated Berg on Monday. “We have to look at this.”",
        "Computers can be rigged",
        "Berg",
    ),
)


@pytest.mark.parametrize(
    "case", FAMILIES + CLAUSES + NOT_THEIRS + SHORT_NAMES, ids=lambda case: case.behaviour
)
def test_words_stand_under_the_one_meant(case: Heading, nlp, tagger):
    """Of several of one name, and of several subjects, the one who said the words has them, with the role if one is given."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == {case.name}
    if case.role:
        roles = {one.source.role for one in statements if one.source and one.source.name == case.name}
        assert case.role in roles


def test_who_stands_accused_has_said_nothing(nlp, tagger):
    """A passive without an accuser is no statement of the accused."""
    text = "Both are charged with theft, with Lind standing accused of taking 13 boats."
    assert find_statements(nlp(text), tagger.tag([text])[0]) == ()


def test_a_thing_told_apart_by_what_was_said_of_it_is_no_statement(nlp, tagger):
    """The reporter's sentence does not come to stand under whom its subject's clause names."""
    text = "Governor Carl Weber left on Monday. The pension fund he vowed to mend has sunk into debt and lawsuits."
    assert find_statements(nlp(text), tagger.tag([text])[0]) == ()

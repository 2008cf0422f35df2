"""A number in words and the same number in digits are one number, wherever statements and figures are compared."""

from __future__ import annotations

import pytest

from summarizer.changes.words import numbers_in
from summarizer.merge import merge
from summarizer.model import Article, Bullet, Credit, Evidence, Span

SAME = [
    ("two and a half million", "2.5 million"),
    ("one hundred and twenty", "120"),
    ("three hundred and fifty", "350"),
    ("a dozen", "12"),
    ("half a million", "500,000"),
    ("a half-million", "half a million"),
    ("a million and a half", "1.5m"),
    ("three-quarters of a million", "750,000"),
    ("twenty-one", "21"),
    ("1.2bn", "1.2 billion"),
    ("1.2 billion", "1,200 million"),
    ("one point two billion", "1.2bn"),
    ("two hundred thousand", "200,000"),
    ("200 000", "200,000"),
    ("fourteen", "14"),
    ("a hundred", "100"),
    ("nineteen hundred", "1,900"),
    ("ninety-nine", "99"),
    ("more than three hundred", "over 300"),
    ("nearly two thousand", "almost 2,000"),
    ("a few hundred", "few hundred"),
]
SAME_WITH_A_UNIT = [
    ("the water rose by zero point three metres at Tessel", "the water rose by 0.3 metres at Tessel"),
    ("the road is 3 1/2 miles long", "the road is 3.5 miles long"),
    ("the road is three and a half miles long", "the road is 3½ miles long"),
    ("the bridge cost two and a half million dollars", "the bridge cost $2.5m"),
    ("ninety-nine percent of the seed had sprouted", "99% of the seed had sprouted"),
    ("a frost of minus twenty degrees had set in", "a frost of −20 degrees had set in"),
    (
        "the output of the mine had doubled in the third year",
        "the output of the mine doubled in the 3rd year",
    ),
    ("it was the twenty-first fire in the valley", "it was the 21st fire in the valley"),
    ("the debt fell to five million crowns", "the debt fell to 5 million crowns"),
]
OTHER = [
    ("two and a half million people had left the city", "2 million people had left the city"),
    ("three hundred and fifteen people had left the city", "350 people had left the city"),
    ("a dozen people had left the city", "dozens of people had left the city"),
    ("hundreds of people had left the city", "a few hundred people had left the city"),
    ("at least two hundred people had left the city", "200 people had left the city"),
    ("two thirds of the people had left the city", "two people had left the city"),
    ("he came third in the race on Tarrow", "he came 4th in the race on Tarrow"),
    ("the debt fell to five million crowns", "the debt fell by 5 million crowns"),
    ("ninety-nine percent of the seed had sprouted", "99 of the seed had sprouted"),
    ("the wall is 5m high", "the wall is 5 million high"),
    ("the output of the mine had doubled", "the output of the mine had halved"),
    ("codes 5,10,15 were changed at night", "codes 5,10,16 were changed at night"),
]


def bullet(text, url):
    return Bullet(Credit("Ada Lind"), "said", "indirect", text, (Evidence(url, Span(0, len(text))),))


def merged(one, two):
    return merge([bullet(one, "https://a.example/1"), bullet(two, "https://b.example/1")])


@pytest.mark.parametrize(("one", "two"), SAME)
def test_statements_with_one_number_in_two_forms_are_one(one, two):
    """Words, digits and multipliers fold, with the evidence of both outlets."""
    (left,) = merged(*(f"{number} people had been moved from their homes" for number in (one, two)))
    assert {proof.url for proof in left.evidence} == {"https://a.example/1", "https://b.example/1"}


@pytest.mark.parametrize(("one", "two"), SAME_WITH_A_UNIT)
def test_a_measure_in_two_forms_is_one(one, two):
    """Decimals, mixed numbers, signs, ordinals and multiples fold too."""
    assert len(merged(one, two)) == 1


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_another_number_or_bound_stays_apart(one, two):
    """What is near in words or in digits is not the same number."""
    assert len(merged(one, two)) == 2


@pytest.mark.parametrize(("one", "two"), SAME)
def test_a_page_that_writes_its_number_otherwise_has_not_changed_it(one, two):
    """A re-read page compares what numbers are worth, not how they are written."""
    assert numbers_in(f"{one} people were moved") == numbers_in(f"{two} people were moved")


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "two"),
    [("three hundred and fifty", "350"), ("half a million", "500 000"), ("two point five million", "2.5m")],
)
def test_a_story_that_two_outlets_count_in_their_own_way_has_one_line_and_one_figure(reader, one, two):
    """Read through the real model: one bullet and one key figure, each with the evidence of both."""
    pages = [
        Article(
            f"https://{host}.example/1",
            "The fire began on Monday night in a barn above the village.\n\n"
            f"Ada Lind, the fire chief of Tarrow, said {number} people were moved from their homes.\n\n"
            "Nobody was hurt.",
        )
        for host, number in (("a", one), ("b", two))
    ]
    brief = reader.brief(pages)
    assert [len(bullet.evidence) for bullet in brief.bullets] == [2]
    assert [len(key.evidence) for key in brief.figures] == [2]

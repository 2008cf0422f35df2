"""How likely it is that an editor finds fault with a line."""

from __future__ import annotations

import pytest

from summarizer.brief.fault import WEIGHTS, chance_of_fault, features
from summarizer.brief.leaning import known_from
from summarizer.model import Article, Bullet, Credit, Evidence, Impression, Line, Span

URL = "https://a.example/1"
TEXT = "Tarrow closes its mill, Mayor Ada Bell said. The old pilot Bo Lind was ill. " + "It rained. " * 100
ARTICLE = Article(URL, TEXT, title="Tarrow closes its mill")
KNOWN = known_from([ARTICLE], [Line(TEXT[:44], (Evidence(URL, Span(0, 44)),))])
PLAIN = Impression()


def said(line: str, name: str | None = "Ada Bell", at: int = 900) -> Bullet:
    source = Credit(name, None) if name else None
    return Bullet(source, "said", "indirect", line, (Evidence(URL, Span(at, at + 40)),), line=line)


@pytest.mark.parametrize(
    ("leans", "stands"),
    [
        ("said they would sell the wheels by May", "said workers would sell the wheels by May"),
        ("said the tape told nothing new of Tarrow", "said a tape told nothing new of Tarrow"),
        ("said that tweet did Tarrow no good", "said one tweet did Tarrow no good"),
        ("said such a meeting may harm Tarrow", "said some other meeting may harm Tarrow in May"),
        ("expressed similar worries about looms", "expressed great worries about looms"),
        ("said Lind has not been asked in Tarrow", "said nobody has been asked in Tarrow"),
        ("said those looms stand in Tarrow", "said old looms stand in Tarrow"),
        ("said some ropes are worn", "said some ropes of the mill are worn"),
    ],
)
def test_a_line_that_points_is_likelier_to_lean(leans: str, stands: str):
    """To people, to a thing told before, to another one, to a surname alone; or no word of it is known."""
    assert chance_of_fault(said(leans), KNOWN, PLAIN) > chance_of_fault(said(stands), KNOWN, PLAIN)


@pytest.mark.parametrize("name", ["those firms", "her office", "another", "the other officers", "Several"])
def test_a_heading_that_points_makes_its_lines_lean(name: str):
    """Nobody knows which firms."""
    line = "said the mill would close in May"
    assert chance_of_fault(said(line, name), KNOWN, PLAIN) > chance_of_fault(
        said(line, "police"), KNOWN, PLAIN
    )
    assert features(said(line, "two officers"), KNOWN, PLAIN)["the heading points"] == 0


def test_a_thing_that_is_known_or_told_of_leans_on_nothing():
    """The headline has it, the line itself, or the words behind it say which."""
    for line in (
        "said the mill would close",
        "said a tape was found and the tape was cut",
        "said the tape of Tarrow was cut",
        "said that talks went on",
    ):
        assert features(said(line), KNOWN, PLAIN)["a thing told before"] == 0


def test_near_the_top_a_line_is_understood_by_the_lead():
    """The lead says the same."""
    top, below = said("said it would rain", at=90), said("said it would rain")
    assert chance_of_fault(top, KNOWN, PLAIN) < chance_of_fault(below, KNOWN, PLAIN)


def test_what_the_network_faults_is_likelier_to_have_a_fault():
    """It has read the words in their place."""
    line = "said the mill would close in May"
    plain = chance_of_fault(said(line), KNOWN, PLAIN)
    assert chance_of_fault(said(line), KNOWN, Impression(faulty=1.0)) > plain


def test_every_feature_has_a_weight():
    """And no weight is without one; each is 0 to 1."""
    for line in ("", "said so", "said " + "they were there " * 50):
        found = features(said(line, None), KNOWN, PLAIN)
        assert list(found) == list(WEIGHTS)
        assert all(0 <= value <= 1 for value in found.values())
        assert 0 < chance_of_fault(said(line, None), KNOWN, PLAIN) < 1

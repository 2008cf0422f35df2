"""The scorer itself, on hand-made readings: a gate that cannot fail guards nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.model import Cue, Figure, Source, Span, Statement
from tests.gate.attribution import has_source, match
from tests.gate.conftest import MakeReading
from tests.gate.crediting import credit_of
from tests.gate.figures import best, credit, has_modifier, has_unit, is_listed, is_same, lines_of
from tests.gate.honesty import is_in_range, quotations, quoted_strings, says_something, unrepeated
from tests.gate.measure import balance, share
from tests.gate.statements import judge
from tests.gate.wanted import Gold, Unit, WantedFigure, WantedStatement
from tests.gate.wording import in_full, is_named, is_same_mention

TEXT = "The port is shut, Ann Lee said. Boats are safe, Bob Ray said. The mayor, Cy Oak, called it a “long night” for all."
PORT, BOATS = "The port is shut", "Boats are safe"


def wanted(source: str, *has: str) -> WantedStatement:
    return WantedStatement(source, has, "indirect", must=True, role=None, cue="said", via=None, post=None)


def figure(text: str, surface: str, value: int, source: str | None = None, unit: str | None = None) -> Figure:
    start = text.index(surface)
    span = Span(start, start + len(surface))
    return Figure(span, surface, Decimal(value), unit=unit, source=source)


def wanted_figure(value: float, source: str | None = None, unit: str | None = None) -> WantedFigure:
    return WantedFigure((value,), must=True, surface=None, modifier=None, unit=unit, source=source)


def statement(text: str, content: str, mention: str) -> Statement:
    start, who = text.index(content), text.index(mention)
    source = Source(mention, mention, Span(who, who + len(mention)))
    return Statement((Span(start, start + len(content)),), "indirect", source, Cue("said", Span(0, 4)))


def gold(text: str, *units: tuple[str, str]) -> Gold:
    found = (Unit(Span(text.index(c), text.index(c) + len(c)), c, source, "indirect") for c, source in units)
    return Gold(text, tuple(found))


def test_words_under_their_source_are_found(make_reading: MakeReading) -> None:
    """A wanted statement counts when one bullet has its source and all its words."""
    judged = judge(make_reading(TEXT, [("Ann Lee", PORT)]), wanted("Ann Lee", PORT))
    assert len(judged.right) == 1
    assert judged.wrong == ()


def test_words_under_somebody_else_are_a_wrong_attribution(make_reading: MakeReading) -> None:
    """The same words under another name are not found, and counted as wrong."""
    judged = judge(make_reading(TEXT, [("Bob Ray", PORT)]), wanted("Ann Lee", PORT))
    assert judged.right == ()
    assert len(judged.wrong) == 1


def test_half_of_the_words_under_somebody_else_are_wrong_too(make_reading: MakeReading) -> None:
    """The right bullet does not excuse another one that gives some of its words away."""
    reading = make_reading(TEXT, [("Ann Lee", f"{PORT}, Ann Lee said. {BOATS}"), ("Bob Ray", BOATS)])
    judged = judge(reading, wanted("Ann Lee", PORT, BOATS))
    assert (len(judged.right), len(judged.wrong)) == (1, 1)


def test_words_without_a_source_are_missing_and_not_wrong(make_reading: MakeReading) -> None:
    """A bullet that credits nobody puts words in nobody's mouth."""
    judged = judge(make_reading(TEXT, [(None, PORT)]), wanted("Ann Lee", PORT))
    assert (judged.right, judged.wrong, judged.carried) == ((), (), True)


def test_a_description_that_the_page_sets_beside_the_name_is_not_another_source(
    make_reading: MakeReading,
) -> None:
    """ "The mayor" for "The mayor, Cy Oak" is no wrong attribution, and no full one."""
    reading = make_reading(TEXT)
    assert credit_of("the mayor", "Cy Oak", "long night", None, reading) == "described"
    assert credit_of("the mayor", "Ann Lee", "shut", None, reading) == "other"
    assert credit_of("Mayor Cy Oak", "Cy Oak", "long night", None, reading) == "right"


def test_a_surname_alone_does_not_name_a_person() -> None:
    """A name needs all its words; a description may lose some."""
    assert not is_named("Lee", "Ann Lee")
    assert is_named("Commander Ann Lee", "Ann Lee")
    assert is_named("Three workers", "three workers at the port")
    assert not is_named(None, "Ann Lee")


def test_mentions_agree_with_and_without_a_role_but_pronouns_only_with_themselves() -> None:
    """ "Lee" and "Commander Ann Lee" are one mention, "he" and "his lawyer" are not."""
    assert is_same_mention("Lee", "Commander Ann Lee")
    assert not is_same_mention("he", "his lawyer")
    assert not is_same_mention("Lee", "Ray")


def test_content_is_matched_one_to_one() -> None:
    """Two findings of one unit are one hit and one false alarm."""
    one = statement(TEXT, PORT, "Ann Lee")
    matched = match(gold(TEXT, (PORT, "Ann Lee")), [one, statement(TEXT, "port is shut", "Ann Lee")])
    assert len(matched.pairs) == 1
    assert matched.pairs[0].is_exact


def test_content_with_less_than_half_the_words_is_no_match() -> None:
    """A single word of a statement is not the statement."""
    assert match(gold(TEXT, (PORT, "Ann Lee")), [statement(TEXT, "shut", "Ann Lee")]).pairs == ()


def test_content_under_the_wrong_mention_is_found_but_not_credited() -> None:
    """What was said and who said it are judged apart."""
    units = gold(TEXT, (PORT, "Ann Lee"), (BOATS, "Bob Ray"))
    matched = match(units, [statement(TEXT, PORT, "Ann Lee"), statement(TEXT, BOATS, "Ann Lee")])
    assert [has_source(pair) for pair in matched.pairs] == [True, False]


def test_a_figure_is_the_same_by_value_and_words(make_reading: MakeReading) -> None:
    """Another number is another figure; of two equal ones the better credited is judged."""
    text = "Lee counted 12 boats. Ray counted 12 boats."
    ours = [figure(text, "12", 12, "Lee"), figure(text, "12", 12, "Ray")]
    assert not is_same(wanted_figure(13), ours[0])
    chosen = best(wanted_figure(12, "Ray"), ours, make_reading(text))
    assert chosen is ours[1]


def test_what_is_read_as_one_line_is_listed_with_one_of_its_numbers() -> None:
    """Two numbers of a stretch are a line; cells of a table have none, and stand alone."""
    text = "Lee counted 12 boats and 40 nets. 7 8"
    two = [replace(figure(text, each, int(each)), label=text[:32]) for each in ("12", "40")]
    cells = [figure(text, each, int(each)) for each in ("7", "8")]
    lines = lines_of([*two, *cells])
    assert [len(line) for line in lines] == [2, 1, 1]
    assert [is_listed(line, [wanted_figure(40)]) for line in lines] == [True, False, False]


def test_a_figure_of_the_article_s_own_must_not_be_given_to_somebody(make_reading: MakeReading) -> None:
    """Where nobody is wanted, anybody is wrong."""
    text = "There were 12 boats, Lee said."
    assert credit(wanted_figure(12), figure(text, "12", 12, "Lee"), make_reading(text)) == "other"
    assert credit(wanted_figure(12), figure(text, "12", 12), make_reading(text)) == "right"


def test_a_unit_agrees_with_its_rate_and_with_its_full_name() -> None:
    """ "pound" is said of pounds sterling and of pounds a year, not of dollars."""
    assert has_unit(wanted_figure(1, unit="pound"), figure("1", "1", 1, unit="pound sterling per year"))
    assert not has_unit(wanted_figure(1, unit="pound"), figure("1", "1", 1, unit="dollar"))


def test_a_verb_of_change_is_a_direction() -> None:
    """ "rose" is "up", not "down"; no modifier agrees only with none."""
    rose = WantedFigure((3.0,), must=True, surface=None, modifier="rose", unit=None, source=None)
    three = figure("3", "3", 3)
    assert has_modifier(rose, replace(three, modifier="up"))
    assert not has_modifier(rose, replace(three, modifier="down"))
    assert has_modifier(wanted_figure(3), three)
    assert not has_modifier(wanted_figure(3), replace(three, modifier="up"))


def test_quoted_words_that_are_not_in_the_evidence_are_caught(make_reading: MakeReading) -> None:
    """One changed word inside the marks is a broken promise."""
    proof = "called it a “long night” for all"
    honest = make_reading(TEXT, [("Cy Oak", proof)])
    broken = make_reading(TEXT, [("Cy Oak", proof, "called it a “longer night” for all")])
    assert list(quotations(honest.brief)) == [True]
    assert list(quotations(broken.brief)) == [False]


def test_a_quotation_over_paragraphs_is_in_its_evidence(make_reading: MakeReading) -> None:
    """The mark with which a paragraph opens anew is no word of the quotation."""
    text = "“The port is shut.\n\n“The boats stay in.” said Cy Oak."
    made = make_reading(text, [("Cy Oak", text, "“The port is shut. The boats stay in.”")])
    assert list(quotations(made.brief)) == [True]


def test_quoted_strings_are_told_from_apostrophes() -> None:
    """Single marks quote, apostrophes do not."""
    assert quoted_strings("it’s ‘hardly any difference’, Lee’s boat said") == ["hardly any difference"]
    assert quoted_strings("“One,” … “two.”") == ["One", "two"]


def test_a_bullet_that_repeats_another_is_caught(make_reading: MakeReading) -> None:
    """The same words twice, or inside a longer bullet, are said twice."""
    twice = make_reading(TEXT, [("Ann Lee", PORT), ("Bob Ray", f"{PORT}, Ann Lee said")])
    assert list(unrepeated(twice.brief)) == [False]
    assert list(unrepeated(make_reading(TEXT, [("Ann Lee", PORT), ("Bob Ray", BOATS)]).brief)) == [True]


def test_a_bullet_of_a_pronoun_says_nothing(make_reading: MakeReading) -> None:
    """ "it" is no statement, and no repetition of all that holds the word."""
    brief = make_reading(TEXT, [("Cy Oak", "it"), ("Cy Oak", "called it a “long night” for all")]).brief
    assert [says_something(bullet) for bullet in brief.bullets] == [False, True]
    assert list(unrepeated(brief)) == []


def test_a_role_says_the_same_with_its_title_written_out() -> None:
    """Headings write titles out, and a heading that leaves the title away does not pass for one that has it."""
    assert in_full("coast guard Cmdr.") == in_full("coast guard commander") == "coast guard commander"
    assert in_full("coast guard") != in_full("coast guard Cmdr.")
    assert in_full("club's chair") == "club's chair"


def test_evidence_past_the_end_of_the_text_is_caught(make_reading: MakeReading) -> None:
    """A span must lie in the text of an article of the brief."""
    brief = make_reading(TEXT, [("Ann Lee", PORT)]).brief
    proof = brief.bullets[0].evidence[0]
    assert is_in_range(brief, proof)
    assert not is_in_range(make_reading("Short.").brief, proof)


def test_a_share_of_nothing_is_refused() -> None:
    """A measure that judges nothing would always pass."""
    with pytest.raises(ValueError, match="nothing to judge"):
        share("brief", "empty", [])


def test_f1_is_the_harmonic_mean() -> None:
    """Half the precision costs a third of F1 at full recall."""
    whole, half = share("a", "recall", [True]), share("a", "precision", [True, False])
    both = balance(half, whole, "F1")
    assert both.percent == pytest.approx(200 / 3)
    assert both.detail == "found 1 of 1, right 1 of 2"

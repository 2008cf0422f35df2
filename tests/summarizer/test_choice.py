"""Which statements a brief shows, and that it loses none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import article_from_text
from summarizer.brief.choice import (
    ENOUGH_BULLETS,
    MOST_ANSWERS,
    MOST_BULLETS,
    MOST_WORDS,
    choose,
    statements_before,
)
from summarizer.brief.shorten import MOST_WORDS as MOST_WORDS_OF_LINE
from summarizer.brief.shorten import shortened
from summarizer.brief.weights import WEIGHTS, features, loss, setting_of, source_key, weight, worth
from summarizer.brief.words import run_of
from summarizer.model import Article, Bullet, Credit, Evidence, Line, Span

URL = "https://a.example/1"
ARTICLE = Article(URL, "The mill stood by the river. " * 400, title="Mill closes in Tarrow")
LONG = " ".join(
    f"The {word} wheel of the mill turns all night and day." for word in ("first", "second", "third")
)
FILLER = "We used to be a small town in which few were asked by anybody for what they thought."
QUOTATION = f"“{LONG} Nobody in Tarrow closes the mill. {LONG}”"


def said(
    name: str | None, line: str, *, text: str | None = None, at: int = 0, kind="indirect", **more: str
) -> Bullet:
    """A statement that stands at character `at`."""
    source = Credit(name, more.get("role")) if name else None
    proof = (Evidence(URL, Span(at, at + 40)),)
    return Bullet(source, more.get("cue", "said"), kind, text or line, proof, more.get("via"), line=line)


def lead_of(words: str) -> tuple[Line, ...]:
    return (Line(words, (Evidence(URL, Span(0, 20)),)),)


def lines(bullets) -> list[str]:
    return [one.line for one in bullets]


def test_at_most_twelve_are_shown_and_the_others_are_kept_in_order():
    """However many weigh enough."""
    found = [
        said(
            f"Ann {at}",
            f"“We close gate {at} of the mill in Tarrow by night until the river falls.”",
            at=at,
            kind="direct",
        )
        for at in range(30)
    ]
    shown, more = choose(found, [ARTICLE], ())
    assert len(shown) == MOST_BULLETS
    assert more == tuple(one for one in found if one not in shown)


def test_the_words_of_a_brief_are_read_in_twenty_seconds():
    """Lead, lines, names and roles together stay within the budget; what is longer is kept."""
    found = [
        said(
            f"Ann {at}",
            f"said gate {at} " + " ".join(f"word{at}{n}" for n in range(30)),
            role="keeper of gates",
        )
        for at in range(12)
    ]
    lead = lead_of("The mill in Tarrow closes " + "at night " * 20)
    shown, more = choose(found, [ARTICLE], lead)
    assert words_shown(shown, lead) <= MOST_WORDS
    assert 0 < len(shown) < len(found)
    assert len(shown) + len(more) == len(found)


def test_a_short_brief_shows_light_statements_too():
    """As many as are enough, whatever they weigh; with more than these only what tells something."""
    found = [
        said("the mill", f"said the gate {word} stood open by night", at=11_000) for word in "abcdefghij"
    ]
    setting = setting_of(found, [ARTICLE], ())
    assert all(weight(one, setting) < 0.3 for one in found)
    shown, _ = choose(found, [ARTICLE], ())
    assert len(shown) == ENOUGH_BULLETS


def test_what_the_lead_says_is_kept_and_not_shown():
    """The line, or the content in other words around it, stands in the lead."""
    lead = lead_of("The mill will close in May, Ann Bell said on Friday.")
    whole = said("Ann Bell", "The mill will close in May", text="the mill will close in May")
    cut = said("Ann Bell", "said it will close in May", text="will close in May", at=50)
    other = said("Ann Bell", "said nobody would lose work")
    shown, more = choose([whole, cut, other], [ARTICLE], lead)
    assert (shown, more) == ((other,), (whole, cut))


def test_a_sentence_that_is_printed_whole_is_kept_once():
    """Two statements of it have one line; who else says the same keeps it."""
    line = "Asked about the gate, Bell said it was shut and called it safe."
    first = said("Ann Bell", line, text="it was shut", at=50)
    second = said("Ann Bell", line, text="it safe", at=70)
    other = said("Bo Lind", line, text="it was shut", at=600)
    shown, more = choose([first, second, other], [ARTICLE], lead_of(line))
    assert (shown, more) == ((), (first, other))


def test_what_another_line_says_is_kept_and_not_shown():
    """Also where the shorter line comes first."""
    short = said("Ann Bell", "“We close in May”", kind="direct")
    full = said("Ann Bell", "“We close in May and pay everybody until June,” she said.", at=50)
    shown, more = choose([short, full], [ARTICLE], ())
    assert len(shown) == 1
    assert len(more) == 1


def test_one_claim_under_two_names_is_shown_once():
    """A letter and its signer in nearly the same words; another number or a "not" makes it another claim."""
    letter = said(
        "the letter", "The council must keep the mill and the river path open for every child in Tarrow", at=1
    )
    signer = said(
        "Ann Bell", "must keep the old mill and the river path open for every child in Tarrow", at=50
    )
    other = said("Bo Lind", "must not keep the mill and the river path open for every child in Tarrow", at=90)
    number = said("Cy Dorn", "must keep the mill and the river path open for 40 children in Tarrow", at=95)
    shown, more = choose([letter, signer, other, number], [ARTICLE], ())
    assert len({letter, signer} & {*shown}) == 1
    assert {other, number} <= {*shown}
    assert len(more) == 1


def test_what_the_lead_says_in_another_order_is_kept_and_not_shown():
    """Nearly all its words stand in the lead; with a number, a "not" or quoted words of its own it is shown."""
    lead = lead_of(
        "Ann Bell said on Friday that the mill in Tarrow closes in May because the river has been too low."
    )
    same = said(
        "Ann Bell", "said the river has been too low, because of which the mill in Tarrow closes in May"
    )
    number = said(
        "Ann Bell", "said the mill in Tarrow closes in May because the river has been 2 metres too low", at=50
    )
    denial = said(
        "Bo Lind", "said the mill in Tarrow never closes in May because the river has been too low", at=90
    )
    shown, more = choose([same, number, denial], [ARTICLE], lead)
    assert more[0] == same
    assert denial in shown


def test_a_line_of_nobody_is_kept_and_not_shown():
    """A quotation or a reported statement without a source proves nothing; the report's own facts need none."""
    quotation = said(None, "“We close in May and not before”", kind="direct", cue="")
    report = Bullet(
        None,
        None,
        "indirect",
        "The mill in Tarrow has 40 workers and six looms.",
        (Evidence(URL, Span(9, 20)),),
    )
    passed_on = said(None, "said the mill had 40 looms", via="AP")
    shown, more = choose([quotation, report, passed_on], [ARTICLE], ())
    assert set(shown) == {report, passed_on}
    assert more == (quotation,)


def test_two_words_are_kept_and_not_shown():
    """ "Said so" tells nothing."""
    assert choose([said("Ann Bell", "said so")], [ARTICLE], ()) == ((), (said("Ann Bell", "said so"),))


def test_a_share_of_those_asked_is_kept_and_not_shown():
    """It is the poll that says it."""
    line = said("55 percent of all voters", "said that the mayor did not care about them")
    assert choose([line], [ARTICLE], ()) == ((), (line,))


@pytest.mark.parametrize(
    ("name", "role", "cue", "line", "text"),
    [
        ("the guild", None, "asked", "asked whether the owners backed the new rule", "whether the owners backed the new rule"),
        ("Ann Bell", None, "asked", "“Do you fully back the plan of the council?”", None),
        ("Bo Lind", "Radio host", "said", "“Would you not say that the mill is done for?”", None),
        ("Bo Lind", None, "asked", "asked the owner about the letter", "the letter"),
    ],
)  # fmt: skip
def test_a_question_is_kept_and_not_shown(name: str, role: str | None, cue: str, line: str, text: str | None):
    """What somebody wants to know is no news; what is answered is."""
    kind = "direct" if line.startswith("“") else "indirect"
    asked = said(name, line, text=text or line, kind=kind, cue=cue, role=role)
    assert choose([asked], [ARTICLE], ()) == ((), (asked,))


def test_who_asks_nobody_may_ask():
    """A speaker's own question is what he says."""
    asked = said("Ann Bell", "“Who of us would sell a mill that runs by night?”", kind="direct")
    assert choose([asked], [ARTICLE], ())[0] == (asked,)


def test_sources_come_in_order_of_who_makes_the_news():
    """Early and often come first, what the report says itself last; each source once, its lines as the article has them."""
    found = [
        Bullet(
            None,
            None,
            "indirect",
            "The mill in Tarrow has 40 workers and six looms.",
            (Evidence(URL, Span(0, 20)),),
        ),
        said("a clerk", "said the gate was open", at=100),
        said("Ann Bell", "said the mill would close", at=300),
        said("Ann Bell", "said the looms would be sold", at=900),
        said("Ann Bell", "said everybody would be paid", at=1200),
        said("Bo Lind", "said the river was low", at=9000),
    ]
    shown, _ = choose(found, [ARTICLE], ())
    assert [one.source.name if one.source else None for one in shown] == [
        "Ann Bell", "Ann Bell", "Ann Bell", "a clerk", "Bo Lind", None,
    ]  # fmt: skip
    assert lines(shown[:3]) == [one.line for one in found[2:5]]


def test_who_is_heard_first_comes_first_though_a_later_line_is_shown():
    """What stands near the top may be in the lead, or not fit to be shown."""
    found = [
        said("Ann Bell", "said so", at=0),
        said("Ann Bell", "said the looms would be sold", at=6000),
        said("Bo Lind", "said the river was low", at=3000),
    ]
    shown, _ = choose(found, [ARTICLE], ())
    assert [one.source.name for one in shown if one.source] == ["Ann Bell", "Bo Lind"]


def test_a_long_quotation_is_cut_to_the_sentence_with_the_news_and_kept_whole():
    """What is shown is a run of its own sentences in its own marks; the whole one is not lost."""
    whole = said("Ann Bell", QUOTATION, kind="direct")
    (shown,), more = choose([whole], [ARTICLE], ())
    assert shown.is_cut
    assert "Nobody in Tarrow closes the mill." in shown.line
    assert shown.line.startswith("“")
    assert len(shown.line.split()) <= MOST_WORDS_OF_LINE + 1
    assert shown.evidence == whole.evidence
    assert more == (whole,)


def test_a_short_quotation_and_any_other_line_stay_whole():
    """Only somebody's own words of several sentences are cut."""
    short = said("Ann Bell", "“We close. Nobody stays.”", kind="direct")
    stretch = said("Ann Bell", "said " + "the mill would close and " * 20, kind="mixed")
    one_sentence = said("Ann Bell", "“We close " + "and close " * 30 + "”", kind="direct")
    for bullet in (short, stretch, one_sentence):
        assert shortened(bullet, frozenset()) == bullet


def test_a_quotation_is_not_cut_ahead_of_what_turns_it_round():
    """Without it the speaker would say the opposite."""
    quotation = (
        "“We take no issue with the mill, whose wheels turn all night and day, as they should. "
        "What we take issue with is the smoke that it sends over the roofs and over the school that stands behind the river, day after day and year after year.”"
    )
    assert shortened(said("Ann Bell", quotation, kind="direct"), frozenset()).line.startswith("“What we")


@pytest.mark.parametrize(
    ("before", "point"),
    [
        (
            "The office understands that a complaint was lodged by three tenants of the mill in the spring of last year.",
            "We disagree with every line of it, and we will say so before the court in Tarrow when it sits.",
        ),
        (
            "Old Mayor Lind a few weeks ago... says it is going to be a good year for the mills along the river.",
            "It is not enough that the wheels turn while nobody who works at them is paid for the night.",
        ),
        (
            "Tonight the owner painted a dark picture of the mill and of all the work that is done in it.",
            "And his answer – more night, more dust, more noise – showed once again that he is not fit to lead the mill on the river or any other one.",
        ),
        (
            "The guild was once a shield for everybody who worked at the looms along the river.",
            "All that is left is a club of old men who dine at the cost of those who still weave.",
        ),
        (
            "Serving at the mill in the river guard gave me a view of the work that is done there by night.",
            "Although I never worked at the looms, I have seen what they do to the hands of those who do.",
        ),
    ],
)
def test_a_quotation_is_cut_to_its_point_and_not_to_what_leads_up_to_it(before: str, point: str):
    """What somebody grants, what was once, and what others say is answered by the next sentence."""
    bullet = said("Ann Bell", f"“{FILLER} {before} {point}”", kind="direct")
    shown = shortened(bullet, frozenset(("mill", "river", "night", "work")))
    assert point.split(", ", maxsplit=1)[0].rstrip(".") in shown.line


def test_two_halves_of_one_thought_are_shown_whole():
    """Neither says it alone, and both have room."""
    whole = (
        "“You said that the owners of the mill know all that goes on at every loom. "
        "Then in the next breath you say that the foremen decide all there is to decide.”"
    )
    bullet = said("Ann Bell", whole, kind="direct")
    assert shortened(bullet, frozenset(("mill",))) == bullet


@pytest.mark.parametrize(
    "whole",
    [
        "“Two winters before the fire at the mill on the river in Tarrow … Bell asked the owners for nine guards who would watch the looms by night, which they refused her in a letter of three lines.”",
        "“What went through my mind on the stairs is ‘She knows. She knew. She hides the letter from the council and expects the rest of us in the mill to do the very same thing.’”",
        f"“{LONG} {LONG} Believe me. Believe me.”",
    ],
)
def test_a_cut_is_never_half_a_sentence_nor_empty_words(whole: str):
    """A gap in a sentence, an open inner mark and "Believe me" are no places to stop."""
    shown = shortened(said("Ann Bell", whole, kind="direct"), frozenset(("fire", "mind", "believe")))
    assert shown.line == whole or LONG.split()[0] in shown.line


def test_a_mark_that_stands_apart_is_no_sentence_to_cut_to():
    """A page may print a blank before it."""
    quotation = f'"{LONG} {LONG} We close the gate. "'
    assert shortened(said("Ann Bell", quotation, kind="direct"), frozenset()).line.strip('" ')


def test_a_cut_ends_with_its_sentence_and_the_mark():
    """No dots behind it: whole sentences of a quotation are quoted without them."""
    first = shortened(said("Ann Bell", QUOTATION, kind="direct"), frozenset(("first",)))
    assert first.is_cut
    assert first.line.endswith(".”")
    last = shortened(
        said("Ann Bell", f"“{LONG} {LONG} We close the gate.”", kind="direct"), frozenset(("gate",))
    )
    assert last.line.endswith("We close the gate.”")


@pytest.mark.parametrize(
    "line",
    [
        "said the council had let two barges moor beside the old mill, which the union cites as proof of good will",
        "said the harbour office mended 40 lamps in the winter, including one on the pier that had been dark for years",
        "said the council had let two barges moor beside the old mill, which will only stay if rents fall",
        "said “we let two barges moor beside the old mill, which the union cites as a proof of good will”",
    ],
)
def test_a_line_that_is_no_quotation_is_never_cut(line: str):
    """What hangs on its end is often what matters."""
    bullet = said("Ann Bell", line, text=line.removeprefix("said "), kind="mixed")
    assert shortened(bullet, frozenset()) == bullet


def test_a_line_does_not_repeat_the_role_above_it():
    """The heading gives the role; the line ends on the name, and its content is whole."""
    content = "the “first sign” of spring came late this year"
    line = f"But {content}, says Ann Bell, a keeper of gates at the mill in Tarrow."
    bullet = said(
        "Ann Bell", line, text=content, kind="mixed", role="keeper of gates at the mill in Tarrow", cue="says"
    )
    short = shortened(bullet, frozenset())
    assert short.line == f"But {content}, says Ann Bell."
    assert (short.text, short.is_cut) == (content, False)
    other = replace(bullet, source=Credit("Ann Bell", "poet"))
    assert shortened(other, frozenset()) == other


def test_a_quotation_of_forty_words_is_shown_whole():
    """A speaker's point comes last: a cut that saves a line loses it."""
    words = "“We close the old gate in May and the new one in June. Nobody in Tarrow has ever closed them both, and we ask everybody for patience until then.”"
    whole = said("Ann Bell", words, kind="direct")
    assert shortened(whole, frozenset(("gate", "may", "june"))) == whole
    assert choose([whole], [ARTICLE], ()) == ((whole,), ())


@pytest.mark.parametrize(
    ("cue", "line"),
    [
        ("denied", "denied taking the money"),
        ("said", "“I am not guilty”"),
        ("declined to", "declined to comment"),
        ("said", "said he did not respond to the charge"),
        ("rejected", "rejected the claims"),
    ],
)
def test_a_brief_never_leaves_out_what_the_accused_answers(cue: str, line: str):
    """However light it weighs beside what is said against them."""
    charges = [
        said(f"Ann {name} Bell", f"accused Lind of gate {name}", at=at, kind="direct")
        for at, name in enumerate("ABCDEFGHIJKLMNOP")
    ]
    answer = said("a clerk", line, at=11_900, cue=cue)
    shown, _ = choose([*charges, answer], [ARTICLE], lead_of("A clerk took the money " + "of the mill " * 30))
    assert answer in shown


def test_many_answers_do_not_crowd_out_the_news():
    """Two sources' answers have their place before all else; a third one has to weigh enough."""
    answers = [said(f"clerk {at}", f"denied charge {at}", at=11_000 + at, cue="denied") for at in range(9)]
    news = [
        said(f"Ann {name} Bell", f"“We close gate {name} by May.”", at=at, kind="direct")
        for at, name in enumerate("ABCDEFGHIJKLMNOP")
    ]
    shown, _ = choose([*answers, *news], [ARTICLE], ())
    assert sum(one in answers for one in shown) == MOST_ANSWERS


def test_the_reporter_of_a_transcript_is_no_source():
    """Turns of who wrote the article are kept and not shown; others named in a byline elsewhere are sources."""
    asked = said("ANN BELL", "The mill in Tarrow will close in the spring.", cue=":")
    told = said("Bo Lind", "We have no work for the looms.", cue=":", at=50)
    by_bell = replace(ARTICLE, byline=("Ann Bell",))
    assert choose([asked, told], [by_bell], ()) == ((told,), (asked,))
    quoted = replace(asked, cue="said")
    assert quoted in choose([quoted, told], [by_bell], ())[0]


def test_another_voice_comes_before_the_fifth_line_of_one():
    """Of statements that weigh the same, those of a new source are shown first."""
    many = [
        said("Ann Bell", f"“We close gate {word} by night in May.”", at=1, kind="direct")
        for word in "abcdefghijklmn"
    ]
    other = said("Bo Lind", "“We keep the river gate open in May.”", at=2, kind="direct")
    assert other in choose([*many, other], [ARTICLE], ())[0]


def test_what_several_outlets_carry_weighs_more():
    """Two outlets that print one text are one voice."""
    once = said("Ann Bell", "“We close the gate.”", kind="direct")
    twice = replace(once, evidence=(*once.evidence, Evidence("https://b.example/2", Span(0, 40))))
    setting = setting_of([once, twice], [ARTICLE], ())
    one_text = setting_of([once, twice], [ARTICLE], (), {"https://b.example/2": URL})
    assert weight(twice, setting) > weight(twice, one_text)


def test_every_feature_of_a_statement_has_a_weight():
    """And no weight is without one; each is 0 to 1, so that weights can be compared."""
    one = said("Ann Bell", "“Who closed the gate?”", kind="direct", role="keeper")
    found = features(one, setting_of([one], [ARTICLE], ()))
    assert list(found) == list(WEIGHTS)
    assert all(0 <= value <= 1 for value in found.values())


def test_a_cut_begins_with_a_sentence_that_leans_on_nothing():
    """Of two sentences that say as much, the one that a reader understands alone."""
    whole = f"“They will close the gate of the mill. {LONG} The owners will close the gate of the mill.”"
    shown = shortened(said("Ann Bell", whole, kind="direct"), frozenset(("gate",)))
    assert "The owners will close the gate" in shown.line
    assert "They" not in shown.line


def test_of_two_lines_alike_the_one_that_leans_loses_more():
    """ "He" is nobody whom a reader knows, until the headline names one man."""
    leans, stands = (
        said("Ann Bell", f"“{who} has never paid the workers of the mill”", kind="direct")
        for who in ("He", "Nobody")
    )
    setting = setting_of([leans, stands], [ARTICLE], ())
    assert worth(leans, setting) == worth(stands, setting)
    assert loss(leans, setting) > loss(stands, setting) + 0.05
    assert weight(leans, setting) < weight(stands, setting) - 0.05
    known = setting_of([leans, stands], [Article(URL, ARTICLE.text, title="Otto Prins closes mill")], ())
    assert loss(leans, known) < loss(leans, setting) - 0.05
    own = said("Otto Prins", leans.line, kind="direct")
    assert loss(own, known) > loss(leans, known)


def test_what_leans_is_shown_behind_what_it_goes_on_from():
    """The two fill the room in which "they" alone would be nobody, and stand in the order of the page."""
    text = (
        "“Two pilots left the mill in May,” said Ann Bell. “They have not been paid for the spring.” "
        + "x " * 9
    )
    article = Article(URL, text + ARTICLE.text, title="Harbour closes in Tarrow")
    first = replace(
        said("Ann Bell", "“Two pilots left the mill in May”", kind="direct"),
        evidence=(Evidence(URL, Span(0, 49)),),
    )
    leans = replace(
        said("Ann Bell", "“They have not been paid for the spring.”", kind="direct"),
        evidence=(Evidence(URL, Span(51, 92)),),
    )
    others = [
        said("Bo Lind", f"“They never {word} it to us”", kind="direct", at=400) for word in ("gave", "sold")
    ]
    assert statements_before([first, leans, *others], [article]) == {1: 0}
    shown, _ = choose([first, leans, *others], [article], lead_of("The harbour closes " + "at night " * 90))
    assert shown[:2] == (first, leans)


def test_what_follows_far_behind_goes_on_from_nothing():
    """More than a few words lie between the two, or somebody else speaks."""
    near, far, other = (
        said(name, "said so much", at=at) for name, at in (("Ann", 0), ("Ann", 200), ("Bo", 41))
    )
    assert statements_before([near, far, other], [ARTICLE]) == {}


WORDS = st.sampled_from(
    "gate mill river loom crane night worker price strike council water bridge 40 1,200".split()
)
PHRASES = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
SENTENCES = st.lists(PHRASES.map(lambda words: f"The {words}."), min_size=1, max_size=6).map(" ".join)


@st.composite
def statements(draw: st.DrawFn) -> list[Bullet]:
    """Statements of few sources in few words, so that many say the same; each at its own place."""
    names = st.sampled_from((None, "Ann Bell", "Bo Lind", "the mill", "officials"))
    found = []
    for at in range(draw(st.integers(0, 40))):
        kind = draw(st.sampled_from(("direct", "mixed", "indirect")))
        words = f"“{draw(SENTENCES)}”" if kind == "direct" else draw(PHRASES)
        line = words if kind == "direct" else f"said the {words}"
        found.append(said(draw(names), line, text=words, at=at * 10, kind=kind))
    return found


@given(statements(), st.one_of(st.just(""), SENTENCES))
def test_everything_found_is_shown_or_kept_and_nothing_is_shown_twice(found: list[Bullet], told: str):
    """Whatever was found: few lines within the budget, each source once, no line in another or in the lead."""
    lead = lead_of(told) if told else ()
    shown, more = choose(found, [ARTICLE], lead)
    assert Counter([*(one for one in shown if not one.is_cut), *more]) == Counter(found)
    assert [one for one in found if one in more] == list(more)
    assert len(shown) <= MOST_BULLETS
    assert not shown or words_shown(shown, lead) <= MOST_WORDS
    groups = [key for key, _ in groupby(map(source_key, shown))]
    assert len(groups) == len(set(groups))
    runs = [run_of(line) for line in lines(shown)]
    assert not any(one in run_of(told) for one in runs)
    assert not any(one in other for at, one in enumerate(runs) for other in (*runs[:at], *runs[at + 1 :]))
    for cut in (one for one in shown if one.is_cut):
        (whole,) = [one for one in more if one.evidence == cut.evidence]
        parts = re.sub(r"[“”…]", "", cut.line).split()
        assert run_of(" ".join(parts)) in run_of(whole.line)


def words_shown(shown, lead) -> int:
    """The words of a brief: its lead, its lines, and each source's name and role once."""
    headings = {f"{one.source.name} {one.source.role or ''}" for one in shown if one.source}
    return sum(len(words.split()) for words in (*(line.text for line in lead), *lines(shown), *headings))


def test_who_nobody_has_introduced_waits_for_what_stands_alone():
    """ "Lind" is nobody to a reader whom neither the headline nor a heading tells of the pilot."""
    article = replace(ARTICLE, text=f"The old pilot Bo Lind was ill. {ARTICLE.text}")
    strange, plain = (
        said("Ann Bell", f"“{name} will steer the ferry to the mill”", kind="direct")
        for name in ("Lind", "Others")
    )
    assert first_of([strange, plain], article) == plain
    known = replace(article, title="Pilot Bo Lind is ill")
    assert first_of([strange, plain], known) == strange


def first_of(bullets: list[Bullet], article: Article) -> Bullet:
    """What is shown where there is room for one line."""
    (shown, *_), _ = choose(bullets, [article], lead_of("The mill in Tarrow closes " + "at night " * 98))
    return shown


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“I would love to race the old ferry, I would love that race.”", "“I would love the race. I love a race with the old ferry.”"),
        ("“We close the river gate by May.” She added, “Nobody stays.”", "“The mill is old. We close the river gate by May.”"),
    ],
)  # fmt: skip
def test_a_source_says_a_thing_once(one: str, two: str):
    """In other words, or in a sentence that two lines share."""
    found = [said("Ann Bell", words, at=at * 50, kind="direct") for at, words in enumerate((one, two))]
    shown, more = choose(found, [ARTICLE], ())
    assert (len(shown), len(more)) == (1, 1)


def test_the_report_does_not_repeat_lead_and_headline():
    """In other words neither; a headline that was pasted with its text is one."""
    lead = lead_of("The port of Tarrow has unveiled a plan to help fishers cut the costs of new nets.")
    again = said(None, "The port has unveiled a plan to help fishers cut the cost of nets.", cue=None)
    assert choose([again], [ARTICLE], lead) == ((), (again,))
    pasted = f"Letters Reveal Who Paid For The Mill\n\nTen letters name three donors of the mill in Tarrow.\n\n{ARTICLE.text}"
    headline = said("Letters", "Reveal Who Paid For The Mill", cue="Reveal")
    assert choose([headline], [article_from_text(pasted, URL)], ()) == ((), (headline,))


@pytest.mark.parametrize(
    ("cue", "line", "text"),
    [
        ("explained", "explained to the paper why the mill was chosen above all others", "why the mill was chosen above all others"),
        ("announces", "announces who it believes to be worth the prize", "who it believes to be worth the prize"),
        ("talks about", "talks about “spoiling the party”", "“spoiling the party”"),
        ("told", "Better yet, they care for their guests’ “inner peace,” as one keeper told me, and for the ache that many people on the river feel.", "“inner peace”"),
    ],
)  # fmt: skip
def test_a_line_tells_something_of_its_source(cue: str, line: str, text: str):
    """Not only that something was explained, nor a writer's own sentence around three words."""
    bullet = said("Ann Bell", line, text=text, cue=cue)
    assert choose([bullet], [ARTICLE], ()) == ((), (bullet,))


def test_what_opens_on_nothing_is_not_shown_though_lines_are_few():
    """ "This is …" leans on a sentence that no reader of the brief has."""
    leans = said("guests and members", "This, according to guests, is both good and bad.", at=9_000, cue=None)
    plain = said("the guests", "said the mill is both good and bad", at=9_500)
    assert choose([leans, plain], [ARTICLE], ()) == ((plain,), (leans,))

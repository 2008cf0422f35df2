"""Briefs of a day told story by story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import permutations

import pytest

from summarizer.digest import compile_digest
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Line, Span
from tests.summarizer.stories.test_book import EVENTS

DAY = date(2026, 3, 3)


def brief(event, at, *, outlet, statements=(), figure=None, title="A title"):
    text = EVENTS[event][at]
    url = f"https://{outlet.lower()}.example/{event.replace(' ', '-')}-{at}"
    article = Article(url, text, url, title=f"{title} {event}", outlet=outlet)
    proof = (Evidence(url, Span(0, 20)),)
    bullets = tuple(Bullet(Credit(name), "said", "indirect", words, proof) for name, words in statements)
    figures = () if figure is None else (KeyFigure(figure, proof),)
    return Brief((article,), (Line(f"Lead of {outlet} on {event}.", proof),), bullets, figures, Dropped())


def dead(value):
    return Figure(
        Span(0, 5), str(value), Decimal(value), unit="people", concept="people killed", source="Rosa Tennick"
    )


def test_a_story_of_two_outlets_is_told_once():
    """One entry with both outlets, each statement once with the evidence of both."""
    digest = compile_digest(
        [
            brief(
                "quake",
                0,
                outlet="Courier",
                statements=[("Rosa Tennick", "300 houses had fallen")],
                figure=dead(40),
            ),
            brief(
                "trial", 0, outlet="Courier", statements=[("Ardith Penney", "the treasurer took the money")]
            ),
            brief(
                "quake",
                1,
                outlet="Standard",
                statements=[("Tennick", "300 houses had fallen")],
                figure=dead(40),
            ),
        ],
        DAY,
    )
    quake, trial = digest.stories
    assert [link.outlet for link in quake.outlets] == ["Courier", "Standard"]
    assert [(one.source.name, len(one.evidence)) for one in quake.bullets] == [("Rosa Tennick", 2)]
    assert [len(key.evidence) for key in quake.figures] == [2]
    assert (quake.headline, quake.lead.text) == ("A title quake", "Lead of Courier on quake.")
    assert [link.outlet for link in trial.outlets] == ["Courier"]


def test_the_same_article_shared_twice_is_listed_once():
    """Two channels, one link."""
    same = brief("quake", 0, outlet="Courier", statements=[("Rosa Tennick", "300 houses had fallen")])
    (story,) = compile_digest([same, same], DAY).stories
    assert len(story.outlets) == 1
    assert len(story.bullets) == 1


def test_four_statements_of_different_sources_are_shown_and_the_rest_is_counted():
    """Nobody speaks twice while others wait; what is not shown is counted."""
    said = [
        (f"Person Number{at}", f"the {word} is broken")
        for at, word in enumerate(["dam", "road", "port", "rail", "grid"])
    ]
    said.append(("Person Number0", "the church stands"))
    (story,) = compile_digest([brief("quake", 0, outlet="Courier", statements=said)], DAY).stories
    assert len({one.source.name for one in story.bullets}) == 4
    assert story.more == 2


def test_two_voices_weigh_more_than_one():
    """The story that more outlets tell comes first, whenever it arrived."""
    digest = compile_digest(
        [
            brief(
                "trial", 0, outlet="Courier", statements=[("Ardith Penney", "the treasurer took the money")]
            ),
            brief("quake", 0, outlet="Courier", statements=[("Rosa Tennick", "300 houses had fallen")]),
            brief("quake", 1, outlet="Standard", statements=[("Rosa Tennick", "the port is closed")]),
        ],
        DAY,
    )
    assert [story.headline for story in digest.stories] == ["A title quake", "A title trial"]


def test_a_brief_with_nothing_said_is_noted_briefly():
    """No bullet and no lead: the headline and the link only."""
    page = Article("https://www.courier.example/x", EVENTS["twin"][0], title=None)
    digest = compile_digest([Brief((page,), (), (), (), Dropped())], DAY)
    assert digest.stories == ()
    assert [link.outlet for link in digest.briefly[0].outlets] == ["courier.example"]


def test_no_briefs_no_stories():
    """An empty day is an empty digest."""
    digest = compile_digest([], DAY)
    assert (digest.day, digest.stories, digest.briefly) == (DAY, (), ())


def test_what_several_people_share_stands_before_what_one_shares():
    """Two stories alike but for who shared them."""
    trials = [
        brief(event, at, outlet=f"Outlet {at}", statements=[("Ardith Penney", f"{event} went on")])
        for event in ("trial", "twin trial")
        for at in range(2)
    ]
    alone = {one.article.url: "U1" for one in trials}
    first, second = compile_digest(trials, DAY, sharers=alone).stories
    shared = alone | {second.outlets[0].url: "U2"}
    assert compile_digest(trials, DAY, sharers=shared).stories == (second, first)


def people_missing(at, value, *, outlet, statements=()):
    """A report of the quake that counts the missing."""
    told = brief("quake", at, outlet=outlet, statements=statements)
    text = f"{value} people are missing, the guard said. {told.article.text}"
    article = replace(told.article, text=text, published=datetime(2026, 3, 1 + at, 8, tzinfo=UTC))
    figure = Figure(
        Span(0, len(str(value))),
        str(value),
        Decimal(value),
        unit="people",
        concept="people missing",
        source="Guard",
    )
    return replace(
        told, articles=(article,), figures=(KeyFigure(figure, (Evidence(article.url, figure.span),)),)
    )


def test_what_differed_yesterday_is_told_again_only_with_something_new():
    """Today's article that repeats no count leaves the old difference where it was told."""
    before = [people_missing(0, 14, outlet="Courier"), people_missing(1, 11, outlet="Standard")]
    quiet = [brief("quake", 2, outlet="Mercury", statements=[("Rosa Tennick", "schools stay closed")])]
    (story,) = compile_digest(quiet, DAY, before).stories
    assert (story.differ, story.timeline) == ((), None)
    (story,) = compile_digest([people_missing(2, 9, outlet="Mercury")], DAY, before).stories
    assert [claim.figure.surface for claim in story.differ[0].claims] == ["14", "11", "9"]
    assert story.timeline is not None


def test_a_denial_of_today_stands_beside_what_was_said_yesterday():
    """The other way round it was told yesterday."""
    said = [brief("quake", 0, outlet="Courier", statements=[("Ada Rook", "the dam had been checked in May")])]
    denied = [
        brief("quake", 1, outlet="Standard", statements=[("Tom Berg", "the dam had not been checked in May")])
    ]
    (story,) = compile_digest(denied, DAY, said).stories
    assert [pair.second.source.name for pair in story.opposed] == ["Tom Berg"]
    assert story.bullets == ()
    (story,) = compile_digest(said, DAY, denied).stories
    assert story.opposed == ()


def test_a_story_that_goes_on_says_how_much_is_new():
    """And that nothing is, when nothing is."""
    first = brief("quake", 0, outlet="Courier", statements=[("Rosa Tennick", "300 houses had fallen")])
    again = brief("quake", 1, outlet="Standard", statements=[("Rosa Tennick", "300 houses had fallen")])
    more = brief("quake", 2, outlet="Mercury", statements=[("Rosa Tennick", "the school had fallen as well")])
    (story,) = compile_digest([again], DAY, [first]).stories
    assert (story.earlier, story.fresh) == (1, 0)
    (story,) = compile_digest([again, more], DAY, [first]).stories
    assert (story.earlier, story.fresh) == (1, 1)


def test_what_an_outlet_told_before_is_not_new_in_another_ones_words():
    """Today's outlet cuts it and reports it; what it adds is new."""
    told = "“We are treating the fall of the school as suspicious at this point, and we go on digging”"
    again = "the office was “treating the fall of the school as suspicious at this point”"
    before = [brief("quake", 0, outlet="Courier", statements=[("Rosa Tennick", told)])]
    today = [brief("quake", 1, outlet="Standard", statements=[("Rosa Tennick", again)])]
    (story,) = compile_digest(today, DAY, before).stories
    assert (story.earlier, story.fresh) == (1, 0)


def test_the_dead_of_another_accident_come_after_what_is_counted_here():
    """However many outlets recall it."""

    def told(at, outlet):
        one = brief("quake", at, outlet=outlet)
        text = (
            "In 1988 an earthquake killed 900 people in Caldria. Soldiers brought 60 tents to Aldermouth. "
            + one.article.text
        )
        article = replace(one.article, text=text, published=datetime(2026, 3, 2, tzinfo=UTC))
        return replace(
            one,
            articles=(article,),
            figures=tuple(
                KeyFigure(
                    Figure(
                        Span(text.index(surface), text.index(surface) + len(surface)),
                        surface,
                        Decimal(surface),
                        unit=unit,
                        concept=concept,
                    ),
                    (Evidence(article.url, Span(text.index(surface), text.index(surface) + len(surface))),),
                )
                for surface, unit, concept in (("900", "people", "people killed"), ("60", "tent", "tents"))
            ),
        )

    (story,) = compile_digest([told(0, "Courier"), told(1, "Standard")], DAY).stories
    assert [key.figure.surface for key in story.figures] == ["60", "900"]


def toll(number, hour, *, outlet, published=True):
    """A report of the quake that opens with the dead, as counted by the guard so far."""
    told = people_missing(number % 3, number, outlet=outlet)
    at = datetime(2026, 3, 2, hour, tzinfo=UTC) if published else None
    text = told.article.text.replace("are missing", "are dead")
    article = replace(told.article, text=text, title=f"Quake: {number} dead", published=at)
    proof = (Evidence(article.url, Span(0, text.index("."))),)
    figure = replace(told.figures[0].figure, concept="people dead", modifier="at least")
    said = f"{number} people are dead"
    return replace(
        told,
        articles=(article,),
        lead=(Line(f"{said}, the guard said.", proof),),
        bullets=(Bullet(Credit("Guard"), "said", "indirect", said, proof),),
        figures=(replace(told.figures[0], figure=figure),),
    )


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_page_gives_headline_and_lead_and_what_it_overtook_is_an_update(order):
    """In whichever order the pages were filed, the old tolls stand nowhere else."""
    pages = [toll(9, 10, outlet="Courier"), toll(14, 14, outlet="Standard"), toll(22, 18, outlet="Mercury")]
    (story,) = compile_digest([pages[at] for at in order], DAY).stories
    assert (story.headline, story.lead.text) == ("Quake: 22 dead", "22 people are dead, the guard said.")
    assert story.outlets[0].outlet == "Mercury"
    assert [(one.kind, [int(claim.figure.value) for claim in one.claims]) for one in story.differ] == [
        ("update", [9, 14, 22])
    ]
    assert not any("9" in one.text or "14" in one.text for one in story.bullets)
    assert story.figures == ()


def test_a_page_without_a_time_does_not_lead_before_one_that_has_it():
    """Nobody knows whether it is the newest."""
    pages = [toll(9, 10, outlet="Courier", published=False), toll(14, 14, outlet="Standard")]
    (story,) = compile_digest(pages, DAY).stories
    assert story.headline == "Quake: 14 dead"
    assert [link.outlet for link in story.outlets] == ["Standard", "Courier"]


def test_a_newest_page_that_opens_with_colour_does_not_give_the_lead():
    """Its headline stands; what happened is told in the words of the page before."""
    pages = [toll(9, 10, outlet="Courier"), toll(14, 14, outlet="Standard")]
    colour = replace(pages[1].lead[0], text="A cat sat on the last wall of Aldermouth.")
    (story,) = compile_digest([pages[0], replace(pages[1], lead=(colour,))], DAY).stories
    assert (story.headline, story.lead.text) == ("Quake: 14 dead", "9 people are dead, the guard said.")


@pytest.mark.parametrize(
    "junk",
    [
        "For forty years Jan Oster walked to the harbour of Aldermouth before sunrise.",
        "Here is what to read on the quake.",
    ],
)
def test_a_lead_that_tells_little_of_what_the_pages_share_gives_way(junk):
    """A word of the headline in it does not make it the best one."""
    pages = [toll(9, 10, outlet="Courier"), toll(14, 14, outlet="Standard")]
    opening = replace(pages[1].lead[0], text=junk)
    (story,) = compile_digest([pages[0], replace(pages[1], lead=(opening,))], DAY).stories
    assert (story.headline, story.lead.text) == ("Quake: 14 dead", "9 people are dead, the guard said.")

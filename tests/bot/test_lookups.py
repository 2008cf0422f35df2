"""Reading the archive: what is found, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.store.archive import Store
from bot.store.lookups import StoredLookups
from handlers.domain.lookups import Fewer
from handlers.domain.viewers import Viewer
from handlers.ports import Filing, Version
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Figure, KeyFigure, Span
from tests.fakes.archive import fresh_archive

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = (
    "Ada Rook, the dam's engineer, said on Monday: “The spillway will hold, and nobody in the valley needs to leave tonight.”\n\n"
    "Mayor Bruno Hale said 3,400 people had been told to pack. Nobody in the valley wanted to leave."
)
QUOTED = TEXT.index("The spillway")
ROOK = Bullet(
    Credit("Ada Rook", "engineer"),
    "said",
    "direct",
    "“The spillway will hold, and nobody in the valley needs to leave tonight.”",
    (Evidence("https://courier.example/dam", Span(0, 122)),),
)
HALE = Bullet(
    Credit("Bruno Hale", "Mayor"),
    "said",
    "indirect",
    "3,400 people had been told to pack",
    (Evidence("https://courier.example/dam", Span(124, 181)),),
    line="said 3,400 people had been told to pack",
)
PACKED = KeyFigure(
    Figure(
        Span(140, 145),
        "3,400",
        value=Decimal(3400),
        unit="people",
        concept="people told to pack",
        source="Bruno Hale",
    ),
    (Evidence("https://courier.example/dam", Span(140, 145)),),
)
GATES = KeyFigure(
    Figure(Span(140, 145), "seven", value=Decimal(7), unit="gate", concept="gates shut"),
    (Evidence("https://courier.example/dam", Span(140, 145)),),
)


@pytest.fixture
def database(tmp_path):
    return fresh_archive(tmp_path / "nutgraf.db")


@pytest.fixture
def file(database):
    """Files a brief: where, by whom, for whom."""
    store = Store(database, default_at=time(8), default_zone="UTC")
    made = iter(range(1000))

    def filed(
        channel="C1",
        user="U1",
        audience="channel",
        team="T1",
        url="https://courier.example/dam",
        hours=0,
        shows=2,
    ):
        number = next(made)
        article = Article(
            url, TEXT, canonical_url=url, title="Dam will hold", outlet="The Courier", published=AT
        )
        bullets = tuple(replace(one, evidence=(Evidence(url, one.evidence[0].span),)) for one in (ROOK, HALE))
        brief = Brief(
            (article,), (), bullets[:shows], (PACKED,), Dropped(), more=bullets[shows:], more_figures=(GATES,)
        )
        filing = Filing(f"b{number}", team, channel, user, "1.5", audience, AT + timedelta(hours=hours))
        store.file(filing, brief, [f"{url}{number}"], Version())

    return filed


@pytest.fixture
def lookups(database):
    return StoredLookups(database)


def viewer(*channels, user="U9", team="T1"):
    return Viewer(team, user, frozenset(channels))


def sources(found):
    return [one.bullet.source.name for one in found]


def test_words_are_found_in_what_was_said_and_in_who_said_it(file, lookups):
    """In other forms of the word, in any order; marks hold words together."""
    file()
    assert sources(lookups.search(None, "spillways hold", 9)) == ["Ada Rook"]
    assert sources(lookups.search(None, "engineer", 9)) == ["Ada Rook"]
    assert sources(lookups.search(None, "“told to pack”", 9)) == ["Bruno Hale"]
    assert lookups.search(None, "“pack to told”", 9) == ()


@pytest.mark.parametrize("words", ["", " ", '" OR *', "NEAR(", "source:", "🙂", "“”", "AND", "-"])
def test_no_words_of_a_person_are_read_as_a_query(file, lookups, words):
    """Whatever they are, they are words."""
    file()
    for ask in (lookups.search, lookups.who, lookups.figures):
        assert isinstance(ask(None, words, 9), tuple)
    assert isinstance(lookups.check(None, words, 9), tuple)


def test_who_asks_for_a_source_by_any_part_of_name_or_role(file, lookups):
    """Not for somebody who is only spoken of; a topic narrows it."""
    file()
    assert sources(lookups.who(None, "rook", 9)) == ["Ada Rook"]
    assert sources(lookups.who(None, "mayor hale", 9)) == ["Bruno Hale"]
    assert lookups.who(None, "valley", 9) == ()
    assert sources(lookups.who(None, "hale about packing", 9)) == ["Bruno Hale"]
    assert lookups.who(None, "hale about spillway", 9) == ()


@pytest.mark.parametrize("shows", [0, 1, 2])
def test_a_statement_is_found_whether_the_brief_shows_it_or_not(file, lookups, shows):
    """By its words, by who said it, and as a quotation with its source; each with its own line."""
    file(shows=shows)
    (found,) = lookups.search(None, "pack", 9)
    assert found.bullet.line == "said 3,400 people had been told to pack"
    assert sources(lookups.who(None, "hale", 9)) == ["Bruno Hale"]
    (checked,) = lookups.check(
        None, "The spillway will hold, and nobody in the valley needs to leave tonight", 9
    )
    assert (checked.checked.verdict, checked.credit) == ("exact", Credit("Ada Rook", "engineer"))


def test_a_statement_that_was_kept_without_a_line_is_found_with_its_cue(file, lookups, database):
    """The archive holds rows of earlier versions."""
    file()
    with database.writing() as db:
        db.execute("update statements set line = null")
    (found,) = lookups.search(None, "pack", 9)
    assert found.bullet.line == "said 3,400 people had been told to pack"


def test_figures_are_found_by_what_they_are_of_and_by_whom(file, lookups):
    """With their exact number."""
    file()
    for words in ("people told", "hale"):
        (found,) = lookups.figures(None, words, 9)
        assert found.figure.figure.value == 3400
        assert found.origin.outlet == "The Courier"


def test_the_same_line_of_one_page_is_told_once_and_the_newest_first(file, lookups):
    """However many channels briefed it."""
    file("C1")
    file("C2")
    file("C2", url="https://standard.example/dam", hours=1)
    found = lookups.search(viewer("C1", "C2"), "spillway", 9)
    assert [one.origin.url for one in found] == [
        "https://standard.example/dam",
        "https://courier.example/dam",
    ]
    assert [one.url for one in lookups.latest(viewer("C1", "C2"), 9)] == [one.origin.url for one in found]


def test_a_figure_that_the_brief_did_not_show_is_found(file, lookups):
    """The archive keeps all."""
    file()
    (found,) = lookups.figures(None, "gates", 9)
    assert found.figure.figure.surface == "seven"


def test_pages_of_what_is_found_follow_each_other(file, lookups):
    """Nothing twice, nothing left out."""
    for number in range(7):
        file(url=f"https://courier.example/{number}", hours=number)
    pages = [lookups.search(viewer("C1"), "spillway", 3, skip) for skip in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({one.origin.url for page in pages for one in page}) == 7


READERS = {
    "search": lambda lookups, who: lookups.search(who, "spillway", 9),
    "who": lambda lookups, who: lookups.who(who, "rook", 9),
    "figures": lambda lookups, who: lookups.figures(who, "people", 9),
    "check": lambda lookups, who: lookups.check(who, "nobody in the valley needs to leave tonight", 9),
    "latest": lambda lookups, who: lookups.latest(who, 9),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    ("filed", "who", "sees"),
    [
        ({"channel": "C1"}, viewer("C1"), True),
        ({"channel": "C1"}, viewer("C2"), False),
        ({"channel": "G1"}, viewer("C1", "C2"), False),
        ({"channel": "G1"}, viewer("G1"), True),
        ({"channel": "D1", "user": "U9"}, viewer("C1"), True),
        ({"channel": "D1", "user": "U1"}, viewer("C1"), False),
        ({"channel": "C1", "team": "T2"}, viewer("C1"), False),
        ({"channel": "C1", "audience": "asker"}, viewer("C1"), True),
        ({"channel": "C1", "audience": "private"}, viewer("C1"), False),
        ({"channel": "C1", "audience": "private", "user": "U9"}, viewer("C1"), True),
        ({"channel": "C1", "audience": "private", "user": "U9"}, viewer("C2"), False),
        ({"channel": "C1"}, None, True),
        ({"channel": "C1", "audience": "private"}, None, False),
    ],
    ids=[
        "a channel they are in", "a channel they are not in", "a private channel they are not in", "their private channel",
        "their direct message", "somebody's direct message", "another workspace", "asked for in their channel",
        "somebody's private brief", "their private brief", "their private brief of a channel they left", "the operator",
        "a private brief, the operator",
    ],
)  # fmt: skip
def test_everybody_finds_what_they_may_see_and_nothing_else(file, lookups, read, filed, who, sees):
    """The same for each way to look."""
    file(**filed)
    assert bool(read(lookups, who)) is sees


def test_a_quotation_is_word_for_word_whatever_its_marks(file, lookups):
    """Credited to who said it, with its place on the page."""
    file()
    (found,) = lookups.check(
        None, '"The spillway will hold" … "nobody in the valley needs to leave tonight"', 9
    )
    assert (found.checked.verdict, found.checked.is_quoted) == ("exact", True)
    assert found.credit == Credit("Ada Rook", "engineer")
    assert found.checked.start == QUOTED


def test_an_altered_quotation_is_told_with_its_differences(file, lookups):
    """What is missing from the page, and what the page has instead."""
    file()
    (found,) = lookups.check(
        None, "The spillway will break, and nobody in the valley needs to leave tonight", 9
    )
    assert found.checked.verdict == "altered"
    assert [(p.kind, p.words) for p in found.checked.pieces if p.kind != "same"] == [
        ("missing", "break"),
        ("added", "hold"),
    ]


def test_words_changed_at_the_end_are_told_with_what_stands_there(file, lookups):
    """Not with what the next sentence begins with."""
    file()
    (found,) = lookups.check(None, "The spillway will hold, and nobody in the valley needs to leave today", 9)
    told = [(p.kind, p.words) for p in found.checked.pieces if p.kind != "same"]
    assert told == [("missing", "today"), ("added", "tonight")]


def test_what_nobody_said_is_not_found(file, lookups):
    """Nor what only shares a few words with the page."""
    file()
    assert lookups.check(None, "Everybody must leave the valley before the morning comes", 9) == ()
    assert lookups.check(None, "the valley", 9) == ()


def test_words_of_the_page_that_it_does_not_quote_are_told_as_such(file, lookups):
    """The reporter's own sentence is no quotation."""
    file()
    (found,) = lookups.check(None, "Nobody in the valley wanted to leave", 9)
    assert (found.checked.verdict, found.checked.is_quoted, found.credit) == ("exact", False, None)


SKERRY = (
    "Nils Øst said: “The café on Schloßstraße never had a licence.” Đặng Thị Hạnh and Stanisław Łoś agreed."
)
NAMES = ("Nils Øst", "Đặng Thị Hạnh", "Stanisław Łoś", "Günter Weiß")


@pytest.fixture
def skerry(database):
    """A brief whose sources have letters that few keyboards have."""
    url = "https://courier.example/skerry"
    bullets = tuple(
        Bullet(
            Credit(name),
            "said",
            "indirect",
            f"the café on Schloßstraße is {word}",
            (Evidence(url, Span(0, 9)),),
        )
        for name, word in zip(NAMES, ("shut", "open", "sold", "gone"), strict=True)
    )
    figure = Figure(
        Span(0, 2), "40", Decimal(40), unit="seat", concept="seats on Schloßstraße", source="Nils Øst"
    )
    key = KeyFigure(figure, (Evidence(url, Span(0, 9)),))
    store = Store(database, default_at=time(8), default_zone="UTC")
    brief = Brief((Article(url, SKERRY, url),), (), bullets, (key,), Dropped())
    store.file(Filing("s1", "T1", "C1", "U1", "1.5", "channel", AT), brief, [url], Version())
    return store


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ost", "Nils Øst"),
        ("Øst", "Nils Øst"),
        ("Dang Thi Hanh", "Đặng Thị Hạnh"),
        ("Đặng", "Đặng Thị Hạnh"),
        ("stanislaw los", "Stanisław Łoś"),
        ("Łoś", "Stanisław Łoś"),
        ("Weiss", "Günter Weiß"),
        ("Weiß", "Günter Weiß"),
        ("WEISS", "Günter Weiß"),
        ("gunter", "Günter Weiß"),
    ],
)
@pytest.mark.usefixtures("skerry")
def test_a_name_is_found_however_the_keyboard_writes_it(lookups, typed, name):
    """And shown as the page writes it."""
    assert sources(lookups.who(None, typed, 9)) == [name]


@pytest.mark.parametrize("typed", ["Schloßstraße", "schlossstrasse", "cafe “on Schlossstrasse”"])
@pytest.mark.usefixtures("skerry")
def test_words_are_found_by_plain_letters(lookups, typed):
    """In statements and figures, alone and held together."""
    assert len(lookups.search(None, typed, 9)) == len(NAMES)
    assert typed.startswith("cafe") or len(lookups.figures(None, typed, 9)) == 1


@pytest.mark.usefixtures("skerry")
def test_a_quotation_is_checked_in_plain_letters(lookups):
    """The article is found, and what stands there is told in its own letters."""
    (found,) = lookups.check(None, "The cafe on Schlossstrasse never had a licence", 9)
    assert "".join(piece.words for piece in found.checked.pieces if piece.kind == "added") == "café"


def test_what_is_taken_away_is_found_no_more(skerry, lookups, database):
    """The index forgets the folded letters too."""
    with database.writing() as db:
        db.table("statements").delete_where("source = ?", ["Günter Weiß"])
    assert lookups.who(None, "Weiss", 9) == ()
    skerry.withdraw("s1")
    with database.writing() as db:
        db.execute("insert into statements_fts (statements_fts, rank) values ('integrity-check', 1)")


def apart(url, title, *bullets):
    """A brief of an article of its own."""
    article = Article(url=url, canonical_url=url, text=TEXT, title=title, outlet="The Courier")
    return Brief((article,), (), tuple(bullets), (), Dropped())


def test_words_of_one_search_may_stand_anywhere_in_one_articles_brief(database, lookups):
    """In different statements, or in the headline; never in two articles."""
    store = Store(database, default_at=time(8), default_zone="UTC")
    one, two = "https://courier.example/apart", "https://courier.example/other"
    store.file(
        Filing("b-one", "T1", "C1", "U1", "1.0", "channel", AT),
        apart(one, "Harbour Gates", ROOK, HALE),
        [one],
    )
    store.file(Filing("b-two", "T1", "C1", "U1", "2.0", "channel", AT), apart(two, "Orchards", HALE), [two])
    assert {found.origin.url for found in lookups.search(None, "spillway pack", 9)} == {one}
    assert {found.origin.url for found in lookups.search(None, "harbour pack", 9)} == {one}
    assert lookups.search(None, "harbour orchards", 9) == ()
    assert lookups.search(viewer("C2"), "spillway pack", 9) == ()


def test_a_search_without_a_hit_says_what_fewer_words_find(database, lookups):
    """As many words as can be kept; only what the person may see."""
    store = Store(database, default_at=time(8), default_zone="UTC")
    url = "https://courier.example/apart"
    store.file(
        Filing("b-one", "T1", "C1", "U1", "1.0", "channel", AT),
        apart(url, "Harbour Gates", ROOK, HALE),
        [url],
    )
    (fewer,) = lookups.fewer(viewer("C1"), "spillway zeppelin pack")
    assert fewer == Fewer("spillway pack", 1)
    assert lookups.fewer(viewer("C2"), "spillway zeppelin pack") == ()
    assert lookups.fewer(viewer("C1"), "zeppelin") == ()

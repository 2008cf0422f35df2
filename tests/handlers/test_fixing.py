"""Fix a source: people's word stands above the reading, for everybody, and can be undone."""

from dataclasses import replace

import pytest

from handlers.domain.corrected import marks_of, with_source
from handlers.domain.errors import RateLimited, SlackRefused
from handlers.flows.brief.actions import Press
from handlers.flows.brief.fixing import CHOOSE_FLOW, FIX_FLOW, UNFIX_FLOW
from handlers.flows.brief.modals import MODAL_FLOW, SOURCES
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack_sources import BOTH, NEITHER, WantedSource, wanted_in
from summarizer.model import Credit, Evidence, Span
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

URL = "https://courier.example/dam"
SHARED = Share("T1", "C1", "5.5", "5.5", "U1", (URL,))
BRIEF = f"{SHARED.flow_id}/0"
LINE = marks_of(brief_of(URL))[0]


@pytest.fixture
def fake(tmp_path):
    """A desk at which one link was shared, and a modal open over its brief."""
    made = FakeDesk(tmp_path)
    made.engine.begin(SHARE_FLOW, SHARED.flow_id, SHARED.to_json())
    one = pressed("0.1", view_id="", channel="C1")
    made.engine.begin(MODAL_FLOW, one.flow_id, one.to_json())
    return made


def pressed(trigger, **changed):
    known = {
        "team": "T1",
        "user": "U22",
        "trigger": trigger,
        "brief_id": BRIEF,
        "part": SOURCES,
        "view_id": "V1",
    }
    return Press(**{**known, "channel": "C1", **changed})


def fix(fake, trigger="1.1", name="Ida Rook", role="surveyor", **changed):
    press = pressed(trigger, line=LINE, **changed)
    wanted = {"chosen": "", "name": name, "role": role}
    fake.engine.begin(FIX_FLOW, press.flow_id, {"press": press.to_json(), "wanted": wanted})
    return press.flow_id


def undo(fake, correction, trigger="9.9", **changed):
    press = pressed(trigger, value=correction, **changed)
    fake.engine.begin(UNFIX_FLOW, press.flow_id, press.to_json())


def message(fake):
    return str(fake.chat.posts[0].message.blocks)


def modal(fake):
    return str(fake.chat.views["V1"].blocks)


def found(fake, words):
    query = "select s.source from statements s join statements_fts f on f.rowid = s.id where statements_fts match ?"
    with fake.database.reading() as db:
        return [row["source"] for row in db.query(query, [words])]


def test_the_list_leads_to_the_form_of_a_statement(fake):
    """Each statement has its button."""
    assert "'Fix'" in modal(fake)
    press = pressed("1.1", value=LINE)
    fake.engine.begin(CHOOSE_FLOW, press.flow_id, press.to_json())
    assert fake.chat.views["V1"].submit == "Correct"
    assert LINE in fake.chat.views["V1"].about


def test_a_corrected_source_is_shown_to_everybody_with_who_corrected_it(fake):
    """The message is renewed in its place; the modal says so."""
    fix(fake)
    assert len(fake.chat.posts) == 1
    assert "*Ida Rook* (surveyor)" in message(fake)
    assert "source corrected by <@U22>" in message(fake)
    assert "Ada Rook" not in message(fake)
    assert "Corrected to Ida Rook" in modal(fake)


def test_the_archive_finds_the_corrected_name_and_keeps_the_original(fake):
    """Who searches for the right name finds it."""
    fix(fake)
    assert found(fake, "Ida") == ["Ida Rook"]
    assert found(fake, "Ada") == []
    (correction,) = fake.store.load(BRIEF).corrections
    assert correction.was == Credit("Ada Rook", "engineer")


def unshown(fake, trigger="2.2", url="https://courier.example/weir"):
    """Another brief, of one statement shown cut and one not shown, opened in the modal; the marks of both."""
    brief = brief_of(url, "The dam will hold, the engineer said. Nobody leaves.")
    whole = replace(brief.bullets[0], kind="direct", text="“We stay. We dig.”", line="“We stay. We dig.”")
    cut = replace(whole, text="“We stay.” …", line="“We stay.” …", is_cut=True)
    other = replace(
        whole, source=Credit("Jon Vale"), text="“Nobody leaves.”", line="“Nobody leaves.”",
        evidence=(Evidence(url, Span(38, 52)),),
    )  # fmt: skip
    fake.reading.pages[url] = replace(brief, bullets=(cut,), more=(whole, other))
    shared = Share("T1", "C1", "6.6", "6.6", "U1", (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    brief_id = f"{shared.flow_id}/0"
    one = pressed(trigger, view_id="", channel="C1", brief_id=brief_id)
    fake.engine.begin(MODAL_FLOW, one.flow_id, one.to_json())
    return brief_id, marks_of(fake.reading.pages[url])


def test_the_source_of_a_quotation_that_is_shown_cut_is_corrected_in_both(fake):
    """The message has the cut with the right name and who corrected it; the archive has the whole."""
    brief_id, (whole, _) = unshown(fake)
    press = pressed("3.3", line=whole, brief_id=brief_id)
    wanted = {"chosen": "", "name": "Ida Rook", "role": ""}
    fake.engine.begin(FIX_FLOW, press.flow_id, {"press": press.to_json(), "wanted": wanted})
    message = str(fake.chat.posts[-1].message.blocks)
    assert "*Ida Rook*" in message
    assert "“We stay.” … · source corrected by <@U22>" in message
    assert found(fake, "dig") == ["Ida Rook"]


def test_the_source_of_a_statement_that_is_not_shown_is_corrected(fake):
    """The list of the modal has it; the archive finds the right name, and the message stays as it is."""
    brief_id, (_, other) = unshown(fake)
    assert "Nobody leaves" in str(list(fake.chat.views.values())[-1].blocks)
    before = str(fake.chat.posts[-1].message.blocks)
    press = pressed("3.3", line=other, brief_id=brief_id)
    wanted = {"chosen": "", "name": "Ida Vale", "role": ""}
    fake.engine.begin(FIX_FLOW, press.flow_id, {"press": press.to_json(), "wanted": wanted})
    assert found(fake, "leaves") == ["Ida Vale"]
    assert str(fake.chat.posts[-1].message.blocks) == before


def test_anybody_may_undo_it(fake):
    """Then everything reads as before, and the list offers the button again."""
    undo(fake, fix(fake), user="U33")
    assert "Ada Rook" in message(fake)
    assert "corrected" not in message(fake)
    assert found(fake, "Ada") == ["Ada Rook"]
    assert "'Fix'" in modal(fake)


def test_a_second_correction_replaces_the_first_and_undo_gives_the_original(fake):
    """Not the first correction's name."""
    fix(fake)
    second = fix(fake, "2.2", name="Ivo Rook", role="", user="U33")
    assert "source corrected by <@U33>" in message(fake)
    undo(fake, second)
    assert "Ada Rook" in message(fake)
    assert fake.store.load(BRIEF).corrections == ()


def test_a_correction_of_another_brief_is_not_undone_through_this_one(fake):
    """Ids in buttons may be copied."""
    undo(fake, fix(fake), team="T2")
    assert "Ida Rook" in message(fake)


@pytest.mark.parametrize("changed", [{"team": "T2"}, {"channel": "C9", "user": "U9"}])
def test_who_may_not_see_a_brief_cannot_correct_it(fake, changed):
    """The modal says that it is not there."""
    fake.directory.public.clear()
    fix(fake, **changed)
    assert "no longer exists" in modal(fake)
    assert "Ida" not in message(fake)


def test_a_statement_that_is_gone_is_told(fake):
    """The page was read again in the meantime."""
    press = pressed("1.1", line="0123456789ab")
    wanted = {"chosen": "", "name": "Ida Rook", "role": ""}
    fake.engine.begin(FIX_FLOW, press.flow_id, {"press": press.to_json(), "wanted": wanted})
    assert "no longer in the brief" in modal(fake)


@pytest.mark.parametrize("code", ["message_not_found", "cant_update_message", "channel_not_found", "odd"])
def test_a_message_that_slack_will_not_change_is_told_and_the_archive_has_it(fake, code):
    """The correction is not lost."""
    fake.chat.failures = [SlackRefused(code, permanent=True)]
    fix(fake)
    assert "The archive has it, but" in modal(fake)
    assert found(fake, "Ida") == ["Ida Rook"]


def test_slack_asking_to_wait_is_waited_for(fake):
    """The message is renewed when it may be."""
    fake.chat.failures = [RateLimited(4)]
    fix(fake)
    assert 4 in fake.engine.slept
    assert "Ida Rook" in message(fake)


@pytest.mark.parametrize("number", range(3))
def test_dying_on_the_way_leaves_one_correction(fake, number):
    """Kept once, told once."""
    fake.engine.die_after = fake.engine.acts + number
    with pytest.raises(Died):
        fix(fake)
    fake.engine.die_after = -1
    fake.engine.resume()
    assert "source corrected by <@U22>" in message(fake)
    assert len(fake.store.load(BRIEF).corrections) == 1


def test_the_form_wants_one_answer():
    """A source of the article, or a name."""
    chosen = {"chosen": {"chosen": {"selected_option": {"value": "abc"}}}}
    name = {"name": {"name": {"value": " Ida  Rook "}}, "role": {"role": {"value": None}}}
    assert wanted_in({}).problem == NEITHER
    assert wanted_in({**chosen, **name}).problem == BOTH
    assert wanted_in(name) == WantedSource(name="Ida Rook")


def test_statements_with_the_same_words_are_told_apart():
    """Two sources may say the same."""
    brief = brief_of(URL)
    other = replace(brief.bullets[0], source=Credit("Bo Lind"))
    both = replace(brief, bullets=(*brief.bullets, other))
    first, second = marks_of(both)
    assert first != second
    fixed = with_source(both, second, Credit("Ida Rook"))
    assert [bullet.source.name for bullet in fixed.bullets] == ["Ada Rook", "Ida Rook"]

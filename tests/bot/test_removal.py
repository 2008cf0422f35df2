"""Taking things out of the archive for good."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.only_one import OnlyOne
from bot.store.removal import Removal, Target, tables_with
from handlers.domain.errors import AlreadyRunning
from handlers.flows.channel.leaving import LEAVE_FLOW, Leaving
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import MORNING, FakeDesk, brief_of

SECRET = "quixotically"  # noqa: S105  # a word that stands nowhere else


@pytest.fixture
def fake(tmp_path):
    """Three briefs: in a channel, in another one, and of another workspace."""
    made = FakeDesk(tmp_path)
    share(made, "T1", "C1", "UANA")
    share(made, "T1", "C2", "UBEN")
    share(made, "T2", "C3", "UANA")
    return made


def share(fake, team, channel, user):
    url = f"https://{channel.lower()}.example/{SECRET}"
    fake.reading.pages[url] = brief_of(url, f"The dam will hold {channel}{SECRET}, the engineer said.")
    shared = Share(team, channel, "10.5", "10.5", user, (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def removal(fake):
    return Removal(fake.database)


def left(fake):
    """Every byte of the archive."""
    folder = fake.database.path.parent
    return b"".join(path.read_bytes() for path in folder.glob("nutgraf.db*"))


def test_a_purged_workspace_leaves_no_byte_behind(fake):
    """In no table, index or journal; another workspace keeps its own."""
    counted = removal(fake).purge(Target("workspace", "T1"))
    assert counted["briefs"] == 2
    assert b"C1quixotically" not in left(fake)
    assert b"c1.example" not in left(fake)
    assert b"c3.example" in left(fake)
    assert fake.lookups.search(None, SECRET, 9) == ()
    assert len(fake.lookups.search(None, "dam", 9)) == 1


def test_a_purged_channel_leaves_the_others(fake):
    """Its settings and what was posted there go too."""
    removal(fake).purge(Target("channel", "T1", "C1"))
    assert b"c1.example" not in left(fake)
    assert b"c2.example" in left(fake)
    with fake.database.reading() as db:
        assert db.table("posts").count_where("channel = 'C1'") == 0
        assert db.table("channels").count_where("channel = 'C1'") == 0


def test_a_purged_person_is_named_nowhere_and_what_others_saw_stays(fake):
    """Their private briefs and direct messages go."""
    share(fake, "T1", "D7", "UANA")
    removal(fake).purge(Target("person", "T1", "UANA"))
    assert b"UANA" not in left(fake)
    assert b"d7.example" not in left(fake)
    assert b"c1.example" in left(fake)


@pytest.mark.parametrize(
    "target", [Target("workspace", "T1"), Target("channel", "T1", "C1"), Target("person", "T1", "UANA")]
)
def test_counting_changes_nothing(fake, target):
    """And says what purging does."""
    before = {name: fake_count(fake, name) for name in tables(fake)}
    counted = removal(fake).count(target)
    assert {name: fake_count(fake, name) for name in tables(fake)} == before
    assert removal(fake).purge(target) == counted
    assert not any(removal(fake).count(target).values())


def tables(fake):
    with fake.database.reading() as db:
        return tables_with(db)


def fake_count(fake, table):
    with fake.database.reading() as db:
        return db.table(table).count


def test_what_is_too_old_is_forgotten_with_all_that_hangs_on_it(fake):
    """What is newer stays."""
    fake.now = MORNING + timedelta(days=30)
    share(fake, "T1", "C9", "UANA")
    assert removal(fake).forget_before(MORNING + timedelta(days=1)) == 3
    assert [one.channel for one in fake.lookups.latest(None, 9)] == ["C9"]
    assert fake_count(fake, "articles") == fake_count(fake, "statements") == 1


def test_a_workspace_that_throws_the_app_out_is_forgotten_where_that_is_set(fake):
    """Its tokens in any case."""
    fake.engine.begin(LEAVE_FLOW, "leave:T1:Ev1", {"team": "T1"})
    assert fake.chat.forgotten == ["T1"]
    assert b"c1.example" not in left(fake)


def test_a_workspace_s_briefs_are_kept_where_nothing_is_set(fake):
    """They are the newsroom's."""
    Leaving(fake.chat, None).purge("T1")
    assert b"c1.example" in left(fake)


def test_only_one_desk_uses_a_data_folder(tmp_path):
    """Two would answer everything twice; the right ends with its holder."""
    with OnlyOne(tmp_path), pytest.raises(AlreadyRunning), OnlyOne(tmp_path):
        pass
    with OnlyOne(tmp_path):
        pass

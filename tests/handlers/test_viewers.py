"""Who may see what."""

from handlers.domain.viewers import Member, viewer
from tests.fakes.directory import FakeDirectory


def directory():
    return FakeDirectory(members={"G1": {"U1"}, "C9": {"UGUEST", "USTRANGER"}}, public={"C1", "C9"})


def test_a_full_member_sees_public_channels_and_their_own_private_ones():
    """Joining a public channel needs nobody's leave."""
    assert viewer(directory(), "T1", "U1").channels == {"C1", "C9", "G1"}


def test_nobody_sees_a_private_channel_they_are_not_in():
    """Not even that it has briefs."""
    assert not viewer(directory(), "T1", "U2").may_see("G1")


def test_guests_and_people_of_other_workspaces_see_only_where_they_are():
    """A guest cannot look around either."""
    fake = directory()
    fake.people = {"UGUEST": Member("T1", "UTC", is_guest=True), "USTRANGER": Member("T2", "UTC")}
    assert viewer(fake, "T1", "UGUEST").channels == {"C9"}
    assert viewer(fake, "T1", "USTRANGER").channels == {"C9"}

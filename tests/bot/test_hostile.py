"""The hostile list: every attack ends as it should, in time, within the caps, with a sentence for the reporter."""

from __future__ import annotations

import pytest

from bot.fetch.fetcher import Fetcher
from handlers.domain.errors import PageError
from handlers.domain.sentences import is_known
from tests.bot.hostile import (
    ADDRESSES,
    CAP,
    NAMES,
    PUBLIC,
    REFUSED,
    answering,
    attacks,
    try_address,
    try_attack,
    try_name,
)
from tests.bot.site import Site

pytestmark = pytest.mark.slow

ATTACKS = attacks()
BUFFERS = 8_000_000  # bytes that the systems on both sides of loopback hold in between
SLOWEST = 6.0  # seconds of the processor; a megabyte of text takes one. Waiting ends with the fetcher's deadline, an error


@pytest.fixture(scope="module")
def site():
    """One site for all."""
    site = Site()
    yield site
    site.close()


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_that_must_not_be_opened_is_refused(name):
    """In every spelling, at once."""
    outcome = try_address(ADDRESSES[name])
    assert isinstance(outcome.error, REFUSED)
    assert is_known(outcome.error)
    assert outcome.worked < 1.0


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_inside_is_refused(name):
    """Whatever else it leads to."""
    outcome = try_name(NAMES[name])
    assert type(outcome.error).__name__ == "PrivateAddress"


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_as_it_should(site, name):
    """One of the right outcomes, known to the sentences, no more bytes than the cap and the buffers, soon."""
    outcome = try_attack(ATTACKS[name], site)
    kinds = tuple(type(None) if kind is None else kind for kind in ATTACKS[name].outcomes)
    assert isinstance(outcome.error, kinds)
    assert outcome.error is None or is_known(outcome.error)
    assert outcome.error is not None or outcome.text.strip()
    assert outcome.taken <= CAP + BUFFERS or "20 MB" in name
    assert outcome.worked < SLOWEST
    assert not {"\0", "\ufffe"} & set(outcome.text)


def test_the_list_is_complete():
    """So that it is not thinned out unseen."""
    assert len(ADDRESSES) + len(NAMES) + len(ATTACKS) >= 120


def test_a_name_that_changes_its_address_in_between_is_looked_up_once():
    """What was checked is what is connected to; the second answer, which leads inside, is never asked for a connection."""
    lookups = []
    rebinding = answering((PUBLIC,), ("127.0.0.1",))

    def resolve(*args):
        lookups.append(args[0])
        return rebinding(*args)

    fetcher = Fetcher(resolver=resolve, deadline=0.4, sleep=lambda _: None)
    with pytest.raises(PageError):
        fetcher.fetch("https://news.example.com/a")
    assert 1 <= len(lookups) <= 2  # the second is another try, refused for what it says

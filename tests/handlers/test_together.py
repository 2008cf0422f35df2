"""Several links of one message that are one story: one brief."""

import pytest

from handlers.domain.errors import ReadingFailed
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.links import key_of
from tests.examples import moments
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

ONE, TWO, OTHER = (f"https://{name}.example/x" for name in ("courier", "standard", "ledger"))
DAM = (
    "The dam above Hollin Reach will hold through the night, the county engineer Ada Rook said on Monday. "
    "Water stood two metres below the crest after three days of rain, she said, and the spillway had been opened."
)
MILL = (
    "A jury in Sorrel Bay found the former harbour master Piet Lund guilty of taking bribes. "
    "The judge, Mara Oake, will pass sentence in June. His lawyer said he would appeal against the verdict."
)


@pytest.fixture
def fake(tmp_path):
    """Two outlets that write of a dam, and one of a trial."""
    made = FakeDesk(tmp_path)
    for url, text in ((ONE, DAM), (TWO, f"{DAM} Nobody was told to leave."), (OTHER, MILL)):
        made.reading.pages[url] = brief_of(url, text)
    return made


def share(fake, *links, ts="10.5"):
    shared = Share("T1", "C1", ts, ts, "U1ANA", links)
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    return shared


def words(post):
    return str(post.message.blocks)


def test_links_to_one_story_get_one_brief_where_the_first_stands(fake):
    """The third, of something else, gets its own."""
    share(fake, ONE, OTHER, TWO)
    merged, single = fake.chat.posts
    assert ONE in words(merged)
    assert TWO in words(merged)
    assert OTHER in words(single)
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def test_each_articles_statements_keep_their_own_proof(fake):
    """A link to the page that says it, words that stand there."""
    shared = share(fake, ONE, TWO)
    filed = fake.store.load(f"{shared.flow_id}/0")
    texts = {article.url: article.text for article in filed.brief.articles}
    proofs = [proof for bullet in filed.brief.bullets for proof in bullet.evidence]
    assert {proof.url for proof in proofs} == {ONE, TWO}
    for bullet in filed.brief.bullets:
        (proof,) = bullet.evidence
        assert texts[proof.url][proof.span.start : proof.span.end] == bullet.text


def test_each_articles_address_leads_to_the_one_brief(fake):
    """Shared again, either gets a pointer."""
    shared = share(fake, ONE, TWO)
    for url in (ONE, TWO):
        assert fake.store.find("T1", "C1", [key_of(url)]).filing.brief_id == f"{shared.flow_id}/0"
    share(fake, f"{TWO}?utm_source=mail", ts="11.5")
    assert "Already briefed" in fake.chat.posts[-1].message.text
    assert fake.reading.reads == [ONE, TWO]


def test_what_the_channel_has_already_is_pointed_at_and_not_told_again(fake):
    """Also when only the page's own address shows it."""
    share(fake, ONE)
    short = "https://short.example/1"
    fake.reading.pages[short] = fake.reading.pages[ONE]
    share(fake, short, TWO, ts="11.5")
    assert ["Already briefed" in post.message.text for post in fake.chat.posts] == [False, True, False]


def test_two_addresses_of_one_article_are_no_second_voice(fake):
    """The merged brief has each article once."""
    short = "https://short.example/1"
    fake.reading.pages[short] = fake.reading.pages[ONE]
    shared = share(fake, ONE, short, TWO)
    assert len(fake.chat.posts) == 1
    filed = fake.store.load(f"{shared.flow_id}/0")
    assert [article.url for article in filed.brief.articles] == [ONE, TWO]


def test_what_cannot_be_read_as_one_is_told_link_by_link(fake):
    """Nothing is lost."""
    fake.reading.pages["together"] = ReadingFailed(ONE, "deadline")
    share(fake, ONE, TWO)
    assert [ONE in words(post) for post in fake.chat.posts] == [True, False]
    assert len(fake.chat.posts) == 2


def test_a_link_that_fails_is_told_beside_the_brief_of_the_others(fake):
    """To its sharer alone where nobody asked."""
    fake.reading.pages[OTHER] = ReadingFailed(OTHER, "deadline")
    share(fake, OTHER, ONE, TWO)
    (merged,) = fake.chat.posts
    ((*_, problem),) = fake.chat.shown_to_one
    assert OTHER in str(problem.blocks)
    assert TWO in words(merged)


ACTS = 22  # more than the flow has, so that every moment is tried


@pytest.mark.parametrize("moment", moments(ACTS))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_leaves_one_brief_of_the_story(fake, moment, when):
    """After a restart it stands once, and the other link's beside it."""
    setattr(fake.engine, when, moment)
    try:
        share(fake, ONE, TWO, OTHER)
    except Died:
        fake.engine.resume()
    assert [post.key.rpartition("/")[2] for post in fake.chat.posts] == ["0", "2"]
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}

"""Every error has its sentence, and survives the way out of another process."""

from __future__ import annotations

import pickle

import pytest

from handlers.domain import errors as page
from handlers.domain.sentences import is_known, sentence_for
from summarizer import errors as text

EXAMPLES: tuple[text.NutgrafError, ...] = (
    text.NotAnArticle(),
    text.EmptyPage(),
    text.NotText("https://news.example/a", "a Word document"),
    text.ConsentPage(),
    text.SignInNeeded(),
    text.OtherLanguage("de"),
    text.TooLong(3_000_001, 3_000_000),
    text.MalformedUrl("htp:/x"),
    text.ModelMissing("no_such_model"),
    page.BadAddress("ftp://news.example/a"),
    page.PrivateAddress("http://10.0.0.1/"),
    page.Unreachable("https://news.example/a", "no such host"),
    page.NotFound("https://news.example/a"),
    page.Refused("https://news.example/a", 403),
    page.Disallowed("https://news.example/a"),
    page.Throttled("https://news.example/a", 120.0),
    page.ServerTrouble("https://news.example/a", 502),
    page.TooManyRedirects("https://news.example/a"),
    page.TooLarge("https://news.example/a"),
    page.TookTooLong("https://news.example/a"),
    page.UnsupportedContent("https://news.example/a", "video/mp4"),
    page.ReadingFailed("https://news.example/a", "deadline"),
    page.RateLimited(30.0),
    page.SlackRefused("not_in_channel", permanent=True),
    page.SlackUnreachable(),
    page.NoArchive("/srv/desk/data"),
    page.AlreadyRunning("data"),
    page.DiskFull(),
    page.ReadOnly(),
    page.Locked(),
    page.Damaged(),
    page.Unusable(),
    page.NewerArchive(),
)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_each_error_has_one_clear_sentence(error):
    """A known error becomes one sentence without an address, a status or a class name in it."""
    sentence = sentence_for(error)
    assert is_known(error)
    assert sentence.endswith(".")
    assert ". " not in sentence
    assert type(error).__name__ not in sentence
    assert "news.example" not in sentence


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error):
    """Reading runs in other processes: type, attributes and text come back the same."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_every_class_of_the_tree_is_among_the_examples():
    """A new error cannot be added without a sentence; who is not of our workspaces is told nothing."""
    leaves = {
        kind for kind in subclasses(text.NutgrafError) if kind.__module__ in (text.__name__, page.__name__)
    }
    assert leaves - {page.PageError, page.DeliveryError, page.ArchiveTrouble, page.ForeignWorkspace} == {
        type(error) for error in EXAMPLES
    }


def subclasses(kind):
    """All classes below `kind`."""
    return {found for child in kind.__subclasses__() for found in {child} | subclasses(child)}


def test_the_other_language_is_named():
    """A reporter learns which language the page is in; an unlisted code is not shown raw."""
    assert "in German" in sentence_for(text.OtherLanguage("de"))
    assert "not in English" in sentence_for(text.OtherLanguage("xx"))


def test_an_unknown_error_is_an_apology_with_its_reference():
    """What nobody foresaw is apologised for, with the id under which it was logged."""
    error = KeyError("surprise")
    assert not is_known(error)
    assert "r-7f3a" in sentence_for(error, "r-7f3a")
    assert "surprise" not in sentence_for(error, "r-7f3a")

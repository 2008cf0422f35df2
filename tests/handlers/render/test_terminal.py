from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from handlers.render.terminal import print_brief, print_digest
from summarizer.model import Article, Brief, Bullet, Digest
from tests.examples import examples
from tests.handlers.render import generated
from tests.handlers.render.briefs import DIGEST, HARBOUR_BRIEF, TWO_OUTLETS_BRIEF, hostile_brief
from tests.handlers.render.conftest import Compare


def printed(thing: Brief | Digest, width: int = 80, *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None
    )
    if isinstance(thing, Brief):
        print_brief(thing, console)
    else:
        print_digest(thing, console)
    return out.getvalue()


def test_a_brief_prints_as_reviewed(golden: Compare) -> None:
    """What a newsroom would put on paper."""
    golden("brief.txt", printed(HARBOUR_BRIEF))


def test_a_brief_of_several_outlets_prints_as_reviewed(golden: Compare) -> None:
    """Each outlet below the headline, with its address."""
    golden("brief_two_outlets.txt", printed(TWO_OUTLETS_BRIEF))


def test_a_digest_prints_as_reviewed(golden: Compare) -> None:
    """Numbered stories, then the short ones."""
    golden("digest.txt", printed(DIGEST))


def test_piped_output_is_plain() -> None:
    """No colour, no links, no trailing space: fit for grep and for a file."""
    text = printed(HARBOUR_BRIEF)
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_a_terminal_gets_bold_and_links_to_the_proofs() -> None:
    """Where the terminal can, a bullet opens its own proof."""
    text = printed(HARBOUR_BRIEF, terminal=True)
    assert "\x1b[1m" in text
    assert "#:~:text=that%20the%20inspection,least%20nine%20days" in text


def test_an_article_cannot_drive_the_terminal() -> None:
    """Escape sequences from a page are words there."""
    text = printed(hostile_brief(), terminal=True)
    assert "\x1b[31m" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_keep_to_the_window(width: int) -> None:
    """Words wrap at the window, and never wider than is good to read; addresses stay whole."""
    lines = [line for line in printed(HARBOUR_BRIEF, width).split("\n") if not line.startswith("http")]
    assert max(len(line) for line in lines) <= min(max(width, 24), 88)


def test_what_was_pasted_has_neither_an_address_nor_an_empty_line() -> None:
    """Its headline is followed by what it says."""
    pasted = Article("stdin:", HARBOUR_BRIEF.article.text, title="Harbour plan")
    head, gap, *_ = printed(replace(HARBOUR_BRIEF, articles=(pasted,), lead=())).split("\n")
    assert (head, gap) == ("Harbour plan", "")
    assert "stdin" not in printed(replace(HARBOUR_BRIEF, articles=(pasted,)))


def test_an_address_is_never_cut() -> None:
    """It can be copied from a narrow window."""
    assert HARBOUR_BRIEF.article.url in printed(HARBOUR_BRIEF, 30).split("\n")


@settings(max_examples=examples(0.3), deadline=None)
@given(st.lists(generated.bullets, max_size=4))
def test_any_brief_prints(bullets: list[Bullet]) -> None:
    """Every bullet is there, whatever an article holds."""
    text = printed(replace(HARBOUR_BRIEF, bullets=tuple(bullets), figures=()))
    assert sum(line.startswith("  • ") or line == "  •" for line in text.split("\n")) >= len(bullets)
    assert "\x1b" not in text

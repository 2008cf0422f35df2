"""What every renderer owes its reader. A form of `handlers.render.forms` is tested here by being registered there."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from handlers.render.forms import BRIEF_FORMS, DIGEST_FORMS
from handlers.render.shapes import brief_shape, digest_shape
from handlers.render.slack import brief_message, digest_messages
from handlers.render.wording import host_of
from summarizer.model import Brief, Compared, Digest, Note, Span, Unread
from tests.handlers.render.briefs import DIGEST, HARBOUR_ARTICLE, HARBOUR_BRIEF, HARBOUR_BULLETS, figure
from tests.handlers.render.test_differ import MISSING, OPPOSED
from tests.handlers.render.test_terminal import printed

ROOT = Path(__file__).resolve().parents[3]
CORRECTION = Note("correction", "Correction: An earlier version gave a wrong number of cranes.")
UNREAD = Unread(Span(0, 20), "IndexError at agree.py:97 limits", HARBOUR_ARTICLE.url)
ASKED = figure(  # which no line shown says already
    HARBOUR_ARTICLE,
    "three",
    value=Decimal(3),
    concept="requests for bolts",
    source="the dockworkers’ union",
    compared=Compared("up from one in 2020", Span(0, 19), Decimal(1)),
)
BRIEF = replace(
    HARBOUR_BRIEF,
    articles=(replace(HARBOUR_ARTICLE, notes=(CORRECTION,)),),
    bullets=(replace(HARBOUR_BULLETS[0], only_here=True), *HARBOUR_BULLETS[1:-1]),
    more=HARBOUR_BULLETS[-1:],
    figures=(*HARBOUR_BRIEF.figures, ASKED),
    differ=(MISSING,),
    opposed=(OPPOSED,),
    unread=(UNREAD,),
)
DAY = replace(
    DIGEST,
    stories=(
        replace(DIGEST.stories[0], figures=(ASKED,), differ=(MISSING,), opposed=(OPPOSED,), earlier=3),
        *DIGEST.stories[1:],
    ),
)

IN_BOTH = {
    "headline": "Port Alder shuts terminal over cracked cranes",
    "outlet": "The Alder Gazette",
    "lead": "Port Alder closed its container terminal on Monday",
    "line": "Nearly 80% of the week’s cargo had already been sent to Lowmouth",
    "who said it": "Ines Okafor",
    "their role": "harbour master",
    "who gives the figure": "— the dockworkers’ union",
    "who denies": "denied there had been cracks",
    "where outlets differ": "people missing",
    "figure": "three",
    "what is counted": "requests for bolts",
    "what it is compared with": "up from one in 2020",
}
OF_A_BRIEF = IN_BOTH | {
    "byline or time": "9 March 2026",
    "agency": "AP",
    "second-hand": "as reported by the Coastal Herald",
    "paywall": "paywall: only the open part was read",
    "correction": "An earlier version gave a wrong number of cranes",
    "what one outlet alone has": "only in alder-gazette.example",
    "what is not shown": "1 more statement",
    "repeated sentences": "12 repeated sentences",
    "what could not be read": UNREAD.reference,
}
OF_A_DIGEST = IN_BOTH | {
    "day": "10 March 2026",
    "another outlet": "Lowmouth Post",
    "story told by its headline": "Lowmouth ready for diverted ships",
    "what is not shown": "4 more statements",
    "what was told before": "3 earlier articles",
}
# JSON holds the parts, not our words for them.
OF_JSON = {
    "who gives the figure": '"source": "the dockworkers’ union"',
    "byline or time": "2026-03-09",
    "second-hand": "the Coastal Herald",
    "paywall": '"incomplete": true',
    "what one outlet alone has": '"only_here": true',
    "what is not shown": '"more"',
    "repeated sentences": '"duplicate_sentences": 12',
    "day": "2026-03-10",
    "what was told before": '"earlier": 3',
}


def in_slack(blocks: list) -> str:
    """The text of blocks as a reader sees it, with the addresses behind its links."""
    return html.unescape(json.dumps(blocks, ensure_ascii=False)).replace("*", "").replace("\\n", "\n")


def as_json(shape: object) -> str:
    return json.dumps(shape, ensure_ascii=False)


BRIEF_RENDERERS: dict[str, Callable[[Brief], str]] = {
    "slack": lambda brief: in_slack(list(brief_message(brief, key="k").blocks)),
    "terminal": lambda brief: printed(brief, terminal=True),
    "json": lambda brief: as_json(brief_shape(brief)),
    **{name: form.render for name, form in BRIEF_FORMS.items()},
}
DIGEST_RENDERERS: dict[str, Callable[[Digest], str]] = {
    "slack": lambda digest: in_slack([one.blocks for one in digest_messages(digest, key="k")]),
    "terminal": lambda digest: printed(digest, terminal=True),
    "json": lambda digest: as_json(digest_shape(digest)),
    **{
        name: lambda digest, form=form: form.render(digest, {HARBOUR_ARTICLE.url: HARBOUR_ARTICLE.text}, {})
        for name, form in DIGEST_FORMS.items()
    },
}


def as_read(text: str) -> str:
    """What a reader sees, on one line: without the signs that format it, with the addresses of its links."""
    links = re.findall(r"\x1b\]8;[^;]*;([^\x1b]*)", text)  # of a terminal, in which a line's end cuts them
    text = re.sub(r"\x1b(?:\[[\d;]*m|\]8;[^\x1b]*\x1b\\)", "", text) + " ".join(links)
    text = re.sub(r'<a [^>]*href="([^"]*)"[^>]*>', r" \1 ", text)
    text = re.sub(r"</?(?:strong|span|p|li|ul|h\d|article|a|em)\b[^>]*>", "", text)
    return " ".join(html.unescape(text).replace("*", "").replace("\\", "").split())


def owed(renderers: dict[str, Callable], parts: dict[str, str]) -> list:
    """A test for each renderer and part."""
    return [
        pytest.param(render, OF_JSON.get(part, words) if name == "json" else words, id=f"{name}: {part}")
        for name, render in renderers.items()
        for part, words in parts.items()
    ]


@pytest.mark.parametrize(("render", "words"), owed(BRIEF_RENDERERS, OF_A_BRIEF))
def test_a_brief_shows_every_part(render: Callable[[Brief], str], words: str) -> None:
    """Whatever form it is read in."""
    assert words in as_read(render(BRIEF))


@pytest.mark.parametrize(("render", "words"), owed(DIGEST_RENDERERS, OF_A_DIGEST))
def test_a_digest_shows_every_part(render: Callable[[Digest], str], words: str) -> None:
    """Whatever form it is read in."""
    assert words in as_read(render(DAY))


@pytest.mark.parametrize(
    ("render", "proved"),
    [pytest.param(render, BRIEF, id=f"brief in {name}") for name, render in BRIEF_RENDERERS.items()]
    + [pytest.param(render, DAY, id=f"digest in {name}") for name, render in DIGEST_RENDERERS.items()],
)
def test_each_line_leads_to_its_place_on_the_page(render: Callable, proved: Brief | Digest) -> None:
    """By a link to the passage; JSON gives the passage itself."""
    shown = as_read(render(proved))
    (bullets,) = {one.bullets for one in ((proved,) if isinstance(proved, Brief) else proved.stories[:1])}
    for proof in (proof for bullet in bullets for proof in bullet.evidence):
        place = f'"start": {proof.span.start}, "end": {proof.span.end}'
        assert place in shown or f"{host_of(proof.url)}/" in shown
    assert shown.count(":~:text=") >= len(bullets) or '"evidence"' in shown


@pytest.mark.parametrize(("command", "forms"), [("brief", BRIEF_FORMS), ("digest", DIGEST_FORMS)])
def test_the_page_of_commands_names_every_form(command: str, forms: dict) -> None:
    """In the row of its command."""
    rows = (ROOT / "docs" / "using.md").read_text(encoding="utf-8").splitlines()
    row = next(row for row in rows if row.startswith((f"| `{command} S", f"| `{command} [")))
    assert [name for name in forms if f"--{name}" not in row] == []

"""The forms in which the command line writes a brief or a digest, by the name of their option: `--markdown`.

A new one is a module beside this one and a row here. `tests/handlers/render/test_each_renderer.py` says what it must show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from handlers.render.html import digest_html
from handlers.render.markdown import brief_markdown, digest_markdown
from summarizer.model import Brief, Digest, Timeline

Render = TypeVar("Render")
BriefRender = Callable[[Brief], str]
DigestRender = Callable[[Digest, Mapping[str, str], Mapping[Timeline, str]], str]
"""Of a digest, the texts by article address, which make the proofs exact, and the files that show its timelines."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Render]):
    """What the option's help says, and the function that writes the text, which ends in a newline."""

    help: str
    render: Render


BRIEF_FORMS: Mapping[str, Form[BriefRender]] = MappingProxyType(
    {"markdown": Form("The brief as Markdown.", brief_markdown)}
)
DIGEST_FORMS: Mapping[str, Form[DigestRender]] = MappingProxyType(
    {
        "markdown": Form("The digest as Markdown.", digest_markdown),
        "html": Form(
            "The digest as one HTML file, for mail and print.",
            lambda digest, texts, _: digest_html(digest, texts),
        ),
    }
)

"""Rules and tagger on the real models: one behaviour a text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer.attribution import find_statements
from summarizer.model import Statement
from tests.summarizer.attribution.sentences import CASES, Case, Said

pytestmark = pytest.mark.model


def told(text: str, statement: Statement, expected: Said | None) -> Said:
    """A statement in the words of the table; role only where the table asks for one."""
    source = statement.source
    role = source.role if source and expected and expected.role else None
    content = " / ".join(span.of(text) for span in statement.content)
    return Said(
        source.name if source else None,
        statement.cue.text if statement.cue else None,
        content,
        statement.kind,
        statement.via,
        role,
    )


def read(text: str, statements: Sequence[Statement], said: tuple[Said, ...]) -> tuple[Said, ...]:
    expected = [*said, *[None] * len(statements)]
    return tuple(told(text, one, other) for one, other in zip(statements, expected, strict=False))


@pytest.fixture(scope="module")
def parses(nlp):
    """Each text of the table with its parse, all parsed in one go."""
    texts = list({case.text for case in CASES})
    return dict(zip(texts, nlp.pipe(texts), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.behaviour)
def test_the_article_is_read_as_an_editor_reads_it(case: Case, parses, tagger):
    """Each text of the table gives exactly the statements beside it."""
    (tagged,) = tagger.tag([case.text])
    assert read(case.text, find_statements(parses[case.text], tagged), case.said) == case.said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.behaviour)
def test_the_rules_alone_read_it_as_well(case: Case, parses):
    """Without the tagger's weights, the rules give the same, or what the table says of them."""
    said = case.said if case.ruled is None else case.ruled
    assert read(case.text, find_statements(parses[case.text]), said) == said

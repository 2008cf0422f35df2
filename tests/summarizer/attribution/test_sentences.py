"""The finder on the real model: one behaviour a sentence."""

from __future__ import annotations

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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.behaviour)
def test_the_article_is_read_as_an_editor_reads_it(case: Case, nlp):
    """Each sentence of the table gives exactly the statements beside it."""
    statements = find_statements(nlp(case.text))
    expected = [*case.said, *[None] * len(statements)]
    assert tuple(told(case.text, s, e) for s, e in zip(statements, expected, strict=False)) == case.said

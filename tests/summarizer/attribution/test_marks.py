"""Quotation marks, on plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attribution.marks import find_quotations
from summarizer.text.marks import find_marks, uses_single_marks

MARKED = st.text(alphabet="ab s.,\n“”\"'‘’`«» ", max_size=80)


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said.", ["“Yes,”"]),
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("''Yes,'' she said. ''No.''", ["''Yes,''", "''No.''"]),
        ("„Ja“ and «oui»", ["„Ja“", "«oui»"]),
        ("“Hardly,“ she said. “Never.“", ["“Hardly,“", "“Never.“"]),
        ("‘Yes,’ she said. ‘It’s the workers’ bridge.’", ["‘Yes,’", "‘It’s the workers’ bridge.’"]),
        ("'Yes,' she said. 'It isn't the workers' bridge.'", ["'Yes,'", "'It isn't the workers' bridge.'"]),
        ("“He said ‘never’ and left,” she said.", ["“He said ‘never’ and left,”"]),
        ("‘He said “never” and left,’ she said. ‘Twice.’", ["‘He said “never” and left,’", "‘Twice.’"]),
        ("She said: ‘We won’t go.\n\n‘We can’t.’", ["‘We won’t go.", "‘We can’t.’"]),
        ("The workers’ rights and the drivers’ pay", []),
        ("Rock ’n’ roll of the ’90s", []),
        ('A 12" pipe and a 6\'2" man', []),
        ('"A 12" pipe broke," he said.', ['"A 12" pipe broke,"']),
        ('The work raises "grave fears,” she said.', ['"grave fears,”']),
        ('“We paid," said Ida. "Twice.”', ['“We paid,"', '"Twice.”']),
        ("“We paid,’’ she said. ‘‘Twice.’’", ["“We paid,’’", "‘‘Twice.’’"]),
        ("““We paid,”” she said.", ["““We paid,””"]),
        ("He rose. “”We paid,” he said.", ["“”We paid,”"]),
        ('“"A good year,” he said.', ['“"A good year,”']),
        ("»We paid«, she said, »and »twice« at that.«", ["»We paid«", "»and »twice« at that.«"]),
        ("« Oui, » she said.", ["« Oui, »"]),
        ('"Each flat ("unit") is let," said Ida.', ['"Each flat ("unit") is let,"']),
        ("“He said “no” and left,” she said.", ["“He said “no” and left,”"]),
        ('"We had one man. “Now we have nine." He left.', ['"We had one man. “Now we have nine."']),
        ("“We paid,”said Ida.“Twice.”", ["“We paid,”", "“Twice.”"]),
        ('"We paid,"said Ida."Twice."', ['"We paid,"', '"Twice."']),
        ("‘We paid,’said Ida. ‘The U.S.’s share.’", ["‘We paid,’", "‘The U.S.’s share.’"]),
        ('"We paid," she said. "Twice, she thinks.', ['"We paid,"', '"Twice, she thinks.']),
        ("We paid,” she said. “Twice.”", ["“Twice.”"]),
        ("”We paid,” she said.", ["”We paid,”"]),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, expected: list[str]):
    """Double marks of all kinds, and single ones where they do the work of double ones, are paired."""
    assert quoted(text) == expected


def test_unclosed_mark_costs_one_paragraph_not_the_article():
    """A mark that nothing closes ends with its paragraph; the next paragraph is read as usual."""
    text = "“Never closed, she said.\nHe said: “Closed.” Then he left."
    found = find_quotations(text)
    assert [quotation.span.of(text) for quotation in found] == ["“Never closed, she said.", "“Closed.”"]
    assert [quotation.closed for quotation in found] == [False, True]


def test_second_opening_mark_starts_anew():
    """Within a paragraph, a further opening mark means that the one before was never closed."""
    assert quoted("“Never closed, she said. “Closed,” he said.") == ["“Closed,”"]


def test_quotation_over_paragraphs_is_told_as_one():
    """A paragraph that opens with a mark goes on with the unclosed quotation before it."""
    text = "“The first part.\n\n“The second part.\n\n“The end.”"
    assert [quotation.continues for quotation in find_quotations(text)] == [False, True, True]


def test_quotation_over_paragraphs_holds_nested_marks():
    """Words in marks inside a paragraph that runs on do not end it; a sentence in marks does."""
    text = "“The first “part” of it.\n\n“The end.”"
    assert quoted(text) == ["“The first “part” of it.", "“The end.”"]
    text = '"I saw “The Mill.” It was long.\n\n"Then I left."'
    assert quoted(text) == ['"I saw “The Mill.” It was long.', '"Then I left."']
    assert quoted("“Never closed, she said. “Yes,” he said.\n\n“No.”") == ["“Yes,”", "“No.”"]


def test_a_quotation_goes_on_over_lines_to_the_mark_that_only_closes():
    """Pages that set a sentence a line open a quotation once; its last line alone has the closing mark."""
    text = '"The mill is lost.\nWe shall miss it.\nIt stood for ages," she said.\nIt was "old".'
    found = find_quotations(text)
    assert [quotation.span.of(text) for quotation in found] == [
        '"The mill is lost.',
        "We shall miss it.",
        'It stood for ages,"',
        '"old"',
    ]
    assert [quotation.continues for quotation in found] == [False, True, True, False]
    assert find_marks(text).strays == ()


@pytest.mark.parametrize(
    "between",
    ["She paid “twice”.\n", "“She paid.\n“Twice,” he said.\n", "She paid.\n" * 13],
)
def test_a_mark_that_only_closes_ends_no_quotation_far_above(between: str):
    """Another quotation between the two, or more lines than anybody quotes so, leave both marks alone."""
    text = f"“Never closed, she said.\n{between}No,” he said."
    assert quoted(text)[0] == "“Never closed, she said."
    assert "No,”" not in quoted(text)


def test_marks_without_partner_are_told():
    """A mark that pairs with none is a stray, save that of inches."""
    text = 'No," he said. “A “rope” 12" long.”'
    assert [text[mark.start : mark.end] for mark in find_marks(text).strays] == ['"']


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["“a ", '"', "a” ", "‘a ", "“a “b” ", "s’ a ", '"a “b" ', "‘“a ", "»a« "])
def test_a_long_run_of_marks_is_read(piece: str):
    """A reader whose time grew with the square of the length would not come back within the hour."""
    text = piece * (100_000 // len(piece))
    assert all(text[mark.span.start : mark.span.end] for mark in find_quotations(text))


def test_single_marks_beside_double_ones_are_nested_ones():
    """An article with double marks keeps its single ones for quotations within quotations."""
    assert not uses_single_marks("“He said ‘no’,” she said. “Never.”")


@given(MARKED | st.text(max_size=60))
def test_quotations_lie_in_the_text_one_after_the_other(text: str):
    """Whatever the text, quotations are ranges of it, in order, without overlap."""
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.span.start <= quotation.inner.start
        assert quotation.inner.end <= quotation.span.end <= len(text)
        end = quotation.span.end

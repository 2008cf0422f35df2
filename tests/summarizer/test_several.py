"""What several outlets report, each on its own: once, with the proof of all."""

from __future__ import annotations

from summarizer.brief import make_brief
from summarizer.model import Article, Cue, Extract, Source, Span, Statement

ONE = (
    "The harbour of Skerrin on the northern coast of Altland was closed on Saturday morning after a ferry sank at the quay "
    "and spilled its oil into the basin.\n"
    "Anglers from the inland towns come each summer for the cod and the wide grey views.\n"
    "The ferry Marigold was built in the yards of Kelby and carried mail between the islands for thirty years."
)
TWO = (
    "Nobody knows yet why an old boat sank on Friday night in the basin of a small port that used to be known for cod and "
    "little else.\n"
    "Its lighthouse, painted red, stands on a rock that the tide covers twice a day.\n"
    "The Marigold, a ferry built in the yards of Kelby, carried mail between the islands for thirty years."
)


def brief_of(*texts, extracts=None):
    """A brief of one article for each text."""
    articles = [Article(f"https://{name}.example/1", text) for name, text in zip("abc", texts, strict=False)]
    return make_brief(articles, extracts or [Extract((), ())] * len(texts))


def lines_of(brief):
    """All lines, shown or not, with the outlets behind them."""
    return {line.text: {proof.url[8] for proof in line.evidence} for line in (*brief.bullets, *brief.more)}


def test_what_two_outlets_report_is_one_line_with_both_proofs() -> None:
    """Neither sentence has a figure or a source, and still the story has it once."""
    assert list(lines_of(brief_of(ONE, TWO)).values()) == [{"a", "b"}]


def test_what_one_outlet_alone_reports_is_no_line() -> None:
    """It may be anything that fills a page."""
    assert lines_of(brief_of(ONE)) == {}


def test_what_one_reports_and_another_credits_is_the_sources_line() -> None:
    """The source is kept, and the outlet that names none is a proof."""
    text = (
        "Nobody was hurt.\nTomas Orr said the Marigold had carried mail between the islands for thirty years."
    )
    who, what = "Tomas Orr", "the Marigold had carried mail between the islands for thirty years"
    at = text.index(who), text.index("said"), text.index(what)
    statement = Statement(
        (Span(at[2], at[2] + len(what)),),
        "indirect",
        Source(who, who, Span(at[0], at[0] + len(who)), None),
        Cue("said", Span(at[1], at[1] + 4)),
    )
    brief = brief_of(ONE, text, extracts=[Extract((), ()), Extract((statement,), ())])
    (line,) = (*brief.bullets, *brief.more)
    assert (line.source and line.source.name, {proof.url[8] for proof in line.evidence}) == (who, {"a", "b"})

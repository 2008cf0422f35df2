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


LEAD = (
    "A ferry sank at the quay of Skerrin on Saturday morning and spilled its oil into the basin, and police closed the harbour.\n"
    "Anglers from the inland towns come each summer for the cod and the wide grey views."
)
SAME_LEAD = (
    "A ferry sank at the quay of Skerrin early on Saturday, spilled its oil into the basin and closed the harbour.\n"
    "Its lighthouse, painted red, stands on a rock that the tide covers twice a day."
)


def extract_of(text, who, cue, what):
    """One statement of the text."""
    at = text.index(who), text.index(cue), text.index(what)
    content = Span(at[2], at[2] + len(what))
    source = Source(who, who, Span(at[0], at[0] + len(who)), None)
    return Extract((Statement((content,), "indirect", source, Cue(cue, Span(at[1], at[1] + len(cue)))),), ())


def test_the_lead_of_another_outlet_that_says_the_news_too_proves_the_lead() -> None:
    """The story opens once, with the proof of both; the words are those of the article that leads."""
    brief = brief_of(LEAD, SAME_LEAD)
    line = brief.lead[0]
    assert (line.text, [proof.url[8] for proof in line.evidence]) == (LEAD.splitlines()[0], ["a", "b"])
    assert lines_of(brief) == {}


def test_a_lead_that_tells_other_news_proves_nothing() -> None:
    """Another outlet that opens with something else is no proof of the lead."""
    assert {proof.url[8] for line in brief_of(LEAD, TWO).lead for proof in line.evidence} == {"a"}


def test_what_the_lead_says_of_a_source_that_it_names_is_not_shown_again() -> None:
    """The other outlet's statement is kept, and its passage proves the lead."""
    text = (
        "The weather was fair.\nOn Saturday night police said that a ferry sank at the quay of Skerrin on Saturday morning "
        "and spilled its oil into the basin."
    )
    what = "a ferry sank at the quay of Skerrin on Saturday morning and spilled its oil into the basin"
    brief = brief_of(LEAD, text, extracts=[Extract((), ()), extract_of(text, "police", "said", what)])
    assert ({proof.url[8] for proof in brief.lead[0].evidence}, brief.bullets) == ({"a", "b"}, ())
    assert [line.text for line in brief.more] == [what]


def test_a_source_that_the_lead_does_not_name_keeps_its_line() -> None:
    """Whose words they are would be lost."""
    text = "The weather was fair.\nTomas Orr said that a ferry sank at the quay of Skerrin on Saturday morning and spilled its oil."
    what = "a ferry sank at the quay of Skerrin on Saturday morning and spilled its oil"
    brief = brief_of(LEAD, text, extracts=[Extract((), ()), extract_of(text, "Tomas Orr", "said", what)])
    assert {proof.url[8] for line in brief.lead for proof in line.evidence} <= {"a"}
    assert [line.source and line.source.name for line in brief.bullets] == ["Tomas Orr"]


def test_a_number_that_the_lead_lacks_keeps_its_line() -> None:
    """The lead does not say how much oil it was."""
    text = "The weather was fair.\nPolice said that a ferry sank at the quay of Skerrin on Saturday morning and spilled 40 tonnes of oil."
    what = "a ferry sank at the quay of Skerrin on Saturday morning and spilled 40 tonnes of oil"
    brief = brief_of(LEAD, text, extracts=[Extract((), ()), extract_of(text, "Police", "said", what)])
    assert [line.text for line in brief.bullets] == [what]


def test_what_one_outlet_alone_has_is_marked() -> None:
    """What the other tells in other words, in a quotation or in its own report, is not."""
    alone = "the port had no money left for a new crane and would ask the banks of Kelby"
    both = "the Marigold had carried letters between the islands for three decades"
    one = f"The harbour of Skerrin was closed on Saturday.\nTomas Orr said {alone}.\nLater Ines Dahl added {both}."
    found = [extract_of(one, "Tomas Orr", "said", alone), extract_of(one, "Ines Dahl", "added", both)]
    merged = Extract(tuple(statement for extract in found for statement in extract.statements), ())
    other = (
        LEAD
        + "\nThe Marigold carried mail from one of the islands to another for thirty years, and nothing else."
    )
    marked = {
        line.text: line.only_here for line in brief_of(one, other, extracts=[merged, Extract((), ())]).bullets
    }
    assert marked == {alone: True, both: False}
    assert not any(line.only_here for line in brief_of(one, extracts=[merged]).bullets)

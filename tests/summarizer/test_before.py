"""A line with its whole sentence, or with the sentence before, where a reader needs that."""

from __future__ import annotations

from summarizer.article import article_from_text
from summarizer.brief.before import longer_lines, pages_of
from summarizer.model import Article, Bullet, Credit, Evidence, Kind, Span

ADDRESS = "https://courier.example/mill"
BELL, LIND = Credit("Ada Bell", "mayor"), Credit("Jon Lind", "miller")


def said(article: Article, source: Credit, proof: str, line: str) -> Bullet:
    kind: Kind = "direct" if line.startswith("“") else "indirect"
    start = article.text.index(proof)
    evidence = (Evidence(ADDRESS, Span(start, start + len(proof))),)
    return Bullet(source, "said", kind, line, evidence, line=line)


def lines_of(text: str, *told: tuple[Credit, str, str]) -> list[str]:
    """The longer lines of the last of some statements."""
    article = article_from_text(text, ADDRESS)
    bullets = [said(article, *one) for one in told]
    return [bullet.line for bullet in longer_lines(bullets[-1], pages_of(bullets, [article]))]


def test_the_front_of_its_sentence_is_given_back():
    """What the line leaves out says of what it speaks."""
    text = "Asked about the flooded mill in Tarn, Bell said it would stay closed. Nobody was hurt."
    (line,) = lines_of(text, (BELL, text[:69], "said it would stay closed"))
    assert line == "Asked about the flooded mill in Tarn, Bell said it would stay closed."


def test_a_front_that_only_names_the_source_is_no_help():
    """The heading has the name."""
    text = "Ada Bell, the mayor, said it would stay closed. Nobody was hurt."
    assert lines_of(text, (BELL, text[:47], "said it would stay closed")) == []


def test_the_sentence_before_is_printed_where_it_is_the_same_speaker_s():
    """Both stand on the page in this order."""
    text = "The mill will stay closed until May, Bell said. “It is not safe,” she said."
    first, second = (
        text[:47],
        "“It is not safe,” she said",
    )
    (line,) = lines_of(
        text,
        (BELL, first, "said the mill will stay closed until May"),
        (BELL, second, "“It is not safe”"),
    )
    assert line == "The mill will stay closed until May, Bell said. “It is not safe”"


def test_nobody_else_s_sentence_stands_under_a_name():
    """Neither another speaker's nor the report's own."""
    text = "The mill will stay closed until May, Lind said. “It is not safe,” Bell said."
    second = (BELL, "“It is not safe,” Bell said", "“It is not safe”")
    assert lines_of(text, (LIND, text[:47], "said the mill will stay closed"), second) == []
    report = "The council closed the old mill. “It is not safe,” Bell said."
    assert lines_of(report, second) == []

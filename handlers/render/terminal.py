"""Briefs and digests as a newsroom would print them: for rich, plain text when it is not a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from handlers.render.differ_words import (
    DENIED,
    carrier_words,
    claim_words,
    differ_heading,
    differ_sign,
    running_words,
    value_words,
)
from handlers.render.escape import plain
from handlers.render.figure_parts import figure_parts
from handlers.render.figures_shown import figures_beside, figures_of_story
from handlers.render.groups import Group, by_source
from handlers.render.passages import in_context
from handlers.render.printed import printed, sentence_of
from handlers.render.proof import NO_PAGES, Pages, pages_of, proof_url
from handlers.render.wording import (
    NOTHING,
    address_words,
    dropped_words,
    folded_words,
    giver_words,
    moment_words,
    note_words,
    outlet_of,
    part_words,
    title_of,
    told_words,
    unread_words,
    unshown_words,
    weekday_words,
)
from summarizer.model import (
    Article,
    Brief,
    Bullet,
    ClaimsDiffer,
    Digest,
    DigestStory,
    Evidence,
    Figure,
    KeyFigure,
)

WIDEST = 88  # columns: longer lines are hard to read however wide the window is
NARROWEST = 24


@dataclass(frozen=True, slots=True)
class Hanging:
    """Wrapped text whose first line begins with `first`, the others with as much space; no line padded."""

    text: Text
    first: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        width = max(min(options.max_width, WIDEST), NARROWEST)
        first, indent = self.first, len(self.first)
        if indent > width // 2:  # too narrow for two columns
            yield Text(first.strip())
            first, indent = "    ", 4
        for number, line in enumerate(self.text.wrap(console, width - indent) or [Text()]):
            whole = Text.assemble(first if number == 0 else " " * indent, line)
            whole.rstrip()
            yield whole


@dataclass(frozen=True, slots=True)
class Page:
    """Lines below one another."""

    parts: tuple[RenderableType, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        yield from self.parts


def print_brief(brief: Brief, console: Console, *, proofs: bool = False) -> None:
    """Print to `console`, in its width; addresses are never cut. With `proofs` each line's passage stands below it."""
    console.print(brief_view(brief, proofs=proofs), crop=False)


def print_digest(digest: Digest, console: Console) -> None:
    """Print to `console`, in its width."""
    console.print(digest_view(digest), crop=False)


def brief_view(brief: Brief, *, proofs: bool = False) -> Page:
    """A brief for `Console.print`: headline, where and when, report, who said what, figures, what was left out or could not be read."""
    pages = pages_of(brief.articles)
    below = _passages if proofs else _no_passages
    parts: list[RenderableType] = [*_head(brief)]
    for line in brief.lead:
        parts += ["", Hanging(_proved(Text(plain(line.text)), line.evidence, pages))]
    for group in by_source(brief.bullets):
        parts += ["", *_group(group, pages, below)]
    if brief.differ or brief.opposed:
        parts += ["", *_differences(brief, "")]
    if figures := figures_beside(brief):
        parts += ["", Text("KEY FIGURES", "bold"), *_figures(figures, pages, below)]
    parts += _notes(brief)
    return Page(tuple(parts))


def _notes(brief: Brief) -> Iterator[RenderableType]:
    """How much more was found, what the newsrooms say of their articles, what was left out or could not be read."""
    if unshown := unshown_words(brief):
        yield from ("", Hanging(Text(f"{unshown}; --json has all.", "dim")))
    for kind, words in note_words(brief.articles):
        yield from ("", Hanging(Text.assemble((f"{kind}: ", "bold"), words)))
    for left in filter(None, (dropped_words(brief.dropped), unread_words(brief.unread))):
        yield from ("", Hanging(Text(f"{left}.", "dim")))


def digest_view(digest: Digest) -> Page:
    """A digest for `Console.print`, each story once."""
    told = told_words(digest) or NOTHING
    parts: list[RenderableType] = [Text(f"Digest for {weekday_words(digest.day)}", "bold"), Text(told, "dim")]
    for number, story in enumerate(digest.stories, 1):
        parts += ["", *_story(number, story)]
    if digest.briefly:
        parts += ["", Text("ALSO", "bold"), *(Hanging(_headline(story), "  • ") for story in digest.briefly)]
    return Page(tuple(parts))


def _head(brief: Brief) -> Iterator[RenderableType]:
    yield Hanging(Text(title_of(brief.article), "bold"))
    for article in brief.articles:
        if about := " · ".join(_about(article)):
            yield Hanging(Text(about, "dim"))
        if address_words(article.url):  # standard input has none
            url = plain(article.url)
            yield Text(
                url, f"dim link {url}" if url.startswith("http") else "dim", no_wrap=True, overflow="ignore"
            )


def _about(article: Article) -> list[str]:
    """Outlet, byline, time, credited agency, what is missing: what is known of them."""
    byline = ", ".join(plain(name) for name in article.byline)
    known = (
        outlet_of(article),
        f"by {byline}" if byline else "",
        moment_words(article.published) if article.published else "",
        f"agency: {plain(article.agency)}" if article.agency else "",
        part_words(article),
    )
    return [part for part in known if part]


Below = Callable[[Sequence[Evidence], Pages], Iterator[Hanging]]
"""What stands below a line."""


def _no_passages(evidence: Sequence[Evidence], pages: Pages) -> Iterator[Hanging]:  # noqa: ARG001  # as any Below
    """Nothing."""
    return iter(())


def _passages(evidence: Sequence[Evidence], pages: Pages) -> Iterator[Hanging]:
    """Each passage as its page has it, underlined among the words around it; behind its outlet where there are several."""
    for proof in evidence:
        words = passage_text(proof, pages.texts.get(proof.url, ""))
        outlet = pages.outlets.get(proof.url) if len(evidence) > 1 else None
        yield Hanging(words, f"      {outlet}: " if outlet else "      ")


def passage_text(proof: Evidence, text: str) -> Text:
    """The passage of `proof` in the article's `text`, underlined among the words around it."""
    before, passage, after = in_context(proof, text)
    parts = (Text(before, "dim"), Text(passage, "underline"), Text(after, "dim"))
    return Text(" ").join(part for part in parts if part)


def _group(group: Group, pages: Pages, below: Below) -> Iterator[RenderableType]:
    heading = Text(group.name, "bold")
    yield Hanging(heading.append(f", {group.role}", "not bold") if group.role else heading)
    for bullet in group.bullets:
        yield Hanging(_said(bullet, pages), "  • ")
        yield from below(bullet.evidence, pages)


def _said(bullet: Bullet, pages: Pages) -> Text:
    """Line and marks; the proof is linked where the terminal can."""
    one = printed(bullet)
    line = _proved(Text(one.line), bullet.evidence, pages)
    return Text.assemble(line, (f" ({one.marks})" if one.marks else "", "dim"))


def _proved(text: Text, evidence: Iterable[Evidence], pages: Pages) -> Text:
    """`text` linked to its first proof, for terminals that show links."""
    first = next(iter(evidence))
    url = proof_url(first, pages, text.plain)
    if url.startswith(("http://", "https://")) and not any(sign.isspace() for sign in url):
        text.stylize(f"link {url}")
    return text


def _figures(figures: Iterable[KeyFigure], pages: Pages, below: Below) -> Iterator[RenderableType]:
    """The figures below one another."""
    for key in figures:
        yield Hanging(_proved(figure_text(key.figure), key.evidence, pages), "  • ")
        yield from below(key.evidence, pages)


def figure_text(figure: Figure) -> Text:
    """What is told of the amount, and who gives it."""
    before, number, behind = figure_parts(figure)
    giver = giver_words(figure)
    return Text.assemble(before, (number, "bold"), behind, f" — {giver}" if giver else "")


def _story(number: int, story: DigestStory) -> Iterator[RenderableType]:
    yield Hanging(_headline(story, style="bold"), f"{number}. ")
    indent = " " * len(f"{number}. ")
    if story.lead:
        yield Hanging(Text(plain(story.lead.text)), indent)
    for bullet in story.bullets:
        one = printed(bullet)
        role = f" ({one.role})" if one.role else ""
        yield Hanging(
            Text.assemble((one.name, "bold"), f"{role}{one.joint}", _said(bullet, NO_PAGES)), f"{indent}• "
        )
    yield from _differences(story, indent)
    if figures := figures_of_story(story):
        told = Text("; ").join(figure_text(key.figure) for key in figures)
        yield Hanging(told, f"{indent}Figures: ")
    if story.more:
        yield Text(f"{indent}{folded_words(0, story.more, 0)} in the archive", "dim")


def _differences(told: Brief | DigestStory, indent: str) -> Iterator[RenderableType]:
    """Each quantity with its values, each denial with what it denies."""
    for differ in told.differ:
        yield Hanging(_claims(differ), indent)
    for opposed in told.opposed:
        words = f": {sentence_of(opposed.first)} — {sentence_of(opposed.second)}"
        yield Hanging(Text.assemble((DENIED, "bold"), words), indent)


def _claims(differ: ClaimsDiffer) -> Text:
    heading = f"{differ_heading(differ)}: "
    values = [
        Text.assemble((value_words(claim), "bold"), f" ({claim_words(claim)})") for claim in differ.claims
    ]
    return Text.assemble((heading, "bold"), Text(differ_sign(differ)).join(values))


def _headline(story: DigestStory, style: str = "") -> Text:
    """The headline, who carries it and whether it goes on."""
    outlets = "; ".join(part for part in (carrier_words(story), running_words(story)) if part)
    return Text.assemble((plain(story.headline), style), (f" ({outlets})" if outlets else "", "dim not bold"))

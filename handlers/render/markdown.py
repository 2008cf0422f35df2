"""Briefs and digests as Markdown (CommonMark), each line linked to its proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from handlers.render.differ_words import (
    DENIED,
    claim_words,
    differ_heading,
    differ_sign,
    outlet_groups,
    outlet_links,
    running_words,
    value_words,
)
from handlers.render.escape import URL_SAFE, plain
from handlers.render.figure_parts import figure_marked
from handlers.render.figures_shown import figures_beside, figures_of_story
from handlers.render.groups import Group, by_source
from handlers.render.printed import printed, sentence_of
from handlers.render.proof import Pages, pages_of, pages_of_digest, proof_url
from handlers.render.timeline_picture import alt_words
from handlers.render.wording import (
    NOTHING,
    dropped_words,
    folded_words,
    giver_words,
    host_of,
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
    KeyFigure,
    OutletLink,
    Timeline,
)

SPECIAL = re.compile(r"[\\`*\[\]<~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
# What begins a list, a heading, a quotation or a rule when it begins a line: - + = # > 1. 2)
LINE_START = re.compile(r"^(?:[-+=#>]|\d+[.)])")


def brief_markdown(brief: Brief) -> str:
    """All that the brief shows, and how much more it holds; ends in a newline."""
    pages = pages_of(brief.articles)
    parts = [[f"# {linked(title_of(brief.article), brief.article.url)}"]]
    parts += [[_about(article, named=number > 0)] for number, article in enumerate(brief.articles)]
    parts += [[f"{escaped(line.text)}{proofs(line.evidence, pages, line.text)}"] for line in brief.lead]
    for group in by_source(brief.bullets):
        parts += [
            [_heading(group)],
            [f"- {_said(bullet)}{_bullet_proofs(bullet, pages)}" for bullet in group.bullets],
        ]
    parts.append(_differences(brief, pages))
    if figures := figures_beside(brief):
        parts += [["## Key figures"], [_figure(figure, pages) for figure in figures]]
    if unshown := unshown_words(brief):
        parts.append([f"{unshown}."])
    parts += [[f"**{kind}:** {escaped(words)}"] for kind, words in note_words(brief.articles)]
    if dropped := dropped_words(brief.dropped):
        parts.append([f"{dropped}."])
    if unread := unread_words(brief.unread):
        parts.append([f"{unread}."])
    return paragraphs(parts)


def digest_markdown(
    digest: Digest,
    texts: Mapping[str, str] | None = None,
    pictures: Mapping[Timeline, str] = MappingProxyType({}),
) -> str:
    """The whole digest; ends in a newline.

    `texts` (text by article address) makes the proofs exact, `pictures` are the files that show timelines.
    """
    pages = pages_of_digest(digest, texts or {})
    told = told_words(digest) or NOTHING
    parts = [[f"# Digest for {weekday_words(digest.day)}"], [f"{told}."]]
    for story in digest.stories:
        parts += _story(story, pages, pictures)
    if digest.briefly:
        parts += [
            ["## Also"],
            [f"- {_story_link(story)}{_carriers(story.outlets)}" for story in digest.briefly],
        ]
    return paragraphs(parts)


def escaped(text: str) -> str:
    """Words from an article that format nothing."""
    text = SPECIAL.sub(r"\\\g<0>", plain(text))
    return LINE_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)


def linked(label: str, url: str) -> str:
    """`label` linked to a web address, or alone."""
    if not url.lower().startswith(("http://", "https://")):
        return escaped(label)
    return f"[{escaped(label)}](<{quote(url.strip(), safe=URL_SAFE, errors='replace')}>)"


def proofs(evidence: Iterable[Evidence], pages: Pages, words: str = "") -> str:
    """A link for each article that proves a line."""
    firsts: dict[str, Evidence] = {}
    for proof in evidence:
        firsts.setdefault(proof.url, proof)
    is_single = len(firsts) == 1
    links = [
        linked(
            "proof" if is_single else pages.outlets.get(url) or host_of(url) or "proof",
            proof_url(proof, pages, words),
        )
        for url, proof in firsts.items()
        if url.lower().startswith(("http://", "https://"))
    ]
    return f" ({', '.join(links)})" if links else ""


def paragraphs(parts: Iterable[Sequence[str]]) -> str:
    """Blocks of lines, a blank line between them."""
    return "\n\n".join("\n".join(lines) for lines in parts if any(lines)) + "\n"


def _about(article: Article, *, named: bool) -> str:
    """Outlet, byline, time, credited agency, what is missing: what is known of them."""
    outlet = outlet_of(article)
    byline = ", ".join(plain(name) for name in article.byline)
    known = (
        linked(outlet or title_of(article), article.url) if named else escaped(outlet),
        f"by {escaped(byline)}" if byline else "",
        moment_words(article.published) if article.published else "",
        f"agency: {escaped(article.agency)}" if article.agency else "",
        part_words(article),
    )
    return " · ".join(part for part in known if part)


def _heading(group: Group) -> str:
    return f"**{escaped(group.name)}**" + (f" ({escaped(group.role)})" if group.role else "")


def _said(bullet: Bullet) -> str:
    one = printed(bullet)
    return f"{escaped(one.line)} ({escaped(one.marks)})" if one.marks else escaped(one.line)


def _bullet_proofs(bullet: Bullet, pages: Pages) -> str:
    return proofs(bullet.evidence, pages, bullet.text)


def _figure(figure: KeyFigure, pages: Pages) -> str:
    given = figure.figure
    words = figure_marked(given, lambda amount: f"**{escaped(amount)}**", escaped)
    source = f" — {escaped(giver)}" if (giver := giver_words(given)) else ""
    return f"- {words}{source}{proofs(figure.evidence, pages, given.surface)}"


def _story(story: DigestStory, pages: Pages, pictures: Mapping[Timeline, str]) -> Iterator[list[str]]:
    yield [f"## {_story_link(story)}"]
    yield [_outlets(story)]
    if story.lead:
        yield [f"{escaped(story.lead.text)}{proofs(story.lead.evidence, pages, story.lead.text)}"]
    yield [f"- {_credit(bullet)}{_said(bullet)}{_bullet_proofs(bullet, pages)}" for bullet in story.bullets]
    yield _differences(story, pages)
    if story.timeline and story.timeline in pictures:
        yield [f"![{escaped(alt_words(story.timeline))}](<{quote(pictures[story.timeline])}>)"]
    yield [_figure(figure, pages) for figure in figures_of_story(story)]
    if story.more:
        yield [f"{folded_words(0, story.more, 0)} in the archive."]


def _outlets(story: DigestStory) -> str:
    """The outlets linked, those of one text together; whether the story goes on."""
    urls = outlet_links(story, linked)
    parts = []
    for label, names in outlet_groups(story):
        links = [link for name in names for link in urls.get(name, [])]
        parts.append(f"{escaped(label)}: {', '.join(links)}" if label else " · ".join(links))
    return " · ".join([*parts, *([running_words(story)] if story.earlier else [])])


def _differences(told: Brief | DigestStory, pages: Pages) -> list[str]:
    """Each quantity with its values and proofs, each denial with what it denies."""
    lines = [_claims(differ, pages) for differ in told.differ]
    for opposed in told.opposed:
        first, second = (
            f"{escaped(sentence_of(one))}{proofs(one.evidence, pages, one.text)}"
            for one in (opposed.first, opposed.second)
        )
        lines.append(f"- **{DENIED}:** {first} — {second}")
    return lines


def _claims(differ: ClaimsDiffer, pages: Pages) -> str:
    values = [
        f"**{escaped(value_words(claim))}** ({escaped(claim_words(claim))})"
        f"{proofs(claim.evidence, pages, claim.figure.surface)}"
        for claim in differ.claims
    ]
    return f"- **{escaped(differ_heading(differ))}:** {differ_sign(differ).join(values)}"


def _credit(bullet: Bullet) -> str:
    one = printed(bullet)
    role = f" ({escaped(one.role)})" if one.role else ""
    return f"**{escaped(one.name)}**{role}{one.joint}"


def _story_link(story: DigestStory) -> str:
    url = story.outlets[0].url if story.outlets else ""
    return linked(story.headline or host_of(url) or "Untitled", url)


def _carriers(outlets: Sequence[OutletLink]) -> str:
    names = ", ".join(escaped(link.outlet or host_of(link.url)) for link in outlets)
    return f" ({names})" if names else ""

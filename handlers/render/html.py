"""A digest as one HTML file that mails and prints well: no script, nothing to load, no address but those of the proofs."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape as quoted

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
from handlers.render.escape import plain
from handlers.render.figure_parts import figure_marked
from handlers.render.figures_shown import figures_of_story
from handlers.render.printed import printed, sentence_of
from handlers.render.proof import Pages, pages_of_digest, proof_url
from handlers.render.timeline_picture import timeline_picture
from handlers.render.wording import (
    NOTHING,
    folded_words,
    giver_words,
    host_of,
    told_words,
    weekday_words,
)
from summarizer.model import (
    Bullet,
    ClaimsDiffer,
    Digest,
    DigestStory,
    Evidence,
    Figure,
    KeyFigure,
    Opposed,
    Timeline,
)

# Mail programs know little CSS and some drop <style>: what is left without it is still a plain, ordered page.
STYLE = """
body { margin: 0 auto; max-width: 42em; padding: 1.5em; font: 16px/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; }
h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.2em; margin: 0 0 .2em; }
article { border-top: 1px solid #bbb; padding: 1em 0 .2em; break-inside: avoid; }
.carried, .more { color: #555; font-size: .85em; margin: .2em 0; }
ul { padding-left: 1.2em; margin: .4em 0; } li { margin: .25em 0; }
.differ { border-left: 3px solid #b35c00; padding-left: .7em; margin: .5em 0; }
img { max-width: 100%; height: auto; } a { color: #0b4f8a; } .proof { font-size: .8em; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } a { color: inherit; } .proof { display: none; } }
""".strip()


def digest_html(digest: Digest, texts: Mapping[str, str] | None = None) -> str:
    """The whole digest as one document; `texts` (text by article address) makes the proofs exact."""
    pages = pages_of_digest(digest, texts or {})
    told = f"{told_words(digest) or NOTHING}."
    title = f"Digest for {weekday_words(digest.day)}"
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{words(title)}</title>",
        f"<style>{STYLE}</style></head><body>",
        f"<h1>{words(title)}</h1>",
        f'<p class="carried">{words(told)}</p>',
        *(story_html(story, pages) for story in digest.stories),
        *briefly_html(digest.briefly),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def words(text: str) -> str:
    """Words from an article or of our own, safe between tags and inside quotation marks."""
    return quoted(plain(text))


def linked(label: str, url: str, kind: str = "") -> str:
    """`label` linked to a web address, or alone."""
    if not url.lower().startswith(("http://", "https://")):
        return words(label)
    attribute = f' class="{kind}"' if kind else ""
    return f'<a{attribute} href="{quoted(url.strip())}">{words(label)}</a>'


def story_html(story: DigestStory, pages: Pages) -> str:
    """Headline, outlets, lead, who said what, what differs, figures."""
    first = story.outlets[0].url if story.outlets else ""
    parts = [
        f"<h2>{linked(story.headline or host_of(first) or 'Untitled', first)}</h2>",
        f'<p class="carried">{carriers(story)}</p>',
        f"<p>{words(story.lead.text)}{proof(story.lead.evidence, pages, story.lead.text)}</p>"
        if story.lead
        else "",
        bullets_html(story.bullets, pages),
        *(claims_html(differ, pages) for differ in story.differ),
        *(opposed_html(opposed, pages) for opposed in story.opposed),
        picture_html(story.timeline) if story.timeline else "",
        figures_html(figures_of_story(story), pages),
        f'<p class="more">{words(folded_words(0, story.more, 0))} in the archive.</p>' if story.more else "",
    ]
    return "\n".join(["<article>", *(part for part in parts if part), "</article>"])


def carriers(story: DigestStory) -> str:
    """The outlets linked, those of one text together; whether the story goes on."""
    urls = outlet_links(story, linked)
    parts = []
    for label, names in outlet_groups(story):
        links = [link for name in names for link in urls.get(name, [])]
        parts.append(f"{words(label)}: {', '.join(links)}" if label else " · ".join(links))
    return " · ".join([*parts, *([words(running_words(story))] if story.earlier else [])])


def bullets_html(bullets: Iterable[Bullet], pages: Pages) -> str:
    lines = [
        f"<li>{bullet_html(bullet)}{proof(bullet.evidence, pages, bullet.text)}</li>" for bullet in bullets
    ]
    return "\n".join(["<ul>", *lines, "</ul>"]) if lines else ""


def bullet_html(bullet: Bullet) -> str:
    """Source (role), line, marks."""
    one = printed(bullet)
    role = f" ({words(one.role)})" if one.role else ""
    said = f"<strong>{words(one.name)}</strong>{role}{one.joint}{words(one.line)}"
    return f"{said} ({words(one.marks)})" if one.marks else said


def claims_html(differ: ClaimsDiffer, pages: Pages) -> str:
    """A quantity with its values."""
    values = [
        f"<strong>{words(value_words(claim))}</strong> ({words(claim_words(claim))})"
        f"{proof(claim.evidence, pages, claim.figure.surface)}"
        for claim in differ.claims
    ]
    return f'<p class="differ"><strong>{words(differ_heading(differ))}:</strong> {differ_sign(differ).join(values)}</p>'


def opposed_html(opposed: Opposed, pages: Pages) -> str:
    """What was said and who denies it."""
    first, second = (
        f"{words(sentence_of(one))}{proof(one.evidence, pages, one.text)}"
        for one in (opposed.first, opposed.second)
    )
    return f'<p class="differ"><strong>{DENIED}:</strong> {first} \N{EM DASH} {second}</p>'


def figures_html(figures: Iterable[KeyFigure], pages: Pages) -> str:
    phrases = [
        f"{figure_html(key.figure)}{proof(key.evidence, pages, key.figure.surface)}" for key in figures
    ]
    return f"<p>Figures: {'; '.join(phrases)}</p>" if phrases else ""


def figure_html(figure: Figure) -> str:
    """What is told of the amount, and who gives it."""
    counted = figure_marked(figure, lambda amount: f"<strong>{words(amount)}</strong>", words)
    return f"{counted} \N{EM DASH} {words(giver)}" if (giver := giver_words(figure)) else counted


def picture_html(timeline: Timeline) -> str:
    """How a figure went, drawn and carried in the page itself, with its words for those who cannot see it."""
    picture = timeline_picture(timeline)
    coded = base64.b64encode(picture.png).decode("ascii")
    return f'<p><img width="640" alt="{words(picture.alt)}" src="data:image/png;base64,{coded}"></p>'


def briefly_html(stories: Iterable[DigestStory]) -> list[str]:
    """A line each for what is told by its headline alone."""
    lines = []
    for story in stories:
        first = story.outlets[0].url if story.outlets else ""
        lines.append(
            f"<li>{linked(story.headline or host_of(first) or 'Untitled', first)} ({carriers(story)})</li>"
        )
    return ["<article><h2>Also</h2><ul>", *lines, "</ul></article>"] if lines else []


def proof(evidence: Iterable[Evidence], pages: Pages, said: str = "") -> str:
    """A link for each article that proves a line."""
    firsts: dict[str, Evidence] = {}
    for one in evidence:
        firsts.setdefault(one.url, one)
    is_single = len(firsts) == 1
    links = [
        linked("proof" if is_single else pages.outlets.get(url) or host_of(url), proof_url(one, pages, said))
        for url, one in firsts.items()
        if url.lower().startswith(("http://", "https://"))
    ]
    return f'<span class="proof"> [{", ".join(links)}]</span>' if links else ""

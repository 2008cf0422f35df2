"""Each statement with its proof as it stands on the page: the passage marked, the words around it beside it."""

from __future__ import annotations

from handlers.domain.message import View
from handlers.render.escape import bold, enclosed, link, mrkdwn, plain
from handlers.render.proof import Pages, pages_of, proof_url
from handlers.render.slack_limits import fitted
from handlers.render.slack_pages import ListEntry, paged_view
from handlers.render.slack_parts import LONGEST_OUTLET, full_words, section
from handlers.render.slack_views import NOTHING_FOUND, brief_head, in_order
from handlers.render.wording import host_of
from summarizer.model import Brief, Bullet, Evidence

EVIDENCE_A_PAGE = 6  # passages; the longest ones in any script stay below the 250,000 bytes of a modal
LONGEST_PASSAGE = 600  # units
AROUND = 200  # characters before and after the passage, within its paragraph


def evidence_view(brief: Brief, page: int, about: str) -> View:
    """Every statement's passages in their context, each leading to its place."""
    pages = pages_of(brief.articles)
    proofs = [(bullet, proof) for bullet in in_order(brief) for proof in bullet.evidence]
    head = [brief_head(brief), *([] if proofs else [section(NOTHING_FOUND)])]

    def entry(shown: tuple[Bullet, Evidence]) -> ListEntry:
        bullet, proof = shown
        return ListEntry(passage_line(proof, pages, bullet.text), full_words(bullet))

    return paged_view("Evidence", proofs, entry, page, head=head, about=about, size=EVIDENCE_A_PAGE)


def passage_line(proof: Evidence, pages: Pages, words: str) -> str:
    """Context, passage in bold, context, and a link to the place; `words` stand in where the page's are not at hand."""
    before, passage, after = in_context(proof, pages.texts.get(proof.url, ""))
    marked = bold(fitted(passage or words, LONGEST_PASSAGE, enclosed)) or "…"
    told = " ".join(part for part in (mrkdwn(before), marked) if part)
    told += f"{'' if after[:1] in '.,;:!?' else ' '}{mrkdwn(after)}" if after else ""
    label = fitted(pages.outlets.get(proof.url) or host_of(proof.url) or "the page", LONGEST_OUTLET, enclosed)
    place = link(proof_url(proof, pages, words), f"open at {label}")
    return f"{told}\n{place}"


def in_context(proof: Evidence, text: str) -> tuple[str, str, str]:
    """The words before the passage in its paragraph, the passage, the words after it; all in one line."""
    span = proof.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before = plain(text[start : span.start])
    after = plain(text[span.end : end if end >= 0 else len(text)])
    return last_words(before), plain(span.of(text)), first_words(after)


def last_words(text: str) -> str:
    """The end of `text`, in whole words."""
    return text if len(text) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"


def first_words(text: str) -> str:
    """The beginning of `text`, in whole words."""
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]}…"

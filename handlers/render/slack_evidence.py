"""Each statement with its proof as it stands on the page: the passage marked, the words around it beside it."""

from __future__ import annotations

from handlers.domain.message import View
from handlers.render.escape import bold, enclosed, link, mrkdwn
from handlers.render.passages import in_context
from handlers.render.proof import Pages, pages_of, proof_url
from handlers.render.slack_limits import fitted
from handlers.render.slack_pages import ListEntry, paged_view
from handlers.render.slack_parts import LONGEST_OUTLET, full_words, section
from handlers.render.slack_views import NOTHING_FOUND, brief_head, in_order
from handlers.render.wording import host_of
from summarizer.model import Brief, Bullet, Evidence

EVIDENCE_A_PAGE = 6  # passages; the longest ones in any script stay below the 250,000 bytes of a modal
LONGEST_PASSAGE = 600  # units


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

"""The pieces that Slack messages are made of: linked headline, bullet line, figure line, blocks.

Blocks are sections of mrkdwn, not rich_text: its escaping is documented, three characters and no more,
where rich_text's is not; it costs about a third of the JSON, so that more of a brief fits; and the same
lines serve as the message's fallback text. `verbatim` keeps Slack from linking what looks like an address
or a channel, `expand` from hiding half of a source's bullets behind "see more".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from handlers.domain.message import Block, plain_object
from handlers.render.escape import bold, enclosed, link, link_address, mrkdwn
from handlers.render.figure_parts import figure_marked
from handlers.render.groups import Group
from handlers.render.printed import printed
from handlers.render.proof import Pages, proof_url
from handlers.render.slack_limits import LONGEST_BLOCK_ID, LONGEST_SECTION, fitted, units
from handlers.render.wording import (
    counted,
    giver_words,
    host_of,
    is_day_only,
    moment_words,
    title_of,
)
from summarizer.model import Article, Bullet, Evidence, KeyFigure, Line

# The longest that each piece may be, in units of its escaped form. Real ones stay far below.
LONGEST_TITLE = 400
LONGEST_NAME = 160
LONGEST_ROLE = 240
LONGEST_CONTENT = 900
LONGEST_MARK = 240
LONGEST_CONCEPT = 300
LONGEST_OUTLET = 80

NO_WORDS = "…"  # for a line whose words were all invisible: it is still shown and counted
# No "↗": Slack draws that one as a coloured picture, which is louder than the line that it stands behind.
PROOF_SIGN = "\N{NORTH EAST DOUBLE ARROW}"
MOST_PROOFS = 3  # links to further outlets' articles beside one bullet

USER_ID = re.compile(r"[UW][A-Z0-9]{2,20}")


def section(text: str, block_id: str | None = None) -> Block:
    block: Block = {"type": "section", "text": mrkdwn_object(text), "expand": True}
    return block | ({"block_id": block_id[:LONGEST_BLOCK_ID]} if block_id else {})


def context(parts: Iterable[str]) -> Block:
    """One grey line; `parts` are mrkdwn and stand apart by a dot."""
    return {"type": "context", "elements": [mrkdwn_object(" · ".join(part for part in parts if part))]}


def optional(block_id: str, label: str, element: Block) -> Block:
    """An input that may be left empty."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain_object(label),
        "element": element,
        "optional": True,
    }


def divider() -> Block:
    return {"type": "divider"}


def mrkdwn_object(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def headline(title: str, url: str) -> str:
    """A bold, linked headline."""
    return bold(link(url, fitted(title, LONGEST_TITLE, enclosed)))


def article_link(article: Article) -> str:
    """Another outlet's article, as its outlet's linked name."""
    label = fitted(article.outlet or host_of(article.url) or title_of(article), LONGEST_OUTLET, enclosed)
    return link(article.url, label)


def user(user_id: str | None) -> str:
    """A person in Slack; nothing for what is no id of one."""
    return f"<@{user_id}>" if user_id and USER_ID.fullmatch(user_id) else ""


def moment(when: datetime) -> str:
    """A moment in the reader's own zone; as words where it has no zone or no time of day."""
    words = mrkdwn(moment_words(when))
    if when.tzinfo is None or is_day_only(when) or when.timestamp() < 0:  # Slack counts from 1970
        return words
    words = mrkdwn(moment_words(when.astimezone(UTC)))
    return f"<!date^{int(when.timestamp())}^{{date_short_pretty}}, {{time}}|{words}>"


def group_heading(group: Group) -> str:
    """Who says what follows, and what they are."""
    name = bold(fitted(group.name, LONGEST_NAME, enclosed))
    return f"{name} ({fitted(group.role, LONGEST_ROLE)})" if group.role else name


def bullet_line(bullet: Bullet, pages: Pages, corrected_by: str | None = None) -> str:
    """A bullet below its source's heading: line, marks, who corrected its source, proof."""
    return _with_proofs(_corrected(f"• {_said(bullet)}", corrected_by), bullet, pages)


def full_line(bullet: Bullet, pages: Pages, corrected_by: str | None = None) -> str:
    """A bullet that stands alone: source, line, marks, who corrected its source, proof."""
    return _with_proofs(_corrected(full_words(bullet), corrected_by), bullet, pages)


def _corrected(words: str, corrected_by: str | None) -> str:
    corrector = user(corrected_by)
    return f"{words} · source corrected by {corrector}" if corrector else words


def full_words(bullet: Bullet, name: Callable[[str], str] = bold) -> str:
    """A bullet that stands alone: source (role), line, marks. `name` styles the source."""
    one = printed(bullet)
    source = name(fitted(one.name, LONGEST_NAME, enclosed))
    role = fitted(one.role, LONGEST_ROLE)
    credit = f"{source} ({role})" if role else source
    return f"• {credit}{one.joint}{_said(bullet)}"


def figure_line(figure: KeyFigure, pages: Pages) -> str:
    """A figure on a line of its own, with its proof."""
    return with_proofs(f"• {figure_phrase(figure)}", figure.evidence, pages)


def figure_phrase(figure: KeyFigure) -> str:
    """A figure at a glance: what is told of it with the amount in bold, who gives it."""
    words = figure_marked(figure.figure, _amount, lambda told: fitted(told, LONGEST_CONCEPT)) or NO_WORDS
    giver = fitted(giver_words(figure.figure), LONGEST_NAME)
    return f"{words} \N{EM DASH} {giver}" if giver else words


def _amount(words: str) -> str:
    return bold(fitted(words, LONGEST_NAME, enclosed))


def report_line(line: Line, pages: Pages) -> str:
    """A sentence of the article's own report, with its proof."""
    return with_proofs(fitted(line.text, LONGEST_CONTENT) or NO_WORDS, line.evidence, pages, line.text)


def proof_links(evidence: Sequence[Evidence], pages: Pages, words: str = "") -> list[str]:
    """One link for each article that proves a line: a sign, or the outlets when there are several."""
    firsts: dict[str, Evidence] = {}
    for proof in evidence:
        firsts.setdefault(proof.url, proof)
    proofs = [proof for proof in firsts.values() if link_address(proof.url)]
    labels = [PROOF_SIGN] if len(firsts) == 1 else [_outlet(proof.url, pages) for proof in proofs]
    linked = [
        link(proof_url(proof, pages, words), label) for proof, label in zip(proofs, labels, strict=False)
    ]
    more = len(linked) - MOST_PROOFS
    return linked[:MOST_PROOFS] + ([counted(more, "more article")] if more > 0 else [])


def _outlet(url: str, pages: Pages) -> str:
    return fitted(pages.outlets.get(url) or host_of(url), LONGEST_OUTLET, enclosed)


def with_proofs(words: str, evidence: Sequence[Evidence], pages: Pages, said: str = "") -> str:
    """`words` and as many links to their proofs as leave the line inside a section.

    `said` is what is looked for on a page whose text is not at hand.
    """
    links = proof_links(evidence, pages, said)
    joint = "\N{NO-BREAK SPACE}" if len({proof.url for proof in evidence}) == 1 else " · "
    while links and units(words) + units(" · ".join(links)) + len(joint) > LONGEST_SECTION:
        links = links[:-1]
    return f"{words}{joint}{' · '.join(links)}" if links else words


def _said(bullet: Bullet) -> str:
    one = printed(bullet)
    line = fitted(one.line, LONGEST_CONTENT) or NO_WORDS
    marks = fitted(one.marks, LONGEST_MARK)
    return f"{line} ({marks})" if marks else line


def _with_proofs(words: str, bullet: Bullet, pages: Pages) -> str:
    return with_proofs(words, bullet.evidence, pages, bullet.text)

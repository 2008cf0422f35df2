"""What was found in the archive, as a message; more of it is a press away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from handlers.domain.lookups import (
    PAGE,
    Fewer,
    Found,
    FoundFigure,
    FoundQuotation,
    FoundStatement,
    Look,
    Origin,
)
from handlers.domain.message import Block, Message
from handlers.domain.quotations import Piece
from handlers.render.escape import bold, enclosed, link, mrkdwn
from handlers.render.proof import NO_PAGES
from handlers.render.slack_buttons import button
from handlers.render.slack_limits import (
    LONGEST_FALLBACK,
    LONGEST_SECTION,
    cut,
    fits,
    fitted,
    most_that,
    packed,
    units,
)
from handlers.render.slack_parts import (
    LONGEST_NAME,
    LONGEST_OUTLET,
    LONGEST_ROLE,
    LONGEST_TITLE,
    context,
    figure_line,
    full_line,
    headline,
    moment,
    section,
)
from handlers.render.wording import counted, host_of, titled

LOOK_MORE = "look_more"
NO_STORIES: Mapping[str, str] = MappingProxyType({})
LONGEST_WORDS = 200  # of what was looked for, as it is repeated
LONGEST_VALUE = 1900  # of a button's 2,000
LONGEST_PIECE = 600
NOTHING = {
    "search": "No statement that you may see has all of these words: {}.",
    "who": "Nobody with this name is quoted in what you may see: {}.",
    "figures": "No figure that you may see is about this: {}.",
    "check": "Not found in what you may see, neither word for word nor altered: {}.",
    "latest": "There is no brief yet that you can see.",
}
HEADS = {
    "search": "Statements with {}",
    "who": "What {} said",
    "figures": "Figures about {}",
    "check": "The quotation {}",
    "latest": "The newest briefs",
}
OF_CHANNEL = (
    "From this channel’s briefs only. Ask me in a direct message to search everything that you may see."
)


def found_message(  # noqa: PLR0913  # all that the message says
    look: Look,
    found: Sequence[Found],
    *,
    of_channel: bool = False,
    may_turn: bool = True,
    fewer: Sequence[Fewer] = (),
    stories: Mapping[str, str] = NO_STORIES,
) -> Message:
    """The lines found for `look`, PAGE of them by story; one more than that in `found` says that there are others.

    `of_channel`: only the channel's own briefs were looked through. `may_turn`: whether a button can show more.
    `fewer` is what fewer words find where nothing was found; `stories` tells articles (by address) of one story.
    """
    words = fitted(look.words, LONGEST_WORDS, enclosed)
    if not found:
        told = " ".join([NOTHING[look.kind].format(bold(words)), *fewer_words(fewer)])
        return Message(told, (section(told), *notes(of_channel)))
    shown, is_more = found[:PAGE], len(found) > PAGE
    head = HEADS[look.kind].format(bold(words))
    groups = groups_of(shown, stories)
    lines = [line for group in groups for line in group]
    count = most_that(lambda count: fits(list(blocks_of(head, first_of(groups, count), ()))), len(lines))
    tail = tuple(tail_of(look, len(lines) - count, is_more=is_more, may_turn=may_turn, of_channel=of_channel))
    return Message(fallback(head, lines), tuple(blocks_of(head, first_of(groups, count), tail)))


def fewer_words(fewer: Sequence[Fewer]) -> Iterator[str]:
    """What fewer words find, in a sentence."""
    if fewer:
        found = (f"{bold(enclosed(one.words))} in {counted(one.articles, 'article')}" for one in fewer)
        yield f"Fewer words find more: {'; '.join(found)}."


def groups_of(found: Sequence[Found], stories: Mapping[str, str]) -> list[list[str]]:
    """The lines under their story's headline; quotations and headlines stand for themselves."""
    groups: dict[str, list[FoundStatement | FoundFigure]] = {}
    alone: list[str] = []
    for one in found:
        if isinstance(one, FoundStatement | FoundFigure):
            groups.setdefault(stories.get(one.origin.url, one.origin.url), []).append(one)
        else:
            alone.append(line_of(one))
    return [group for group in (alone, *(list(group_lines(one)) for one in groups.values())) if group]


def first_of(groups: Sequence[Sequence[str]], count: int) -> Iterator[Sequence[str]]:
    """The first `count` lines, group by group."""
    for group in groups:
        if count > 0:
            yield group[:count]
        count -= len(group)


def group_lines(group: Sequence[FoundStatement | FoundFigure]) -> Iterator[str]:
    """Headline, outlet and day, then what was found; where there are several outlets each line names its own."""
    first = group[0].origin
    title = headline(titled(first.title, first.url), first.url)
    is_alone = all(one.origin.url == first.url for one in group)
    yield with_origin(title, first) if is_alone else title
    for one in group:
        yield bare_line(one) if is_alone else with_origin(bare_line(one), one.origin)


def bare_line(found: FoundStatement | FoundFigure) -> str:
    """A line without where it is from."""
    if isinstance(found, FoundStatement):
        return full_line(found.bullet, NO_PAGES)
    return figure_line(found.figure, NO_PAGES)


def fallback(head: str, lines: Sequence[str]) -> str:
    """The first lines, as many as fit."""
    most = most_that(lambda count: units("\n".join([head, *lines[:count]])) <= LONGEST_FALLBACK, len(lines))
    return "\n".join([head, *lines[:most]])


def blocks_of(head: str, groups: Iterable[Sequence[str]], tail: Sequence[Block]) -> Iterator[Block]:
    yield section(head)
    yield from (section(text) for group in groups for text in packed(group))
    yield from tail


def tail_of(look: Look, folded: int, *, is_more: bool, may_turn: bool, of_channel: bool) -> Iterator[Block]:
    """What is not shown here: counted, and a press away."""
    if folded:
        yield context([f"{counted(folded, 'line')} too long to show here."])
    turn = json.dumps({"kind": look.kind, "words": look.words, "page": look.page + 1}, ensure_ascii=False)
    if is_more and may_turn and len(turn) <= LONGEST_VALUE:
        yield {"type": "actions", "elements": [button(LOOK_MORE, "More", turn)]}
    elif is_more:
        yield context(["There is more in the archive: add a word, or ask with /brief."])
    yield from notes(of_channel)


def notes(of_channel: bool) -> tuple[Block, ...]:  # noqa: FBT001  # a fact
    return (context([OF_CHANNEL]),) if of_channel else ()


def look_of(value: str) -> Look:
    """The look-up that a More button carries."""
    carried = json.loads(value)
    return Look(carried["kind"], carried["words"], int(carried["page"]))


def line_of(found: Found) -> str:
    """One line, with where it is from."""
    if isinstance(found, FoundStatement | FoundFigure):
        return with_origin(bare_line(found), found.origin)
    if isinstance(found, FoundQuotation):
        return "\n".join(quotation_lines(found))
    return with_origin(f"• {headline(titled(found.title, found.url), found.url)}", found)


def with_origin(line: str, origin: Origin) -> str:
    """The line with outlet and day."""
    day = moment(origin.published or origin.at)
    outlet = fitted(origin.outlet or host_of(origin.url), LONGEST_OUTLET, enclosed)
    whole = f"{line} · {outlet}, {day}" if outlet else f"{line} · {day}"
    return whole if len(whole) <= LONGEST_SECTION else line


def quotation_lines(found: FoundQuotation) -> Iterator[str]:
    """Whether it stands there word for word, who is credited, and where it differs."""
    checked = found.checked
    verdict = "Word for word" if checked.verdict == "exact" else "Altered"
    unmarked = "" if checked.is_quoted else ", but not between quotation marks on the page"
    name = fitted(found.credit.name, LONGEST_NAME, enclosed) if found.credit else ""
    role = fitted(found.credit.role or "", LONGEST_ROLE) if found.credit else ""
    credit = f"{bold(name)}{f' ({role})' if role else ''}" if name else "nobody is credited there"
    title = link(
        found.origin.url,
        fitted(titled(found.origin.title, found.origin.url), LONGEST_TITLE, enclosed),
    )
    yield with_origin(f"• {bold(verdict)}{unmarked}: {credit}, {title}", found.origin)
    words = " ".join(filter(None, map(piece_words, shortened(checked.pieces))))
    if words:
        yield f"↳ {words}"


def shortened(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces within a quotation's room."""
    left = LONGEST_PIECE
    for piece in pieces:
        words = cut(piece.words, max(2, left))
        left -= len(words)
        yield Piece(piece.kind, words)
        if left <= 0:
            return


def piece_words(piece: Piece) -> str:
    """Words of the page; what the quotation has and the page has not is struck out, the other way round bold."""
    if piece.kind == "same":
        return mrkdwn(piece.words)
    words = enclosed(piece.words)
    sign = "~" if piece.kind == "missing" else "*"
    return f"{sign}{words}{sign}" if words else ""

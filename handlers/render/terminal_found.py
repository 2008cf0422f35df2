"""What was found in the archive, for the terminal."""

from __future__ import annotations

from rich.text import Text

from handlers.domain.lookups import FoundFigure, FoundQuotation, FoundStatement, Origin
from handlers.domain.quotations import Piece
from handlers.render.escape import plain
from handlers.render.printed import printed
from handlers.render.terminal import figure_text
from handlers.render.wording import (
    address_words,
    day_words,
    host_of,
)

STYLES = {"same": "", "missing": "red strike", "added": "bold green"}
BRACKETS = {"same": "{}", "missing": "[-{}-]", "added": "{{+{}+}}"}  # also where there are no colours


def found_line(found: FoundStatement | FoundFigure | FoundQuotation) -> Text:
    """One line, its origin below."""
    if isinstance(found, FoundStatement):
        text = statement_text(found)
    elif isinstance(found, FoundFigure):
        text = figure_text(found.figure.figure)
    else:
        text = quotation_text(found)
    return text.append("\n").append(f"  {origin_words(found.origin)}\n", style="dim")


def statement_text(found: FoundStatement) -> Text:
    bullet = found.bullet
    one = printed(bullet)
    role = f" ({one.role})" if one.role else ""
    marks = f" ({one.marks})" if one.marks else ""
    return Text(one.name, "bold").append(f"{role}{one.joint}{one.line}{marks}", "not bold")


def quotation_text(found: FoundQuotation) -> Text:
    checked, credit = found.checked, found.credit
    verdict = "word for word" if checked.verdict == "exact" else "altered"
    unmarked = "" if checked.is_quoted else ", but not between quotation marks on the page"
    who = plain(credit.name) if credit else "nobody is credited there"
    role = f" ({plain(credit.role)})" if credit and credit.role else ""
    text = Text(verdict, "bold").append(f"{unmarked}: {who}{role}\n  ", "not bold")
    for piece in checked.pieces:
        append_piece(text, piece)
    return text


def append_piece(text: Text, piece: Piece) -> None:
    text.append(BRACKETS[piece.kind].format(plain(piece.words)) + " ", STYLES[piece.kind] or "not bold")


def origin_words(origin: Origin) -> str:
    """Outlet, headline, day, address."""
    outlet = plain(origin.outlet or host_of(origin.url))
    day = day_words((origin.published or origin.at).date())
    url = origin.url if address_words(origin.url) else ""  # what came by standard input has none
    return " · ".join(filter(None, (outlet, plain(origin.title or ""), day, url)))

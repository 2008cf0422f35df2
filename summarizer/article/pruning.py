"""What is taken out of a page's tree before its text is looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from summarizer.article.tree import drop, elements, short_text
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Words in classes and ids, apart by blanks, - and _. Kept few: each names something that is never the story's own text.
CAPTION = ("caption", "captions", "figcaption", "credit", "credits", "copyright")
BESIDE = (
    *(
        "dek",
        "deck",
        "standfirst",
        "kicker",
        "eyebrow",
        "subtitle",
        "strapline",
        "overline",
    ),  # around the headline
    *(
        "outro",
        "endnote",
        "signoff",
        "bio",
        "newsletter",
        "signup",
        "promo",
        "ad",
        "ads",
        "advert",
        "advertisement",
    ),
    *(
        "sharedaddy",
        "sharetools",
        "readmore",
        "readnext",
        "recirc",
        "breadcrumb",
        "breadcrumbs",
        "disclaimer",
    ),
    *("cookie", "cookies", "consent", "gdpr", "onetrust"),
)
NAMED = re.compile(rf"(?:^|[\s_-])(?:{'|'.join((*CAPTION, *BESIDE))})(?=$|[\s_-])")
LONGEST_ASIDE = 600  # characters; what is longer has the class for another reason
ASIDES = (
    "figcaption",
    "span",
    "div",
    "p",
    "small",
    "cite",
    "section",
    "aside",
    "h2",
    "h3",
    "h4",
    "ul",
    "footer",
    "header",
)
# Characters of a headline, a deck and a byline; an article element with fewer does not hold the story.
HEADLINE_ONLY = 250
# Classes that name a story's subject or its number, not its part on the page.
SUBJECT_CLASSES = ("tag-", "category-", "post-", "topic-", "section-")
ANCHOR_WORDS = 4  # of an id; fewer, as in "about-the-author", name a part of the page
# What names a list of other stories, when it holds as many linked headlines.
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommendations|trending|mostread|most-read|morestories|more-stories|teasers)(?=$|[\s_-])"
)
RELATED_TAGS = ("section", "div", "aside", "ul", "ol")
FEWEST_TEASERS = 2
# A cell with this many words, or with blocks in it, is laid out by the table, not listed in it.
LONGEST_CELL = 60
LONGEST_CAPTION = 400  # characters
MOST_CAPTIONS = 4  # below one picture
LAID_OUT = ("p", "div", "table", "h1", "h2", "h3", "article", "section")
# Rows of two cells with words: with so many of them, and this share of its rows, a table lists something though its cells
# are written as paragraphs. Of 23 such tables on 240 real pages all do. What only a page is made of is in none.
FEWEST_ROWS = 3
ROWS_OF_CELLS = 0.6
PAGE_PARTS = ("table", "h1", "article", "section")
TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


def prune(tree: HtmlElement) -> None:
    """Takes out other stories, captions and what stands around a story; makes layout tables plain."""
    drop_other_articles(tree)
    drop_teasers(tree)
    drop_asides(tree)
    for captions in list(caption_lists(tree)):
        drop(captions)
    for table in list(elements(tree, "table")):
        if is_layout(table):
            flatten(table)


def drop_other_articles(tree: HtmlElement) -> None:
    """Takes out the articles beside the one with the page's headline: they are other stories, however long."""
    articles = list(elements(tree, "article"))
    own = with_the_title(tree, [article for article in articles if headline_of(article)])
    if not own:
        return
    related = {
        node for article in own for node in (article, *article.iterancestors(), *article.iterdescendants())
    }
    if sum(map(letters, own)) >= HEADLINE_ONLY:
        for article in articles:
            if article not in related:
                drop(article)


def with_the_title(tree: HtmlElement, articles: list[HtmlElement]) -> list[HtmlElement]:
    """Of several articles with headlines, as where the next story follows on, those that the page is titled by."""
    title = words(short_text(next(elements(tree, "title"), None)))
    named = [article for article in articles if title[: len(headline := headline_of(article))] == headline]
    return named or articles


def headline_of(article: HtmlElement) -> tuple[str, ...]:
    """The words of an article's first main heading."""
    return words(short_text(next(elements(article, "h1"), None)))


def drop_teasers(tree: HtmlElement) -> None:
    """Takes out lists of other stories: rows of small articles with linked headlines, and what is named so."""
    for element in list(elements(tree, "article", *RELATED_TAGS)):
        if element.getparent() is None or next(elements(element, "h1"), None) is not None:
            continue
        is_card = element.tag == "article" and is_short(element) and count_linked_headings(element) > 0
        named = element.tag != "article" and RELATED.search((element.get("class") or "").lower())
        if is_card or (named and count_linked_headings(element) >= FEWEST_TEASERS):
            drop(element)


def count_linked_headings(element: HtmlElement) -> int:
    """How many headings in an element lead elsewhere."""
    headings = elements(element, "h2", "h3", "h4", "h5")
    return sum(
        next(heading.iterancestors("a"), None) is not None or next(elements(heading, "a"), None) is not None
        for heading in headings
    )


def letters(element: HtmlElement) -> int:
    """How many characters an element holds, without the blanks that markup is set with."""
    return sum(len(text.strip()) for text in element.itertext())


def drop_asides(tree: HtmlElement) -> None:
    """Takes out short elements that their class names as no part of the text."""
    for element in list(elements(tree, *ASIDES)):
        if is_named_aside(element) and is_short(element) and next(elements(element, "h1"), None) is None:
            drop(element)


def caption_lists(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Lists right below a picture whose few items end as captions do, without a stop."""
    for element in elements(tree, "ul"):
        above = element.getprevious()
        if above is not None and above.tag == "figure":
            items = [short_text(item, LONGEST_CAPTION) for item in elements(element, "li")]
            if 0 < len(items) <= MOST_CAPTIONS and not any(map(ends_a_sentence, items)) and all(items):
                yield element


def is_named_aside(element: HtmlElement) -> bool:
    """Whether an element's name says that it stands beside the text."""
    return element.tag == "figcaption" or any(map(NAMED.search, names_of(element)))


def names_of(element: HtmlElement) -> list[str]:
    """The classes and the id of an element, in lower case, but for those that name its subject: a heading's id does."""
    names = (element.get("class") or "").lower().split()
    if element.tag not in {"h2", "h3", "h4"} and not is_anchor(element):
        names.append((element.get("id") or "").lower())
    return [name for name in names if not name.startswith(SUBJECT_CLASSES)]


def is_anchor(element: HtmlElement) -> bool:
    """Whether an element's id spells the heading in it: an address within the page, as "menus-for-a-small-wedding"."""
    own = words((element.get("id") or "").replace("_", " ").lower())
    if len(own) < ANCHOR_WORDS:
        return False
    return words(short_text(next(elements(element, "h1", "h2", "h3", "h4"), None)))[: len(own)] == own


def is_short(element: HtmlElement) -> bool:
    """Whether an element holds a few words at most; an empty one does."""
    return short_text(element, LONGEST_ASIDE) != "" or not has_words(element)


def has_words(element: HtmlElement) -> bool:
    """Whether an element holds any words."""
    return any(map(str.strip, element.itertext()))


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page."""
    cells = own_cells(table)
    parts = PAGE_PARTS if is_grid(cells) else LAID_OUT
    return any(
        next(elements(cell, *parts), None) is not None or len(words("".join(cell.itertext()))) > LONGEST_CELL
        for cell in cells
    )


def is_grid(cells: Sequence[HtmlElement]) -> bool:
    """Whether most rows of a table have several cells with words in them."""
    filled = Counter(cell.getparent() for cell in cells if has_words(cell))
    rows = sum(count > 1 for count in filled.values())
    return rows >= FEWEST_ROWS and rows >= ROWS_OF_CELLS * len(filled)


def own_cells(table: HtmlElement) -> list[HtmlElement]:
    """The cells of a table, without those of tables in it."""
    return [cell for cell in elements(table, "td", "th") if next(cell.iterancestors("table"), None) is table]


def flatten(table: HtmlElement) -> None:
    """Makes a table's parts plain divisions."""
    for part in [table, *elements(table, *TABLE_PARTS[1:])]:
        if part is table or next(part.iterancestors("table"), table) is table:
            part.tag = "div"

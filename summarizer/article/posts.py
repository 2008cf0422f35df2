"""Embedded social media posts, as markup and as pasted text: the words, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from summarizer.article.paragraphs import Draft, Paragraph, PostHead, tidy
from summarizer.article.tree import class_words, elements, short_text, text_of
from summarizer.text.dates import MONTH

# Class of the embed's element -> platform.
EMBEDS = (
    (re.compile(r"(?:^|\s)(?:twitter-(?:tweet|video|embed)|x-embed|tweet-embed|embedded-tweet)"), "X"),
    (re.compile(r"(?:^|\s)(?:truthsocial-embed|truth-social|truthsocial)"), "Truth Social"),
    (re.compile(r"(?:^|\s)(?:bluesky-(?:embed|post)|bsky-embed)"), "Bluesky"),
    (re.compile(r"(?:^|\s)(?:mastodon-(?:embed|post))"), "Mastodon"),
    (re.compile(r"(?:^|\s)(?:instagram-media)"), "Instagram"),
    (re.compile(r"(?:^|\s)(?:text-post-media|threads-(?:embed|post))"), "Threads"),
    (re.compile(r"(?:^|\s)(?:tiktok-embed)"), "TikTok"),
    (re.compile(r"(?:^|\s)(?:fb-(?:post|xfbml-parse-ignore)|facebook-(?:embed|post))"), "Facebook"),
    (re.compile(r"(?:^|\s)(?:telegram-(?:post|embed))"), "Telegram"),
    (re.compile(r"(?:^|\s)(?:reddit-(?:card|embed))"), "Reddit"),
)
HOSTS = (
    (re.compile(r"//(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status", re.IGNORECASE), "X"),
    (re.compile(r"//(?:www\.)?truthsocial\.com/@", re.IGNORECASE), "Truth Social"),
    (re.compile(r"//(?:www\.)?bsky\.app/profile/.+/post", re.IGNORECASE), "Bluesky"),
    (re.compile(r"//(?:www\.)?threads\.(?:net|com)/@", re.IGNORECASE), "Threads"),
    (re.compile(r"//(?:www\.)?instagram\.com/(?:p|reel|tv)/", re.IGNORECASE), "Instagram"),
    (re.compile(r"//(?:www\.|vm\.)?tiktok\.com/", re.IGNORECASE), "TikTok"),
    (re.compile(r"//(?:www\.|m\.)?facebook\.com/.+/(?:posts|videos)/", re.IGNORECASE), "Facebook"),
    (re.compile(r"//t\.me/\w+/\d+", re.IGNORECASE), "Telegram"),
    (re.compile(r"//[\w.-]+/@\w+/\d{6,}", re.IGNORECASE), "Mastodon"),
)
DATE = rf"(?:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\.?\s+{MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
HANDLE = r"@[\w.-]+(?:@[\w.-]+\w)?"
# "— Jane Doe (@jane) April 9, 2025", the line that X's own embed ends with and that copying keeps.
SIGNATURE = re.compile(
    rf"(?:^|(?<=\s))(?:—|–|--|-|&mdash;)\s*(?P<name>[^—\n]{{1,120}}?)\s*\((?P<handle>{HANDLE})\)\s*[·,]?\s*"
    rf"(?P<date>(?:\d{{1,2}}:\d{{2}}\s*[AP]M\s*[·-]?\s*)?{DATE}(?:\s+at\s+[\d:]+\s*(?:[AP]M)?)?)?\s*$"
)
TRAILING_LINK = re.compile(
    r"\s*(?:\(?(?:https?://|pic\.[\w-]+\.\w+/|t\.co/|(?:www\.)?(?:bit\.ly|buff\.ly|ow\.ly|instagr\.am|youtu\.be)/)\S*?\)?[…]?)$"
)
INVITATION = re.compile(
    r"^(?:view|see|read|watch) (?:this|the|original|on|more|full)\b.{0,60}$|^a post shared by\b.*$",
    re.IGNORECASE,
)
# "Jane Doe @jane" above a post, "Posted by Jane Doe on …" under one.
OWNER = re.compile(rf"(?P<name>[^@]{{0,80}}?)\s*\(?(?P<handle>{HANDLE})")
POSTED_BY = re.compile(r"\bposted by (?P<name>.{1,80}?) on\b", re.IGNORECASE)
FEWEST_WORDS = 2
LONGEST_POST = 5000  # characters; a longer element only happens to be named like an embed
SIGNED_WITHIN = 400  # characters from the end in which a signature has to stand
MARK = "\ue000"  # private use: cannot be in a cleaned page's words
MARKED = re.compile(f"{MARK}(\\d+){MARK}")


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post taken from the markup."""

    head: PostHead
    text: str


def take_posts(tree: HtmlElement) -> tuple[FoundPost, ...]:
    """Takes the posts out of the tree; a paragraph with the post's mark and words stands in each one's place."""
    found: list[FoundPost] = []
    for element, platform in list(embeds(tree)):
        if element.getroottree().getroot() is not tree.getroottree().getroot():
            continue  # stood inside an embed that is gone already
        post = read_embed(element, platform)
        stand_in = element.makeelement("p")
        if post is not None:
            stand_in.text = f"{MARK}{len(found)}{MARK} {post.text}"
            found.append(post)
        replace_element(element, stand_in)
    return tuple(found)


def replace_element(element: HtmlElement, stand_in: HtmlElement) -> None:
    """Puts `stand_in` where `element` was and keeps the text after it."""
    parent = element.getparent()
    if parent is not None:
        stand_in.tail = element.tail
        parent.replace(element, stand_in)


def embeds(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Elements that hold a post, outermost first, with their platform."""
    for element in elements(tree, "blockquote", "div", "figure", "section", "article", "aside"):
        named = class_words(element)
        platform = next((platform for pattern, platform in EMBEDS if pattern.search(named)), None)
        if element.tag == "blockquote" and platform is None:
            platform = platform_of_blockquote(element)
        if platform is not None and short_text(element, LONGEST_POST):
            yield element, platform


def platform_of_blockquote(element: HtmlElement) -> str | None:
    """A quotation that cites a post's address or is signed as posts are."""
    addresses = [element.get("cite") or "", *(link.get("href") or "" for link in elements(element, "a"))]
    cited = next(
        (platform for address in addresses for pattern, platform in HOSTS if pattern.search(address)), None
    )
    signed = signature_of(short_text(element, LONGEST_POST))
    return cited if cited and (signed or element.get("cite")) else "X" if signed else None


def read_embed(element: HtmlElement, platform: str) -> FoundPost | None:
    """Words and owner of an embed; None when it shows no words, as before its script has run."""
    whole = text_of(element)
    signature = signature_of(whole)
    lines = [
        line for part in elements(element, "p") if (line := text_of(part)) and not INVITATION.match(line)
    ]
    words = " ".join(line for line in lines if not SIGNATURE.fullmatch(line))
    if not lines and signature:
        words = whole
    text = post_words(words[: found.start()] if (found := signature_of(words)) else words)
    if len(text.split()) < FEWEST_WORDS or INVITATION.match(text):
        return None
    head = head_of(platform, signature) if signature else shown_head(platform, element, whole, text)
    return FoundPost(head, text)


def shown_head(platform: str, element: HtmlElement, whole: str, text: str) -> PostHead:
    """Whose post, where no signature says it: from what stands before and after the words, then from its address."""
    before, _, after = whole.partition(text[:40])
    owner = OWNER.match(before)
    posted = POSTED_BY.search(after)
    date = re.search(DATE, f"{before} {after}")
    name = (owner["name"] if owner else None) or (posted["name"] if posted else None)
    handle = (owner["handle"] if owner else None) or handle_in_links(element)
    return PostHead(platform, tidy(name or "") or None, handle, date.group() if date else None)


def signature_of(text: str) -> re.Match[str] | None:
    """The signature that a text ends with. Looked for near the end, which keeps hostile text linear."""
    return SIGNATURE.search(text, max(0, len(text) - SIGNED_WITHIN))


def head_of(platform: str, signature: re.Match[str]) -> PostHead:
    """Whose post, from its signature."""
    return PostHead(platform, tidy(signature["name"]) or None, signature["handle"], signature["date"])


def handle_in_links(element: HtmlElement) -> str | None:
    """The account in the address of the post."""
    for link in elements(element, "a"):
        found = re.search(r"//[\w.]+/(?:@)?([\w.]+)/(?:status|post|video)/", link.get("href") or "")
        if found:
            return f"@{found.group(1)}"
    return None


def post_words(text: str) -> str:
    """A post's own words, without the links to its pictures."""
    text = tidy(text)
    while (shorter := TRAILING_LINK.sub("", text).rstrip()) != text:
        text = shorter
    return text


def restore_posts(paragraphs: tuple[Paragraph, ...], found: tuple[FoundPost, ...]) -> tuple[Paragraph, ...]:
    """The marked paragraphs as posts again."""
    return tuple(restored for paragraph in paragraphs for restored in restore(paragraph, found))


def restore(paragraph: Paragraph, found: tuple[FoundPost, ...]) -> Iterator[Paragraph]:
    """The posts whose marks a paragraph carries; itself when it carries none."""
    numbers = [int(number) for number in MARKED.findall(paragraph.text)]
    if not numbers:
        yield paragraph
        return
    before = tidy(paragraph.text[: paragraph.text.index(MARK)])
    if before:
        yield Paragraph(before, paragraph.kind, entry=paragraph.entry)
    for number in numbers:
        if number < len(found):
            yield Paragraph(found[number].text, "post", found[number].head, entry=paragraph.entry)


def find_pasted_posts(draft: Draft) -> Draft:
    """Posts in pasted text: a paragraph, then its signature, on a line of its own or at the paragraph's end."""
    kept: list[Paragraph] = []
    for paragraph in draft.paragraphs:
        signature = signature_of(paragraph.text) if paragraph.post is None else None
        if signature is None or signature["date"] is None:
            # Without a date it may be the reporter's own handle under the story.
            kept.append(paragraph)
            continue
        own = post_words(paragraph.text[: signature.start()])
        if not own and kept and kept[-1].post is None:
            own = post_words(kept.pop().text) or (kept.pop().text if kept and kept[-1].post is None else "")
        if own:
            kept.append(Paragraph(own, "post", head_of("X", signature), entry=paragraph.entry))
    return Draft(tuple(kept), draft.dropped)

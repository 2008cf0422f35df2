"""Differences, voices and running stories in words that every rendering shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from handlers.render.escape import plain
from handlers.render.wording import counted, figure_words, host_of, joined, moment_words
from summarizer.model import Claim, ClaimsDiffer, DigestStory, OutletLink, Voice

DENIED = "Denied"
MOST_NAMED = 3  # outlets beside one value; further ones are counted


def differ_heading(differ: ClaimsDiffer) -> str:
    """Outlets disagree on people missing; Updated, people missing, where one source corrects itself."""
    about = plain(differ.about or "")
    if differ.kind == "update":
        return f"Updated, {about}" if about else "Updated"
    outlets = {name for claim in differ.claims for name in claim.outlets}
    who = "Outlets" if len(outlets) > 1 else "Sources"
    return f"{who} disagree on {about}" if about else f"{who} disagree"


def differ_sign(differ: ClaimsDiffer) -> str:
    """What stands between the values: an arrow where the later one replaces the earlier."""
    return " \N{RIGHTWARDS ARROW} " if differ.kind == "update" else "; "


def claim_words(claim: Claim) -> str:
    """Who gives a value, where and when: "the coast guard, in Courier and Mercury, 11 March 2026, 11:20 UTC"."""
    outlets = joined(named_outlets(claim.outlets))
    source = plain(claim.source or "")
    where = f"{source}, in {outlets}" if source else outlets
    return f"{where}, {moment_words(claim.at)}" if claim.at else where


def named_outlets(outlets: tuple[str, ...]) -> list[str]:
    names = [plain(name) for name in outlets]
    more = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], *([counted(more, "more outlet")] if more > 0 else [])]


def value_words(claim: Claim) -> str:
    """The value as its article writes it."""
    return figure_words(claim.figure)


def outlet_labels(outlets: Iterable[OutletLink]) -> list[tuple[str, str]]:
    """Each article's outlet and address; an outlet's second article is "Courier (2)"."""
    seen: Counter[str] = Counter()
    labels = []
    for link in outlets:
        name = link.outlet or host_of(link.url)
        seen[name] += 1
        labels.append((f"{name} ({seen[name]})" if seen[name] > 1 else name, link.url))
    return labels


def outlet_links(story: DigestStory, link: Callable[[str, str], str]) -> dict[str, list[str]]:
    """The links of a story by outlet, each made of a label and an address."""
    links: dict[str, list[str]] = defaultdict(list)
    for one, (label, url) in zip(story.outlets, outlet_labels(story.outlets), strict=True):
        links[one.outlet].append(link(label, url))
    return links


def outlet_groups(story: DigestStory) -> list[tuple[str, tuple[str, ...]]]:
    """A story's outlets by voice: ("AP, in 2 outlets", names) or ("", (name,))."""
    if not story.voices:
        return [("", (name,)) for name in dict.fromkeys(link.outlet for link in story.outlets)]
    return [(voice_label(voice), voice.outlets) for voice in story.voices]


def voice_label(voice: Voice) -> str:
    if len(voice.outlets) == 1:
        return ""
    return f"{plain(voice.agency or '') or 'one text'}, in {counted(len(voice.outlets), 'outlet')}"


def carrier_words(story: DigestStory) -> str:
    """The outlets in one phrase: "Courier, Mercury; NP, in 2 outlets: Examiner, Standard"."""
    alone = [plain(names[0]) for label, names in outlet_groups(story) if not label]
    together = [f"{label}: {', '.join(map(plain, names))}" for label, names in outlet_groups(story) if label]
    return "; ".join([*([", ".join(name for name in alone if name)] if any(alone) else []), *together])


def running_words(story: DigestStory) -> str:
    """That the story goes on, from how many articles the reader knows it, and how much of it is new."""
    if not story.earlier:
        return ""
    news = counted(story.fresh, "new statement") if story.fresh else "nothing new was said"
    return f"goes on from {counted(story.earlier, 'earlier article')}: {news}"

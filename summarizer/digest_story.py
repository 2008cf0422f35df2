"""One story of a digest: what happened, who said what, what differs, each thing once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from summarizer.brief.fit import is_fit, is_told
from summarizer.brief.folded import fold_into_lead
from summarizer.brief.numbers import is_same_figure, merge_figures
from summarizer.brief.weights import setting_of, weight
from summarizer.brief.words import stems
from summarizer.differ import (
    claims_that_differ,
    find_timeline,
    gives,
    older_tellings,
    opposed_statements,
    overtaken,
)
from summarizer.differ.claims import outlet_of
from summarizer.differ.quantity import is_of_the_past
from summarizer.merge import merge, tells
from summarizer.merge.names import name_key
from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Claim,
    ClaimsDiffer,
    DigestStory,
    Evidence,
    KeyFigure,
    Line,
    Opposed,
    OutletLink,
    Timeline,
    Voice,
    age,
    newest_first,
)
from summarizer.text.names import shared_surnames

MOST_BULLETS, FEWEST_BULLETS, MOST_FIGURES = 4, 2, 3
OPENING = 400  # characters of an article that say what happened
AGENCY_LINE = re.compile(r"[A-Z][^\n()]{1,60}\(([A-Z][A-Za-z]{1,14})\)\s*[—–-]")


@dataclass(frozen=True, slots=True)
class Group:
    """The briefs of one story: today's, and those that an earlier digest told."""

    briefs: tuple[Brief, ...]
    earlier: tuple[Brief, ...]
    voices: Mapping[str, str]  # by article address: the address of the article whose text it prints


@dataclass(frozen=True, slots=True)
class Told:
    """A story as it is told, with all of its statements and figures, told or not."""

    story: DigestStory
    bullets: tuple[Bullet, ...]
    figures: tuple[KeyFigure, ...]

    @property
    def is_old(self) -> bool:
        """Whether the story goes on with nothing new."""
        return self.story.earlier > 0 and not self.story.fresh


@dataclass(frozen=True, slots=True)
class Differences:
    """Where the articles of a story differ, as far as today's have a part in it."""

    differ: tuple[ClaimsDiffer, ...]
    opposed: tuple[Opposed, ...]
    timeline: Timeline | None

    @property
    def sides(self) -> list[Bullet]:
        """The statements that stand against each other."""
        return [bullet for pair in self.opposed for bullet in (pair.first, pair.second)]

    @property
    def proofs(self) -> list[Evidence]:
        """The passages that give the values that differ."""
        return [proof for one in self.differ for claim in one.claims for proof in claim.evidence]

    @property
    def overtaken(self) -> tuple[Evidence, ...]:
        """The passages that give a value which a later one has overtaken."""
        return overtaken(self.differ)


def tell(group: Group) -> Told:
    """One story from all its briefs."""
    articles, before = distinct_articles(group.briefs), distinct_articles(group.earlier)
    shared = shared_surnames(article.text for article in articles)
    bullets = merge([bullet for brief in group.briefs for bullet in brief.statements], shared)
    figures = merge_figures(key for brief in group.briefs for key in brief.figures)
    known = [key for brief in group.earlier for key in brief.figures]
    fresh = new_bullets(bullets, [bullet for brief in group.earlier for bullet in brief.statements])
    latest = (
        group.briefs[::-1] if before else group.briefs
    )  # of a story that goes on the last to come says what is new
    newest, leads = newest_first(distinct_articles(latest)), choose_lead(latest)
    others = [line for brief in group.briefs for line in brief.lead if line not in leads]
    leads, told = fold_into_lead(leads, bullets, others)
    lead = next(iter(leads), None)
    found = find_differences(group, bullets, fresh, figures)
    old = (*found.overtaken, *older_tellings(bullets, leads, articles))
    passed = {*found.sides, *told}
    untold = [bullet for bullet in fresh or bullets if bullet not in passed and not gives(bullet, old)]
    shown = choose_bullets(elsewhere_last(untold, found.proofs), articles, lead, group.voices)
    story = DigestStory(
        headline(newest, lead),
        tuple(outlet_link(article) for article in titled_first(articles, newest)),
        lead,
        shown,
        choose_figures(figures, known, [*found.proofs, *old], newest),
        more=len(
            {bullet for bullet in bullets if bullet.source or bullet not in told} - {*shown, *found.sides}
        ),
        voices=voices_of(articles, group.voices),
        differ=found.differ,
        opposed=found.opposed,
        earlier=len(before),
        fresh=len(fresh) if before else 0,
        timeline=found.timeline,
    )
    return Told(story, bullets, figures)


def find_differences(
    group: Group, bullets: Sequence[Bullet], fresh: Sequence[Bullet], figures: Sequence[KeyFigure]
) -> Differences:
    """What differs between today's articles and between them and earlier ones; what differed before is told already."""
    today = distinct_articles(group.briefs)
    pages = [*distinct_articles(group.earlier), *today]
    if len(pages) == 1:
        return Differences((), opposed_statements(bullets), None)
    counted = [*(key for brief in group.earlier for key in brief.figures), *figures]
    urls = {article.url for article in today}
    timeline = find_timeline(pages, counted)
    return Differences(
        tuple(one for one in claims_that_differ(pages, counted) if has_part(one.claims, urls)),
        opposed_today(group, bullets, fresh),
        timeline if timeline and has_part(timeline.points, urls) else None,
    )


def has_part(claims: Sequence[Claim], urls: Collection[str]) -> bool:
    """Whether one of the articles gives one of the values."""
    return any(proof.url in urls for claim in claims for proof in claim.evidence)


def opposed_today(group: Group, bullets: Sequence[Bullet], fresh: Sequence[Bullet]) -> tuple[Opposed, ...]:
    """Denials of today with what they deny, today or earlier; an earlier denial was told already."""
    before = [bullet for brief in group.earlier for bullet in brief.statements]
    pairs = opposed_statements([*bullets, *before])
    return tuple(pair for pair in pairs if pair.second in fresh)


def page_key(article: Article) -> str:
    """What an article is known by among others: one address, whichever way it was reached."""
    return article.canonical_url or article.url


def distinct_articles(briefs: Sequence[Brief]) -> list[Article]:
    found: dict[str, Article] = {}
    for brief in briefs:
        for article in brief.articles:
            found.setdefault(page_key(article), article)
    return list(found.values())


def outlet_link(article: Article) -> OutletLink:
    return OutletLink(outlet_of(article), article.canonical_url or article.url, article.title or "")


def voices_of(articles: Sequence[Article], voices: Mapping[str, str]) -> tuple[Voice, ...]:
    """The outlets by the text they print; the agency when one of a text's articles credits it.

    An outlet that writes twice is one voice.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[voices.get(article.url, article.url)].append(article)
    found: dict[tuple[str, ...], Voice] = {}
    for group in groups.values():
        outlets = tuple(dict.fromkeys(outlet_of(article) for article in group))
        agency = next(filter(None, map(agency_of, group)), None) if len(outlets) > 1 else None
        found.setdefault(outlets, Voice(outlets, agency))
    return tuple(found.values())


def agency_of(article: Article) -> str | None:
    """The agency the page credits, or the one in brackets behind its place line: "ALDERMOUTH (NP) —"."""
    opening = AGENCY_LINE.match(article.text)
    return article.agency or (opening[1] if opening else None)


def headline(newest: Sequence[Article], lead: Line | None) -> str:
    """The title of the newest page that has one; without any the lead stands in for it."""
    title = next((article.title for article in newest if article.title), None)
    return title or (lead.text if lead else newest[0].url)


def titled_first(articles: Sequence[Article], newest: Sequence[Article]) -> list[Article]:
    """The articles in order of arrival behind the one that gives the headline."""
    first = next((article for article in newest if article.title), newest[0])
    return [first, *(article for article in articles if article is not first)]


def choose_lead(briefs: Sequence[Brief]) -> tuple[Line, ...]:
    """What happened, in the words of the newest page that says it.

    Of what the pages share at their tops it says more than half as much as the lead that says most: what says less is
    colour, or an introduction. Of pages of one moment, or without one, the first that opens with it: further down the
    opening sentence was somebody's statement.
    """
    led = [brief for brief in briefs if brief.lead]
    shared = shared_at_the_top(distinct_articles(briefs))
    said = [len(stems(brief.lead[0].text) & shared) for brief in led]
    telling = [
        brief for brief, count in zip(led, said, strict=True) if 2 * count > max(said) or not any(said)
    ]
    first = min(
        telling, key=lambda brief: (age(page_of(brief.lead[0], brief)), depth_of(brief.lead[0])), default=None
    )
    return first.lead[:1] if first else ()


def shared_at_the_top(articles: Sequence[Article]) -> frozenset[str]:
    """The stems that at least two of the articles have in their titles and first sentences."""
    tops = [stems(f"{page.title or ''} {' '.join(page.text[:OPENING].split())}") for page in articles]
    counts = Counter(stem for top in tops for stem in top)
    return frozenset(stem for stem, count in counts.items() if count > 1)


def page_of(line: Line, brief: Brief) -> Article:
    """The article that a line of the brief stands in."""
    return next((article for article in brief.articles if article.url == line.evidence[0].url), brief.article)


def depth_of(lead: Line) -> int:
    """Where in its article a lead stands."""
    return lead.evidence[0].span.start


def new_bullets(bullets: Sequence[Bullet], before: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """The bullets that no earlier one says already."""
    return tuple(bullet for bullet in bullets if not any(tells(old, bullet) for old in before))


def elsewhere_last(bullets: Sequence[Bullet], told: Sequence[Evidence]) -> list[Bullet]:
    """The bullets without those that give a value which is told among the claims that differ, unless few are left."""
    rest = [bullet for bullet in bullets if bullet.kind == "direct" or not gives(bullet, told)]
    return rest if len(rest) >= FEWEST_BULLETS else list(bullets)


def choose_figures(
    figures: Sequence[KeyFigure],
    known: Sequence[KeyFigure],
    told: Sequence[Evidence],
    articles: Sequence[Article],
) -> tuple[KeyFigure, ...]:
    """New figures before known ones, each amount once and none that is told already.

    What is counted now comes before the dead of another accident, then what the newest of `articles` gives, then what
    most of them give.
    """
    pages = {article.url: article for article in articles}
    amounts: dict[object, list[KeyFigure]] = defaultdict(list)
    for key in figures:
        if not gives(key, told):
            figure = key.figure
            amounts[figure.value, figure.low, figure.high, figure.unit].append(key)

    def rank(same: Sequence[KeyFigure]) -> tuple[bool, bool, bool, int]:
        is_known = any(is_same_figure(old.figure, same[0].figure) for old in known)
        proofs = [proof for key in same for proof in key.evidence]
        is_past = all(proof.url in pages and is_of_the_past(pages[proof.url], proof.span) for proof in proofs)
        urls = {proof.url for proof in proofs}
        return is_known, is_past, articles[0].url not in urls, -len(urls)

    return tuple(same[0] for same in sorted(amounts.values(), key=rank)[:MOST_FIGURES])


def choose_bullets(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Line | None,
    voices: Mapping[str, str],
) -> tuple[Bullet, ...]:
    """The weightiest bullet of each of the weightiest sources; a second one only when sources are few."""
    setting = setting_of(bullets, articles, [lead] if lead else [], voices)
    fresh = [bullet for bullet in bullets if is_fit(bullet) and not is_told(bullet, setting)]
    ranked = sorted(fresh, key=lambda bullet: -weight(bullet, setting))
    first: list[Bullet] = []
    second: list[Bullet] = []
    seen: set[tuple[str, ...]] = set()
    for bullet in ranked:
        source = name_key(bullet.source.name) if bullet.source else ()
        (second if source in seen or bullet.source is None else first).append(bullet)
        seen.add(source)
    few = first[:MOST_BULLETS]
    return tuple(few + second[: max(0, FEWEST_BULLETS - len(few))])

"""Which statements a brief shows: the few that an editor would miss, within what is read in twenty seconds."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.brief.leaning import Known, known_from, leaning_of
from summarizer.brief.shorten import shortened
from summarizer.brief.words import every_stem, run_of, stems
from summarizer.merge.names import name_key
from summarizer.model import Article, Bullet, Line

# Learned from what editors hold to be a must, worth having, or no loss on 26 real pages (docs/quality.md): what
# each feature of a statement counts; the two of leaning are set by hand (docs/decisions.md). Below LEAST_WEIGHT a line tells an editor nothing.
WEIGHTS = {
    "early": 0.14,
    "in the first fifth": -0.03,
    "quotation": 0.15,
    "partly quoted": 0.14,
    "role": -0.02,
    "name in capitals": 0.19,
    "number": 0.02,
    "words of the headline": 0.08,
    "words of the lead": 0.08,
    "source in the headline": 0.08,
    "source in the lead": -0.06,
    "much said by the source": -0.17,
    "length": 0.07,
    "short": -0.17,
    "decides": 0.01,
    "opens leaning": -0.5,
    "leans": -0.07,
    "asks": -0.09,
    "several outlets": 0.0,
    "nobody's": -0.33,
    "post": -0.02,
    "common words of the article": -0.06,
    "often used words": -0.12,
}
LEAST_WEIGHT = 0.3
BIAS = 0.36
# A line of so many words has to be worth twice a very short one.
WORDS_OF_PRICE = 18
# Of two sources the one that says twice as much comes first, though it comes in half the article later.
WEIGHT_OF_COUNT = 0.5
FIRST_FIFTH, SHORT, OFTEN = 0.2, 6, 4
# What a reader takes in on one screen: the brief's words hold the lead, the lines and the names and roles above them.
MOST_BULLETS, MOST_WORDS = 12, 217
ENOUGH_BULLETS = 6  # as many are shown, whatever they weigh
# A line of fewer words tells nothing: "Finished"; one that asks or leans needs more: "May I go on?", "That was it".
FEWEST_WORDS, FEWEST_WORDS_LEANING = 3, 7
DENIES = re.compile(r"\b(?:not|no|never)\b", re.IGNORECASE)
# Who only asks is no source.
ASKS = re.compile(r"\b(?:reporters?|journalists?|interviewer|presenter|moderator)$", re.IGNORECASE)
DECIDES = re.compile(
    r"\b(?:accus|den(?:y|ie)|warn|vow|announc|call(?:ed|s|ing)? (?:on|for)|demand|urg|reject|refus|apolog|admit|confirm|promis|order|sue|charg|blam|condemn|criticis|criticiz)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the statements of one brief are weighed against."""

    lengths: Mapping[str, int]
    title: frozenset[str]
    lead: frozenset[str]
    lead_text: str
    counts: Counter[tuple[str, ...]]
    voices: Mapping[str, str]
    often: Mapping[str, int]
    known: Known


def setting_of(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Sequence[Line],
    voices: Mapping[str, str] | None = None,
) -> Setting:
    """The setting of the statements of some articles; `voices` (by address) makes one of articles that print one text."""
    return Setting(
        {article.url: len(article.text) for article in articles},
        frozenset(
            stem_of
            for article in articles
            for stem_of in stems(f"{article.title or ''} {article.standfirst or ''}")
        ),
        frozenset(stem_of for line in lead for stem_of in stems(line.text)),
        run_of(" ".join(line.text for line in lead)),
        Counter(source_key(bullet) for bullet in bullets),
        voices or {},
        Counter(stem_of for article in articles for stem_of in every_stem(article.text)),
        known_from(articles, lead),
    )


def features(bullet: Bullet, setting: Setting, shown: Bullet | None = None) -> dict[str, float]:
    """What a statement is weighed by, each about 0 to 1, under the names of `WEIGHTS`; `shown` is what is printed of it."""
    at = depth(bullet, setting.lengths)
    words = stems(bullet.line)
    size = len(bullet.line.split())
    name = stems(bullet.source.name if bullet.source else "")
    leans = leaning_of(shown or bullet, setting.known)
    said_in = {setting.voices.get(proof.url, proof.url) for proof in bullet.evidence}
    return {
        "early": 1 - at,
        "in the first fifth": float(at < FIRST_FIFTH),
        "quotation": float(bullet.kind == "direct"),
        "partly quoted": float(bullet.kind == "mixed"),
        "role": float(bool(bullet.source and bullet.source.role)),
        "name in capitals": float(bool(bullet.source and bullet.source.name[:1].isupper())),
        "number": float(bool(re.search(r"\d", bullet.line))),
        "words of the headline": min(1.0, len(words & setting.title) / 4),
        "words of the lead": min(1.0, len(words & setting.lead) / 6),
        "source in the headline": float(bool(name & setting.title)),
        "source in the lead": float(bool(name & setting.lead)),
        "much said by the source": min(1.0, setting.counts[source_key(bullet)] / 6),
        "length": min(1.0, size / 40),
        "short": float(size < SHORT),
        "decides": float(bool(DECIDES.search(f"{bullet.cue or ''} {bullet.line[:40]}"))),
        "opens leaning": float(any(one.is_first for one in leans)),
        "leans": float(bool(leans)),
        "asks": float(bullet.line.rstrip("”\"’'").endswith("?")),
        "several outlets": min(1.0, math.log2(len(said_in))) if said_in else 0.0,
        "nobody's": float(bullet.source is None),
        "post": float(bullet.post is not None),
        "common words of the article": sum(
            math.log(setting.often[word]) for word in words if setting.often.get(word)
        )
        / (3 * len(words) or 1),
        "often used words": sum(setting.often.get(word, 0) >= OFTEN for word in words) / (len(words) or 1),
    }


def depth(bullet: Bullet, lengths: Mapping[str, int]) -> float:
    """How far down its article a bullet first stands: 0 at the top, 1 at the end."""
    return min(proof.span.start / max(lengths.get(proof.url, 1), 1) for proof in bullet.evidence)


def source_key(bullet: Bullet) -> tuple[str, ...]:
    return name_key(bullet.source.name) if bullet.source else ()


def weight(bullet: Bullet, setting: Setting, shown: Bullet | None = None) -> float:
    """How much an editor would miss the statement."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in features(bullet, setting, shown).items())


def choose(
    bullets: Sequence[Bullet], articles: Sequence[Article], lead: Sequence[Line]
) -> tuple[tuple[Bullet, ...], tuple[Bullet, ...]]:
    """What is shown, grouped by source, the source that makes the news first; and everything else, in the order given."""
    setting = setting_of(bullets, articles, lead)
    wanted = setting.title | setting.lead
    short = {at: shortened(one, wanted, setting.known) for at, one in enumerate(bullets) if is_fit(one)}
    weights = {at: weight(bullets[at], setting, shown) for at, shown in short.items()}
    left = MOST_WORDS - sum(len(line.text.split()) for line in lead)
    taken: list[int] = []
    for at in sorted(weights, key=lambda at: (-weights[at] / price(short[at]), at)):
        cost = words_of(short[at]) + words_of_heading(short[at], (short[one] for one in taken))
        if len(taken) == MOST_BULLETS or cost > left:
            continue
        if weights[at] <= LEAST_WEIGHT and len(taken) >= ENOUGH_BULLETS:
            continue
        if is_told(short[at], setting.lead_text, (short[one] for one in taken)):
            continue
        taken.append(at)
        left -= cost
    shown = by_source([short[at] for at in sorted(taken)], setting)
    more = [bullet for at, bullet in enumerate(bullets) if at not in taken or short[at].is_cut]
    return shown, without_parts(more, shown)


def without_parts(more: Sequence[Bullet], shown: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """What is not shown, without what another statement of the same source, from the same place, holds word for word."""
    words = {bullet: run_of(bullet.text) for bullet in (*shown, *more)}
    whole = [bullet for bullet in (*shown, *more) if not bullet.is_cut]

    def is_part(bullet: Bullet) -> bool:
        return any(
            other is not bullet
            and source_key(other) == source_key(bullet)
            and words[bullet] in words[other]
            and is_from_within(bullet, other)
            and (len(words[bullet]) < len(words[other]) or whole.index(other) < whole.index(bullet))
            for other in whole
        )

    return tuple(bullet for bullet in more if not is_part(bullet))


def is_from_within(bullet: Bullet, other: Bullet) -> bool:
    """Whether every proof of `bullet` lies in one of `other`."""
    return all(
        any(
            one.url == two.url and two.span.start <= one.span.start and one.span.end <= two.span.end
            for two in other.evidence
        )
        for one in bullet.evidence
    )


def price(bullet: Bullet) -> float:
    return 1 + words_of(bullet) / WORDS_OF_PRICE


def is_fit(bullet: Bullet) -> bool:
    """Whether the line may be shown: somebody is credited, and it tells something that is understood alone."""
    if bullet.source is None and (bullet.cue or bullet.kind != "indirect") and not bullet.via:
        return False
    if bullet.source and ASKS.search(bullet.source.name):
        return False
    size = min(len(bullet.line.split()), len(bullet.text.split()))
    if DENIES.search(bullet.text):
        return size > 1  # "Not guilty"
    asks = bullet.line.rstrip("”\"’'").endswith("?")
    leans = asks or any(one.is_first for one in leaning_of(bullet))
    return size >= (FEWEST_WORDS_LEANING if leans else FEWEST_WORDS)


def is_told(bullet: Bullet, lead: str, others: Iterable[Bullet]) -> bool:
    """Whether a reader of the lead and of the other lines has read this one."""
    line, content = run_of(bullet.line), run_of(bullet.text)
    if content in lead or line in lead:
        return True
    for other in others:
        theirs, their_content = run_of(other.line), run_of(other.text)
        if content in theirs or line in theirs or theirs in line or their_content in line:
            return True
    return False


def words_of(bullet: Bullet) -> int:
    return max(len(bullet.line.split()), len(f"{bullet.cue or ''} {bullet.text}".split()))


def words_of_heading(bullet: Bullet, others: Iterable[Bullet]) -> int:
    """The words of the source's name and role, where no other line stands under it."""
    if bullet.source is None or any(other.source == bullet.source for other in others):
        return 0
    return len(f"{bullet.source.name} {bullet.source.role or ''}".split())


def by_source(bullets: Sequence[Bullet], setting: Setting) -> tuple[Bullet, ...]:
    """The bullets grouped by source, first who makes the news: who comes early and says much; nobody's come last."""
    groups: dict[tuple[str, ...], list[Bullet]] = defaultdict(list)
    for bullet in bullets:
        groups[source_key(bullet)].append(bullet)

    def standing_of(key: tuple[str, ...]) -> tuple[bool, float]:
        early = min(depth(bullet, setting.lengths) for bullet in groups[key])
        return key == (), early - WEIGHT_OF_COUNT * math.log2(1 + setting.counts[key])

    return tuple(bullet for key in sorted(groups, key=standing_of) for bullet in groups[key])

"""How much an editor would miss a statement."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.brief.fault import chance_of_fault
from summarizer.brief.leaning import Known, known_from
from summarizer.brief.traits import traits
from summarizer.brief.words import every_stem, run_of, stems
from summarizer.merge.names import name_key
from summarizer.model import NO_APPRAISAL, Appraisal, Article, Bullet, Evidence, Impression, Line
from summarizer.text.negations import is_negation
from summarizer.text.words import words
from summarizer.weighing import weigh

# Learned from what editors hold to be a must, worth having, or no loss on 26 real pages and in 1,004 texts (`python -m
# train.choice`, docs/quality.md): what each feature of a statement counts.
WEIGHTS = {
    "quotation": 0.19,
    "partly quoted": 0.12,
    "name in capitals": 0.10,
    "short": -0.11,
    "length": 0.24,
    "asks": -0.05,
    "names": 0.07,
    "no cue": -0.25,
    "words beside the content": -0.12,
    "heading said again": -0.15,
    "goes on": -0.07,
    "you": -0.08,
    "ends on a word that points": -0.04,
    "early": 0.18,
    "source in the headline": 0.09,
    "decides": 0.07,
    "first of its source": 0.08,
    "says no": 0.09,
    "words that the article says most": 0.11,
    "as the network reads it": 0.07,
}
BIAS = 0.08
# Set by hand, for single pages cannot teach it: what twice as many outlets carry counts as much as a quotation does.
OF_OUTLETS = 0.15
# By hand, too, for editors' musts read badly as often as others: what a line loses that any editor would fault.
LESS_FOR_FAULT = 0.6
MOST_SAID, MANY_OF_THEM = 12, 3  # words of an article, and those of a line that count in full
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
    lead_lines: tuple[str, ...]
    told: str  # headlines and lead as a run of words
    counts: Counter[tuple[str, ...]]
    firsts: Mapping[tuple[str, ...], tuple[Evidence, ...]]  # the evidence of what each source says first
    voices: Mapping[str, str]
    writers: frozenset[tuple[str, ...]]
    known: Known
    said_most: frozenset[str] = frozenset()  # the stems that the articles have most often
    appraisals: Mapping[str, Appraisal] = field(default_factory=dict)


def setting_of(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Sequence[Line],
    voices: Mapping[str, str] | None = None,
    appraisals: Mapping[str, Appraisal] | None = None,
) -> Setting:
    """The setting of the statements of some articles; `voices` (by address) makes one of articles that print one text.

    `appraisals`, by address too, is what the tagger's network makes of their words, where it has read them.
    """
    lengths = {article.url: len(article.text) for article in articles}
    by_depth = sorted(bullets, key=lambda bullet: depth(bullet, lengths), reverse=True)
    return Setting(
        lengths,
        frozenset(
            stem_of
            for article in articles
            for stem_of in stems(f"{article.title or ''} {article.standfirst or ''}")
        ),
        frozenset(stem_of for line in lead for stem_of in stems(line.text)),
        tuple(line.text for line in lead),
        run_of(" ".join([*(article.title or "" for article in articles), *(line.text for line in lead)])),
        Counter(source_key(bullet) for bullet in bullets),
        {source_key(bullet): bullet.evidence for bullet in by_depth},
        voices or {},
        frozenset(name_key(name) for article in articles for name in article.byline),
        known_from(articles, lead),
        said_most_in(articles),
        appraisals or {},
    )


def said_most_in(articles: Sequence[Article]) -> frozenset[str]:
    counts = Counter(stem for article in articles for stem in every_stem(article.text))
    return frozenset(stem for stem, _ in counts.most_common(MOST_SAID))


def features(bullet: Bullet, setting: Setting) -> dict[str, float]:
    """What a statement is weighed by, most about 0 to 1, under the names of `WEIGHTS`."""
    name = bullet.source.name if bullet.source else ""
    common = len(stems(bullet.line) & setting.said_most)
    return {
        **traits(bullet),
        "early": 0.10 - depth(bullet, setting.lengths),
        "source in the headline": float(bool(stems(name) & setting.title)),
        "decides": float(bool(DECIDES.search(f"{bullet.cue or ''} {bullet.line[:40]}"))),
        "first of its source": float(setting.firsts.get(source_key(bullet)) == bullet.evidence),
        "says no": float(any(map(is_negation, words(bullet.text)))),
        "words that the article says most": min(1.0, common / MANY_OF_THEM),
        "as the network reads it": impression_of(bullet, setting).missed,
    }


def impression_of(bullet: Bullet, setting: Setting) -> Impression:
    """What the tagger's network makes of a bullet's words."""
    url = bullet.evidence[0].url
    appraisal = setting.appraisals.get(url, NO_APPRAISAL)
    return appraisal.of([proof.span for proof in bullet.evidence if proof.url == url])


def weight(bullet: Bullet, setting: Setting) -> float:
    """How much an editor would miss the statement, less what it loses where its line reads badly."""
    return worth(bullet, setting) - loss(bullet, setting)


def worth(bullet: Bullet, setting: Setting) -> float:
    """How much an editor would miss the statement, however its line reads."""
    said_in = {setting.voices.get(proof.url, proof.url) for proof in bullet.evidence}
    learned = weigh(features(bullet, setting), WEIGHTS)
    return BIAS + learned + OF_OUTLETS * math.log2(len(said_in))


def loss(bullet: Bullet, setting: Setting) -> float:
    """What a statement loses because its line may read badly."""
    return LESS_FOR_FAULT * chance_of_fault(bullet, setting.known, impression_of(bullet, setting))


def depth(bullet: Bullet, lengths: Mapping[str, int]) -> float:
    """How far down its article a bullet first stands: 0 at the top, 1 at the end."""
    return place(bullet.evidence, lengths)


def place(proofs: Sequence[Evidence], lengths: Mapping[str, int]) -> float:
    """How far down its article the first of some proofs stands: 0 at the top, 1 at the end."""
    return min(proof.span.start / max(lengths.get(proof.url, 1), 1) for proof in proofs)


def source_key(bullet: Bullet) -> tuple[str, ...]:
    return name_key(bullet.source.name) if bullet.source else ()

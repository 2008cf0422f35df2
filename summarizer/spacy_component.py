"""The spaCy component `nutgraf`: `nlp.add_pipe("nutgraf")`, in any English pipeline, also a blank one.

It reads the text by itself, with the language model and tagger of this package, and sets
`doc.spans["statements"]`, `doc.spans["sources"]`, `doc.spans["cues"]` and `doc.spans["figures"]`, and
`doc._.statements` and `doc._.figures` as lists of JSON values with offsets and texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from summarizer.default_model import DEFAULT_MODEL
from summarizer.library import Nutgraf, jsonable, load

NAME = "nutgraf"


class NutgrafComponent:
    """Sets what a Doc's text holds. A text in another language raises OtherLanguage."""

    def __init__(self, nutgraf: Nutgraf) -> None:
        self.nutgraf = nutgraf
        for attribute in ("statements", "figures"):
            Doc.set_extension(attribute, default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        reading = self.nutgraf.read(doc.text)
        doc._.statements = jsonable(reading.statements, reading.text)
        doc._.figures = jsonable(reading.figures, reading.text)
        said = reading.statements
        doc.spans["statements"] = list(
            spans(doc, ((part.start, part.end, one.kind) for one in said for part in one.content))
        )
        doc.spans["sources"] = list(
            spans(
                doc,
                ((one.source.span.start, one.source.span.end, one.source.name) for one in said if one.source),
            )
        )
        doc.spans["cues"] = list(
            spans(doc, ((one.cue.span.start, one.cue.span.end, "cue") for one in said if one.cue))
        )
        doc.spans["figures"] = list(
            spans(doc, ((one.span.start, one.span.end, one.unit or "") for one in reading.figures))
        )
        return doc


def spans(doc: Doc, places: Iterable[tuple[int, int, str]]) -> Iterable[Span]:
    """The tokens that characters stand in, with a label."""
    for start, end, label in places:
        found = doc.char_span(start, end, label=label, alignment_mode="expand")
        if found is not None:
            yield found


@Language.factory(NAME, default_config={"model": DEFAULT_MODEL})
def make(nlp: Language, name: str, model: str) -> NutgrafComponent:  # noqa: ARG001  # spaCy's signature
    """What `add_pipe` calls; `config={"model": …}` names another language model."""
    return NutgrafComponent(load(model))

"""Learns what the tagger's network makes of a text's words beside who says them, and puts that into its weights as one layer more.

python -m train.appraisal GRADED FOLDER VALUES

GRADED is a folder of graded texts (graded.py), FOLDER one of the tagger's weights. A statement's piece vectors of two inner layers,
their mean, are weighed beside its traits: how much an editor misses it, and whether its line is faulty, each
beside the other statements of its text. FOLDER's network is written anew, with the output "appraisals". VALUES gets, for each text by its
name, what a layer gives its pieces that was not fitted to it: what train.choice and train.fault weigh its statements by.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from summarizer.attribution.tagger import APPRAISALS, NETWORK, PIECES, framed
from summarizer.attribution.tagger_pieces import Pieces, cut
from summarizer.attribution.tagger_windows import windows
from summarizer.brief.fault import features as fault_features
from summarizer.brief.weights import features, setting_of
from summarizer.model import Impression, Span
from summarizer.parse.network import WordPieces, load_word_pieces
from summarizer.parse.onnx import onnxruntime
from train.graded import Graded, read_graded, worth_of

# The exporter's names of what the fourth and the fifth layer give.
VECTORS = ("layer_norm_8", "layer_norm_10")
VECTOR_SIZE = 768  # numbers of both together
OUTPUT, LAYER = "appraisals", ("appraisal.weight", "appraisal.bias")
RIDGE = 2000.0  # of vectors of mean 0 and deviation 1; from 1,000 to 3,000 as many pairs are in order
OF_TRAITS = 3.0  # how much larger than a vector's number a trait is made: it is held less small
FOLDS = 5
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """The statements of graded texts, one a row."""

    texts: NDArray[np.int64]  # [row]: which text it is of
    traits: Sequence[Numbers]  # for each appraisal [row, trait]: what its value is weighed beside later
    vectors: Numbers  # [row, number]
    aims: Numbers  # [row, appraisal]: what it is worth, whether its line is faulty
    pieces: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]]  # of each text: their ends, their vectors


def add_outputs(path: Path) -> bytes:
    """The network with its inner vectors as outputs, and without a layer that it may have already."""
    model = onnx.load(path)
    without_layer(model)
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in VECTORS
    )
    return bytes(model.SerializeToString())


def without_layer(model: onnx.ModelProto) -> None:
    graph = model.graph
    for some, names in (
        (graph.node, {OUTPUT, "appraisal.vectors", "appraisal.products"}),
        (graph.initializer, set(LAYER)),
        (graph.output, {OUTPUT}),
    ):
        for one in [one for one in some if getattr(one, "name", "") in names]:
            some.remove(one)


def put_layer(path: Path, weights: Numbers, bias: Numbers) -> None:
    """Writes the network at `path` anew with the output "appraisals": its inner vectors times `weights`, and `bias`."""
    model = onnx.load(path)
    without_layer(model)
    graph = model.graph
    graph.node.extend(
        (
            helper.make_node("Concat", VECTORS, ["appraisal.vectors"], "appraisal.vectors", axis=-1),
            helper.make_node(
                "MatMul", ["appraisal.vectors", LAYER[0]], ["appraisal.products"], "appraisal.products"
            ),
            helper.make_node("Add", ["appraisal.products", LAYER[1]], [OUTPUT], OUTPUT),
        )
    )
    for name, values in zip(LAYER, (weights, bias), strict=True):
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float32), name))
    graph.output.append(
        helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ("batch", "piece", APPRAISALS))
    )
    onnx.save(model, path)


def vectors_of(
    session: onnxruntime.InferenceSession, tokenizer: WordPieces, text: str
) -> tuple[Pieces, Numbers]:
    """The inner vectors of each piece of a text, of the window that it is farthest from the edges of."""
    pieces = cut(text, tokenizer)
    found, inside = np.zeros((len(pieces), 0)), np.full(len(pieces), -1)
    for start, end in windows(text, pieces):
        ids, forms = framed(tokenizer, pieces, start, end)
        batch = {"ids": ids[None], "forms": forms[None], "attended": np.ones_like(ids)[None]}
        read = np.concatenate(session.run(VECTORS, batch), axis=2)[0, 1:-1]
        if not found.size:
            found = np.zeros((len(pieces), read.shape[1]))
        at = np.arange(end - start)
        far = np.minimum(at, at[::-1])
        better = far > inside[start:end]
        found[start:end][better], inside[start:end][better] = read[better], far[better]
    return pieces, found


def rows_of(texts: Sequence[Graded], folder: Path) -> Rows:
    """The statements of the texts, with what the network in `folder` makes of their words."""
    session = onnxruntime.InferenceSession(add_outputs(folder / NETWORK), providers=["CPUExecutionProvider"])
    tokenizer = load_word_pieces(folder / PIECES)
    at, of_worth, of_fault, vectors, aims, read = [], [], [], [], [], []
    for number, text in enumerate(texts):
        pieces, found = vectors_of(session, tokenizer, text.article.text)
        read.append((pieces.ends, found.astype(np.float32)))
        setting = setting_of(text.statements, [text.article], text.lead)
        for grade in text.grades:
            spans = [proof.span for proof in grade.bullet.evidence]
            inside = within(pieces, spans)
            bullet = grade.bullet
            at.append(number)
            of_worth.append(list(features(bullet, setting).values()))
            of_fault.append(list(fault_features(bullet, setting.known, Impression()).values()))
            vectors.append(found[inside].mean(0) if inside.any() else np.zeros(found.shape[1]))
            aims.append((worth_of(grade), float(grade.is_faulty)))
    traits = (np.array(of_worth, float), np.array(of_fault, float))
    return Rows(np.array(at), traits, np.array(vectors, float), np.array(aims, float), read)


def within(pieces: Pieces, spans: Sequence[Span]) -> NDArray[np.bool_]:
    """The pieces that end in one of the spans, as summarizer.model.Appraisal counts them."""
    inside = np.zeros(len(pieces), bool)
    for span in spans:
        inside |= (pieces.ends > span.start) & (pieces.ends <= span.end)
    return inside


def fit(rows: Rows, kept: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """The layer's weights and bias, from the rows `kept`: their appraisals are 0 in the mean, and 1 is their deviation."""
    vectors = standard(rows.vectors)
    learned = np.column_stack(
        [learned_beside(each, vectors, rows, kept, at) for at, each in enumerate(rows.traits)]
    )
    learned /= (vectors[kept] @ learned).std(0)
    learned /= deviation(rows.vectors)[:, None]
    return learned, -(rows.vectors[kept] @ learned).mean(0)


def learned_beside(
    traits: Numbers, vectors: Numbers, rows: Rows, kept: NDArray[np.bool_], aim: int
) -> Numbers:
    """What each number of a vector counts for an aim, in a ridge regression beside the traits."""
    columns = beside_others(np.hstack([standard(traits) * OF_TRAITS, vectors]), rows.texts)[kept]
    aims = beside_others(rows.aims, rows.texts)[kept, aim]
    held = np.eye(columns.shape[1]) * RIDGE
    return np.asarray(np.linalg.solve(columns.T @ columns + held, columns.T @ aims)[traits.shape[1] :])


def standard(values: Numbers) -> Numbers:
    return np.asarray((values - values.mean(0)) / deviation(values))


def deviation(values: Numbers) -> Numbers:
    return np.asarray(values.std(0) + 1e-6)


def beside_others(values: Numbers, texts: NDArray[np.int64]) -> Numbers:
    """Each row less the mean of its text's: only the statements of one text are compared."""
    sums = np.zeros((texts.max() + 1, values.shape[1]))
    np.add.at(sums, texts, values)
    counts = np.bincount(texts, minlength=len(sums)).clip(1)
    return np.asarray(values - (sums / counts[:, None])[texts])


def unseen_layers(rows: Rows) -> list[tuple[Numbers, Numbers]]:
    """Layers of which the text of number n was not seen by that of the remainder n % FOLDS."""
    return [fit(rows, rows.texts % FOLDS != fold) for fold in range(FOLDS)]


def unseen_values(rows: Rows, layers: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    """What each row's vectors come to by the layer that was not fitted to its text."""
    values = np.zeros_like(rows.aims)
    for fold, (weights, bias) in enumerate(layers):
        unseen = rows.texts % FOLDS == fold
        values[unseen] = rows.vectors[unseen] @ weights + bias
    return values


def told_of(number: int, rows: Rows, layers: Sequence[tuple[Numbers, Numbers]]) -> dict[str, Any]:
    """The pieces of a text with their appraisals, by a layer that was not fitted to it."""
    weights, bias = layers[number % FOLDS]
    ends, vectors = rows.pieces[number]
    return {"ends": ends.tolist(), "numbers": (vectors @ weights + bias).round(3).T.tolist()}


def in_order(values: Numbers, rows: Rows) -> Iterator[float]:
    """For each aim how often, of two statements of one text of which one has more of it, that one's value is higher."""
    for value, aim in zip(values.T, rows.aims.T, strict=True):
        right = every = 0
        for text in range(rows.texts.max() + 1):
            own = rows.texts == text
            more = aim[own][:, None] > aim[own][None]
            right += int((more & (value[own][:, None] > value[own][None])).sum())
            every += int(more.sum())
        yield right / every


def main(graded: Path, folder: Path, values: Path) -> None:
    """Fits, writes the network and the values, and prints how well layers order what they were not fitted to."""
    names = sorted(path.stem for path in graded.glob("*.json"))
    texts = list(read_graded(graded))
    rows = rows_of(texts, folder)
    layers = unseen_layers(rows)
    told = {name: told_of(number, rows, layers) for number, name in enumerate(names)}
    values.write_text(json.dumps(told), encoding="utf-8")
    put_layer(folder / NETWORK, *fit(rows, np.ones(len(rows.texts), bool)))
    found = ", ".join(f"{share:.1%}" for share in in_order(unseen_values(rows, layers), rows))
    count = f"{len(rows.texts)} statements of {len(texts)} texts"
    print(f"of {count} in order by worth and by fault, alone: {found}")  # noqa: T201  # a command line


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))

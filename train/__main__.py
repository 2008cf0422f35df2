"""Makes and measures the tagger's weights.

python -m train learn ARCHIVE PRETRAINED OUT             fine-tunes, keeps the weights after each epoch in OUT
python -m train export PRETRAINED OUT/epoch5.pt FOLDER   writes weights as the bot loads them
python -m train score ARCHIVE FOLDER                     measures a folder on the dev articles, and on passages.txt
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from summarizer.attribution.tagger import PIECES, Tagger
from summarizer.attribution.tagger_pieces import known
from train.examples import make_example
from train.export import export
from train.learn import Examples, Frame, Plan, learn
from train.network import Network
from train.passages import read_passages
from train.polnear import Annotated, read_archive
from train.score import found, gold, score
from train.thaw import thaw

FRAME = ("[CLS]", "[SEP]", "[MASK]", "“", "”", "'")
FLOORS = (0.0, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    """Runs one of the three commands."""
    chosen = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(chosen.threads)
    torch.set_flush_denormal(True)
    chosen.run(chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for run, arguments in COMMANDS.items():
        command = commands.add_parser(run.__name__[1:])
        command.set_defaults(run=run)
        for argument in arguments.split():
            command.add_argument(argument, type=Path)
        command.add_argument("--threads", type=int, default=2)
        if run is _learn:
            command.add_argument("--start", type=Path, help="go on from a run's weights, or a folder's")
            command.add_argument("--epochs", type=int, default=5)
            command.add_argument("--rate", type=float, default=3e-4)
    return parser


def _learn(chosen: argparse.Namespace) -> None:
    chosen.out.mkdir(parents=True, exist_ok=True)
    tokenizer = _tokenizer(chosen.pretrained)
    examples = Examples(
        *(
            [make_example(article, tokenizer) for article in read_archive(chosen.archive, split)]
            for split in ("train", "dev")
        )
    )
    network = Network(chosen.pretrained)
    if chosen.start and chosen.start.is_dir():
        thaw(network, chosen.start)
    elif chosen.start:
        network.load_state_dict(torch.load(chosen.start))
    frame = Frame(*(known(tokenizer, piece) for piece in FRAME))
    learn(network, examples, Plan(epochs=chosen.epochs, rate=chosen.rate), frame, chosen.out)


def _export(chosen: argparse.Namespace) -> None:
    network = Network(chosen.pretrained)
    network.load_state_dict(torch.load(chosen.weights))
    export(network, _tokenizer(chosen.pretrained), chosen.folder)


def _score(chosen: argparse.Namespace) -> None:
    tagger = Tagger.from_folder(chosen.folder, chosen.threads)
    _write_score("dev", read_archive(chosen.archive, "dev"), tagger)
    _write_score("passages", read_passages(), tagger)


def _write_score(name: str, articles: Sequence[Annotated], tagger: Tagger) -> None:
    tagged = tagger.tag(article.text for article in articles)
    for floor in FLOORS:
        got = score(
            (article.text, gold(article), found(spans, article.text, floor))
            for article, spans in zip(articles, tagged, strict=True)
        )
        sys.stdout.write(
            f"{name:8}  floor {floor:.1f}  P {got.precision:.3f}  R {got.recall:.3f}  F1 {got.f1:.3f}  "
            f"exact {got.exact:.3f}  source {got.source:.3f}\n"
        )


def _tokenizer(pretrained: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(pretrained / PIECES))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


COMMANDS = {_learn: "archive pretrained out", _export: "pretrained weights folder", _score: "archive folder"}

if __name__ == "__main__":
    main()

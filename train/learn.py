"""Fine-tunes the network on annotated articles."""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from summarizer.attribution.tagger_pieces import INSIDE_MARKS, LOWER
from summarizer.attribution.tagger_windows import BLOCK, windows
from summarizer.parse.network import Ints
from train.examples import Batch, Example, Window, make_batch
from train.network import Network, loss

LOGGED = 50  # steps between two lines of the log
FIRST_WORD = 1996  # the pieces below are marks, letters and the network's own
NEW_RATE = 1e-3  # for layers that were not pre-trained

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn; sizes in word pieces."""

    epochs: int = 5
    shortest: int = (
        90  # of the longest block of an article, drawn anew each epoch; at most as when it is read
    )
    batch: int = 4000  # pieces of the windows of a batch
    sorted: int = 320  # windows among which those of one length come together, so that little is padding
    rate: float = 3e-4
    warm_up: float = 0.06  # share of all steps
    masked: float = 0.04  # share of pieces hidden from the network
    masked_names: float = 0.10  # the same for pieces with a capital: the next newsroom has other names
    single: float = 0.06  # share of windows with single marks for double: some outlets write them so
    average: float = 0.995  # decay of the running average of weights, which is what is kept
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """Ids of the pieces that start, end and hide, and of the marks."""

    start: int
    end: int
    mask: int
    opening: int
    closing: int
    single: int


@dataclass(frozen=True, slots=True)
class Examples:
    """The articles to learn from, and those that only measure."""

    train: list[Example]
    dev: list[Example]


def learn(network: Network, examples: Examples, plan: Plan, frame: Frame, out: Path) -> None:
    """Fine-tunes; keeps the averaged weights in `out` after every epoch."""
    rng = np.random.default_rng(plan.seed)
    torch.manual_seed(plan.seed)
    averaged = copy.deepcopy(network).eval()
    total = _steps(examples.train, plan)
    optimizer = torch.optim.AdamW(_groups(network), lr=plan.rate, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total, plan.warm_up))
    step = 0
    for epoch in range(1, plan.epochs + 1):
        network.train()
        for batch in _epoch(examples.train, plan, frame, rng):
            got = _step(network, batch, frame, plan, rng)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            _average(averaged, network, min(plan.average, step / (step + 10)))
            if step % LOGGED == 0:
                log.info("epoch %d, step %d of %d: loss %.4f", epoch, step, total, got)
        torch.save(averaged.state_dict(), out / f"epoch{epoch}.pt")
        log.info("epoch %d: dev loss %.4f", epoch, _dev_loss(averaged, examples.dev, plan, frame))


def _steps(examples: list[Example], plan: Plan) -> int:
    """About how many steps there will be."""
    pieces = sum(end - start for _, start, end in _windows(examples, plan, np.random.default_rng(0)))
    return int(plan.epochs * pieces / plan.batch)


def _groups(network: Network) -> list[dict[str, object]]:
    """Biases and norms are not decayed; new layers learn faster than the encoder."""
    groups: dict[str, list[nn.Parameter]] = {"decayed": [], "free": [], "new": []}
    for name, parameter in network.named_parameters():
        is_new = name.startswith(("label", "link")) or "token_type" in name
        groups["new" if is_new else "free" if parameter.ndim == 1 else "decayed"].append(parameter)
    return [
        {"params": groups["decayed"]},
        {"params": groups["free"], "weight_decay": 0.0},
        {"params": groups["new"], "lr": NEW_RATE},
    ]


def _rate(step: int, total: int, warm_up: float) -> float:
    return min((step + 1) / (warm_up * total), max(0.01, (total - step) / (total * (1 - warm_up))))


def _windows(examples: list[Example], plan: Plan, rng: np.random.Generator) -> Iterator[Window]:
    """The windows of each article, cut as the tagger cuts them but elsewhere at each call."""
    for example in examples:
        longest, salt = int(rng.integers(plan.shortest, BLOCK + 1)), int(rng.integers(1 << 62))
        for start, end in windows(example.text, example.pieces, longest, salt):
            yield example, start, end


def _epoch(examples: list[Example], plan: Plan, frame: Frame, rng: np.random.Generator) -> Iterator[Batch]:
    """Every article once, in batches of windows of about one length."""
    cuts = list(_windows(examples, plan, rng))
    order = rng.permutation(len(cuts))
    batches: list[list[Window]] = []
    for at in range(0, len(cuts), plan.sorted):
        nearby = [cuts[number] for number in order[at : at + plan.sorted]]
        batches += _batches(sorted(nearby, key=_length), plan.batch)
    for number in rng.permutation(len(batches)):
        yield make_batch(batches[number], (frame.start, frame.end))


def _batches(cuts: Iterable[Window], most: int) -> Iterator[list[Window]]:
    """Windows in order of length, together as long as they are `most` pieces at most when padded."""
    batch: list[Window] = []
    for cut in cuts:
        if batch and (len(batch) + 1) * _length(cut) > most:
            yield batch
            batch = []
        batch.append(cut)
    if batch:
        yield batch


def _length(cut: Window) -> int:
    return cut[2] - cut[1]


def _step(network: Network, batch: Batch, frame: Frame, plan: Plan, rng: np.random.Generator) -> float:
    """Runs one batch forward and back, in bfloat16 where that is safe: two and a half times as fast."""
    ids, forms = _vary(batch, frame, plan, rng)
    with torch.autocast("cpu", torch.bfloat16):
        labels, links = network(*map(torch.from_numpy, (ids, forms, batch.attended)))
    got = loss(labels, links, *_gold(batch))
    got.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    return float(got.detach())


def _gold(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    labels, owner, target = map(torch.from_numpy, (batch.labels, batch.owner, batch.target))
    return labels, owner, target


def _vary(batch: Batch, frame: Frame, plan: Plan, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Ids and forms with some pieces hidden, and some windows with single marks for double ones."""
    share = np.where(batch.forms % INSIDE_MARKS == LOWER, plan.masked, plan.masked_names)
    hidden = (rng.random(batch.ids.shape) < share) & (batch.ids >= FIRST_WORD)
    ids = np.where(hidden, frame.mask, batch.ids)
    single = rng.random((len(ids), 1)) < plan.single
    ids = np.where(single & np.isin(ids, (frame.opening, frame.closing)), frame.single, ids)
    return ids, np.where(single, batch.forms % INSIDE_MARKS, batch.forms)


def _average(averaged: Network, network: Network, decay: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(averaged.parameters()), list(network.parameters()), 1 - decay)


@torch.no_grad()
def _dev_loss(network: Network, examples: list[Example], plan: Plan, frame: Frame) -> float:
    losses = []
    for batch in _epoch(examples, plan, frame, np.random.default_rng(0)):
        with torch.autocast("cpu", torch.bfloat16):
            labels, links = network(*map(torch.from_numpy, (batch.ids, batch.forms, batch.attended)))
        losses.append(float(loss(labels, links, *_gold(batch))))
    return float(np.mean(losses))

"""Many texts in a few processes: in order, and each failure its own."""

from __future__ import annotations

import pytest

from bot.readers.many import BATCH, BATCH_CHARACTERS, ArchiveText, Readers, batches
from tests.bot.poison import HANGS, KILLS, RAISES, REFUSED, WORK


def entries(*texts: str) -> list[ArchiveText]:
    return [ArchiveText(number, "stdin:", text=text) for number, text in enumerate(texts)]


def test_batches_hold_every_text_in_order_and_are_small_in_number_and_in_length():
    """A very long text goes alone."""
    texts = entries(*["short"] * (BATCH + 1), "x" * BATCH_CHARACTERS, "last")
    found = list(batches(texts))
    assert [entry for batch in found for entry in batch] == texts
    assert [len(batch) for batch in found] == [BATCH, 2, 1]


@pytest.mark.slow
def test_texts_come_back_in_order_from_several_processes():
    """However many there are."""
    words = [f"word {number}" for number in range(5 * BATCH)]
    with Readers(WORK, 2) as readers:
        read = list(readers.read(entries(*words)))
    assert [entry.id for entry, _ in read] == list(range(5 * BATCH))
    assert [line["said"] for _, line in read] == [word.upper() for word in words]


@pytest.mark.slow
@pytest.mark.parametrize("poison", [KILLS, HANGS, RAISES, REFUSED])
def test_a_text_that_kills_hangs_or_breaks_its_reader_costs_its_own_line(poison):
    """It has a sentence instead; those beside it are read."""
    with Readers(WORK, 2) as readers:
        lines = [line for _, line in readers.read(entries("one", poison, "three"))]
    assert [line.get("said") for line in lines] == ["ONE", None, "THREE"]
    assert lines[1]["error"].endswith(".")


@pytest.mark.slow
def test_no_more_texts_are_taken_than_are_under_way():
    """An archive of any size needs the memory of a few batches."""
    taken = []

    def endless():
        while True:
            taken.append(len(taken))
            yield ArchiveText(taken[-1], "stdin:", text="word")

    with Readers(WORK, 2) as readers:
        reading = readers.read(endless())
        for _ in range(3 * BATCH):
            next(reading)
    assert len(taken) <= 8 * BATCH

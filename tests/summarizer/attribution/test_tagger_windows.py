"""Windows: they cover a text, and a change moves only those near it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from summarizer.attribution.tagger_pieces import PARAGRAPH, Pieces, cut
from summarizer.attribution.tagger_windows import BLOCK, CONTEXT, blocks, windows

WORDS = [f"w{number}" for number in range(400)]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Every word is one piece."""
    known = {word: number for number, word in enumerate(["[UNK]", PARAGRAPH, ".", *WORDS])}
    made = Tokenizer(models.WordLevel(known, "[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def paragraphs(count: int, seed: int) -> list[str]:
    """Paragraphs of one to four sentences of other words each."""
    random = Random(seed)  # noqa: S311  # the same words at each run
    return [
        " ".join(
            " ".join(random.choices(WORDS, k=random.randint(3, 25))).capitalize() + "."
            for _ in range(random.randint(1, 4))
        )
        for _ in range(count)
    ]


def block_texts(
    text: str, tokenizer: Tokenizer, ranges: Callable[[str, Pieces], object] = blocks
) -> list[str]:
    pieces = cut(text, tokenizer)
    ends = [*pieces.starts, len(text)]
    return [text[ends[start] : ends[end]].strip() for start, end in ranges(text, pieces)]  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(["w1", "w2. ", "W3", "w4.\n", "\n\n", "…", " "]), max_size=600))
def test_blocks_follow_on_each_other_and_none_is_too_long(parts: list[str]) -> None:
    """Each piece belongs to one block, whatever the text repeats or lacks."""
    known = {word: number for number, word in enumerate(["[UNK]", PARAGRAPH, ".", *WORDS])}
    made = Tokenizer(models.WordLevel(known, "[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    text = "".join(parts)
    pieces = cut(text, made)
    found = list(blocks(text, pieces, longest=20))
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == len(pieces)
    assert all(end - start <= 20 for start, end in found)


def test_windows_read_a_little_of_their_neighbours(tokenizer: Tokenizer) -> None:
    """Each has the pieces of its block and as many of the blocks beside it as the network was taught with."""
    text = "\n\n".join(paragraphs(40, seed=1))
    pieces = cut(text, tokenizer)
    assert len(pieces) > 4 * BLOCK
    found = list(windows(text, pieces))
    assert (found[0][0], found[-1][1]) == (0, len(pieces))
    assert all(end - start <= BLOCK + 2 * CONTEXT for start, end in found)
    assert all(later == end - 2 * CONTEXT for (_, end), (later, _) in pairwise(found) if later > 0)


@pytest.mark.parametrize("place", [0, 20, 40])
def test_a_line_more_moves_only_the_blocks_beside_it(tokenizer: Tokenizer, place: int) -> None:
    """Wherever a line is put in, all blocks but one or two hold the words that they held."""
    for seed in range(20):
        lines = paragraphs(40, seed)
        longer = [*lines[:place], "Local time was shortly after nine.", *lines[place:]]
        before = block_texts("\n\n".join(lines), tokenizer)
        after = block_texts("\n\n".join(longer), tokenizer)
        assert len(set(before) - set(after)) <= 2


def test_blocks_begin_with_a_paragraph_and_else_with_a_sentence(tokenizer: Tokenizer) -> None:
    """Words stay together that belong together, where none of it is too long."""
    lines = paragraphs(40, seed=3)
    assert all(block.partition("\n")[0] in lines for block in block_texts("\n\n".join(lines), tokenizer))
    prose = " ".join(lines)
    assert all(block.endswith(".") for block in block_texts(prose, tokenizer))


def test_another_salt_cuts_elsewhere(tokenizer: Tokenizer) -> None:
    """In training no two rounds read a text in the same windows."""
    text = "\n\n".join(paragraphs(60, seed=4))
    pieces = cut(text, tokenizer)
    assert list(blocks(text, pieces)) == list(blocks(text, pieces))
    assert list(blocks(text, pieces)) != list(blocks(text, pieces, salt=1))


def test_a_text_that_repeats_itself_is_halved(tokenizer: Tokenizer) -> None:
    """Where all places are alike the middle one is taken: there are not as many blocks as words."""
    text = "w1 " * 8 * BLOCK
    assert len(list(blocks(text, cut(text, tokenizer)))) < 4 * 8

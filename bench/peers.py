"""What else reads articles on a processor, timed: run by the bench in an environment of their own.

Texts come as a JSON list on standard input; seconds of each peer, and how many texts it refused, go out as JSON. None of them gives a brief:
textacy finds direct quotations alone, LexRank picks sentences, and neither says whose they are for sure.
"""

from __future__ import annotations

import json
import re
import sys
import time

import spacy
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from textacy.extract import direct_quotations

SENTENCES = 5


class PlainWords:
    """Stands for NLTK's sentence and word splitters, whose tables do not come with the package."""

    def tokenize_sentences(self, text: str) -> list[str]:
        return [part.strip() for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]

    def tokenize_words(self, sentence: str) -> list[str]:
        return re.findall(r"\w+", sentence)


class EnglishTokenizer(Tokenizer):
    def __init__(self) -> None:
        self._language = "english"
        self._sentence_tokenizer = self._word_tokenizer = PlainWords()

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(self._sentence_tokenizer.tokenize_sentences(paragraph))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(self._word_tokenizer.tokenize_words(sentence))


def quotations(texts: list[str]) -> int:
    refused = 0
    for doc in NLP.pipe(texts):
        try:
            list(direct_quotations(doc))
        except ValueError:  # a text with a mark that is never closed
            refused += 1
    return refused


def lexrank(texts: list[str]) -> int:
    summarize = LexRankSummarizer(Stemmer("english"))
    for text in texts:
        summarize(PlaintextParser.from_string(text, EnglishTokenizer()).document, SENTENCES)
    return 0


NLP = spacy.load(sys.argv[1])
TEXTS = json.load(sys.stdin)
FOUND = {}
for peer in (quotations, lexrank):
    peer(TEXTS[:8])  # the first texts fill caches
    began = time.process_time()
    gave_up = peer(TEXTS)
    FOUND[peer.__name__] = {"seconds": time.process_time() - began, "refused": gave_up}
json.dump(FOUND, sys.stdout)

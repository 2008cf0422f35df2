"""Parts of the language pipeline that take the place of spaCy's own: the same answers, sooner.

What each saves is measured by `python -m bench reading`; that the answers are the same, by the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.parse.names_at_once import NamesAtOnce
from summarizer.parse.side_by_side import SideBySide
from summarizer.parse.spacy_library import NORM, ORTH, AttributeRuler, Doc, Language
from summarizer.text.names import TITLE_ABBREVIATIONS, TITLES_OF_SEVERAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.pipeline import Lemmatizer
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Token

# spaCy splits words at the plain space only: "said.\u00a0“Go” would be one word. One character each, so that
# offsets stay those of the article.
BLANKS = dict.fromkeys([0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ") | {
    0x2028: "\n",
    0x2029: "\n",
    0x0085: "\n",
}

KNOWN_TITLE = "gen."
# spaCy's own tokenizer knows a few of them only, takes the full stop of the others for the end of a sentence, and so tears
# the name from its title and from what its bearer said.
TITLE_WORDS = frozenset(f"{title}." for title in TITLE_ABBREVIATIONS | TITLES_OF_SEVERAL)

Ruled = tuple[int, int, int, int, int]  # tag, place in the parse, part of speech, lemma, morphology

# What a one-word rule may look at to be asked once a word: the word itself, its tag and its place in the parse.
OF_ONE_WORD = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})


class PlainBlanks:
    """A tokenizer that takes every blank of Unicode for a plain one, and every line end for a newline."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        return self._tokenizer(text.translate(BLANKS))


@Language.component("known_sentence_starts")
def known_sentence_starts(doc: Doc) -> Doc:
    """Start a sentence after each newline, and none between a title and its name.

    A paragraph is a line, and no sentence runs over one. The parser that follows keeps all this and adds its own.
    """
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
        elif token.text in TITLE_WORDS and doc[token.i + 1].text[0].isupper():
            doc[token.i + 1].is_sent_start = False
    return doc


def know_titles(tokenizer: Tokenizer) -> None:
    """Let "Sgt." be one word, and be read like a title that the model met often.

    Of 400 sentences that end like "…, county fire Cmdr. Ann Example said." 34 were torn at a title that is only made
    one word, and none where it counts as "Gen."
    """
    for title in TITLE_WORDS:
        if len(tokenizer(title)) > 1:
            tokenizer.add_special_case(title, [{ORTH: title, NORM: KNOWN_TITLE}])


class CachedRules:
    """The attribute ruler of a pipeline, asked once for each word with its tag and its place in the parse.

    Nearly all of its rules are functions of just these, and are tried on every word anew: an eighth of the parse.
    The few rules about several words follow on the whole text.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._of_words, self._of_phrases = AttributeRuler(ruler.vocab), AttributeRuler(ruler.vocab)
        rules: Any = ruler.patterns
        for rule in rules:
            apart = self._of_words if is_of_one_word(rule["patterns"]) else self._of_phrases
            apart.add(**rule)
        self._known: dict[tuple[int, int, int], Ruled] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            word = (token.orth, token.tag, token.dep)
            ruled = self._known.get(word)
            if ruled is None:
                ruled = self._known[word] = self._rule(token)
            token.tag, token.dep, token.pos, token.lemma, morph = ruled
            token.set_morph(morph)  # type: ignore[attr-defined]
        return self._of_phrases(doc)

    def _rule(self, token: Token) -> Ruled:
        """The word by itself, as the rules leave it."""
        alone = Doc(token.doc.vocab, words=[token.text], spaces=[False])
        alone[0].tag, alone[0].dep = token.tag, token.dep
        ruled = self._of_words(alone)[0]
        return ruled.tag, ruled.dep, ruled.pos, ruled.lemma, ruled.morph.key  # type: ignore[attr-defined]


def is_of_one_word(patterns: Iterable[Sequence[dict[str, object]]]) -> bool:
    """Whether a rule looks at one word, and at nothing but what `CachedRules` knows it by."""
    return all(
        len(pattern) == 1 and {key.upper() for key in pattern[0]} <= OF_ONE_WORD for pattern in patterns
    )


class CachedLemmas:
    """The lemmatizer of a pipeline, asked once for each word with its part of speech.

    It is a function of just these, and looks a word up anew at each of its places: a twelfth of the parse.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.lemma and not self._lemmatizer.overwrite:
                continue
            word = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
            lemma = self._known.get(word)
            if lemma is None:
                lemma = self._known[word] = doc.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
            token.lemma = lemma
        return doc


def taken_out(nlp: Language, name: str) -> Any:  # noqa: ANN401  # spaCy says no more of its components
    """The component `name`, out of the pipeline."""
    return nlp.remove_pipe(name)[1]


@Language.factory("cached_rules")
def cached_rules(nlp: Language, name: str) -> CachedRules:  # noqa: ARG001  # spaCy names each component
    return CachedRules(taken_out(nlp, "attribute_ruler"))


@Language.factory("cached_lemmas")
def cached_lemmas(nlp: Language, name: str) -> CachedLemmas:  # noqa: ARG001
    return CachedLemmas(taken_out(nlp, "lemmatizer"))


@Language.factory("side_by_side")
def side_by_side(nlp: Language, name: str) -> SideBySide:  # noqa: ARG001
    return SideBySide(taken_out(nlp, "parser"))


@Language.factory("names_at_once")
def names_at_once(nlp: Language, name: str) -> NamesAtOnce:  # noqa: ARG001
    return NamesAtOnce(taken_out(nlp, "ner"))

"""Word lists stand in the lexicon, one a file, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sources import ROOT, trees

LEXICON = ROOT / "summarizer" / "text" / "lexicon"
MOST_WORDS = 15  # of an example, or of what one line of a pattern needs
LISTERS = frozenset({"words", "word_set", "listed", "frozenset"})
WORD = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,4}")
# Branches of a group of a pattern, none of which holds a group.
GROUP = re.compile(r"(?<=[(:|])[^()\[\]{}\\?*+]*(?:\|[^()\[\]{}\\?*+]*)+")
ASKED = re.compile(r"_of\(\s*['\"]([\w-]+)['\"]")
ALLOWED = {
    "bot/folding.py": "letters, each with its plain form",
    "bot/cli/__init__.py": "our own commands",
    "handlers/render/shapes_article.py": "fields of our own JSON",
    "summarizer/article/jsonld.py": "schema.org's names of types",
    "summarizer/attribution/clause.py": "the parser's labels",
    "summarizer/figures/non_figures.py": "phrases that hold a number and are none, in one pattern",
    "summarizer/brief/fault.py": "the names of features",
    "summarizer/brief/weights.py": "the names of features",
    "summarizer/merge/judge.py": "what the weights beside it were learned with",
    "summarizer/figures/harm.py": "beginnings of words, in a pattern",
    "summarizer/figures/worth.py": "beginnings of words, in patterns",
}


def lists_in(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The lines of a module where words are listed, with the words."""
    nodes = list(ast.walk(tree))
    exported = [node.value for node in nodes if isinstance(node, ast.Assign) and is_exports(node)]
    for node in nodes:
        if node in exported:
            continue
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            yield node.lineno, strings(node.elts)
        elif isinstance(node, ast.Dict):
            yield node.lineno, strings(key for key in node.keys if key)
        elif isinstance(node, ast.Call) and (text := listed_text(node)):
            yield node.lineno, text.split("," if "," in text else None)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.count("|") > MOST_WORDS
        ):
            yield from ((node.lineno, group.split("|")) for group in GROUP.findall(f"({node.value})"))


def is_exports(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def strings(nodes: Iterator[ast.expr] | list[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def listed_text(call: ast.Call) -> str:
    """The words in `"…".split()`, `words("…")` and the like."""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "split":
        return "".join(strings([call.func.value]))
    is_lister = isinstance(call.func, ast.Name) and call.func.id in LISTERS
    return "".join(strings(call.args[:1])) if is_lister else ""


def long_lists(path: Path) -> Iterator[str]:
    """Where a module lists more words than a reader takes for an example."""
    for line, found in lists_in(trees()[path]):
        words = [word.strip() for word in found if WORD.fullmatch(word.strip())]
        if len(words) > MOST_WORDS:
            yield f"{path.relative_to(ROOT)}:{line}: {len(words)} words, {' '.join(words)[:40]} …"


def test_a_list_of_words_is_a_file_of_the_lexicon():
    """A list elsewhere needs a reason above."""
    found = [
        line for path in trees() if str(path.relative_to(ROOT)) not in ALLOWED for line in long_lists(path)
    ]
    assert found == []


def test_every_exception_is_one():
    """A module whose list has moved leaves the exceptions."""
    assert [name for name in ALLOWED if not any(long_lists(ROOT / name))] == []


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.txt")), ids=lambda path: path.stem)
def test_every_list_says_where_it_comes_from_and_has_nothing_twice(path):
    """One line of origin at its top, then a word or a group a line."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert re.match(r"# .{20,}\.$", first)
    assert lines
    assert len(lines) == len(set(lines))
    assert all(line == line.strip() and not line.startswith("#") for line in lines)


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.txt")), ids=lambda path: path.stem)
def test_every_list_is_asked_for(path):
    """A list that nobody reads is taken out."""
    assert path.stem in asked_for()


@cache
def asked_for() -> set[str]:
    """The names of lists that a module asks for."""
    return {name for module in trees() for name in ASKED.findall(module.read_text(encoding="utf-8"))}

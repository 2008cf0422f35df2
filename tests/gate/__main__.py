"""`python -m tests.gate`: writes the floors into docs/quality.md and prints what is reached; `--shortfalls` lists what is wrong."""

from __future__ import annotations

import sys

from tests.gate.floors import load_floors
from tests.gate.readings import read_corpus
from tests.gate.scoring import score
from tests.gate.shortfalls import shortfalls
from tests.gate.table import PAGE, markdown_table, terminal_table, with_table


def main(arguments: list[str]) -> None:
    readings = read_corpus()
    if "--shortfalls" in arguments:
        print("\n".join(shortfalls(readings)))  # noqa: T201  # a command line
        return
    floors = load_floors()
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), markdown_table(floors)), encoding="utf-8")
    print(terminal_table(score(readings), floors))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

"""`python -m tests.gate`: writes the table of docs/quality.md anew and prints it; `--shortfalls` lists what is wrong."""

from __future__ import annotations

import sys

from tests.gate.floors import load_floors
from tests.gate.readings import read_corpus
from tests.gate.scoring import score
from tests.gate.shortfalls import shortfalls
from tests.gate.table import PAGE, markdown_table, with_table


def main(arguments: list[str]) -> None:
    readings = read_corpus()
    if "--shortfalls" in arguments:
        print("\n".join(shortfalls(readings)))  # noqa: T201  # a command line
        return
    table = markdown_table(score(readings), load_floors())
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")
    print(table)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

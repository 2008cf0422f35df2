"""Every way people meet the bot in Slack, and which test drives it how: `python -m tests.bot.surfaces`.

Each test that bears the mark `surface(name, case)` drives the whole bot through real HTTP and a real WebSocket.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest

CASES = ("happy", "bad input", "no permission", "Slack error")
SENSELESS = {
    ("/brief help", "no permission"): "everybody may read it",
    ("/digest help", "no permission"): "everybody may read it",
    ("Messages tab", "bad input"): "nothing is typed: it is opened",
}
"""What cannot be, and why."""
EMPTY = "—"


class Marks:
    """A pytest plugin that notes the marks of what is collected."""

    def __init__(self) -> None:
        self.tests: dict[tuple[str, str], list[str]] = defaultdict(list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for test in items:
            for mark in test.iter_markers("surface"):
                name, case = mark.args
                if case not in CASES:
                    raise pytest.UsageError(f"{test.nodeid}: no such case: {case}")
                self.tests[name, case].append(test.name.partition("[")[0])

    def table(self) -> str:
        """The surfaces by case, as Markdown."""
        names = sorted({name for name, _ in self.tests})
        rows = [["surface", *CASES], ["---"] * (len(CASES) + 1)]
        rows += [[name, *(self.cell(name, case) for case in CASES)] for name in names]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def cell(self, name: str, case: str) -> str:
        tests = ", ".join(f"`{test}`" for test in dict.fromkeys(self.tests[name, case]))
        return tests or SENSELESS.get((name, case), EMPTY)


def main() -> None:
    """Collect, and print the table. Exit status 1 where a case has neither a test nor a reason why it cannot be."""
    marks = Marks()
    here = Path(__file__).parent
    files = [
        str(file) for file in sorted(here.glob("test_*.py")) if "mark.surface(" in file.read_text("utf-8")
    ]
    status = pytest.main(["--collect-only", "-qq", "--no-header", "--assert=plain", *files], plugins=[marks])
    table = marks.table()
    sys.stdout.write(f"\n{table}\n")
    sys.exit(status or EMPTY in table)


if __name__ == "__main__":
    main()

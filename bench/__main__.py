"""Every measurement of speed and memory in one run: `python -m bench`, or `make bench`.

Writes the tables into docs/speed.md and the plot beside it. Takes about twenty minutes on two cores; a machine
that does other things meanwhile gives other figures.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench import archive, growth, live, plot, reading, size, streaming
from bench.tables import Table, machine, revision, write


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", type=Path, help='{"id", "text"} lines instead of the corpus')
    parser.add_argument("--peers", type=Path, help="a Python that has textacy and sumy")
    options = parser.parse_args()
    kept(Table("machine", ("measured on", "at"), ((machine(), revision()),)))
    readings = reading.measure(options.archive, options.peers)
    kept(readings.table())
    kept(readings.peer_table())
    for table in growth.measure():
        kept(table)
    kept(streaming.table(list(streaming.measure(options.archive))))
    for table in live.measure().tables():
        kept(table)
    kept(size.measure().table())
    sizes = list(archive.measure())
    kept(archive.table(sizes))
    plot.draw(readings, sizes)


def kept(table: Table) -> None:
    """Show a table and put it into the page."""
    table.show()
    write(table)
    sys.stdout.flush()


if __name__ == "__main__":
    main()

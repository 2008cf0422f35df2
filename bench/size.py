"""What an install takes: time to set up from the lock, and bytes on the disk.

python -m bench.size
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.tables import Table

ROOT = Path(__file__).parents[1]
OURS = ("bot", "handlers", "summarizer")
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Install:
    """Seconds and bytes."""

    seconds: float
    parts: int
    ours: int
    weights: int
    largest: tuple[tuple[str, int], ...]

    def table(self) -> Table:
        rows = [
            ("install from the lock", f"{self.seconds:.0f} s"),
            ("what it installs", megabytes(self.parts)),
            *((f"of it {name}", megabytes(size)) for name, size in self.largest),
            ("our own three packages", megabytes(self.ours)),
            ("of it the tagger's weights", megabytes(self.weights)),
        ]
        return Table("install", ("", "measured"), tuple(rows))


def measure() -> Install:
    """Sets up an environment as `make` does, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603
        command = [f"{folder}/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        lock = str(ROOT / "requirements.lock")
        subprocess.run([*command, "--require-hashes", "-r", lock], check=True)  # noqa: S603
        seconds = time.monotonic() - began
        (packages,) = Path(folder, "lib").glob("python*/site-packages")
        sizes = {part.name: size_of(part) for part in packages.iterdir()}
    largest = sorted(sizes.items(), key=lambda one: -one[1])[:3]
    return Install(
        seconds,
        sum(sizes.values()),
        sum(size_of(ROOT / name) for name in OURS),
        size_of(ROOT / "summarizer" / "attribution" / "weights"),
        tuple(largest),
    )


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; what Python compiled is left out."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


def megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB"


def main() -> None:
    measure().table().show()


if __name__ == "__main__":
    main()

"""A page of HTML as a PNG, by headless Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = {
    "message": 760,
    "modal": 572,
}  # pixels: a Slack window with its side bar open; a modal with its margin
LEAST, TALLEST = 200, 4000  # of a lower window the browser shows a part


def shoot(page: str, target: Path) -> None:
    """Write one picture, cut to the page's height."""
    browser = shutil.which("chromium") or sys.exit("chromium is needed to draw the pictures")
    width = WIDTHS["modal" if 'class="dim"' in page else "message"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        measuring = "<script>document.title = document.body.scrollHeight</script>"
        source.write_text(page + measuring, encoding="utf-8")
        quiet = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        dump = [*quiet, f"--window-size={width},200", "--dump-dom", source.as_uri()]
        dom = subprocess.run(dump, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our own page
        found = re.search(r"<title>(\d+)</title>", dom)
        height = max(LEAST, min(int(found[1]) if found else TALLEST, TALLEST))
        shot = [*quiet, f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri()]
        subprocess.run(shot, capture_output=True, check=True)  # noqa: S603  # our own page
    print(f"{target.name}: {width} x {height}")  # noqa: T201  # what was made

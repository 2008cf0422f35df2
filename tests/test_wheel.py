"""The wheel holds all that the packages hold, and runs from a folder that is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.fakes.slack import FakeSlack

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "summarizer")
BESIDE = ("pyproject.toml", "README.md", "LICENSE", "manifest.json")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy, so that nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, folder / package, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in BESIDE:
        shutil.copy2(ROOT / name, folder / name)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "."]
    subprocess.run(build, cwd=folder, check=True)  # noqa: S603  # our own package
    (made,) = folder.glob("nutgraf-*.whl")
    return made


def test_every_file_of_the_packages_is_in_the_wheel(wheel):
    """With its contents: pages, weights, tables and the manifest as well as modules."""
    files = {path.relative_to(ROOT).as_posix(): path for package in PACKAGES for path in files_of(package)}
    with ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
        assert names == set(files)
        assert [name for name in sorted(names) if packed.read(name) != files[name].read_bytes()] == []


def files_of(package):
    """Its files, without what Python leaves beside them."""
    found = (ROOT / package).rglob("*")
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


@pytest.mark.model
def test_an_installed_wheel_finds_what_it_reads(wheel, tmp_path):
    """The doctor loads the model and the tagger, and holds the app's scopes against the manifest."""
    with ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    with FakeSlack() as slack:
        settings = {
            "SLACK_API_URL": slack.url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "NUTGRAF_DATA_DIR": str(tmp_path / "data"),
        }
        said = subprocess.run(  # our own program
            [sys.executable, "-m", "bot", "doctor"],
            env={**os.environ, **settings, "PYTHONPATH": str(tmp_path / "installed")},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert said.returncode == 0, said.stdout + said.stderr
    assert "ok    Slack scopes: all " in said.stdout
    assert "ok    tagger" in said.stdout

"""The wheel holds all that the packages hold, and runs from a folder that is no checkout."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from subprocess import PIPE
from urllib.request import urlopen
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


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command `nutgraf` of an environment of its own, in an empty folder; its dependencies are those of the tests."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=False)
    python = home / "venv" / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*install, str(wheel)], check=True)  # noqa: S603  # our own package
    (site,) = (home / "venv" / "lib").glob("python*/site-packages")
    (site / "tests_have.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (home / "elsewhere").mkdir()
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "NUTGRAF_", "PYTHON"))
    }

    def nutgraf(*words, stdin=PIPE, stdout=PIPE, **settings):
        return subprocess.Popen(  # noqa: S603  # our own program
            [home / "venv" / "bin" / "nutgraf", *words],
            env={**kept, "COLUMNS": "100", **settings},
            cwd=home / "elsewhere",
            stdin=stdin,
            stdout=stdout,
            stderr=PIPE,
            text=True,
        )

    return nutgraf


@pytest.mark.model
def test_an_installed_wheel_briefs(installed):
    """In another folder, with its own weights."""
    brief = installed("brief", "-", "--json")
    told, complaint = brief.communicate(
        "“We will not close the Skerrin school,” Mayor Ada Rook said on Monday."
    )
    assert (brief.returncode, complaint) == (0, "")
    assert json.loads(told)["bullets"][0]["source"]["name"] == "Ada Rook"


def test_a_wheel_is_typed_and_names_its_component_to_spacy(wheel):
    """`nlp.add_pipe("nutgraf")` needs no import."""
    with ZipFile(wheel) as packed:
        names = packed.namelist()
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        told = packed.read(entry_points).decode()
    assert "summarizer/py.typed" in names
    assert "[spacy_factories]\nnutgraf = summarizer.spacy_component:make" in told


@pytest.mark.model
def test_the_demo_is_three_screens_that_wait_for_a_person(installed):
    """A story with its proof, how the other links were answered, the digest, and what to do next; proofs open to the end."""
    person, terminal = os.openpty()
    with installed("demo", stdin=terminal, stdout=terminal, LINES="50", TERM="xterm") as demo:
        os.close(terminal)
        story, links = screen(person), screen(person)
        digest = screen(person, "Enter: end")
        proof = re.search(r"http://127\.0\.0\.1:\d+/ferry[^\x1b#]*", story)[0]
        with urlopen(proof) as page:  # noqa: S310  # our own
            assert b"Marrack" in page.read()
        os.write(person, b"\n")
        assert demo.wait(timeout=120) == 0
        assert demo.stderr.read() == ""
    os.close(person)
    assert "told reporters on the quay shortly after eight" in " ".join(plain(story).split())
    assert all(word in links for word in ("Already briefed", "German", "not a single article"))
    assert all(word in digest for word in ("Digest for", "What to do next", "docs/slack.md"))
    assert sum(shown.count("\n") for shown in (story, links, digest)) <= 3 * 60


def screen(person, until="Enter: go on"):
    """What is printed up to a question, which is then answered unless it is the last."""
    shown = b""
    while until.encode() not in shown:
        shown += os.read(person, 65536)
    if until == "Enter: go on":
        os.write(person, b"\n")
    return shown.decode()


def plain(shown):
    """Without colours and links."""
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\\\", "", shown)


@pytest.mark.model
def test_an_installed_wheel_checks_itself_and_runs(installed):
    """The doctor loads the model and the tagger, and holds the app's scopes against the manifest; the bot connects."""
    with FakeSlack() as slack:
        settings = {
            "SLACK_API_URL": slack.url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "NUTGRAF_METRICS": "off",
        }
        doctor, bot = installed("doctor", **settings), installed("run", **settings)
        told, complaint = doctor.communicate()
        assert doctor.returncode == 0, told + complaint
        assert "ok    Slack scopes: all " in told
        assert "ok    tagger" in told
        slack.wait_until_connected(timeout=120)
        bot.send_signal(signal.SIGTERM)
        said = bot.communicate()
        assert bot.returncode == 0, said

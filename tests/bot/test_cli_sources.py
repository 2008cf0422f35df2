"""What is named on the command line: saved pages, mails, mistyped links, files of other kinds; and what is kept of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from bot.database import DatabaseFile
from tests.bot.terminal import terminal_in
from tests.corpus import pages

pytestmark = [pytest.mark.slow, pytest.mark.model]

ROOT = Path(__file__).resolve().parents[2]
FERRY, COPY, GAS = (
    str(pages()[slug])
    for slug in ("ferry-aldermouth-courier", "ferry-capital-standard", "gas-dispute-meridian-post")
)
ADDRESS = "https://courier.example/ferry"


@pytest.fixture
def nutgraf(tmp_path, monkeypatch, capsys):
    """The command line in an empty folder."""
    return terminal_in(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nowhere.html", "nowhere.html: there is no such file."),
        ("htps://courier.example/x", "did you mean https://courier.example/x?"),
        ("www.courier.example/story", "did you mean https://www.courier.example/story?"),
        ("example.com", "did you mean https://example.com?"),
        ("empty.txt", "empty.txt: it is empty."),
        ("notes.docx", "notes.docx: a Word document, which is not read"),
        ("folder", "folder: it is a folder; `nutgraf brief --jsonl folder` briefs"),
        (str(pages()["bridge-nordhafener-rundschau"]), "rundschau.html: it is in German"),
        (str(pages()["front-page-capital-standard"]), "standard.html: not a single article"),
    ],
)
@pytest.mark.parametrize("command", ["brief", "page"])
def test_a_refusal_names_its_source_and_says_what_to_do(nutgraf, tmp_path, command, source, said):
    """In one line on stderr; `page` shows what only `brief` refuses."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04\x14\x00word/document.xml" + bytes(range(256)))
    (tmp_path / "folder").mkdir()
    shown = nutgraf(command, source)
    if command == "page" and Path(source).is_absolute():
        assert shown.status == 0
        return
    assert (shown.status, shown.out) == (1, "")
    assert said in shown.err
    assert shown.err.count("\n") == 1


def test_a_page_in_a_list_that_is_no_text_has_its_error_in_its_line(nutgraf, tmp_path):
    """As for one that cannot be opened."""
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04\x14\x00word/document.xml")
    line = json.dumps({"id": 1, "url": ADDRESS, "path": "notes.docx"})
    shape = json.loads(nutgraf("page", "--jsonl", stdin=line).out)
    assert (shape["text"], shape["kind"]) == ("", "NotText")


def test_two_forms_at_once_are_a_usage_error(nutgraf):
    """So are options that do not go together; nothing is printed."""
    for words in (
        ("brief", FERRY, "--json", "--markdown"),
        ("brief", FERRY, "--jsonl", "--json"),
        ("digest", "--html", "--json"),
        ("brief", FERRY, "--json", "--proof"),
        ("brief", FERRY, GAS, "--url", ADDRESS),
        ("brief", FERRY, "--url", "courier"),
        ("brief", FERRY, "--jsonl", "--keep"),
    ):
        said = nutgraf(*words)
        assert (said.status, said.out) == (2, ""), words


def test_a_saved_page_has_its_address_and_its_proofs_below_its_lines(nutgraf):
    """Each passage stands as its page has it."""
    shown = nutgraf("brief", FERRY, "--url", ADDRESS, "--proof")
    assert (shown.status, shown.err) == (0, "")
    assert ADDRESS in shown.out
    folded = " ".join(shown.out.split())
    assert "“I’d pulled in nine people before I saw that the tenth was Rosa,” Bram Tennick" in folded
    brief = json.loads(nutgraf("brief", FERRY, "--url", ADDRESS, "--json").out)
    text = brief["article"]["text"]
    proofs = [(e["url"], text[e["start"] : e["end"]]) for one in brief["bullets"] for e in one["evidence"]]
    assert {url for url, _ in proofs} == {ADDRESS}
    assert all(" ".join(passage.split()) in folded for _, passage in proofs)


def test_what_is_kept_is_found_in_the_archive(nutgraf):
    """Once, however often it is kept; an archive without a brief says how it fills."""
    assert "begin one with `nutgraf brief SOURCE --keep`" in nutgraf("search", "chains").err
    kept = nutgraf("brief", FERRY, "--url", ADDRESS, "--keep")
    assert (kept.status, kept.err.startswith("Kept in ")) == (0, True)
    assert "in the place of the earlier" in nutgraf("brief", FERRY, "--url", ADDRESS, "--keep").err
    assert nutgraf("search", "chains").out.count(ADDRESS) == 1
    assert "Rosa Tennick" in nutgraf("who", "Tennick").out
    assert "Nobody on my team" in nutgraf("check", "Nobody on my team is talking about stopping").out
    assert "1 story" in nutgraf("digest").out
    assert json.loads(nutgraf("search", "zeppelin", "--json").out) == []


def test_what_was_pasted_and_kept_is_found_without_an_address(nutgraf):
    """It has none."""
    nutgraf("brief", "-", "--keep", stdin="“We will not close the school,” Mayor Ada Rook said on Monday.")
    found = nutgraf("who", "Rook").out
    assert "We will not close" in found
    assert "stdin" not in found


def test_an_archive_without_a_brief_says_how_it_fills(nutgraf, tmp_path):
    """In every command that looks something up."""
    DatabaseFile(tmp_path / "data" / "nutgraf.db").migrate()
    for command in ("search", "who", "figures", "check"):
        assert nutgraf(command, "ferry").out.startswith("The archive is empty")


def test_unrelated_sources_are_told_and_not_kept_as_one(nutgraf):
    """Two pages on one event are one story without a word."""
    together = nutgraf("brief", FERRY, GAS)
    assert together.status == 0
    assert f"these look like 2 stories, and are in one brief: {FERRY}; {GAS}." in together.err
    assert nutgraf("brief", FERRY, COPY).err == ""
    refused = nutgraf("brief", FERRY, GAS, "--keep")
    assert (refused.status, refused.out) == (1, "")
    assert "There is no archive" in nutgraf("search", "ferry").err


def test_a_saved_mail_is_briefed(nutgraf, tmp_path):
    """Its subject is the headline."""
    heads = "From: Skerrin Trust <press@skerrin.example>\nTo: desk\nSubject: Pier stays closed until May\nMIME-Version: 1.0\n"
    story = "The pier will stay closed until May, director Ada Rook said on Monday. “Nobody will set foot on it,” Rook said."
    (tmp_path / "pier.eml").write_text(f"{heads}\nFOR IMMEDIATE RELEASE\n\n{story}\n", encoding="utf-8")
    shown = nutgraf("brief", "pier.eml")
    assert shown.out.startswith("Pier stays closed until May\nSkerrin Trust\n")
    assert "FOR IMMEDIATE" not in shown.out


def test_the_brief_in_the_readme_is_a_real_one(nutgraf):
    """Every line of it, in its order; what is cut out is marked."""
    shown = nutgraf("brief", GAS, COLUMNS="88").out.splitlines()
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1]
    places = [shown.index(line) for line in block.splitlines() if line not in ("", "[…]")]
    assert len(places) >= 15
    assert places == sorted(places)


def test_completion_comes_with_the_command(tmp_path):
    """As docs/using.md says; for bash, zsh and fish."""
    for shell in ("bash", "zsh", "fish"):
        script = subprocess.run(  # our own program
            [sys.executable, "-m", "bot"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "_NUTGRAF_COMPLETE": f"{shell}_source"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert script.returncode == 0
        assert "_NUTGRAF_COMPLETE" in script.stdout


def test_ctrl_c_ends_a_command_and_its_readers_without_a_word(tmp_path):
    """Exit status 130, or 0 where all was read; the signal goes to every process of the terminal's foreground."""
    line = (
        json.dumps({"id": 1, "text": "“We will not close the school,” Mayor Ada Rook said on Monday."}) + "\n"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "extract", "--jsonl", "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        start_new_session=True,
    ) as command:
        command.stdin.write(line.encode() * 200)
        command.stdin.flush()
        assert command.stdout.readline()
        os.killpg(command.pid, signal.SIGINT)
        # Reads on, for nobody ends who has more to say than a pipe holds; a busy machine may have read all by then.
        _, complaint = command.communicate(timeout=120)
        assert command.returncode in {0, 130}
        assert complaint == b""

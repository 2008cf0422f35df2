"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from bot.database import DatabaseFile
from tests.bot.terminal import terminal_in
from tests.corpus import SAMPLE, pages
from tests.fakes.slack import FakeSlack

pytestmark = [pytest.mark.slow, pytest.mark.model]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nutgraf(tmp_path, monkeypatch, capsys):
    """The command line in an empty folder, with settings of its own. As a process: the demo, and test_cli_output.py."""
    return terminal_in(tmp_path, monkeypatch, capsys)


def test_a_brief_of_a_file_is_readable_in_a_terminal_and_as_json(nutgraf):
    """The JSON carries the proof of every bullet."""
    shown = nutgraf("brief", str(SAMPLE))
    assert (shown.status, shown.err) == (0, "")
    assert "Tammy Bruce" in shown.out
    brief = json.loads(nutgraf("brief", str(SAMPLE), "--json").out)
    text = brief["article"]["text"]
    assert all(text[e["start"] : e["end"]] for bullet in brief["bullets"] for e in bullet["evidence"])
    assert brief["article"]["url"] == SAMPLE.resolve().as_uri()


def test_standard_input_is_briefed_as_markdown(nutgraf):
    """Pages as well as text."""
    page = pages()["gas-dispute-meridian-post"].read_text(encoding="utf-8")
    shown = nutgraf("brief", "-", "--markdown", stdin=page)
    assert shown.status == 0
    assert "Velmora" in shown.out


def test_what_cannot_be_briefed_is_one_sentence_on_stderr(nutgraf):
    """No traceback, exit status 1."""
    for source in (str(pages()["front-page-capital-standard"]), "nowhere.html", "http://127.0.0.1:1/x"):
        failed = nutgraf("brief", source)
        assert (failed.status, failed.out) == (1, "")
        assert failed.err.strip().count("\n") == 0
        assert "Traceback" not in failed.err


def test_wrong_words_are_a_usage_error(nutgraf):
    """Exit status 2."""
    assert nutgraf("brief").status == 2
    assert nutgraf("nonsense").status == 2


def test_extract_gives_a_line_for_each_text_in_order(nutgraf):
    """A line that is none is told and passed over."""
    texts = [f'"We will not close school {n}," Mayor Ada Rook said.' for n in range(3)]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    done = nutgraf("extract", "--jsonl", stdin="\n".join([lines[0], "no json", *lines[1:]]) + "\n")
    got = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in got] == ["0", "1", "2"]
    assert all(line["statements"][0]["source"]["name"] == "Ada Rook" for line in got)
    assert (done.status, "line 2" in done.err) == (1, True)


def test_extract_says_the_language_and_refuses_what_it_cannot_read(nutgraf):
    """Another language, and a line without a text, have their error in their line; the others are read."""
    page = pages()["bridge-nordhafener-rundschau"]
    german = json.loads(nutgraf("page", str(page), "--json").out)["text"]
    english = json.loads(nutgraf("page", str(SAMPLE), "--json").out)["text"]
    texts = [german, None, "“No,” Mayor Ada Rook said.", english]
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    done = nutgraf("extract", "--jsonl", stdin=lines)
    refused, empty, short, whole = map(json.loads, done.out.splitlines())
    assert (refused["kind"], "German" in refused["error"]) == ("OtherLanguage", True)
    assert (empty["id"], empty["kind"]) == (1, "NoText")
    assert (short["language"], len(short["statements"])) == (None, 1)
    assert whole["language"] == "en"
    assert (done.status, done.err) == (0, "")


def test_extract_with_several_processes_gives_the_same(nutgraf):
    """In the same order."""
    lines = "".join(
        json.dumps({"id": n, "text": f"The mayor said {n} schools would close."}) + "\n" for n in range(9)
    )
    alone, together = (
        nutgraf("extract", "--jsonl", stdin=lines),
        nutgraf("extract", "--jsonl", "--jobs", "2", stdin=lines),
    )
    assert alone.out == together.out
    assert alone.out.count("\n") == 9


def test_a_folder_is_briefed_line_by_line_and_taken_up_where_it_was_left(nutgraf, tmp_path):
    """What is no article says so in its own line, and what is in the file is not read again."""
    archive, out = tmp_path / "archive", tmp_path / "briefs.jsonl"
    archive.mkdir()
    for slug in ("ferry-aldermouth-courier", "front-page-capital-standard", "gas-dispute-meridian-post"):
        (archive / f"{slug}.html").write_bytes(pages()[slug].read_bytes())
    assert nutgraf("brief", "--jsonl", str(archive), "--out", str(out)).status == 0
    ferry, front, gas = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (ferry["id"], len(ferry["articles"])) == ("ferry-aldermouth-courier.html", 1)
    assert "not a single article" in front["error"]
    assert gas["bullets"]
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) // 2])
    assert nutgraf("brief", "--jsonl", str(archive), "--out", str(out), "--jobs", "2").status == 0
    assert out.read_bytes() == whole


def test_page_shows_the_article_of_any_page(nutgraf):
    """Also in another language, which brief refuses."""
    path = pages()["bridge-nordhafener-rundschau"]
    shown = json.loads(nutgraf("page", str(path), "--json").out)
    assert shown["language"] == "de"
    line = json.dumps({"id": "1", "url": "https://rundschau.example/bruecke", "path": str(path)})
    assert json.loads(nutgraf("page", "--jsonl", stdin=line).out)["text"] == shown["text"]


def test_stories_are_named_in_order_of_arrival(nutgraf):
    """The same article twice is one story."""
    text = "Divers searched the hull of the ferry Lady Ansell off Skerrin Point on Wednesday."
    lines = "".join(json.dumps({"id": n, "text": text}) + "\n" for n in "ab")
    got = [json.loads(line)["story"] for line in nutgraf("stories", "--jsonl", stdin=lines).out.splitlines()]
    assert got[0] == got[1]


def test_an_empty_archive_is_said(nutgraf, tmp_path):
    """Not an error."""
    DatabaseFile(tmp_path / "data" / "nutgraf.db").migrate()
    assert "The archive is empty" in nutgraf("search", "anything").out
    assert "Nothing was briefed" in nutgraf("digest", "--day", "2026-03-02").out
    assert json.loads(nutgraf("digest", "--json").out)["stories"] == []


def test_run_without_tokens_says_what_is_missing_and_where_it_is(nutgraf):
    """One sentence each."""
    failed = nutgraf("run")
    assert failed.status == 1
    assert [line.split()[0] for line in failed.err.splitlines()] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
    assert failed.err.count("docs/slack.md") == 2


def test_run_with_a_wrong_token_says_which(nutgraf):
    """And what Slack said."""
    with FakeSlack() as slack:
        tokens = {
            "SLACK_API_URL": slack.url,
            "SLACK_BOT_TOKEN": "xoxb-wrong",
            "SLACK_APP_TOKEN": slack.app_token,
        }
        failed = nutgraf("run", **tokens)
        assert failed.err.startswith("Slack does not accept SLACK_BOT_TOKEN (invalid_auth)")
        failed = nutgraf(
            "run", **tokens | {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": "xapp-wrong"}
        )
        assert failed.err.startswith("Slack does not accept SLACK_APP_TOKEN (invalid_auth)")


def test_the_whole_demo_ends_where_nobody_reads_on(tmp_path):
    """With --all it shows every brief, refusal and picture; as with `| head` it ends, though its flows print from threads."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    with subprocess.Popen(  # our own program
        [sys.executable, "-m", "bot", "demo", "--all"],
        cwd=tmp_path,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
    ) as demo:
        shown = ""
        while "Nutgraf shows a picture" not in shown and (line := demo.stdout.readline().decode()):
            shown += line
        demo.stdout.close()
        assert demo.wait(timeout=120) in {0, 1}  # all may have been said when the reader goes
        assert b"Traceback" not in demo.stderr.read()
    for words in ("Nutgraf shows a picture", "Ilse Marrack", "Already briefed", "German", "Digest for"):
        assert words in shown

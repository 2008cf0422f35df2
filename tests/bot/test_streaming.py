"""An archive's lines: what is there, what is taken up again."""

from __future__ import annotations

import json

import click
import pytest

from bot.cli.archive import Folder, LineArchive, open_archive
from bot.cli.kept import KeptLines
from bot.cli.streaming import stream
from tests.bot.poison import KILLS, WORK


def written(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_lines_are_told_from_folders_and_from_nothing(tmp_path):
    """A name that is neither is said at once."""
    lines = tmp_path / "archive.jsonl"
    lines.write_text(
        '{"id": 1, "text": "One."}\nnone\n{"id": "b", "text": "Two.", "url": "https://a.example/b"}\n'
    )
    archive = open_archive(str(lines))
    assert isinstance(archive, LineArchive)
    assert archive.size == 3
    assert [(entry.id, entry.text, entry.url) for entry in archive.entries()] == [
        (1, "One.", "stdin:"),
        ("b", "Two.", "https://a.example/b"),
    ]
    assert archive.skipped == 1
    (tmp_path / "page.html").touch()
    assert isinstance(open_archive(str(tmp_path)), Folder)
    with pytest.raises(click.ClickException):
        open_archive(str(tmp_path / "nowhere"))


def test_a_folder_gives_its_pages_and_texts_in_order(tmp_path, capsys):
    """Below it, too; other files are left alone, which is said once at the end."""
    for name in ("b.txt", "a.html", "deep/c.PDF", "notes.docx", "c.png", "d.rtf", "e.epub", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    folder = Folder(tmp_path)
    assert [entry.id for entry in folder.entries()] == ["a.html", "b.txt", "deep/c.PDF"]
    assert folder.size == 3
    told = "passed over 4 files of other kinds: c.png, d.rtf, e.epub and 1 more\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        (
            "notes.docx",
            b"PK\x03\x04\x14\x00word/document.xml",
            "notes.docx: a Word document, which is not read",
        ),
        (
            "book.epub",
            b"PK\x03\x04\x14\x00mimetypeapplication/epub+zip",
            "book.epub: an EPUB book, which is not",
        ),
        ("a.rtf", rb"{\rtf1 The mayor said.}", "a.rtf: an RTF document, which is not read"),
        ("noise", bytes(range(32)) * 99, "noise: a file without text, which is not read"),
        (
            "a.html",
            b"<html><body><p>The mayor said.</p></body></html>",
            "a.html: it is a page and no file of",
        ),
        ("a.pdf", b"%PDF-1.7\n", "a.pdf: it is a PDF and no file of JSON lines; give `nutgraf brief"),
        ("folder/c.png", b"", "folder: there is no .eml, .htm, .html, .pdf or .txt file in it."),
    ],
)
def test_what_holds_no_texts_is_said_in_one_sentence(tmp_path, name, body, said):
    """And not line by line."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(body)
    with pytest.raises(click.ClickException) as refused:
        open_archive(str(tmp_path / name.partition("/")[0]))
    assert said in refused.value.message


def test_what_is_kept_is_known_again_and_a_torn_line_is_cut_off(tmp_path):
    """A number is not the word that looks like it."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b'{"id": 1, "said": "ONE"}\n{"id": "two"}\n{"id": 3, "sai')
    with KeptLines(path) as kept:
        assert 1 in kept
        assert "two" in kept
        assert "1" not in kept
        assert 3 not in kept
        kept.add({"id": 3, "said": "“THREE” \udc80"})
    assert [line["id"] for line in written(path)] == [1, "two", 3]


def test_texts_that_failed_for_a_reason_that_may_pass_are_tried_again(tmp_path):
    """A reader's end, a file that could not be opened, what nobody foresaw; what is no article stays as it is."""
    path = tmp_path / "out.jsonl"
    failures = {
        "slow": "ReadingFailed",
        "away": "FileUnreadable",
        "odd": "Unforeseen",
        "list": "NotAnArticle",
    }
    path.write_text(
        '{"id": "read", "kind": "ReadingFailed"}\n'
        + "".join(json.dumps({"id": n, "error": "…", "kind": kind}) + "\n" for n, kind in failures.items())
        + '{"id": "torn'
    )
    path.chmod(0o640)
    with KeptLines(path) as kept:
        assert [name for name in (*failures, "read") if name in kept] == ["list", "read"]
        kept.add({"id": "slow"})
    assert [line["id"] for line in written(path)] == ["read", "list", "slow"]
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    """In one sentence."""
    with pytest.raises(click.ClickException, match="cannot be written"):
        KeptLines(tmp_path / "nowhere" / "out.jsonl")


@pytest.mark.slow
def test_a_killed_run_is_taken_up_where_it_was_left(tmp_path):
    """The file ends as if nothing had happened: each text once, poison with its sentence, tried again each time."""
    archive, out, whole = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    texts = ["one", "two", KILLS, "four"]
    archive.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    stream(str(archive), WORK, 1, whole)
    for torn in (0, 5, len(whole.read_bytes()) // 2, len(whole.read_bytes()) - 1):
        out.write_bytes(whole.read_bytes()[:torn])
        stream(str(archive), WORK, 1, out)
        assert sorted((line["id"], line.get("said")) for line in written(out)) == [
            (0, "ONE"),
            (1, "TWO"),
            (2, None),
            (3, "FOUR"),
        ]
    stream(str(archive), WORK, 1, out)
    assert len(written(out)) == 4


def test_lines_go_to_standard_output_where_there_is_no_file(capfdbinary):
    """Whole lines, at once."""
    with KeptLines(None) as kept:
        kept.add({"id": 1})
    assert capfdbinary.readouterr().out == b'{"id": 1}\n'

"""A folder of documents: in parallel, and one bad file never stops the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from documents.build import text
from documents.papers import paper

import nagarezu as ng
from nagarezu.importing.folder import import_folder, summary

_GOOD = ("agenda_shuttle", "answer_library", "register_files")


def _fill(folder: Path, copies: int = 1) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in _GOOD:
        content = text.build(paper(name)).content
        for copy in range(copies):
            (folder / f"{name}-{copy}.txt").write_bytes(content)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (folder / "empty.txt").write_bytes(b"")
    (folder / ".hidden.txt").write_bytes(b"x")
    (folder / "picture.png").write_bytes(b"\x89PNG")


def test_bad_files_are_reported_and_the_rest_is_written(tmp_path: Path) -> None:
    _fill(tmp_path / "in", copies=3)
    seen: list[tuple[int, int]] = []
    outcomes = import_folder(
        tmp_path / "in",
        tmp_path / "out",
        workers=2,
        progress=lambda done, all_: seen.append((done, all_)),
    )
    assert [each.document.name for each in outcomes if each.error] == ["broken.pdf", "empty.txt"]
    assert len(outcomes) == 11
    assert seen[-1] == (11, 11)
    for each in outcomes:
        if each.case is not None:
            assert ng.load(each.case).counts["matters"] >= 1
            assert each.case.with_name(f"{each.case.stem}.notes.json").exists()
    assert "11件のうち9件" in summary(outcomes, "ja")
    assert "broken.pdf" in summary(outcomes, "en")


def test_one_worker_writes_the_same_files_as_two(tmp_path: Path) -> None:
    _fill(tmp_path / "in", copies=3)
    for workers in (1, 2):
        import_folder(tmp_path / "in", tmp_path / f"out{workers}", workers=workers)
    left = {path.name: path.read_bytes() for path in (tmp_path / "out1").iterdir()}
    assert left == {path.name: path.read_bytes() for path in (tmp_path / "out2").iterdir()}


def _run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "nagarezu", "import", *arguments],
        capture_output=True,
        check=False,
    )


def test_the_command_writes_a_case_and_says_what_is_left(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_bytes(text.build(paper("agenda_meal")).content)
    done = _run(str(source), "-o", str(tmp_path / "case.json"), "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert b"questions" in done.stderr
    assert ng.load(tmp_path / "case.json").counts["matters"] == 2


def test_without_a_file_the_case_goes_to_stdout(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_bytes(text.build(paper("agenda_meal")).content)
    done = _run(str(source), "--quiet")
    assert done.returncode == 0
    assert done.stderr == b""
    assert json.loads(done.stdout)["format"] == "nagarezu/1"


def test_exit_codes_tell_bad_input_from_bad_use(tmp_path: Path) -> None:
    _fill(tmp_path / "in")
    assert _run(str(tmp_path / "in" / "broken.pdf")).returncode == 3
    assert _run(str(tmp_path / "in")).returncode == 2  # a folder needs -o
    assert _run(str(tmp_path / "in"), "-o", str(tmp_path / "out")).returncode == 3
    assert len(list((tmp_path / "out").glob("*.notes.json"))) == 3

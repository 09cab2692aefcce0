"""The command line as a user runs it: streams, formats, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from nagarezu.report import SUFFIXES
from nagarezu.tables import SPECS, table_names

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))
BROKEN = sorted((ROOT / "tests" / "golden" / "broken").glob("*.json"))
COMMAND = [sys.executable, "-m", "nagarezu"]


def run(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        timeout=120,
        check=False,
        **more,  # type: ignore[call-overload]
    )


def ok(*arguments: str | Path) -> bytes:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return done.stdout


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The message of a failure: one line, no traceback."""
    text = done.stderr.decode("utf-8")
    assert "Traceback" not in text
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    return lines[0]


def test_the_real_cases_are_there_and_valid() -> None:
    assert len(CASES) == 5
    done = run("check", *CASES, "--format", "json")
    assert done.returncode == 0
    shape = json.loads(done.stdout)
    assert list(shape) == ["errors", "findings"]
    assert shape["errors"] == []
    assert {finding["case"] for finding in shape["findings"]} == {path.stem for path in CASES}
    assert "5件を検査" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("name", table_names())
def test_every_table_of_all_cases_has_the_shape_of_the_contract(name: str) -> None:
    shape = json.loads(ok("table", name, *CASES, "--format", "json"))
    assert list(shape) == ["table", "title", "columns", "rows", "notes"]
    assert shape["table"] == name
    assert all(list(column) == ["name", "label", "unit"] for column in shape["columns"])
    columns = [column["name"] for column in shape["columns"]]
    assert columns[0] == "case"
    labelled = SPECS[name].known()
    if not SPECS[name].one_per_recipient:
        assert set(columns) <= set(labelled), "a column without label"
    assert all(list(row) == columns for row in shape["rows"])
    order = [path.stem for path in CASES]
    places = [order.index(row["case"]) for row in shape["rows"]]
    assert places == sorted(places)


def test_formats_agree_on_rows() -> None:
    rows = json.loads(ok("table", "recipients", *CASES, "--format", "json"))["rows"]
    text = ok("table", "recipients", *CASES, "--format", "csv").decode("utf-8")
    records = list(csv.DictReader(io.StringIO(text)))
    assert [record["holder"] for record in records] == [row["holder"] for row in rows]
    for record, row in zip(records, rows, strict=True):
        for name, value in row.items():
            if value is None:
                assert record[name] == ""
            elif isinstance(value, bool):
                assert record[name] == str(value).lower()
            elif isinstance(value, int):
                assert int(record[name]) == value
    book = openpyxl.load_workbook(io.BytesIO(ok("table", "recipients", *CASES, "--format", "xlsx")))
    assert book["recipients"].max_row == len(rows) + 1
    markdown = ok("table", "recipients", *CASES, "--format", "md").decode("utf-8")
    assert sum(line.startswith("|") for line in markdown.splitlines()) == len(rows) + 2


def test_text_is_the_default_and_english_is_offered() -> None:
    assert ok("table", "recipients", CASES[0]).decode("utf-8").startswith("表6 受領者一覧")
    english = ok("table", "recipients", CASES[0], "--lang", "en").decode("utf-8")
    assert english.startswith("Table 6 Recipients")


def test_output_is_utf8_whatever_the_terminal_says() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("table", "recipients", CASES[0], env=environment)
    assert done.returncode == 0
    assert "受領者" in done.stdout.decode("utf-8")


def test_the_suffix_of_the_file_chooses_the_format(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    done = run("table", "recipients", CASES[0], "-o", target, "--lang", "en")
    assert done.returncode == 0
    assert done.stdout == b""
    assert "wrote" in done.stderr.decode("utf-8")
    assert json.loads(target.read_text("utf-8"))["table"] == "recipients"
    assert run("table", "recipients", CASES[0], "-o", target, "--quiet").stderr == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("table", "recipiants", "CASE"), "recipients"),
        (("report", "CASE", "-o", "a.doc"), ".docx"),
        (("table", "recipients", "CASE", "-o", "a.xyz"), ".json"),
    ],
)
def test_wrong_use_names_what_there_is(arguments: tuple[str, ...], said: str) -> None:
    done = run(*(str(CASES[0]) if word == "CASE" else word for word in arguments))
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in one_line(done)


@pytest.mark.parametrize(
    "arguments",
    [
        ("tabel",),
        ("table",),
        ("table", "recipients"),
        ("table", "recipients", "x", "--format", "pdf"),
        ("table", "recipients", "x", "--lang", "fr"),
        ("report", "x"),
        ("check",),
    ],
)
def test_an_incomplete_command_is_wrong_use(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr


def test_a_file_that_is_not_there_is_invalid_input(tmp_path: Path) -> None:
    missing = tmp_path / "none.json"
    for arguments in (("table", "cases", missing), ("report", missing, "-o", tmp_path / "a.md")):
        done = run(*arguments, "--lang", "en")
        assert done.returncode == 3
        assert "file_unreadable" in one_line(done)
    done = run("check", missing, CASES[0], "--format", "json", "--lang", "en")
    assert done.returncode == 3
    errors = json.loads(done.stdout)["errors"]
    assert [error["code"] for error in errors] == ["file_unreadable"]
    assert errors[0]["file"] == str(missing)


def test_there_are_broken_files() -> None:
    assert len(BROKEN) >= 10


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_gives_coded_errors_with_places(path: Path) -> None:
    done = run("check", path, "--format", "json", "--lang", "en")
    assert done.returncode == 3
    errors = json.loads(done.stdout)["errors"]
    assert errors
    for error in errors:
        assert list(error) == [
            *("code", "severity", "file", "line", "column", "pointer", "message", "hint"),
        ]
        assert error["message"] != error["code"]
    text = run("check", path, "--lang", "ja")
    assert text.returncode == 3
    lines = text.stdout.decode("utf-8").splitlines()
    assert len(lines) == len(errors)
    assert lines[0].startswith(f"{path}:")
    assert f" {errors[0]['code']} " in lines[0]
    assert "Traceback" not in text.stderr.decode("utf-8")


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "xlsx", "md"])
def test_a_report_of_all_cases_has_equal_bytes_each_time(tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    ok("report", *CASES, "-o", first)
    time.sleep(1.1)  # a clock that got in would show
    ok("report", *CASES, "-o", second)
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 20_000


def test_the_box_of_a_report(tmp_path: Path) -> None:
    ok("report", CASES[0], "-o", tmp_path / "a.md", "--box", "資料 3-2")
    assert (tmp_path / "a.md").read_text("utf-8").startswith("資料 3-2\n")


def test_the_demo_writes_everything_it_says(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    summary = ok("demo", "--out", out).decode("utf-8")
    assert all(path.stem in summary for path in CASES)
    assert "383,395–689,022人" in summary
    assert json.loads((out / "check.json").read_text("utf-8"))["errors"] == []
    assert {path.name for path in (out / "cases").iterdir()} == {path.name for path in CASES}
    names = {f"{name}.{suffix}" for name in table_names() for suffix in ("csv", "json")}
    assert {path.name for path in (out / "tables").iterdir()} == names
    stems = [*(path.stem for path in CASES), "volume"]
    papers = {f"{stem}{suffix}" for stem in stems for suffix in SUFFIXES}
    assert {path.name for path in (out / "paper").iterdir()} == papers
    assert "資料1-1" in (out / "paper" / f"{CASES[0].stem}.md").read_text("utf-8")
    assert (out / "tables" / "recipients.csv").read_bytes().startswith(b"\xef\xbb\xbfcase,")


def test_the_schema_is_json() -> None:
    assert json.loads(ok("schema"))["$schema"].startswith("https://json-schema.org/draft/2020-12")


def test_a_reader_that_goes_away_is_no_error() -> None:
    # More than a pipe holds, so that the writer is still writing when the reader closes.
    process = subprocess.Popen(
        [*COMMAND, "table", "safeguards", *map(str, CASES * 4), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 0
    assert said == b""


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    done = run("report", CASES[0], "-o", tmp_path / "nowhere" / "a.md", "--lang", "en")
    assert done.returncode == 4
    assert "cannot write" in one_line(done)


def test_help_is_in_both_languages() -> None:
    text = ok("--help").decode("utf-8")
    for command in ("demo", "check", "table", "report", "schema"):
        assert command in text
    assert "案件" in text
    assert ok("--version").decode("utf-8").startswith("nagarezu ")

"""`check-table` and `--data` as a user runs them: streams, formats, exit codes, languages."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books import book, csv_file, saved

from nagarezu.readable import RULES
from nagarezu.readable.outcome import STATUS
from nagarezu.readable.rules import packaged
from nagarezu.readable.words import FINDINGS, REASONS

ROOT = Path(__file__).parents[3]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))
COMMAND = [sys.executable, "-m", "nagarezu"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, timeout=120)


def good(folder: Path) -> Path:
    return saved(book(), folder / "good.xlsx")


def bad(folder: Path) -> Path:
    made = book()
    made["counts"].merge_cells("F2:F3")
    made["counts"]["F4"] = "secret 1,234"
    made["counts"]["F5"] = "1,234"
    return saved(made, folder / "bad.xlsx")


def test_exit_codes(tmp_path: Path) -> None:
    assert run("check-table", good(tmp_path)).returncode == 0
    assert run("check-table", bad(tmp_path)).returncode == 1
    assert run("check-table").returncode == 2
    assert run("check-table", good(tmp_path), "--format", "pdf").returncode == 2
    missing = run("check-table", tmp_path / "none.xlsx")
    assert missing.returncode == 3
    assert b"file_unreadable" in missing.stderr
    assert missing.stdout == b""
    (tmp_path / "cut.xlsx").write_bytes(good(tmp_path).read_bytes()[:500])
    assert run("check-table", tmp_path / "cut.xlsx").returncode == 3
    assert b"Traceback" not in run("check-table", tmp_path / "cut.xlsx").stderr


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_json_names_every_rule_and_every_place(lang: str, tmp_path: Path) -> None:
    done = run("check-table", bad(tmp_path), "--format", "json", "--lang", lang)
    found = json.loads(done.stdout)
    assert list(found) == ["file", "rules", "findings"]
    assert [rule["rule"] for rule in found["rules"]] == [rule.id for rule in RULES]
    assert {rule["status"] for rule in found["rules"]} <= set(STATUS)
    undecided = [r for r in found["rules"] if r["status"] in ("not_checked", "partly_ok")]
    assert all(rule["reason"] for rule in undecided)
    places = {(f["code"], f["place"]) for f in found["findings"]}
    assert places == {
        ("merged", "counts!F2:F3"),
        ("text_in_numbers", "counts!F4"),
        ("decorated_number", "counts!F5"),
    }
    for finding in found["findings"]:
        assert list(finding) == ["code", "rule", "severity", "place", "message", "hint"]
        assert finding["message"] == getattr(FINDINGS[finding["code"]].text, lang).format(
            what="persons"
        )


def test_values_of_cells_stay_out_of_what_is_printed(tmp_path: Path) -> None:
    for form in ("json", "text", "csv", "md"):
        done = run("check-table", bad(tmp_path), "--format", form)
        assert b"secret" not in done.stdout + done.stderr


def test_other_formats_say_the_same(tmp_path: Path) -> None:
    path = bad(tmp_path)
    text = run("check-table", path, "--lang", "en").stdout.decode("utf-8")
    assert "counts!F2:F3: merged [error] cells are merged" in text
    assert sum(line.startswith("L") for line in text.splitlines()) == 30
    table = run("check-table", path, "--format", "csv").stdout.decode("utf-8")
    records = list(csv.DictReader(io.StringIO(table)))
    assert {record["rule"] for record in records} == {rule.id for rule in RULES}
    assert [r["place"] for r in records if r["code"] == "merged"] == ["counts!F2:F3"]
    done = run("check-table", path, "--format", "xlsx", "-o", tmp_path / "out.xlsx")
    assert done.returncode == 1
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["check_table"]
    assert sheet.max_row == len(records) + 1
    assert "| L1-12 |" in run("check-table", path, "--format", "md").stdout.decode("utf-8")


def test_more_faults_than_are_listed_are_counted(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["name", "persons"], *([f"n{i}", "1,000"] for i in range(250))]
    path = csv_file(tmp_path / "folder", rows, documented=False)
    found = json.loads(run("check-table", path, "--format", "json").stdout)
    assert len([f for f in found["findings"] if f["code"] == "decorated_number"]) == 100
    assert next(r["places"] for r in found["rules"] if r["rule"] == "L2-01") == 250
    assert "and 150 more places" in run("check-table", path, "--lang", "en").stdout.decode()


def test_a_lone_csv_says_what_it_cannot_tell(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "folder", documented=False)
    found = json.loads(run("check-table", path, "--format", "json", "--lang", "en").stdout)
    status = {rule["rule"]: rule["status"] for rule in found["rules"]}
    assert status["L3-08"] == "not_checked"
    assert found["findings"] == []


def test_the_data_form_is_a_workbook_or_a_folder(tmp_path: Path) -> None:
    done = run("report", *CASES, "--data", "-o", tmp_path / "data.xlsx")
    assert done.returncode == 0, done.stderr
    assert run("check-table", tmp_path / "data.xlsx").returncode == 0
    done = run("report", *CASES, "--data", "-o", tmp_path / "folder")
    assert done.returncode == 0
    assert (tmp_path / "folder" / "recipients.csv").read_bytes().startswith(b"\xef\xbb\xbfcase,")
    assert run("check-table", tmp_path / "folder" / "recipients.csv").returncode == 0
    done = run("table", "flows", *CASES, "--data", "-o", tmp_path / "flows")
    assert {path.name for path in (tmp_path / "flows").iterdir()} >= {"flows.csv", "flows_to.csv"}
    done = run("table", "flows", *CASES, "--format", "xlsx")
    assert openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames[:2] == ["flows", "names"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "CASE", "--data", "-o", "a.docx"),
        ("report", "CASE", "--data", "-o", "a.csv"),
        ("table", "flows", "CASE", "--data"),
        ("table", "flows", "CASE", "--data", "--format", "csv"),
        ("table", "flows", "CASE", "--data", "--format", "json"),
    ],
)
def test_wrong_use_of_the_data_form(arguments: tuple[str, ...]) -> None:
    done = run(*(str(CASES[0]) if word == "CASE" else word for word in arguments))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.decode("utf-8").strip().splitlines()) == 1


def test_texts_are_there_in_both_languages() -> None:
    assert len(RULES) == 30
    items = [rule.item_2020 for rule in RULES if rule.item_2020]
    assert sorted(items) == sorted([*(f"1-{i}" for i in range(1, 14)), "2-1", "2-2"])
    for wording in FINDINGS.values():
        assert wording.rule in {rule.id for rule in RULES}
        for text in (*wording.text, *wording.hint):
            assert text
    for rule in RULES:
        assert all((*rule.title, *rule.checked, *(rule.unseen or ("x",))))
    assert all(text.ja != text.en for text in REASONS.values())
    assert {rule.id for rule in RULES} == {w.rule for w in FINDINGS.values()}


@pytest.mark.parametrize("name", ["rules", "findings", "reasons", "columns"])
def test_our_own_lists_are_readable_by_machines(name: str) -> None:
    path = ROOT / "data" / "readable" / f"{name}.csv"
    assert packaged(name)
    assert run("check-table", path).returncode == 0

"""Findings: clean cases raise nothing, each fault raises itself, and the words ask both ways."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import nagarezu as ng
from nagarezu import checks
from nagarezu.console import Format
from nagarezu.errors import Fault
from nagarezu.tables.findings import QUESTIONS, question

ROOT = Path(__file__).parents[2]
CLEAN = sorted((ROOT / "tests" / "cases" / "clean").glob("*.json"))
FAULTS = {path.stem: path for path in (ROOT / "tests" / "cases" / "findings").glob("*.json")}
REAL = sorted((ROOT / "data" / "cases").glob("*.json"))

# Each planted fault: severity, and the lines of both statements.
EXPECTED: dict[str, tuple[str, str, str | None]] = {
    "channel_not_in_media": ("question", "d:42", "d:25"),
    "checklist_without_selection": ("question", "d:40", "d:55"),
    "claim_against_list": ("warning", "d:34", "d:66"),
    "claim_fails": ("question", "d:42", "d:23"),
    "claimed_item_unlisted": ("warning", "d:34", "d:17"),
    "contents_differ": ("warning", "d:15", "d:40"),
    "count_bound": ("question", "d:6", None),
    "count_differs": ("warning", "d:13", "d:6"),
    "credential_from_attribute": ("question", "d:12", "d:13"),
    "crosswalk_unresolved": ("warning", "d:45", None),
    "direction_differs": ("warning", "d:15", "d:42"),
    "duplicated_row": ("warning", "d:31", "d:32 d:33"),
    "identifying_item": ("question", "d:31", "d:29"),
    "item_name_differs": ("question", "d:42", "d:47"),
    "items_beyond_system": ("question", "d:108", "d:11 d:25"),
    "medium_names_part": ("question", "d:25", "d:24"),
    "medium_not_stated": ("question", "d:52", "d:25"),
    "medium_without_channel": ("question", "d:16", "d:11 d:17 d:14"),
    "named_once": ("question", "d:14", "d:7"),
    "own_and_partner_differ": ("question", "d:45", "d:54"),
    "partner_column_identical": ("question", "d:42", "d:52"),
    "partner_not_named": ("question", "d:13", "d:14"),
    "period_outside_contract": ("question", "d:14", "d:28"),
    "recipient_without_safeguard": ("question", "d:14", "d:30 d:31 d:32"),
    "reentrustment_forbidden": ("question", "d:71", "d:62"),
    "reference_missing": ("info", "d:30", None),
    "scope_wider_than_purpose": ("question", "d:5", "d:4"),
    "stored_elsewhere": ("warning", "d:52", "d:23"),
    "title_without_content": ("warning", "d:10", "d:17 d:14"),
    "unit_mixture": ("info", "d:6", "d:7"),
    "unsourced_item": ("question", "d:29", "d:19"),
}

# What a careful reader finds in the real cases: code, a line of each place (see docs/findings.md).
FOUND: dict[str, list[tuple[str, str, str | None]]] = {
    "shinjuku-2019-card-delegation": [
        ("reentrustment_forbidden", "000:56", "000:47"),
        ("channel_not_in_media", "000:36", "000:32"),
        ("reference_missing", "000:24", None),
    ],
    "shinjuku-resident-register-assessment": [
        ("duplicated_row", "001:67", "001:68"),
        ("stored_elsewhere", "001:62", "001:49"),
        ("named_once", "001:14", None),
    ],
    "fujisawa-2021-card-reservation": [
        ("claim_against_list", "002:120", "002:108"),
        ("claimed_item_unlisted", "002:120", "002:101"),
        ("identifying_item", "002:120", "002:108"),
        ("credential_from_attribute", "002:104", "002:78"),
        ("crosswalk_unresolved", "002:173", None),
        ("crosswalk_unresolved", "002:187", None),
        ("item_name_differs", "002:94", "002:107"),
        ("reference_missing", "002:143", None),
    ],
    "shinjuku-2020-welfare-linkage": [
        ("period_outside_contract", "003:38", "003:60"),
        ("medium_names_part", "003:57", "003:55"),
        ("scope_wider_than_purpose", "003:25", "003:26"),
        ("partner_not_named", "003:45", "003:48"),
        ("own_and_partner_differ", "003:61", "003:64"),
        ("unit_mixture", "003:26", None),
        ("reference_missing", "003:32", None),
    ],
    "shinjuku-2024-family-register-supplement": [
        ("contents_differ", "004:32", "004:59"),
        ("direction_differs", "004:59", "004:73"),
        ("title_without_content", "004:36", "004:22"),
        ("title_without_content", "004:49", "004:59"),
        ("items_beyond_system", "004:56", "004:30"),
        ("medium_not_stated", "004:201", "004:57"),
        ("checklist_without_selection", "004:104", "004:246"),
        ("partner_column_identical", "004:208", "004:236"),
        ("named_once", "004:43", "004:22"),
        ("unit_mixture", "004:22", None),
    ],
}


def found(path: Path) -> list[dict[str, object]]:
    return [dict(row) for row in ng.load(path).table("findings")]


def test_there_are_clean_cases_of_four_kinds_and_a_fault_for_every_code() -> None:
    cases = [json.loads(path.read_text("utf-8")) for path in CLEAN]
    kinds = {
        tuple(kind for matter in case["matters"] for kind in matter["kinds"]) for case in cases
    }
    assert len(kinds) == 4
    assert set(FAULTS) == set(EXPECTED) == set(QUESTIONS)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_case_raises_nothing(path: Path) -> None:
    assert found(path) == []


@pytest.mark.parametrize("code", sorted(EXPECTED))
def test_a_planted_fault_raises_itself_and_nothing_else(code: str) -> None:
    rows = found(FAULTS[code])
    shown = [(row["code"], row["severity"], row["place_a"], row["place_b"]) for row in rows]
    assert shown == [(code, *EXPECTED[code])]


@pytest.mark.parametrize("path", [*CLEAN, *FAULTS.values()], ids=lambda path: path.stem)
def test_the_case_is_as_the_writer_writes_it(path: Path) -> None:
    assert ng.load(path).to_json() == path.read_text("utf-8")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_real_cases_show_what_a_reader_finds(path: Path) -> None:
    rows = found(path)
    for code, first, second in FOUND[path.stem]:
        assert any(
            row["code"] == code
            and first in str(row["place_a"]).split()
            and (second is None or second in str(row["place_b"]).split())
            for row in rows
        ), (code, first, second)
    # Nothing that sounds sure beyond what was read by hand.
    sure = {row["code"] for row in rows if row["severity"] in {"error", "warning"}}
    assert sure <= {code for code, _, _ in FOUND[path.stem]}


@pytest.mark.parametrize("path", [*REAL, *FAULTS.values()], ids=lambda path: path.stem)
def test_every_question_is_a_sentence_in_both_languages(path: Path) -> None:
    case = ng.load(path)
    japanese = case.table("findings", lang="ja").column("question")
    english = case.table("findings", lang="en").column("question")
    assert all(str(text).endswith(("。", "か。")) or "：" in str(text) for text in japanese)
    assert all(str(text).rstrip().endswith("?") for text in english)
    assert not any("{" in str(text) for text in (*japanese, *english))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_findings_stand_by_severity(path: Path) -> None:
    order = ["error", "warning", "question", "info"]
    ranks = [order.index(str(row["severity"])) for row in found(path)]
    assert ranks == sorted(ranks)


def test_words_of_the_format_are_translated() -> None:
    assert "送受信" in question("direction_differs", "通知", "send", "both", "ja")
    assert "1,200 persons (2023-04-01)" in question(
        "unit_mixture", "", "1200 person 2023-04-01", "950 household", "en"
    )
    assert "950世帯" in question(
        "unit_mixture", "", "1200 person 2023-04-01", "950 household", "ja"
    )


def test_an_unknown_code_stands_for_itself() -> None:
    assert question("new_code", "x", "a", "", "ja") == "new_code x a"


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "nagarezu", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


def test_check_prints_the_sentence_in_every_format() -> None:
    path = FAULTS["direction_differs"]
    row = found(path)[0]
    sentence, places = str(row["question"]), ("d:15", "d:42")
    done = run("check", path, "--format", "json")
    assert done.returncode == 0
    shape = json.loads(done.stdout)
    assert shape["errors"] == []
    (finding,) = shape["findings"]
    assert finding["question"] == sentence
    assert list(finding)[:5] == ["code", "severity", "place_a", "place_b", "question"]
    assert finding["case"] == "fault-direction-differs"
    for wanted in ("text", "csv", "md"):
        text = run("check", path, "--format", wanted).stdout.decode("utf-8")
        assert sentence in text
        assert all(place in text for place in places)


def test_check_exits_with_1_for_an_error_and_3_for_invalid_input() -> None:
    fault = Fault("not_json", "error", "x", 1, 1, "", "", "")
    warned = Fault("x", "warning", "x", 1, 1, "", "", "")
    assert checks.exit_code([], []) == 0
    assert checks.exit_code([warned], [{"severity": "warning"}]) == 0
    assert checks.exit_code([], [{"severity": "error"}]) == 1
    assert checks.exit_code([fault], [{"severity": "error"}]) == 3


def test_check_keeps_the_findings_of_the_valid_files() -> None:
    done = run("check", ROOT / "no-such-file.json", FAULTS["count_bound"], "--format", "json")
    assert done.returncode == 3
    shape = json.loads(done.stdout)
    assert len(shape["errors"]) == 1
    assert [finding["code"] for finding in shape["findings"]] == ["count_bound"]


def test_a_table_of_faults_and_findings_has_both() -> None:
    fault = Fault("not_json", "error", "x", 1, 1, "", "", "")
    rows = checks.findings_of([ng.load(FAULTS["count_bound"])], "en")
    text = checks.render([fault], Format.csv, "en", rows).decode("utf-8")
    assert "not_json" in text
    assert "d:6" in text
    assert "1 findings" in checks.summary(1, [fault], "en", rows)

"""Two cases compared as a user meets it: tables, official list, story, the command line."""

from __future__ import annotations

import copy
import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frames import HOSTILE

import nagarezu as ng
from nagarezu.errors import UsageError
from nagarezu.tables.entity_words import ENTITIES, FIELDS

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))

OLD: dict[str, Any] = {
    "format": "nagarezu/1",
    "id": "old",
    "title": "委託",
    "sources": [{"id": "doc", "kind": "text"}],
    "matters": [{"id": "m1", "title": "委託", "kinds": ["entrust"]}],
    "subjects": [
        {
            "id": "s1",
            "label": "住民",
            "counts": [{"value": 100, "unit": "person", "bound": "exact"}],
        }
    ],
    "items": [{"id": "name", "label": "氏名", "source": "doc:1"}],
    "holders": [
        {
            "id": "city",
            "label": "区",
            "kind": "organisation",
            "creates": [{"subjects": ["s1"], "items": ["name"]}],
        },
        {"id": "firm", "label": "事業者", "kind": "organisation", "external": True, "tier": 1},
    ],
    "flows": [
        {
            "id": "f1",
            "matter": "m1",
            "from": "city",
            "to": ["firm"],
            "relation": "entrust",
            "items": ["name"],
            "subjects": ["s1"],
        }
    ],
}


def changed() -> dict[str, Any]:
    """The old case with one item more for the firm, and encryption stated."""
    new = copy.deepcopy(OLD)
    new["id"] = "new"
    new["items"].append({"id": "sex", "label": "性別", "source": "doc:2"})
    new["holders"][0]["creates"][0]["items"].append("sex")
    new["flows"][0]["items"].append("sex")
    new["safeguards"] = [
        {
            "id": "g1",
            "matter": "m1",
            "party": "own",
            "layer": "system",
            "label": "暗号化して渡す",
            "categories": ["ENC"],
        }
    ]
    return new


def case(content: dict[str, Any]) -> ng.Case:
    return ng.Case.from_json(json.dumps(content))


def told(found: ng.Diff) -> set[tuple[object, ...]]:
    return {
        (row["kind"], row["id"], row["change"], row["field"], row["before"], row["after"])
        for row in found.changes
    }


def test_changes_are_those_of_the_hand() -> None:
    found = ng.diff(case(OLD), case(changed()))
    assert told(found) == {
        ("case", "new", "changed", "id", "old", "new"),
        ("item", "sex", "added", None, None, None),
        ("creation", "city/s1", "changed", "items", "name", "name sex"),
        ("flow", "f1", "changed", "items", "name", "name sex"),
        (
            *("safeguard", "g1", "added", None, None),
            "matter: m1; party: own; layer: system; categories: ENC",
        ),
    }
    places = [(row["place_before"], row["place_after"]) for row in found.changes]
    assert (None, "doc:2") in places
    assert all(row["meaning"] for row in found.changes)


def test_effects_have_bounds_before_and_after() -> None:
    found = ng.diff(case(OLD), case(changed()))
    ends = ("before_lower", "before_upper", "after_lower", "after_upper")
    by_metric = {
        (row["metric"], row["about"]): tuple(row[end] for end in ends) for row in found.effects
    }
    assert by_metric["recipients.items", "firm"] == (1, 1, 2, 2)
    assert by_metric["recipients.person_items", "firm"] == (100, 100, 200, 200)
    assert by_metric["flows.ENC", "f1"] == (0, 0, 1, 1)
    assert ("recipients.persons", "firm") not in by_metric
    # A new row has no number before, which is not an unknown one.
    added = next(line for line in found.effects.to_text().splitlines() if "sex" in line)
    assert added.split()[-3:] == ["-", "1者", "新規"]


def test_the_official_list_invents_nothing() -> None:
    columns = ["case", "changed_on", "item", "before", "after", "timing", "timing_reason"]
    found = ng.diff(case(OLD), case(changed()))
    assert [column.name for column in found.change_list.columns] == columns
    assert [column.label for column in found.change_list.columns[1:]] == [
        *("変更日", "項目", "変更前の記載", "変更後の記載", "提出時期", "提出時期に係る説明"),
    ]
    for row in found.change_list:
        assert (row["changed_on"], row["timing"], row["timing_reason"]) == (None, None, None)
    items = {row["item"]: (row["before"], row["after"]) for row in found.change_list}
    assert items["情報項目「性別」"] == (None, "性別")
    assert items["経路「区 → 事業者」の情報項目"] == ("name", "name sex")
    given = ng.diff(case(OLD), case(changed()), changed_on="2026-04-01", timing="事前")
    assert {row["timing"] for row in given.change_list} == {"事前"}
    assert {row["changed_on"] for row in given.change_list} == {"2026-04-01"}
    with pytest.raises(UsageError, match="事前 or 事後"):
        ng.diff(case(OLD), case(changed()), timing="いつか")


def test_the_story_is_made_of_the_values() -> None:
    found = ng.diff(case(OLD), case(changed()))
    assert found.story().splitlines() == [
        "情報項目「性別」、対策「暗号化して渡す」を追加し、ほかに3か所の記載を変更した。",
        "受領者に届く範囲：「事業者」1項目→2項目、100人・項目→200人・項目。",
        "経路「区 → 事業者」に暗号化・パスワード付与の記載が加わり、"
        "案件全体で記載のある対策の分類は0分類→1分類となる。",
    ]
    english = found.story("en").splitlines()
    assert english[0].startswith("Added item “性別”")
    assert "“事業者” 1 items→2 items" in english[1]
    assert len(english) == 3


def test_nothing_changed_is_said_so() -> None:
    same = ng.diff(case(OLD), case(OLD))
    assert len(same.changes) == len(same.effects) == len(same.change_list) == 0
    assert same.story() == "内容に変更はない。"
    moved = copy.deepcopy(OLD)
    moved["items"][0]["source"] = "doc:9"
    found = ng.diff(case(OLD), case(moved))
    assert [row["meaning"] for row in found.changes] == [False]
    assert len(found.change_list) == 0
    assert found.story("en").splitlines()[0] == "Nothing changed in meaning."
    assert "1か所" in found.story()


def test_a_new_name_is_proposed_and_not_assumed() -> None:
    renamed = json.loads(json.dumps(OLD).replace('"name"', '"full_name"'))
    found = ng.diff(case(OLD), case(renamed))
    changes = [(row["change"], row["kind"], row["id"], row["reason"]) for row in found.changes]
    assert ("added", "item", "full_name", None) in changes
    assert ("removed", "item", "name", None) in changes
    assert changes[-1] == ("renamed", "item", "full_name", "content")
    assert "name→full_name" in found.story()
    assert not any(row["item"] == "renamed" for row in found.change_list)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_hostile_labels_stay_text(lang: Any) -> None:
    new = copy.deepcopy(OLD)
    for number, label in enumerate(HOSTILE):
        new["items"].append({"id": f"i{number}", "label": label})
        new["flows"][0]["items"].append(f"i{number}")
    found = ng.diff(case(OLD), case(new), lang=lang)
    html = found._repr_html_()
    assert "<script>" not in html
    assert "\u202e" not in html
    assert 'onmouseover="alert' not in html
    json.dumps(found.to_json())
    for table in found.tables:
        assert table.to_csv()
        assert "<script>" not in table.to_markdown()


def test_every_kind_and_field_of_the_format_has_words() -> None:
    """Each pair of real cases differs in nearly everything that there is."""
    for old in CASES:
        for new in CASES:
            for row in ng.diff(ng.load(old), ng.load(new)).changes:
                assert str(row["kind"]) in ENTITIES, row["kind"]
                assert row["field"] is None or str(row["field"]) in FIELDS, row["field"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_real_case_differs_from_itself_in_nothing(path: Path) -> None:
    assert len(ng.diff(ng.load(path), ng.load(path)).changes) == 0


def test_it_is_shown_and_counted() -> None:
    found = ng.diff(case(OLD), case(changed()))
    assert repr(found).startswith("<Diff old → new: 5 differences, ")
    html = found._repr_html_()
    assert html.count("<table>") == 3
    assert "変更箇所一覧" in html
    assert list(found.to_json()) == [
        *("before", "after", "story", "difference", "effects", "change_list"),
    ]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "nagarezu", "diff", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, check=False)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "old.json", tmp_path / "new.json"
    for path, content in zip(paths, (OLD, changed()), strict=True):
        path.write_text(json.dumps(content), encoding="utf-8")
    return paths


def test_the_command_prints_story_then_tables(files: tuple[Path, Path]) -> None:
    done = run(*files)
    assert done.returncode == 0, done.stderr.decode()
    text = done.stdout.decode("utf-8")
    assert text.startswith("情報項目「性別」、対策「暗号化して渡す」を追加し")
    assert text.index("相違点") < text.index("指標への影響") < text.index("変更箇所一覧")
    english = run(*files, "--lang", "en").stdout.decode("utf-8")
    assert english.index("Differences") < english.index("Effects on the metrics")


def test_formats(files: tuple[Path, Path], tmp_path: Path) -> None:
    shape = json.loads(run(*files, "--format", "json").stdout)
    assert list(shape) == ["before", "after", "story", "difference", "effects", "change_list"]
    rows = list(csv.DictReader(io.StringIO(run(*files, "--format", "csv").stdout.decode("utf-8"))))
    assert [row["id"] for row in rows] == [row["id"] for row in shape["difference"]["rows"]]
    markdown = run(*files, "--format", "md").stdout.decode("utf-8")
    assert markdown.count("| --- |") >= 1
    book = tmp_path / "diff.xlsx"
    assert run(*files, "-o", book, "--quiet").returncode == 0
    names = openpyxl.load_workbook(book).sheetnames
    assert names == ["difference", "effects", "change_list", "legend"]


def test_exit_codes(files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(files[0]).returncode == 2
    assert run(*files, "--format", "pdf").returncode == 2
    missing = run(files[0], tmp_path / "none.json")
    assert missing.returncode == 3
    assert b"file_unreadable" in missing.stderr
    assert run(files[0], files[0]).stdout.decode("utf-8").startswith("内容に変更はない。")

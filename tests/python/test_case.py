"""Case: what a user holds in the hand, on the real cases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import nagarezu as ng
from nagarezu import _native
from nagarezu.case import check_many
from nagarezu.messages import MESSAGES

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))
FAMILY_REGISTER = next(path for path in CASES if "family-register" in path.stem)


def test_identity() -> None:
    case = ng.load(FAMILY_REGISTER)
    assert case.id == FAMILY_REGISTER.stem
    assert case.municipality == ("131041", "新宿区")
    assert case.municipality.name == "新宿区"
    assert case.counts["matters"] == 3
    assert repr(case).startswith(f"<Case {case.id}: 3 matters, ")
    assert case.warnings == ()


def test_tables_are_those_of_the_core() -> None:
    assert sorted(ng.table_names()) == sorted(_native.table_names())
    tables = ng.load(FAMILY_REGISTER).tables(lang="en")
    assert list(tables) == list(ng.table_names())
    assert tables["recipients"].title == "Recipients"


def test_persons_are_bounded_as_worked_by_hand() -> None:
    frame = ng.load(FAMILY_REGISTER).table("subject_unions").to_frame().set_index("unit")
    assert frame.loc["person", ["lower", "upper"]].tolist() == [383_395, 689_022]
    assert frame.loc["record", ["lower", "upper"]].tolist() == [11_138, 11_138]


def test_every_code_of_the_core_is_worded() -> None:
    assert set(_native.error_codes()) == set(MESSAGES)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_everything_shown_to_people_has_words(path: Path) -> None:
    case = ng.load(path)
    for table in case.tables().values():
        known = {note.code for note in table.notes if note.text.startswith(note.code)}
        assert not known, f"notes without wording: {known}"
        for column in table.columns:
            assert column.label != column.name or not column.name.isascii(), column.name
        for missing in [c for c in table.columns if c.words == "missing*"]:
            codes = " ".join(str(cell or "") for cell in table.column(missing.name)).split()
            from nagarezu.tables.notes import missing_text

            for code in codes:
                assert missing_text(code, case.id, case.label, "ja") != code, code
        assert table._repr_html_()
    assert case.title in case._repr_html_().replace("&quot;", '"')


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_save_and_load_is_the_identity(path: Path, tmp_path: Path) -> None:
    case = ng.load(path)
    copy = case.save(tmp_path / "copy.json")
    again = ng.load(copy)
    assert again.to_json() == case.to_json()
    assert copy.read_text("utf-8") == case.to_json()
    assert ng.Case.from_json(case.to_json()).to_json() == case.to_json()


def test_many_cases_are_loaded_in_order_whatever_the_threads() -> None:
    for threads in (1, 2, 8):
        cases = ng.load_many(CASES, threads=threads)
        assert [case.id for case in cases] == [path.stem for path in CASES]
    assert ng.load_many([]) == []
    with pytest.raises(ValueError, match="at least 1"):
        ng.load_many(CASES, threads=0)


def test_errors_of_all_files_are_collected(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_text("{", encoding="utf-8")
    two.write_text("[]", encoding="utf-8")
    with pytest.raises(ng.InvalidInput) as caught:
        ng.load_many([one, CASES[0], two])
    assert {fault.file for fault in caught.value.errors} == {str(one), str(two)}
    readings = check_many([one, CASES[0], two])
    assert [case is None for case, _ in readings] == [True, False, True]
    with pytest.raises(ng.InvalidInput, match="truncated"):
        ng.load(one)


def test_a_way_can_be_asked_for() -> None:
    case = ng.load(FAMILY_REGISTER)
    recipients = [row for row in case.table("recipients") if row["external"]]
    table = case.table("item_recipient")
    holder = str(recipients[0]["holder"])
    item = next(row["item"] for row in table if row[holder] == "yes")
    ways = [case.witness(holder, str(item), str(row["subject"])) for row in case.table("subjects")]
    found = [way for way in ways if way is not None]
    assert found
    assert all(way["depth"] == len(way["flows"]) for way in found)
    assert all(way["holders"][-1] == holder for way in found)
    with pytest.raises(KeyError):
        case.witness("nobody", str(item), "nobody")


def test_an_unknown_table_names_the_nearest() -> None:
    with pytest.raises(ng.UnknownTable, match="recipients"):
        ng.load(FAMILY_REGISTER).table("recipient")


def test_the_namespace_is_what_it_lists() -> None:
    for name in ng.__all__:
        assert getattr(ng, name) is not None
    assert dir(ng) == sorted(ng.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        ng.nothing  # noqa: B018
    assert ng.__version__


def test_the_import_loads_no_library() -> None:
    code = "import sys, nagarezu; print(*{each.partition('.')[0] for each in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.split())
    assert "nagarezu" in loaded
    assert not loaded & {
        "numpy",
        "pandas",
        "pyarrow",
        "matplotlib",
        "docx",
        "openpyxl",
        "sudachipy",
    }

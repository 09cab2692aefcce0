"""Tables: the shape of the contract, unknown as null, several cases as one."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pandas as pd
import pytest
from frames import (
    all_tables,
    concentration,
    coverage,
    frame,
    item_recipient,
    recipients,
    subjects,
)

from nagarezu.errors import UnknownTable
from nagarezu.tables import SPECS, concat, from_core, known, table_names

DOCS = Path(__file__).parents[2] / "docs" / "tables.md"


def documented() -> dict[str, list[str]]:
    """Names and columns that the documentation promises for each table."""
    promised = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 5 and cells[1] in SPECS:
            promised[cells[1]] = [name.strip(" `") for name in cells[2].split(",")]
    return promised


def test_the_catalogue_has_every_documented_table() -> None:
    assert len(documented()) == len(table_names()) == 30


@pytest.mark.parametrize("name", sorted(SPECS))
def test_the_catalogue_labels_every_documented_column(name: str) -> None:
    columns = [column.name for column in SPECS[name].columns]
    static = [column for column in documented()[name] if "one column a recipient" not in column]
    assert columns[0] == "case"
    assert [column for column in columns if column in static] == static


@pytest.mark.parametrize("name", sorted(SPECS))
def test_labels_are_unique_and_in_both_languages(name: str) -> None:
    for lang in ("ja", "en"):
        labels = [spec.column("text", lang).label for spec in SPECS[name].columns]
        assert all(labels)
        assert len(set(labels)) >= len(labels) - 1  # an id may be called like what it names
    assert SPECS[name].title.ja != SPECS[name].title.en


def test_json_has_exactly_the_members_of_the_contract() -> None:
    shape = recipients().to_json()
    assert list(shape) == ["table", "title", "columns", "rows", "notes"]
    assert shape["table"] == "recipients"
    assert shape["title"] == "受領者一覧"
    assert shape["columns"][7] == {
        "name": "items_lower",
        "label": "情報項目（下限）",
        "unit": "item",
    }
    assert all(list(row) == [c["name"] for c in shape["columns"]] for row in shape["rows"])


def test_unknown_is_null_and_never_zero_or_false() -> None:
    row = json.loads(recipients().json_text())["rows"][1]
    assert row["items_upper"] is None
    assert row["persons_lower"] is None
    assert row["certifications"] is None
    assert row["external"] is True


def test_notes_are_worded_and_keep_code_and_values() -> None:
    note = recipients().to_json()["notes"][0]
    assert note["code"] == "open_class"
    assert note["values"] == {"holder": "h2", "label": "他の市区町村"}
    assert note["text"] == "「他の市区町村」は複数の団体を含み得る。ここでは1者と数えた。"


def test_a_note_without_wording_shows_its_code_and_values() -> None:
    texts = [note.text for note in concentration().notes]
    assert texts[0].endswith("596/1764")
    assert texts[1] == "a_new_code: a=1"


def test_frames_have_nullable_types() -> None:
    frame_ = recipients().to_frame()
    types = {name: str(dtype) for name, dtype in frame_.dtypes.items()}
    assert types["label"] == "string"
    assert types["items_upper"] == "Int64"
    assert types["external"] == "boolean"
    assert str(concentration().to_frame().dtypes["share"]) == "Float64"
    assert frame_["items_upper"].isna().tolist() == [False, True, False]
    assert frame_["items_upper"].sum() == 18


def test_an_empty_table_keeps_its_columns_and_types() -> None:
    empty = from_core("periods", "c1", frame({"days": "whole"}, []))
    assert len(empty) == 0
    frame_ = empty.to_frame()
    assert list(frame_.columns) == ["case", "days"]
    assert str(frame_.dtypes["days"]) == "Int64"
    assert isinstance(frame_, pd.DataFrame)


def test_recipients_of_item_recipient_are_labelled_by_their_names() -> None:
    labels = [column.label for column in item_recipient().columns]
    assert labels[-2:] == ["受託事業者", "他の市区町村"]


def test_several_cases_join_in_order_and_lack_what_they_lack() -> None:
    joined = concat([item_recipient("c1", ("h1", "h2")), item_recipient("c2", ("h2", "h9"))])
    assert [column.name for column in joined.columns] == ["case", "item", "label", "h1", "h2", "h9"]
    assert joined.column("case") == ("c1", "c1", "c2", "c2")
    assert joined.column("h1") == ("yes", "no", None, None)
    assert joined.column("h9")[:2] == (None, None)


def test_tables_of_different_names_do_not_join() -> None:
    with pytest.raises(ValueError, match="different names"):
        concat([recipients(), subjects()])
    with pytest.raises(ValueError, match="no tables"):
        concat([])


def test_a_column_that_the_catalogue_does_not_know_keeps_its_name() -> None:
    table = from_core("recipients", "c1", frame({"new_column": "whole"}, [("c1", 1)]))
    assert table.columns[1].label == "new_column"
    assert from_core("new_table", "c1", frame({}, [("c1",)])).title == "new_table"


def test_tables_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        coverage().title = "x"  # type: ignore[misc]
    with pytest.raises(KeyError):
        coverage().column("nothing")


def test_an_unknown_table_names_the_nearest() -> None:
    with pytest.raises(UnknownTable, match="recipients") as caught:
        known("recipiants")
    assert caught.value.nearest[0] == "recipients"
    assert "もしかして" in caught.value.message("ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_writer_takes_every_table(lang: str) -> None:
    for table in all_tables(lang=lang):
        assert table.to_text().count("\n") >= len(table) + 3
        assert table.to_markdown().startswith("**")
        assert len(table.to_csv().splitlines()) == len(table) + 1

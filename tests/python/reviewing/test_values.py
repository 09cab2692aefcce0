"""Every value of a draft, in the order of the source, beside the text that it was read from."""

from __future__ import annotations

import copy
from collections import Counter
from pathlib import Path

import pytest
from review_drafts import DOCUMENT, REAL, hostile_draft, large_draft, library, load, value

import nagarezu as ng
from nagarezu.reviewing import Alternative, values
from nagarezu.reviewing.documents import Documents, read_documents
from nagarezu.reviewing.refusal import UnknownSource
from nagarezu.reviewing.words import STATES


def test_a_value_says_where_it_stands_and_how_it_was_read() -> None:
    case = library()
    documents = read_documents(case, [DOCUMENT])
    found = {each.key: each for each in values(case, documents=documents)}
    count = found["subjects[s1].counts[1].value"]
    assert (count.kind, count.entity, count.field) == ("count", "subjects[s1].counts[1]", "value")
    assert (count.value, count.shown, count.label) == (12345, "12345", "区内の利用券登録者")
    assert (count.place, count.printed, count.normalised) == ("d1:4", "1 2, 3 4 5", "12345")
    assert (count.rule, count.confidence) == ("join_split_characters", 0.8)
    assert count.alternatives == (Alternative("12,345", 0.8), Alternative("345", 0.1))
    assert count.context == "人数　1 2, 3 4 5 人（令和6年4月1日現在）"
    assert (count.state, count.decided) == ("unreviewed", False)


def test_ids_and_words_are_shown_as_people_call_them() -> None:
    case = library()
    japanese = {each.key: each.shown for each in values(case)}
    english = {each.key: each.shown for each in values(case, lang="en")}
    assert japanese["flows[f1].subjects"] == "区内の利用券登録者"
    assert japanese["flows[f1].channel"] == "専用回線（専用線）"
    assert english["flows[f1].channel"] == "dedicated line (専用線)"
    assert japanese["safeguards[g2].applies_to"] == "中央図書館 → 株式会社みどり製本"
    assert (japanese["lists[l1].open"], english["lists[l1].open"]) == ("はい", "yes")


def test_what_is_absent_is_unknown_unless_absence_states_something() -> None:
    case = library()
    assert value(case, "subjects[s1].counts[2].value").shown == "不詳"
    assert value(case, "references[1].resolved").value is False
    del case["flows"][0]["channel"]
    assert value(case, "flows[f1].channel").value is None


def test_values_come_in_the_order_of_the_source() -> None:
    lines = [int(each.place.split(":")[1]) for each in values(library())]
    assert lines == sorted(lines)
    assert lines[0] == 1
    assert lines[-1] == 16


def test_pages_sheets_and_cells_sort_as_they_are_printed() -> None:
    case = library()
    case["sources"] = [{"id": "b"}, {"id": "a"}]
    places = ["a:p2", "b:様式!B10", "b:様式!AA2", "b:様式!C2", "a:p10", "", "b:別!A1"]
    pattern = case["items"][1]
    case["items"] = []
    for number, place in enumerate(places):
        item = copy.deepcopy(pattern) | {"id": f"x{number}", "label": place or "-", "source": None}
        item["provenance"][0]["source"] = place or None
        case["items"].append(item)
    shown = [each.shown for each in values(case) if each.key.startswith("items[x")]
    assert shown == ["b:様式!C2", "b:様式!AA2", "b:様式!B10", "b:別!A1", "a:p2", "a:p10", "-"]


def test_a_second_account_of_a_member_has_a_key_of_its_own() -> None:
    case = library()
    read = case["items"][0]["provenance"][0]
    case["items"][0]["provenance"].append(copy.deepcopy(read))
    keys = [each.key for each in values(case)]
    assert "items[full_name].label" in keys
    assert "items[full_name].label~2" in keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_account_of_a_real_case_is_a_value(path: Path) -> None:
    case, text = load(path), path.read_text("utf-8")
    found = values(case)
    assert len(found) == text.count('"field":') > 10
    assert len({each.key for each in found}) == len(found)
    assert all(each.place for each in found)
    counted = Counter(each.state for each in found)
    assert ng.load(path).readings == {state: counted[state] for state in STATES}


def test_no_values_and_no_members_are_no_error() -> None:
    assert values({"format": "nagarezu/1", "id": "c", "title": "t"}) == []
    assert values({}) == []


def test_a_member_that_the_format_does_not_know_is_shown_all_the_same() -> None:
    case = library()
    case["items"][0]["provenance"][0]["field"] = "colour"
    assert value(case, "items[full_name].colour").shown == "不詳"


def test_hostile_text_passes_through_unchanged() -> None:
    case = hostile_draft()
    for item in case["items"][3:]:
        found = value(case, f"items[{item['id']}].label")
        assert found.printed == found.value == item["label"]


def test_five_thousand_values_are_listed() -> None:
    case = large_draft()
    assert len(values(case)) == 5_000


def test_of_a_long_line_the_words_around_the_print_are_shown() -> None:
    text = "前" * 500 + "1 2, 3 4 5 人" + "後" * 500
    documents = Documents({"d:1": text, "d:2": "短い"})
    shown = documents.at("d:1 d:2", "1 2,3 4 5")
    first, second = shown.split("\n")
    assert second == "短い"
    assert first.startswith("…" + "前" * 60 + "1 2, 3 4 5 人後")
    assert first.endswith("後…")
    assert len(first) == 162
    assert documents.at("d:1", "どこにもない") == "前" * 160 + "…"
    assert documents.at("d:1") == "前" * 160 + "…"
    assert documents.at("d:1", "後" * 400).count("後") == 160
    case = library()
    long = Documents({"d1:4": text})
    found = {each.key: each for each in values(case, documents=long)}
    assert "1 2, 3 4 5 人" in found["subjects[s1].counts[1].value"].context


def test_a_document_belongs_to_the_source_that_it_is_named_for(tmp_path: Path) -> None:
    case = library()
    case["sources"] = [{"id": "d1"}, {"id": "d2"}]
    text = DOCUMENT.read_bytes()
    for name in ("d1.txt", "d1-図書館.txt", "d1_x.txt"):
        path = tmp_path / name
        path.write_bytes(text)
        assert read_documents(case, [path]).at("d1:2") == "所管課　中央図書館"
    assert read_documents(case, [f"d2={DOCUMENT}"]).at("d2:2 d2:3 d1:1").count("\n") == 1
    with pytest.raises(UnknownSource, match=r"d1=library\.txt"):
        read_documents(case, [DOCUMENT])
    assert "どの資料か" in UnknownSource("x", ["d1"]).message("ja")
    assert Documents({}).at("d1:1") == ""

"""What-if edits as a user meets them: values, tables of deltas, the command line."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nagarezu as ng
from nagarezu.edits import WithItem, WithoutFlow, WithoutItem, WithSafeguard
from nagarezu.errors import InvalidEdit, UsageError
from nagarezu.testing.cases import random_case

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))

# A city gives two items of its 100 residents to a contractor; one claim says that it gets no more.
SMALL = {
    "format": "nagarezu/1",
    "id": "small",
    "title": "見本",
    "matters": [{"id": "m1", "title": "委託", "kinds": ["entrust"]}],
    "subjects": [
        {
            "id": "s1",
            "label": "住民",
            "counts": [{"value": 100, "unit": "person", "bound": "exact"}],
        }
    ],
    "items": [{"id": "name", "label": "氏名"}, {"id": "sex", "label": "性別"}],
    "holders": [
        {
            "id": "city",
            "label": "区",
            "kind": "organisation",
            "creates": [{"subjects": ["s1"], "items": ["name", "sex"]}],
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
            "items": ["name", "sex"],
            "subjects": ["s1"],
        }
    ],
    "claims": [{"id": "c1", "kind": "never", "holders": ["firm"], "items": ["sex"]}],
}


@pytest.fixture
def small() -> ng.Case:
    return ng.Case.from_json(json.dumps(SMALL))


def cells(table: ng.Table, metric: str) -> list[tuple[object, ...]]:
    names = ("about", "before_lower", "before_upper", "after_lower", "after_upper", "change")
    return [tuple(row[name] for name in names) for row in table if row["metric"] == metric]


def test_an_edit_gives_a_new_case_that_knows_its_base(small: ng.Case) -> None:
    before = small.to_json()
    one = small.without(item="sex")
    two = one.with_safeguard("ENC", flow="f1")
    assert small.to_json() == before
    assert small.edits == ()
    assert small.base is small
    assert two.base is small
    assert two.edits == (WithoutItem("sex"), WithSafeguard("ENC", "f1"))
    assert repr(two.edits[1]) == "WithSafeguard(category='ENC', flow='f1', party='own')"
    assert [str(edit) for edit in two.edits] == ["without item sex", "with ENC stated for flow f1"]
    assert two.edits[0].in_words("ja") == "情報項目 sex がない場合"
    assert two.warnings == ()


def test_deltas_are_what_one_works_out_by_hand(small: ng.Case) -> None:
    table = small.without(item="sex").with_safeguard("ENC", flow="f1").deltas(lang="en")
    assert table.name == "deltas"
    assert cells(table, "recipients.items") == [("firm", 2, 2, 1, 1, "lowered")]
    assert cells(table, "recipients.person_items") == [("firm", 200, 200, 100, 100, "lowered")]
    assert cells(table, "recipients.persons") == []
    assert cells(table, "flows.ENC") == [("f1", 0, 0, 1, 1, "raised")]
    assert cells(table, "item_reach.recipients") == [("sex", 1, 1, None, None, "removed")]
    labels = {row["label"] for row in table if row["metric"] == "recipients.items"}
    assert labels == {"事業者"}
    told = [note.text for note in table.notes]
    assert told[:2] == ["without item sex", "with ENC stated for flow f1"]
    assert "claim “c1” goes as well." in told  # its one item is gone


def test_a_case_without_edits_has_no_deltas(small: ng.Case) -> None:
    assert len(small.deltas()) == 0
    assert small.deltas().notes == ()


def test_every_edit_there_is(small: ng.Case) -> None:
    assert small.without(flow="f1").counts["flows"] == 0
    assert small.without(recipient="firm").counts["holders"] == 1
    assert small.without(item="sex", flow="f1").counts["items"] == 2
    wider = small.with_item("address", flow="f1", label="住所", classes=["F4"])
    assert cells(wider.deltas(), "recipients.items") == [("firm", 2, 2, 3, 3, "raised")]
    other = small.with_recipient("other", label="別の事業者", flow="f1")
    assert cells(other.deltas(), "recipients.items") == [("other", None, None, 2, 2, "added")]
    more = small.with_recipient("other", label="別の事業者").with_flow(
        "f2", from_="firm", to="other", relation="reentrust", items=["name"], subjects=["s1"]
    )
    assert cells(more.deltas(), "recipients.items") == [("other", None, None, 1, 1, "added")]
    everywhere = small.with_safeguard("LOG")
    assert cells(everywhere.deltas(), "flows.LOG") == [("f1", 0, 0, 1, 1, "raised")]


def test_edited_values_say_that_they_are_hypothetical(small: ng.Case) -> None:
    content = json.loads(small.without(item="sex").with_safeguard("ENC", flow="f1").to_json())
    flow, safeguard = content["flows"][0], content["safeguards"][0]
    assert flow["provenance"] == [{"field": "items", "rule": "whatif"}]
    assert safeguard["provenance"] == [{"field": "id", "rule": "whatif"}]
    assert safeguard["id"] == "whatif-1"


@pytest.mark.parametrize(
    ("edit", "code", "said"),
    [
        (lambda case: case.without(item="nmae"), "dangling_id", "name"),
        (lambda case: case.without(flow="f2"), "dangling_id", "f1"),
        (lambda case: case.without(recipient="city"), "no_effect", "firm"),
        (lambda case: case.with_safeguard("ENCC", flow="f1"), "unknown_value", "ENC"),
        (lambda case: case.with_item("name", flow="f1"), "no_effect", "f1"),
        (lambda case: case.with_item("Name", flow="f1", label="x"), "bad_id", "[a-z0-9_-]{1,64}"),
        (lambda case: case.with_flow("f1", from_="city", to="firm"), "duplicate_id", ""),
        (lambda case: case.with_recipient("x", label=""), "missing_key", ""),
    ],
)
def test_a_refused_edit_names_code_and_hint(small: ng.Case, edit, code: str, said: str) -> None:
    with pytest.raises(InvalidEdit) as caught:
        edit(small)
    assert isinstance(caught.value, UsageError)
    assert caught.value.code == code
    assert caught.value.hint == said
    for lang in ("ja", "en"):
        assert code in caught.value.message(lang)
        assert said in caught.value.message(lang)


def test_what_is_left_out_must_be_named(small: ng.Case) -> None:
    for wrong in ({}, {"recipient": "firm", "item": "sex"}, {"recipient": "firm", "flow": "f1"}):
        with pytest.raises(UsageError, match="name an item"):
            small.without(**wrong)


def test_an_edited_case_is_a_full_citizen(small: ng.Case, tmp_path: Path) -> None:
    edited = small.without(item="sex").with_safeguard("ENC", flow="f1")
    assert set(edited.tables()) == set(ng.table_names())
    shown = edited._repr_html_()
    assert "見本" in shown
    assert "情報項目 sex がない場合；経路 f1 に対策 ENC の記載がある場合" in shown
    assert "仮定" not in small._repr_html_()
    again = ng.load(edited.save(tmp_path / "edited.json"))
    assert again.to_json() == edited.to_json()
    assert "情報項目 sex がない場合" in edited.report(tmp_path / "edited.md").read_text("utf-8")
    assert len(ng.diff(small, edited).changes) > 0


def some_edit(rng: random.Random, case: ng.Case) -> ng.Case:
    """One random edit, sensible or not."""
    content = json.loads(case.to_json())

    def one(kind: str) -> str:
        ids = [entity["id"] for entity in content.get(kind, [])]
        return rng.choice(ids) if ids else "none"

    fresh = f"new-{rng.randrange(10**6)}"
    choices = (
        lambda: case.without(item=one("items")),
        lambda: case.without(item=one("items"), flow=one("flows")),
        lambda: case.without(flow=one("flows")),
        lambda: case.without(recipient=one("holders")),
        lambda: case.with_item(fresh, flow=one("flows"), label="新しい項目"),
        lambda: case.with_item(one("items"), flow=one("flows")),
        lambda: case.with_flow(fresh, from_=one("holders"), to=one("holders")),
        lambda: case.with_recipient(fresh, label="<b>受領者", flow=one("flows")),
        lambda: case.with_safeguard(rng.choice(["ENC", "LOG", "NET"]), flow=one("flows")),
    )
    return rng.choice(choices)()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(min_value=0, max_value=10**9))
def test_random_chains_read_back_and_compare(seed: int) -> None:
    rng = random.Random(seed)
    base = case = ng.Case.from_json(json.dumps(random_case(seed)))
    for _ in range(5):
        try:
            case = some_edit(rng, case)
        except InvalidEdit as refused:
            assert refused.code != "error"
    assert case.base is base
    assert ng.Case.from_json(case.to_json()).to_json() == case.to_json()
    for row in case.deltas():
        before = (row["before_lower"], row["before_upper"])
        after = (row["after_lower"], row["after_upper"])
        assert before != after or row["change"] in ("added", "removed")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_flow_of_the_real_cases_can_be_left_out(path: Path) -> None:
    case = ng.load(path)
    for row in case.table("flows"):
        edited = case.without(flow=str(row["flow"]))
        assert ng.Case.from_json(edited.to_json()).to_json() == edited.to_json()
        assert str(row["flow"]) not in edited.table("flows").column("flow")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nagarezu", "whatif", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.json"
    path.write_text(json.dumps(SMALL), encoding="utf-8")
    return path


def test_the_command_prints_the_table_of_deltas(file: Path) -> None:
    done = run(file, "--without-item", "sex", "--with-safeguard", "ENC@f1", "--format", "json")
    assert done.returncode == 0, done.stderr
    shape = json.loads(done.stdout)
    assert list(shape) == ["table", "title", "columns", "rows", "notes"]
    assert shape["table"] == "deltas"
    assert [column["name"] for column in shape["columns"]] == [
        *("case", "metric", "about", "label", "unit"),
        *("before_lower", "before_upper", "after_lower", "after_upper", "change"),
    ]
    found = {(row["metric"], row["about"]): row["after_upper"] for row in shape["rows"]}
    assert found["recipients.items", "firm"] == 1
    assert found["flows.ENC", "f1"] == 1
    text = run(file, "--without-flow", "f1")
    assert text.returncode == 0
    assert "受領者一覧：情報項目" in text.stdout
    assert "経路 f1 がない場合" in text.stdout


def test_the_order_of_the_options_is_kept(file: Path) -> None:
    kept = run(file, "--with-safeguard", "ENC@f1", "--without-item=sex@f1", "--format", "json")
    assert kept.returncode == 0, kept.stderr
    told = [note["text"] for note in json.loads(kept.stdout)["notes"]]
    assert told[0].startswith("経路 f1 に対策 ENC")
    assert told[1].startswith("経路 f1 に情報項目 sex")
    # The safeguard has no flow to stand for any more.
    lost = run(file, "--without-flow", "f1", "--with-safeguard", "ENC@f1")
    assert lost.returncode == 2
    assert "dangling_id" in lost.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--without-item"),
        (("--without-item", "nmae"), "name"),
        (("--with-safeguard", "ENC"), "CODE@FLOW"),
        (("--with-safeguard", "XXX@f1"), "unknown_value"),
        (("--without-recipient", "city"), "firm"),
        (("--without-flow",), ""),
    ],
)
def test_wrong_use_is_exit_2(file: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(file, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_case_is_exit_3(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    done = run(broken, "--without-item", "x")
    assert done.returncode == 3
    assert "truncated" in done.stderr


def test_edits_are_values() -> None:
    assert WithItem("a", "f", classes=("F4",)) == WithItem("a", "f", "", ("F4",))
    assert len({WithoutFlow("f"), WithoutFlow("f")}) == 1

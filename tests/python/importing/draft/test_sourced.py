"""What a source holds against what goes out of it, whatever the family of the paper."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft import sourced
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.passage import Passage


def made(
    recorded: str, sent: str, relation: str = "provide", **more: Any
) -> tuple[Builder, dict[str, Any]]:
    """A case whose own side holds some items in a system and sends some to a partner."""
    builder = Builder()
    builder.own = builder.holder("つくし市", "organisation", Passage())
    system = builder.holder("台帳システム", "system", Passage(), operator=builder.own)
    partner = builder.holder("社会福祉協議会", "organisation", Passage(), external=True)
    builder.holder_entity(builder.own)["creates"] = [{"subjects": ["s1"], "open": True}]
    builder.add("matters", {"id": "m1"})
    for id_, holder, names in (("l1", system, recorded), ("l2", partner, sent)):
        entries = [
            {"position": str(n), "label": name, "item": builder.item(name, Passage(), name, "x")}
            for n, name in enumerate(names.split("、"), 1)
        ]
        builder.add(
            "lists",
            {"id": id_, "matter": "m1", "holders": [holder], "label": "項目", "entries": entries},
        )
    builder.list_of("lists")[0].update(more)
    flow = {"matter": "m1", "subjects": ["s1"]}
    builder.add(
        "flows",
        {**flow, "from": builder.own, "to": [system], "relation": "process", "lists": ["l1"]},
    )
    builder.add(
        "flows",
        {**flow, "from": builder.own, "to": [partner], "relation": relation, "lists": ["l2"]},
    )
    sourced.close(builder)
    return builder, builder.holder_entity(builder.own)["creates"][0]


RECORDED = "氏名、住所、生年月日、電話番号、要介護度"


def test_the_records_say_what_is_held_if_an_item_is_sent_that_they_lack() -> None:
    _, creates = made(RECORDED, "氏名、住所、勤務先")
    assert creates == {"subjects": ["s1"], "lists": ["l1"]}


def test_a_surety_is_another_person_than_those_recorded() -> None:
    _, creates = made(RECORDED, "氏名、住所、保証人の氏名")
    assert creates == {"subjects": ["s1"], "lists": ["l1"]}


@pytest.mark.parametrize(
    ("sent", "relation", "more"),
    [
        ("利用者の氏名、年齢、連絡先", "provide", {}),  # the same, or made from it, in other words
        ("氏名、学校名、学年、成績", "provide", {}),  # drawn from elsewhere
        ("氏名、住所、送付年月日", "provide", {}),  # comes into being on the way
        ("氏名、住所、面談の結果", "entrust", {}),  # what a contractor finds out himself
        ("氏名、住所、勤務先", "provide", {"open": True}),
        ("氏名、住所、勤務先", "provide", {"label": "新たに記録する項目"}),
    ],
)
def test_nothing_is_closed_where_nothing_is_certain(
    sent: str, relation: str, more: dict[str, Any]
) -> None:
    _, creates = made(RECORDED, sent, relation, **more)
    assert creates["open"] is True


def test_what_a_contractor_must_get_from_the_records_is_compared() -> None:
    _, creates = made("氏名、住所、口座番号", "氏名、住所、生年月日", "entrust")
    assert "open" not in creates


def test_whoever_sends_to_the_own_side_has_it_from_himself() -> None:
    builder, _ = made(RECORDED, "氏名、住所")
    partner = builder.find_holder("社会福祉協議会")
    builder.add(
        "flows",
        {
            "matter": "m1",
            "subjects": ["s1"],
            "from": partner,
            "to": [builder.own],
            "relation": "link",
            "lists": ["l2"],
        },
    )
    sourced.close(builder)
    assert builder.holder_entity(partner)["creates"] == [{"subjects": ["s1"], "lists": ["l2"]}]


SHEET = (
    "諮問第1号\nあさひ市長\n学童保育料の収納の委託について（諮問）\n"
    "１　対象者\n学童保育の利用者　120人\n２　委託先\n株式会社ひのでサービス\n"
    "３　個人情報の項目\n（１）学童管理システムに記録している項目\n"
    "ア 利用者番号\nイ 保護者の氏名\nウ 学校名\nエ 保育料の額\n"
    "（２）委託先に処理させる項目{head}\n"
    "ア 利用者番号\nイ 保護者の氏名\nウ 保護者の勤務先\nエ 保育料の額\n{below}\n"
)


@pytest.mark.parametrize(
    ("head", "below", "asked"),
    [
        ("", "", False),  # the contractor may learn it himself
        ("（学童管理システムから抽出する。）", "", True),
        ("（いずれも学童管理システムの記録項目から抽出する。）", "", True),
        ("（学童管理システムに記録されている情報のうち、次の項目を取り出す。）", "", True),
        ("", "（２）の項目は、全て学童管理システムから取り出して渡す。", True),
        ("", "（２）の情報は、いずれも学童管理システムに記録された情報から作成する。", True),
        ("", "（２）の項目は、ウを除き、全て学童管理システムから抽出する。", False),
    ],
)
def test_what_is_said_to_come_from_the_records_must_stand_there(
    head: str, below: str, asked: bool
) -> None:
    text = SHEET.format(head=head, below=below)
    made = drafts.draft(text)
    rows = made.case.table("findings").to_json()["rows"]
    assert any(row["code"] == "unsourced_item" for row in rows) == asked

"""Sentences with …のみ: which become a claim, of whom, and which are none."""

from __future__ import annotations

from typing import Any

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules

PLACE = Place("d", 1, "1")


def case(**partners: str) -> Builder:
    """A case of one matter with the items 氏名, 住所 and 相談内容, and partners by relation."""
    builder = Builder()
    builder.own = builder.holder("みず市", "organisation", Passage(), id_="own")
    builder.add("matters", {"id": "m1", "title": "相談業務の委託", "source": "d:1"})
    for label in ("氏名", "住所", "相談内容"):
        builder.item(label, Passage.of(label, PLACE), label, "listed")
    for number, (relation, label) in enumerate(partners.items()):
        id_ = builder.holder(label, "organisation", Passage(), tier=1, external=True)
        flow: dict[str, Any] = {"id": f"f{number}", "matter": "m1", "to": [id_]}
        builder.add("flows", {**flow, "from": "own", "relation": relation})
    return builder


def found(text: str, builder: Builder) -> list[tuple[list[str], list[str]]]:
    claims.of_rows(builder, [Row((Passage.of(text, PLACE),), PLACE)])
    names = {each["id"]: each["label"] for each in builder.list_of("holders")}
    items = {each["id"]: each["label"] for each in builder.list_of("items")}
    return [
        ([names[h] for h in each["holders"]], [items[i] for i in each["items"]])
        for each in builder.list_of("claims")
    ]


BOTH = {"entrust": "株式会社くるみ", "link": "あおば機構"}


@pytest.mark.parametrize(
    ("text", "holder", "items"),
    [
        ("株式会社くるみに渡すのは氏名及び住所のみとする。", "株式会社くるみ", ["氏名", "住所"]),
        ("なお、委託先が取り扱う情報は、相談者の氏名のみである。", "株式会社くるみ", ["氏名"]),
        ("送信する情報は、氏名、住所だけとし、他は送らない。", "あおば機構", ["氏名", "住所"]),
        ("あおば機構へは住所に限り提供する。", "あおば機構", ["住所"]),
        ("1 概要\n2 受託者に渡す情報は氏名のみとする", "株式会社くるみ", ["氏名"]),
    ],
)
def test_a_closed_list_of_items_is_a_claim_about_whom_it_names(
    text: str, holder: str, items: list[str]
) -> None:
    assert found(text, case(**BOTH)) == [([holder], items)]


@pytest.mark.parametrize(
    "text",
    [
        "市は氏名のみを送信し、機構は相談内容のみを送信する。",
        "市が送るのは氏名だけとし、あおば機構が送るのは相談内容だけとする。",
        "市の側からは住所に限り、機構からは相談内容に限り送信する。",
        "送信する項目は、市が氏名のみ、相手方が相談内容のみとする。",
        "あおば機構は相談内容のみを提供し、市は氏名のみを提供する。",
    ],
)
def test_what_each_side_sends_alone_closes_no_list(text: str) -> None:
    assert found(text, case(link="あおば機構")) == []


@pytest.mark.parametrize(
    "text",
    [
        "許可された職員のみが端末を使う。",
        "氏名のみでは本人を確かめられない。",
        "必要な情報のみを記載させている。",
        "サーバは国内にあるものに限る。",
        "のみ",
    ],
)
def test_a_sentence_about_something_else_is_no_claim(text: str) -> None:
    builder = case(**BOTH)
    assert found(text, builder) == []
    assert builder.notes.questions == []


def test_whose_items_they_are_is_asked_if_several_may_be_meant() -> None:
    builder = case(**BOTH)
    assert found("渡す項目は氏名のみとする。", builder) == []
    assert [each.code for each in builder.notes.questions] == ["claim_not_resolved"]


def test_an_item_that_no_list_has_is_kept_in_the_claim() -> None:
    """So that a finding can say that the list lacks it."""
    assert found(
        "委託先に渡すのは氏名及び電話番号のみとする。", case(entrust="株式会社くるみ")
    ) == [(["株式会社くるみ"], ["氏名", "電話番号"])]


def with_list(builder: Builder, labels: list[str], *holders: str) -> Builder:
    """The builder with a list of these items, held by holders of these names."""
    ids = [
        builder.find_holder(name) or builder.holder(name, "system", Passage()) for name in holders
    ]
    entries = [
        {
            "position": str(at),
            "label": label,
            "item": builder.item(label, Passage.of(label, PLACE), label, "listed"),
        }
        for at, label in enumerate(labels, 1)
    ]
    builder.add("lists", {"id": "l1", "matter": "m1", "holders": ids, "entries": entries})
    return builder


def test_a_part_of_an_entry_means_the_entry() -> None:
    """利用の区分 is within 利用の区分及び回数, and 時刻 is the only entry that ends so."""
    builder = with_list(
        case(link="あおば機構"), ["利用の区分及び回数", "到着の時刻", "会員の住所"], "あおば機構"
    )
    assert found("あおば機構に渡す情報は、利用の区分及び時刻のみとする。", builder) == [
        (["あおば機構"], ["利用の区分及び回数", "到着の時刻"])
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("別紙1に記録する緊急連絡先を用いて知らせる。", [(["会員システム"], ["緊急連絡先"])]),
        ("会員が届け出た口座番号を会員システムに登録する。", [(["会員システム"], ["口座番号"])]),
        ("処理の結果を会員システムに登録する。", []),
        ("緊急連絡先を株式会社くるみのシステムに登録する。", []),
    ],
)
def test_what_a_system_is_said_to_record_is_a_claim_of_its_list(
    text: str, items: list[tuple[list[str], list[str]]]
) -> None:
    builder = with_list(case(entrust="株式会社くるみ"), ["会員番号", "氏名"], "会員システム")
    assert found(text, builder) == items


def test_what_is_kept_by_two_is_a_claim_of_both() -> None:
    builder = with_list(case(), ["会員番号", "氏名"], "会員システム", "受付システム")
    assert found("別添1に登録している電話番号に連絡する。", builder) == [
        (["会員システム", "受付システム"], ["電話番号"])
    ]


def test_each_word_of_handing_on_is_looked_for_in_measures() -> None:
    told, acts = rules("sentences"), ("hand_on", "entrust")
    words = [word for act in acts for word in told["acts"][act]]
    words += [word for word, act in told["idioms"].items() if act in acts]
    words += [f"{word}せる" for word, act in told["made_to"].items() if act in acts]
    assert [word for word in words if not claims._HANDS_ON.search(word)] == []

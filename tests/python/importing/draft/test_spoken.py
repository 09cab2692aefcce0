"""Items, firms and systems that only sentences speak of, against the lists of a sheet."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import spoken, strangers
from nagarezu.importing.draft.named.outline import Outline
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage


def case() -> Builder:
    """The own side records 氏名, 住所 and 電話番号 and hands 氏名 and 住所 to 株式会社くるみ."""
    builder = Builder()
    builder.own = builder.holder("みず市", "organisation", Passage(), id_="own")
    partner = builder.holder("株式会社くるみ", "organisation", Passage(), tier=1, external=True)
    builder.add("matters", {"id": "m1", "title": "相談業務", "source": "d:1"})
    for id_, holder, names in (("l1", "own", "氏名 住所 電話番号"), ("l2", partner, "氏名 住所")):
        entries = [
            {"position": str(n), "label": name, "item": builder.item(name, Passage(), name, "x")}
            for n, name in enumerate(names.split(), 1)
        ]
        builder.add("lists", {"id": id_, "matter": "m1", "holders": [holder], "entries": entries})
    flow = {"id": "f1", "matter": "m1", "from": "own", "to": [partner], "relation": "entrust"}
    builder.add("flows", {**flow, "lists": ["l2"]})
    return builder


def line(text: str, number: int = 9) -> Row:
    place = Place("d", number, str(number))
    return Row((Passage.of(text, place),), place)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("面談の際に、相談者の続柄を確かめて台帳に書き写す。", [("own", "続柄")]),
        ("登録された電子メールアドレスあてに案内を送る。", [("own", "電子メールアドレス")]),
        ("株式会社くるみは、相談者の電話番号を用いて日程を調整する。", [("h2", "電話番号")]),
        ("株式会社くるみは、相談者の住所を用いて封筒に印字する。", []),
        ("続柄は記録しない。", []),
        ("面談の後は、台帳により続柄を管理する。", []),
        ("職員の電子メールアドレスを用いて連絡する。", []),
        ("勤務先がある者を対象とする。", []),
    ],
)
def test_an_item_of_a_sentence_that_no_list_has(text: str, wanted: list[tuple[str, str]]) -> None:
    builder = case()
    spoken.write(builder, [line(text)])
    names = {each["id"]: each["label"] for each in builder.list_of("items")}
    found = [(each["holders"][0], names[each["items"][0]]) for each in builder.list_of("claims")]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("印刷した名簿は、有限会社つばめ急便に引き渡して配送する。", ["有限会社つばめ急便"]),
        ("面談の結果は、訪問支援システムにも登録する。", ["訪問支援システム"]),
        ("名簿は、みず市歯科医師会に毎年送付する。", ["みず市歯科医師会"]),
        ("名簿は、みず市歯科医師会に送付しない。", []),
        ("名簿は、株式会社くるみに引き渡す。", []),
        ("有限会社つばめ急便", []),
    ],
)
def test_somebody_whom_only_a_sentence_names(text: str, wanted: list[str]) -> None:
    builder = case()
    strangers.write(builder, [line(text)])
    names = {each["id"]: each["label"] for each in builder.list_of("holders")}
    assert [names[each["holders"][0]] for each in builder.list_of("claims")] == wanted


def test_a_head_stands_over_what_is_numbered_below_it() -> None:
    outline = Outline(case())
    told = []
    for text in ("ア 株式会社くるみ", "(ア) 内容", "イ 市の対策", "(ア) 内容"):
        outline.add(line(text))
        told.append(outline.holder)
    assert told == ["h2", "h2", "", ""]


@pytest.mark.parametrize(
    ("entry", "found"), [("判定結果", 0), ("受診年月日", 0), ("血圧", 0), ("続柄", 1)]
)
def test_the_result_of_an_examination_is_listed_by_its_parts(entry: str, found: int) -> None:
    builder = case()
    item = builder.item(entry, Passage(), entry, "x")
    for each in builder.list_of("lists"):
        each["entries"].append({"position": "9", "label": entry, "item": item})
    spoken.write(builder, [line("健診の結果を翌年の結果と比べて相談に用いる。")])
    assert len(builder.list_of("claims")) == found

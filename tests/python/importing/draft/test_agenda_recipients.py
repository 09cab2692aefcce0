"""Agenda papers with a list of recipients behind the sheets, and with rows of systems in front."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

SHEET = """緑野町個人情報保護審議会　諮問事項
件名\t見守り台帳の整備について
１　事業の概要
事業名\t見守り台帳の整備
担当課\t福祉課
目的\tひとり暮らしの高齢者を見守る。
対象者\t台帳に登載した者
事業内容\t{content}

２　電算処理
件名\t見守り台帳システムの導入について
保有課（担当課）\t福祉課
登録業務の名称\t見守り
記録される情報項目（だれの、どのような項目か）\t{listed}
新規開発の理由\t紙では探しにくいため。
新規開発の内容\t登載と検索の機能を作る。
開発等を委託する場合における個人情報保護対策\t【運用上の対策】 1 作業に立ち会う。

{attached}
"""
LISTED = "1 個人の範囲 台帳に登載した者 2 記録項目 ①氏名 ②住所 ③電話番号 ④生年月日"
HEADS = ("提供先", "提供する項目", "方法", "提供先に求める対策")
ROWS = (
    ("東地区自治会", "氏名、住所、電話番号", "紙", "誓約書の提出"),
    ("民生委員", "氏名、住所", "紙", "施錠保管"),
    ("緑野警察署", "氏名、住所", "紙", "協定の遵守"),
)


def table(heads: tuple[str, ...] = HEADS, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    lines = "\n".join("| " + " | ".join(cells) + " |" for cells in (heads, *rows))
    return f"別紙　名簿を渡す相手の一覧\n\n{lines}"


def paper(
    content: str = "台帳を整える。", systems: str = "見守り台帳システム", attached: str = ""
) -> str:
    listed = f"{LISTED} 3 記録するコンピュータ {systems}"
    return SHEET.format(content=content, listed=listed, attached=attached)


def provided(text: str) -> dict[str, int]:
    """Who is provided with something, and with how many items."""
    case: dict[str, Any] = json.loads(draft(text).case.to_json())
    names = {each["id"]: each["label"] for each in case["holders"]}
    lists = {each["id"]: len(each.get("entries", [])) for each in case["lists"]}
    return {
        names[flow["to"][0]]: sum(lists[id_] for id_ in flow.get("lists", []))
        for flow in case["flows"]
        if flow["relation"] == "provide"
    }


@pytest.mark.parametrize(
    "taker", ["提供先", "外部提供先", "提供する相手方", "提供の相手方", "提供先の名称"]
)
@pytest.mark.parametrize("items", ["提供する項目", "情報項目"])
def test_recipients_of_a_table(taker: str, items: str) -> None:
    text = paper(attached=table((taker, items, "方法", "求める対策")))
    assert provided(text) == {"東地区自治会": 3, "民生委員": 2, "緑野警察署": 2}
    assert not raised(text)


@pytest.mark.parametrize(
    "rows",
    [
        (("（１）合計", "氏名、住所", "紙", "なし"), *ROWS[:1]),
        (("本人の同意", "氏名、住所", "紙", "なし"), *ROWS[:1]),
        (("再委託先", "氏名、住所", "紙", "なし"), *ROWS[:1]),
        (("福祉課", "氏名、住所", "紙", "なし"), *ROWS[:1]),
        (("なし", "－", "－", "－"), *ROWS[:1]),
    ],
)
def test_what_is_no_recipient(rows: tuple[tuple[str, ...], ...]) -> None:
    assert set(provided(paper(attached=table(rows=rows)))) == {"東地区自治会"}


def test_what_contradicts_a_table_of_recipients() -> None:
    more = (*ROWS[:2], ("緑野警察署", "氏名、住所、かかりつけ医の氏名", "紙", "協定の遵守"))
    assert raised(paper(attached=table(rows=more))) == {"unsourced_item"}
    less = (*ROWS[:2], ("緑野警察署", "氏名、住所", "紙", ""))
    assert raised(paper(attached=table(rows=less))) == {"recipient_without_safeguard"}


THREE = "見守り台帳システム 訪問記録端末 通報受信システム"


@pytest.mark.parametrize(
    "content",
    [
        "台帳の情報は、見守り台帳システムと訪問記録端末に記録する。",
        "情報は、見守り台帳システム及び訪問記録端末に保存する。",
        "記録先は、見守り台帳システム及び訪問記録端末とする。",
        "情報は、見守り台帳システム及び訪問記録端末の二つに登録する。",
        "登載した者の情報は、見守り台帳システム、訪問記録端末で管理する。",
        "見守り台帳システム及び訪問記録端末を導入する。",
    ],
)
def test_a_system_that_the_overview_passes_over(content: str) -> None:
    assert raised(paper(content, THREE)) == {"named_once"}


@pytest.mark.parametrize(
    "content",
    [
        "情報は、見守り台帳システム、訪問記録端末及び通報受信システムに記録する。",
        "情報は、見守り台帳システムに記録する。",
        "情報は、見守り台帳システムと訪問記録端末に記録する。通報受信システムにも同じものを置く。",
        "情報は、見守り台帳システムと訪問記録端末を照合して確かめる。",
        "従来は見守り台帳システムと訪問記録端末に記録していた。",
        "情報は、見守り台帳システム、訪問記録端末等に記録する。",
    ],
)
def test_overviews_that_pass_nothing_over(content: str) -> None:
    assert not raised(paper(content, THREE))

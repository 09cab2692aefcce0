"""Registers whose labels are one word (組織, 委任), and sides of measures in brackets."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """
〔番号 {n}〕
名称 {name}ファイル
組織 {section}
利用目的 利用の承認及び料金の収納を行う。
記録項目
1 氏名
2 住所
3 電話番号
対象者 {name}の利用者
収集方法 本人が提出する申込書による。
経常的提供先 なし
システム {name}管理システム（予約の画面を含む。）
"""
HEAD = "みなみ市 個人情報ファイル簿\n"


def content(text: str) -> dict[str, Any]:
    return drafts.draft(text, "r.txt").content


def holders(found: dict[str, Any], relation: str) -> list[str]:
    called = {each["id"]: each["label"] for each in found["holders"]}
    return [
        called[to] for flow in found["flows"] if flow["relation"] == relation for to in flow["to"]
    ]


def test_a_section_and_a_system_stand_behind_one_word() -> None:
    listed = "番号 ファイル名 対象者 本人の数\n" + "".join(
        f"{n} {name}ファイル {name}の利用者 {n}00人（令和7年4月1日現在）\n"
        for n, name in ((1, "市民農園"), (2, "貸館"), (3, "駐輪場"))
    )
    cards = "".join(
        CARD.format(n=n, name=name, section="総務課管理係")
        for n, name in ((1, "市民農園"), (2, "貸館"), (3, "駐輪場"))
    )
    found = content(f"{HEAD}\n1 総括\n\n{listed}\n2 個票\n{cards}")
    assert [each["title"] for each in found["matters"]] == [
        "市民農園ファイル",
        "貸館ファイル",
        "駐輪場ファイル",
    ]
    assert {each["department"] for each in found["matters"]} == {"総務課管理係"}
    assert holders(found, "process") == [
        "市民農園管理システム",
        "貸館管理システム",
        "駐輪場管理システム",
    ]


MEASURES = """委任（指定管理者） 株式会社こかげ
指定の期間 令和6年4月1日から令和11年3月31日まで
委任の内容 受付及び案内
運用上の対策（市）
ア 鍵を二人で管理する。
運用上の対策（指定管理者に行わせるもの）
ア 申請書を金庫に納めさせる。
イ 研修を年1回受けさせる。
"""


def test_whose_measures_are_may_stand_in_a_bracket() -> None:
    card = CARD.format(n=1, name="貸館", section="総務課管理係")
    found = content(f"{HEAD}{card}{MEASURES}")
    assert [(each["party"], each["position"]) for each in found["safeguards"]] == [
        ("own", "ア"),
        ("partner", "ア"),
        ("partner", "イ"),
    ]
    assert "株式会社こかげ" in [each["label"] for each in found["holders"]]
    period = found["matters"][0]["periods"][0]
    assert (period["start"], period["end"]) == ("2024-04-01", "2029-03-31")


def codes(text: str) -> list[str]:
    rows = drafts.draft(text, "r.txt").case.table("findings").to_json()["rows"]
    return [row["code"] for row in rows if row["severity"] != "info"]


GIVEN = """個人情報ファイル簿
個人情報ファイルの名称\t甲ファイル
行政機関等の名称\tみなみ市長
利用目的\t利用者の管理
記録項目\t①氏名、②電話番号、③緊急連絡先
記録範囲\t利用者
収集方法\t本人
経常的提供先\tきた県
提供する項目\t①及び②
提供の媒体\t紙、電子データ
提供の方法\t申込書（紙）は職員が運ぶ。受付の記録（電子データ）は専用回線で送信する。
"""


def test_an_item_beside_another_is_not_that_one() -> None:
    said = f"{GIVEN}備考\t緊急連絡先は、きた県へ提供しない。\n"
    assert "claim_against_list" not in codes(said)
    assert "claim_against_list" in codes(said.replace("緊急連絡先は、", "電話番号は、"))


def test_data_beside_paper_may_go_by_a_line() -> None:
    assert "channel_not_in_media" not in codes(GIVEN)


@pytest.mark.parametrize("named", ["上の表の２者", "上記の者", "この２者"])
def test_nobody_but_those_of_a_table(named: str) -> None:
    said = f"{GIVEN}備考\t{named}のほかに経常的に提供する相手方はない。\n"
    assert "claim_against_list" not in codes(said)


LETTERED = """登録事務票

（登録票　税－１）
ア　事務の名称　　口座振替の受付
イ　事務の目的　　口座振替の申込みを受け付け、登録すること。
ウ　対象者　　　　口座振替を申し込んだ者
エ　記録する項目　⑴氏名　⑵住所　⑶口座番号
オ　経常的提供先　みなみ銀行
カ　相手方に求める措置
　　⑴　みなみ銀行には、申込書の写しを年度末に返させる。
　　⑵　みなみ銀行には、受け取った日を記録させる。

（登録票　税－２）
ア　事務の名称　　納税相談の記録
イ　事務の目的　　納税の相談を受け、分割の計画を作り、記録すること。
ウ　対象者　　　　相談をした者
エ　記録する項目　⑴氏名　⑵住所　⑶相談の内容
オ　経常的提供先　なし
"""


def test_measures_below_a_lettered_label_end_with_their_card() -> None:
    found = content(f"みなみ市個人情報取扱事務登録簿\n\n{LETTERED}")
    first = found["matters"][0]["id"]
    assert [(e["matter"], e["party"], e["position"]) for e in found["safeguards"]] == [
        (first, "partner", "1"),
        (first, "partner", "2"),
    ]


USES = (
    "3 ファイル{n}の記録項目の区分\n項目\t受付\t審査\n"
    "(1)氏名\t使う\t使う\n(2)住所\t使う\t使わない\n"
)


def test_a_table_that_names_another_file_adds_nothing_to_the_last() -> None:
    cards = "".join(
        CARD.format(n=n, name=name, section="総務課管理係")
        for n, name in ((1, "農園"), (2, "貸館"))
    )
    found = content(f"{HEAD}{cards}{USES.format(n=1)}")
    assert [len(each["entries"]) for each in found["lists"]] == [3, 3]
    last = content(f"{HEAD}{cards}{USES.format(n=2)}")
    assert [len(each["entries"]) for each in last["lists"]] != [3, 3]

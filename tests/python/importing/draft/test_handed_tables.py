"""Papers behind the cards of a register and the sheets of an agenda: what they state once more."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.register.names import named_first
from nagarezu.importing.fields import checklist
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

REGISTER = """
いずみ町 個人情報取扱事務登録簿

| 登録番号 | 事務の名称 | 所管課 | 対象者数 |
|---|---|---|---|
| 1 | 給食費の管理に関する事務 | 学校課 | 310人 |
| 2 | 狂犬病予防に関する事務 | {section} | 88人 |

| 事務の名称 | 給食費の管理に関する事務 |
| 所管課 | 教育部学校課 |
| 事務の目的 | 給食費を集めるため |
| 対象者の範囲 | 給食を受ける児童　310人 |
| 記録項目 | 氏名、住所、学年、口座番号 |
| 外部への提供 | 有　くぬぎ県学校給食会 |
| 業務の委託 | 有　株式会社もみの木（袋詰め。検品を含む。）。町が承諾した。 |
| 委託先に処理させる項目 | 氏名、学年 |
| 再受託者 | 有限会社かえで |

| 事務の名称 | 狂犬病予防に関する事務 |
| 所管課 | 環境課 |
| 事務の目的 | 予防注射を案内するため |
| 対象者の範囲 | 犬の所有者　88人 |
| 記録項目 | 氏名、住所、電話番号 |
| 外部への提供 | 無 |

資料1　外部提供の一覧

| 登録番号 | 提供先 | 提供する項目 | 方法 |
|---|---|---|---|
| 1 | くぬぎ県学校給食会 | 氏名、学年 | 専用回線 |
{more}

資料2　個人情報取扱特記事項

第1　乙は、知り得たことを漏らしてはならない。
第2　乙は、終了後に記録を消去する。
"""


def register(section: str = "環境課", more: str = "") -> dict[str, Any]:
    text = REGISTER.format(section=section, more=more).replace("\n\n|---", "\n|---")
    text = text.replace("{more}", "")
    return drafts.draft(text, "r.md").content


def items(content: dict[str, Any], holder: str) -> list[str]:
    ids = {each["label"]: each["id"] for each in content["holders"]}
    lists = [each for each in content["lists"] if ids[holder] in each["holders"]]
    return [entry["label"] for each in lists for entry in each["entries"]]


def test_a_table_behind_the_cards_lists_what_is_provided() -> None:
    content = register()
    assert items(content, "くぬぎ県学校給食会") == ["氏名", "学年"]
    assert items(content, "株式会社もみの木") == ["氏名", "学年"]
    assert [clause["number"] for clause in content["clauses"]] == [1, 2]


def test_a_sub_contractor_of_whom_nothing_is_listed_stays_open() -> None:
    content = register()
    [flow] = [each for each in content["flows"] if each["relation"] == "reentrust"]
    assert flow.get("open") and "lists" not in flow


def test_a_list_of_contents_that_names_another_section() -> None:
    assert register()["announcements"][1]["label"] == "狂犬病予防に関する事務"
    other = register(section="税務課")["announcements"][1]["label"]
    assert other == "狂犬病予防に関する事務（税務課）"


def test_one_whom_only_the_table_names() -> None:
    more = "| 2 | 一般社団法人ひのき協会 | 氏名、住所 | 紙 |"
    names = [each["label"] for each in register(more=more)["holders"]]
    assert "一般社団法人ひのき協会" in names


def test_a_row_of_a_figure_tells_the_list_of_a_sheet_again() -> None:
    text = """
くるみ市個人情報保護審議会

| 件名 | 検診票の印刷の委託について |
|---|---|
| 委託先 | 株式会社なら |
| 再委託先 | なし（再委託はさせない。） |
| 処理させる情報項目 | 氏名、住所、受診番号 |
| 委託の内容 | 印刷 |
| 委託の期間 | 令和7年4月1日から令和8年3月31日まで |
| 市が行う対策 | 契約書に特記事項を付す。 |
| 委託先に行わせる対策 | 名簿を提出させる。 |

別紙1　情報の流れ

| 渡す者 | 受ける者 | 項目 | 方法 |
|---|---|---|---|
| 市 | 株式会社なら | 氏名、住所 | DVD |
"""
    content = drafts.draft(text, "a.md").content
    [matter] = content["matters"]
    assert matter["kinds"] == ["entrust"]
    labels = {each["id"]: each["label"] for each in content["items"]}
    assert [[labels[id_] for id_ in each["items"]] for each in matter["retold"]] == [
        ["氏名", "住所"]
    ]
    assert [each["party"] for each in content["safeguards"]] == ["own", "partner"]


@pytest.mark.parametrize(
    ("text", "names", "said"),
    [
        (
            "甲社（検査。記録を含む。）。町が承諾した。",
            "甲社（検査。記録を含む。）",
            "町が承諾した。",
        ),
        (
            "甲社に配送させる。乙社は再委託先である。",
            "甲社に配送させる。乙社は再委託先である。",
            "",
        ),
    ],
)
def test_names_in_front_of_a_sentence(text: str, names: str, said: str) -> None:
    first, rest = named_first(Passage.of(text, Place("d", 1, "1")))
    assert (first.text, rest.text) == (names, said)


def test_a_cell_says_whose_measure_it_is_and_of_which_layer() -> None:
    place = Place("d", 1, "1")

    def row(*cells: str) -> Row:
        return Row(tuple(Passage.of(cell, place) for cell in cells), place, grid=1)

    rows = [
        row("市【運用】", "○", "協定を結ぶ。"),
        row("くるみ財団【運用】", "○", "担当者を届け出させる。"),
        row("くるみ財団【システム】", "－", "回線を暗号化させる。"),
    ]
    found = checklist.read(Passage.of("チェックリスト", place), rows, {}, {})
    assert [(each.party, each.layer, each.mark) for each in found] == [
        ("own", "operational", "yes"),
        ("partner", "operational", "yes"),
        ("partner", "system", "not_needed"),
    ]


HEADED = """
つきみ町 個人情報取扱事務登録簿

## 図-01　移動図書の貸出しに関する事務

| 欄 | 記載 |
|---|---|
| 事務の目的 | 移動図書を貸し出すため |
| 対象者の範囲 | 利用の登録をした者 |
| 記録項目 | ①利用者番号 ②氏名 ③住所 ④電話番号 |
| 収集先 | 本人 |
| 委託 | ■ 株式会社いちょう（運行） |
| 提供先 | なし |

## 図-02　督促に関する事務

| 欄 | 記載 |
|---|---|
| 事務の目的 | 返却を促すため |
| 対象者の範囲 | 返却の遅れた者 |
| 記録項目 | ①利用者番号 ②氏名 ③返却の期限 |
| 収集先 | 本人 |
| 委託 | □ |
| 提供先 | なし |

## 受渡しの一覧

| 番号 | 相手方 | 渡す項目 | 媒体 |
|---|---|---|---|
| 図-01 | 株式会社いちょう | 記録項目1から3まで | 紙 |
"""


def test_a_heading_names_the_file_of_the_table_below_it() -> None:
    made = drafts.draft(HEADED, "r.md").content
    titles = [each["title"] for each in made["matters"]]
    assert titles == ["移動図書の貸出しに関する事務", "督促に関する事務"]
    partners = [each for each in made["holders"] if each.get("external")]
    assert [each["label"] for each in partners] == ["株式会社いちょう"]
    own = next(each for each in made["lists"] if each["holders"] == [partners[0]["id"]])
    assert [entry["label"] for entry in own["entries"]] == ["利用者番号", "氏名", "住所"]

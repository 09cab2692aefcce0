"""What an assessment sends: items listed one by one, whom sentences name, lists of contents."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 あさひ市長\n"
SYSTEM = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 給食費システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
RECORDS = (
    "（別添2）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 生年月日 4 口座番号 5 未納額\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def carried(content: dict[str, Any]) -> dict[str, list[str]]:
    """The labels that go to each holder for whom the case has a list of his own."""
    names = {each["id"]: each["label"] for each in content["holders"]}
    lists = {each["id"]: each for each in content["lists"]}
    return {
        names[flow["to"][0]]: [
            entry["label"] for id_ in flow["lists"] for entry in lists[id_]["entries"]
        ]
        for flow in content["flows"]
        if flow.get("lists") and flow["relation"] != "process"
    }


@pytest.mark.parametrize(
    "rows",
    [
        "移転先1 こども課\n②移転先における用途 算定\n③移転する情報 1 宛名番号 2 未納額\n",
        "移転先1 こども課\n③移転する情報 １宛名番号、２未納額\n",
        "| 移転先1 | こども課 |\n|---|---|\n| 移転する情報 | ①宛名番号　②未納額 |\n",
        "| 移転先 | 移転先における用途 | 移転する情報 |\n|---|---|---|\n"
        "| こども課 | 保育料の算定 | (1) 宛名番号 (2) 未納額 |\n",
    ],
)
def test_a_numbered_row_of_items_goes_to_the_recipient_of_its_block(rows: str) -> None:
    assert carried(case(SYSTEM + FILE + rows + RECORDS)) == {"こども課": ["宛名番号", "未納額"]}


@pytest.mark.parametrize("row", ["給食費関係情報", "納入の有無及び未納額", "－"])
def test_a_class_of_information_is_no_list(row: str) -> None:
    content = case(SYSTEM + FILE + f"移転先1 こども課\n③移転する情報 {row}\n" + RECORDS)
    assert carried(content) == {}
    assert [each["open"] for each in content["flows"] if each["relation"] == "transfer"] == [True]


@pytest.mark.parametrize(
    ("sent", "missing"),
    [
        ("1 宛名番号 2 納入者の氏名 3 未納額", False),  # the same in other words
        ("1 宛名番号 2 氏名 3 年齢", False),  # made from what is held
        ("1 宛名番号 2 氏名 3 勤務先", True),
        ("1 アレルギーの有無 2 学校名 3 学年", False),  # not drawn from this file at all
    ],
)
def test_an_item_that_no_list_of_the_file_holds_is_asked(sent: str, missing: bool) -> None:
    rows = f"移転先1 こども課\n③移転する情報 {sent}\n"
    assert ("unsourced_item" in raised(SYSTEM + FILE + rows + RECORDS)) == missing


LINK = "③他のシステムとの接続 [○]その他（県共同システム）\n"


@pytest.mark.parametrize(
    ("function", "step", "differ"),
    [
        ("資格の情報を県共同システムへ送信する。", "県共同システムから資格情報を受け取る。", True),
        ("県共同システムに資格情報を送る。", "県共同システムから送付の資格情報を取込む。", True),
        ("資格情報を県共同システムへ送信する。", "県共同システムに資格の情報を送る。", False),
        ("資格情報を県共同システムへ送信する。", "県共同システムから決定の結果を受信する。", False),
        ("資格情報を県共同システムへ送信し、県共同システムから資格情報を受信する。",
         "県共同システムから資格情報を受信する。", False),
        ("資格情報を給食費システムへ送信する。", "給食費システムから資格情報を受信する。", False),
    ],
)  # fmt: skip
def test_the_systems_and_the_flow_of_work_tell_one_direction(
    function: str, step: str, differ: bool
) -> None:
    text = f"②システムの機能 1 連携 {function}\n{LINK}（別添1）事務の内容\n1 {step}\n"
    assert ("direction_differs" in raised(SYSTEM + text + FILE + RECORDS)) == differ


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("収納の一部を株式会社みなと事務に委託する。", ("entrust", "株式会社みなと事務")),
        ("転入前の市区町村に納入の状況を照会する。", ("inquire", "転入前の市区町村")),
    ],
)
def test_sentences_name_whom(told: str, wanted: tuple[str, str]) -> None:
    content = case(
        HEAD + f"②事務の内容 給食費を徴収する。{told}\n" + FILE + f"⑤使用方法 ・{told}\n" + RECORDS
    )
    names = {each["id"]: each["label"] for each in content["holders"]}
    assert [(f["relation"], names[f["to"][0]]) for f in content["flows"]] == [wanted]


def test_persons_in_a_cell_end_where_the_steps_begin() -> None:
    content = case(
        "# 特定個人情報保護評価書（基礎項目評価書）\n| ②事務の概要 | 給食費を徴収する。<br>"
        "対象者：給食費の納入者<br>(1) 納入者に通知する。<br>(2) 口座から引き落とす。 |\n"
        "|---|---|\n"
    )
    assert [each["label"] for each in content["subjects"]] == ["給食費の納入者"]


DIGEST = (
    "全項目評価書 修正箇所の概要\n今回の修正箇所\n1 システム3の追加\n2 委託事項2の追加\n"
    "3 リスク対策 物理的対策\n修正箇所の一覧\n1 Ⅰ 2.システム3\n2 Ⅱ 4.委託事項2\n"
    "3 Ⅲ 7.⑤物理的対策\n4 Ⅲ 7.⑥技術的対策\n"
)


def test_lists_of_contents_are_no_heads_of_the_form() -> None:
    content = case(DIGEST + "Ⅲ リスク対策\n⑤物理的対策\n・書庫に施錠する。\n")
    assert [each["label"] for each in content["safeguards"]] == ["書庫に施錠する。"]
    (matter,) = content["matters"]
    places: dict[str, list[str]] = {}
    for line in matter["work"]:
        places.setdefault(line["sheet"], []).append(line["label"])
    assert places == {
        "overview": ["システム3", "委託事項2", "Ⅲ 物理的対策"],
        "attachment": ["システム3", "委託事項2", "Ⅲ 物理的対策", "Ⅲ 技術的対策"],
    }


@pytest.mark.parametrize("head", ["修正した箇所", "変更又は追記した箇所", "見直し箇所"])
def test_pages_and_reasons_of_a_digest_belong_to_no_value(head: str) -> None:
    row = "| {} | {} | {} | {} |\n"
    content = case(
        "特定個人情報保護評価書 修正箇所一覧\n"
        + row.format(head, "修正後の記載", "ペー ジ", "修正の理由")
        + "|---|---|---|---|\n"
        + row.format("①システムの名称", "給食費システム", "6", "新 規 導 入")
        + "\n（別添2）特定個人情報ファイル記録項目\n1 氏名 2 住所\n\n"
        + "| | | | 1 7 新規導入 |\n|---|---|---|---|\n"
        + "\nⅢ リスク対策\n\n| ⑤物理的対策 | 2 5 |\n|---|---|\n\n・書庫に施錠する。\n"
    )
    assert [each["label"] for each in content["holders"][1:]] == ["給食費システム"]
    assert [entry["label"] for entry in content["lists"][0]["entries"]] == ["氏名", "住所"]
    assert [each["position"] for each in content["safeguards"]] == ["1"]


def test_an_attachment_that_a_list_of_changes_prints_whole_is_at_hand() -> None:
    content = case(
        HEAD + "（別添3）変更箇所\n\n| 変更日 | 項目 | 変更前の記載 | 変更後の記載 |\n"
        "|---|---|---|---|\n"
        "| 令和7年4月1日 | （別添2）特定個人情報ファイル記録項目 | （略） "
        "| １氏名、２住所、３口座番号 |\n"
        "| 令和7年4月1日 | Ⅱ2．④全ての記録項目 | 別紙4を参照 | 別添2を参照 |\n"
    )
    assert [entry["label"] for entry in content["lists"][0]["entries"]] == [
        "氏名",
        "住所",
        "口座番号",
    ]
    resolved = {each["label"]: each.get("resolved", False) for each in content["references"]}
    assert resolved["別添2"] and not resolved["別紙4"]


def test_a_table_of_partners_lists_what_goes_to_each() -> None:
    table = (
        "| 区分 | 相手 | 項目 | 方法 |\n|---|---|---|---|\n"
        "| 提供1 | かもめ広域連合 | 氏名、未納額 | 専用回線 |\n"
        "| 移転1 | 学校給食課 | 宛名番号、口座番号 | 庁内連携 |\n"
    )
    found = carried(case(SYSTEM + FILE + "5．提供及び移転\n" + table + RECORDS))
    assert found["かもめ広域連合"] == ["氏名", "未納額"]
    assert found["学校給食課"] == ["宛名番号", "口座番号"]

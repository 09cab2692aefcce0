"""What an assessment tells in two places: the work, the title of its changes, blocks."""

from __future__ import annotations

import pytest
from drafts import draft, raised

_WORK = """特定個人情報保護評価書（重点項目評価書）
Ⅰ 基本情報
①事務の名称\t助成に関する事務
②事務の内容\t次の四つである。
\t1 申請の受付
\t2 所得の審査
\t3 証の交付
\t4 助成金の支払
（別添1）情報の流れ
番号\t事務\t流れ
1\t申請の受付\t書面で受ける。
2\t所得の審査\t台帳を見る。
3\t証の交付\t郵便で送る。
4\t%s\t銀行に頼む。
"""


@pytest.mark.parametrize(
    ("last", "codes"), [("助成金の支払", set()), ("資格の喪失", {"contents_differ"})]
)
def test_a_table_of_the_flow_tells_the_work_again(last: str, codes: set[str]) -> None:
    assert raised(_WORK % last) == codes


_CHANGES = """評価書の変更箇所一覧
件名　保管場所の変更及び%sの変更について
変更または追記した箇所\t\tページ\t事由等
Ⅱ　特定個人情報ファイルの概要
④提供方法\t[○] 専用線\t8\t具体化
6. 特定個人情報の保管・消去
①保管場所\t庁舎の2階\t10\t保管場所の変更
"""


@pytest.mark.parametrize(("thing", "missing"), [("提供方法", False), ("委託先", True)])
def test_what_a_title_says_is_changed_is_a_place_of_the_list(thing: str, missing: bool) -> None:
    assert ("title_without_content" in raised(_CHANGES % thing)) == missing


def test_a_block_names_its_system_and_the_work_beside_the_partner() -> None:
    text = """特定個人情報保護評価書（重点項目評価書）
Ⅰ 基本情報
システム1\t資格管理システム
機能\t資格の管理
Ⅱ 特定個人情報ファイルの概要
欄\t委託事項1\t委託事項2
名称\t帳票の印刷\t開封及び入力
③委託先名\t株式会社みどり印刷\t有限会社入力社
"""
    content = draft(text).content
    flows = [(each["relation"], each["to"][0]) for each in content["flows"]]
    labels = {each["id"]: each["label"] for each in content["holders"]}
    assert [(relation, labels[to]) for relation, to in flows] == [
        ("process", "資格管理システム"),
        ("entrust", "株式会社みどり印刷"),
        ("entrust", "有限会社入力社"),
    ]


def test_marks_beside_items_make_up_their_tree() -> None:
    text = """特定個人情報保護評価書（重点項目評価書）
（別添1）記録項目
番号\t項目\t追加
(1)\t本人の情報
ア\t氏名
イ\t住所
(2)\t税の情報\t追加
ア\t税額\t追加
注　追加は一つである。
"""
    entries = draft(text).content["lists"][0]["entries"]
    assert [each["label"] for each in entries] == [
        "本人の情報",
        "氏名",
        "住所",
        "税の情報",
        "税額",
    ]


def test_two_days_side_by_side_are_one_period() -> None:
    text = """特定個人情報保護評価書（重点項目評価書）
Ⅱ 特定個人情報ファイルの概要
データの移行は、令和5年11月18日及び19日に行う。
"""
    periods = draft(text).content["matters"][0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [("2023-11-18", "2023-11-19")]

"""Who gets which items, told in a column by the numbers of a list that stands elsewhere."""

from __future__ import annotations

import drafts
import pytest

PAPER = """審第5号
令和6年5月1日
松風市個人情報保護審査会　様
松風市長
空き家相談の受付に関する事務の委託について（諮問）

次のとおり諮問します。

1 対象者
相談をした者　312人（令和6年4月1日現在）

2 取り扱う個人情報
空き家相談システムに記録する項目は、次の表のとおりである。

番号\t項目\t備考
1\t受付番号\t
2\t相談者の氏名\t
3\t相談者の住所\t
4\t相談者の電話番号\t
5\t空き家の所在地\t任意

3 関係する事業者
次の表のとおりである。

業務\t事業者\t{head}
保守の作業\t株式会社なぎさ工房\t全項目
空き家の見回り\t有限会社みどり清掃\t{cell}
"""
LABELS = ("受付番号", "相談者の氏名", "相談者の住所", "相談者の電話番号", "空き家の所在地")


@pytest.mark.parametrize(
    ("cell", "rows"),
    [
        ("番号1から4までの項目", "1234"),
        ("1から3まで及び5の項目", "1235"),
        ("No.1、2及び5", "125"),
        ("番号1〜番号3", "123"),
        ("2の表の番号2及び5", "25"),
        ("上表の2、3、5", "235"),
        ("2・3・5", "235"),
        ("番号5のみ", "5"),
        ("番号4を除く全項目", "1235"),
        ("2に掲げる項目のうち番号1から3まで", "123"),
        ("1、3及び5", "135"),
        ("全ての項目", "12345"),
        ("受付番号、空き家の所在地", "15"),
    ],
)
@pytest.mark.parametrize("head", ["取り扱う個人情報", "渡す項目"])
def test_numbers_of_rows_are_no_items(head: str, cell: str, rows: str) -> None:
    case = drafts.draft(PAPER.format(head=head, cell=cell)).content
    assert {each["label"] for each in case["items"]} == set(LABELS)
    who = next(each["id"] for each in case["holders"] if each["label"] == "有限会社みどり清掃")
    flow = next(each for each in case["flows"] if each["to"] == [who])
    listed = [each for each in case["lists"] if each["id"] in flow.get("lists", [])]
    ids = [entry["item"] for each in listed for entry in each["entries"]] or flow["items"]
    names = {each["id"]: each["label"] for each in case["items"]}
    assert sorted(names[id_] for id_ in ids) == sorted(LABELS[int(row) - 1] for row in rows)


@pytest.mark.parametrize(
    "name", ["粗大ごみ受付システム", "子ども相談システム", "生ごみ処理機補助システム"]
)
def test_kana_between_the_first_words_of_a_system(name: str) -> None:
    text = PAPER.replace("空き家相談システム", name).format(head="渡す項目", cell="1、2")
    case = drafts.draft(text).content
    assert [each["label"] for each in case["holders"] if each["kind"] == "system"] == [name]


@pytest.mark.parametrize(
    "told", ["市は、申込みを受け付ける予約システムに記録する項目を次のとおりとする。"]
)
def test_a_verb_in_front_is_no_part_of_the_name(told: str) -> None:
    text = PAPER.replace("空き家相談システムに記録する項目は、次の表のとおりである。", told).format(
        head="渡す項目", cell="1、2"
    )
    case = drafts.draft(text).content
    assert [each["label"] for each in case["holders"] if each["kind"] == "system"] == [
        "予約システム"
    ]

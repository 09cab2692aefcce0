"""Lists on attached papers, however they are printed, and what stands beside a partner's name."""

from __future__ import annotations

import pytest
from drafts import draft

SHEET = """\
件名　講座の受付の電算処理について
保有課　生涯学習課
登録業務の名称　講座の受付
記録される情報項目
　1 個人の範囲　講座を申し込んだ者
　2 情報項目　別紙1のとおり
記録するコンピュータ　講座受付システム
開発等の理由　手作業を減らすため。

{attached}
"""
ITEMS = ["氏名", "住所", "電話番号", "申込みの日"]


@pytest.mark.parametrize(
    "attached",
    [
        "別紙1　記録項目\n\n1 氏名 2 住所 3 電話番号 4 申込みの日",
        "別紙1　記録項目\n\n氏名、住所、電話番号、申込みの日",
        "別紙1　記録項目\n\n氏名\n住所\n電話番号\n申込みの日",
        "別紙1　記録項目\n項目は、次のとおりである。\n1 氏名\n2 住所\n3 電話番号\n4 申込みの日",
        "【別紙1】記録項目一覧\n1 氏名\n2 住所\n3 電話番号\n4 申込みの日\n以上",
    ],
)
def test_an_attached_list_of_items_is_read_however_it_is_printed(attached: str) -> None:
    lists = draft(SHEET.format(attached=attached)).content["lists"]
    assert [[entry["label"] for entry in each["entries"]] for each in lists] == [ITEMS]


def test_a_long_line_of_numbered_items_is_a_list() -> None:
    names = [f"講座の申込みに関する第{n}の事項" for n in "一二三四五六"]
    line = " ".join(f"{n} {name}" for n, name in enumerate(names, 1))
    made = draft(SHEET.format(attached=f"別紙1　記録項目\n\n{line}"))
    assert [entry["label"] for entry in made.content["lists"][0]["entries"]] == names


def test_a_paper_of_sentences_is_no_list() -> None:
    text = "別紙1　記録項目\n\n氏名は窓口で確かめる。\n住所は台帳で確かめる。"
    assert not draft(SHEET.format(attached=text)).content["lists"][0]["entries"]


def test_a_label_at_the_margin_is_no_part_of_the_items_above_it() -> None:
    made = draft(SHEET.format(attached="別紙1　記録項目\n\n1 氏名\n2 住所"))
    systems = [each["label"] for each in made.content["holders"] if each["kind"] == "system"]
    assert systems == ["講座受付システム"]


@pytest.mark.parametrize(
    "printed",
    [
        "株式会社みなと企画（画面の監視）　市の承諾済み",
        "株式会社みなと企画（画面の監視） 市が書面により承諾",
        "株式会社みなと企画（画面の監視）市の承諾を得ている。",
        "株式会社みなと企画　市の承諾を得て行うもの",
    ],
)
def test_what_is_said_behind_a_name_is_no_part_of_it(printed: str) -> None:
    text = f"件名　画面の委託について\n委託先　有限会社はま企画\n再委託先　{printed}\n"
    holders = draft(text).content["holders"]
    assert [each["label"] for each in holders if each.get("tier") == 2] == ["株式会社みなと企画"]


@pytest.mark.parametrize(
    "printed",
    [
        "株式会社みなと配食（再委託先：有限会社はま運送）",
        "株式会社みなと配食（一部を有限会社はま運送に再委託）",
        "株式会社ひなた企画（配達は有限会社はま運送に再委託する。）",
    ],
)
def test_a_bracket_about_the_next_partner_leaves_the_name_in_front_whole(printed: str) -> None:
    made = draft(f"件名　配食の委託について\n委託先　{printed}\n委託理由　人手が足りないため。\n")
    holders = {each["label"]: each.get("tier") for each in made.content["holders"][1:]}
    assert holders == {printed.split("（")[0]: 1, "有限会社はま運送": 2}


@pytest.mark.parametrize("partner", ["提供する相手方", "提供先機関", "提供を受ける者"])
@pytest.mark.parametrize("items", ["提供する情報項目", "提供する情報", "提供項目"])
def test_labels_in_two_words_stand_below_each_other_as_two(partner: str, items: str) -> None:
    text = f"件名　名簿の外部提供について\n保有課　高齢福祉課\n{partner}　わかば県医師会\n"
    text += (
        f"{items}\n　1 個人の範囲　会員\n　2 情報項目　(1)氏名 (2)住所\n提供理由　案内のため。\n"
    )
    made = draft(text)
    assert [each["label"] for each in made.content["holders"][1:]] == ["わかば県医師会"]
    lists = [[entry["label"] for entry in each["entries"]] for each in made.content["lists"]]
    assert lists == [["氏名", "住所"]]

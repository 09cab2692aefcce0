"""Persons and recorded items of assessments, told additions, and the table of a digest."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 あさひ市長\n"
SYSTEM = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 宛名システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 ※ 給食費の納入者\n"
ANNEX = HEAD + FILE + "（別添2） 特定個人情報ファイル記録項目\n"


def case(text: str) -> dict[str, Any]:
    return drafts.draft(text).content


def items(content: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (entry["position"], entry["label"])
        for each in content.get("lists", [])
        for entry in each["entries"]
    ]


def flows(content: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content.get("holders", [])}
    return {(flow["relation"], names[id_]) for flow in content["flows"] for id_ in flow["to"]}


def counts(content: dict[str, Any]) -> set[tuple[str, int | None, str]]:
    return {
        (each["label"], count.get("value"), count["bound"])
        for each in content["subjects"]
        for count in each.get("counts", [])
    }


def test_a_band_belongs_to_the_persons_of_its_block() -> None:
    content = case(
        HEAD
        + "Ⅰ 基本情報\n③対象人数\n[ 1万人以上10万人未満 ]\n<選択肢>\n1) 1,000人未満\n"
        + FILE
        + "②対象となる本人の数 [1,000人以上1万人未満] <選択肢> 1) 1,000人未満\n"
        "委託事項1 印刷\n②取扱いを委託する特定個人情報ファイルの範囲 [一部]\n"
        "対象となる本人の数 [1,000人未満]\n対象となる本人の範囲 ※ 滞納者\n"
        "③委託先における取扱者数 [10人未満]\n委託事項2 保守\n対象となる本人の数 [1,000人未満]\n"
        "対象となる本人の範囲 「2.③対象となる本人の範囲」と同上"
    )
    assert counts(content) == {
        ("給食費の納入者", 10_000, "at_least"),
        ("給食費の納入者", 99_999, "at_most"),
        ("給食費の納入者", 1_000, "at_least"),
        ("給食費の納入者", 9_999, "at_most"),
        ("給食費の納入者", 999, "at_most"),
        ("滞納者", 999, "at_most"),
    }


def test_the_threshold_has_its_date_from_the_row_below() -> None:
    content = case(
        HEAD + "②事務の概要 条例に基づき、学童保育の利用者の申請を受ける。\nⅡ しきい値判断項目\n"
        "１．対象人数\n評価対象の事務の対象人数は何人   [1,000人未満]  ＜選択肢＞\n"
        "か              1) 1,000人未満\nいつ時点の計数か  令和6年4月1日 時点\n２．取扱者数\n"
        "特定個人情報ファイル取扱者数は   [500人未満]\n500人以上か\n"
        "いつ時点の計数か  令和6年5月1日 時点"
    )
    (subject,) = content["subjects"]
    (count,) = subject["counts"]
    assert (subject["label"], count["value"], count["as_of"]) == (
        "学童保育の利用者",
        999,
        "2024-04-01",
    )


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        # numbers that go on over a head are one list, numbers that begin anew another
        ("＜宛名＞\n1.氏名 2.住所\n＜税＞\n3.所得", [("1", "氏名"), ("2", "住所"), ("3", "所得")]),
        ("＜宛名＞\n1.氏名 2.住所\n＜税＞\n1.所得", [("1", "氏名"), ("2", "住所"), ("1", "所得")]),
        ("＜宛名＞ 氏名、住所\n＜税＞ 所得", [("1", "氏名"), ("2", "住所"), ("3", "所得")]),
        ("(1)税ファイル\n・氏名\n(2)台帳ファイル\n・住所", [("1", "氏名"), ("1", "住所")]),
        ("■氏名\n■住所", [("1", "氏名"), ("2", "住所")]),
        (
            "| No. | 項目 | No. | 項目 | 備考 |\n|---|---|---|---|---|\n"
            "| 1 | 氏名 | 3 | 所得 | |\n| 2 | 住所 | 4 | 電話番号 | 任意 |",
            [("1", "氏名"), ("2", "住所"), ("3", "所得"), ("4", "電話番号")],
        ),
        (
            "番号 項目 番号 項目\n1 氏名 4 所得\n2 住所 5 税額\n3 性別 6 電話番号",
            [
                (str(n), name)
                for n, name in enumerate(("氏名", "住所", "性別", "所得", "税額", "電話番号"), 1)
            ],
        ),
        (
            "| 区分 | 記録項目 |\n|---|---|\n| 宛名 | ①氏名 ②住所 |\n| 税 | ③所得 |",
            [("1", "氏名"), ("2", "住所"), ("3", "所得")],
        ),
    ],
)
def test_lists_of_items_in_every_print(printed: str, wanted: list[tuple[str, str]]) -> None:
    content = case(ANNEX + printed)
    assert items(content) == wanted


def test_a_remark_beside_an_item_says_that_it_is_optional() -> None:
    content = case(
        ANNEX + "| 番号 | 記録項目 | 備考 |\n|---|---|---|\n| 1 | 氏名 | |\n| 2 | 電話番号 | 任意 |"
    )
    assert [entry.get("optional", False) for entry in content["lists"][0]["entries"]] == [
        False,
        True,
    ]


def test_an_item_may_stand_below_several_heads() -> None:
    content = case(ANNEX + "＜本人＞\n1.氏名 2.住所\n＜保護者＞\n3.氏名 4.住所")
    assert [len(each["entries"]) for each in content["lists"]] == [2, 2]
    assert [position for position, _ in items(content)] == ["1", "2", "3", "4"]


def test_ticked_items_count_only_where_no_list_is() -> None:
    ticks = "④記録される項目 [10項目未満]\n主な記録項目 [○]個人番号 [ ]連絡先\n"
    assert items(case(HEAD + FILE + ticks)) == [("1", "個人番号")]
    annex = "（別添2）特定個人情報ファイル記録項目\n1.氏名 2.住所"
    assert items(case(HEAD + FILE + ticks + annex)) == [("1", "氏名"), ("2", "住所")]


KINDS = ["氏名", "住所", "生年月日", "学校名", "学年", "口座番号", "納入額", "未納額"]
WANTED = [(str(number), label) for number, label in enumerate(KINDS, 1)]


def numbered(pattern: str, between: str) -> str:
    return between.join(pattern.format(n, label) for n, label in enumerate(KINDS, 1))


@pytest.mark.parametrize(
    "printed",
    [
        numbered("{}．{}", ""),
        numbered("{}．{}", "　"),
        numbered("{}：{}", "\n"),
        numbered("{} {}", " ／ "),
        numbered("{}{}", "、"),
        numbered("{:03d} {}", "\n"),
        # columns that count downwards, in one line or in cells
        "\n".join(f"{n} {KINDS[n - 1]}      {n + 4} {KINDS[n + 3]}" for n in range(1, 5)),
        "| | |\n|---|---|\n"
        + "\n".join(f"| {n}.{KINDS[n - 1]} | {n + 4}.{KINDS[n + 3]} |" for n in range(1, 5)),
    ],
)
def test_items_are_in_the_order_of_their_numbers_however_they_are_set(printed: str) -> None:
    assert items(case(ANNEX + "給食費ファイル\n" + printed)) == WANTED


@pytest.mark.parametrize(
    "printed", ["1．氏名　2．1歳児健診　3．4種の接種", "1 氏名\n2 1歳児健診\n3 4種の接種"]
)
def test_an_item_may_begin_with_a_number_of_its_own(printed: str) -> None:
    assert items(case(ANNEX + printed)) == [("1", "氏名"), ("2", "1歳児健診"), ("3", "4種の接種")]


def test_a_list_may_have_hundreds_of_items() -> None:
    printed = "　".join(f"{n}．第{chr(0x4E00 + n)}情報" for n in range(1, 251))
    found = items(case(ANNEX + printed))
    assert [position for position, _ in found] == [str(n) for n in range(1, 251)]


@pytest.mark.parametrize(
    "printed",
    [
        "1 基本情報\n1-1 氏名\n1-2 住所\n2 納入情報\n2-1 学年",
        "1 基本情報\n1-1 氏名　1-2 住所\n2 納入情報\n2-1 学年",
        "1 基本情報\n1.1 氏名\n1.2 住所\n2 納入情報\n2.1 学年",
        "（1）基本情報\n① 氏名　② 住所\n（2）納入情報\n① 学年",
    ],
)
def test_numbered_groups_are_entries_with_their_items_below(printed: str) -> None:
    assert items(case(ANNEX + printed)) == [
        ("1", "基本情報"),
        ("1.1", "氏名"),
        ("1.2", "住所"),
        ("2", "納入情報"),
        ("2.1", "学年"),
    ]


def test_a_list_of_changes_prints_added_items_beside_page_and_reason() -> None:
    content = case(
        HEAD + "| 変更箇所 | | ページ | 事由等 |\n|---|---|---|---|\n"
        "| （別添2）特定個人情報ファイル記録項目 | | | |\n"
        "| (1)給食費ファイル | 51 学年 5 2 学級 53 未納額 | 1 4 | 項目の追加 |"
    )
    assert items(content) == [("51", "学年"), ("52", "学級"), ("53", "未納額")]


def test_the_number_of_all_persons_goes_to_the_file_of_most() -> None:
    file = "1．特定個人情報ファイル名\n{}\n②対象となる本人の数 [{}]\n③対象となる本人の範囲 {}\n"
    content = case(
        HEAD
        + "Ⅰ 基本情報\n③対象人数 [30万人以上]\nⅡ 特定個人情報ファイルの概要\n"
        + file.format("甲ファイル", "1万人未満", "納入者")
        + file.format("乙ファイル", "10万人以上100万人未満", "世帯員")
    )
    assert ("世帯員", 300_000, "at_least") in counts(content)
    assert ("納入者", 300_000, "at_least") not in counts(content)


@pytest.mark.parametrize(
    "chosen",
    [
        "[1万人以上10万人未満] ＜選択肢＞ 1）1万人未満 2）1万人以上10万人未満",
        "[ 2 ] ＜選択肢＞ 1）1万人未満 2）1万人以上10万人未満",
        "□1万人未満　☑1万人以上10万人未満　□10万人以上",
    ],
)
def test_the_band_that_is_chosen_however_the_form_marks_it(chosen: str) -> None:
    content = case(HEAD + FILE + "②対象となる本人の数 " + chosen)
    assert counts(content) == {
        ("給食費の納入者", 10_000, "at_least"),
        ("給食費の納入者", 99_999, "at_most"),
    }


def test_a_remark_counts_the_persons_it_names() -> None:
    content = case(HEAD + FILE + "②対象となる本人の数 [1万人未満]\n7．備考\n給食費の納入者 8,120人")
    assert ("給食費の納入者", 8120, "exact") in counts(content)


def test_a_system_that_asks_or_sends_in_a_sentence() -> None:
    content = case(
        SYSTEM + "②システムの機能 収納台帳から納入額を取得し、集計を大空県国民健康保険団体連合会に"
        "送信する。利用者端末から受信する。\n③他のシステムとの接続 [○]その他（収納台帳）"
    )
    assert flows(content) >= {
        ("inquire", "収納台帳"),
        ("provide", "大空県国民健康保険団体連合会"),
    }


@pytest.mark.parametrize(
    ("told", "claimed"),
    [
        ("「学年」", {"学年"}),
        ("「学年」及び「学級」", {"学年", "学級"}),
        ("「児童の学年」", {"学年"}),
    ],
)
def test_an_addition_that_is_told_claims_the_items(told: str, claimed: set[str]) -> None:
    content = case(
        SYSTEM + FILE + f"全ての記録項目 別添2を参照（{told}の追加）\n"
        "（別添2） 特定個人情報ファイル記録項目\n1．氏名\n2．学年\n"
    )
    labels = {each["id"]: each["label"] for each in content["items"]}
    claim = next(each for each in content["claims"] if each["kind"] == "includes")
    assert {labels[id_] for id_ in claim["items"]} == claimed


def test_a_digest_cites_measures_by_side_and_layer() -> None:
    content = case(
        HEAD + "Ⅲ リスク対策\n⑥技術的対策\n＜本市における措置＞\n1 端末を限る。\n2 記録を残す。\n"
        "| 点検の観点 | 評価書における対応 |\n|---|---|\n"
        "| 監督（物理） | 特になし |\n| 監督（技術） | 本市の技術的対策1から2まで及び4 |"
    )
    (criterion,) = content["criteria"]
    assert criterion["label"] == "監督（技術）"
    assert [each.get("measure") is not None for each in criterion["references"]] == [
        True,
        True,
        False,
    ]
    assert criterion["references"][2]["candidates"]

"""Registers in many manners: tables with heads of every kind, forms, lines, attached papers."""

from __future__ import annotations

import pytest

from nagarezu.importing.form.register import form as register
from nagarezu.importing.form.register import labels as register_labels
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.rows import rows
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes


def files(text: str, name: str = "r.txt") -> list[File]:
    return register.read(list(rows([read_bytes(text.encode("utf-8"), name, "d")]))).files


def cells(file: File, *names: str) -> list[str]:
    return [" ".join(file.get(name).text.split("\n")) for name in names]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("５　記録項目", "items"),
        ("（3）所管課", "section"),
        ("【利用目的】", "purpose"),
        ("本人の数（R5.4.1現在）", "count"),
        ("個人情報を記録する本人の範囲", "subjects"),
        ("取り扱いを委託している相手", "entrust"),
        ("再委託先の事業者", "reentrust"),
        ("目的外に利用している課", "transfer"),
        ("提案を受ける組織の名称", "anonymised"),
        ("事務を開始した年月日", "started"),
        ("毎年度、対象者に案内を送付する。", ""),
        ("記録項目数", "registered"),
        ("■氏名", ""),
        ("", ""),
        ("あ" * 500, ""),
    ],
)
def test_a_label_is_known_by_itself_or_by_its_words(label: str, field: str) -> None:
    found = register_labels.find(label)
    assert (found.field if found else "") == field


def test_the_head_stands_below_titles_and_is_printed_again() -> None:
    text = (
        "町の帳簿,,,\n4月1日作成,,,\n番号,ファイル名,利用目的,対象者,項目数\n"
        "1,甲ファイル,徴収,使用者,3\n番号,ファイル名,利用目的,対象者,項目数\n【総務課】,,,,\n"
        "2,乙ファイル,貸与,借受人,2\n（注）項目数は概数,,,,\n"
    )
    assert [cells(file, "name", "subjects") for file in files(text, "r.csv")] == [
        ["甲ファイル", "使用者"],
        ["乙ファイル", "借受人"],
    ]


def test_columns_of_marks_below_a_group_are_items_and_others_are_not() -> None:
    text = (
        "事務の名称,所管課,対象者,個人情報の記録項目,,,収集先,,台帳\n"
        ",,,氏名,病歴,その他,本人,本人以外,\n"
        "検診,保健課,受診者,○,○,所見,○,医療機関,○\n催し,〃,参加者,○,,,○,,\n"
    )
    first, second = files(text, "r.csv")
    assert [part.text.text for part in first.parts("items")] == ["氏名", "病歴", "所見"]
    assert [part.text.text for part in second.parts("items")] == ["氏名"]
    assert second.get("section").text == "保健課"


def test_a_file_may_take_two_rows_or_a_column() -> None:
    stacked = (
        "番号,事務の名称,事務の目的,対象者,記録項目\n,所管課,収集先,外部提供先,委託先\n"
        "1,検診,健康の保持,受診者,氏名\n,保健課,本人,医師会,甲社\n"
        "2,催し,交流,参加者,住所\n,市民課,本人,無,無\n"
    )
    assert [cells(file, "name", "entrust") for file in files(stacked, "r.csv")] == [
        ["検診", "甲社"],
        ["催し", "無"],
    ]
    beside = (
        "個人情報ファイルの名称,甲,乙\n利用目的,徴収,貸与\n記録項目,氏名,住所\n"
        "記録範囲,使用者,借受人\n収集方法,本人,本人\n"
    )
    assert [cells(file, "name", "items") for file in files(beside, "r.csv")] == [
        ["甲", "氏名"],
        ["乙", "住所"],
    ]


FORM = """| 個人情報ファイルの名称 | 甲ファイル | 所管課 | 税務課 |
| --- | --- | --- | --- |
| 記録項目 | 1 | 氏名 | 2 | 住所 |
|  | 3 | 税額 |  |  |
| 記録範囲 | 使用者 |  |  |  |
| 委託 | 有 | 委託先 | 甲社 |  |
"""


def test_a_form_has_labels_within_rows_and_items_over_several_cells() -> None:
    (file,) = files(FORM)
    assert [part.text.text for part in file.parts("items")] == ["氏名", "住所", "税額"]
    assert cells(file, "section", "subjects") == ["税務課", "使用者"]
    assert [part.text.text for part in file.parts("entrust")] == ["有", "甲社"]


LINES = """個人情報ファイルの名称　甲ファイル
個人情報ファイルが利用に供
される事務をつかさどる　　　総務課
組織の名称
個人情報ファイルの利用目的　利用者の管理
　　　　　　　　　　　　　　1 氏名 2 住所
記録項目　　　　　　　　　　3 電話番号
　　　　　　　　　　　　　　4 備考
記録範囲　利用者
収集先　本人　　開始年月日　平成7年4月1日
備考　なし
個人情報ファイルの名称　乙ファイル
記録項目
(1) 氏名
(2) 開始年月日
記録範囲　会員
"""


def test_labels_of_lines_may_be_broken_and_stand_beside_the_middle_of_their_cell() -> None:
    first, second = files(LINES)
    assert cells(first, "section", "purpose", "started") == [
        "総務課",
        "利用者の管理",
        "平成7年4月1日",
    ]
    assert cells(first, "items") == ["1 氏名 2 住所 3 電話番号 4 備考"]
    assert cells(second, "items", "subjects") == ["(1) 氏名 (2) 開始年月日", "会員"]


PAPER = "\n".join(
    (
        "個人情報ファイルの名称\t甲ファイル",
        "記録項目\t別紙のとおり",
        "記録範囲\t利用者",
        "別紙",
        "区分\t番号\t記録項目\t備考",
        "本人\t1\t氏名\t",
        "\t2\t電話番号\t任意",
    )
)


def test_items_may_stand_in_an_attached_paper() -> None:
    (file,) = files(PAPER)
    assert [(part.text.text, part.optional) for part in file.parts("items")] == [
        ("氏名", False),
        ("電話番号", True),
    ]


def test_a_table_of_contents_names_files_that_forms_state() -> None:
    text = "No,ファイルの名称,所管課\n1,甲,税務課\n2,乙,総務課\n"
    (file,) = files(text + "個人情報ファイルの名称,乙,\n記録項目,氏名,\n記録範囲,会員,\n", "r.csv")
    assert cells(file, "name", "subjects") == ["乙", "会員"]


@pytest.mark.parametrize("text", ["記録項目", "個人情報ファイル簿", "|" * 400, "備考\t\t\n" * 50])
def test_nothing_is_no_file(text: str) -> None:
    assert files(text) == []


def test_a_label_alone_has_an_empty_value() -> None:
    found = register_labels.leading(Passage("記録項目"))
    assert found is not None and found[0] == "items" and not found[2]


def test_columns_that_only_blanks_part_are_a_table() -> None:
    head = "番号  ファイル名  所管課  利用目的  記録項目  記録範囲"
    rows_ = ("1  甲  税務課  課税  氏名、税額  納税者", "2  乙  総務課  催し  氏名  参加者")
    found = files("\n".join((head, *rows_)))
    assert [cells(file, "name", "subjects") for file in found] == [
        ["甲", "納税者"],
        ["乙", "参加者"],
    ]


def test_a_small_table_within_a_form_has_a_row_for_each_holder() -> None:
    text = FORM + "| 外部提供 | 提供先 | 提供する項目 | 根拠 |\n|  | 甲会 | 氏名 | 条例 |\n"
    (file,) = files(text + "|  | 乙会 | 税額 | 条例 |\n")
    assert [part.text.text for part in file.parts("recipients") if part.text] == ["甲会", "乙会"]
    assert [part.text.text for part in file.parts("recipients_items")] == ["氏名", "税額"]


def test_a_form_tells_below_a_flow_whether_whom_and_why() -> None:
    (file,) = files(
        "個人情報取扱事務の名称,,甲事務\n個人の範囲,,町民\n記録項目,,氏名、住所\n"
        "目的外利用,有無,☑有 □無\n,利用課,税務課\n,根拠及び内容,法第1条（調査のため）\n"
        "外部提供,該当の有無,有\n,提供先,乙組合\n,提供の理由,本人の同意\n"
        "安全管理措置,町が講ずる措置,ア 施錠\n,委託先に講じさせる措置,ア 誓約\n",
        "r.csv",
    )
    parts = {name: [part.text.text for part in file.parts(name)] for name in file.fields}
    assert parts["transfer"] == ["☑有 □無", "税務課"]
    assert parts["recipients"] == ["有", "乙組合"]
    assert parts["measures"] == ["ア 施錠", "ア 誓約"]


def test_a_row_of_an_item_has_its_number_and_whether_it_is_optional() -> None:
    (file,) = files(
        "個人情報ファイルの名称,甲台帳,,\n記録項目,1,氏名,\n,2-1,身長,任意\n記録範囲,町民,,\n"
        "経常的提供先,名称,乙協会,\n",
        "r.csv",
    )
    parts = [(part.text.text, part.optional) for part in file.parts("items")]
    assert parts == [("氏名", False), ("身長", True)]
    assert cells(file, "recipients") == ["乙協会"]


def test_labels_that_a_reading_machine_spoils() -> None:
    first, second = files(
        "個人情報フアイルの名称 甲台帳\n利用目的 給付のため\n記録項日\n1 氏名\n2 住所\n所\n"
        "記録範囲 町民\n個人情報フアイルの名称 乙台帳\n記録項日 氏名\n記録範囲 町民\n"
    )
    assert cells(first, "name", "items") == ["甲台帳", "1 氏名 2 住所"]
    assert cells(second, "name", "items") == ["乙台帳", "氏名"]


def test_two_tables_of_one_name_are_put_together_in_order() -> None:
    head = "個人情報ファイルの名称\t所管課\t利用目的\t記録項目\n"
    tail = "個人情報ファイルの名称\t記録範囲\t本人の数\t収集方法\n"
    found = files(
        f"個人情報ファイル簿\n{head}甲\t課\t給付\t氏名\n甲\t課\t調査\t住所\n\n"
        f"続き\n{tail}甲\t町民\t1人\t本人\n甲\t村民\t2人\t本人\n"
    )
    assert [cells(file, "items", "subjects") for file in found] == [
        ["氏名", "町民"],
        ["住所", "村民"],
    ]


def test_a_grid_of_numbered_items_ends_with_one_alone() -> None:
    (file,) = files(
        "個人情報ファイルの名称,甲台帳,,\n記録項目,1 氏名,2 住所,3 税額\n,4 続柄,,\n"
        "記録範囲,町民,,\n",
        "r.csv",
    )
    assert [part.text.text for part in file.parts("items")] == [
        "1 氏名",
        "2 住所",
        "3 税額",
        "4 続柄",
    ]


def test_a_label_below_a_flow_with_nothing_beside_it_is_no_value() -> None:
    (file,) = files(
        "個人情報取扱事務の名称,,甲事務\n個人の範囲,,町民\n記録項目,,氏名、住所\n"
        "外部提供,有無,□有 ☑無\n,提供先,\n,提供する項目,\n,提供先に求める措置,\n備考,,なし\n",
        "r.csv",
    )
    assert not any(part.text for part in file.parts("recipients_items"))

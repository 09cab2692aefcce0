"""What the remarks of a card of a register say against its fields, and what they may well say."""

from __future__ import annotations

import drafts
import pytest

CARD = """北浜町個人情報ファイル簿

■個人情報ファイルの名称
　鳥獣の届出ファイル
■所管課
　産業部農政課
■利用目的
　わなの貸出しの調整のため
■記録項目
　1氏名、2住所、3電話番号、4生年月日、5受付番号
■記録範囲
　届出をした者{number}
■収集先及び方法
　本人（届出書）、甲農業協同組合（名簿）
■経常的提供先
　北浜地区猟友会
■委託先
　{firm}
■委託業務の内容
　①わなの点検　②わなの回収　③死骸の処分
■備考
　{remark}
"""


def raised(text: str, name: str = "r.txt") -> set[str]:
    made = drafts.draft(text, name)
    return drafts.codes(made)


def card(remark: str = "なし", number: str = "", firm: str = "なし") -> str:
    return CARD.format(remark=remark, number=number, firm=firm)


@pytest.mark.parametrize(
    "remark",
    [
        "届出の内容は農政課の職員だけが取り扱い、町以外の者に渡すことは一切ない。",
        "申請書の記載内容は町の外に出さない。",
        "本ファイルの情報は、町の職員以外の者に渡していない。",
        "届出情報は農政課だけで使い、他の機関には提供しない。",
        "外部の団体に提供することはない。",
        "町以外への提供は一切行わない。",
        "本ファイルには受付番号だけを記録する。",
        "台帳には氏名及び住所だけを記載する。",
    ],
)
def test_a_remark_against_the_fields(remark: str) -> None:
    assert raised(card(remark)) == {"claim_against_list"}


@pytest.mark.parametrize(
    "remark",
    [
        "だれの届出かを特定できる情報は記録していない。",
        "届出者が誰であるかを特定できる項目は記録しない。",
        "受付番号で管理し、届出者を識別できる情報は記録しない。",
        "本人を識別することができる項目は記録していない。",
        "このファイルには、個人を識別できる情報を記録していない。",
    ],
)
def test_nobody_is_known_from_the_records(remark: str) -> None:
    assert raised(card(remark)) == {"identifying_item"}


@pytest.mark.parametrize(
    "remark",
    [
        "北浜地区猟友会からは、捕獲の報告を受け取るのみで、農政課から同会に渡すものはない。",
        "北浜地区猟友会からは捕獲の報告を受けるだけであり、産業部から渡す情報はない。",
        "北浜地区猟友会からは報告を受けるだけで、町から同会へ渡すものは何もない。",
        "農政課は北浜地区猟友会から情報を受け取るのみで、同会へは何も渡さない。",
    ],
)
def test_the_section_in_charge_gives_nothing(remark: str) -> None:
    assert "direction_differs" in raised(card(remark))


@pytest.mark.parametrize(
    "remark",
    [
        "届出の内容は、北浜地区猟友会以外の者に渡すことはない。",
        "届出の内容は、本人の同意なく町以外の者に渡さない。",
        "届出の内容の公表は行わない。",
        "加害者を特定できる情報は記録していない。",
        "統計表には、個人を特定できる情報は記録していない。",
        "操作記録には、個人を特定できる情報は記録していない。",
        "広報紙には、掲載を希望した者の氏名だけを載せる。",
        "利用カードには受付番号だけを記し、氏名は記さない。",
        "封筒の表面には氏名と住所だけを印字する。",
        "掲示板に受付番号だけを貼り出す。",
        "通知書に受付番号のみを記載する。",
        "北浜地区猟友会からは、捕獲の報告を紙で受け取るのみである。",
        "産業部から北浜地区猟友会に渡すものは、氏名及び住所である。",
        "北浜地区猟友会に提供する項目は受付番号だけとする。",
    ],
)
def test_a_remark_that_agrees(remark: str) -> None:
    assert raised(card(remark)) == set()


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("委託する業務は、①わなの点検　②わなの回収　③看板の設置である。", {"contents_differ"}),
        ("甲野に委託する業務は、わなの点検、わなの回収及び看板の設置である。", {"contents_differ"}),
        ("委託する業務は、①わなの点検　②わなの回収　③死骸の処分である。", set()),
        ("委託する業務は、わなの点検である。", set()),
        ("職員が行う業務は、届出の受付、現地の調査及び調整である。", set()),
    ],
)
def test_work_that_a_sentence_lists(remark: str, expected: set[str]) -> None:
    assert raised(card(remark, firm="株式会社甲野")) == expected


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("令和6年9月1日現在、届出をした者は1,540人、届出をした者の家族は2,011人である。", True),
        ("令和6年9月1日現在、届出をした者は1,504人、家族は1,820人である。", False),
        ("令和6年9月1日現在の届出をした者のうち、貸出しを受けた者は1,120人である。", False),
    ],
)
def test_each_number_of_a_remark_is_of_its_own_group(remark: str, expected: bool) -> None:
    text = card(remark, "（1,504人　令和6年9月1日現在）")
    assert ("count_differs" in raised(text)) is expected


def test_short_labels_behind_the_sign_of_the_others_name_nobody() -> None:
    made = drafts.draft(card(), "r.txt")
    found = {str(row["label"]) for row in made.content["holders"]}
    assert not found & {"委託先", "備考", "なし"}


ROWS = """連番,項目,記載内容
1,個人情報ファイルの名称,{0}ファイル
1,所管課,産業部農政課の獣害対策の担当
1,記録項目,1氏名、2住所
1,開示請求等を受理する組織の名称及び所在地,総務課　北浜町大手一丁目4番1号
2,個人情報ファイルの名称,苗木ファイル
2,所管課,産業部農政課の獣害対策の担当
2,記録項目,1氏名、2電話番号
2,開示請求等を受理する組織の名称及び所在地,総務課　北浜町大手一丁目4番1号
"""


def test_two_files_may_say_the_same_in_their_rows() -> None:
    text = "北浜町個人情報ファイル簿,,\n" + ROWS.format("農園")
    assert raised(text, "r.csv") == set()
    line = "1,所管課,産業部農政課の獣害対策の担当\n"
    assert "duplicated_row" in raised(text.replace(line, line * 2, 1), "r.csv")

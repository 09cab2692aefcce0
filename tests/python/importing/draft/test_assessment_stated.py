"""What assessments state in sentences against their lists, rows and columns."""

from __future__ import annotations

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 あさひ市長\nⅠ 基本情報\n"
SYSTEM = "システム1\n①システムの名称 給食費システム\n"
FILE = "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
RECORDS = (
    "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 口座番号 5 未納額 6 学年\n"
)
PRINTER = "委託事項1 督促状の印刷\n③委託先名 株式会社ひのでプリント\n"
RISKS = "Ⅲ リスク対策\n7．特定個人情報の保管・消去\n"


def told(sentence: str, more: str = "") -> set[str]:
    return raised(f"{HEAD}②事務の内容 {sentence}\n{SYSTEM}{FILE}{more}{RECORDS}")


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("災害のときは、別添1に記録する緊急連絡先を用いる。", True),
        ("別添1に記載された電話番号に連絡する。", True),
        ("ファイルに記録している保護者の勤務先を確かめる。", True),
        ("別添1に記録された氏名及び住所により通知を作成する。", False),
        ("別添1に記録されている滞納額を確かめる。", False),  # 未納額 by another name
        ("別添1に記録する事項を確かめる。", False),
    ],
)
def test_what_the_file_is_said_to_record_is_among_its_items(sentence: str, asked: bool) -> None:
    assert ("claimed_item_unlisted" in told(sentence)) == asked


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("令和6年3月31日現在の納入者は、13,482人である。", True),
        ("納入者の数は、令和6年3月31日現在で13,482人である。", True),
        ("令和6年3月31日現在の納入者は、3,482人である。", False),
        ("年間13,482件の通知を送る。", False),
    ],
)
def test_a_number_in_the_outline_is_held_against_the_band(sentence: str, asked: bool) -> None:
    band = "②対象となる本人の数 ［ 1,000人以上1万人未満 ］\n"
    assert ("count_differs" in told(sentence, band)) == asked


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("封入の一部を有限会社こだま封緘に行わせる。", ["有限会社こだま封緘"]),
        ("宛名の印字　有限会社こだま封緘が行う。", ["有限会社こだま封緘"]),
        ("株式会社ひのでプリントが自ら行う。", []),
    ],
)
def test_who_does_what_is_handed_on(row: str, names: list[str]) -> None:
    rows = f"④再委託の有無 ［ 再委託する ］\n⑥再委託事項 {row}\n"
    content = draft(HEAD + SYSTEM + FILE + PRINTER + rows + RECORDS).content
    labels = {each["id"]: each["label"] for each in content["holders"]}
    handed = [flow for flow in content["flows"] if flow["relation"] == "reentrust"]
    assert [labels[flow["to"][0]] for flow in handed] == names


@pytest.mark.parametrize(
    ("said", "items", "asked"),
    [
        ("個人を識別できる項目を全て除いている。", "宛名番号、氏名、未納額", True),
        ("個人が特定される情報は、あらかじめ取り除いている。", "宛名番号、氏名、未納額", True),
        ("個人を識別できる項目を全て除いている。", "学年、口座の種別、未納額", False),
        ("", "宛名番号、氏名、未納額", False),
    ],
)
def test_items_in_a_sentence_identify_nobody_if_it_says_so(
    said: str, items: str, asked: bool
) -> None:
    row = f"⑥委託先に渡す情報 {said}渡す項目は、{items}である。\n"
    assert ("identifying_item" in raised(HEAD + SYSTEM + FILE + PRINTER + row + RECORDS)) == asked


@pytest.mark.parametrize(("partner", "asked"), [("入口を二重にする。", False), ("", True)])
def test_a_partner_whose_measures_repeat_the_own_ones(partner: str, asked: bool) -> None:
    own = "・部屋の入退室を帳簿に記す。\n・機器を鎖でつなぐ。\n"
    cell = f"＜あさひ市における措置＞\n{own}＜委託先における措置＞\n{own}{partner}"
    risks = f"{RISKS}⑤物理的対策 ［十分に行っている］\n{cell}\n"
    text = HEAD + SYSTEM + FILE + PRINTER + RECORDS + risks
    assert ("partner_column_identical" in raised(text)) == asked


def test_a_rated_label_behind_a_risk_and_a_block_in_front_of_its_label() -> None:
    table = (
        "| リスク１：漏えいのリスク | ⑤物理的対策 ［ 十分に行っている ］ | ・部屋に鍵をかける。 |\n"
        "|---|---|---|\n"
    )
    content = draft(HEAD + SYSTEM + FILE + RECORDS + RISKS + table).content
    assert [each["layer"] for each in content["safeguards"]] == ["physical"]
    blocks = (
        "| 委託事項1 | ①委託内容 | 印刷 |\n|---|---|---|\n"
        "| | ③委託先名 | 株式会社ひのでプリント |\n"
        "| | ④契約期間 | 令和6年4月1日から令和7年3月31日まで |\n"
        "| 委託事項2 | ①委託内容 | 分析（処理を行う期間 令和7年7月1日から令和8年6月30日まで） |\n"
        "| | ③委託先名 | 株式会社ゆうひ |\n"
        "| | ④契約期間 | 令和7年4月1日から令和8年3月31日まで |\n"
    )
    assert "period_outside_contract" in raised(HEAD + SYSTEM + FILE + blocks + RECORDS)


@pytest.mark.parametrize(("number", "asked"), [("2", False), ("5", True)])
def test_a_measure_is_cited_by_its_head(number: str, asked: bool) -> None:
    rows = "⑤物理的対策\n措置1 部屋に鍵をかける。\n措置2 入退室を帳簿に記す。\n"
    cites = (
        "その他のリスク及びそのリスクに対する措置\n"
        f"・滅失への備えは、⑤物理的対策の措置{number}により行う。\n"
    )
    found = raised(HEAD + SYSTEM + FILE + RECORDS + RISKS + rows + cites)
    assert ("crosswalk_unresolved" in found) == asked


@pytest.mark.parametrize(
    ("head", "name"),
    [("計数の対象とした者", "給食を受ける児童"), ("対象人数に含めた者", "給食を受ける児童")],
)
def test_whom_a_basic_sheet_has_counted(head: str, name: str) -> None:
    text = (
        "特定個人情報保護評価書（基礎項目評価書）\n評価実施機関名 あさひ市長\n"
        "Ⅰ 関連情報\n②事務の概要 給食費システムによる納入者の抽出を行う。\n"
        "③システムの名称 1．給食費システム 2．中間サーバー ・ソフトウェア\n"
        "Ⅱ しきい値判断項目\n1．対象人数 ［ 1,000人以上1万人未満 ］\n"
        f"いつ時点の計数か 令和6年4月1日時点\n{head} {name}\n"
    )
    content = draft(text).content
    assert [each["label"] for each in content["subjects"]] == [name]
    labels = [each["label"] for each in content["holders"]]
    assert "中間サーバー・ソフトウェア" in labels
    assert "ソフトウェア" not in labels


SENT = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 やなぎ市長
Ⅰ 基本情報
システム1
①システムの名称 登録システム
（別添1）事務の内容
1　届出を受け付ける。
2　{step}
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 登録者
5．特定個人情報の提供・移転
移転先1 収納課
③移転する情報 氏名、住所、登録年月日
移転先2 保育課
③移転する情報 氏名、住所、本籍
（別添2）特定個人情報ファイル記録項目
1 個人番号 2 氏名 3 住所 4 本籍 5 続柄 6 登録年月日
Ⅲ リスク対策
リスクに対する措置の内容
(1) 操作の記録を保存する。
(2) {measure}
"""
QUIET = {"step": "登録システムに記録する。", "measure": "記録を毎月点検する。"}


@pytest.mark.parametrize(
    ("told", "odd"),
    [
        ({}, set()),
        (
            {"measure": "本籍については、庁内のいずれの部署にも移転しない。"},
            {"claim_against_list"},
        ),
        ({"measure": "本籍は、どの課にも移転しない。"}, {"claim_against_list"}),
        ({"measure": "続柄は、いずれの部署にも移転しない。"}, set()),
        (
            {"step": "収納課には氏名、住所及び続柄を、保育課には氏名、住所及び本籍を渡す。"},
            {"claimed_item_unlisted"},
        ),
        ({"step": "収納課には氏名及び住所を、保育課には氏名、住所及び本籍を渡す。"}, set()),
    ],
)
def test_what_no_section_gets_and_what_each_gets_is_held_against_their_rows(
    told: dict[str, str], odd: set[str]
) -> None:
    assert raised(SENT.format(**(QUIET | told))) == odd

"""Assessments that say in sentences, schedules and lists of changes what their fields say too."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

PAPER = """特定個人情報保護評価書（重点項目評価書）
評価書番号\t14
評価書名\t児童手当の支給に関する事務　重点項目評価書
個人のプライバシー等の権利利益の保護の宣言
霧沢町は、特定個人情報の取扱いに当たり、適切な措置をもって保護に取り組むことを宣言する。
特記事項\t{remark}
評価実施機関名\t霧沢町長
Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称\t児童手当の支給に関する事務
２．使用するシステム
システム１
①システムの名称\t児童福祉システム
②システムの機能\t受給者の台帳の管理、手当の額の計算
システム２
①システムの名称\t支払管理システム
②システムの機能\t支払データの作成
３．特定個人情報ファイル名\t児童手当受給者ファイル
（別添1）事務の内容
{steps}
Ⅱ　特定個人情報ファイルの概要
１．特定個人情報ファイル名\t児童手当受給者ファイル
２．基本情報
②対象となる本人の数\t［1,000人以上1万人未満］
③対象となる本人の範囲\t{persons}
④記録される項目\t［10項目以上50項目未満］
　主な記録項目\t別添2のとおり
４．特定個人情報ファイルの取扱いの委託
委託の有無\t［委託する］（1件）
委託事項１\t児童福祉システムの改修
①委託内容\t{work}
②委託先における取扱者数\t［10人未満］
③委託先名\t有限会社みずほ電算
④再委託の有無\t［再委託しない］
⑤委託期間\t令和7年4月1日から令和7年9月30日まで
５．特定個人情報の提供・移転
提供・移転の有無\t［○］提供を行っている
{block}
６．特定個人情報の保管・消去
保管場所\t役場庁舎2階の電算室
７．備考
　{note}
（別添2）特定個人情報ファイル記録項目
1 個人番号、2 宛名番号、3 氏名、4 生年月日、5 住所、6 電話番号、7 児童の氏名、8 手当の額
Ⅲ　リスク対策
１．特定個人情報ファイル名\t児童手当受給者ファイル
２．特定個人情報の入手
措置の内容
　・認定請求書の様式を定め、要らない欄を置かない。
{changes}
"""
BLOCK = """提供先{n}\t県東部福祉事務所
①法令上の根拠\t番号法第19条に基づく条例
②提供先における用途\t扶助の決定
③提供する情報\t{items}
④提供方法\t［○］紙"""
USUAL = {
    "remark": "なし",
    "steps": "1　受付　　窓口で認定請求書を受ける。",
    "persons": "児童手当の受給者",
    "work": "制度の改正に伴うプログラムの改修",
    "block": BLOCK.format(n=1, items="氏名、住所、児童の氏名、手当の額"),
    "note": "特になし",
    "changes": "",
}


def paper(**parts: str) -> str:
    return PAPER.format(**{**USUAL, **parts})


def content(text: str, name: str = "a.txt") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(drafts.draft(text, name).case.to_json())
    return made


def recipients(made: dict[str, Any], relation: str) -> list[str]:
    labels = {each["id"]: each["label"] for each in made["holders"]}
    return [labels[each["to"][0]] for each in made["flows"] if each["relation"] == relation]


def test_the_paper_itself_raises_nothing() -> None:
    assert not drafts.raised(paper())


BASIC = """特定個人情報保護評価書（基礎項目評価書）
評価書番号\t33
評価書名\t公営住宅の管理に関する事務　基礎項目評価書
潮見台市は、特定個人情報ファイルの取扱いに当たり、適切な措置を講じることを宣言する。
Ⅰ　関連情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称\t公営住宅の管理に関する事務
③システムの名称\t住宅管理システム
２．特定個人情報ファイル名
公営住宅入居者ファイル
Ⅳ　リスク対策
４．特定個人情報ファイルの取扱いの委託　［○］委託する
委託先における不正な使用等のリスクへの対策は十分か　［十分である］
措置の内容
　1　{measure}
"""


@pytest.mark.parametrize(
    ("measure", "wanted"),
    [
        ("保守を委託する株式会社みなとデータには、名簿を出させる。", ["株式会社みなとデータ"]),
        ("印字の委託先である有限会社いそかぜに、研修を行わせる。", ["有限会社いそかぜ"]),
        ("委託先（合同会社なぎさ計算）には、報告を求める。", ["合同会社なぎさ計算"]),
        ("保守は、株式会社さざなみに委託し、作業の場所を限る。", ["株式会社さざなみ"]),
        (
            "入力を委託している株式会社とちの木システムズから、誓約書を出させる。",
            ["株式会社とちの木システムズ"],
        ),
        ("受託者の株式会社もくれんから、証明書を受け取る。", ["株式会社もくれん"]),
        ("委託先には、作業の都度、名簿を出させる。", []),
        ("委託する株式会社等には名簿を出させる。", []),
        ("委託する法人は、認証を得たものに限る。", []),
        ("再委託先の管理は委託先に行わせる。", []),
    ],
)
def test_a_contractor_whom_a_measure_names(measure: str, wanted: list[str]) -> None:
    text = BASIC.format(measure=measure)
    assert recipients(content(text), "entrust") == wanted
    assert not drafts.raised(text)


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("障害者手帳等の写しを添えた請求書を審査する。", set()),
        ("通帳の写しを添えさせ、請求書と照らし合わせる。", set()),
        ("療育手帳を提示した者の請求書を受ける。", set()),
        ("障害者手帳の等級を児童福祉システムに登録する。", {"claimed_item_unlisted"}),
    ],
)
def test_papers_that_are_shown_are_no_items(step: str, codes: set[str]) -> None:
    assert drafts.raised(paper(steps=f"1　受付　　{step}")) == codes


CHANGES = """（別添3）変更箇所
変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\t説明
令和7年3月20日\t{row}\t事後\t改めた。
"""


@pytest.mark.parametrize(
    "row",
    [
        "Ⅱ4 委託先への提供方法\t電子記録媒体\t専用線",
        "Ⅱ4③委託先名\t株式会社ささゆり\t有限会社みずほ電算",
        "Ⅱ4⑤再委託の有無\t再委託する（再委託先　合同会社みぎわ）\t再委託しない",
        "Ⅱ5提供方法\tUSBメモリを職員が運ぶ。\t紙",
    ],
)
def test_what_was_before_a_change_is_at_odds_with_nothing(row: str) -> None:
    assert not drafts.raised(paper(changes=CHANGES.format(row=row)))


@pytest.mark.parametrize(
    ("lines", "late"),
    [
        (" 令和7年8月\tデータの移行\n 令和7年11月\tデータの消去", True),
        (" データの移行\t令和7年8月\n データの消去\t令和7年11月", True),
        ("　　令和7年8月　　データの移行\n　　令和7年11月　　データの消去", True),
        (" (1) 令和7年8月 データの移行\n (2) 令和7年11月 データの消去", True),
        (" 工程\t時期\n データの消去\t令和7年10月から令和7年11月まで", True),
        (" 令和7年5月\t改修の設計\n 令和7年9月\t納品", False),
        (" 令和7年3月\t委託先の選定\n 令和7年9月\t納品", False),
        (" 納品\t令和7年9月\n 検収\t令和7年10月", False),
    ],
)
def test_the_schedule_in_the_block_of_a_contractor(lines: str, late: bool) -> None:
    text = paper(work=f"システムの入替え\n{lines}")
    assert drafts.raised(text) == ({"period_outside_contract"} if late else set())


@pytest.mark.parametrize(
    ("numbers", "changed", "codes"),
    [((1, 1), "", {"duplicated_row"}), ((1, 2), "", {"duplicated_row"}), ((1, 2), "、住所", set())],
)
def test_a_block_that_stands_twice(numbers: tuple[int, int], changed: str, codes: set[str]) -> None:
    items = "氏名、児童の氏名、手当の額"
    blocks = (
        BLOCK.format(n=numbers[0], items=items),
        BLOCK.format(n=numbers[1], items=items + changed),
    )
    assert drafts.raised(paper(block="\n".join(blocks))) == codes


TASKS = ["端末の設定", "利用者の登録", "障害時の復旧", "操作の研修"]


@pytest.mark.parametrize("last", ["操作の研修", "誤字の点検"])
@pytest.mark.parametrize("inline", [True, False])
def test_work_that_lines_of_an_attached_paper_list_again(last: str, inline: bool) -> None:
    other = [*TASKS[:3], last]
    steps = "1　改修　　委託する業務は次のとおりである。\n" + "\n".join(f"　・{t}" for t in TASKS)
    work = "、".join(other) if inline else "次の業務\n" + "\n".join(f"　・{t}" for t in other)
    wanted = set() if last == TASKS[-1] else {"contents_differ"}
    assert drafts.raised(paper(steps=steps, work=work)) == wanted


@pytest.mark.parametrize(
    ("remark", "codes"),
    [
        ("ファイルの取扱いは職員だけで行い、いかなる作業も外部に委ねない。", True),
        ("特定個人情報を扱う作業は一切委託しない。", True),
        ("この事務の作業は職員が行い、事業者に委託することはない。", True),
        ("外部の事業者への委託は行わない。", True),
        ("手当の額の決定は外部の事業者に委ねない。", False),
        ("改修を除き、外部の事業者には委ねない。", False),
        ("認証を受けていない事業者には委託しない。", False),
        ("個人番号を扱う作業は外部に委託しない。", False),
    ],
)
def test_no_work_is_entrusted_and_a_contractor_is_listed(remark: str, codes: bool) -> None:
    assert drafts.raised(paper(remark=remark)) == ({"claim_against_list"} if codes else set())


@pytest.mark.parametrize(
    ("note", "denied"),
    [
        ("県東部福祉事務所に個人の記録を渡すことはない。", True),
        (
            "県東部福祉事務所からは統計を受け取るだけで、町が同所に個人の情報を送ることはない。",
            True,
        ),
        ("県東部福祉事務所には、町民の情報を一切渡していない。", True),
        ("県東部福祉事務所には、本人に係る情報を出さない。", True),
        ("県東部福祉事務所に電子メールで個人の記録を渡すことはない。", False),
        ("県東部福祉事務所には、町民の税の情報を渡さない。", False),
    ],
)
def test_nothing_of_persons_is_given(note: str, denied: bool) -> None:
    assert drafts.raised(paper(note=note)) == ({"direction_differs"} if denied else set())


@pytest.mark.parametrize(
    "lead",
    [
        "児童手当受給者ファイルから抜き出した、",
        "児童手当受給者ファイルのうち、",
        "児童手当受給者ファイルに記録された",
        "児童福祉システムから出力した次の項目　",
        "認定請求書に記載された",
        "",
    ],
)
@pytest.mark.parametrize("more", ["", "、世帯の所得"])
def test_where_items_are_drawn_from_is_none_of_them(lead: str, more: str) -> None:
    text = paper(block=BLOCK.format(n=1, items=f"{lead}氏名、住所、児童の氏名、手当の額{more}"))
    sent = content(text)["lists"][-1]["entries"]
    wanted = ["氏名", "住所", "児童の氏名", "手当の額", *([more[1:]] if more else [])]
    assert [each["label"] for each in sent] == wanted
    assert drafts.raised(text) == ({"unsourced_item"} if more else set())


def test_a_part_of_the_persons_with_its_number_in_a_bracket() -> None:
    persons = "児童手当の受給者（うち第1号受給者　1,840人（令和7年3月31日現在））"
    made = content(paper(persons=persons))
    assert [each["label"] for each in made["subjects"]] == ["児童手当の受給者", "第1号受給者"]
    assert not drafts.raised(paper(persons=persons))


SHEET = """Ⅱ　特定個人情報ファイルの概要,,,
４．特定個人情報ファイルの取扱いの委託,,,
委託事項１,支払データの作成,,
③委託先名,有限会社みずほ電算,,
委託事項２,封入,,
③委託先名,株式会社やまなみ印刷,,
５．提供・移転（提供：行っていない／移転：行っている・2件）,,,
移転先,①法令上の根拠,②移転先における用途,③移転する情報
教育課,条例別表の1の項,就学援助の認定,氏名、住所、児童の氏名
保育課,条例別表の2の項,保育料の算定,氏名、児童の氏名、手当の額
６．保管・消去,,,
保管場所,電算室,,
Ⅲ　リスク対策,,,
４．委託,,,
委託先,委託先に対する措置の内容,,
有限会社みずほ電算,・作業は電算室の中に限る。,,
"""


def test_a_sheet_with_tables_and_what_stands_below_them() -> None:
    head = "特定個人情報保護評価書（重点項目評価書）,,,\n評価書名,児童手当に関する事務,,\n"
    made = content(head + SHEET, "a.csv")
    assert recipients(made, "transfer") == ["教育課", "保育課"]
    assert recipients(made, "entrust") == ["有限会社みずほ電算", "株式会社やまなみ印刷"]
    first = next(each["id"] for each in made["flows"] if each["relation"] == "entrust")
    assert [each["applies_to"] for each in made["safeguards"]] == [[first]]
    assert "recipient_without_safeguard" in drafts.codes(drafts.draft(head + SHEET, "a.csv"))


def test_systems_on_lines_of_their_own_are_several() -> None:
    names = ("就学システム", "宛名システム", "中間サーバー")
    made = drafts.draft(
        "特定個人情報保護評価書（基礎項目評価書）\n評価実施機関名 あさひ町長\nⅠ 関連情報\n"
        "１．特定個人情報ファイルを取り扱う事務\n③システムの名称\n"
        + "".join(f"\t{name}\n" for name in names)
        + "２．特定個人情報ファイル名\n就学ファイル\n"
    ).content
    labels = [each["label"] for each in made["holders"]]
    assert set(names) <= set(labels)
    assert not any(label not in names and "システム" in label for label in labels)


@pytest.mark.parametrize("reason", ["変更なし（参考）", "表現の整理", "修正なし", "誤記の訂正"])
def test_page_and_reason_below_a_partner_are_no_part_of_the_name(reason: str) -> None:
    made = drafts.draft(
        "令和6年度あさひ町特定個人情報保護評価書\n変更箇所一覧\n変更の理由を右に記す。\n"
        "Ⅱ　特定個人情報ファイルの概要\n特定個人情報ファイル名　就学ファイル\n"
        "委託事項1　システムの保守\n③委託先名　ひなた計算株式会社\n"
        f"\t9\t{reason}\n④再委託の有無　[ 再委託しない ]\n\t9\t変更なし\n"
    ).content
    labels = [each["label"] for each in made["holders"]]
    assert labels[0] == "あさひ町"
    assert "ひなた計算株式会社" in labels


@pytest.mark.parametrize("label", ["ファイル名", "特定個人情報ファイル名"])
@pytest.mark.parametrize("head", ["番号\t項目\n", ""])
def test_the_name_of_a_file_above_its_items_is_none_of_them(label: str, head: str) -> None:
    made = drafts.draft(
        "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 あさひ町長\n"
        "Ⅱ 特定個人情報ファイルの概要\n１．特定個人情報ファイル名\n健診ファイル\n"
        f"（別添2）特定個人情報ファイル記録項目\n{label}\t健診ファイル\n{head}1\t個人番号\n2\t宛名番号\n"
    ).content
    lists = [[entry["label"] for entry in each["entries"]] for each in made["lists"]]
    assert lists == [["個人番号", "宛名番号"]]

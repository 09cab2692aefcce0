"""What is handed on: its term beside the contract, and clauses that forbid it; labels of cards."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.passage import Passage

SHEET = """みなと市個人情報保護審議会　諮問事項

件名　家屋調査の委託について
条例の根拠　◇第8条第1項（業務委託）
（担当部課：みなと市税務課）

事業の概要
事業名　家屋調査
目的　家屋の評価のため、調査を委託する。
対象者　家屋の所有者　1,200人（令和7年4月1日現在）

【業務委託】
個人の範囲　家屋の所有者
委託に当たり取り扱わせる情報項目　1 氏名　2 住所　3 家屋番号
委託先　株式会社みなと調査
{further}
委託の理由　専門の技術を要するため
委託の内容　調査及び入力
委託の開始時期及び期限　{term}
情報保護対策（市）
1 名簿を施錠して保管する。
情報保護対策（委託先）
1 名簿を施錠して保管させる。
2 作業の後に返却させる。
"""
TERM = "令和7年8月1日から令和8年1月30日まで"
LATER = "令和7年9月1日から令和8年2月27日まで"
WITHIN = "令和7年9月1日から令和8年1月16日まで"
NAME = "再委託先　有限会社みなと入力（入力）"


@pytest.mark.parametrize(
    ("further", "term"),
    [
        (f"{NAME}\n再委託の期間　{{}}", TERM),
        ("再委託先　有限会社みなと入力（再委託の期間：{}）", TERM),
        ("再委託先　有限会社みなと入力（入力。{}）", TERM),
        (NAME, f"{TERM}\n　（再委託先の業務は、{{}}）"),
        (NAME, f"{TERM}\n　再委託　{{}}"),
        (NAME, f"{TERM}とし、再委託の期間は、{{}}とする。"),
    ],
)
def test_what_is_handed_on_lies_within_the_contract(further: str, term: str) -> None:
    def raised(when: str) -> set[str]:
        return drafts.raised(SHEET.format(further=further.format(when), term=term.format(when)))

    assert "period_outside_contract" in raised(LATER)
    assert "period_outside_contract" not in raised(WITHIN)


PAPER = """みなと市税務課

家屋調査の委託に係る個人情報の取扱いについて

１　目的
　家屋の評価のため、調査を委託する。
２　対象者
　家屋の所有者　1,200人（令和7年4月1日現在）
３　情報の項目
　氏名、住所、家屋番号
４　委託先
　株式会社みなと調査（再委託先　有限会社みなと入力）
５　保護対策
　(1) 市の対策
　　ア　名簿を施錠する。
　(2) 委託先の対策
　　ア　名簿を返却させる。

別紙
個人情報の取扱いに関する特記事項
（秘密の保持）
第1　乙は、知り得た個人情報を他に漏らしてはならない。
{}
"""


@pytest.mark.parametrize(
    ("clause", "forbids"),
    [
        (
            "（第三者への委託の禁止）\n"
            "第2　乙は、業務を、その一部であっても第三者に取り扱わせてはならない。",
            True,
        ),
        (
            "（第三者への委託）\n第2　乙は、業務の処理を第三者に委ね、又は請け負わせてはならない。",
            True,
        ),
        (
            "（再委託の制限）\n"
            "第2　乙は、甲の承諾を得た場合を除き、業務を第三者に委託してはならない。",
            False,
        ),
        ("（目的外の利用）\n第2　乙は、個人情報を第三者に取り扱わせてはならない。", False),
    ],
)
def test_a_clause_that_lets_no_other_have_the_work_forbids_the_further_firm(
    clause: str, forbids: bool
) -> None:
    assert ("reentrustment_forbidden" in drafts.raised(PAPER.format(clause))) is forbids


CARD = """みなと市個人情報ファイル簿

個人情報ファイルの名称　家屋台帳ファイル
実施機関の名称　みなと市長
個人情報ファイルが利用に供される事務をつかさどる組織の名称　税務課
利用目的　家屋の評価のため
{items}　1 氏名、2 住所、3 家屋番号
{subjects}　家屋の所有者
{count}　1,200人（令和7年4月1日現在）
記録情報の収集方法　本人の届出
{provide}　みなと県税事務所
{entrust}　株式会社みなと調査
開示請求等を受理する組織　総務課
"""
USUAL = {
    "items": "記録項目",
    "subjects": "記録範囲",
    "count": "本人の数",
    "provide": "経常的提供先",
    "entrust": "委託先",
}


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("items", "記録する個人情報"),
        ("items", "保有する個人情報"),
        ("items", "データ項目"),
        ("items", "登録項目"),
        ("subjects", "記録される本人"),
        ("subjects", "対象となる本人の範囲"),
        ("count", "対象数"),
        ("provide", "定期的な提供先"),
        ("entrust", "処理の委託先"),
    ],
)
def test_a_card_in_the_words_of_another_office_is_read_alike(field: str, label: str) -> None:
    def told(words: dict[str, str]) -> tuple[object, ...]:
        content = drafts.draft(CARD.format(**words)).content
        return (
            [[entry["label"] for entry in each["entries"]] for each in content["lists"]],
            [(each["label"], each["counts"][0]["value"]) for each in content["subjects"]],
            sorted(each["relation"] for each in content["flows"]),
        )

    assert told({**USUAL, field: label}) == told(USUAL)


def test_an_item_that_goes_out_and_is_not_recorded_is_asked_about() -> None:
    def codes(given: str) -> set[str]:
        table = (
            "個人情報取扱事務の一覧（みなと市環境課）\n"
            "事務番号,個人情報取扱事務の名称,対象者の範囲,記録する個人情報,委託先,"
            "委託先に渡す個人情報\n"
            '1,犬の登録に関する事務,犬の所有者,"①氏名、②住所",みなと獣医師会,"氏名、住所"\n'
            f'2,補助に関する事務,補助金の申請者,"①氏名、②住所",みなと機構,"{given}"\n'
        )
        return drafts.codes(drafts.draft(table, "a.csv"))

    assert "unsourced_item" in codes("氏名、住所、口座番号")
    assert "unsourced_item" not in codes("氏名、住所")


@pytest.mark.parametrize(
    "prints",
    [
        ("ハマ二入力", "ハマニ入力"),
        ("ハマニ入力", "ハマ二入力"),
        ("オリベ計算", "才リベ計算"),
        ("チドリ印刷", "千ドリ印刷"),
        ("ヘイワ運送", "へイワ運送"),
    ],
)
def test_two_prints_of_a_firm_are_one_that_keeps_the_first_and_asks(
    prints: tuple[str, str],
) -> None:
    builder = Builder()
    ids = {builder.holder(f"有限会社{each}", "organisation", Passage()) for each in prints}
    assert [builder.holder_entity(id_)["label"] for id_ in ids] == [f"有限会社{prints[0]}"]
    assert [each.code for each in builder.notes.questions] == ["look_alike_word"]

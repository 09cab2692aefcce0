"""Assessments whose contractors, recipients, items and measures stand in an office's own lines."""

from __future__ import annotations

import json

import drafts
import importing_score as score
import pytest

SHEET = """特定個人情報保護評価書（基礎項目評価書・重点項目評価書）

若葉市長
公表日　令和7年6月1日

Ⅰ 基本情報
1．事務の名称　児童手当の支給に関する事務
Ⅱ 特定個人情報ファイルの概要
1．特定個人情報ファイル名
児童手当ファイル
2．基本情報
②対象となる本人の数　[1万人以上10万人未満]
③対象となる本人の範囲　児童手当の受給者
④記録される項目
{items}
4．特定個人情報ファイルの取扱いの委託
{work}
5．特定個人情報の提供・移転
{given}
Ⅲ リスク対策
{measures}
"""
SAID = {
    "items": "　個人番号、氏名、住所",
    "work": "委託しない。",
    "given": "行わない。",
    "measures": "1．入手\n・窓口で本人を確認する。",
}
FIRST, SECOND, SUB = "株式会社みなとデータ", "有限会社はる計算", "合同会社そら"
BOTH = {(FIRST, "entrust"), (SECOND, "entrust")}


def found(kind: str, **said: str) -> set[tuple[object, ...]]:
    made = drafts.draft(SHEET.format(**{**SAID, **said}))
    return set(score.found(json.loads(made.case.to_json()))[kind])


def partners(**said: str) -> set[tuple[object, object]]:
    return {(each[1], each[2]) for each in found("recipient", **said) if each[2] != "process"}


@pytest.mark.parametrize(
    "work",
    [
        f"(1) 保守　委託先：{FIRST}　再委託：なし\n"
        f"(2) 入力　委託先：{SECOND}　再委託：あり（{SUB}）",
        f"委託事項1：保守　委託先：{FIRST}\n委託事項2：入力　委託先：{SECOND}　再委託先：{SUB}",
        f"①委託事項　保守　②委託先　{FIRST}　③再委託　なし\n"
        f"①委託事項　入力　②委託先　{SECOND}　③再委託　あり（{SUB}）",
        f"・保守：{FIRST}\n・入力：{SECOND}（再委託先：{SUB}）",
        f"保守を{FIRST}に委託する。入力を{SECOND}に委託し、同社は{SUB}に再委託する。",
        f"委託事項　委託先　再委託先\n保守　{FIRST}　なし\n入力　{SECOND}　{SUB}",
        f"１　保守\n　　委託先　{FIRST}\n　　再委託　しない\n"
        f"２　入力\n　　委託先　{SECOND}\n　　再委託　する（{SUB}）",
    ],
)
def test_lines_on_contractors_name_each_and_whom_it_hands_work_to(work: str) -> None:
    assert partners(work=work) == {*BOTH, (SUB, "reentrust")}


@pytest.mark.parametrize(
    "work",
    [
        f"委託事項1　保守（{FIRST}）\n委託事項2　入力（{SECOND}）",
        f"{FIRST}（保守）、{SECOND}（入力）",
        f"委託先1：{FIRST}（保守）\n委託先2：{SECOND}（入力）",
    ],
)
def test_a_work_and_its_firm_stand_beside_each_other(work: str) -> None:
    assert partners(work=work) == BOTH


def test_a_box_may_be_drawn_at_its_left_side_only() -> None:
    work = (
        f"　┌ 委託1 ─────\n　│ 委託する事項：保守\n　│ 委託先：{FIRST}\n"
        f"　├ 委託2 ─────\n　│ 委託する事項：入力\n　│ 委託先：{SECOND}\n"
        f"　│ 再委託先：{SUB}\n　└────────"
    )
    assert partners(work=work) == {*BOTH, (SUB, "reentrust")}


@pytest.mark.parametrize(
    "given",
    [
        "(1) 提供\n　ア 厚生労働大臣（専用線）\n　イ 若葉県知事（紙）\n(2) 移転\n　ア 税務課",
        "提供先一覧　1 厚生労働大臣　2 若葉県知事\n移転先一覧　1 税務課",
        "厚生労働大臣に対し、受給の情報を提供する。\n若葉県知事に、所得の情報を提供する。\n"
        "税務課へ受給の情報を移転する。",
    ],
)
def test_lines_on_recipients_name_each(given: str) -> None:
    taken = {("厚生労働大臣", "provide"), ("若葉県知事", "provide"), ("税務課", "transfer")}
    assert partners(given=given) == taken


@pytest.mark.parametrize(
    ("items", "names"),
    [
        (
            "　主な記録項目\n　・識別情報\n"
            "　[○]個人番号　[　]個人番号対応符号　[○]その他識別情報（内部番号）\n"
            "　・連絡先等情報\n　[○]4情報（氏名、住所）　[　]連絡先（電話番号等）",
            {"個人番号", "その他識別情報(内部番号)", "4情報", "氏名", "住所"},
        ),
        ("　■個人番号　■氏名　□電話番号", {"個人番号", "氏名"}),
        ("　☑個人番号　☑4情報（氏名、住所）　☐電話番号", {"個人番号", "4情報", "氏名", "住所"}),
    ],
)
def test_several_options_on_a_line_are_items_where_they_are_ticked(
    items: str, names: set[str]
) -> None:
    assert {each[2] for each in found("item", items=items)} == names


@pytest.mark.parametrize("whose", ["による", "において講ずる", "における", "が行う"])
@pytest.mark.parametrize("line", ["{head}\n・端末を施錠する。", "{head}：端末を施錠する。"])
def test_a_head_says_whose_the_measures_are(whose: str, line: str) -> None:
    measures = "4．特定個人情報ファイルの取扱いの委託\n" + line.format(head=f"委託先{whose}措置")
    assert {each[1] for each in found("safeguard", measures=measures)} == {"partner"}


def test_a_band_of_some_recipient_is_none_of_the_file() -> None:
    given = "提供先1　厚生労働大臣\n③提供する情報　受給の情報\n④対象となる本人の数　[1万人未満]"
    counts = {each[1:] for each in found("subject", given=given)}
    assert counts == {(10_000, "person", None, "at_least"), (99_999, "person", None, "at_most")}
    same = f"{given}\n⑤対象となる本人の範囲　ファイルと同じ"
    assert (9_999, "person", None, "at_most") in {e[1:] for e in found("subject", given=same)}


SPACED = """特定個人情報保護評価書 (重点項目評価書)

I   基本情報
1   事務の概要
    介護の認定を行う。
II  特定個人情報ファイルの概要
1   名称       介護ファイル
2   本人
    範囲       第1号被保険者及び認定を申請した第2号被保険者
    数         1万人以上1 0万人未満
3   記録項目   次の1 2項目とする。
     1  個人番号        2  被保険者番号      3  氏名            4  生年月日
     5  住所            6  世帯構成          7  所得段階        8  保険料の額
     9  保険料の納付額  10  認定申請年月日   11  認定調査の結果  12  主治医意見書の内容
6   提供 ・ 移転
    提供  1   他の市町村長                 番号法第1 9条第8号
              項目   氏名、生年月日
    移転  1   健康づくり課                 介護予防事業の対象者を選ぶため
              項目   氏名、住所
          2   障がい支援課                 支給の調整のため
              項目   氏名、生年月日
III リスク対策   (措置は通し番号)
  4) 提供 ・ 移転
      9   他の市町村長への提供の記録を残す。
     1 0  移転は、課長の承認を得た項目に限る。
  5) 漏えい ・ 滅失
    物理的対策
     1 1  電算室に監視カメラを置き、入退室を記録する。
     1 2  書庫の鍵の貸出しを帳簿に付ける。
別添1  記録項目に関する補足
     1 1の認定調査の結果は、訪問調査による。
"""


def test_gaps_behind_numbers_and_split_digits_hide_neither_heads_nor_marks() -> None:
    read = score.found(json.loads(drafts.draft(SPACED).case.to_json()))
    who = "第1号被保険者及び認定を申請した第2号被保険者"
    assert read["subject"] == {
        (who, 10_000, "person", None, "at_least"),
        (who, 99_999, "person", None, "at_most"),
    }
    assert [each[2] for each in sorted(read["item"], key=lambda e: int(e[1]))][-1] == (
        "主治医意見書の内容"
    )
    assert len(read["item"]) == 12
    assert {(each[1], each[2]) for each in read["recipient"]} == {
        ("他の市町村長", "provide"),
        ("健康づくり課", "transfer"),
        ("障がい支援課", "transfer"),
    }
    assert {each[2:] for each in read["safeguard"]} == {
        ("unspecified", "9"),
        ("unspecified", "10"),
        ("physical", "11"),
        ("physical", "12"),
    }


EXPLAINED = """令和7年度第3回　若葉市個人情報保護審議会　資料3

特定個人情報保護評価書（基礎項目評価書）　就学援助に関する事務　説明資料
　　　　　　　　　　　　　　　　　　　　若葉市教育委員会　学務課

1　関連情報
　(1) 事務の名称　　就学援助に関する事務
　(2) 対象者　　　　就学援助の認定を受けた児童　{persons}
　(3) ファイル名　　就学援助ファイル
3　記録する項目
　　① 児童の氏名　　　　② 学校名　　　③ 認定区分
4　委託及び再委託
　　委託する業務　　　　就学援助システムの運用
　　委託先　　　　　　　{first}
　　委託先が扱う項目　　①から③までの全て
　　再委託先　　　　　　{sub}（監視）
5　提供及び移転
　　提供先又は移転先　　　　項目　　　　　　　　　　方法
　　（提供）市立小学校　　　児童の氏名、認定区分　　紙を手渡す。
　　（移転）生活福祉課　　　児童の氏名、認定区分　　庁内の連携基盤
7　教育委員会が行う措置
　(1) 名簿を更新する。
8　受託者に行わせる措置
　(1) 名簿を提出させる。
"""


def test_an_explanatory_paper_is_read_as_the_assessment_it_explains() -> None:
    paper = EXPLAINED.format(persons="120人（令和7年5月1日現在）", first=FIRST, sub=SUB)
    read = score.found(json.loads(drafts.draft(paper).case.to_json()))
    assert read["subject"] == {("就学援助の認定を受けた児童", 120, "person", "2025-05-01", "exact")}
    assert {each[2] for each in read["item"]} == {"児童の氏名", "学校名", "認定区分"}
    assert {(each[1], each[2]) for each in read["recipient"]} == {
        (FIRST, "entrust"),
        (SUB, "reentrust"),
        ("市立小学校", "provide"),
        ("生活福祉課", "transfer"),
    }
    assert {each[1] for each in read["safeguard"]} == {"own", "partner"}


CHAPTERS = """特定個人情報保護評価書（重点項目評価書）　母子保健に関する事務

第1　基本情報
1　事務の名称　　母子保健に関する事務
3　システム
　　(1) 健康管理システム　　健康診査の記録を管理する。
4　システムの接続　　○を付したものと接続する。
　　○ 庁内連携システム　　－ 税務システム
第2　特定個人情報ファイルの概要
1　ファイル名　　母子保健ファイル
2　対象者　　　　妊産婦、乳幼児及びその保護者
3　対象者数　　　9,215人（令和7年10月1日現在）
4　記録項目　　　別表のとおりとする。
5　委託
　(1) 委託1　健康管理システムの保守
　　　委託先　　　　　　株式会社みなとデータ
　　　期間　　　　　　　令和7年4月1日から令和10年3月31日まで
　　　取り扱わせる範囲　ファイルの全体
　　　再委託先　　　　　合同会社そら（点検）
　　　再委託の期間　　　令和7年6月1日から令和10年3月31日まで
第3　リスク対策
1　組織的・人的安全管理措置
　ア　規程を定める。
2　物理的安全管理措置
　ア　棚に納める。
4　受託者に守らせる事項
　ア　秘密を漏らさないこと。
5　自己評価　　いずれのリスクについても、対策は「十分である」。
第5　評価の実施
1　しきい値判断　　令和7年11月4日に実施した。
2　点検　　　　　　審査会に諮る。

別表　記録項目
　1　個人番号
　2　氏名
"""


def test_chapters_are_the_parts_that_their_titles_name() -> None:
    made = drafts.draft(CHAPTERS)
    read = score.found(json.loads(made.case.to_json()))
    who = "妊産婦、乳幼児及びその保護者"
    assert read["subject"] == {(who, 9_215, "person", "2025-10-01", "exact")}
    assert {each[2] for each in read["item"]} == {"個人番号", "氏名"}
    assert {(each[1], each[2]) for each in read["recipient"]} == {
        ("健康管理システム", "process"),
        ("庁内連携システム", "link"),
        (FIRST, "entrust"),
        (SUB, "reentrust"),
    }
    assert {each[1:] for each in read["safeguard"]} == {
        ("own", "operational", "ア"),
        ("own", "physical", "ア"),
        ("partner", "unspecified", "ア"),
    }
    assert drafts.codes(made) == set()


TABLE = """特定個人情報保護評価書（重点項目評価書）,
評価実施機関名,若葉市長
Ⅰ 基本情報,
事務の名称,児童手当の支給に関する事務
Ⅱ 特定個人情報ファイルの概要,
特定個人情報ファイル名,児童手当ファイル
記録される項目,"個人番号、氏名"
委託,"{work}"
提供・移転,"{given}"
Ⅲ リスク対策,
措置,"{measures}"
"""
OF_TABLE = {"work": "委託しない", "given": "行わない", "measures": "1 窓口で確認する。"}


def of_table(kind: str, **said: str) -> set[tuple[object, ...]]:
    made = drafts.draft(TABLE.format(**{**OF_TABLE, **said}), "a.csv")
    return score.found(json.loads(made.case.to_json()))[kind]


@pytest.mark.parametrize(
    "work",
    [
        f"(1) 保守　委託先：{FIRST}　再委託：なし\n(2) 入力　委託先：{SECOND}",
        f"{FIRST}（保守）\n{SECOND}（入力）",
        f"有（{FIRST}：保守、{SECOND}：入力）",
        f"保守を{FIRST}に委託する。入力を{SECOND}に委託する。",
    ],
)
def test_a_cell_beside_the_topic_names_each_contractor(work: str) -> None:
    assert {(each[1], each[2]) for each in of_table("recipient", work=work)} == BOTH


@pytest.mark.parametrize(
    "given",
    [
        "提供先：厚生労働大臣\n移転先：税務課",
        "(1) 提供　厚生労働大臣\n(2) 移転　税務課",
        "厚生労働大臣（提供）、税務課（移転）",
        "厚生労働大臣に番号法第19条第8号に基づき提供する。税務課に移転する。",
    ],
)
def test_a_cell_beside_the_topic_names_each_recipient(given: str) -> None:
    found = {(each[1], each[2]) for each in of_table("recipient", given=given)}
    assert found == {("厚生労働大臣", "provide"), ("税務課", "transfer")}


@pytest.mark.parametrize(
    "given", ["[○]提供を行っている（1件）", "行っていない", "有（1件）", "なし"]
)
def test_an_answer_names_nobody(given: str) -> None:
    assert of_table("recipient", given=given) == set()


def test_sides_within_the_cell_of_the_measures() -> None:
    measures = "【市の措置】\n1 確認する。\n【委託先の措置】\n1 研修を行わせる。"
    found = of_table("safeguard", measures=measures, work=f"委託先：{FIRST}")
    assert {each[1:] for each in found} == {
        ("own", "unspecified", "1"),
        ("partner", "unspecified", "1"),
    }


def test_a_row_of_the_partner_beside_those_of_the_sorts_is_of_none() -> None:
    rows = TABLE.format(**OF_TABLE).split("措置,")[0].replace("委託しない", f"委託先：{FIRST}")
    rows += (
        "物理的対策,・施錠する。\n技術的対策,・認証する。\n委託先における対策,・研修を行わせる。\n"
    )
    read = score.found(json.loads(drafts.draft(rows, "a.csv").case.to_json()))
    assert {each[1:] for each in read["safeguard"]} == {
        ("own", "physical", "1"),
        ("own", "technical", "1"),
        ("partner", "unspecified", "1"),
    }


def test_what_the_part_on_risks_says_of_recipients_is_a_measure() -> None:
    measures = "5．提供・移転\n・税務課及び福祉課に移転する。\n・厚生労働大臣に提供する。"
    assert partners(measures=measures) == set()
    assert len(found("safeguard", measures=measures)) == 2

"""Partners without a name, papers and clauses that are not there, ticks, and who is named once."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.form.rows import rows
from nagarezu.importing.sources import read_bytes

LETTER = """諮問第3号
みどり市個人情報保護審議会会長 様
公園利用者台帳に係る業務委託について（諮問）
第1 諮問の内容
 公園利用者台帳の入力を{who}に委託する。
第2 対象者
 公園の利用を申し込んだ者
第3 情報項目
 (1) 氏名
 (2) 住所
"""


def infos(text: str) -> set[str]:
    found = drafts.draft(text).case.table("findings").to_json()["rows"]
    return {row["code"] for row in found}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("第4 委託先\n（未定）（以下「印刷事業者」という。）", True),
        ("第4 委託先\n選定中（以下「受託者」という。）", True),
        ("第4 再委託\n| 再委託 | 有（　　　　、従事者7人） |\n|---|---|", True),
        ("第4 再委託\n| 再委託 | あり（、従事者7人） |\n|---|---|", True),
        ("第4 再委託\n| 再委託 | 有（株式会社はるか、従事者7人） |\n|---|---|", False),
        ("第4 期間\n期間は未定（以下「本期間」という。）", False),
        ("第4 提供先　　　(1) 自治会　(2) 消防署", False),
        ("第4 再委託\n| 再委託 | 有（　　）・無（○） |\n|---|---|", False),
    ],
)
def test_the_place_of_a_name_without_one(line: str, found: bool) -> None:
    text = LETTER.format(who="株式会社こずえ") + line + "\n"
    assert ("partner_not_named" in infos(text)) == found


SHEET = """
 件名　給食費の口座振替に係る外部結合について

 保有課          給食課
 登録業務の名称  給食費の徴収
 結合される情報  １　対象者　口座振替を申し込んだ保護者
 項目            ２　情報項目　①氏名　②口座番号
{line}
 結合する理由    手間を省くため。
 結合の形態      ＬＧＷＡＮ
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (" 結合の相手方", True),
        (" 結合の相手方    ", True),
        (" 結合の相手方    みなと収納株式会社", False),
        (" 結合の相手方\n （名称）        みなと収納株式会社", False),
    ],
)
def test_a_label_with_nothing_beside_it(line: str, found: bool) -> None:
    assert ("partner_not_named" in infos(SHEET.format(line=line))) == found


TERMS = """
個人情報取扱特記事項（抄）
第1 乙は、秘密を守る。
第2 乙は、情報を複写しない。
第3 乙は、事故を報告する。
"""


@pytest.mark.parametrize(
    ("cites", "found"),
    [
        ("守秘は特記事項第9により義務付ける。", True),
        ("事故は特記事項第6による。", True),
        ("廃棄は特記事項の第5に定める。", True),
        ("複写は特記事項第7条の規定による。", True),
        ("返却は特記事項第4項のとおりとする。", True),
        ("立入りは特記事項第8に従う。", True),
        ("守秘は特記事項第1により義務付ける。", False),
        ("事故は特記事項第3による。", False),
        ("守秘は法第66条により義務付ける。", False),
        ("事故は仕様書第6による。", False),
    ],
)
def test_clauses_of_a_paper_without_a_label(cites: str, found: bool) -> None:
    text = LETTER.format(who="株式会社こずえ") + f"第4 対策\n {cites}\n" + TERMS
    assert ("crosswalk_unresolved" in drafts.raised(text)) == found


TABLES = "第1表　委託\n株式会社こずえ　氏名\n第2表　提供\n自治会　氏名\n"


@pytest.mark.parametrize(
    ("cites", "found"),
    [
        ("票の後ろに、第1表、第2表及び第3表を付けた。", True),
        ("保存の期間は第4表のとおり。", True),
        ("項目は第1表のとおり。", False),
        ("項目は規則別表第5表による。", False),
        ("第2表の付記を見よ。", False),
    ],
)
def test_tables_that_are_not_there(cites: str, found: bool) -> None:
    text = LETTER.format(who="株式会社こずえ") + f"第4 その他\n {cites}\n{TABLES}"
    assert ("reference_missing" in infos(text)) == found


def test_a_table_of_a_kind_that_is_not_counted_is_not_missed() -> None:
    text = LETTER.format(who="株式会社こずえ") + "第4 その他\n 流れは図2のとおり。\n" + TABLES
    assert "reference_missing" not in infos(text)


ATTACHED = "# 資料1　事業の概要\n\n公園を貸す。\n\n# 資料2　点検表\n\n年1回点検する。\n"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("資料1 事業の概要 ／ 資料2 点検表 ／ 資料3 契約書（案）", True),
        ("資料1 事業の概要<br>資料2 点検表<br>資料4 要綱", True),
        ("資料1 事業の概要、資料2 点検表、資料5 図面", True),
        ("資料1 事業の概要 ／ 資料2 点検表", False),
        ("資料1 事業の概要から資料2 点検表まで", False),
    ],
)
@pytest.mark.parametrize("label", ["資　料", "添付資料", "添付"])
def test_papers_listed_in_one_cell(cell: str, label: str, found: bool) -> None:
    text = LETTER.format(who="株式会社こずえ") + f"\n| {label} | {cell} |\n|---|---|\n\n" + ATTACHED
    assert ("contents_differ" in drafts.raised(text)) == found


@pytest.mark.parametrize("head", ["もくじ", "目次", "■ 資料の構成"])
def test_a_paper_at_the_end_of_the_contents_that_does_not_come(head: str) -> None:
    contents = f"{head}\n1 事業の概要\n2 対策\n別紙1 項目の対照\n別紙2 提供先の一覧\n"
    text = f"{contents}\n1 事業の概要\n貸す。\n別紙1 項目の対照\n氏名\n"
    assert missed(text) == {"別紙2"}
    assert missed(f"{text}別紙2 提供先の一覧\n自治会\n") == set()


def missed(text: str) -> set[str]:
    stream = list(rows([read_bytes(text.encode("utf-8"), "a.txt", "d")]))
    return Papers(stream, {}).unresolved


ASSESSMENT = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅰ 基本情報
②事務の内容 給食費を徴収する。
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
④記録される項目 別添2のとおり
主な記録項目 {ticks}
5 特定個人情報の提供・移転
移転先1 総務部税務課
③移転する情報 氏名、未納額
移転先2 福祉部生活支援課
③移転する情報 氏名、住所
（別添1）事務の内容
① 届出 納入者 → 給食課（紙）
② 督促の登録 給食課 → 給食費システム
{drawn}
（別添2）特定個人情報ファイル記録項目
1 宛名番号 2 氏名 3 生年月日 4 住所 5 口座番号 6 未納額 7 学校名
"""
DRAWN = "③ 未納額の移転 給食費システム → 税務課、生活支援課（庁内連携）"


@pytest.mark.parametrize(
    ("ticks", "found"),
    [
        ("［○］４情報 ［○］障害者福祉関係情報", True),
        ("[○]4情報　[○]年金関係情報", True),
        ("［○］介護・高齢者福祉関係情報 ［ ］年金関係情報", True),
        ("■雇用・労働関係情報", True),
        ("[ ○ ] 生活保護・社会福祉関係情報", True),
        ("［●］児童福祉・子育て関係情報", True),
        ("［○］４情報 ［ ］障害者福祉関係情報", False),
        ("［○］学校・教育関係情報", False),
        ("□雇用・労働関係情報", False),
        ("障害者福祉関係情報は取り扱わない。", False),
    ],
)
def test_kinds_of_items_that_are_ticked(ticks: str, found: bool) -> None:
    text = ASSESSMENT.format(ticks=ticks, drawn=DRAWN)
    assert ("contents_differ" in drafts.raised(text)) == found


def test_a_tick_is_no_question_where_the_document_speaks_of_the_kind() -> None:
    text = ASSESSMENT.format(ticks="［○］障害者福祉関係情報", drawn=DRAWN)
    assert "contents_differ" not in drafts.raised(
        text.replace("徴収する", "障害者手帳により減じる")
    )


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (f"{DRAWN}\n④ 資格の移転 給食費システム → 障害福祉課（庁内連携）", True),
        (f"{DRAWN}\n④ 住所の移転 給食費システム → 子育て課", True),
        ("③ 未納額の移転 給食費システム → 税務課、生活支援課、水道課", True),
        ("③ 未納額の移転 給食費システム → 税務課、住民課及び生活支援課", True),
        ("③ 未納額の移転 給食費システム → 税務課（庁内連携）", True),
        ("③ 住所 給食費システム → 生活支援課", True),
        (DRAWN, False),
        (f"{DRAWN}\n④ 決裁 給食課 → 会計課", False),
        ("③ 移転 給食費システム → 税務課\n④ 移転 給食費システム → 生活支援課", False),
        ("③ 移転 給食費システム → 税務課\n④ 生活支援課には紙で渡す。", False),
        ("③ 未納額の登録 給食課 → 給食費システム", False),
    ],
)
def test_sections_at_the_end_of_an_arrow(drawn: str, found: bool) -> None:
    text = ASSESSMENT.format(ticks="［○］４情報", drawn=drawn)
    assert ("named_once" in drafts.raised(text)) == found

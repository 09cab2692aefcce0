"""What is compared over the whole document: papers, marks, titles, partners, lists told again."""

from __future__ import annotations

import drafts
import pytest

PAPER = """諮問第3号
令和7年4月1日
みどり市個人情報保護審議会会長 様
みどり市長
公園利用者台帳に係る業務委託及び外部提供について（諮問）
第1 諮問の内容
 公園利用者台帳の入力を株式会社こずえに委託し，台帳の一部を財団法人みずうみに提供する（別紙2第1及び第2）。
 台帳の事務は，入力，印刷及び点検の3工程から成る。
第2 添付資料
 別紙1 事業の概要
 別紙2 相手方ごとの情報項目
 別紙3 個人情報取扱特記事項

別紙1
事業の概要
第1 対象者
 公園の利用を申し込んだ者
第2 相手方
 委託先 株式会社こずえ
 提供先 財団法人みずうみ
第3 手順
 財団法人みずうみには，利用者名簿（氏名，住所，電話番号及び利用日）を渡す。

別紙2
相手方ごとの情報項目
第1 株式会社こずえ（業務委託）
 1 市が渡す情報項目
  (1) 氏名
  (2) 住所
 2 委託の業務
| 業務名 | 申込書の入力 | 許可証の印刷 | 台帳の点検 |
|---|---|---|---|
第2 財団法人みずうみ（外部提供）
 1 市が渡す情報項目（利用者名簿）
  (1) 氏名
  (2) 住所
  (3) 電話番号
  (4) 利用日
第3 安全対策
 対策1 名簿を施錠して保管する。
 対策2 端末を限定する。
 対策3 年1回点検する。
 点検では対策1から3までを確かめる。

別紙3
個人情報取扱特記事項
第1条 乙は，秘密を守る。
第2条 乙は，情報を複写しない。
第3条 乙は，事故を報告する。
"""


def _raised(text: str) -> list[str]:
    rows = drafts.draft(text).case.frame("findings")["columns"]
    columns = {column["name"]: column["values"] for column in rows}
    return list(columns["code"])


MINE = {
    "contents_differ",
    "title_without_content",
    "reference_missing",
    "crosswalk_unresolved",
    "partner_not_named",
}


def test_where_all_places_agree_nothing_is_raised() -> None:
    assert not MINE & set(_raised(PAPER))


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("contents_differ", " 別紙3 個人情報取扱特記事項\n", ""),
        ("contents_differ", " 別紙3 個人情報取扱特記事項", " 別紙3 業務委託契約書（案）"),
        ("contents_differ", " 別紙3 個人", " 別紙4 体制図\n 別紙3 個人"),
        ("contents_differ", "電話番号及び利用日）", "電話番号及び利用回数）"),
        ("contents_differ", "住所，電話番号及び利用日）", "住所及び電話番号）"),
        ("contents_differ", "入力，印刷及び点検の", "入力，印刷及び配送の"),
        ("title_without_content", "業務委託及び外部提供に", "業務委託，外部提供及び外部結合に"),
        ("title_without_content", "公園利用者台帳に係る", "指定管理，公園利用者台帳に係る"),
        ("reference_missing", "利用日）を渡す", "利用日）を様式5のとおり渡す"),
        ("reference_missing", "利用日）を渡す", "利用日）を別紙キにより渡す"),
        ("crosswalk_unresolved", "（別紙2第1及び第2）", "（別紙2第1及び第4）"),
        ("crosswalk_unresolved", "対策1から3まで", "対策1から5まで"),
        ("crosswalk_unresolved", "を渡す。", "を渡し，別紙3第6条を守らせる。"),
        ("crosswalk_unresolved", "を渡す。", "を渡し，特記事項の8に定める報告をさせる。"),
        ("partner_not_named", "委託先 株式会社こずえ", "委託先：未定"),
        ("partner_not_named", "株式会社こずえに委託し", "事業者（入札前のため未定）に委託し"),
        ("partner_not_named", " 提供先 財団法人みずうみ", " 提供先（選考中）"),
    ],
)
def test_one_place_that_does_not_agree_is_raised(code: str, old: str, new: str) -> None:
    assert old in PAPER
    assert code in _raised(PAPER.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("電話番号及び利用日）", "電話番号等）"),
        ("利用日）を渡す。", "利用日）を渡す（昨年度の報告は第2回会議で行った。）。"),
        ("委託先 株式会社こずえ", "委託先 株式会社こずえ（契約日は未定）"),
        ("委託先 株式会社こずえ", "再委託　■認めない　□認める（再委託先　　　　）"),
        ("別紙2第1及び第2", "別紙2第3"),
        ("入力，印刷及び点検の3工程", "申込書の入力，許可証の印刷及び台帳の点検の3工程"),
    ],
)
def test_what_only_looks_alike_is_not(old: str, new: str) -> None:
    assert old in PAPER
    assert not MINE & set(_raised(PAPER.replace(old, new, 1)))


@pytest.mark.parametrize("last", ["資料1　鍵の一覧", "別紙　鍵の貸出簿", "別表1 鍵の一覧"])
def test_the_title_of_a_paper_may_be_the_last_line(last: str) -> None:
    sheet = (
        "件名\t鍵の貸出の委託について\n担当課\t管財課\n対象者\t鍵を借りる者\n委託先\t株式会社かぎ\n"
    )
    assert drafts.draft(
        f"{sheet}委託に伴い事業者に処理させる情報項目\t①氏名 ②住所\n{last}"
    ).case.title


OF_ITS_OWN = """貸出の手引き（個人情報について）

一　だれの情報か
　鍵を借りる者
二　渡す項目
　(1) 氏名
　(2) 住所
三　委託先
　株式会社かぎ
"""


def test_a_paper_of_no_known_form_is_read_by_its_heads_and_says_so() -> None:
    found = drafts.draft(OF_ITS_OWN)
    assert found.family == "unknown"
    assert "family_unknown" in {each.code for each in found.unread}
    assert found.case.counts["items"] == 2


def test_a_paper_that_does_not_tell_whose_items_go_to_whom_is_not_read() -> None:
    found = drafts.draft("個人情報保護の研修について\n\n一　日時\n　十月三日\n")
    assert found.family == "unknown"
    assert found.case.counts["matters"] == 0


def test_a_head_with_nothing_below_it_has_no_place_of_its_own() -> None:
    clauses = (
        "1　（秘密の保持）\n2　（収集の制限）\n　　乙は、必要な範囲で収集しなければならない。\n"
    )
    found = drafts.draft(
        f"鍵の貸出の委託について（諮問）\n\n1 委託先\n　株式会社かぎ\n\n別紙　特記事項\n\n{clauses}"
    )
    assert found.case.counts["clauses"] == 2
    assert "source" not in found.content["clauses"][0]

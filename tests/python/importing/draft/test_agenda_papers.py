"""Papers behind the sheets of an agenda in printed columns: flows, a checklist, clauses."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

TEXT = """
      かえで市情報公開審議会　諮問事項

  件　名        図書の配本に係る電算処理等について

                          事業の概要

 事　業　名     図書の配本
 担　当　課     図書課
 目　　　的     来館が難しい者に図書を届ける。
 対　象　者     配本の利用者
 事業内容       １　概要
                  配本管理システムにより利用者を管理する。

 件名　配本管理システムの開発について（電算処理）

 保有課          図書課
 登録業務の名称  図書の配本
 記録される情報  １　個人の範囲
 項目（だれの、    配本の利用者
 どのような項目  ２　記録項目
 が、どこに記録    ①利用者の氏名　②利用者の住所　③利用券番号　④貸出日　⑤返却日
 されるのか）    ３　記録するコンピュータ
                   配本管理システム
 新規開発の理由  手作業では管理が難しいため。
 新規開発の内容  １　利用者の登録
                 ２　貸出の記録
 新規開発の時期  令和８年２月　設定
                 令和８年３月２日　利用開始

 件名　蔵書検索に係る外部結合について

 保有課          図書課
 登録業務の名称  図書の配本
 結合される情報  １　対象者　配本の利用者
 項目（だれの、  ２　情報項目
 どのような項目    送信する項目　①利用券番号　②貸出日
 か）              受信する項目　①利用券番号　②返却日
 結合の相手方    けやき検索サービス株式会社
 結合する理由    蔵書を早く探すため。
 結合の形態      専用回線により接続する。
 結合の開始時期  令和８年４月１日から

 件名　図書の配達に係る業務委託について

 保有課          図書課
 登録業務の名称  図書の配本
 委託先          株式会社ひなげし配達
                 （再委託先）有限会社すみれ倉庫
 委託に伴い事業  １　個人の範囲
 者に処理させる    配本の利用者
 情報項目（だれ  ２　情報項目
 の、どのような    ①利用者の氏名　②利用者の住所　③利用券番号
 項目か）          このうち再委託先に取り扱わせるのは③だけである。
 処理させる情報  電磁的媒体（ＵＳＢメモリ）
 項目の記録媒体
 委託理由        市に配達の手段がないため。
 委託の内容      １　図書の配達
                 ２　図書の回収
 委託の開始時期  令和８年４月１日から令和９年３月３１日まで
 及び期限
 委託にあたり市  【運用上の対策】
 が行う情報保護  １　契約書に特記事項を付す。
 対策            ２　受渡簿を備える。
 受託事業者に行  【運用上の対策】
 わせる情報保護  １　取扱者を届け出させる。
 対策            ２　再委託先にも同じ対策を行わせる。

 資料１　情報の流れ

  番号  渡す者              受ける者              情報項目                              方法
  １    市（図書課）        検索事業者            利用券番号、貸出日                    専用回線
  ２    検索事業者          市（図書課）          利用券番号、返却日                    専用回線
  ３    市（図書課）        委託先                業務委託の情報項目①から③まで        ＵＳＢメモリ
  ４    委託先              再委託先              利用券番号                            紙
  ５    委託先              市（図書課）          利用者の氏名及び住所                  紙

 資料２　業務委託に係る個人情報保護対策チェックリスト
   （対策を行うもの「○」、必要がないもの「－」）

  区分          層        判定   対策
  市            運用      ○     契約書に特記事項を付す。
  市            システム  －     通信を暗号化する。
  委託先        運用      ○     取扱者を届け出させる。
  委託先        システム  ○     端末を庁外の回線につながせない。

 資料３　特記事項

 （秘密の保持）
 １　乙は、業務で知った個人情報を漏らしてはならない。
 （保管）
 ２　乙は、書類を鍵のかかる棚に収める。
 （公表）
 ３　甲は、乙が第１項又は第２項に反したときは、公表することができる。
"""


def draft(text: str = TEXT) -> Draft:
    return drafts.draft(text, "agenda.txt")


def raised(text: str) -> list[str]:
    import nagarezu as ng

    case = ng.Case.from_json(draft(text).case.to_json())
    rows = case.table("findings").to_json()["rows"]
    return [row["code"] for row in rows if row["severity"] != "info"]


def test_rows_of_printed_tables_are_no_fields_of_a_sheet() -> None:
    content: dict[str, Any] = draft().content
    assert [each["kinds"][0] for each in content["matters"]] == ["process", "link", "entrust"]
    names = {each["label"]: each.get("tier") for each in content["holders"] if each.get("external")}
    assert names == {
        "けやき検索サービス株式会社": 1,
        "株式会社ひなげし配達": 1,
        "有限会社すみれ倉庫": 2,
    }
    told = [each["holders"] for one in content["matters"] for each in one.get("retold", [])]
    assert len(told) == 3
    assert [(each["party"], each["layer"]) for each in content["checklist"]] == [
        ("own", "operational"),
        ("own", "system"),
        ("partner", "operational"),
        ("partner", "system"),
    ]
    assert [each["number"] for each in content["clauses"]] == [1, 2, 3]


def test_a_list_ends_before_the_sentence_below_it_and_goes_the_way_of_its_head() -> None:
    content = draft().content
    printed = [[each["label"] for each in one["entries"]] for one in content["lists"]]
    assert ["利用券番号", "貸出日"] in printed
    assert ["利用券番号", "返却日"] in printed
    assert ["利用者の氏名", "利用者の住所", "利用券番号"] in printed


def test_work_of_one_month_ends_with_it() -> None:
    periods = draft().content["matters"][0]["periods"]
    assert [(each["start"], each.get("end")) for each in periods] == [
        ("2026-02", "2026-02"),
        ("2026-03-02", None),
    ]


def test_the_server_of_a_system_is_the_system() -> None:
    text = TEXT.replace("株式会社ひなげし配達\n", "【配達システム】株式会社ひなげし配達\n")
    text = text.replace("（ＵＳＢメモリ）", "（ＵＳＢメモリ及び配達システムのサーバ）")
    assert "medium_names_part" not in raised(text)


def test_where_the_papers_agree_nothing_is_raised() -> None:
    assert raised(TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("業務委託の情報項目①から③まで", "業務委託の情報項目①から②まで", "contents_differ"),
        (
            "１    市（図書課）        検索事業者  ",
            "１    検索事業者          市（図書課）",
            "direction_differs",
        ),
        (
            "取扱者を届け出させる。\n  委",
            "取扱者を届け出させる（市の運用上の対策７による）。\n  委",
            "crosswalk_unresolved",
        ),
        ("第１項又は第２項に反した", "第１項又は第８項に反した", "crosswalk_unresolved"),
        (
            "蔵書を早く探すため。",
            "蔵書を早く探すため。相手方から市へ情報が送られることはない。",
            "direction_differs",
        ),
    ],
)
def test_one_paper_that_does_not_agree_is_raised(old: str, new: str, code: str) -> None:
    assert TEXT.count(old) == 1
    assert code in raised(TEXT.replace(old, new))


WRAPPED = """審議会 付議事項
件名　貸出システムの導入について
事業の概要
事業名　　　　工具の貸出
対象者　　　　工具を借りる者
事業内容　　　１　概要
　　　　　　　　{denied}

件名　貸出システムの導入について
保有課（担当課）　　　　　　　商工課
登録業務の名称　　　　　　　　工具貸出
記録される情報項目　　　　　　１　個人の範囲
（だれの、どのような項　　　　　　工具を借りる者
目が、どこのコンピュー　　　　２　記録項目
タに記録されるのか）　　　　　　①氏名　②住所　③貸出許可証の番号
　　　　　　　　　　　　　　　３　記録するコンピュータ
　　　　　　　　　　　　　　　　　貸出システム
新規開発・追加・変更の　　　　台帳が厚いため。町の端末から貸出シス
理由　　　　　　　　　　　　　テムへ、貸出許可証の番号を毎日送信するため。
新規開発・追加・変更の　　　　１　検索
内容　　　　　　　　　　　　　２　一覧表の出力
新規開発・追加・変更の　　　　令和5年6月1日から
時期
"""


@pytest.mark.parametrize(
    ("denied", "raised"),
    [
        ("町の端末から貸出システムへの情報の送信は行わない。", True),
        ("貸出システムから町の端末への情報の送信は行わない。", False),
    ],
)
def test_what_goes_to_a_system_is_read_beside_a_broken_label(denied: str, raised: bool) -> None:
    made = drafts.draft(WRAPPED.format(denied=denied))
    rows = made.case.table("findings").to_json()["rows"]
    assert ("direction_differs" in {row["code"] for row in rows}) == raised


CITED = """審議会 付議事項
件名　配本の委託について
事業の概要
事業名　配本
対象者　配本の利用者
事業内容　配本を委託する。

件名　配本業務の委託について
保有課（担当課）　図書課
委託先　けやき配達株式会社
委託に伴い事業者に処理させる情報項目　1 個人の範囲　配本の利用者　2 情報項目　①氏名 ②住所
委託にあたり市が行う情報保護対策　1 契約書に{cited}を付し、遵守させる。

{head}

（秘密の保持）
1　乙は、秘密を漏らしてはならない。
"""


@pytest.mark.parametrize(
    ("cited", "head", "label"),
    [
        ("「特記事項」（別紙）", "別紙　特記事項", "別紙"),
        ("「特記事項」（別紙）", "別紙\n特記事項", "別紙"),
        ("別紙「特記事項」", "別紙　特記事項（配本業務）", "別紙"),
        ("別紙の特記事項", "（別紙）　特記事項", "別紙"),
        ("「特記事項」（別紙）", "別紙特記事項", "別紙特記事項"),
        ("別紙特記事項", "別紙特記事項", "別紙特記事項"),
    ],
)
def test_clauses_are_cited_as_their_paper_is_called(cited: str, head: str, label: str) -> None:
    made = drafts.draft(CITED.format(cited=cited, head=head)).content
    assert [(each["label"], each["resolved"]) for each in made["references"]] == [(label, True)]

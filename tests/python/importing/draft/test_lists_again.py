"""Lists and names told in two places: titles, rows, work, partners, systems."""

from __future__ import annotations

import drafts
import pytest


def raised(text: str) -> set[str]:
    rows = drafts.draft(text).case.table("findings")
    return {row["code"] for row in rows.to_json()["rows"] if row["severity"] != "info"}


AGENDA = """みどり市運営会議 付議事項
件名\t貸自転車の利用登録業務の委託について（{act}）
事業の概要
事業名\t貸自転車
対象者\t利用の登録をした者
事業内容\t1 概要<br>貸自転車を駅前で貸し出す。<br>2 説明<br>{told}

件名 貸自転車の利用登録業務の委託について
保有課（担当課）\t交通課
登録業務の名称\t貸自転車
委託先\t{partners}
委託に伴い事業者に処理させる情報項目\t{items}
処理させる情報項目の記録媒体\t電磁的媒体（貸自転車システム）
委託理由\t専用の設備を要するため。
委託の内容\t1 登録の受付<br>2 会員証の発行<br>3 問合せへの対応
委託の開始時期及び期限\t令和6年4月1日から令和7年3月31日まで
委託にあたり市が行う情報保護対策\t1 鍵を掛ける。{own}
受託事業者に行わせる情報保護対策\t1 鍵を掛けさせる。
{figure}"""
USUAL = {
    "act": "新規",
    "told": "窓口で受け付ける。",
    "partners": "株式会社ことり輪業",
    "items": "①氏名 ②住所 ③電話番号 ④会員番号",
    "own": "",
    "figure": "",
}


def agenda(**parts: str) -> set[str]:
    return raised(AGENDA.format(**{**USUAL, **parts}))


@pytest.mark.parametrize(
    "told",
    [
        "取り扱う情報項目は令和3年度から変わらない。",
        "情報項目に変更はない。",
        "処理させる項目の追加は行わない。",
        "項目の種類及び数は、前回の諮問と同じであり、増減はない。",
        "記録する項目は従前のとおりとする。",
        "情報項目については、これまでと変わりはありません。",
        "委託する項目は、令和2年度に承認を受けたものと同一である。",
        "情報項目の見直しはしない。",
        "情報項目は現行のままとし、様式を改める。",
        "項目は増やさない。",
    ],
)
def test_items_that_are_not_added_stand_in_no_title(told: str) -> None:
    assert agenda(act="情報項目の追加", told=told) == {"title_without_content"}


@pytest.mark.parametrize(
    "told",
    [
        "情報項目に「電話番号」を追加する。",
        "新たに会員番号を記録する。",
        "氏名及び住所の項目は従前と変わらない。今回、電話番号を加える。",
        "※③及び④が今回の追加項目",
        "情報項目を2項目増やす。",
        "電話番号の欄の新設に伴い、様式を改める。",
        "追加する項目は、会員番号である。",
        "情報項目の追加を行い、ほかの項目に変更はない。",
    ],
)
def test_items_that_a_text_adds_are_what_the_title_says(told: str) -> None:
    assert agenda(act="情報項目の追加", told=told) == set()


@pytest.mark.parametrize(
    "told",
    [
        "対象者の範囲は変わらない。",
        "委託の期間に変更はない。",
        "業務の流れは従前のとおりとする。",
        "情報項目の入力の方法は従前のとおりとする。",
        "処理させる項目は、記録する項目と同じである。",
    ],
)
def test_what_is_denied_of_something_else_settles_nothing(told: str) -> None:
    marked = "新たに会員番号を記録する。"
    assert agenda(act="情報項目の追加", told=marked + told) == set()
    assert (
        agenda(act="委託先の変更", told="旧事業者から切り替える。委託の内容に変更はない。" + told)
        == set()
    )


CHANGES = """みどり市児童手当に関する事務 特定個人情報保護評価書
変更箇所一覧（様式の変更及び{thing}の追加）
令和6年4月
変更箇所\tページ\t事由
Ⅱ 特定個人情報ファイルの概要
4.取扱いの委託
委託先名\t株式会社はなみずき\t10\t契約の更改
{told}（別添2）記録項目
1 氏名\t14
2 口座番号\t14\t追加
"""


@pytest.mark.parametrize(
    ("thing", "told", "asked"),
    [
        ("再委託先", "", True),
        ("再委託先", "再委託の有無\t再委託しない\n", True),
        ("再委託先", "再委託先名\t有限会社つゆくさ\t11\t追記\n", False),
        ("委託先", "", False),
        ("移転先", "", True),
        ("移転先", "5.移転\n移転先\t収納課\t12\t追記\n", False),
    ],
)
def test_what_a_title_adds_is_spoken_of(thing: str, told: str, asked: bool) -> None:
    text = CHANGES.format(thing=thing, told=told)
    assert ("title_without_content" in raised(text)) == asked


@pytest.mark.parametrize(
    "lines",
    [
        "2\t収納課\t滞納した手当の返還\t12\n2\t収納課\t滞納した手当の返還\t12",
        "収納課\t滞納した手当の返還に係る確認\t12\n収納課\t滞納した手当の返還に係る確認\t12",
        "3\t記録は翌月に消去し、証明書を出す。\t○\n9\t記録は翌月に消去し、証明書を出す。\t○",
        "(2) 郵送の届出は二人で開封し、記録する。\n(3) 郵送の届出は二人で開封し、記録する。",
        "2 名簿を受付簿に記入する。\n2 名簿を受付簿に記入する。",
        "・名簿は鍵のある棚に収める。\n・名簿は鍵のある棚に収める。",
        "| 社会福祉協議会 | 氏名、住所 | 紙 |\n| 社会福祉協議会 | 氏名、住所 | 紙 |",
    ],
)
def test_a_row_that_stands_there_twice(lines: str) -> None:
    assert "duplicated_row" in agenda(figure=f"\n別紙 一覧\n{lines}\n")


@pytest.mark.parametrize(
    "lines",
    [
        "1\t収納課\t滞納した手当の返還\t12\n2\t収納課\t滞納した手当の返還\t12",
        "送り手\t受け手\t方法\n市\t委託先\t専用回線\n委託先\t市\t専用回線\n市\t委託先\t専用回線",
        "番号\t相手方の名称\t用途\n1\t収納課\t徴収\n番号\t相手方の名称\t用途\n2\t税務課\t賦課",
        "(1) 同上\n(2) 同上",
        "1 氏名\n2 住所\n1 氏名\n2 住所",
        "・名簿\n・名簿",
        "①所属長\t交通課長\n②所属長\t交通課長",
    ],
)
def test_rows_that_are_alike_for_a_reason(lines: str) -> None:
    assert "duplicated_row" not in agenda(figure=f"\n別紙 一覧\n{lines}\n")


LETTER = """諮問第8号
令和6年4月1日
みどり市個人情報保護審議会会長 様
みどり市長
図書の宅配業務の委託について（諮問）
第1 事務の概要
 対象者 図書の宅配を申し込んだ者
第2 委託の内容
1 委託先 株式会社こまどり便
2 処理させる情報項目
(1) 氏名
(2) 住所
(3) 電話番号
3 委託する業務
(1) 図書の引取り
(2) 包装
(3) 申込者への配達
(4) {work}
4 委託の期間 令和6年5月1日から令和7年3月31日まで
第3 保護対策
1 市は、受託者の作業を点検する。

{paper}
"""


@pytest.mark.parametrize(
    ("work", "paper", "asked"),
    [
        (
            "返却本の回収",
            "資料1\n委託先が行う業務\n(1) 図書の引取り\n(2) 包装\n(3) 申込者への配達\n(4) 督促",
            True,
        ),
        (
            "返却本の回収",
            "別紙1 仕様書\n業務の範囲\n① 図書の引取り\n② 包装\n③ 申込者への配達\n④ 利用の調査",
            True,
        ),
        (
            "返却本の回収",
            "別紙1 仕様書\n業務の範囲\n① 図書の引取り\n② 包装\n③ 申込者への配達\n④ 返却本の回収",
            False,
        ),
        (
            "返却本の回収",
            "別紙1 仕様書\n業務の範囲\n① 図書の引取り\n② 包装\n③ 申込者への配達\n④ 返却の本の回収",
            False,
        ),
        (
            "返却本の回収",
            "別紙1 様式\n記載する項目\n① 図書の引取り\n② 包装\n③ 申込者への配達\n④ 受取人の署名",
            False,
        ),
        (
            "返却本の回収",
            "別紙1 窓口の業務\n① 利用の登録\n② 督促\n③ 予約の受付\n④ 館内の案内",
            False,
        ),
    ],
)
def test_work_that_a_paper_lists_otherwise(work: str, paper: str, asked: bool) -> None:
    assert ("contents_differ" in raised(LETTER.format(work=work, paper=paper))) == asked


REGISTER = """みどり市 個人情報ファイル簿
番号\t個人情報ファイルの名称\t事務の内容\t個票
1\t犬の登録ファイル\t1 登録の受付<br>2 鑑札の交付<br>3 {work}\t個票1
2\t墓地の使用者ファイル\t1 使用の申請<br>2 使用料の収納<br>3 名義の変更\t個票2

個人情報ファイル簿（個票1）
個人情報ファイルの名称\t犬の登録ファイル
組織の名称\t生活課
利用目的\t犬の登録のため
事務の内容\t1 登録の受付<br>2 鑑札の交付<br>3 注射の案内
記録項目\t1 氏名、2 住所、3 犬の名
記録範囲\t犬の所有者

個人情報ファイル簿（個票2）
個人情報ファイルの名称\t墓地の使用者ファイル
組織の名称\t生活課
利用目的\t墓地の管理のため
事務の内容\t1 使用の申請<br>2 使用料の収納<br>3 名義の変更
記録項目\t1 氏名、2 住所、3 区画
記録範囲\t墓地の使用者
"""


@pytest.mark.parametrize(("work", "asked"), [("注射の案内", False), ("死亡届の受理", True)])
def test_work_of_a_file_in_the_list_and_on_its_card(work: str, asked: bool) -> None:
    assert ("contents_differ" in raised(REGISTER.format(work=work))) == asked


TWO = "(1) 株式会社ことり輪業<br>(2) 有限会社めじろ運送"


@pytest.mark.parametrize(
    ("figure", "asked"),
    [
        ("個人情報の流れ\n委託先\t株式会社ことり輪業\n", True),
        ("個人情報の流れ\n名簿を渡す委託先\t株式会社ことり輪業\n", True),
        ("個人情報の流れ\n委託先　株式会社ことり輪業\n", True),
        ("個人情報の流れ\n委託先\t株式会社ことり輪業、有限会社めじろ運送\n", False),
        ("個人情報の流れ\n交通課 → 株式会社ことり輪業\n", True),
        (
            "個人情報の流れ\n委託先\t株式会社ことり輪業\n配達を行う者\t有限会社めじろ運送\n",
            False,
        ),
        ("", False),
    ],
)
def test_a_partner_that_another_list_passes_over(figure: str, asked: bool) -> None:
    assert ("named_once" in agenda(partners=TWO, figure=f"\n{figure}")) == asked


FORM = """特定個人情報保護評価書（全項目評価書）
評価書名 みどり市の児童手当に関する事務
Ⅰ 基本情報
2.特定個人情報ファイルを取り扱う事務において使用するシステム
システム1
①システムの名称 児童手当システム
②システムの機能 支給の記録を行う。
システム2
①システムの名称 統合宛名システム
②システムの機能 宛名番号を付ける。
（別添1）事務の内容
1 児童手当システムで支給を決める。
2 統合宛名システムに宛名番号を照会する。
3 {work}
Ⅱ 特定個人情報ファイルの概要
1.特定個人情報ファイル名 児童手当ファイル
{below}
"""


@pytest.mark.parametrize(
    ("work", "below", "asked"),
    [
        ("申請書を帳票画像システムで読み取る。", "", True),
        ("通知を電子私書箱サービスに送る。", "", True),
        ("申請書を帳票画像システムで読み取る。", "6.保管 帳票画像システムに保管する。", False),
        ("結果を児童手当システムに記録する。", "", False),
        ("結果を紙の台帳に記録する。", "", False),
        ("申請は当該システムで受け付ける。", "", False),
    ],
)
def test_a_system_of_the_work_that_no_list_has(work: str, below: str, asked: bool) -> None:
    assert ("named_once" in raised(FORM.format(work=work, below=below))) == asked

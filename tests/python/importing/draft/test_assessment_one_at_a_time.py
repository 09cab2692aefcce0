"""An assessment with one thing changed at a time: systems, sections, lists and ways."""

from __future__ import annotations

import csv
import io

import drafts
import pytest

PAPER = """\
特定個人情報保護評価書（重点項目評価書）

評価書番号	14
評価書名	介護保険に関する事務　重点項目評価書
評価実施機関名	磯砂市長
公表日	令和6年11月1日

Ⅰ 基本情報
1 特定個人情報ファイルを取り扱う事務
①事務の名称	介護保険に関する事務
②事務の内容
介護保険法に基づき、被保険者の資格を管理し、保険料を賦課し、要介護認定及び給付の事務を行う。
③対象人数	1万人以上10万人未満
2 使用するシステム
システム1
①システムの名称	介護保険システム
②システムの機能	資格の管理、保険料の賦課、給付の管理
③他のシステムとの接続	[ ]情報提供ネットワークシステム	[○]庁内連携システム
	[ ]住民基本台帳ネットワークシステム	[ ]既存住民基本台帳システム
	[○]宛名システム等	[ ]税務システム	[ ]その他
システム2
①システムの名称	中間サーバー
②システムの機能	情報照会、情報提供
③他のシステムとの接続	[○]情報提供ネットワークシステム	[ ]庁内連携システム
	[ ]住民基本台帳ネットワークシステム	[ ]既存住民基本台帳システム
	[○]宛名システム等	[ ]税務システム	[ ]その他
3 特定個人情報ファイル名	介護保険ファイル
4 個人番号の利用	番号法第9条第1項
5 情報提供ネットワークシステムによる情報連携	実施する	番号法第19条第8号
6 評価実施機関における担当部署	福祉部介護保険課	介護保険課長

Ⅱ 特定個人情報ファイルの概要
1 特定個人情報ファイル名	介護保険ファイル
2 基本情報
①ファイルの種類	システム用ファイル
②対象となる本人の数	1万人以上10万人未満
③対象となる本人の範囲	介護保険の被保険者
④記録される項目	10項目以上50項目未満
主な記録項目	個人番号、被保険者番号、氏名、住所、生年月日、要介護状態区分、保険料額、口座情報
⑤保有開始日	平成28年1月1日
⑥事務担当部署	福祉部介護保険課
3 特定個人情報の入手・使用
①入手元	本人、市民税課
②入手方法	[○]紙	[○]庁内連携システム
③使用目的	保険料の賦課及び給付の決定
4 特定個人情報ファイルの取扱いの委託
委託の有無	委託する（2件）
委託事項1	介護保険システムの運用保守
①委託内容	システムの監視及び障害の対応
②委託先における取扱者数	10人未満
③委託先名	株式会社イソナシステム
④委託先への提供方法	[○]専用線	[ ]電子記録媒体	[ ]紙
⑤再委託の有無	再委託しない
委託事項2	納入通知書の印刷及び封入
①委託内容	納入通知書の印刷、封入及び発送
②委託先における取扱者数	10人以上50人未満
③委託先名	有限会社サザナミ印刷
④委託先への提供方法	[ ]専用線	[○]電子記録媒体	[ ]紙
⑤再委託の有無	再委託する
⑥再委託の許諾方法	書面による承諾
⑦再委託事項	封入及び発送
⑧再委託先	合同会社ハマベ発送
5 特定個人情報の提供・移転
提供先1	介護保険の保険者である他の市町村
①法令上の根拠	番号法第19条第8号
②提供先における用途	転入した被保険者の資格の確認
③提供する情報	要介護状態区分
④提供方法	[○]情報提供ネットワークシステム
移転先1	高齢福祉課
①法令上の根拠	磯砂市番号利用条例第4条
②移転先における用途	高齢者の福祉サービスの決定
③移転する情報	要介護状態区分、保険料額
④移転方法	[○]庁内連携システム
6 特定個人情報の保管・消去
保管場所	施錠した電算室に設置したサーバー

Ⅲ リスク対策
1 特定個人情報の入手
（1）本人確認を個人番号カードにより行う。
（2）入力の内容を二人で確かめる。
2 特定個人情報の使用
（3）利用者ごとに識別番号及び生体認証を設定する。
（4）操作の記録を3年間保存する。
3 特定個人情報ファイルの取扱いの委託
（5）委託契約に秘密の保持を定める。
（6）再委託は、書面による承諾を得た場合に限り認める。
（7）電子記録媒体は暗号化し、職員が手渡す。
（8）委託の終了後に消去の証明書を提出させる。
4 特定個人情報の提供・移転
（9）提供の記録を7年間保存する。
5 保管・消去
（10）電算室への入退室を管理する。

Ⅳ 開示請求、問合せ
①請求先	総務部総務課
"""


def paper(*edits: tuple[str, str]) -> str:
    """The paper with these words in the place of others."""
    text = PAPER
    for printed, other in edits:
        assert text.count(printed) == 1
        text = text.replace(printed, other)
    return text


def raised(*edits: tuple[str, str]) -> set[str]:
    return drafts.raised(paper(*edits))


def test_the_paper_itself_raises_nothing() -> None:
    assert raised() == set()


WORK = "要介護認定及び給付の事務を行う。"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("設置したサーバー", "設置したサーバー及び認定審査支援システム"),
        (
            "（9）提供の記録",
            "（9）高齢福祉課及び障害福祉課への移転は、庁内連携システムに限る。提供の記録",
        ),
        (WORK, WORK + "認定調査は、社会福祉法人イソベ会が担当する。"),
    ],
)
def test_somebody_who_stands_in_one_place_only(printed: str, told: str) -> None:
    assert raised((printed, told)) == {"named_once"}


def test_sections_and_systems_that_are_known() -> None:
    told = "（9）高齢福祉課への移転は、庁内連携システムに限る。提供の記録"
    place = "設置したサーバー及び介護保険システム"
    assert raised(("（9）提供の記録", told), ("設置したサーバー", place)) == set()


def test_work_of_one_of_two_partners_in_a_sentence() -> None:
    def told(last: str) -> tuple[str, str]:
        return WORK, f"{WORK}納入通知書の印刷、封入及び{last}を委託する。"

    assert raised(told("督促の電話")) == {"contents_differ"}
    assert raised(told("発送")) == set()
    assert raised(told("障害の対応")) == set()  # of the other one


def test_a_recipient_to_whom_nothing_is_said_to_go() -> None:
    told = "（9）中間サーバーでは照会のみを行い、他の市町村への提供は行わない。提供の記録"
    assert raised(("（9）提供の記録", told)) == {"claim_against_list"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ア　要介護状態区分\nイ　保険料額", ["要介護状態区分", "保険料額"]),
        ("（ア）要介護状態区分\n（イ）保険料額", ["要介護状態区分", "保険料額"]),
    ],
)
def test_what_goes_to_a_section_by_letters(lines: str, expected: list[str]) -> None:
    printed = "③移転する情報\t要介護状態区分、保険料額\n"
    text = paper((printed, f"③移転する情報\t{lines}\n"))
    assert expected in _lists(text)


def _lists(text: str) -> list[list[str]]:
    found = drafts.draft(text).content["lists"]
    return [[entry["label"] for entry in each["entries"]] for each in found]


def test_what_part_of_a_file_a_partner_gets() -> None:
    printed = "②委託先における取扱者数\t10人以上50人未満"
    part = "特定個人情報ファイルの一部\n（1）被保険者番号\n（2）氏名\n（3）住所"
    text = paper((printed, f"②対象となる範囲\t{part}"))
    assert ["被保険者番号", "氏名", "住所"] in _lists(text)


def test_why_something_has_to_be_known_names_no_item() -> None:
    purpose = "③使用目的\t"
    need = "③使用する必要性\t被保険者の所得を正確に把握し、賦課の誤りを防ぐため。\n④使用目的\t"
    assert raised((purpose, need)) == set()


def test_what_a_recipient_does_with_it_is_no_way() -> None:
    printed = "②提供先における用途\t転入した被保険者の資格の確認"
    assert raised((printed, "②提供先における用途\t磁気ディスクへの記録及び資格の確認")) == set()


def test_a_measure_that_names_one_partner_beside_those_of_the_section() -> None:
    told = "（8）有限会社サザナミ印刷の作業には、職員が立ち会う。委託の終了後"
    assert raised(("（8）委託の終了後", told)) == set()


def test_a_step_of_the_work_speaks_of_somebody_of_its_own() -> None:
    steps = (
        "次の事務を行う。\n（1）住所及び保険料額を確かめ、通知書に印字する。\n"
        "（2）介護保険の保険者である他の市町村からの照会に答え、要介護状態区分を提供する。"
    )
    made = io.StringIO()
    rows = [line.split("\t") for line in paper().splitlines()]
    at = next(n for n, row in enumerate(rows) if row[0].startswith("②事務の内容"))
    rows[at : at + 2] = [["②事務の内容", steps]]
    csv.writer(made).writerows(rows)
    assert drafts.codes(drafts.draft(made.getvalue(), "a.csv")) == set()

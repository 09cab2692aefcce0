"""Agenda sheets with one thing changed at a time: counts, work, links and ways."""

from __future__ import annotations

import csv
import io

import drafts
import pytest

PAPER = """\
令和6年度第3回 渚沢区個人情報保護運営会議　付議事項
件名	成人歯科健診事業の委託等について
条例の根拠	【報告】◇第14条第1項（業務委託）、第17条第1項（外部結合）
（担当部課：健康部健康推進課）

事業の概要
事業名	成人歯科健診
担当課	健康推進課
目的	20歳から70歳までの区民の口腔の健康を保つため、歯科健診を行う。
対象者	20歳から70歳までの区民　31,250人（令和6年10月1日現在）
事業内容	1　受診券の作成及び発送を委託する。
2　健診結果の入力を委託する。
3　健診の予約を予約サイトで受け付ける。
委託先は株式会社ナギサ計算センター、結合の相手方は株式会社ヨヤク堂である。

別紙1（業務委託）
件名	成人歯科健診の受診券の作成等の委託について
保有課（担当課）	健康推進課
登録業務の名称	成人歯科健診
委託先	株式会社ナギサ計算センター
委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）	【対象者】20歳から70歳までの区民
1　氏名
2　住所
3　生年月日
4　性別
5　受診日
6　健診結果
処理させる情報項目の記録媒体	電磁的媒体（DVD-R）
委託理由	大量の印刷及び入力を短期間に行う設備が区にないため。
委託の内容	1　受診券の作成
2　受診券の発送
3　健診結果の入力
委託の開始時期及び期限	令和7年4月1日から令和8年3月31日まで
委託にあたり区が行う情報保護対策	【運用上の対策】
1　契約に当たり、「個人情報取扱特記事項」（別紙3）を付す。
2　DVD-Rは、暗号化して職員が手渡す。
3　作業の状況を立ち入って確認する。
【システム上の対策】
1　健診システムの利用者を限定する。
受託事業者に行わせる情報保護対策	【運用上の対策】
1　作業場所を施錠できる区画に限らせる。
2　作業の終了後にデータを消去させ、証明書を提出させる。
3　取扱責任者を置かせ、名簿を提出させる。
【システム上の対策】
1　端末を外部の回線から切り離させる。

別紙2（外部結合）
件名	成人歯科健診の予約サイトとの結合について
保有課（担当課）	健康推進課
登録業務の名称	成人歯科健診
結合される情報項目（だれの、どのような項目か）	【対象者】20歳から70歳までの区民
1　受診券番号
2　氏名
3　電話番号
4　予約日時
結合の相手方	株式会社ヨヤク堂
結合する理由	予約を24時間受け付けるため。
結合の形態	インターネット回線（暗号化通信）
結合の開始時期と期間	令和7年4月1日から（以後、継続して結合する。）
情報保護対策	【運用上の対策】
1　契約に当たり、「個人情報取扱特記事項」（別紙3）を付す。
2　結合の相手方に、取扱責任者を置かせる。
【システム上の対策】
1　通信を暗号化する。

別紙3　個人情報取扱特記事項
（秘密の保持）
第1条　乙は、業務上知り得た個人情報を他に漏らしてはならない。
（再委託の制限）
第2条　乙は、甲の承諾を得ないで、業務を他に委託してはならない。
（返還及び廃棄）
第3条　乙は、業務の終了後、個人情報を甲に返還し、又は廃棄しなければならない。
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


COUNTED = "対象者\t20歳から70歳までの区民　31,250人（令和6年10月1日現在）"


@pytest.mark.parametrize("gap", ["　", "\n"])
def test_a_group_called_only_those_who_has_its_number(gap: str) -> None:
    label = "20歳から70歳までの区民のうち来所が困難なもの"
    told = f"対象者\t{label}{gap}31,250人（令和6年10月1日現在）"
    groups = drafts.draft(paper((COUNTED, told))).content["subjects"]
    (group,) = (each for each in groups if each["label"] == label)
    assert [each["value"] for each in group["counts"]] == [31250]


def test_who_does_the_work_is_no_group() -> None:
    work = "2　健診結果の入力を委託する。"
    told = drafts.draft(paper((work, f"{work}受託者の責任者1人及びオペレータ8人を配置する。")))
    assert {each["label"] for each in told.content["subjects"]} == {"20歳から70歳までの区民"}


def test_a_group_that_a_sentence_counts_on_a_day() -> None:
    work = "2　健診結果の入力を委託する。"
    before = "前年度の受診者は4,120人（令和6年3月31日現在）である。"
    told = f"{work}{before}受診者は4,310人（令和6年9月30日現在）である。"
    groups = drafts.draft(paper((work, told))).content["subjects"]
    counts = {g["label"]: [c["value"] for c in g.get("counts", [])] for g in groups}
    assert counts["受診者"] == [4310]


def test_work_that_the_overview_tells_in_one_sentence() -> None:
    def told(last: str) -> tuple[str, str]:
        lines = "1　受診券の作成及び発送を委託する。\n2　健診結果の入力を委託する。"
        return lines, f"1　受診券の作成、受診券の発送及び{last}を委託する。"

    assert raised(told("未受診者への電話勧奨")) == {"contents_differ"}
    assert raised(told("健診結果の入力")) == set()


RECORDS = """\
別紙0（電算処理）
件名\t成人歯科健診システムの改修に係る電算処理について
保有課（担当課）\t健康推進課
登録業務の名称\t成人歯科健診
記録される情報項目（だれの、どのような項目が、どこに記録されるのか）\t【対象者】20歳から70歳までの区民
1　受診券番号
2　氏名
3　住所
4　生年月日
5　性別
6　電話番号
7　受診日
8　健診結果
9　予約日時
記録するコンピュータ\t健診システム
新規開発・追加・変更の理由\t予約を取り込むため。
新規開発・追加・変更の内容\t予約の取込機能を追加する。
新規開発・追加・変更の時期\t令和7年4月1日

"""
FIRST = "別紙1（業務委託）\n"
FORM = "インターネット回線（暗号化通信）"
LAST = "4　予約日時\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (FORM, {"unsourced_item"}),
        ("LGWAN回線により予約サイトに接続し、予約の内容を取得する。", set()),
    ],
)
def test_what_a_link_fetches_needs_no_source_on_the_own_side(form: str, expected: set[str]) -> None:
    more = (LAST, LAST + "5　電子メールアドレス\n")
    text = paper((FIRST, RECORDS + FIRST), more).replace(FORM, form)
    assert drafts.raised(text) == expected


def test_what_the_own_side_sends_only_so_may_come_back_another_way() -> None:
    media = "電磁的媒体（DVD-R）", "紙（受診券の写し）及び電磁的媒体"
    by_line = "2　DVD-Rは、暗号化して職員が手渡す。", "2　受診者データの送信は、専用回線に限る。"
    last = "1　端末を外部の回線から切り離させる。"
    back = last, f"{last}\n2　受診券の写しを区に渡すときは、職員に持参させる。"
    assert drafts.codes(drafts.draft(_cells(paper(media, by_line, back)), "a.csv")) == set()


def _cells(text: str) -> str:
    """The paper as CSV: a label and its value a row, the lines of the value in one cell."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if rows and len(rows[-1]) > 1 and line[:1] in "123456789【（":
            rows[-1][-1] += f"\n{line}"
        else:
            rows.append(line.split("\t"))
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def test_a_mail_with_something_attached_is_a_way() -> None:
    measure = "2　作業の終了後にデータを消去させ、証明書を提出させる。"
    told = f"2　電子メールに名簿を添付するときは、暗号化させる。{measure[2:]}"
    assert raised((measure, told)) == {"channel_not_in_media"}


def test_a_service_that_the_title_of_a_sheet_names() -> None:
    told = "3　健診の予約を予約サイトで受け付ける。"
    assert raised((told, f"{told}予約サイトでは氏名を扱わない。")) == {"claim_against_list"}


@pytest.mark.parametrize(
    ("told", "who", "expected"),
    [
        ("受診者からの電話には、株式会社ミライコールが応じる。", "", {"named_once"}),
        ("健診システムの改修は、株式会社ミライコールに行わせる。", "改修を行う", set()),
    ],
)
def test_a_firm_that_two_places_name_and_no_row(told: str, who: str, expected: set[str]) -> None:
    measure = "3　取扱責任者を置かせ、名簿を提出させる。"
    second = f"{measure}\n4　{who}株式会社ミライコールに、従事者の名簿を提出させる。"
    work = "3　健診の予約を予約サイトで受け付ける。"
    assert raised((work, work + told), (measure, second)) == expected


def test_what_a_disk_holds_that_the_row_of_media_lists() -> None:
    measure = "2　DVD-Rは、暗号化して職員が手渡す。"
    told = "2　DVD-Rには、氏名及び住所のみを記録し、暗号化して職員が手渡す。"
    assert raised((measure, told)) == {"claim_against_list"}

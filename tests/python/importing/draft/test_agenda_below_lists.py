"""What stands below the last line of a list of work, and titles whose addition is denied."""

from __future__ import annotations

import pytest
from drafts import raised

PAPER = """つきみ市個人情報保護審議会 付議事項
件名\t温室予約システムの開発及び開発の委託について{title}
（担当部課：みどり局温室課）
事業の概要
事業名\t温室の運営
対象者\t温室の利用者
事業内容\t1 概要
\t温室の予約を受け付けるシステムを開発する。
\t2 取り扱う情報
\t{told}

件名\t温室予約システムの開発について
保有課\t温室課
登録業務の名称\t温室の利用に関する事務
記録される情報項目\t1 個人の範囲
\t温室の利用者
\t2 記録項目
\t①氏名　②住所　③利用日　④連絡先
\t3 記録するコンピュータ
\t温室予約システム
新規開発・追加・変更の理由\t利用日が電波で届くようになり、手書きの台帳では間に合わないため。
新規開発・追加・変更の内容\t(1) 空いている区画を表示する機能の開発
\t(2) 予約を受け付ける機能の開発
\t(3) 当日の受付に知らせる機能の開発
\t(4) 利用券を出力する機能の開発
新規開発・追加・変更の時期\t令和6年4月1日から

件名\t温室予約システムの開発の委託について
保有課\t温室課
登録業務の名称\t温室の利用に関する事務
委託先\t株式会社つきみ舎
委託に伴い事業者に処理させる情報項目\t①氏名　②住所　③利用日　④連絡先
処理させる情報項目の記録媒体\t紙
委託理由\t専用の技術がないため。
委託の内容\t(1) 空いている区画を表示する機能の開発
\t(2) 予約を受け付ける機能の開発
\t(3) {third}機能の開発
\t(4) 利用券を出力する{last}機能の開発{below}
委託の開始時期及び期限\t令和6年4月1日から令和7年3月31日まで
"""
SAME, OTHER = "当日の受付に知らせる", "苗木の在庫を数える"


def found(**parts: str) -> set[str]:
    usual = {"title": "", "told": "利用の手順を改める。", "third": SAME, "last": "", "below": ""}
    return raised(PAPER.format(**{**usual, **parts}))


BELOW = [
    "",
    "\n\tなお、作業は市の指定する部屋で行わせる。",
    "\n\t※(3)は、年内に終える。",
    "\n\t上記の作業は、職員の立会いの下で行う。",
    "\n\tこのほか、月に1回、進み具合を文書で報告させる。",
    "\n\tまた、納品の後1年間は不具合の補修を行わせる",
    "\n\t詳細は仕様書に定める。",
    "\n\t開発のほか、操作の説明会を開かせる。",
    "\n\t（注）試しに使うデータは市が用意する。",
    "\n\tただし、端末の調達は含まない。",
    "\n\tこれらに附帯する業務を含む",
    "\n\t作業に当たっては、職員が\n\t立ち会うものとする。",
]


@pytest.mark.parametrize("below", BELOW)
def test_a_remark_below_a_list_is_no_part_of_its_last_line(below: str) -> None:
    assert "contents_differ" in found(third=OTHER, below=below)
    assert "contents_differ" not in found(below=below)
    assert "contents_differ" not in found(last="\n\t", below=below)


ADDED = "（情報項目の追加）"


@pytest.mark.parametrize(
    "told",
    [
        "利用日の届き方は変わるが、市が取り扱う情報は従前の受付と同じである。",
        "取り扱う項目に変わりはない。",
        "収集する情報は、これまでと同じである。",
        "情報の内容は現行のままである。",
        "取り扱うデータは変わらない。",
        "新たに取得する情報はない。",
        "新しい情報を集めることはない。",
        "本件により新たに記録する項目は生じない。",
        "記録する項目を増やすものではない。",
        "これまでに記録している情報だけを用いる。",
        "現在記録している情報以外は取り扱わない。",
        "項目の追加はない。",
        "利用の手順を改める。",
    ],
)
def test_an_addition_of_the_title_that_is_denied_or_untold(told: str) -> None:
    assert "title_without_content" in found(title=ADDED, told=told)
    assert "title_without_content" not in found(told=told)


@pytest.mark.parametrize(
    "told",
    [
        "氏名等の情報は従前と同じであり、新たに利用日の項目を加える。",
        "これまでの情報だけでは区画が足りるか分からないため、連絡先の項目を加える。",
        "従前の情報のみでは足りないので、利用日を追加する。",
        "今回、利用日及び連絡先を情報項目に追加する。",
        "項目のうち④連絡先を追加する。新たに記録する情報は外部に提供しない。",
        "追加する項目は、連絡先である。",
    ],
)
def test_an_addition_that_is_told_is_not_denied_by_what_stays(told: str) -> None:
    assert "title_without_content" not in found(title=ADDED, told=told)


@pytest.mark.parametrize(
    "told",
    [
        "訪問による受付を社会福祉法人に委託して計画の作成を進める。",
        "社会福祉法人による受付の情報を用いる。",
        "受付の情報の入力を株式会社に請け負わせる。",
        "地元のNPO法人へ受付の情報の入力を委託する。",
        "受付は医療法人の職員が行い、情報を登録する。",
        "社会福祉法人その他の団体に受付の情報を渡す。",
    ],
)
def test_a_partner_told_by_its_kind_has_no_name(told: str) -> None:
    assert "named_once" not in found(told=told)


@pytest.mark.parametrize(
    "name", ["社会福祉法人のぞみ会", "NPO法人とまとサービス", "株式会社なないろ企画"]
)
def test_a_partner_by_name_that_no_list_has(name: str) -> None:
    assert "named_once" in found(told=f"受付の情報の入力を{name}に委託する。")

"""Which way a link goes, as its form and the measures beside it tell."""

from __future__ import annotations

import drafts
import pytest

PAPER = """審議会 付議事項
件名\t凧の予約サイトとの外部結合について
事業の概要
事業名\t凧の予約
対象者\t凧を予約した者
事業内容\t町は、からかぜ予約株式会社へ予約番号と凧の絵柄を送信する。

件名 凧の予約サイトとの外部結合について
保有課（担当課）\t遊び課
登録業務の名称\t凧
結合される情報項目\t①予約番号 ②凧の絵柄 ③来館日時
結合の相手方\tからかぜ予約株式会社
結合する理由\t予約を受け付けるため。
結合の形態\t専用の回線により、町の予約システムと予約サイトとを結ぶ。
\t{form}
結合の開始時期と期間\t令和5年6月12日から
情報保護対策\t1 {measure}
"""


def found(form: str, measure: str = "鍵を掛ける。") -> set[str]:
    text = PAPER.format(form=form, measure=measure)
    draft = drafts.draft(text)
    return drafts.codes(draft)


@pytest.mark.parametrize(
    "form",
    [
        "町は、予約サイトへ情報を送信するだけで、予約サイトから情報を受信することはない。",
        "町は、予約サイトへ情報を送信し、予約サイトからは受信しない。",
        "町から予約サイトへの送信専用とする。",
    ],
)
def test_what_is_denied_is_no_way(form: str) -> None:
    assert found(form) == set()


def test_what_is_stated_against_it_is() -> None:
    form = "町は、予約サイトから情報を受信するだけで、予約サイトへ情報を送信することはない。"
    assert found(form) == {"direction_differs"}


_SENDS = "町は、予約サイトへ情報を送信するだけである。"


@pytest.mark.parametrize(
    "measure",
    [
        "相手方から四半期ごとに運用の報告を受ける。",
        "相手方は、作業の結果を町に報告する。",
        "相手方から保守の予定の通知を受ける。",
        "事故があったときは、相手方から報告を受ける。",
        "相手方は、従事者の名簿を町に提出する。",
        "相手方から利用状況の報告を四半期ごとに受ける。",
        "相手方から安全管理の状況の報告を受ける。",
    ],
)
def test_a_report_on_running_is_no_information(measure: str) -> None:
    assert found(_SENDS, measure) == set()


def test_a_report_of_items_is() -> None:
    assert found(_SENDS, "相手方から来館日時の報告を受ける。") == {"direction_differs"}


@pytest.mark.parametrize(
    "form",
    [
        "町から送信するのは予約番号及び凧の絵柄に限り、予約サイトからは来館日時を受信する。",
        "町は予約サイトから来館日時を受信する。町から送信するのは予約番号及び凧の絵柄だけである。",
        "町が予約サイトへ渡すのは予約番号と凧の絵柄だけで、予約サイトから来館日時を受け取る。",
    ],
)
def test_what_alone_is_sent_leaves_what_comes_back(form: str) -> None:
    assert found(form) == set()


@pytest.mark.parametrize(
    "form", ["町から送信するのは予約番号に限る。", "結合する情報は予約番号及び凧の絵柄に限る。"]
)
def test_what_alone_goes_where_nothing_comes_back(form: str) -> None:
    assert found(form) == {"claim_against_list"}

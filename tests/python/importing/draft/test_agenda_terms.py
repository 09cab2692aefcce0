"""The term of a contract whose two ends stand apart: on two lines, in two rows, in two cells."""

from __future__ import annotations

import drafts
import pytest

PAPER = """個人情報保護審議会　諮問事項
件名　図書の宅配業務の委託について

事業の概要
事業名\t図書の宅配
対象者\t宅配を申し込んだ者
事業内容\t図書を宅配する。

件名　図書の宅配業務の委託について
保有課\t図書館
登録業務の名称\t図書の宅配
委託先\t株式会社かもめ便
委託に伴い事業者に処理させる情報項目\t①氏名 ②住所
処理させる情報項目の記録媒体\t紙媒体（宅配票）
委託理由\t車を要するため。
委託の内容\t図書の宅配
{term}
委託にあたり市が行う情報保護対策\t1 宅配票を施錠して保管する。
受託事業者に行わせる情報保護対策\t1 宅配票を施錠して保管させる。
"""


def terms(term: str) -> list[tuple[str, str]]:
    made = drafts.draft(PAPER.format(term=term))
    found = [each for m in made.content["matters"] for each in m.get("periods", [])]
    return [(each.get("start", ""), each.get("end", "")) for each in found]


@pytest.mark.parametrize(
    "term",
    [
        "委託期間\t自　令和7年6月1日<br>至　令和8年3月31日",
        "委託の期間\t開始　令和7年6月1日<br>終了　令和8年3月31日",
        "委託の期間\t開始時期：令和7年6月1日<br>期限：令和8年3月31日",
        "履行期間\t契約締結日（令和7年6月1日）から令和8年3月31日まで",
        "委託期間\t令和7年6月1日から10か月間（令和8年3月31日まで）",
        "委託の開始時期\t令和7年6月1日\n委託の期限\t令和8年3月31日",
        "委託期間\t開始\t令和7年6月1日\n\t終了\t令和8年3月31日",
        "委託期間\t開始時期\t期限\n\t令和7年6月1日\t令和8年3月31日",
    ],
)
def test_both_ends_make_one_term(term: str) -> None:
    assert terms(term) == [("2025-06-01", "2026-03-31")]


@pytest.mark.parametrize(
    "term",
    [
        "委託期間\t準備　令和7年6月1日から<br>報告　令和8年3月31日",
        "委託期間\t令和7年6月1日から<br>納品　令和8年3月31日",
    ],
)
def test_a_day_that_is_no_end_stays_its_own(term: str) -> None:
    assert terms(term)[0] == ("2025-06-01", "")

"""When work is done, told in rows of content."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.work_periods import told
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("printed", "name", "start", "end"),
    [
        (
            "2 台帳の照合は、令和4年2月14日から同月28日までに行う。",
            "台帳の照合",
            "2022-02-14",
            "2022-02-28",
        ),
        ("(3) 旧台帳の変換（令和６年６月に実施）", "旧台帳の変換", "2024-06", "2024-06"),
        (
            "券の集計（令和6年4月1日から令和7年6月30日まで行わせる。）",
            "券の集計",
            "2024-04-01",
            "2025-06-30",
        ),
        (
            "画像の作成は、令和8年1月13日から同年5月29日までの間に行わせる。",
            "画像の作成",
            "2026-01-13",
            "2026-05-29",
        ),
        ("作業は令和7年6月30日まで行わせる。", "作業", "", "2025-06-30"),
        ("令和6年6月に旧台帳の移行を行う。", "旧台帳の移行", "2024-06", "2024-06"),
        ("納品は令和7年2月28日までとする。", "納品", "", "2025-02-28"),
        ("印刷：令和6年12月1日～翌年1月15日", "印刷", "2024-12-01", "2025-01-15"),
        ("試験は、令和6年12月2日から翌月10日まで実施する。", "試験", "2024-12-02", "2025-01-10"),
        ("エ 帳票の発送　令和6年6月10日", "帳票の発送", "2024-06-10", "2024-06-10"),
        ("帳票の作成（納期：令和6年4月30日）", "帳票の作成", "2024-04-30", "2024-04-30"),
        ("帳票の作成（令和5年5月中に完了させる。）", "帳票の作成", "2023-05", "2023-05"),
        ("納品の期限は、令和6年5月10日とする。", "納品の期限", "2024-05-10", "2024-05-10"),
        ("発送（最終の発送は令和6年5月とする。）", "最終の発送", "2024-05", "2024-05"),
        ("電話（期間：令和5年6月1日～令和6年6月28日）", "電話", "2023-06-01", "2024-06-28"),
        ("令和5年4月　帳票の作成", "帳票の作成", "2023-04", "2023-04"),
    ],
)
def test_a_piece_of_work_has_its_name_and_time(
    printed: str, name: str, start: str, end: str
) -> None:
    [found] = told(Passage(printed, (0,), ()))
    assert (found.name, found.period.start, found.period.end) == (name, start, end)


def test_each_clause_speaks_of_its_own_work() -> None:
    text = "印刷は令和5年4月中に完了させ、発送は令和5年7月3日までに行う。"
    found = told(Passage(text, (0,), ()))
    assert [(each.name, each.period.start, each.period.end) for each in found] == [
        ("印刷", "2023-04", "2023-04"),
        ("発送", "", "2023-07-03"),
    ]


def test_names_with_colons_speak_of_their_own_work_too() -> None:
    found = told(Passage("印刷：令和5年4月、発送：令和5年7月", (0,), ()))
    assert [(each.name, each.period.end) for each in found] == [
        ("印刷", "2023-04"),
        ("発送", "2023-07"),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "引渡しの方法は令和5年5月1日とする。",
        "印刷（基準日は令和5年4月1日とする。）",
        "令和5年4月1日から令和6年3月31日までに生まれた者の抽出",
        "令和4年10月から台帳を委託により作成している。",
        "令和4年1月1日現在の台帳による照合を行う。",
        "平成30年4月1日に住所を有する者に送付する。",
        "台帳の整備（令和3年度第2回審議会で令和3年8月2日了承）",
        "照合は毎月5日に行う。",
        "台帳の発送は、令和5年度に実施する。",
        "令和6年3月に改正された条例により処理する。",
    ],
)
def test_dates_of_other_things_are_no_times_of_work(printed: str) -> None:
    assert told(Passage(printed, (0,), ())) == []

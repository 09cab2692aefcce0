"""Titles of 答申 and 諮問書, as offices print them."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.form.prose.title import title_line
from nagarezu.importing.passage import Passage


def title(*lines: str) -> str:
    return title_line(
        [Passage.of(line, Place("d", n, str(n))) for n, line in enumerate(lines, 1)]
    ).text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["令和3年5月6日", "甲市長", "鍵の貸出の委託について（答申）"],
            "鍵の貸出の委託について（答申）",
        ),
        (  # letters spaced out
            ["甲市長 様", "鍵 の 貸 出 の 委 託 に つ い て （ 答 申 ）"],
            "鍵 の 貸 出 の 委 託 に つ い て （ 答 申 ）",
        ),
        (  # a line that breaks within its last word
            ["甲町教育委員会 御中", "鍵の貸出に伴う電子計算機の結合及び利用に", "ついて（答申）"],
            "鍵の貸出に伴う電子計算機の結合及び利用について（答申）",
        ),
        (  # the number in front, the title in quotes
            ["甲区審議会", "諮問第45号「鍵の貸出及び返却の委託につ", "いて」に対する答申"],
            "鍵の貸出及び返却の委託について",
        ),
        (  # a title that names no work; the sentence does not, either
            ["甲市条例に基づく諮問について", "条例により、次の事項について諮問します。"],
            "",
        ),
        (
            ["諮問書", "鍵の貸出業務の委託について、条例第6条により意見を求めます。"],
            "鍵の貸出業務の委託について",
        ),
        (
            ["令和3年5月6日付けで諮問のあった、鍵の貸出業務の委託について、次のとおり答申する。"],
            "鍵の貸出業務の委託について",
        ),
        (
            ["甲市公営企業管理者", "鍵の貸出業務の委託について（諮問）"],
            "鍵の貸出業務の委託について（諮問）",
        ),
        (
            ["（総務部管財課）鍵の貸出業務の委託について（諮問）"],
            "鍵の貸出業務の委託について（諮問）",
        ),
        (
            ["【諮問事項】鍵の貸出業務の委託に係る取扱いについて"],
            "鍵の貸出業務の委託に係る取扱いについて",
        ),
    ],
)
def test_the_title_is_found(lines: list[str], expected: str) -> None:
    assert title(*lines) == expected

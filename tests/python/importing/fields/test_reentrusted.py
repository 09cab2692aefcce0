"""Who gets the work next, told in a row about partners."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields import reentrusted
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("printed", "left", "second"),
    [
        (
            "甲印刷株式会社\n受電は、株式会社乙電話に再委託する。",
            "甲印刷株式会社",
            ["株式会社乙電話"],
        ),
        (
            "甲印刷株式会社（受電は株式会社乙電話に再委託する。）",
            "甲印刷株式会社",
            ["株式会社乙電話"],
        ),
        ("甲印刷株式会社（再委託先　株式会社乙電話）", "甲印刷株式会社", ["株式会社乙電話"]),
        ("甲印刷株式会社※再委託先は、乙電話株式会社とする。", "甲印刷株式会社", ["乙電話株式会社"]),
        (
            "甲印刷株式会社\n再委託先：株式会社乙電話（受電）、株式会社丙運輸",
            "甲印刷株式会社",
            ["株式会社乙電話", "株式会社丙運輸"],
        ),
        (
            "甲印刷株式会社\n再委託先　合同会社ゆめの製本（帳票の製本。市の承諾を得たもの）",
            "甲印刷株式会社",
            ["合同会社ゆめの製本"],
        ),
        (
            "甲印刷株式会社に委託し、受電は株式会社乙電話へ再委託する。",
            "甲印刷株式会社",
            ["株式会社乙電話"],
        ),
    ],
)
def test_a_sentence_or_bracket_names_the_second_tier(
    printed: str, left: str, second: list[str]
) -> None:
    rest, found = reentrusted.split(Passage(printed, (0,), ()))
    assert [each.text.strip("※\n") for each in rest] == [left]
    assert [(each.label, each.tier) for each in found] == [(label, 2) for label in second]


@pytest.mark.parametrize(
    "printed",
    [
        "甲印刷株式会社（再委託する場合は、町の承諾を得る。）",
        "甲印刷株式会社\n※株式会社乙電話への再委託は行わない。",
        "甲印刷株式会社（再委託先：なし）",
        "甲印刷株式会社\n【再委託先】\n株式会社乙電話",
        "（" * 9_999 + "再委託",
        "",
    ],
)
def test_other_rows_stay_as_they_are(printed: str) -> None:
    rest, found = reentrusted.split(Passage(printed, (0,), ()))
    assert [each.text for each in rest] == ([printed] if printed else [])
    assert not found

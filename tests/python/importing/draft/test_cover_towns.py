"""Whose paper it is: the office on its first lines, not words that end like a town."""

from __future__ import annotations

import drafts
import pytest

PAPER = (
    "{head}\n\n１　目的\n　食事を届け、配達を委託する。\n２　対象者\n"
    "　配食の利用者　120人（令和7年4月1日現在）\n３　情報の項目\n　氏名、住所、電話番号\n"
    "４　委託先\n　株式会社みなと配食\n５　安全管理の対策\n(1)　名簿を施錠する。\n{measures}"
)


@pytest.mark.parametrize(
    ("head", "measures", "name"),
    [
        (
            "みずほ市こども未来部こども家庭課\n配食の委託について（説明書）",
            "(2)　受託者は、直ちに本市に報告する。\n(3)　受託者は、直ちに本市に届け出る。\n",
            "みずほ市",
        ),
        (
            "三根沢町健康福祉課\n配食の委託について",
            "(2)　着手の前に本町の承諾を得る。\n",
            "三根沢町",
        ),
        ("諮問事項\n条例の根拠　松乃瀬町個人情報保護条例第9条\n配食の委託について", "", "松乃瀬町"),
        ("諮問事項\n配食の委託について\n（担当部課：鳥越浜市建設部建築住宅課）", "", "鳥越浜市"),
        ("配食の委託について\n南稜浜市コミュニティセンターの利用者への配食", "", "南稜浜市"),
    ],
)
def test_the_office_that_writes_is_the_own_side(head: str, measures: str, name: str) -> None:
    made = drafts.draft(PAPER.format(head=head, measures=measures))
    assert made.content["municipality"]["name"] == name

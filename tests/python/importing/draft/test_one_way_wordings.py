"""One way only, in the words of many clerks, against a sentence or row of the other way."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.ways import denied_ways
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

SENDS = "毎朝、市から株式会社つぐみ情報へ予約者の番号を送信する。"
RECEIVES = "株式会社つぐみ情報から予約の結果を受信する。"


def case() -> Builder:
    """One matter: a firm that is linked and runs a service, a section, a police station."""
    builder = Builder()
    builder.own = builder.holder("みず市", "organisation", Passage(), id_="own")
    builder.add("matters", {"id": "m1", "title": "予約業務", "source": "d:1"})
    partners = (("株式会社つぐみ情報", "link"), ("国保課", "transfer"), ("みず警察署", "provide"))
    for at, (label, relation) in enumerate(partners):
        outside = relation != "transfer"
        id_ = builder.holder(label, "organisation", Passage(), tier=1, external=outside)
        flow = {"id": f"f{at}", "matter": "m1", "from": "own", "to": [id_], "relation": relation}
        if relation == "link":
            flow["lists"] = []
        builder.add("flows", flow)
    own = builder.holder("会館予約システム", "system", Passage(), operator="own")
    builder.add(
        "flows", {"id": "p", "matter": "m1", "from": "own", "to": [own], "relation": "process"}
    )
    return builder


def told(*texts: str) -> list[str]:
    """The directions that stand against each other."""
    builder = case()
    made = []
    for number, text in enumerate(texts, 10):
        place = Place("d", number, str(number))
        cells = tuple(Passage.of(each, place) for each in text.split("|"))
        made.append(Row(cells, place, number if len(cells) > 1 else 0))
    denied_ways.write(builder, made)
    return [each["direction"] for each in builder.list_of("matters")[0].get("work", [])]


@pytest.mark.parametrize(
    "only",
    [
        "結合の形態は専用回線による（株式会社つぐみ情報からの受信だけを行う。）。",
        "株式会社つぐみ情報とは受信のみの連携とし、市から渡す情報はない。",
        "株式会社つぐみ情報からは、予約の結果を受け取るだけである。",
        "株式会社つぐみ情報からは、結果を取り込むのみとする。",
        "株式会社つぐみ情報に対する送信は一切ない。",
        "株式会社つぐみ情報への情報の送信は行わない。",
        "市から株式会社つぐみ情報へ送る経路は設けない。",
        "市から株式会社つぐみ情報へ渡すデータはない。",
        "株式会社つぐみ情報から市への一方向の連携である。",
        "株式会社つぐみ情報から市への片方向の通信とする。",
        "株式会社つぐみ情報への送信機能は持たない。",
        "株式会社つぐみ情報からのデータの受信に限る。",
        "市は、株式会社つぐみ情報から情報を受けるのみとする。",
        "株式会社つぐみ情報には何も送らない。",
        "株式会社つぐみ情報へは、情報を返さない。",
        "会館予約システムから株式会社つぐみ情報へ情報を送ることはない。",
        "株式会社つぐみ情報は、市へ情報を送るだけである。",
    ],
)
def test_what_is_taken_in_only_is_not_sent(only: str) -> None:
    assert told(only, SENDS) == ["receive", "send"]
    assert told(only, RECEIVES) == []


@pytest.mark.parametrize(
    ("only", "stated"),
    [
        (
            "会館予約サイト（株式会社つぐみ情報が提供するもの）を使う。市から同サイトへ渡す情報はない。",
            "株式会社つぐみ情報へ、市から番号を送信する。",
        ),
        (
            "国保課とは、被保険者の支給額を同課から受け取るだけの関係です。",
            "市は国保課に名簿を渡す。",
        ),
        (
            "みず警察署（名簿は同署が作成し、市は毎月これを受け取るのみである。）",
            "みず警察署には、市で作成した名簿を毎月送付している。",
        ),
        ("株式会社つぐみ情報への送信は行わない。", "会館予約システム → 株式会社つぐみ情報"),
        (
            "市から株式会社つぐみ情報へ渡す情報はない。",
            "市から株式会社つぐみ情報へ抽出の対象となる番号を送信する。",
        ),
    ],
)
def test_ends_by_other_names(only: str, stated: str) -> None:
    assert told(only, stated) == ["receive", "send"]


@pytest.mark.parametrize(
    "text",
    [
        "株式会社つぐみ情報へ紙で渡すことはない。",
        "番号が一致しないときは、株式会社つぐみ情報へ送信しない。",
        "株式会社つぐみ情報には、暗証番号を知らせない。",
        "送信できる者は係長のみである。",
        "株式会社つぐみ情報以外には情報を送らない。",
        "株式会社つぐみ情報の端末に情報は残らない。",
        "株式会社つぐみ情報からの受信は、専用回線に限る。",
        "株式会社つぐみ情報から受け取るだけでなく、市からも送る。",
        "株式会社つぐみ情報の従業者に、市の許可なくデータを持ち出させない。",
        "受信したデータは、取り込む前に検査する。",
    ],
)
def test_what_says_nothing_of_all_that_is_sent(text: str) -> None:
    assert "receive" not in told(text, SENDS)[:1]


def test_a_thing_that_is_only_taken_may_stand_beside_another_that_is_sent() -> None:
    only = "みず警察署からは、返納者の控えを受け取るだけである。"
    assert told(only, "みず警察署に、市が作る訪問者の一覧を送る。") == []

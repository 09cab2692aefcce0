"""Statements about whom something goes to, in which direction, and what else somebody gets."""

from __future__ import annotations

from typing import Any

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.named import credentials
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

PLACE = Place("d", 9, "9")
PARTNERS = (
    ("福祉部介護課", "transfer"),
    ("保育・幼稚園課", "transfer"),
    ("みず消防組合", "provide"),
    ("社会福祉法人みず市社会福祉協議会", "provide"),
    ("株式会社くるみ", "entrust"),
    ("あおば機構", "link"),
)


def case(*items: str) -> Builder:
    """One matter with a holder of each relation; 株式会社くるみ and 協議会 get the items."""
    builder = Builder()
    builder.own = builder.holder("みず市", "organisation", Passage(), id_="own")
    builder.add("matters", {"id": "m1", "title": "相談業務", "source": "d:1"})
    listed = [builder.item(label, Passage.of(label, PLACE), label, "listed") for label in items]
    for number, (label, relation) in enumerate(PARTNERS):
        outside = relation != "transfer"
        id_ = builder.holder(label, "organisation", Passage(), tier=1, external=outside)
        flow: dict[str, Any] = {"id": f"f{number}", "matter": "m1", "from": "own", "to": [id_]}
        if items and relation in ("provide", "entrust"):
            entries = [
                {"position": str(at), "label": label, "item": item}
                for at, (label, item) in enumerate(zip(items, listed, strict=True), 1)
            ]
            one = {"id": f"l{number}", "matter": "m1", "holders": [id_], "entries": entries}
            builder.add("lists", one)
            flow["lists"] = [one["id"]]
        builder.add("flows", {**flow, "relation": relation})
    builder.holder("相談記録システム", "system", Passage(), id_="records", operator="own")
    builder.holder("予約サイト", "system", Passage(), id_="site")
    return builder


def written(builder: Builder, *texts: str) -> list[tuple[str, list[str], list[str]]]:
    claims.of_rows(builder, [Row((Passage.of(text, PLACE),), PLACE, 1) for text in texts])
    names = {each["id"]: each["label"] for each in builder.list_of("holders")}
    items = {each["id"]: each["label"] for each in builder.list_of("items")}
    return [
        (
            each["kind"],
            [names[h] for h in each.get("holders", [])],
            [items[i] for i in each.get("items", [])],
        )
        for each in builder.list_of("claims")
    ]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("移転先は、介護課のみである。", ["保育・幼稚園課"]),
        ("本ファイルを移転するのは、保育・幼稚園課に限られる。", ["福祉部介護課"]),
        ("提供先は、同協議会のみとする。", ["みず消防組合", "あおば機構"]),
        (
            "名簿は消防組合のみに提供し、その他の者に渡さない。",
            ["社会福祉法人みず市社会福祉協議会", "あおば機構"],
        ),
        (
            "みず消防組合以外の者には提供しない。",
            ["社会福祉法人みず市社会福祉協議会", "あおば機構"],
        ),
        ("外部提供は消防組合のみ", ["社会福祉法人みず市社会福祉協議会", "あおば機構"]),
        (
            "提供は、みず消防組合に対してのみ行う。",
            ["社会福祉法人みず市社会福祉協議会", "あおば機構"],
        ),
        (
            "みず消防組合のほかには提供していない。",
            ["社会福祉法人みず市社会福祉協議会", "あおば機構"],
        ),
        ("協議会に対する情報の提供は行っていない。", ["社会福祉法人みず市社会福祉協議会"]),
        ("保育・幼稚園課には移転していない。", ["保育・幼稚園課"]),
    ],
)
def test_the_others_get_nothing(text: str, others: list[str]) -> None:
    assert written(case(), text) == [("only", others, [])]


@pytest.mark.parametrize(
    "text",
    [
        "移転先は、介護課及び保育・幼稚園課のみである。",  # nobody is left
        "移転先は、介護課及び税務課のみである。",  # who is 税務課?
        "移転先は、条例で定める課のみである。",
        "提供先は、株式会社くるみのみである。",  # nothing is provided to that one
        "許可した職員のみが利用する。",
        "同意のない者については、消防組合への提供は行わない。",
        "第三者への提供は行わない。",
        "電話番号は、協議会には提供しない項目とする。",
    ],
)
def test_nobody_is_left_out_unless_all_that_are_named_are_known(text: str) -> None:
    assert written(case(), text) == []


@pytest.mark.parametrize(
    ("text", "holder", "missing"),
    [
        ("なお、協議会には相談者の電話番号を併せて提供する。", "協議会", ["電話番号"]),
        ("受託者に氏名及び口座番号を処理させる。", "くるみ", ["氏名", "口座番号"]),
        (
            "株式会社くるみが取り扱う情報は、氏名、住所及び電話番号である。",
            "くるみ",
            ["氏名", "住所", "電話番号"],
        ),
        ("協議会に提供する情報に電話番号を加える。", "協議会", ["電話番号"]),
        ("協議会は、電話番号の提供を受ける。", "協議会", ["電話番号"]),
        ("電話番号は、受託者に渡して処理させる。", "くるみ", ["電話番号"]),
        ("受託者に住所のほか電話番号を処理させる。", "くるみ", ["住所", "電話番号"]),
        ("受託者が印字する項目は、氏名及び口座番号である。", "くるみ", ["氏名", "口座番号"]),
        ("委託先では、住所及び電話番号を取り扱う。", "くるみ", ["住所", "電話番号"]),
    ],
)
def test_what_somebody_is_said_to_get(text: str, holder: str, missing: list[str]) -> None:
    ((kind, holders, items),) = written(case("氏名", "住所"), text)
    assert (kind, items) == ("includes", missing)
    assert holders[0].endswith(holder) and len(holders) == 1


@pytest.mark.parametrize(
    "text",
    [
        "協議会には必要な書類を提供する。",
        "協議会には氏名を提供しない。",
        "あおば機構には電話番号を送信する。",  # no list says what it gets
        "甲社に電話番号を提供する。",
    ],
)
def test_what_is_no_statement_about_items_of_a_list(text: str) -> None:
    assert [each for each in written(case("氏名", "住所"), text) if each[0] == "includes"] == []


@pytest.mark.parametrize(
    "text",
    [
        "株式会社くるみには、住所を渡さない。",
        "住所は委託先に渡していない。",
        "住所については、委託先への提供を行わない。",
        "委託先に渡すデータから住所を除いている。",
        "住所は、委託先に提供する情報に含まれていない。",
    ],
)
def test_what_somebody_never_gets(text: str) -> None:
    assert ("never", ["株式会社くるみ"], ["住所"]) in written(case("氏名", "住所"), text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("株式会社くるみに渡す情報は、宛先に必要な氏名及び住所の2項目に限られる。", 2),
        ("氏名以外の情報は、株式会社くるみに渡さない。", 1),
        ("委託先に渡す情報は、氏名にとどめている。", 1),
    ],
)
def test_what_somebody_gets_alone(text: str, items: int) -> None:
    wanted = ("only", ["株式会社くるみ"], ["氏名", "住所"][:items])
    assert wanted in written(case("氏名", "住所"), text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("委託先には個人情報を渡さない。", "株式会社くるみ"),
        (
            "株式会社くるみに渡すデータは、個人が特定できない形に加工したものである。",
            "株式会社くるみ",
        ),
        ("委託先が個人を識別することは不可能である。", "株式会社くるみ"),
        ("受託者に渡す情報は、氏名を削った匿名のデータである。", "株式会社くるみ"),
        (
            "予約サイトに番号を登録する。同サイトの情報からは、個人を特定することはできない。",
            "予約サイト",
        ),
        (
            "予約サイトに置くのは番号であり、外部ネットワーク上で個人を特定できない。",
            "予約サイト",
        ),
        ("委託先において、個人が識別されることはない。", "株式会社くるみ"),
    ],
)
def test_where_nobody_can_be_identified(text: str, holder: str) -> None:
    assert ("never", [holder], []) in written(case(), text)


@pytest.mark.parametrize(
    "text",
    [
        "相談記録システムから外部に個人を特定できる情報を送信しない。",
        "個人を識別できない状態にして、株式会社くるみが集計する。",
        "みず市から株式会社くるみに氏名を送信することはない。",
        "委託先の端末には個人情報を登録しない。",
    ],
)
def test_what_says_of_nobody_that_he_cannot_identify(text: str) -> None:
    assert written(case(), text) == []


def ways(builder: Builder) -> list[tuple[str, str]]:
    work = builder.list_of("matters")[0].get("work", [])
    return [(each["direction"], each["partner"]) for each in work]


@pytest.mark.parametrize(
    ("told", "against", "wanted"),
    [
        (
            "結合は、みず市からあおば機構への一方向の送信とする。",
            "（２）あおば機構から相談記録システムが受信する項目",
            ["send", "receive"],
        ),
        (
            "あおば機構から本市に個人情報が送信されることはない。",
            "あおば機構から市へ相談の結果を送信する。",
            ["send", "receive"],
        ),
        ("本市からみず消防組合への提供は行っていない。", "提供の状況", ["receive", "send"]),
        (
            "市からあおば機構に相談記録を送信することはない。",
            "市からあおば機構に番号を送信する。",
            [],
        ),
        (
            "結合は、みず市からあおば機構への一方向の送信とする。",
            "市からあおば機構へ送信する項目",
            [],
        ),
        ("本市から株式会社くるみへ個人情報を送信することはない。", "委託の内容", []),
        ("本市から外部への提供は行っていない。", "提供の状況", []),
        (
            "あおば機構側から本市側への情報の送信は行わない。",
            "市は、あおば機構から結果を受け取る。",
            ["send", "receive"],
        ),
        (
            "みず市から同機構に対する情報の送信はしない。",
            "市は、毎月、番号をあおば機構に送信する。",
            ["receive", "send"],
        ),
        (
            "結合は、みず市からあおば機構への一方向とする。",
            "あおば機構から市に送信する場合は、改めて諮る。",
            [],
        ),
    ],
)
def test_one_way_against_the_other(told: str, against: str, wanted: list[str]) -> None:
    builder = case()
    written(builder, told, against)
    assert [direction for direction, _ in ways(builder)] == wanted
    assert len({partner for _, partner in ways(builder)}) <= 1


def test_a_credential_of_a_sentence_points_at_the_attribute() -> None:
    builder = case("会員の生年月日", "会員番号")
    line = Passage.of("初期パスワードは、会員の生年月日を表す8桁の数字とする。", PLACE)
    credentials.of_rows(builder, [Row((line,), PLACE)])
    credentials.of_brackets(builder)
    made = {each["label"]: each.get("derived_from") for each in builder.list_of("items")}
    assert made["初期パスワード"] == builder.find_item("会員の生年月日")


def test_names_are_found_whole_by_their_end_and_in_rows() -> None:
    builder = case()
    assert parties.find(builder, "介護課") == builder.find_holder("福祉部介護課")
    assert parties.find(builder, "課") == ""
    assert len(parties.all_of(builder, "福祉部介護課、保育・幼稚園課及び消防組合の3者")) == 3
    assert parties.is_own(builder, "本市の相談記録システム")
    assert not parties.is_own(builder, "あおば機構")


@pytest.mark.parametrize("text", ["のみ", "移転先は、のみ", "から、への一方向", "を" * 9000, ""])
def test_hostile_sentences_say_nothing(text: str) -> None:
    assert written(case("氏名"), text) == []

"""Drafts of agenda sheets: whose lists, who gets them, what rests on a contract."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

COVER = """付議事項
件名\t温水プールの台帳の委託について
事業の概要
事業名\t温水プール
対象者\t①温水プールの利用登録をした者<br>②登録者の保護者
事業内容\t1 対象者数<br>① 1,204人（令和5年4月1日現在）② 約300人<br>うち、中学生以下の者 88人
"""
SHEET = """件名 温水プールの台帳の委託について
保有課\tスポーツ課
登録業務の名称\tプール
委託先\t{partner}
委託に伴い処理させる情報項目\t{items}
委託の開始時期及び期限\t{time}
"""


def draft(partner: str = "株式会社みずべ", items: str = "氏名、住所", time: str = "未定") -> Draft:
    text = COVER + SHEET.format(partner=partner, items=items, time=time)
    return drafts.draft(text)


def entries(content: dict[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(e["position"], e["label"]) for e in each["entries"]] for each in content["lists"]]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("①氏名 ②休会、退会等の届出の内容 ③住所", ["氏名", "休会、退会等の届出の内容", "住所"]),
        ("上記の登録項目のうち次のもの<br>氏名、住所", ["氏名", "住所"]),
        (
            "1 世帯に関する項目<br>続柄、人数<br>2 氏名",
            ["世帯に関する項目", "続柄", "人数", "氏名"],
        ),
    ],
)
def test_a_number_counts_one_item(items: str, expected: list[str]) -> None:
    ((found,)) = entries(draft(items=items).content)
    assert [label for _, label in found] == expected


def test_numbers_that_go_on_in_the_next_group_stay() -> None:
    items = "【登録者】<br>(1)氏名<br>(2)住所<br>【保護者】<br>(3)氏名<br>(4)電話番号"
    first, second = entries(draft(items=items).content)
    assert [position for position, _ in first + second] == ["1", "2", "3", "4"]


def test_heads_of_groups_mean_the_groups_that_are_named_more_fully() -> None:
    items = "【保護者】<br>①氏名<br>【本人】<br>①氏名<br>【監視員】<br>①氏名"
    content = draft(items=items).content
    labels = {each["id"]: each["label"] for each in content["subjects"]}
    assert [[labels[s] for s in flow["subjects"]] for flow in content["flows"]] == [
        ["登録者の保護者"],
        ["温水プールの利用登録をした者"],
        ["監視員"],
    ]


def test_counts_go_to_the_groups_of_their_numbers_or_names() -> None:
    content = draft().content
    found = {
        each["label"]: [(c.get("value"), c["bound"]) for c in each["counts"]]
        for each in content["subjects"]
    }
    assert found == {
        "温水プールの利用登録をした者": [(1204, "exact")],
        "登録者の保護者": [(None, "unknown")],
        "中学生以下の者": [(88, "exact")],
    }


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ("株式会社みずべ（指名競争入札により決定）", [("株式会社みずべ", "entrust", 1)]),
        ("株式会社みずべ（契約予定）", [("株式会社みずべ", "entrust", 1)]),
        (
            "株式会社みずべ<br>【再委託先】<br>合同会社しぶき（受付）",
            [("株式会社みずべ", "entrust", 1), ("合同会社しぶき", "reentrust", 2)],
        ),
        ("未定（入札により決定する。）", []),
    ],
)
def test_who_gets_something(partner: str, expected: list[tuple[str, str, int]]) -> None:
    made = draft(partner=partner)
    holders = {each["id"]: each for each in made.content["holders"]}
    found = {
        (holders[to]["label"], flow["relation"], holders[to]["tier"])
        for flow in made.content.get("flows", [])
        for to in flow["to"]
    }
    assert found == set(expected)
    asked = "partner_undecided" in [each.code for each in made.questions]
    assert asked == ("予定" in partner or "未定" in partner)
    assert entries(made.content) == [[("1", "氏名"), ("2", "住所")]]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (
            "【契約期間】<br>令和5年5月1日から令和6年3月31日まで<br>【業務の実施時期】<br>"
            "ア 令和5年6月1日から令和5年9月30日まで",
            [("contract", "2023-05-01"), ("work", "2023-06-01")],
        ),
        (
            "1 開発業務（①及び②）<br>令和5年5月1日から<br>2 保守業務（③）<br>令和5年7月1日から",
            [("contract", "2023-05-01"), ("contract", "2023-07-01")],
        ),
    ],
)
def test_periods_under_heads_and_numbers(time: str, expected: list[tuple[str, str]]) -> None:
    (matter,) = draft(time=time).content["matters"]
    assert [(each["kind"], each["start"]) for each in matter["periods"]] == expected


def test_what_is_re_entrusted_goes_only_to_those_of_its_head() -> None:
    more = (
        "再委託先\t【印刷】<br>有限会社はなれ印刷<br>【配達】<br>合同会社しおかぜ便\n"
        "再委託先に処理させる情報項目\t【印刷】<br>① 氏名<br>【配達】<br>① 氏名 ② 住所\n"
    )
    text = COVER + SHEET.format(partner="株式会社みずべ", items="氏名、住所", time="未定") + more
    content = drafts.draft(text).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    sizes = {each["id"]: len(each["entries"]) for each in content["lists"]}
    found = [
        (flow["relation"], [names[to] for to in flow["to"]], [sizes[id_] for id_ in flow["lists"]])
        for flow in content["flows"]
    ]
    assert found == [
        ("entrust", ["株式会社みずべ"], [2]),
        ("reentrust", ["有限会社はなれ印刷"], [1]),
        ("reentrust", ["合同会社しおかぜ便"], [2]),
    ]


@pytest.mark.parametrize("cover", ["諮問第7号", "諮問第7号\n内容は別紙のとおり"])
def test_the_number_of_an_inquiry_makes_no_prose_of_sheets(cover: str) -> None:
    own = "委託にあたり市が行う情報保護対策\t1 名簿を施錠して保管する。\n"
    filler = "\n".join(f"（{number}）添付" for number in range(30))
    sheet = SHEET.format(partner="株式会社みずべ", items="氏名、住所", time="未定")
    text = f"{cover}\n{filler}\n事業の概要\n{sheet}{own}"
    assert drafts.draft(text).family == "agenda"


def test_a_basis_that_was_read_is_no_unknown_label() -> None:
    basis = "要綱の根拠\t◇第7条第1号（業務委託）\n付番\t7の3\n"
    cover = COVER.replace("事業の概要", f"{basis}事業の概要")
    sheet = SHEET.format(partner="株式会社みずべ", items="氏名", time="未定")
    made = drafts.draft(cover + sheet)
    (told,) = made.content["basis"]
    assert told["label"] == "要綱第7条第1号（業務委託）"
    unknown = [each.source for each in made.unread if each.code == "label_unknown"]
    assert unknown
    assert told["source"] not in unknown

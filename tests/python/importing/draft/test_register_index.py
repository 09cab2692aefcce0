"""A list in front of the cards that names partners, and how cards print their names."""

from __future__ import annotations

import json

import drafts
import pytest

CARD = """
{head}{label}　{name}
行政機関等の名称　霞野市長
事務をつかさどる組織の名称　福祉課
利用目的　{name}の管理のため
記録項目　1氏名、2住所、3電話番号
記録範囲　利用を申し込んだ者
収集方法　本人からの申込書
要配慮個人情報　含まない
経常的提供先　{to}
備考　台帳は鍵の掛かる棚に置く。
"""
NAMES = ("配食ファイル", "見守りファイル", "移送ファイル")
A, B = "霞野警察署", "霞野市社会福祉協議会"


def paper(listed: str, card: str, label: str = "経常的提供先") -> str:
    """A title, an index and three cards, of which the second names `card` and its line `listed`."""
    rows = zip(NAMES, (A, listed, "なし"), strict=True)
    table = "".join(f"{n}\t{name}\t{to}\n" for n, (name, to) in enumerate(rows, 1))
    text = f"個人情報ファイル簿\n霞野市　福祉課\n\n番号\tファイルの名称\t{label}\n{table}"
    for name, to in zip(NAMES, (A, card, "なし"), strict=True):
        text += CARD.format(head="", label="個人情報ファイルの名称", name=name, to=to)
    return text


@pytest.mark.parametrize(
    ("listed", "card", "expected"),
    [
        (f"{A}、{B}", A, {"named_once"}),
        (A, f"{A}、{B}", {"named_once"}),
        (f"{A}、{B}", f"{A}（氏名及び住所を月1回送る。）", {"named_once"}),
        (B, A, {"contents_differ"}),
        (A, "なし", {"contents_differ"}),
        ("なし", A, {"contents_differ"}),
        (f"{A}、{B}", f"{A}、{B}", set()),
        (f"{A}ほか", f"{A}、{B}", set()),
        (f"{A}（ほか1団体）", f"{A}、{B}", set()),
        (f"{A}、社会福祉協議会", f"{A}、{B}", set()),
        ("2団体", f"{A}、{B}", set()),
        ("有", f"{A}、{B}", set()),
        ("－", "別紙のとおり", set()),
    ],
)
def test_whom_an_index_names(listed: str, card: str, expected: set[str]) -> None:
    assert drafts.raised(paper(listed, card)) == expected


@pytest.mark.parametrize("label", ["提供先", "外部提供先", "記録情報の経常的提供先", "主な提供先"])
def test_the_head_of_the_column(label: str) -> None:
    assert drafts.raised(paper(f"{A}、{B}", A, label)) == {"named_once"}


def test_an_index_of_the_main_partners_leaves_out_the_rest() -> None:
    assert drafts.raised(paper(A, f"{A}、{B}", "主な提供先")) == set()


def test_whom_only_the_index_names_gets_something_of_that_file() -> None:
    content = json.loads(drafts.draft(paper(f"{A}、{B}", A)).case.to_json())
    holders = {each["id"]: each["label"] for each in content["holders"]}
    given = {(f["matter"], holders[f["to"][0]]) for f in content["flows"] if "from" in f}
    assert given == {("m1", A), ("m2", A), ("m2", B)}


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("", "名称"),
        ("（1）{name}\n", "名称"),
        ("（1）{name}\n", "個人情報ファイルの名称"),
        ("1　{name}\n", "件名"),
        ("１　{name}\n", "名　称"),
    ],
)
def test_the_name_of_a_card(head: str, label: str) -> None:
    cards = (
        CARD.format(head=head.format(name=name), label=label, name=name, to="なし")
        for name in NAMES
    )
    text = "個人情報ファイル簿\n霞野市　福祉課\n" + "".join(cards)
    content = json.loads(drafts.draft(text).case.to_json())
    assert [each["title"] for each in content["matters"]] == list(NAMES)
    assert drafts.raised(text) == set()


def test_labels_behind_a_dash_below_a_head() -> None:
    lines = ("登録年月日：令和4年7月1日", "事務の目的：{}を行うため", "対象者：申し込んだ者")
    lines += ("記録項目：1 氏名、2 住所、3 電話番号", "収集先：本人", "提供先：無")
    tasks = ("見守り電話", "住まい改修の助成")
    text = "# 霞野市 個人情報取扱事務登録簿\n"
    for number, task in enumerate(tasks, 1):
        text += f"\n## {number} {task}\n\n" + "".join(f"- {x.format(task)}\n" for x in lines)
    content = json.loads(drafts.draft(text).case.to_json())
    assert [each["title"] for each in content["matters"]] == list(tasks)
    assert [len(each["entries"]) for each in content["lists"]] == [3, 3]


INDEX = """霞野市個人情報ファイル簿

番号　　ファイルの名称　　　　　　所管　　　委託
１　　　配食ファイル　　　　　　　福祉課　　株式会社わかば、{more}
２　　　見守り電話利用者ファイル　福祉課　　なし
"""


@pytest.mark.parametrize(("more", "raised"), [("有限会社すみれ", True), ("株式会社もみじ", False)])
def test_the_longest_name_of_a_column_leaves_one_blank(more: str, *, raised: bool) -> None:
    text = INDEX.format(more=more)
    for name in ("配食ファイル", "見守り電話利用者ファイル"):
        text += CARD.format(head="", label="個人情報ファイルの名称", name=name, to="なし")
        text += f"委託先　{'株式会社わかば、株式会社もみじ' if name[0] == '配' else 'なし'}\n"
    assert bool(drafts.raised(text)) is raised


HEADED = """{sign}{name}
〔利用目的〕{name}の管理のため
〔記録項目〕氏名、住所、電話番号
〔記録範囲〕{name}に載る者（令和7年5月1日現在　{number}人）
〔経常的提供先〕なし
"""


@pytest.mark.parametrize("sign", ["【{}】", "［{}］", "({}) ", "{} "])
def test_numbers_in_brackets_in_front_of_names(sign: str) -> None:
    text = "霞野市個人情報ファイル簿\n"
    for number, name in enumerate(NAMES, 1):
        text += HEADED.format(sign=sign.format(number), name=name, number=200 + number)
    content = json.loads(drafts.draft(text).case.to_json())
    assert [each["title"] for each in content["matters"]] == list(NAMES)
    assert drafts.raised(text) == set()


def test_items_below_their_shortest_label() -> None:
    text = (
        "霞野市個人情報取扱事務登録簿,\n事務の名称,配食事務\n目的,配食を行う\n対象者,申し込んだ者\n"
    )
    text += "項目,1 氏名 2 住所 3 電話番号\n収集方法,本人からの申込書\n提供先,なし\n"
    content = json.loads(drafts.draft(text, "a.csv").case.to_json())
    assert [len(each["entries"]) for each in content["lists"]] == [3]

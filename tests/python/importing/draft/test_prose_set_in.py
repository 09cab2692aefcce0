"""Numbered prose: tabs that are indentations, numbered labels, work that is told twice."""

from __future__ import annotations

import re

import pytest
from drafts import draft, raised

from nagarezu.importing.draft.prose.names import name_of, pieces

HEAD = (
    "諮問第8号\n令和6年5月1日\n松風市個人情報保護審査会　様\n松風市長\n"
    "図書の宅配に係る業務の委託について（諮問）\n次のとおり諮問します。\n"
)
SET_IN = (
    "１　諮問の趣旨\n\t来館できない人に図書を届けたい。\n\t専門の事業者に任せる。\n"
    "２　対象者\n\t宅配を申し込む者\t約420人（令和6年4月1日現在）\n\t上記の児童及び生徒の保護者\n"
    "３　システムの名称\t宅配管理システム\n"
    "４　記録する項目\n\t(1)\t氏名\n\t(2)\t住所\n\t(3)\t診断の内容\n\t\tア\t診断名\n\t\tイ\t程度\n"
    "\t(4)\t電話番号（任意）\n"
    "５　委託先\t株式会社いそべ\n"
    "６　委託の内容\n\t(1)\t荷造り\n\t(2)\t配達\n\t(3)\t運用の支援（{work}）\n"
    "\t詳しい分担は、別紙１のとおり\n"
    "７　委託の期間\t令和6年8月1日から令和7年3月31日まで\n"
    "８　安全管理のための措置\n(1)　市の措置\n\tア\t端末を課に置く。\n\tイ\t{own}\n"
    "(2)　委託先の措置\n\tア\t名簿を金庫に入れる。\n\tイ\t写しをとらない。\n"
    "\n別紙１\n作業の分担\n作業\t市\t委託先\n荷造り\t\t行う\n{row}運用の支援\t問合せを受ける\t行う\n"
)
ROW = "配達\t立ち会う\t行う\n"
INSIDE = "令和6年9月1日から令和7年3月31日まで"
OWN = "職員を限る。"


def paper(work: str = INSIDE, own: str = OWN, row: str = ROW) -> str:
    return HEAD + SET_IN.format(work=work, own=own, row=row)


def test_a_tab_in_front_sets_a_line_in() -> None:
    content = draft(paper()).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    entries = [f"{e['position']} {e['label']}" for e in content["lists"][0]["entries"]]
    assert entries == ["1 氏名", "2 住所", "3 診断の内容", "3.1 診断名", "3.2 程度", "4 電話番号"]
    flows = {(f["relation"], names[to]) for f in content["flows"] for to in f["to"]}
    assert flows == {("process", "宅配管理システム"), ("entrust", "株式会社いそべ")}
    groups = [each["label"] for each in content["subjects"]]
    assert groups == ["宅配を申し込む者", "上記の児童及び生徒の保護者"]
    measures = [(each["party"], each["position"]) for each in content["safeguards"]]
    assert measures == [("own", "ア"), ("own", "イ"), ("partner", "ア"), ("partner", "イ")]
    assert not raised(paper())


def test_tables_of_labels_and_of_columns_stay_tables() -> None:
    table = "1　対象者\n利用者　1,200人\n2　委託\n委託先\t株式会社いそべ\t\n\t株式会社みなぎ\t\n"
    names = {each["label"] for each in draft(HEAD + table).content["holders"]}
    assert {"株式会社いそべ", "株式会社みなぎ"} <= names
    table = (
        "1　委託先\n株式会社いそべ\n2　委託する項目\n番号\t項目\t備考\n1\t氏名\t\n2\t住所\t任意\n"
    )
    assert [each["label"] for each in draft(HEAD + table).content["lists"][0]["entries"]] == [
        "氏名",
        "住所",
    ]


def test_work_of_the_day_after_the_contract_is_outside_of_it_unless_it_is_its_use() -> None:
    after = "令和7年4月1日から令和7年6月30日まで"
    assert "period_outside_contract" in raised(paper(after))
    used = paper(after).replace("運用の支援", "システムの運用")
    assert "period_outside_contract" not in raised(used)


def test_work_that_one_of_two_lists_lacks() -> None:
    assert "contents_differ" not in raised(paper())
    numbered = paper().replace("\n荷造り", "\nア　荷造り").replace("\n配達", "\nイ　配達")
    assert "contents_differ" not in raised(numbered)


@pytest.mark.parametrize(
    "head",
    [
        "業務\t行う者\t市の関わり",
        "作業\t担当\t備考",
        "委託する業務\t実施者\t市",
        "作業の内容\t市の役割\t委託先",
    ],
)
def test_a_table_of_who_does_what_lists_work(head: str) -> None:
    letter = (
        "1　委託先\n株式会社いそべ\n2　委託の内容\n"
        "ア　申込みの受付\nイ　荷造り\nウ　配達\nエ　報告\n"
        "業務の分担は、別紙1のとおり\n3　委託する項目\nア　氏名\nイ　住所\n別紙1\n業務の分担\n"
    )
    rows = [f"{name}\t株式会社いそべ\t確認" for name in ("申込みの受付", "荷造り", "配達", "報告")]
    whole = f"{HEAD}{letter}{head}\n" + "\n".join(rows) + "\n"
    lacking = f"{HEAD}{letter}{head}\n" + "\n".join([*rows[:1], *rows[2:]]) + "\n"
    assert "contents_differ" not in raised(whole)
    assert "contents_differ" in raised(lacking)


@pytest.mark.parametrize(
    "label",
    ["調理場の職員", "学校の教職員", "窓口の職員", "福祉課の職員"],
)
def test_what_own_staff_does_not_see_says_nothing_of_a_partner(label: str) -> None:
    assert not raised(paper(own=f"{label}には、氏名を見せない。"))
    assert "claim_against_list" in raised(paper(own="委託先の職員には、氏名を見せない。"))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("上記の児童及び生徒の保護者", ["上記の児童及び生徒の保護者"]),
        ("児童及び生徒の保護者", ["児童及び生徒の保護者"]),
        ("(1)の患者及び障害者の家族", ["(1)の患者及び障害者の家族"]),
        ("申込みをした者及びその保護者", ["申込みをした者及びその保護者"]),
        (
            "入学を予定する児童及び在学する生徒の保護者",
            ["入学を予定する児童", "在学する生徒の保護者"],
        ),
        ("上記のとおり", [""]),
    ],
)
def test_the_family_of_two_groups_is_one_group(line: str, names: list[str]) -> None:
    assert [name_of(piece)[0] for piece in pieces(line)] == names


NUMBERED = (
    "|1　件名|図書の宅配の委託について|\n|2　担当課|図書課|\n"
    "|3　対象者|利用者　1,200人（令和6年4月1日現在）|\n"
    "|4　委託先|株式会社いそべ|\n|5　委託する項目|氏名、住所|\n"
    "|6　委託の期間|令和6年8月1日から令和7年3月31日まで|\n"
)


def test_numbers_within_the_cells_of_labels() -> None:
    letter = HEAD.replace("図書の宅配に係る業務の委託について（諮問）", "諮問書") + "記\n"
    for table in (NUMBERED, re.sub(r"\|(\d)　", r"|\1．", NUMBERED)):
        content = draft(letter + table).content
        assert content["title"] == "図書の宅配の委託について"
        assert [each["label"] for each in content["subjects"]] == ["利用者"]
        assert content["matters"][0]["department"] == "図書課"


CHANGED = (
    "諮問書\n諮問第8号\n令和6年5月1日\n松風市個人情報保護審査会　様\n松風市長\n"
    "次のとおり諮問します。\n"
    "{title}\n2　変更の内容\n{told}\n3　対象者\n利用者　1,200人（令和6年4月1日現在）\n"
    "4　委託先\n株式会社いそべ\n5　委託先に取り扱わせる項目\n(1)　氏名\n(2)　住所\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "委託先に取り扱わせる項目に、住所を加える。\n委託先は、これまでと同じ株式会社いそべである。",
        "委託先に渡す情報に住所を追加する。\n委託先は、従来と変わらない。",
        "委託先が入力する内容に住所を加える。\n委託先に変更はない。",
    ],
)
def test_items_that_are_added_are_no_addition_of_who_is_entrusted(told: str) -> None:
    title = "件名　図書の宅配の委託について（委託先の追加）"
    assert "title_without_content" in raised(CHANGED.format(title=title, told=told))


@pytest.mark.parametrize(
    "told",
    [
        "委託先に、新たに有限会社みなぎを加える。\n株式会社いそべの業務は変わらない。",
        "委託先に渡す情報は変わらない。\n委託先として有限会社みなぎを追加する。",
    ],
)
def test_a_partner_that_is_added_is_told(told: str) -> None:
    title = "件名　図書の宅配の委託について（委託先の追加）"
    assert "title_without_content" not in raised(CHANGED.format(title=title, told=told))

"""Assessments whose measures stand below sides, layers and names of their own."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import codes, draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 みはる市長\n"
FILE = HEAD + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
RISKS = FILE + "Ⅲ リスク対策\n"
# a paper about an assessment, without the parts of the form
ABOUT = (
    "みはる市個人情報保護審査会 資料\n"
    "給食費に関する事務に係る特定個人情報保護評価書（重点項目評価書）の再実施について\n"
    "第1 趣旨\n 評価書を改めるものである。\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def told(text: str) -> list[tuple[str, str, str]]:
    measures = case(text)["safeguards"]
    return [(each["party"], each["layer"], each.get("position", "")) for each in measures]


OWN = ["帳票を施錠して保管する。", "職員の権限を年1回見直す。"]
THEIRS = ["従事者の名簿を提出させる。", "作業の記録を保存させる。"]


@pytest.mark.parametrize(
    "theirs",
    [
        "2 委託先に講じさせる措置",
        "２　受託者に行わせる措置",
        "(2) 受託者に実施させる対策",
        "2．委託先に課す措置",
        "【委託先に求める措置】",
        "（2） 委託先に講ずべき措置",
    ],
)
@pytest.mark.parametrize("marks", [("(1) ", "(2) "), ("ア　", "イ　"), ("①", "②")])
def test_what_a_partner_is_made_to_do_is_its_own(theirs: str, marks: tuple[str, str]) -> None:
    numbered = [mark + each for mark, each in zip(marks, OWN, strict=True)]
    behind = [mark + each for mark, each in zip(marks, THEIRS, strict=True)]
    text = RISKS + "\n".join(["1 市が講ずる措置", *numbered, theirs, *behind]) + "\n"
    assert [party for party, _, _ in told(text)] == ["own", "own", "partner", "partner"]


@pytest.mark.parametrize(
    "layers",
    [
        ("【運用上の対策】", "【システム上の対策】"),
        ("＜運用上の対策＞", "＜システム上の対策＞"),
        ("ア　運用上の対策", "イ　システム上の対策"),
        ("①運用面の対策", "②システム面の対策"),
        ("（運用面）", "（システム面）"),
    ],
)
def test_layers_stand_below_the_sides_above_them(layers: tuple[str, str]) -> None:
    text = ABOUT + "第2 リスクに対する措置\n1 市の講ずる措置\n"
    text += f"{layers[0]}\n(1) {OWN[0]}\n(2) {OWN[1]}\n{layers[1]}\n(1) 通信を暗号化する。\n"
    text += "2 受託者に講じさせる措置\n"
    text += f"{layers[0]}\n(1) {THEIRS[0]}\n{layers[1]}\n(1) {THEIRS[1]}\n"
    text += "第3 審査の日程\n10月に答申を予定する。\n"
    assert told(text) == [
        ("own", "operational", "1"),
        ("own", "operational", "2"),
        ("own", "system", "1"),
        ("partner", "operational", "1"),
        ("partner", "system", "1"),
    ]


def test_a_side_within_a_layer_ends_with_it() -> None:
    text = RISKS + "⑤物理的対策\n＜委託先における措置＞\n・書庫を施錠する。\n"
    text += "⑥技術的対策\n・通信を暗号化する。\n"
    assert told(text) == [("partner", "physical", "1"), ("own", "technical", "1")]


@pytest.mark.parametrize("name", ["措置", "対策", "管理策"])
def test_a_measure_bears_the_number_of_its_name(name: str) -> None:
    text = RISKS + f"1 目的外の入手のリスク\n {name}8 様式を定める。\n {name}9 本人を確かめる。\n"
    text += (
        f"2 漏えいのリスク\n 物理的対策\n {name}1 0 書庫を施錠する。\n {name}1 1 入室を記録する。\n"
    )
    text += f" 技術的対策\n {name}1 2 通信を暗号化する。\n"
    assert told(text) == [
        ("own", "unspecified", "8"),
        ("own", "unspecified", "9"),
        ("own", "physical", "10"),
        ("own", "physical", "11"),
        ("own", "technical", "12"),
    ]


def test_a_count_behind_the_name_is_no_part_of_its_number() -> None:
    text = RISKS + "1 委託先における不正な使用のリスク\n 措置1 2件の契約に秘密の保持を定める。\n"
    assert told(text) == [("own", "unspecified", "1")]


def test_parted_digits_of_names_cite_nothing() -> None:
    lines = [f" 措置{number} 記録を{number}年保存する。" for number in range(1, 10)]
    text = (
        RISKS + "1 不正な使用のリスク\n" + "\n".join([*lines, " 措置1 0 書庫を施錠する。"]) + "\n"
    )
    rows = draft(text).case.table("findings").to_json()["rows"]
    assert "crosswalk_unresolved" not in {row["code"] for row in rows}


def test_what_only_cites_measures_is_none() -> None:
    text = RISKS + "1 委託先に行わせる措置\n 評価書には、次の措置が記載されている。\n"
    text += " 措置1 名簿を提出させる。\n 措置2 記録を保存させる。\n"
    text += " 株式会社ひばりに対する措置1から措置2までは、株式会社こだまを通じて行わせる。\n"
    assert told(text) == [("partner", "unspecified", "1"), ("partner", "unspecified", "2")]


ROWS = "| 番号 | 措置の内容 |\n|---|---|\n"


@pytest.mark.parametrize(
    "sort",
    ["漏えい・滅失のリスク ⑥技術的対策 ［十分に行っている］", "技術的対策（漏えいのリスク）"],
)
def test_a_row_that_says_against_which_risk_is_no_measure(sort: str) -> None:
    rows = ROWS + "| リスク | 目的外の入手のリスク ［十分である］ |\n| 1 | 様式を定める。 |\n"
    rows += f"| リスク | {sort} |\n| 2 | 通信を暗号化する。 |\n| 3 | 端末を切り離す。 |\n"
    assert told(RISKS + rows) == [
        ("own", "unspecified", "1"),
        ("own", "technical", "2"),
        ("own", "technical", "3"),
    ]


def test_a_table_keeps_whose_measures_its_head_says_they_are() -> None:
    rows = "| リスク | {} |\n|---|---|\n| 体制 | 1 {} |\n| 使用 | 2 {} |\n"
    own, theirs = rows.format("市の措置", *OWN), rows.format("委託先に行わせる措置", *THEIRS)
    assert [party for party, _, _ in told(RISKS + own + "\n" + theirs)] == [
        "own",
        "own",
        "partner",
        "partner",
    ]


@pytest.mark.parametrize(("cited", "unknown"), [("措置5、措置2", False), ("措置5、措置9", True)])
def test_a_digest_cites_measures_by_the_names_printed_in_front(cited: str, unknown: bool) -> None:
    text = RISKS + "1　入手\n措置1　様式を定める。\n措置2　本人を確かめる。\n2　使用\n"
    text += "措置3　権限を年1回見直す。\n3　委託\n表A　委託に係る措置\n"
    text += "番号\t市が行う措置\t委託先に行わせる措置\n1\t鍵を管理する。\t鍵を管理させる。\n"
    text += "2\t記録を残す。\t記録を残させる。\n4　保管\n措置4　書庫を施錠する。\n"
    text += "措置5　入室を記録する。\nⅥ 評価実施手続\n3　第三者点検\n観点\t該当する措置\n"
    text += f"入手の範囲は適当か\t措置1、措置4\n入室を管理しているか\t{cited}\n"
    assert ("crosswalk_unresolved" in codes(draft(text))) == unknown

"""Measures for one of several contractors, files below their label, heads of one rank."""

from __future__ import annotations

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 ゆきの市長\n"
WORK = (
    "Ⅱ 特定個人情報ファイルの概要\n4. 特定個人情報ファイルの取扱いの委託\n"
    "委託事項1　通知の印刷\n③委託先名　株式会社やまなみ印刷\n"
    "委託事項2　届出書の入力\n③委託先名　合同会社かわも入力\n"
    "Ⅲ リスク対策\n3. 特定個人情報ファイルの取扱いの委託\n"
)
FIRST = "・印刷室に入る者を名簿で限らせる。\n・刷り損じを細断させる。\n"
OTHER = "・入力室の鍵を責任者に管理させる。\n"
HEADS = [
    ("委託先1（株式会社やまなみ印刷）に対する措置", "委託先2（合同会社かわも入力）に対する措置"),
    ("＜株式会社やまなみ印刷に対する措置＞", "＜合同会社かわも入力に対する措置＞"),
    ("(1) 株式会社やまなみ印刷", "(2) 合同会社かわも入力"),
    ("株式会社やまなみ印刷について", "合同会社かわも入力について"),
    ("委託事項1に係る措置", "委託事項2に係る措置"),
    ("委託先1に対する措置", "委託先2に対する措置"),
    ("委託事項1", "委託事項2"),
    ("【委託事項1】", "【委託事項2】"),
]


@pytest.mark.parametrize(("one", "other"), HEADS)
def test_measures_for_one_contractor_alone(one: str, other: str) -> None:
    text = f"{HEAD}{WORK}{one}\n{FIRST}"
    assert "recipient_without_safeguard" in raised(text)
    assert "recipient_without_safeguard" not in raised(f"{text}{other}\n{OTHER}")


@pytest.mark.parametrize("head", ["委託先に対する措置", "委託先1及び委託先2に対する措置"])
def test_measures_for_all_contractors(head: str) -> None:
    assert "recipient_without_safeguard" not in raised(f"{HEAD}{WORK}{head}\n{FIRST}")


OUTLINE = (
    "Ⅰ 基本情報\n3. 特定個人情報ファイル名\n　(1) 畜犬登録ファイル\n　(2) 注射記録ファイル\n"
    "Ⅱ 特定個人情報ファイルの概要\n(1) 畜犬登録ファイル\n　2. 基本情報\n"
    "　　③対象となる本人の範囲：犬の所有者\n　4. 委託\n　　委託先名：株式会社やまなみ印刷\n"
    "　5. 提供・移転\n　　提供先1：みどり県畜産公社\n　6. 保管・消去\n　　保管場所：書庫\n"
    "(2) 注射記録ファイル\n　2. 基本情報\n　　③対象となる本人の範囲：注射を受けさせた者\n"
    "　4. 委託\n　　委託の有無：委託しない\n　5. 提供・移転\n　　提供・移転の有無：行っていない\n"
    "Ⅲ リスク対策\n(1) 畜犬登録ファイル\n　1. 入手：目的外の入手が行われるリスク\n"
    "　　(1) 届出書に余分な欄を設けない。\n　　対策は十分か：十分である\n"
    "　2. 委託：委託先で目的外に使われるリスク\n　　(1) 誓約書を出させる。\n"
    "　　対策は十分か：十分である\n(2) 注射記録ファイル\n　1. 使用：権限のない者が使うリスク\n"
    "　　(1) 権限を課長が見直す。\n　　対策は十分か：十分である\n"
)


def test_files_named_below_their_label_have_outlines_of_their_own() -> None:
    found = draft(HEAD + OUTLINE).content
    assert [each.get("register_name") for each in found["matters"]][1:] == ["注射記録ファイル"]
    second = found["matters"][1]["id"]
    told = {each["label"]: each.get("matter") for each in found["safeguards"]}
    assert told["権限を課長が見直す。"] == second
    assert told["誓約書を出させる。"] != second
    assert "recipient_without_safeguard" not in raised(HEAD + OUTLINE)


def test_a_head_of_the_same_rank_is_no_contract() -> None:
    flows = draft(HEAD + OUTLINE).content["flows"]
    assert sorted(each["relation"] for each in flows if each["relation"] != "process") == [
        "entrust",
        "provide",
    ]


USED = "2. 特定個人情報の使用\n"
LIMIT = "リスクに対する措置の内容\n・端末を開ける職員を課長が指名する。\n"


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (USED + LIMIT + USED + LIMIT, True),
        (f"{USED}{LIMIT}対策は十分か 十分である\n{USED}{LIMIT}", True),
        (f"{USED}リスク1：目的外の使用\n{LIMIT}リスク2：権限のない者の使用\n{LIMIT}", False),
        (f"{USED}{LIMIT}3. 特定個人情報の移転\n{LIMIT}", False),
    ],
)
def test_a_row_of_measures_that_stands_twice(rows: str, asked: bool) -> None:
    assert ("duplicated_row" in raised(f"{HEAD}Ⅲ リスク対策\n{rows}")) == asked


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("提供を行っている（2件）", True),
        ("提供を行っている（1件）", False),
        ("移転を行っている（3）件", True),
        ("移転を行っている（1）件", False),
    ],
)
def test_numbers_of_provisions_beside_their_blocks(told: str, asked: bool) -> None:
    text = f"{HEAD}Ⅱ 特定個人情報ファイルの概要\n5. 特定個人情報の提供・移転\n委託の有無　なし\n"
    text += f"提供・移転の有無　［○］{told}\n提供先1　みどり県畜産公社\n移転先1　税務課\n"
    assert ("count_differs" in raised(text)) == asked


@pytest.mark.parametrize(
    "said",
    [
        "台帳の情報を庁内の他の部署に移転することは一切ないので、対策は定めない。",
        "庁内の別の部署に移転することがないため、対策は定めない。",
        "庁内のどの課にも移転しない。",
        "どの部署にも移転することはない。",
    ],
)
def test_nothing_goes_to_any_other_section(said: str) -> None:
    text = f"{HEAD}Ⅱ 特定個人情報ファイルの概要\n5. 特定個人情報の提供・移転\n移転先1　税務課\n"
    assert "claim_against_list" in raised(f"{text}Ⅲ リスク対策\n5. 提供・移転\n・{said}\n")


@pytest.mark.parametrize(
    "said",
    [
        "税務課以外の部署には移転しない。",
        "紙で他の部署に移転することは一切ない。",
        "必要のない項目を他の部署に移転することはない。",
    ],
)
def test_some_things_go_to_no_other_section(said: str) -> None:
    text = f"{HEAD}Ⅱ 特定個人情報ファイルの概要\n5. 特定個人情報の提供・移転\n移転先1　税務課\n"
    assert "claim_against_list" not in raised(f"{text}Ⅲ リスク対策\n5. 提供・移転\n・{said}\n")


ENTRIES = "（別添2）特定個人情報ファイル記録項目\n" + "".join(
    f"{n} 項目{n}の番号\n" for n in range(1, 13)
)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("［ 10項目未満 ］", True),
        ("［ 10項目未満 ］ ＜選択肢＞ 1) 10項目未満 2) 10項目以上50項目未満", True),
        ("［ 10項目以上50項目未満 ］", False),
        ("［ 10項目以上50項目未満 ］ ＜選択肢＞ 1) 10項目未満 2) 10項目以上50項目未満", False),
        ("［ 50項目以上100項目未満 ］", False),  # an entry may stand for several items
    ],
)
def test_how_many_items_the_form_says_there_are(told: str, asked: bool) -> None:
    text = f"{HEAD}Ⅱ 特定個人情報ファイルの概要\n④記録される項目　{told}\n{ENTRIES}"
    assert ("count_differs" in raised(text)) == asked

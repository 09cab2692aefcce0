"""Answers and consultations as other offices print them: insets, columns, sentences for lists."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.importing.blocks import Place
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.numbering import Node, outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

HEAD = """青波市個人情報保護審議会
{title}（答申）
令和4年5月2日付けで諮問のあった件について、次のとおり答申します。
第1 審議会の結論
適当と認めます。
第2 諮問の内容
"""


def read(folder: Path, body: str, title: str = "施設予約の委託について") -> Any:
    paper = folder / "paper.txt"
    paper.write_text(HEAD.format(title=title) + body, encoding="utf-8")
    return ng.import_document(paper, sources=("d",))


def stated(folder: Path, body: str, **more: str) -> dict[str, set[Any]]:
    return importing_score.found(json.loads(read(folder, body, **more).case.to_json()))


def items(facts: dict[str, set[Any]]) -> set[tuple[str, str]]:
    return {(position, label) for _, position, label, _ in facts["item"]}


def shape(nodes: list[Node]) -> list[Any]:
    return [[node.passage.text, shape(node.children)] for node in nodes]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("頭\n- 甲\n    - 子\n    - 丑\n- 乙", [["甲", [["子", []], ["丑", []]]], ["乙", []]]),
        ("頭\n- 甲\n - 乙\n- 丙", [["甲", []], ["乙", []], ["丙", []]]),  # crooked, not nested
        ("頭\n    - 甲\n- 乙\n- 丙", [["甲", []], ["乙", []], ["丙", []]]),
        ("・甲\n  ・乙\n  ・丙", [["甲", []], ["乙", []], ["丙", []]]),  # the first lost its inset
        ("会長　○○　○○", []),
        ("提出資料\n1　甲の案\n2　乙の案", [["甲の案", []], ["乙の案", []]]),
        ("頭\n(ｱ) 甲\n(ｲ) 乙", [["甲", []], ["乙", []]]),
    ],
)
def test_lists_by_inset(text: str, wanted: list[Any]) -> None:
    passage = Passage.of(text, Place("d", 1, "1"))
    assert shape(outline(passage)[1]) == wanted


def test_half_width_kana_keep_their_places() -> None:
    assert fold("ｱ･ﾝ") == "ア・ン"


def test_a_total_of_papers_is_exact_and_one_of_persons_a_bound() -> None:
    assert [(c.unit, c.bound) for c in counts("延べ300件、延べ200人")] == [
        ("record", "exact"),
        ("person", "at_most"),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1 対象者\n予約をした者\n2 取り扱う項目\n氏名、利用の目的及び車椅子の要否（任意）\n",
         {("1", "氏名"), ("2", "利用の目的"), ("3", "車椅子の要否")}),
        ("1 取り扱う項目\n氏名、入院及び通院の記録\n",
         {("1", "氏名"), ("2", "入院及び通院の記録")}),
        ("1 取り扱う項目\n項目　　　市　　業者\n氏名　　　○　　　○\n住所　　　　　　　○\n2 他\n",
         {("1", "氏名"), ("2", "住所")}),
        ("1 取り扱う項目\n- 本人に関するもの\n  - 氏名\n  - 住所\n- 利用日\n",
         {("1", "本人に関するもの"), ("1.1", "氏名"), ("1.2", "住所"), ("2", "利用日")}),
    ],
)  # fmt: skip
def test_items_in_other_prints(tmp_path: Path, body: str, wanted: set[tuple[str, str]]) -> None:
    assert items(stated(tmp_path, body)) == wanted


SOURCED = """1 提供先
青波市社会福祉協議会
2 提供する情報
(1) 市が持つ記録
福祉管理システムには、次の項目が登録されている。
ア 氏名
イ 住所
ウ 電話番号
(2) 渡す項目
福祉管理システムから抽出し、次の項目を提供する。
ア 氏名
イ 住所
ウ 電話番号
エ 血液型
3 対象者
登録をした高齢者
"""


def test_a_sentence_says_which_system_holds_a_list_and_which_gives_it(tmp_path: Path) -> None:
    draft = read(tmp_path, SOURCED, "名簿の提供について")
    content = json.loads(draft.case.to_json())
    facts = importing_score.found(content)
    assert items(facts) == {("1", "氏名"), ("2", "住所"), ("3", "電話番号"), ("4", "血液型")}
    assert facts["recipient"] == {
        (1, "福祉管理システム", "process", 0),
        (1, "青波市社会福祉協議会", "provide", 1),
    }
    codes = {row["code"] for row in draft.case.table("findings").to_json()["rows"]}
    assert "unsourced_item" in codes


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1 利用する電子計算機\n予約システム（事業者が設置するもの）\n2 委託先\n株式会社すみれ\n",
         (1, "予約システム", "process", 1)),
        ("1 結合する電子計算機\n市の予約システムと、相手方が設けるサーバとを結合する。\n",
         (1, "予約システム", "process", 0)),
    ],
)  # fmt: skip
def test_whose_system_it_is(tmp_path: Path, body: str, wanted: tuple[Any, ...]) -> None:
    assert wanted in stated(tmp_path, body)["recipient"]


def test_a_data_centre_is_a_place_and_no_partner(tmp_path: Path) -> None:
    body = "1 結合の相手方\n株式会社すみれ\n2 方法\nデータセンターに置く機器と結合する。\n"
    found = stated(tmp_path, body, title="電子計算機の結合について")["recipient"]
    assert found == {(1, "株式会社すみれ", "link", 1)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [("なお、印刷は、令和4年9月1日から令和5年4月30日まで行う。", "work")],
)
def test_a_stretch_beside_the_contract(tmp_path: Path, line: str, kind: str) -> None:
    body = f"1 委託先\n株式会社すみれ\n2 委託期間\n令和4年7月1日から令和5年3月31日まで\n{line}\n"
    matter = json.loads(read(tmp_path, body).case.to_json())["matters"][0]
    found = [(each["kind"], each["end"]) for each in matter["periods"]]
    assert found == [("contract", "2023-03-31"), (kind, "2023-04-30")]


def test_a_provision_needs_no_contract_with_who_is_entrusted(tmp_path: Path) -> None:
    body = (
        "1 委託先\n株式会社すみれ\n2 委託期間\n令和4年7月1日から令和5年3月31日まで\n"
        "3 開始時期\n外部提供は令和4年4月1日から行う。\n"
    )
    draft = read(tmp_path, body, "業務の委託及び外部提供について")
    codes = {row["code"] for row in draft.case.table("findings").to_json()["rows"]}
    assert "period_outside_contract" not in codes


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1 対象者\n会員　300人（令和4年4月1日現在）\n通知を送る者は、約200人を見込んでいる。\n",
         {("会員", 300), ("通知を送る者", None)}),
        ("1 概要\n予約をした児童は、令和4年4月1日現在で40人である。\n2 取り扱う項目\n"
         "(1) 児童情報（氏名、学年）\n(2) 保護者情報（氏名、住所）\n",
         {("予約をした児童", 40), ("保護者", None)}),
        ("1 対象者\n会員　300人（令和4年4月1日現在）\n第3 審議会の判断理由\n"
         "1 必要性\n対象者310人（令和4年4月1日現在）の多くが望んでいる。\n",
         {("会員", 300), ("会員", 310)}),
    ],
)  # fmt: skip
def test_persons_and_their_numbers(
    tmp_path: Path, body: str, wanted: set[tuple[str, int | None]]
) -> None:
    assert {fact[:2] for fact in stated(tmp_path, body)["subject"]} == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1 審議に際し提出された資料\nア 構成図\nイ 契約書（案）　1部\n",
         {"構成図", "契約書（案）"}),
        ("1 添付書類\n要綱（案）、名簿の様式\n", {"要綱（案）", "名簿の様式"}),
        ("1 保護措置\n(1) 契約書に「個人情報遵守事項」を付し、守らせる。\n", {"個人情報遵守事項"}),
    ],
)  # fmt: skip
def test_papers_without_a_number(tmp_path: Path, body: str, wanted: set[str]) -> None:
    found = {label for label, _ in stated(tmp_path, body)["reference"]}
    assert {fold(label) for label in found} == {fold(label) for label in wanted}


def test_parts_of_the_consultation_are_no_steps_of_work(tmp_path: Path) -> None:
    body = "1 諮問の概要\n(1) 件名\n予約の委託\n(2) 対象者\n会員\n(3) 予約の受付\n窓口で受ける。\n"
    matter = json.loads(read(tmp_path, body).case.to_json())["matters"][0]
    assert [step["label"] for step in matter.get("work", [])] == ["予約の受付"]

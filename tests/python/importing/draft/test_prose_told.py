"""Answers and consultations: what is named in passing, in short, in line with labels."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.importing.blocks import Place
from nagarezu.importing.draft import crosswalk
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

HEAD = """青波市個人情報保護審議会
施設予約の委託について（答申）
令和4年5月2日付けで諮問のあった件について、次のとおり答申します。
第1 審議会の結論
適当と認めます。
第2 諮問の内容
"""


def read(folder: Path, body: str) -> Any:
    paper = folder / "paper.txt"
    paper.write_text(HEAD + body, encoding="utf-8")
    return ng.import_document(paper, sources=("d",)).case


def stated(folder: Path, body: str) -> dict[str, set[Any]]:
    return importing_score.found(json.loads(read(folder, body).to_json()))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1 保護措置\n(1) 事業者の措置\nア 運用は、株式会社青空に委託する。\nイ 施錠する。\n",
         {("株式会社青空", "entrust", 1)}),
        ("1 経緯\n一般財団法人青波情報センター（以下「センター」という。）が整備した。\n"
         "センターの電子計算組織に結合する。\n",
         {("一般財団法人青波情報センター", "link", 1)}),
        ("1 委託先\n株式会社青空\n2 選定\n同社は、品質マーク認定事業者である。\n",
         {("株式会社青空", "entrust", 1)}),
        ("1 委託先\n株式会社青空\n2 受渡し\n会員管理システムから抽出した名簿を渡す。\n",
         {("株式会社青空", "entrust", 1), ("会員管理システム", "process", 0)}),
        ("1 概要\n予約受付アプリ（以下「あおなみ便」という。）を使う。あおなみ便に登録する。\n",
         {("あおなみ便", "process", 0)}),
        ("1 個人情報の項目\n(1) 窓口から予約支援システムが受信する項目\nア 番号\nイ 氏名\n",
         {("予約支援システム", "process", 0)}),
    ],
)  # fmt: skip
def test_recipients_named_in_passing(
    tmp_path: Path, body: str, wanted: set[tuple[str, str, int]]
) -> None:
    assert {fact[1:] for fact in stated(tmp_path, body)["recipient"]} == wanted


def test_a_verb_in_a_name_of_subjects_stays(tmp_path: Path) -> None:
    found = stated(tmp_path, "1 対象者\n職員が訪ねる高齢者　年間約300人\n")["subject"]
    assert {fact[0] for fact in found} == {"職員が訪ねる高齢者"}


def test_labels_in_line_with_known_ones_end_what_stands_above(tmp_path: Path) -> None:
    body = (
        "別紙\n事務の概要\n\n対象者　　　　予約をした会員\n　　　　　　　会員の家族\n\n"
        "流れ図の別　　１　会員は、窓口で申し込む。\n　　　　　　　２　職員は、結果を渡す。\n\n"
        "事務の目的　　予約を早くする。\n\n委託先　　　　株式会社青空\n"
    )
    facts = stated(tmp_path, body)
    assert {fact[0] for fact in facts["subject"]} == {"予約をした会員", "会員の家族"}
    assert {fact[1] for fact in facts["recipient"]} == {"株式会社青空"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 番号\n2 請求年月\n3 金額", ["番号", "請求年月", "金額"]),  # 月 ends a line, no date
        ("1 番号\n2 令和6年\n3 月分の記録", ["番号", "令和6年\n3 月分の記録"]),
    ],
)
def test_a_number_below_a_month(text: str, wanted: list[str]) -> None:
    assert [node.passage.text for node in outline(Passage(text))[1]] == wanted


def test_a_paper_that_is_attached_is_cited_by_where_it_stands(tmp_path: Path) -> None:
    body = (
        "1 保護措置\n(1) 契約書に「個人情報特記事項」（別紙）を付し、守らせる。\n"
        "別紙\n個人情報特記事項\n第1 秘密の保持\n乙は、秘密を漏らしてはならない。\n"
        "第2 返還\n乙は、資料を甲に返さなければならない。\n"
    )
    assert stated(tmp_path, body)["reference"] == {("別紙", True)}


_MEASURES = "1 項目\nア 氏名\nイ 住所\n2 保護措置\n(1) 施錠する。\n(2) 記録を残す。\n"


@pytest.mark.parametrize(
    ("cited", "number"),
    [("第2の2に掲げる措置は、相当である。", 2), ("第2の1に掲げる項目は、必要である。", 0)],
)
def test_a_whole_part_is_cited(tmp_path: Path, cited: str, number: int) -> None:
    body = f"{_MEASURES}第3 審議会の判断理由\n1 措置について\n{cited}\n"
    content = json.loads(read(tmp_path, body).to_json())
    found = [one for each in content.get("criteria", []) for one in each["references"]]
    assert len(found) == number
    assert all(one.get("measure") for one in found)


def test_a_period_of_those_further_on_lies_within_the_contract_or_is_asked_about(
    tmp_path: Path,
) -> None:
    body = (
        "1 委託先\n株式会社青空\n2 委託の期間\n令和4年4月1日から令和5年3月31日まで\n"
        "3 再委託の期間\n令和4年4月1日から令和5年5月31日まで\n"
    )
    rows = read(tmp_path, body).table("findings").to_json()["rows"]
    assert "period_outside_contract" in {row["code"] for row in rows}


def test_a_claim_that_names_a_group_is_of_its_items(tmp_path: Path) -> None:
    body = (
        "1 委託先\n株式会社青空\n2 委託先に渡す項目\nア 申込者の状態\n(ア) 体温\n(イ) 脈拍\n"
        "イ 氏名\nウ 電話番号\n第3 審議会の判断理由\n1 範囲\n"
        "委託先に渡す項目は、氏名及び申込者の状態のみである。\n"
    )
    case = read(tmp_path, body)
    labels = {each["id"]: each["label"] for each in json.loads(case.to_json())["items"]}
    claims = [c for c in json.loads(case.to_json())["claims"] if c["kind"] == "only"]
    assert [{labels[id_] for id_ in claim["items"]} for claim in claims] == [
        {"氏名", "体温", "脈拍"}
    ]


def test_a_kanji_that_nobody_counts_by_is_resolved_and_asked() -> None:
    """力 for カ names one measure only; that it was misread is for a person to confirm."""
    builder = Builder()
    measures = {("ア", "カ"): "m1-own-6", ("ア", "オ"): "m1-own-5"}
    cited = Passage.of("ア(力)", Place("d", 1, "1"))
    found = crosswalk.reference(builder, "ア(力)", ("ア", "力"), cited, measures)
    assert found["measure"] == "m1-own-6"
    assert found["provenance"][0]["confidence"] < 0.9
    assert [each.code for each in builder.notes.questions] == ["look_alike_number"]


def test_a_head_above_a_law_is_no_part_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(
        "みどり市個人情報保護審議会\n配食の委託について（答申）\n\n1 審議会の結論\n"
        "みどり市個人情報保護条例第11条第1項の規定により、適当と認める。\n"
        "2 委託先\n株式会社くるみ\n",
        "utf-8",
    )
    content = ng.import_document(path, sources=("d",)).content
    assert [each["label"] for each in content["basis"]] == ["みどり市個人情報保護条例第11条第1項"]

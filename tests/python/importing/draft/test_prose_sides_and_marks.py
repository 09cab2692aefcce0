"""Names, sides, marks in front of lines, days and groups, as other offices print them."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.claims import scoped
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import closed, names
from nagarezu.importing.passage import Passage

LETTER = """霧丘町個人情報保護審査会　様

霧丘町長

配食事業に係る個人情報の取扱いについて（諮問）

次のとおり意見を求めます。

"""


def case(text: str) -> dict[str, Any]:
    """The case of a short paper below the letter."""
    made: dict[str, Any] = json.loads(drafts.draft(LETTER + text).case.to_json())
    return made


def labels(made: dict[str, Any], relation: str) -> list[str]:
    """Who is named in a relation, in the order of the flows."""
    holders = {each["id"]: each["label"] for each in made["holders"]}
    flows = [flow for flow in made["flows"] if flow["relation"] == relation]
    return [holders[id_] for flow in flows for id_ in flow["to"]]


def sides(made: dict[str, Any]) -> list[tuple[str, str]]:
    """Party and position of each measure."""
    return [(each["party"], each["position"]) for each in made["safeguards"]]


@pytest.mark.parametrize(
    "answer",
    [
        *("禁止", "禁止する", "全面禁止", "原則として禁止", "不可", "認めず", "行わず", "予定なし"),
        *("要承認", "事前承認制", "承諾制", "許可制", "承認を要する", "対象外", "×", "都度承認"),
    ],
)
def test_an_answer_is_no_name(answer: str) -> None:
    assert names.partners(Passage(answer)) == []


@pytest.mark.parametrize(
    "name", ["可児市", "可部印刷", "許可申請センター", "要田町", "届出受付センター", "構成印刷"]
)
def test_a_name_that_begins_like_an_answer_is_one(name: str) -> None:
    assert [each.label for each in names.partners(Passage(name))] == [name]


@pytest.mark.parametrize(
    "heads",
    [
        ("市が行うもの", "委託先が行うもの"),
        ("町の対策", "委託先の対策"),
        ("町が講ずる措置", "受託者が講ずる措置"),
        ("（町）", "（受託者）"),
        ("〈町〉", "〈受託者〉"),
    ],
)
def test_heads_between_measures_are_sides(heads: tuple[str, str]) -> None:
    made = case(
        "1　委託先\n株式会社きりおか配食\n\n2　安全対策\n"
        f"{heads[0]}\n・名簿を書庫に納める。\n・鍵を課長が持つ。\n"
        f"{heads[1]}\n・名簿を複写しない。\n・配達の後に裁断する。\n\n3　その他\n特になし。\n"
    )
    assert sides(made) == [("own", "1"), ("own", "2"), ("partner", "1"), ("partner", "2")]


def test_iroha_count_lines() -> None:
    made = case(
        "一　渡す項目\nイ　氏名\nロ　住所\nハ　電話番号\nニ　配達日\n\n"
        "二　委託先\n株式会社きりおか配食\n"
    )
    assert [entry["label"] for entry in made["lists"][0]["entries"]] == [
        *("氏名", "住所", "電話番号", "配達日")
    ]


def test_chapters_and_sections_head_a_paper() -> None:
    made = case(
        "第1章　趣旨\n配食を委託したい。\n\n第2章　内容\n第1節　委託先\n株式会社きりおか配食\n"
        "第2節　渡す項目\n(1)　氏名\n(2)　住所\n第3節　安全対策\n"
        "(1)　町の対策\nア　名簿を書庫に納める。\n"
        "イ　鍵を課長が持つ。\n"
    )
    assert labels(made, "entrust") == ["株式会社きりおか配食"]
    assert [entry["label"] for entry in made["lists"][0]["entries"]] == ["氏名", "住所"]
    assert [party for party, _ in sides(made)] == ["own", "own"]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("(3)　サイトの公開　令和6年8月1日", "2024-08-01"),
        ("(3)　窓口の開設　令和6年8月1日", "2024-08-01"),
        ("3　実施の予定\n令和6年8月1日　委託の開始\n令和6年9月1日　受付の開始", "2024-08-01"),
        ("3　今後の予定\n(1)　令和6年8月1日　委託の開始", "2024-08-01"),
        ("3　システムの稼働\n令和6年8月1日", "2024-08-01"),
        ("3　開始\n令和6年8月1日から使い始める。", "2024-08-01"),
        ("3　その他\n受付は、令和6年8月1日から始める。", "2024-08-01"),
    ],
)
def test_a_day_beside_what_begins(line: str, start: str) -> None:
    made = case(
        "1　理由\n配食を委託する。\n2　委託の概要\n(1)　委託先\n株式会社きりおか配食\n"
        f"(2)　委託する事務\n配達\n{line}\n"
    )
    assert start in [each.get("start") for each in made["matters"][0].get("periods", [])]


def test_a_quoted_system_is_called_by_all_of_its_words() -> None:
    made = case(
        "1　趣旨\n「鳥の巣箱受付システム」（以下「本システム」という。）を設けることとした。\n"
        "2　処理する項目\n本システムに登録する項目は、次のとおりである。\n(1)　氏名\n(2)　住所\n"
    )
    assert labels(made, "process") == ["鳥の巣箱受付システム"]


def test_whom_a_partner_entrusts_is_of_the_second_tier() -> None:
    made = case(
        "1　提供先\n社会福祉法人きりおか会\n2　提供する項目\n(1)　氏名\n(2)　住所\n"
        "3　利用の方法\n社会福祉法人きりおか会は、配達を株式会社あけび運送に委託している。\n"
    )
    assert labels(made, "reentrust") == ["株式会社あけび運送"]


def test_a_year_in_the_name_of_a_group_that_a_day_counts() -> None:
    told = (
        "1　経緯\n令和2年度に申し込んだ世帯は、令和3年3月31日現在で{}世帯である。\n"
        "2　必要性\n令和3年3月31日現在で、令和2年度に申し込んだ世帯は{}世帯に上る。\n"
    )
    assert "count_differs" in drafts.raised(LETTER + told.format(642, 624))
    assert "count_differs" not in drafts.raised(LETTER + told.format(642, 642))


@pytest.mark.parametrize(
    "sentence",
    [
        "受信した情報を、口座振替以外の目的に使わないこと。",
        "生年は年齢の確認に限って用いることとし、他の目的に用いない。",
        "電話番号は緊急の連絡以外に使わない。",
        "氏名を発送以外の用途に使わせない。",
    ],
)
def test_for_what_it_is_used_says_nothing_of_who_has_it(sentence: str) -> None:
    assert not list(closed.read(sentence))


@pytest.mark.parametrize(
    ("sentence", "copy"),
    [
        ("操作の履歴には、個人を特定できる情報は含まれない。", True),
        ("研修用の画面は見本であり、個人を特定できる情報は含まれない。", True),
        ("訪問の控えから個人は分からない。", True),
        ("渡す名簿には、個人を特定できる情報は含まれない。", False),
        ("台帳に記録する項目からは、個人を特定できない。", False),
    ],
)
def test_what_is_made_beside_a_list(sentence: str, copy: bool) -> None:
    assert scoped.of_copy(Said(sentence, Passage(), "")) is copy


@pytest.mark.parametrize(
    ("cited", "missing"),
    [("3のアのｃ", True), ("3のイのｂ", False), ("3のイのｃ", True), ("3のアのａ", False)],
)
def test_marks_that_any_sentence_cites(cited: str, missing: bool) -> None:
    text = (
        "1　趣旨\n配食を行う。\n2　委託先\n株式会社きりおか配食\n3　安全対策\n"
        "ア　町\n　ａ　書庫に納める。\n"
        "　ｂ　鍵を持つ。\nイ　委託先\n　ａ　複写しない。\n　ｂ　裁断する。\n"
        f"4　その他\n{cited}に掲げる事項は、毎年確かめる。\n"
    )
    assert ("crosswalk_unresolved" in drafts.raised(LETTER + text)) is missing


def test_a_union_of_municipalities_is_the_own_side() -> None:
    text = (
        "鳴瀬広域連合審査会会長　様\n\n鳴瀬広域連合長\n\n健診の結果の提供について（諮問）\n\n"
        "1　提供先\n構成市町のうち、鳴瀬市及び鳴瀬北町\n2　提供する項目\n(1)　氏名\n(2)　住所\n"
        "3　安全対策\n広域連合が行うもの\n・容器に入れて運ぶ。\n・枚数を記す。\n"
        "構成市町が行うもの\n・保管庫に納める。\n・年度末に消去する。\n"
    )
    made: dict[str, Any] = json.loads(drafts.draft(text).case.to_json())
    assert labels(made, "provide") == ["鳴瀬市", "鳴瀬北町"]
    assert [party for party, _ in sides(made)] == ["own", "own", "partner", "partner"]

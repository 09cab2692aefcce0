"""Papers of questions and answers: each question heads what its answer lists."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import drafts
import pytest

from nagarezu.importing.form.prose.topics import topic_of

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

PAPER = """北浜市個人情報保護審議会　資料1
配食の業務を委託することについて
福祉課

この資料は、御質問に担当課がお答えするものです。

{q}1　どのような事業ですか。
{a}　ひとり暮らしの高齢者に夕食を届けるものです。
{q}2　対象は何人ですか。
{a}　次のとおりです。
　　対象　　　　　　　　　人数
　　配食を申し込んだ者　　312人（令和8年4月1日現在）
{q}3　{items}
{a}　{listed}
{q}4　だれに、どの仕事を頼むのですか。
{a}　次の2者です。再委託については、市があらかじめ書面で承諾します。
{partners}
{q}5　漏えいを防ぐため、市は何をしますか。
{a}　次の措置をとります。
　1　名簿を施錠する。
　2　研修を行う。
{q}6　{theirs}
{a}　次の措置を契約書に書き込みます。
　1　名簿を施錠する。
"""
BLOCKS = """　　株式会社みなと配食（委託先）
　　　仕事：調理、配達
　　　期間：令和8年6月1日から令和9年3月31日まで
　　有限会社はま運送（再委託先）
　　　仕事：配達の一部
　　　期間：令和8年7月1日から令和8年8月31日まで"""
KANA = """　ア　株式会社みなと配食（委託先。調理、配達）
　　期間　令和8年6月1日から令和9年3月31日まで
　イ　有限会社はま運送（再委託先。配達の一部）
　　期間　令和8年7月1日から令和8年8月31日まで"""
FORM = {
    "q": "問",
    "a": "答",
    "items": "市は、どのような情報を使いますか。",
    "listed": "名簿から次の項目を抜き出します。\n　　① 氏名\n　　② 住所",
    "partners": BLOCKS,
    "theirs": "委託先には何をさせますか。",
}


def facts(**more: str) -> dict[str, set[Any]]:
    made = drafts.draft(PAPER.format_map(FORM | more))
    assert drafts.codes(made) == set()
    return importing_score.found(json.loads(made.case.to_json()))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"q": "Q", "a": "A"},
        {"q": "質問", "a": "回答"},
        {"items": "どのような項目を渡すのですか。", "listed": "氏名及び住所です。"},
        {"items": "何の情報を扱いますか。", "listed": "次の2項目です。\n(1) 氏名\n(2) 住所"},
        {"items": "扱う情報は何ですか。", "listed": "(1) 氏名　(2) 住所"},
        {"partners": KANA},
        {"theirs": "委託先はどのように情報を守りますか。"},
        {"theirs": "事業者にどのような措置を講じさせますか。"},
    ],
)
def test_questions_head_what_their_answers_list(more: dict[str, str]) -> None:
    found = facts(**more)
    assert found["subject"] == {("配食を申し込んだ者", 312, "person", "2026-04-01", "exact")}
    assert {(position, label) for _, position, label, _ in found["item"]} == {
        ("1", "氏名"),
        ("2", "住所"),
    }
    assert found["recipient"] == {
        (1, "株式会社みなと配食", "entrust", 1),
        (1, "有限会社はま運送", "reentrust", 2),
    }
    assert {row[1::2] for row in found["safeguard"]} == {
        ("own", "1"),
        ("own", "2"),
        ("partner", "1"),
    }
    assert {row[1:] for row in found["period"]} == {
        ("2026-06-01", "2027-03-31"),
        ("2026-07-01", "2026-08-31"),
    }


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("名簿がそのまま渡ってしまうのではありませんか。", ""),
        ("だれがどう答えたかが分かる心配はありませんか。", ""),
        ("いつから始めるのですか。", "time"),
        ("情報は、どのように受け渡しますか。", "medium"),
        ("委託先はどこですか。", "partner"),
        ("委託の目的は何ですか？", "history"),
        ("情報はどう守りますか。", "safeguards"),
        ("どのシステムで記録しますか。", "computer"),
        ("だれの情報を使うのか", "subjects"),
    ],
)
def test_what_a_question_is_about(question: str, topic: str) -> None:
    assert topic_of(question) == topic


def test_a_list_of_a_question_that_asks_something_else_is_led_to() -> None:
    more = "\n問7　答えた人が分かる心配はありませんか。\n答　ありません。"
    more += "名簿の項目は、次のとおりです。\n　① 受付番号\n　② 満足度\n"
    made = drafts.draft(PAPER.format_map(FORM) + more)
    found = importing_score.found(json.loads(made.case.to_json()))
    assert {"受付番号", "満足度"} <= {row[2] for row in found["item"]}

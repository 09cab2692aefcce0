"""Papers that end their sentences politely read as plain ones do, and print what they say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import drafts
import pytest

from nagarezu.importing.polite import Polite, plain

sys.path.insert(0, str(Path(__file__).parents[2]))
import importing_score


@pytest.mark.parametrize(
    ("polite", "wanted"),
    [
        ("委託します。", "委託する。"),
        ("台帳を引き渡します。", "台帳を引き渡す。"),
        ("名簿を受渡します。", "名簿を受渡す。"),
        ("権限を有します。", "権限を有する。"),
        ("市が行います。", "市が行う。"),
        ("端末を用います。", "端末を用いる。"),
        ("書庫に保管しております。", "書庫に保管している。"),
        ("書庫に保管していました。", "書庫に保管していた。"),
        ("名簿を運びました。", "名簿を運んだ。"),
        ("封をして送りました。", "封をして送った。"),
        ("住所は渡しません。", "住所は渡さない。"),
        ("住所はありません。", "住所はない。"),
        ("再委託はいたしません。", "再委託はしない。"),
        ("項目は氏名でございます。", "項目は氏名である。"),
        ("項目は氏名のみです。", "項目は氏名のみである。"),
        ("問題はないです。", "問題はない。"),
        ("内容を確かめます（年1回行います）。", "内容を確かめる（年1回行う）。"),
        ("渡しませんでした。", "渡さなかった。"),
        ("お客様が使う。", "お客様が使う。"),
    ],
)  # fmt: skip
def test_what_a_polite_ending_stands_for(polite: str, wanted: str) -> None:
    assert plain(polite) == wanted


PAPER = """北浜市長
配食の業務の委託に係る個人情報の取扱いについて（諮問）
1　理由
　夕食を届けるために委託{suru}。
2　対象者
　配食を申し込んだ者312人（令和7年4月1日現在）{dearu}。
3　委託先
　株式会社みなと配食に委託{suru}。配達の一部は、有限会社はま運送に再委託さ{reru}。
4　情報の項目
　氏名、住所及び電話番号{dearu}。
5　対策
(1)　市の対策
　ア　名簿を施錠{suru}。
(2)　委託先の対策
　ア　名簿を書庫に保管さ{seru}。
6　委託期間
　令和7年6月1日から令和8年3月31日まで{dearu}。
"""
PLAIN = {"suru": "する", "dearu": "である", "reru": "れる", "seru": "せる"}
POLITE = {"suru": "します", "dearu": "です", "reru": "れます", "seru": "せます"}


def test_a_polite_paper_says_what_a_plain_one_does() -> None:
    usual, polite = (drafts.draft(PAPER.format_map(each)) for each in (PLAIN, POLITE))
    facts = [importing_score.found(json.loads(each.case.to_json())) for each in (usual, polite)]
    assert facts[0] == facts[1]
    assert {row[2] for row in facts[1]["recipient"]} == {"entrust", "reentrust"}
    assert drafts.codes(usual) == drafts.codes(polite)


def test_a_draft_prints_the_polite_words() -> None:
    made = drafts.draft(PAPER.format_map(POLITE))
    labels = [each["label"] for each in made.content["safeguards"]]
    assert labels == ["名簿を施錠します。", "名簿を書庫に保管させます。"]


def test_a_sentence_that_stands_in_both_ways_is_left() -> None:
    read = Polite(
        ["名簿を施錠します。", "名簿を施錠する。", "渡します。", "住所です。", "使います。"]
    )
    assert read.usual("名簿を施錠します。") == "名簿を施錠します。"
    assert read.printed(read.usual("住所です。")) == "住所です。"
    assert read.usual("住所です。") == "住所である。"


def test_what_is_said_to_the_council_and_a_few_endings_are_left() -> None:
    asked = Polite(["次のとおり諮問します。", "渡します。", "住所です。"])
    assert not asked
    assert asked.usual("渡します。") == "渡します。"

"""Closed worlds in sentences: only, never, nobody is known, nothing is handed on."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft.claims import handed_on
from nagarezu.importing.fields import closed

SENTENCES = [
    ("清掃業者に渡すのは年齢だけである。", "only", "清掃業者", "年齢"),
    ("清掃業者が扱うのは年齢及び性別に限られる。", "only", "清掃業者", "年齢及び性別"),
    ("清掃業者には、年齢以外の項目を渡さない。", "only", "清掃業者", "年齢"),
    ("提供先は、水道課以外にない。", "only", "", "水道課"),
    ("移転は、水道課に対してのみ行う。", "only", "", "水道課"),
    ("性別は、いずれの業者においても取り扱わない。", "never", "いずれの業者", "性別"),
    ("どの業者にも血液型は知らせません。", "never", "どの業者", "血液型"),
    ("性別を除いた項目を水道課に渡す。", "never", "水道課", "性別"),
    ("配達業者が勤務先を目にすることはない。", "never", "配達業者", "勤務先"),
    ("本事務は、健康情報を扱わない事務である。", "never", "本事務", "健康情報"),
    ("水道課へ送るのは仮名にした一覧である。", "nobody", "水道課", ""),
    ("会員に渡すデータは匿名化されている。", "nobody", "会員", ""),
    ("水道課に渡すのは人数を数えた統計だけである。", "nobody", "水道課", ""),
    ("会員に渡す名簿には本人を特定できる項目を含めない。", "nobody", "会員", ""),
    ("個人を識別することができる情報を除いた一覧を水道課に渡す。", "nobody", "水道課", ""),
    ("水道課に記録された情報から住民を特定することはできない。", "nobody", "水道課", ""),
    ("合唱団に渡す名簿は勤務先を除いたものとする。", "never", "合唱団", "勤務先"),
    ("血液型は、この委託の対象外です。", "never", "この委託", "血液型"),
    ("この情報に触れる者は、水道課の職員以外にはいない。", "only", "", "水道課の職員"),
    ("作業を他の者に行わせない。", "myself", "", ""),
    ("どの会社にも再委託の実績はない。", "myself", "どの会社", ""),
]


@pytest.mark.parametrize(("sentence", "says", "who", "what"), SENTENCES)
def test_a_sentence_closes_a_world(sentence: str, says: str, who: str, what: str) -> None:
    told = [(one.says, one.who, one.alone or one.what) for one in closed.read(sentence)]
    assert any(one[:2] == (says, who) and one[2].startswith(what) for one in told), told


def test_what_others_send_is_said_of_them() -> None:
    told = [one.by for one in closed.read("計測器から送る情報には、氏名を含めない。")]
    assert told == ["計測器"]


@pytest.mark.parametrize(
    "sentence",
    [
        "同意を得た場合を除き、作業を他の者に行わせない。",
        "渡さない項目を一覧に示す。",
        "紙で渡すのは年齢だけである。",
        "再委託は、清掃業者でなければ行うことができない。",
        "知り得た情報を会員に知らせてはならない。",
        "名簿を外へ持ち出さない。",
        "識別できない状態にして、甲社が集計する。",
    ],
)
def test_other_sentences_close_nothing(sentence: str) -> None:
    assert not [one for one in closed.read(sentence) if one.who or one.what or one.alone]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("配送は、甲社が株式会社みずほ便に請け負わせる。", [("株式会社みずほ便", "甲社")]),
        ("甲社から再委託を受けた合同会社みずほが回収する。", [("合同会社みずほ", "甲社")]),
        ("再委託先の有限会社みずほの従業員が行う。", [("有限会社みずほ", "")]),
        ("甲社は、株式会社みずほ便に再委託しない。", []),
    ],
)
def test_a_sentence_says_who_hands_work_on(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.giver) for one in handed_on.told(sentence)] == wanted

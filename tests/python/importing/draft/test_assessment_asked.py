"""Papers about an assessment in an office's own words: questions, statements, boxes."""

from __future__ import annotations

import pytest
from drafts import draft, raised

_ASKED = """特定個人情報保護評価書のあらまし
松葉市福祉課

問１　だれの情報ですか。
答　医療費の助成を受けている方です。令和7年4月1日現在、2,310人です。
問２　どこに記録しますか。
助成システムに記録し、個人番号は番号管理システムで管理します。
問３　どのような項目を記録しますか。
記録するのは、次の項目です。
ア　本人に関すること
(ア) 氏名
(イ) 住所（任意）
イ　助成に関すること
(ア) 助成額
問４　市は情報をどう守りますか。
(1) 端末を固定する。
(2) 入室を記録する。
問５　委託先には何を求めますか。
ア　名簿を出させる。
問６　いつから使っていますか。
令和5年4月1日から使っています。
"""


def _items(text: str) -> list[tuple[object, ...]]:
    lists = draft(text).content["lists"]
    return [(each["label"], each.get("group")) for one in lists for each in one["entries"]]


def test_a_question_says_what_stands_below_it() -> None:
    content = draft(_ASKED).content
    group = content["subjects"][0]
    assert group["label"] == "医療費の助成を受けている方"
    assert [each["value"] for each in group["counts"]] == [2310]
    systems = [each["label"] for each in content["holders"] if each["kind"] == "system"]
    assert systems == ["助成システム", "番号管理システム"]
    assert [label for label, _ in _items(_ASKED)] == [
        "本人に関すること",
        "氏名",
        "住所",
        "助成に関すること",
        "助成額",
    ]
    measures = [(each["party"], each["position"]) for each in content["safeguards"]]
    assert measures == [("own", "1"), ("own", "2"), ("partner", "ア")]
    assert content["matters"][0]["periods"][0]["start"] == "2023-04-01"
    assert raised(_ASKED) == set()


@pytest.mark.parametrize(
    "heads", [("４　記録する項目", "５　今後の予定"), ("■ 記録項目は何か", "■ 今後の予定")]
)
def test_a_list_below_a_head_ends_at_the_next_one(heads: tuple[str, str]) -> None:
    text = f"""特定個人情報保護評価の説明資料
{heads[0]}
１　氏名
２　住所
３　税額
４　期別
５　納付額
{heads[1]}
令和6年3月1日から3月20日まで　試験
"""
    assert [label for label, _ in _items(text)] == ["氏名", "住所", "税額", "期別", "納付額"]
    assert draft(text).content["matters"][0]["periods"][0]["end"] == "2024-03-20"


_CROSSWALK = """特定個人情報保護評価書の概要
重点項目評価書
(1) 市が行う措置
番号\t措置
1\t端末を固定する。
2\t入室を記録する。
(2) 受託者に行わせる措置
記号\t措置
ア\t名簿を出させる。
イ\t媒体を返させる。
3 リスクと措置
リスク\t市の措置\t受託者の措置\t自己評価
漏えいのリスク\t1、2\tア\t十分である
紛失のリスク\t%s\t－\t十分である
"""


@pytest.mark.parametrize(("cited", "codes"), [("2", set()), ("5", {"crosswalk_unresolved"})])
def test_columns_of_marks_cite_the_measures_of_their_side(cited: str, codes: set[str]) -> None:
    text = _CROSSWALK % cited
    assert raised(text) == codes
    parties = [each["party"] for each in draft(text).content["safeguards"]]
    assert parties == ["own", "own", "partner", "partner"]


def test_only_one_section_says_nothing_of_those_outside() -> None:
    text = """特定個人情報保護評価書の概要
重点項目評価書
1 渡す相手
庁舎の中で他の課に渡すのは福祉課に対してだけで、そのほかの課には渡しません。
区分\t相手\t渡す情報\t使いみち\t方法
委託\t株式会社みどり印刷\t氏名、住所\t印刷\t専用線
移転\t福祉課\t氏名、住所\t審査\t庁内連携システム
"""
    assert "claim_against_list" not in raised(text)
    more = f"{text}移転\t保育課\t氏名、住所\t調整\t庁内連携システム\n"
    assert "claim_against_list" in raised(more)
    flows = draft(text).content["flows"]
    assert [each["relation"] for each in flows] == ["entrust", "transfer"]

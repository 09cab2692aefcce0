"""Tables of what goes to whom beside the rows of partners, lists of work told again with dots."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

LETTER = """あさひ町長

バスの利用調査に係る発送の委託及び集計表の提供について（諮問）

1　対象者
町内に住む者　3,164人（令和7年6月1日現在）
2　発送の委託
(1)　委託先
合同会社きつね便
(2)　{work}
ア　宛名の印刷
イ　調査票の封入
ウ　郵便局への差出し
エ　返送の受付
(3)　委託先に渡す項目
ア　氏名
イ　住所
3　集計表の提供
(1)　{role}
{named}
(2)　提供の方法
紙に印刷して手渡す。
4　受渡しの一覧
番号	{heads}
1	町	合同会社きつね便	宛名
2	{persons}	町	回答
3	町	かもめバス株式会社	集計表
4	町	しらさぎ鉄道株式会社	集計表
{last}
5　町の判断
{told}
"""
BOTH = "かもめバス株式会社及びしらさぎ鉄道株式会社"
LAST = "5	町	公益財団法人つばめ研究所	集計表"


def paper(**words: str) -> str:
    given = {
        "work": "委託の内容",
        "role": "提供先",
        "named": BOTH,
        "heads": "渡す側	受け取る側	内容",
        "persons": "対象者",
        "last": LAST,
        "told": "適当である。",
    }
    return LETTER.format(**{**given, **words})


def relations(text: str) -> dict[str, str]:
    case: dict[str, Any] = draft(text).content
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {
        names[flow["to"][0]]: flow["relation"]
        for flow in case["flows"]
        if flow["relation"] != "process"
    }


PARTNERS = {
    "合同会社きつね便": "entrust",
    "かもめバス株式会社": "provide",
    "しらさぎ鉄道株式会社": "provide",
    "公益財団法人つばめ研究所": "provide",
}


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"heads": "どこから	どこへ	内容"},
        {"heads": "送り手	受け手	情報"},
        {"heads": "渡し手	受取り手	内容"},
        {"heads": "提供元	提供先	データ"},
        {"role": "集計表の提供先"},
        {"named": "ア　かもめバス株式会社\nイ　しらさぎ鉄道株式会社"},
        {"persons": "町民"},
        {"persons": "回答した者"},
        {"persons": "調査の対象となる方"},
        {"persons": "児童の保護者"},
    ],
)
def test_who_gets_what_others_get_stands_as_they_do(words: dict[str, str]) -> None:
    made = paper(**words)
    assert relations(made) == PARTNERS
    assert "named_once" in raised(made)


@pytest.mark.parametrize(
    "words",
    [
        {"last": ""},
        {"named": f"{BOTH}並びに公益財団法人つばめ研究所"},
        {"last": "5	町	町民	お知らせ"},
        {"last": "5	交通課	総務課	集計表"},
    ],
)
def test_tables_that_name_the_same_partners_are_silent(words: dict[str, str]) -> None:
    assert "named_once" not in raised(paper(**words))


@pytest.mark.parametrize(
    "head",
    [
        "委託する内容",
        "委託する仕事の内容",
        "委託先に行わせる業務",
        "受託者が担う業務",
        "委託しようとする業務",
        "委託に出す作業",
        "委託先に任せる仕事",
        "外注する業務",
        "任せる内容",
        "頼む仕事",
        "渡し方",
        "決めごと",
        "手を借りる場面",
    ],
)
def test_lists_of_work_name_nobody(head: str) -> None:
    assert relations(paper(work=head)) == PARTNERS


DOTTED = """委託する業務は次のとおりであり、いずれも必要と認める。
{mark}宛名の印刷
{mark}調査票の封入
{mark}郵便局への差出し
{mark}{last}"""


@pytest.mark.parametrize("mark", ["・", "●", "○", "- ", "　・", "■"])
@pytest.mark.parametrize(("last", "differs"), [("電話の応対", True), ("返送の受付", False)])
def test_lists_with_dots_are_lists_of_work(mark: str, last: str, differs: bool) -> None:
    made = paper(told=DOTTED.format(mark=mark, last=last))
    assert ("contents_differ" in raised(made)) is differs

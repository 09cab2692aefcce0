"""Lists and measures behind the cards, of files that only the line above each card numbers."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

CARD = """{head}

個人情報ファイルの名称	{name}
行政機関等の名称	あさひ浜町長
利用目的	{name}に係る事務を行うため
記録項目	1 氏名、2 住所、3 電話番号
記録範囲	{whom}　{number}人（令和7年4月1日現在）
記録情報の収集方法	本人の申込み
経常的提供先	なし

"""
BEHIND = """別表　委託の一覧

ファイル	委託先	委託の内容	委託の期間	再委託
{first}	株式会社なみのり計算	名簿の印刷	令和7年4月1日から令和8年3月31日まで	{further}
{second}	一般財団法人みなと協会	会場の受付	令和7年6月1日から令和7年8月31日まで	なし

{whose}
（{first}）
(1) 事業所を年1回検査する。
(2) 名簿の部数を確認する。
（{second}）
(1) 受付簿を毎日回収する。
"""
FURTHER = (
    "製本を、町の承諾を得てはまかぜ製本株式会社に再委託（令和7年5月1日から令和8年2月28日まで）"
)


def paper(
    head: str = "個人情報ファイル簿　（{0}）",
    codes: tuple[str, str] = ("水産－1", "水産－2"),
    further: str = FURTHER,
    whose: str = "受託者に対する町の措置",
) -> dict[str, Any]:
    files = (("釣り桟橋利用者ファイル", "利用者", 804), ("浜まつり出店者ファイル", "出店者", 96))
    cards = "".join(
        CARD.format(head=head.format(code), name=name, whom=whom, number=number)
        for code, (name, whom, number) in zip(codes, files, strict=True)
    )
    behind = BEHIND.format(first=codes[0], second=codes[1], further=further, whose=whose)
    made = drafts.draft("あさひ浜町　水産課\n個人情報ファイル簿\n\n" + cards + behind)
    content: dict[str, Any] = made.content
    return content


def going(content: dict[str, Any]) -> set[tuple[str, str, str]]:
    holders = {each["id"]: each["label"] for each in content["holders"]}
    return {
        (flow["matter"], flow["relation"], holders[to])
        for flow in content["flows"]
        if flow["relation"] != "collect"
        for to in flow["to"]
    }


def terms(content: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {
        (matter["id"], each["start"], each["end"])
        for matter in content["matters"]
        for each in matter.get("periods", [])
    }


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("個人情報ファイル簿　（{0}）", ("水産－1", "水産－2")),
        ("【{0}】", ("水-01", "水-02")),
        ("個人情報ファイル簿　{0}", ("水産第1号", "水産第2号")),
        ("個人情報ファイル簿（整理番号　{0}）", ("31", "32")),
        ("№{0}", ("31", "32")),
    ],
)
def test_the_number_above_a_card_is_that_of_the_list_behind(
    head: str, codes: tuple[str, str]
) -> None:
    made = paper(head, codes)
    assert going(made) == {
        ("m1", "entrust", "株式会社なみのり計算"),
        ("m1", "reentrust", "はまかぜ製本株式会社"),
        ("m2", "entrust", "一般財団法人みなと協会"),
    }
    assert ("m2", "2025-06-01", "2025-08-31") in terms(made)
    measures = {(each["matter"], each["position"]) for each in made["safeguards"]}
    assert measures == {("m1", "1"), ("m1", "2"), ("m2", "1")}


@pytest.mark.parametrize(
    ("whose", "party"),
    [
        ("受託者に対する町の措置", "own"),
        ("委託先に対し町が講じる措置", "own"),
        ("受託者に対する措置", "partner"),
        ("受託者に行わせる措置", "partner"),
    ],
)
def test_measures_toward_a_partner_are_of_whoever_takes_them(whose: str, party: str) -> None:
    assert {each["party"] for each in paper(whose=whose)["safeguards"]} == {party}


def test_a_cell_of_what_is_handed_on_tells_its_term() -> None:
    assert ("m1", "2025-05-01", "2026-02-28") in terms(paper())


def test_a_consent_is_no_term() -> None:
    said = "はまかぜ製本株式会社（令和7年3月3日承諾）"
    made = terms(paper(further=said))
    assert made == {("m1", "2025-04-01", "2026-03-31"), ("m2", "2025-06-01", "2025-08-31")}


LISTED = """個人情報取扱事務登録簿
あさひ浜町教育委員会　公民館

登録番号	事務の名称	事務の目的	対象者	個人情報の項目	提供先
1	講座受付事務	講座の申込みを受けるため	申込者 640人（令和6年度）	1 氏名、2 住所	なし
2	分館貸室事務	部屋の予約を受けるため	使用者 1,270人（令和6年度）	1 氏名、2 電話番号	なし

別表　委託及び指定管理の状況
登録番号	区分	相手方	内容	期間	再委託
1	委託	有限会社さざなみ印刷	受講票の印刷	令和7年4月1日から令和8年3月31日まで	\
うしお製本株式会社（裁断）、令和7年5月1日から令和8年3月31日まで
2	指定管理	株式会社まちの広場	分館の管理	令和6年4月1日から令和11年3月31日まで	なし

公民館が行う措置
【登録番号1】
(1) 受講票の枚数を確認する。
【登録番号2】
(1) 分館の取扱いを年2回、実地に確認する。
(2) 予約簿を月末に裁断する。
"""


def test_a_list_says_by_what_each_gets_the_work() -> None:
    made: dict[str, Any] = drafts.draft(LISTED).content
    assert going(made) == {
        ("m1", "entrust", "有限会社さざなみ印刷"),
        ("m1", "reentrust", "うしお製本株式会社"),
        ("m2", "delegate", "株式会社まちの広場"),
    }
    own = [each["label"] for each in made["lists"] if each["holders"] == ["own"]]
    assert len(own) == len(made["lists"])  # 内容 is the work, no items
    assert ("m1", "2025-05-01", "2026-03-31") in terms(made)


def test_measures_stand_below_the_number_of_their_file() -> None:
    made: dict[str, Any] = drafts.draft(LISTED).content
    measures = {(each["matter"], each["party"], each["position"]) for each in made["safeguards"]}
    assert measures == {("m1", "own", "1"), ("m2", "own", "1"), ("m2", "own", "2")}


@pytest.mark.parametrize(
    "remark",
    [
        "受付は株式会社おきつ舎に委託（令和6年10月1日から令和9年9月30日まで）",
        "受付を株式会社おきつ舎に委託している（令和6年10月1日から令和9年9月30日まで）。",
        "令和6年10月1日から令和9年9月30日まで株式会社おきつ舎に受付を委託する。",
    ],
)
def test_a_remark_that_hands_on_work_tells_the_term(remark: str) -> None:
    card = CARD.format(head="【1】", name="潮干狩り場ファイル", whom="利用者", number=52)
    made = drafts.draft("個人情報ファイル簿\nあさひ浜町\n" + card.strip() + f"\n備考	{remark}\n")
    assert ("m1", "2024-10-01", "2027-09-30") in terms(made.content)


def test_a_remark_about_anything_else_tells_none() -> None:
    card = CARD.format(head="【1】", name="潮干狩り場ファイル", whom="利用者", number=52)
    remark = "備考	令和6年10月1日から令和9年9月30日まで閉鎖する。\n"
    made = drafts.draft("個人情報ファイル簿\nあさひ浜町\n" + card.strip() + "\n" + remark)
    assert not terms(made.content)


def test_the_measures_beside_a_sub_contractor_are_of_the_contractor() -> None:
    listed = LISTED.replace("\t再委託\n", "\t再委託先\t受託者に講じさせる措置\n")
    listed = listed.replace(
        "うしお製本株式会社（裁断）、令和7年5月1日から令和8年3月31日まで",
        "うしお製本株式会社\t(1) 名簿を施錠できる棚に置かせる。(2) 再委託先にも誓約書を出させる。",
    ).replace("\tなし\n\n公民館", "\tなし\t(1) 従事者の名簿を出させる。\n\n公民館")
    made: dict[str, Any] = drafts.draft(listed.partition("公民館が行う")[0]).content
    theirs = [each for each in made["safeguards"] if each["matter"] == "m1"]
    flows = {each["id"]: each["relation"] for each in made["flows"]}
    assert theirs
    for each in theirs:
        reached = {flows[id_] for id_ in each.get("applies_to", [])}
        assert not reached or "entrust" in reached


def test_a_district_is_no_town() -> None:
    said = "緑地地区の指定及び緑地地区に住所を有する者"
    text = "個人情報ファイル簿\nしらはま市長　都市計画課\n" + CARD.format(
        head="【1】", name="緑地台帳ファイル", whom=said, number=52
    ).replace("あさひ浜町長", "しらはま市長")
    assert drafts.draft(text).content["municipality"]["name"] == "しらはま市"


@pytest.mark.parametrize(
    "said", ["本人の数が1,000人に満たないが、町の方針により登載", "本人の数が1,000人未満のため任意"]
)
def test_what_the_law_leaves_out_is_no_number(said: str) -> None:
    card = CARD.format(head="【1】", name="潮干狩り場ファイル", whom="利用者", number=52)
    made = drafts.draft("個人情報ファイル簿\nあさひ浜町\n" + card.strip() + f"\n備考	{said}\n")
    (group,) = made.content["subjects"]
    assert [each["value"] for each in group["counts"]] == [52]

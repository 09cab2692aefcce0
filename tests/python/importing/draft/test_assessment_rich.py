"""Rich assessments: counted rows, heads for all files, measures cited by name, things told of."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from drafts import draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 みずほ市長\n"
TWO_FILES = (
    "Ⅱ 特定個人情報ファイルの概要\n特定個人情報ファイル名 給付台帳ファイル\n本人の数\t"
    "2,400人\n本人の範囲\t給付を受けた者\n"
    "記録項目\t基本情報：宛名番号、氏名　給付情報：給付日、給付額、口座番号\n3　入手及び使用\n"
    "特定個人情報ファイル名 申請受付ファイル\n本人の数\t3,100人\n本人の範囲\t申請をした者\n"
    "記録項目\t基本情報：受付番号、氏名　申請情報：申請日、世帯人数、電話番号\n3　入手及び使用\n"
)
LISTS = (
    "（別添2）特定個人情報ファイル記録項目\n(1)　給付台帳ファイル\n"
    "1宛名番号　2氏名　3給付日　4給付額　5口座番号\n"
    "(2)　申請受付ファイル\n1受付番号　2氏名　3申請日　4世帯人数　5電話番号\n"
)
PARTNER = (
    "委託1　申請書の入力\n委託内容\t申請書の入力\n委託先\t株式会社そよかぜ入力\n"
    "契約期間\t令和8年4月1日から令和9年3月31日まで\n"
    "受渡しの方法\t［○］電子記録媒体（DVD-R）　［　］フラッシュメモリ　［○］紙\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(HEAD + text).content


def codes(text: str) -> Counter[str]:
    rows = draft(HEAD + text).case.table("findings").to_json()["rows"]
    return Counter(row["code"] for row in rows)


@pytest.mark.parametrize(
    "heads", ["システム\t機能\t他のシステムとの接続", "システムの名称\t主な機能\t接続"]
)
def test_rows_of_systems_bear_numbers(heads: str) -> None:
    rows = (
        "1 給付システム\t審査\t［○］宛名システム\n2 宛名システム\t検索\t［○］給付システム\n"
        "3 24時間受付システム\t受付\t［○］給付システム\n"
    )
    found = case(f"Ⅰ 基本情報\n2　使用するシステム\n{heads}\n{rows}")["holders"]
    names = [each["label"] for each in found if each["kind"] == "system"]
    assert names == ["給付システム", "宛名システム", "24時間受付システム"]


@pytest.mark.parametrize(
    "head",
    [
        "委託事項（ファイル1及び2）",
        "委託事項（ファイル1から2まで）",
        "委託事項（全ファイル共通）",
        "委託事項（両ファイルに共通）",
    ],
)
def test_a_head_for_all_files_ends_the_last_of_them(head: str) -> None:
    content = case(TWO_FILES + f"{head}\n" + PARTNER + LISTS)
    matters = {each["title"]: each["id"] for each in content["matters"]}
    flow = next(each for each in content["flows"] if each["relation"] == "entrust")
    assert "申請受付ファイル" in matters
    assert flow["matter"] == content["matters"][0]["id"]


def test_the_outline_of_a_file_tells_its_items_again() -> None:
    assert codes(TWO_FILES + LISTS)["contents_differ"] == 0
    less = TWO_FILES.replace("給付額、口座番号", "給付額")
    other = LISTS.replace("　5電話番号", "")
    assert codes(less + LISTS)["contents_differ"] == 1
    assert codes(TWO_FILES + other)["contents_differ"] == 1
    main = TWO_FILES.replace("基本情報：宛名番号", "主な項目は、宛名番号").replace(
        "口座番号", "口座番号等"
    )
    assert codes(main + LISTS)["contents_differ"] == 0


HANDED = "別紙5　受渡し一覧\n番号\t渡す者\t受ける者\t内容\t方法\n"
ROWS = (
    "1\t本市\t株式会社そよかぜ入力\t申請書\t紙\n2\t株式会社そよかぜ入力\t本市\t入力データ\tDVD-R\n"
)


def test_ticked_ways_of_exchange_go_there_and_back() -> None:
    text = TWO_FILES + PARTNER + LISTS + HANDED + ROWS
    ways = {"channel_not_in_media", "medium_without_channel"}
    assert not ways & set(codes(text))
    assert ways & set(codes(text.replace("［○］電子記録媒体", "［　］電子記録媒体")))
    assert ways & set(codes(text.replace("［　］フラッシュメモリ", "［○］フラッシュメモリ")))


def test_a_ticked_way_may_be_that_of_a_sub_contractor() -> None:
    further = "再委託\t再委託する　再委託先：有限会社みちくさ便　再委託事項：完成品の運搬\n"
    rows = (
        "1\t本市\t株式会社そよかぜ入力\t入力原本\tDVD-R\n"
        "2\t株式会社そよかぜ入力\t有限会社みちくさ便\t通知書\t紙\n3\t有限会社みちくさ便\t"
        "本市\t通知書\t紙\n"
    )
    found = codes(TWO_FILES + PARTNER + further + LISTS + HANDED + rows)
    assert not {"channel_not_in_media", "medium_without_channel"} & set(found)


RISKS = (
    "Ⅲ リスク対策\n1　入手\n措置1　窓口で本人確認書類を確かめる。\n"
    "措置2　郵便の申請書は二人で開封する。\n"
    "2　使用\n措置3　利用者IDを職員ごとに付与する。\n措置4　操作記録を5年間保存する。\n"
    "表A　委託に係る措置\n番号\t本市が行う措置\t委託先に行わせる措置\n1\t鍵を管理する。\t"
    "鍵を管理させる。\n2\t記録を残す。\t記録を残させる。\n"
    "台帳の様式\t件名及び日付を書く。\n"
)
CHECK = (
    "Ⅵ 評価実施手続\n3　第三者点検\n観点\t該当する措置\n入手の範囲は適当か\t措置1、措置2\n"
    "使用者を限っているか\t措置3及び4、表Aの2\n"
)


def test_measures_are_cited_by_their_names() -> None:
    content = case(TWO_FILES + LISTS + RISKS + CHECK)
    named = {each["id"]: each["position"] for each in content["safeguards"]}
    cited = [named.get(r.get("measure", "")) for c in content["criteria"] for r in c["references"]]
    assert cited == ["1", "2", "3", "4"]
    beyond = CHECK.replace("措置1、措置2", "措置1、措置9")
    assert codes(TWO_FILES + LISTS + RISKS + beyond)["crosswalk_unresolved"] == 1


def test_a_label_below_numbered_rows_of_two_sides_is_no_row() -> None:
    sides = [each["party"] for each in case(TWO_FILES + PARTNER + LISTS + RISKS)["safeguards"]]
    assert sides.count("partner") == 2


CLAIM = "Ⅰ 基本情報\n統計分析\t{made}この表からは個人を特定できない。\n"


@pytest.mark.parametrize(
    ("made", "named"),
    [
        ("年齢階層及び地区ごとの人数を集計した表を作る。", False),
        ("控除の種類及び年度を一覧にした表を作る。", False),
        ("氏名及び住所を除いた件数の表を作る。", False),
        ("受付番号の区分だけを載せた表を作る。", False),
        ("宛名番号、年齢階層及び地区を一覧にした表を作る。", True),
        ("申請者の氏名及び地区を載せた表を作る。", True),
        ("生年月日、年度及び金額で構成する表を作る。", True),
    ],
)
def test_of_a_thing_only_what_it_is_made_of_is_at_odds(made: str, named: bool) -> None:
    found = codes(CLAIM.format(made=made) + TWO_FILES + LISTS)
    assert bool(found["identifying_item"]) == named


CHECKLIST = (
    "別紙3　点検表\n点検表1　窓口\n区分\t番号\t選択\t措置\n本市【運用上】\t1\t○\t"
    "鍵を掛ける。\n本市【運用上】\t2\tー\t名札を着ける。\n"
    "本市【システム上】\t3\t○\t記録を残す。\n"
    "点検表2　委託1（入力）　受託者に行わせる措置\n区分\t番号\t選択\t措置\n"
    "運用上\t1\t○\t従事者を届け出させる。\n運用上\t2\t○\t緊急連絡先を届け出させる。\n"
    "システム上\t3\t○\t通信を暗号化させる。\n"
)


def test_the_title_of_a_checklist_says_whose_it_is() -> None:
    content = case(TWO_FILES + PARTNER + LISTS + CHECKLIST)
    rows = [(each["block"], each["party"]) for each in content["checklist"]]
    assert rows == [("1", "own")] * 3 + [("2", "partner")] * 3
    assert not codes(TWO_FILES + PARTNER + LISTS + CHECKLIST)["claimed_item_unlisted"]


SECOND = "委託2　通知の印刷\n委託内容\t通知の印刷\n委託先\tこがらし印刷株式会社\n"
CHECKS = (
    "Ⅲ リスク対策\n3　委託\n委託先ごとの確認\n相手方\t確認の方法\n"
    "株式会社そよかぜ入力\t作業室を検査する。\nこがらし印刷株式会社\t抜き取って確かめる。\n"
)


def test_a_firm_in_two_tables_that_no_block_names() -> None:
    text = TWO_FILES + "委託事項（両ファイルに共通）\n" + PARTNER + SECOND + LISTS + CHECKS
    table = "株式会社はつゆき便\t車両の施錠を確かめる。\n" + HANDED + ROWS
    third = "3\t株式会社はつゆき便\t本市\t通知書\t紙\n"
    assert not codes(text + HANDED + ROWS)["partner_not_named"]
    assert not codes(text + table)["partner_not_named"]  # one mention may be of anybody
    assert codes(text + table + third)["partner_not_named"] == 1
    further = text.replace(
        SECOND, SECOND + "再委託\t再委託する　再委託先：株式会社はつゆき便　再委託事項：運搬\n"
    )
    assert not codes(further + table + third)["partner_not_named"]

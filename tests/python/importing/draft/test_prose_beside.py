"""Letters: labels above what is set in, rows beside names, notes behind them, lists told again."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = (
    "諮問第3号\n令和6年10月22日\n霧島台市個人情報保護審査会　様\n霧島台市長\n"
    "{title}（諮問）\n次の事項を諮問します。\n"
    "1　対象者\n補助の申請者　215人（令和6年9月30日現在）\n"
)
TITLE = "窓口の受付に係る業務の委託について"


def letter(body: str, title: str = TITLE) -> str:
    return HEAD.format(title=title) + body


def flows(text: str) -> set[tuple[str, str]]:
    content: dict[str, Any] = draft(text).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    return {(each["relation"], names[to]) for each in content["flows"] for to in each["to"]}


SET_IN = (
    "2　処理の概要\n区分\t内容\n所管課\t福祉課\n"
    "委託先\n\tあかね搬送株式会社\n\t（再委託は行わない。）\n"
    "委託の期間\n\t令和6年12月1日から\n\t令和7年11月30日まで\n開始の時期\t令和6年12月1日\n"
    "3　委託先に渡す項目\n(1) 氏名\n(2) 住所\n"
    "4　安全対策\n市の安全対策\n\tア　台帳を施錠する。\n\tイ　端末を固定する。\n"
    "委託先の安全対策\n\tア　写しをとらない。\n\tイ　事故を知らせる。\n"
)


def test_a_label_on_its_own_line_is_the_first_cell_of_what_is_set_in_below() -> None:
    content = draft(letter(SET_IN)).content
    assert ("entrust", "あかね搬送株式会社") in flows(letter(SET_IN))
    measures = [(each["party"], each["position"]) for each in content["safeguards"]]
    assert measures == [("own", "ア"), ("own", "イ"), ("partner", "ア"), ("partner", "イ")]
    terms = [(each.get("start"), each.get("end")) for each in content["matters"][0]["periods"]]
    assert ("2024-12-01", "2025-11-30") in terms
    assert not raised(letter(SET_IN))


PARTNERS = (
    "2　委託先に渡す項目\n(1) 氏名\n(2) 住所\n"
    "3　サービスの提供者等\n項目\t内容\n"
    "委託先\tあかね受付株式会社\n再委託先\tなみ保管株式会社\n{row}\n"
    "契約の期間\t令和7年2月1日から令和8年1月31日まで\n"
    "4　措置\n(1) 市の措置\nア 職員を限る。\n(2) 委託先の措置\nア 暗号化する。\n"
    "(3) 再委託先の措置\nア 入室を記録する。\n"
)


@pytest.mark.parametrize(
    "row", ["市との通信\t閉域網", "認証の方式\t二要素認証", "サーバーの所在\t国内のデータセンター"]
)
def test_rows_beside_names_name_nobody(row: str) -> None:
    text = letter(PARTNERS.format(row=row))
    assert flows(text) == {("entrust", "あかね受付株式会社"), ("reentrust", "なみ保管株式会社")} | {
        each for each in flows(text) if each[0] == "process"
    }
    assert not raised(text)


def test_a_row_that_asks_who_names_somebody() -> None:
    assert ("provide", "水道局") in flows(letter(PARTNERS.format(row="相手方\t水道局")))


STAFFED = (
    "2　委託する業務\n(1) 受託者\n株式会社あかね調査\n"
    "(2) 受託者が入力する項目\nア 氏名\nイ 住所\n"
    "3　措置\n(1) 市の措置\nア 職員2名で運ぶ。\n"
    "(2) 受託者の措置\nア 業務の全部又は一部を第三者に再委託してはならない。\n"
    "4　実施の体制\n{told}\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "(1) 入力　株式会社あかね調査 営業部\n"
        "(2) 集計　有限会社みなと統計（株式会社あかね調査からの再委託先）",
        "(1) 集計　有限会社みなと統計（再受託者）",
        "区分\t担当\n入力\t株式会社あかね調査\n集計\t有限会社みなと統計（再委託先）",
        "集計は、有限会社みなと統計（受託者からの再委託先）が行う。",
        "(1) 集計　有限会社みなと統計（株式会社あかね調査が再委託する。）",
    ],
)
def test_a_note_behind_a_name_says_that_work_is_handed_on(told: str) -> None:
    text = letter(STAFFED.format(told=told))
    assert flows(text) == {("entrust", "株式会社あかね調査"), ("reentrust", "有限会社みなと統計")}
    assert "reentrustment_forbidden" in raised(text)


@pytest.mark.parametrize(
    "told",
    [
        "(1) 責任者　株式会社あかね調査 調査部長\n(2) 入力　株式会社あかね調査 データ管理室",
        "(1) 集計　株式会社あかね調査（再委託は行わない。）",
        "体制は、受託者の従業員のみとする（再委託先は置かない。）。",
    ],
)
def test_who_works_for_a_partner_is_no_other(told: str) -> None:
    text = letter(STAFFED.format(told=told))
    assert flows(text) == {("entrust", "株式会社あかね調査")}
    assert not raised(text)


GIVEN = (
    "2　仕組み\n(1) {told}\n3　提供する項目\n(1) 氏名\n(2) 住所\n"
    "4　提供先\n霧島台市社会福祉協議会\n5　措置\n(1) 市の措置\nア 職員を限る。\n"
    "(2) 提供先の措置\nア 他に漏らさない。\n"
)
GIVES = "見守りに係る情報の提供について"


@pytest.mark.parametrize(
    "told",
    [
        "応答がないときは、霧島台市社会福祉協議会及びみなと電力株式会社に氏名及び住所を提供し、訪問を頼む。",
        "名簿は、霧島台市社会福祉協議会並びにみなと電力株式会社へ送付する。",
        "申込者の氏名を霧島台市社会福祉協議会及び北港警察署に知らせる。",
    ],
)
def test_the_list_of_recipients_passes_over_one_of_several_in_a_sentence(told: str) -> None:
    assert raised(letter(GIVEN.format(told=told), GIVES)) == {"named_once"}


@pytest.mark.parametrize(
    "told",
    [
        "霧島台市社会福祉協議会及びみなと電力株式会社に、事業の趣旨を説明する。",
        "霧島台市社会福祉協議会及びみなと電力株式会社には、名簿を渡さない。",
        "訪問の結果は、霧島台市社会福祉協議会及び市の職員に共有する。",
    ],
)
def test_others_in_a_sentence_are_no_recipients(told: str) -> None:
    assert not raised(letter(GIVEN.format(told=told), GIVES))


ADDED = (
    "2　経緯\n救護のための項目を加える。\n3　記録項目\n(1) 氏名\n(2) 既往歴\n"
    "※ (2)が、今回加えるものである。\n4　委託先\n{who}\n"
)
ADDS = "参加者の管理に係る記録項目及び委託先の追加について"


@pytest.mark.parametrize(
    "who",
    [
        "株式会社ゆうひ計測（令和5年度から変更なし）",
        "株式会社ゆうひ計測（従前のとおり）",
        "株式会社ゆうひ計測（令和4年度から引き続き委託）",
    ],
)
def test_a_partner_as_before_is_not_the_added_one(who: str) -> None:
    assert "title_without_content" in raised(letter(ADDED.format(who=who), ADDS))


@pytest.mark.parametrize(
    "who",
    [
        "株式会社ゆうひ計測",
        "株式会社ゆうひ計測（従前のとおり）\n有限会社みさき記録（今回追加）",
        "株式会社ゆうひ計測\n委託の条件は、令和5年度から変更なし。",
    ],
)
def test_an_added_partner_is_told(who: str) -> None:
    assert "title_without_content" not in raised(letter(ADDED.format(who=who), ADDS))


@pytest.mark.parametrize("row", ["サーバーの磁気ディスク、紙", "磁気ディスク、紙", "電磁的媒体"])
def test_a_disk_of_a_server_does_not_bar_a_line(row: str) -> None:
    body = (
        "2　委託先\n株式会社ゆうひ計測\n3　委託先に渡す項目\n(1) 氏名\n(2) 住所\n"
        f"4　受渡しの方法\n住所は閉域の回線で送る。一覧は紙で受け取る。\n5　記録の媒体\n{row}\n"
    )
    assert "channel_not_in_media" not in raised(letter(body))


def test_any_system_tells_of_computing() -> None:
    title = "使用量の電算処理及び業務委託について（諮問）"
    body = (
        "2　使用するシステム\n(1) 検針システム\n3　委託先\n株式会社ゆうひ計測\n"
        "4　記録する項目\n(1) 氏名\n(2) 住所\n"
    )
    assert "title_without_content" not in raised(letter(body, title))


KINDS = (
    "2　理由\n{told}\n3　委託先\n株式会社ゆうひ食品\n4　委託先に取り扱わせる項目\n"
    "(1) 氏名\n(2) 除去する食品\n(3) 処方薬の名称\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "取り扱う情報に病歴に当たるものが含まれるため、意見を伺う。",
        "病歴に相当する要配慮個人情報を取り扱う。",
        "病歴とみなされる情報を渡すことから、諮問する。",
        "委託先は、所得の低い世帯の名簿を用いる。",
        "所得が一定の額に満たない世帯に食品を配る。",
    ],
)
def test_words_of_a_kind_name_no_item(told: str) -> None:
    assert not raised(letter(KINDS.format(told=told)))


def test_the_same_words_name_an_item_that_is_handled() -> None:
    assert "claimed_item_unlisted" in raised(letter(KINDS.format(told="委託先には、病歴も渡す。")))


BOTH_WAYS = (
    "2　仕組み\n{told}\n3　配食システムに記録する項目\n(1) 氏名\n(2) 保険料額\n"
    "4　提供先\nあおば県後期高齢者医療広域連合\n5　提供する項目\n(1) 氏名\n(2) 除去する食品\n"
    "6　提供の方法\n専用線\n"
)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("あおば県後期高齢者医療広域連合から、専用線により保険料額及び氏名を入手する。", False),
        ("あおば県後期高齢者医療広域連合から保険料額を取得する。", False),
        ("あおば県後期高齢者医療広域連合には、保険料額も渡す。", True),
    ],
)
def test_what_comes_from_somebody_is_not_given_to_him(told: str, asked: bool) -> None:
    assert ("claimed_item_unlisted" in raised(letter(BOTH_WAYS.format(told=told)))) is asked


RECORDED = (
    "2　仕組み\n乗車証システムを福祉課に置き、交付及び停止を記録する。\n"
    "3　記録する項目\n(1) 乗車証番号\n(2) 氏名\n(3) 有効期限\n"
    "4　提供先\nみなと交通株式会社\n5　提供の方法\n{way}\n"
)


def test_what_is_provided_of_what_a_system_records() -> None:
    told = "提供は番号及び期限にとどまり、氏名は含まれていない。"
    assert not raised(letter(RECORDED.format(way=told), GIVES))


LISTED = (
    "2　委託先\n株式会社ゆうひ計測\n3　委託先に渡す項目\n(1) 氏名\n(2) 住所\n"
    "4　委託の内容\n(1) 申込みの受付\n(2) 名簿の作成\n(3) 記録の計測\n(4) 記録証の発送\n"
    "別紙　委託する業務の詳細\n区分\t業務\t作業の場所\n(1)\t申込みの受付\t事務所\n"
    "(2)\t名簿の作成\t事務所\n(3)\t{third}\t会場\n(4)\t記録証の発送\t工場\n"
)


def test_rows_of_work_that_say_where_it_is_done() -> None:
    assert "contents_differ" in raised(letter(LISTED.format(third="参加料の収納")))
    assert not raised(letter(LISTED.format(third="記録の計測")))

"""Shapes that offices give the form: numbers, heads in brackets, drawn and merged tables."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import codes, draft, raised

TOP = (
    "特定個人情報保護評価書（重点項目評価書）\n"
    "評価書名　渡船の運賃の減免事務\n評価実施機関　波切町長\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(TOP + text).content


def flows(content: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return {(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]}


def labels(content: dict[str, Any], at: int = 0) -> list[str]:
    return [entry["label"] for entry in content["lists"][at]["entries"]]


def measures(content: dict[str, Any]) -> list[str]:
    return [each["label"] for each in content["safeguards"]]


OUTLINE = """{1}基本情報
{1.1}事務の名称　渡船の運賃の減免事務
{1.2}使用するシステム
　・渡船券システム　　券の発行
{1.3}特定個人情報ファイル名　減免ファイル
{2}特定個人情報ファイルの概要
{2.1}対象となる本人の範囲　減免を申請した者
{2.2}記録項目
(1) 氏名
(2) 住所
(3) 減免額
{2.3}入手方法　紙
{2.4}委託
委託事項1　システムの保守
委託先　株式会社なみきり技研
委託期間　令和7年4月1日から令和8年3月31日まで
{2.5}移転
移転先1　福祉課
移転する情報　(1) 氏名　(2) 減免額
移転方法　庁内連携システム
{3}リスク対策
{3.1}入手に関する対策
・窓口で本人確認を行う。
{3.2}使用に関する対策
・権限を毎年見直す。
"""


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        ("Ⅰ　Ⅱ　Ⅲ　", "{0}-{1}　"),
        ("Ⅰ　Ⅱ　Ⅲ　", "{0}.{1}　"),
        ("Ⅰ　Ⅱ　Ⅲ　", "{0}－{1}　"),
        ("Ⅰ　Ⅱ　Ⅲ　", "Ⅰ-{1}　"),
        ("第1部　第2部　第3部　", "{1}　"),
        ("第１章　第２章　第３章　", "{1}．"),
        ("【Ⅰ】　【Ⅱ】　【Ⅲ】　", "{1}　"),
        ("１　２　３　", "{0}-{1}　"),
    ],
)
def test_numbers_of_parts_and_sections(part: str, mark: str) -> None:
    parts = [f"{each}　" for each in part.split("　")[:3]]
    text = OUTLINE
    for at, printed in enumerate(parts, 1):
        text = text.replace(f"{{{at}}}", printed)
        for number in range(1, 6):
            text = text.replace(f"{{{at}.{number}}}", mark.format(at, number))
    content = case(text)
    assert flows(content) == {
        ("process", "渡船券システム"),
        ("entrust", "株式会社なみきり技研"),
        ("transfer", "福祉課"),
    }
    assert labels(content) == ["氏名", "住所", "減免額"]
    assert labels(content, 1) == ["氏名", "減免額"]
    assert measures(content) == ["窓口で本人確認を行う。", "権限を毎年見直す。"]
    assert raised(TOP + text) == set()


def test_labels_in_brackets_below_a_section() -> None:
    content = case(
        "Ⅰ　基本情報\n１．事務\n【名称】渡船の運賃の減免事務\n２．システム\n"
        "【名称】渡船券システム\n"
        "【接続】宛名システム\nⅡ　ファイルの概要\n１．対象となる本人\n【範囲】減免を申請した者\n"
        "【数】1,000人未満\n２．記録項目\n【基本情報】氏名、住所\n【給付】券の番号、減免額\n"
        "３．委託\n【委託先】株式会社なみきり技研\n【内容】システムの保守\n"
        "【期間】令和7年4月1日から令和8年3月31日まで\n４．提供\n【提供先】離島航路組合\n"
        "【項目】氏名、券の番号、減免額\n【方法】専用線\nⅢ　リスク対策\n１．入手\n"
        "【措置】窓口で本人確認を行う。\n"
    )
    assert flows(content) == {
        ("process", "渡船券システム"),
        ("link", "宛名システム"),
        ("entrust", "株式会社なみきり技研"),
        ("provide", "離島航路組合"),
    }
    assert labels(content) == ["氏名", "住所", "券の番号", "減免額"]
    (group,) = content["subjects"]
    assert (group["label"], group["counts"][0]["value"]) == ("減免を申請した者", 999)
    assert measures(content) == ["窓口で本人確認を行う。"]
    assert [each["end"] for each in content["matters"][0]["periods"]] == ["2026-03-31"]


DRAWN = """Ⅰ　基本情報
┌────────┬────────────┐
│システムの名称　│渡船券システム　　　　　│
├────────┼────────────┤
│ファイル名　　　│減免ファイル　　　　　　│
└────────┴────────────┘
Ⅱ　特定個人情報ファイルの概要
┌────────┬────────────┐
│本人の範囲　　　│減免を申請した者及び生計│
│　　　　　　　　│を一にする者　　　　　　│
├────────┼────────────┤
│記録項目　　　　│1 氏名　2 住所　　　　　│
│　　　　　　　　│3 減免額　　　　　　　　│
├────────┼────────────┤
│委託先　　　　　│株式会社なみきり技研　　│
└────────┴────────────┘
"""


def test_a_table_that_is_drawn_in_lines() -> None:
    content = case(DRAWN)
    assert flows(content) == {
        ("process", "渡船券システム"),
        ("entrust", "株式会社なみきり技研"),
    }
    assert labels(content) == ["氏名", "住所", "減免額"]
    assert [each["label"] for each in content["subjects"]] == [
        "減免を申請した者及び生計を一にする者"
    ]


def test_a_section_merged_over_the_rows_of_its_table() -> None:
    rows = (
        ("3", "使用するシステム", "名称", "機能", "他システムとの接続"),
        ("", "", "渡船券システム", "券の発行", "宛名システム"),
        ("5", "委託", "", "委託事項1", "委託事項2"),
        ("", "", "委託内容", "システムの保守", "券の印刷"),
        ("", "", "委託先", "株式会社なみきり技研", "有限会社ともづな印刷"),
        ("", "", "再委託", "しない", "しない"),
        ("6", "移転", "移転先1", "福祉課", ""),
        ("", "", "移転する情報", "氏名、住所、減免額", ""),
        ("", "", "方法", "庁内連携システム", ""),
    )
    text = "Ⅱ　ファイルの概要\n" + "".join(f"|{'|'.join(row)}|\n" for row in rows)
    content = case(text.replace("Ⅱ", "Ⅰ", 1))
    assert flows(content) == {
        ("process", "渡船券システム"),
        ("link", "宛名システム"),
        ("entrust", "株式会社なみきり技研"),
        ("entrust", "有限会社ともづな印刷"),
        ("transfer", "福祉課"),
    }
    assert labels(content) == ["氏名", "住所", "減免額"]


SUB = (
    "Ⅱ　特定個人情報ファイルの概要\n4　委託\n＜委託事項1＞\n(1) 内容　券の発行\n"
    "(2) 委託先　株式会社なみきり技研\n"
)


@pytest.mark.parametrize(
    "rows",
    [
        "(3) 再委託　［再委託する］　再委託先　有限会社ともづな\n"
        "　　許諾の方法　書面で申請を受け、町が許諾する。",
        "(3) 再委託　有\n　　再委託先：有限会社ともづな\n　　再委託する事項：機器の点検",
        "(3) 再委託先　有限会社ともづな\n　　点検の頻度　毎月",
        "(3) 再委託先　有限会社ともづな\n(4) 再委託の事項　機器の点検",
        "(3) 再委託の相手方：有限会社ともづな\n　　作業の場所：町の電算室",
        "(3) 再委託先　有限会社ともづな\n【方法】書面による",
    ],
)
def test_a_name_ends_where_the_next_field_begins(rows: str) -> None:
    assert ("reentrust", "有限会社ともづな") in flows(content := case(f"{SUB}{rows}\n"))
    assert len(content["holders"]) == 3


@pytest.mark.parametrize(
    "head",
    [
        "【ファイル{n}】{x}",
        "（ファイル{n}）{x}",
        "第{n}ファイル　{x}",
        "◆ファイル{n}（{x}）",
        "その{n}　{x}",
        "《{n}》{x}",
        "ファイル番号{n}　{x}",
        "{x}（ファイル{n}）",
        "{x}について",
    ],
)
def test_files_headed_by_their_numbers(head: str) -> None:
    names = ("渡船券ファイル", "船員証ファイル")
    one, two = (head.format(n=n, x=x) for n, x in enumerate(names, 1))
    content = case(
        f"Ⅰ　基本情報\n3　特定個人情報ファイル名\n　(1) {names[0]}\n　(2) {names[1]}\n"
        "別添1　事務の内容\n① 船員証の写しを電子記録媒体で海事協会に渡す。\n"
        f"Ⅱ　特定個人情報ファイルの概要\n{one}\n1　基本情報\n(1) 対象となる本人の範囲　券の申請者\n"
        f"4　提供\n＜提供先1＞　海事協会\n　提供方法　［○］紙　［　］電子記録媒体\n"
        f"{two}\n1　基本情報\n"
        "(1) 対象となる本人の範囲　船員証の申請者\n4　提供\n＜提供先1＞　海事協会\n"
        "　提供方法　［　］紙　［○］電子記録媒体\n"
        f"Ⅲ　リスク対策\n{one}\n1　入手　リスク：誤った入手のリスク\n"
        "　措置の内容\n　　① 本人に確かめる。\n"
        f"{two}\n1　使用　リスク：目的外の使用のリスク\n　措置の内容\n　　① 権限を見直す。\n"
    )
    assert [each["title"] for each in content["matters"]][1:] == [names[1]]
    assert [each["matter"] for each in content["safeguards"]] == ["m1", "m2"]
    assert [flow["matter"] for flow in content["flows"]] == ["m1", "m2"]


def test_a_way_told_of_all_files_is_that_of_the_file_that_goes_so() -> None:
    head = (
        "Ⅰ　基本情報\n3　特定個人情報ファイル名\n　(1) 渡船券ファイル\n　(2) 船員証ファイル\n"
        "別添1　事務の内容\n① 船員証の写しを{way}で海事協会に渡す。\n"
        "Ⅱ　特定個人情報ファイルの概要\n【ファイル1】渡船券ファイル\n1　基本情報\n"
        "(1) 対象となる本人の範囲　券の申請者\n4　提供\n＜提供先1＞　海事協会\n"
        "　提供方法　［○］紙　［　］電子記録媒体\n【ファイル2】船員証ファイル\n1　基本情報\n"
        "(1) 対象となる本人の範囲　船員証の申請者\n4　提供\n＜提供先1＞　海事協会\n"
        "　提供方法　［　］紙　［○］電子記録媒体\n"
    )
    assert raised(TOP + head.format(way="電子記録媒体")) == set()
    assert raised(TOP + head.format(way="専用回線")) == {"channel_not_in_media"}


LISTED = (
    "Ⅱ　特定個人情報ファイルの概要\n2　記録項目\n(1) 氏名\n(2) 住所\n{}(3) 減免額\n(4) 券の番号\n"
)


def test_an_item_that_is_printed_twice_with_its_number() -> None:
    assert codes(draft(TOP + LISTED.format("(2) 住所\n"))) == {"duplicated_row"}
    assert codes(draft(TOP + LISTED.format(""))) == set()


def test_a_list_told_by_dots_and_by_a_sentence_above() -> None:
    content = case(
        "Ⅱ　特定個人情報ファイルの概要\n3　記録項目\n"
        "　　氏名 ・ 住所 ・ 減免額\n　　券の番号 ・ 発行日\n"
        "5　提供\n提供先1　離島航路組合\n①提供する情報\n"
        "　減免ファイルから次の項目を抽出して提供する。\n"
        "　1．氏名\n　2．券の番号\n"
    )
    assert labels(content) == ["氏名", "住所", "減免額", "券の番号", "発行日"]
    assert labels(content, 1) == ["氏名", "券の番号"]


GIVEN = """Ⅰ　基本情報
1　事務の内容
　{}
Ⅱ　特定個人情報ファイルの概要
5　提供
提供先1　離島航路組合
移転先1　福祉課
"""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("決定の内容を福祉課及び港湾課へ移転する。", True),
        ("提供先は離島航路組合及び海難遺児協会である。", True),
        ("決定の内容を福祉課へ移転する。", False),
        ("提供先は離島航路組合である。", False),
        ("決定の通知の控えを福祉課及び港湾課へ送る。", False),
        ("申請の書類は離島航路組合及び本人に返す。", False),
    ],
)
def test_one_whom_only_the_outline_of_the_work_names(said: str, found: bool) -> None:
    assert raised(TOP + GIVEN.format(said)) == ({"named_once"} if found else set())


def test_persons_whom_the_label_of_their_number_names() -> None:
    content = case(
        "Ⅱ　しきい値判断項目\n１　対象人数\n"
        "　評価対象の事務の対象人数（減免の申請者及び同居の家族）は何人か\n"
        "　［1,000人以上1万人未満］\n"
    )
    (group,) = content["subjects"]
    assert group["label"] == "減免の申請者及び同居の家族"
    assert [each["value"] for each in group["counts"]] == [1000, 9999]
    other = "2　対象となる本人の範囲　申請者及びその者と同じ世帯に属する者\n"
    assert (
        case(f"Ⅱ　ファイルの概要\n{other}")["subjects"][0]["label"]
        == "申請者及びその者と同じ世帯に属する者"
    )


def test_short_labels_below_sections_in_round_brackets() -> None:
    content = case(
        "Ⅰ 基本情報\n(2) システム\n  ①名称      渡船券システム\n  ③接続      宛名システム\n"
        "Ⅱ 特定個人情報ファイルの概要\n(1) 対象\n  ①範囲      減免を申請した者\n"
        "  ②人数      412人\n(2) 記録項目\n  氏名  住所  減免額  券の番号\n"
        "(3) 入手\n  ②方法      紙（申請書）\n(4) 委託\n"
        "  委託先①　株式会社なみきり技研　　業務　保守　期間　令和7年4月1日～令和8年3月31日\n"
        "(5) 提供\n  ア 離島航路組合\n     情報 氏名、住所、減免額\n     方法 専用線\n"
    )
    assert flows(content) == {
        ("process", "渡船券システム"),
        ("link", "宛名システム"),
        ("entrust", "株式会社なみきり技研"),
        ("provide", "離島航路組合"),
    }
    assert labels(content) == ["氏名", "住所", "減免額", "券の番号"]
    assert labels(content, 1) == ["氏名", "住所", "減免額"]
    assert [each["label"] for each in content["subjects"]] == ["減免を申請した者"]
    assert [each["end"] for each in content["matters"][0]["periods"]] == ["2026-03-31"]

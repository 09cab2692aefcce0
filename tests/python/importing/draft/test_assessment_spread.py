"""Assessments whose fields share a cell, or whose places stand in front of their rows."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 いずみ市長\n"
SYSTEM = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 浄化槽管理システム\n"
FILE = SYSTEM + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 浄化槽の管理者\n"
RECORDS = (
    "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 設置年月日 5 補助金額\n"
)


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def codes(text: str) -> set[str]:
    return {row["code"] for row in draft(text).case.table("findings").to_json()["rows"]}


def flows(text: str) -> list[tuple[str, str]]:
    content = case(text)
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(flow["relation"], names[flow["to"][0]]) for flow in content["flows"]]


def matters(text: str) -> dict[str, str]:
    """Which file each holder beside the first system belongs to."""
    content = case(text)
    names = {each["id"]: each["label"] for each in content["holders"]}
    titles = {each["id"]: each["title"] for each in content["matters"]}
    return {names[flow["to"][0]]: titles[flow["matter"]] for flow in content["flows"]}


def labels(text: str) -> list[list[str]]:
    return [[entry["label"] for entry in each["entries"]] for each in case(text)["lists"]]


ROW = (
    "点検票の入力　／　委託先　有限会社あけび入力　／　契約期間　"
    "令和8年4月1日から令和9年3月31日まで\n"
)


def test_slashes_part_the_fields_of_a_contractor() -> None:
    text = FILE + "委託（1件）\n" + ROW + RECORDS
    assert ("entrust", "有限会社あけび入力") in flows(text)
    periods = case(text)["matters"][0]["periods"]
    assert [(each["start"], each["end"]) for each in periods] == [("2026-04-01", "2027-03-31")]


def test_slashes_in_a_value_part_nothing() -> None:
    text = (
        FILE + "委託事項1 点検票の入力\n③委託先名 有限会社あけび入力\n①委託内容 入力／検査／納品\n"
    )
    assert flows(text).count(("entrust", "有限会社あけび入力")) == 1
    assert len(flows(text)) == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "移転先1 環境保全課　別添1の2及び3　庁内連携システム　年1回\n",
            [("transfer", "環境保全課")],
        ),
        (
            "移転先1 環境保全課  水質の調査に用いるため、庁内連携システムにより移転する。\n",
            [("transfer", "環境保全課")],
        ),
        (
            "移転先1 市民生活部　環境保全課\n",
            [("transfer", "市民生活部"), ("transfer", "環境保全課")],
        ),
        ("提供先1 都道府県知事　別添1の1から3まで\n", [("provide", "都道府県知事")]),
    ],
)
def test_what_stands_beside_a_recipient_is_no_recipient(row: str, told: list[Any]) -> None:
    assert [each for each in flows(FILE + row + RECORDS) if each[0] != "process"] == told


def test_the_items_beside_a_recipient_are_those_it_gets() -> None:
    content = case(FILE + "移転先1 環境保全課　別添1の2及び3　庁内連携システム　年1回\n" + RECORDS)
    assert ["氏名", "住所"] in [
        [entry["label"] for entry in each["entries"]] for each in content["lists"]
    ]


def test_fields_within_a_bracket_are_read() -> None:
    rows = "1　名称　浄化槽ファイル（本人の数：千人以上1万人未満。本人の範囲：浄化槽の管理者）\n"
    content = case(SYSTEM + "Ⅱ ファイルの概要\n" + rows + RECORDS)
    (group,) = content["subjects"]
    assert group["label"] == "浄化槽の管理者"
    assert sorted(each["value"] for each in group["counts"]) == [1000, 9999]


CHANGES = (
    "浄化槽の補助に関する事務 特定個人情報保護評価書（全項目評価書）\n変更箇所の一覧\n"
    "対象は、浄化槽の管理者　2,310人（令和8年4月1日現在）及び雨水槽の設置者　412人"
    "（令和8年4月1日現在）である。\n"
    "変更した箇所\t内容\t評価書のページ\t事由\n"
    "Ⅰ　基本情報\n"
    "2. システム1（ファイル(1)を取り扱う。）\n"
    "①システムの名称\t浄化槽管理システム\t3\t変更なし\n"
    "2. システム2（ファイル(2)を取り扱う。）\n"
    "①システムの名称\t雨水槽管理システム\t4\t新規導入に伴う追記\n"
    "特定個人情報ファイル名　(1) 浄化槽ファイル\n"
    "Ⅱの2. ③対象となる本人の範囲\t浄化槽の管理者\t8\t字句の整理\n"
    "Ⅱの2. ④記録される項目\t別表1のとおり\t8\t変更なし\n"
    "Ⅱの4. 委託事項1　通知の印刷\t委託先　株式会社うぐいす印刷　／　期間　令和8年4月1日から"
    "令和9年3月31日まで　／　別表1の2から3まで\t9\t契約の更新\n"
    "Ⅲの3. 使用のリスクに対する措置\t1 端末を施錠する。 2 利用者を限る。\t20\t記載の整理\n"
    "特定個人情報ファイル名　(2) 雨水槽ファイル\n"
    "Ⅱの2. ③対象となる本人の範囲\t雨水槽の設置者\t30\t新規\n"
    "Ⅱの2. ④記録される項目\t別表2のとおり\t30\t新規\n"
    "Ⅱの4. 委託事項1　現地の確認\t委託先　有限会社かわせみ測量　／　期間　令和8年5月1日から"
    "令和9年3月31日まで　／　別表2の全ての項目\t31\t新規\n"
    "Ⅲの3. 使用のリスクに対する措置\t1 記録を点検する。\t35\t新規\n"
    "\n別表1　浄化槽ファイル\n1 個人番号\n2 氏名\n3 住所\n"
    "\n別表2　雨水槽ファイル\n1 個人番号\n2 設置者名\n3 容量\n"
)


def test_a_digest_with_places_in_front_of_its_rows_is_told_file_by_file() -> None:
    told = matters(CHANGES)
    first = told["浄化槽管理システム"]
    assert told["株式会社うぐいす印刷"] == first
    assert told["雨水槽管理システム"] == told["有限会社かわせみ測量"] == "雨水槽ファイル"
    assert first != "雨水槽ファイル"
    assert labels(CHANGES)[:2] == [["個人番号", "氏名", "住所"], ["個人番号", "設置者名", "容量"]]


def test_measures_of_a_digest_are_those_of_the_file_above_them() -> None:
    content = case(CHANGES)
    later = content["matters"][1]["id"]
    found = [each["matter"] == later for each in content["safeguards"]]
    assert found == [False, False, True]


def test_numbers_in_front_of_a_digest_are_those_of_its_groups() -> None:
    groups = {each["label"]: each["counts"][0] for each in case(CHANGES)["subjects"]}
    assert groups["浄化槽の管理者"]["value"] == 2310
    assert groups["雨水槽の設置者"]["value"] == 412


TWO_FILES = (
    HEAD + "Ⅰ 関連情報\n③ システムの名称\n　ア　浄化槽管理システム（ファイル1を記録する。）\n"
    "　　　接続： ■ 住民記録システム　□ 税務システム\n"
    "　イ　雨水・井戸管理システム（ファイル2を記録する。）\n　　　接続： □ 住民記録システム\n"
    "2. 特定個人情報ファイル名\n　ファイル1　浄化槽ファイル\n　ファイル2　雨水・井戸ファイル\n"
    "Ⅱ しきい値判断項目\n1. 対象人数\n"
    "　設置者及び管理者　［ 1,000人以上1万人未満 ］　令和8年4月1日時点\n"
    "別紙　ファイルごとの記録項目及び委託\n"
    "（ファイル1）浄化槽ファイル\n　記録項目\n"
    "　　1　設置に関する項目\n　　　1-1　氏名\n　　　1-2　住所\n"
    "　委託（1件）\n"
    + ROW
    + "（ファイル2）雨水・井戸ファイル\n　記録項目\n　　1　氏名\n　　2　容量\n"
    "　委託　行わない。\n"
)


def test_an_attachment_with_items_and_contractors_is_the_outline_of_each_file() -> None:
    told = matters(TWO_FILES)
    assert told["雨水・井戸管理システム"] == "雨水・井戸ファイル"
    assert told["有限会社あけび入力"] == told["浄化槽管理システム"] != "雨水・井戸ファイル"
    second = next(each for each in case(TWO_FILES)["lists"] if len(each["entries"]) == 2)
    assert [entry["label"] for entry in second["entries"]] == ["氏名", "容量"]


def test_a_band_behind_the_name_of_its_group_has_the_day_beside_it() -> None:
    (group, *_) = case(TWO_FILES)["subjects"]
    assert group["label"] == "設置者及び管理者"
    assert {each["as_of"] for each in group["counts"]} == {"2026-04-01"}


DATED = (
    "特定個人情報保護評価書(重点項目評価書) 変更箇所一覧\n浄化槽の補助に関する事務\n"
    "変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\n"
    "令和8年6月1日\tⅠ2 システム1 ①名称\t(記載なし)\t浄化槽管理システム\t事後\n"
    "令和8年6月1日\tⅡ5 提供先1\t(記載なし)\t都道府県知事(番号法第19条第8号)  "
    "補助の状況を、専用の回線により照会の都度提供する。\t事後\n"
    "令和8年6月1日\tⅢ2 入手の際のリスク\t(記載なし)\t1 余分な書類は受け取らない。 "
    "2 本人を確かめる。\t事後\n"
)


def test_a_list_of_changes_tells_by_its_paths() -> None:
    assert flows(DATED) == [("process", "浄化槽管理システム"), ("provide", "都道府県知事")]
    assert [each["position"] for each in case(DATED)["safeguards"]] == ["1", "2"]


def test_contractors_side_by_side_each_have_their_own_way() -> None:
    table = (
        "| | 第1の委託 | 第2の委託 |\n|---|---|---|\n"
        "| 委託先 | 株式会社うぐいす印刷 | 有限会社あけび入力 |\n"
        "| 渡し方 | 閉域網による送信 | 入力室で紙を渡し、その場で回収する。 |\n"
    )
    text = FILE + table + RECORDS
    assert [each for each in flows(text) if each[0] == "entrust"] == [
        ("entrust", "株式会社うぐいす印刷"),
        ("entrust", "有限会社あけび入力"),
    ]
    assert "channel_not_in_media" not in codes(text)


LETTERS = (
    "| 委託事項 | 委託先 | 契約期間 | 渡す項目 |\n|---|---|---|---|\n"
    "| A 印刷 | 株式会社うぐいす印刷 | 令和8年度 | 氏名、住所、設置年月日 |\n"
    "| B 入力 | 有限会社あけび入力 | 令和8年度 | {items} |\n"
    "Ⅲ リスク対策\n3 委託\n・A及びBの委託先には、宛名番号を一切提供しない。\n"
)


@pytest.mark.parametrize(
    ("items", "raised"), [("宛名番号、氏名、住所", True), ("氏名、住所、補助金額", False)]
)
def test_contractors_are_known_by_the_letters_of_their_rows(items: str, raised: bool) -> None:
    found = codes(FILE + LETTERS.format(items=items) + RECORDS)
    assert ("claim_against_list" in found) == raised


ALL = "④記録項目 全ての項目は、次のとおり（別添1に再掲する。）。\n"
MAIN = "④記録項目 主な項目は、次のとおり（全ての項目は別添1）。\n"
ROWS = "1 宛名番号\n2 氏名\n3 住所\n4 設置年月日\n"


@pytest.mark.parametrize(
    ("row", "raised"),
    [(ALL + ROWS, True), (ALL + ROWS + "5 補助金額\n", False), (MAIN + ROWS, False)],
)
def test_a_row_of_all_items_is_held_against_the_attachment(row: str, raised: bool) -> None:
    assert ("contents_differ" in codes(FILE + row + RECORDS)) == raised


def test_a_sentence_says_to_whom_a_file_goes() -> None:
    told = (
        "5．特定個人情報の提供・移転\n移転先は環境保全課とし、補助の確認のため、年1回移転する。\n"
    )
    assert ("transfer", "環境保全課") in flows(FILE + told + RECORDS)


@pytest.mark.parametrize("last", ["5", "6"])
def test_items_of_one_line_are_there_to_be_cited(last: str) -> None:
    text = (
        FILE
        + f"委託事項1 印刷\n③委託先名 株式会社うぐいす印刷\n④委託する情報 別添1の2、3及び{last}\n"
    )
    risks = "Ⅲ リスク対策\n１．入手\n・確かめる。\n２．使用\n・限る。\n"
    assert ("crosswalk_unresolved" in codes(text + RECORDS + risks)) == (last == "6")


def test_a_kind_in_front_of_a_recipient_is_no_part_of_its_name() -> None:
    table = (
        "| 相手 | 根拠 | 目的 | 渡す項目 | 方法 |\n|---|---|---|---|---|\n"
        "| 提供先　若葉県水道企業団 | 番号法第19条 | 料金の減免 | 別添1の1及び2 | 専用線 |\n"
        "| 移転先　環境保全課 | 番号法第9条 | 補助の確認 | 別添1の2及び3 | 庁内連携基盤 |\n"
    )
    told = [each for each in flows(FILE + table + RECORDS) if each[0] != "process"]
    assert told == [("provide", "若葉県水道企業団"), ("transfer", "環境保全課")]


def test_a_definition_tells_of_no_item() -> None:
    text = FILE + RECORDS + "別添2 用語の説明\n世帯の構成とは、同じ住民票にある者の続柄をいう。\n"
    assert "claimed_item_unlisted" not in codes(text)


def test_the_systems_of_a_short_form_are_no_title() -> None:
    text = HEAD + "Ⅰ 関連情報\n③システムの名称　浄化槽管理システム、団体内統合宛名システム\n"
    assert "title_without_content" not in codes(text + "Ⅱ しきい値判断項目\n" + RECORDS)


def test_a_list_of_changes_tells_contractors_in_one_cell_or_a_sentence() -> None:
    rows = (
        "令和8年6月1日\tⅡ 4. 委託事項1\tなし\t委託先：株式会社うぐいす印刷／"
        "期間：令和8年4月1日から令和9年3月31日まで／再委託：なし\t事後\n"
        "令和8年6月1日\tⅡ 4. 委託事項2\tなし\t発送を有限会社あけび発送に委託する。\t事後\n"
    )
    told = [each for each in flows(DATED + rows) if each[0] == "entrust"]
    assert told == [("entrust", "株式会社うぐいす印刷"), ("entrust", "有限会社あけび発送")]

"""How offices print an assessment: sections beside labels, risks in rows, checklists, parts."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 あさひ市長\n"
RECORDS = "（別添1）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 住所 4 犬の登録番号\n"


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def table(*rows: str) -> str:
    """Rows of cells; an empty first cell is one that the row above spans."""
    cells = [row.split("|") for row in rows]
    made = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return "<table>" + "".join(made) + "</table>\n"


def labels(found: dict[str, Any], relation: str) -> set[str]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    flows = [flow for flow in found["flows"] if flow["relation"] == relation]
    return {names[to] for flow in flows for to in flow["to"]}


@pytest.mark.parametrize(
    ("task", "system", "links"),
    [
        (
            "1 事務|①名称|狂犬病予防に関する事務",
            "2 システム|①名称|畜犬管理システム",
            "|③接続|（〇）庁内連携システム　（　）税務システム",
        ),
        (
            "1．事務|①名称|狂犬病予防に関する事務",
            "2．使用するシステム|①名称|畜犬管理システム",
            "|②連携|☑庁内連携システム　□税務システム",
        ),
        (
            "１|事務の名称|狂犬病予防に関する事務",
            "２|システム１の名称|畜犬管理システム",
            "|他のシステムとの接続|[○]庁内連携システム [ ]税務システム",
        ),
    ],
)
def test_a_section_in_a_cell_of_its_own_completes_short_labels(
    task: str, system: str, links: str
) -> None:
    found = case(HEAD + "Ⅰ 基本情報\n" + table(task, system, links) + RECORDS)
    assert labels(found, "process") == {"畜犬管理システム"}
    assert labels(found, "link") == {"庁内連携システム"}


@pytest.mark.parametrize(
    "printed",
    [
        "1 畜犬管理システム<br>2 注射済票発行システム",
        "1　畜犬管理システム<br>2　注射済票発行システム",
        "(1)畜犬管理システム<br>(2)注射済票発行システム",
        "①畜犬管理システム、②注射済票発行システム",
    ],
)
def test_numbers_in_front_of_systems_are_no_part_of_their_names(printed: str) -> None:
    found = case(HEAD + "Ⅰ 基本情報\n" + table(f"③システムの名称|{printed}") + RECORDS)
    assert labels(found, "process") == {"畜犬管理システム", "注射済票発行システム"}


FORMS = "・届出書は犬の登録に要る欄だけとする。"
OTHER = "3 使用|権限のない者が使用するリスク|・番号札で確かめる。|十分である"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"2 入手|目的外の入手のリスク|{FORMS}<br>・代理人の身分を確かめる。|十分である", 2),
        (f"２　入手|リスク１：対象者以外の入手のリスク|{FORMS}|［十分である］", 1),
        ("4 委託|委託先における不正な使用等のリスク|（委託しない）|―", 0),
        (f"2 入手|目的外の入手のリスク|措置の内容|{FORMS}", 1),
    ],
)
def test_a_risk_stands_before_its_measures_in_a_row(row: str, told: int) -> None:
    found = case(HEAD + "Ⅲ リスク対策\n" + table(row, OTHER))
    assert len(found.get("safeguards", [])) == told + 1


COLUMNS = (
    "区分|番号|市が行う対策|印|受託者に行わせる対策|印",
    "運用上の対策|1|名簿を備える。|○|日報をつける。|ー",
    "運用上の対策|2|研修を行う。|○|私物を持ち込まない。|○",
    "システム上の対策|1|通信を暗号化する。|○|識別符号を与える。|○",
)


def test_a_checklist_beside_the_form_is_one_column_of_marks_for_each_side() -> None:
    text = HEAD + "Ⅲ リスク対策\n別紙\n2 保守に係る点検表\n凡例 ○…行う ー…該当しない\n"
    rows = case(text + table(*COLUMNS))["checklist"]
    found = [(row["block"], row["party"], row["layer"], row["mark"]) for row in rows]
    own, partner = [("2", "own", "operational", "yes")] * 2, ("2", "partner", "operational")
    assert [each for each in found if each[1] == "own"] == [*own, ("2", "own", "system", "yes")]
    assert (*partner, "not_needed") in found
    assert (*partner, "yes") in found


@pytest.mark.parametrize("number", ["(1)", "①", "1.", "1"])
def test_the_items_of_each_file_are_counted_as_printed(number: str) -> None:
    part = "別紙　特定個人情報ファイルの主な記録項目\n"
    first = table(
        "番号|項目", f"{number}|氏名", f"{number.replace('1', '2').replace('①', '②')}|犬種"
    )
    second = table(
        "番号|項目", f"{number}|氏名", f"{number.replace('1', '2').replace('①', '②')}|毛色"
    )
    text = HEAD + part + "〈飼い主ファイル〉\n" + first + "〈畜犬ファイル〉\n" + second
    found = case(text)
    positions = [e["position"] for each in found["lists"] for e in each["entries"]]
    assert positions == ["1", "2", "1", "2"]
    assert "duplicated_row" not in raised(text)


ASKED = "評価対象の事務の対象人数は何人か（飼い主及びその世帯員）　[ 1,000人以上1万人未満 ]"


def counts(text: str) -> set[tuple[str, int, str]]:
    return {
        (each["label"], count.get("value", 0), count.get("as_of", ""))
        for each in case(text)["subjects"]
        for count in each.get("counts", [])
    }


def test_rows_below_the_number_of_all_give_those_of_each_group() -> None:
    rows = (
        f"1. 対象人数|{ASKED}",
        "いつ時点の計数か|令和7年4月1日 時点",
        "（内訳）飼い主|1,412人",
        "うち 世帯員|2,386人",
    )
    text = HEAD + "Ⅱ しきい値判断項目\n" + table("項目|内容", *rows)
    day = "2025-04-01"
    whole = {("飼い主及びその世帯員", 1000, day), ("飼い主及びその世帯員", 9999, day)}
    assert counts(text) >= {*whole, ("世帯員", 2386, day)}


def test_a_number_is_of_the_group_in_front_of_it_and_about_so_many_is_not_exact() -> None:
    text = (
        HEAD
        + "Ⅰ 基本情報\n③対象人数 飼い主 4,215人(令和6年10月1日現在) 注射の猶予を受けた者 約300人\n"
    )
    risks = "Ⅲ リスク対策\n措置の内容 ・注射の猶予を受けた者300人分の名簿は鍵のかかる棚に納める。\n"
    assert ("飼い主", 4215, "2024-10-01") in counts(text)
    assert "count_bound" in raised(text + risks)
    assert "count_bound" not in raised(text + risks.replace("300人分", "全員"))


@pytest.mark.parametrize(
    ("rules", "asked"),
    [
        ("・公社への送信は専用の端末から行う。", False),
        ("・みどり県畜産公社への送信は専用の端末から行う。", False),
        ("・送信は専用の端末から行う。", True),
    ],
)
def test_the_only_body_of_its_sort_is_called_by_it(rules: str, asked: bool) -> None:
    text = (
        HEAD + "Ⅱ 特定個人情報ファイルの概要\n提供先1 みどり県畜産公社\n③提供する情報 氏名、住所\n"
    )
    text += "提供先2 みどり県獣医師協議会\n③提供する情報 氏名、住所\n" + RECORDS
    text += "Ⅲ リスク対策\n措置の内容 ・みどり県獣医師協議会には職員が届ける。\n" + rules + "\n"
    assert ("recipient_without_safeguard" in raised(text)) == asked


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("狂犬病予防に関する事務（オンライン届出の導入に伴う再評価）", True),
        ("狂犬病予防に関する事務（マイクロチップ照会の開始に伴う再評価）", True),
        ("狂犬病予防に関する事務（注射済票発行の開始に伴う再評価）", False),
        ("狂犬病予防に関する事務（飼主支援に係る注射済票発行の導入に伴う再評価）", False),
    ],
)
def test_what_a_title_is_new_for_is_spoken_of(title: str, asked: bool) -> None:
    text = (
        HEAD + f"評価書名　{title}\nⅠ 基本情報\n②事務の内容 犬の登録と注射済票発行を窓口で行う。\n"
    )
    assert ("title_without_content" in raised(text + RECORDS)) == asked


@pytest.mark.parametrize(
    ("last", "asked"), [("毛色", True), ("注射の年月日", False), ("注射年月日", False)]
)
def test_items_told_with_their_number_are_those_of_the_list(last: str, asked: bool) -> None:
    told = "加える項目は、犬種、登録の年月日、注射の年月日の3項目である。"
    text = HEAD + "Ⅰ 基本情報\n②事務の内容 犬を登録する。" + told + "\n"
    listed = RECORDS + f"5 犬種 6 登録の年月日 7 {last}\n"
    assert ("contents_differ" in raised(text + listed)) == asked


STEPS = (
    "（別添2）事務の内容\n1. 登録\n2. 通知\n"
    " 2-① みどり県畜産公社から、毎月10日までに{what}を受信する。\n"
)


@pytest.mark.parametrize(("what", "asked"), [("登録異動情報", True), ("注射実績情報", False)])
def test_what_is_given_does_not_come_from_its_taker(what: str, asked: bool) -> None:
    text = HEAD + "Ⅱ 特定個人情報ファイルの概要\n提供先1 みどり県畜産公社\n"
    text += "③提供する情報 登録異動情報（登録番号、氏名、住所）\n" + RECORDS
    assert ("direction_differs" in raised(text + STEPS.format(what=what))) == asked


def test_what_is_not_taken_in_one_case_is_taken_in_the_others() -> None:
    text = HEAD + "Ⅱ 特定個人情報ファイルの概要\n提供先1 みどり県畜産公社\n③提供する情報 登録番号\n"
    text += RECORDS + "②事務の内容 みどり県畜産公社から異動の情報を毎日受信する。\nⅢ リスク対策\n"
    text += (
        "措置の内容 ・みどり県畜産公社から受信した情報は、番号が一致しないときは取り込まない。\n"
    )
    assert "direction_differs" not in raised(text)


def test_a_number_parted_by_a_reading_machine_is_an_entry_of_the_paper() -> None:
    text = (
        HEAD + RECORDS + "（別添2）変更箇所\n令和7年2月14日　別添１ １ ７　（なし）　犬種を追加\n"
    )
    assert {each["label"] for each in case(text)["references"]} == {"別添1", "別添2"}


def test_labels_with_their_values_beside_them_are_no_heads_of_columns() -> None:
    cover = ("評価書番号|29|評価書名|狂犬病予防に関する事務", "公表日|令和7年5月20日|特記事項|なし")
    assert case(HEAD + table(*cover) + RECORDS)["matters"][0]["title"] == "狂犬病予防に関する事務"


def test_a_head_of_columns_ends_where_labels_stand_before_their_values() -> None:
    rows = ("評価書番号|評価書名", "29|狂犬病予防に関する事務", "評価実施機関名|あさひ市長")
    assert case(HEAD + table(*rows) + RECORDS)["matters"][0]["title"] == "狂犬病予防に関する事務"

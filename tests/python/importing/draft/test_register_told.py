"""What the cells and remarks of a register say beside names: numbers, terms, items, parts."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

LINES = {
    "事務の名称": "貸与品の管理に関する事務",
    "事務の目的": "貸与品を管理するため",
    "対象者の範囲": "貸与を受けた者",
    "記録項目": "（１）氏名　（２）住所　（３）生年月日　（４）貸与年月日　（５）返却年月日",
}


def content(**fields: str) -> dict[str, Any]:
    """A card of numbered lines, in the order given."""
    text = "個 人 情 報 取 扱 事 務 登 録 簿\nみなみ町\n\n"
    for number, (label, value) in enumerate((LINES | fields).items(), 1):
        text += f"{number}　{label}　　{value}\n"
    return drafts.draft(text, "r.txt").content


def partners(found: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    return [
        (flow["relation"], names[to])
        for flow in found.get("flows", [])
        for to in flow["to"]
        if flow["relation"] != "collect"
    ]


def test_a_title_in_spaced_letters_is_no_label() -> None:
    found = content()
    labels = [each["label"] for each in found["lists"][0]["entries"]]
    assert labels == ["氏名", "住所", "生年月日", "貸与年月日", "返却年月日"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        (
            {"継続して行う外部提供": "北県町村会"},
            [("provide", "北県町村会")],
        ),  # by number and words
        (
            {"委託": "☑有（株式会社乙）　□無", "定例的な外部提供": "□有　☑無"},
            [("entrust", "株式会社乙")],
        ),
        (
            {"提供先": "町立小学校及び中学校、北県"},
            [("provide", "町立小学校及び中学校"), ("provide", "北県")],
        ),
        ({"委託": "有（株式会社乙：清掃及び案内）"}, [("entrust", "株式会社乙")]),
        ({"オンライン結合": "有（町から受託者への送信のみ）"}, []),
        ({"提供先": "北県及び南県"}, [("provide", "北県"), ("provide", "南県")]),
        ({"オンライン結合": "有（北県町村会。受信のみ）"}, [("link", "北県町村会")]),
        ({"結合の相手方": "北県町村会", "結合の方向": "双方向"}, [("link", "北県町村会")]),
        (
            {"委託先": "株式会社乙", "作業の分担": "印刷は、再委託先である有限会社丙が行う。"},
            [("entrust", "株式会社乙"), ("reentrust", "有限会社丙")],
        ),
    ],
)
def test_labels_that_only_their_words_tell(
    fields: dict[str, str], named: list[tuple[str, str]]
) -> None:
    assert partners(content(**fields)) == named


def test_a_number_in_parted_brackets_is_that_number() -> None:
    items = "　".join(f"({n}){name}" for n, name in enumerate("甲乙丙丁戊己庚辛壬", 1))
    found = content(記録項目=f"{items}　( 1 0 )備品名　(11)返却日")
    positions = [(each["position"], each["label"]) for each in found["lists"][0]["entries"]]
    assert positions[-2:] == [("10", "備品名"), ("11", "返却日")]


@pytest.mark.parametrize(
    ("between", "label"), [("　　　　－ 4 －\n", "保護者の就労状況"), ("", "保護者の就労状状況")]
)
def test_a_character_doubled_by_a_page_is_one(between: str, label: str) -> None:
    text = "個人情報取扱事務登録簿\n事務の名称　　入所事務\n対象者の範囲　　申込者\n記録の内容\n"
    text += f"　①氏名 ②住所 ③保護者の就労状\n{between}　状況 ④続柄\n備考\n"
    found = drafts.draft(text, "r.txt").content
    assert [each["label"] for each in found["lists"][0]["entries"]] == [
        "氏名",
        "住所",
        label,
        "続柄",
    ]


@pytest.mark.parametrize("label", ["作業の期間", "業務実施期間", "処理期間"])
def test_work_stands_beside_its_contract(label: str) -> None:
    term = "令和6年4月1日から令和7年3月31日まで"
    work = "令和6年5月1日から令和7年4月30日まで"
    found = content(委託先="株式会社乙", 契約期間=term, **{label: work})
    periods = {each["kind"]: each["end"] for each in found["matters"][0]["periods"]}
    assert periods == {"contract": "2025-03-31", "work": "2025-04-30"}
    alone = content(委託先="株式会社乙", **{label: work})
    assert [each["kind"] for each in alone["matters"][0]["periods"]] == ["contract"]


@pytest.mark.parametrize(
    ("remark", "numbers"),
    [
        ("登録者48人（令和6年4月1日現在）のうち、返却の済んだ者を除く。", [84, 48]),
        ("令和6年4月1日現在の対象者は48人である。", [84, 48]),
        ("記録されている本人は48人である（令和6年4月1日）。", [84, 48]),
        ("うち登録者48人（令和6年4月1日現在）は町外の者である。", [84]),
        ("新規登録者は48人（令和6年4月1日現在）である。", [84]),
        ("印刷を委託した。貸与を受けた者 48人（令和6年4月1日）", [84, 48]),
    ],
)
def test_remarks_that_count_all_of_a_file(remark: str, numbers: list[int]) -> None:
    found = content(本人の数="84人（令和6年4月1日現在）", 備考=remark)
    assert [each["value"] for each in found["subjects"][0]["counts"]] == numbers


@pytest.mark.parametrize(
    ("remark", "sent"),
    [
        (
            "町村会へは、氏名、住所及び生年月日を四半期ごとに送付する。",
            ["氏名", "住所", "生年月日"],
        ),
        (
            "町村会には氏名、住所、生年月日及び勤務先を毎月提供する。",
            ["氏名", "住所", "生年月日", "勤務先"],
        ),
        ("町村会には氏名、住所等を提供する。", None),  # not all of it
        ("町村会には督促状及び納付書を送付する。", None),  # no items of the records
    ],
)
def test_remarks_that_say_what_a_partner_gets(remark: str, sent: list[str] | None) -> None:
    found = content(経常的提供先="北県町村会", 備考=remark)
    flow = next(each for each in found["flows"] if each["relation"] == "provide")
    names = {each["id"]: each["label"] for each in found.get("items", [])}
    assert [names[each] for each in flow.get("items", [])] == (sent or [])
    assert ("lists" in flow) == (sent is None)


def test_what_is_sent_besides_the_records_is_added() -> None:
    found = content(経常的提供先="北県町村会", 備考="町村会には電話番号も併せて提供する。")
    flow = next(each for each in found["flows"] if each["relation"] == "provide")
    assert len(flow["items"]) == 1
    assert flow["lists"]


def test_measures_that_do_not_apply_are_none() -> None:
    found = content(
        委託="なし", 安全管理措置="書庫を施錠する。", 委託先に行わせる安全管理措置="該当なし"
    )
    assert [each["label"] for each in found["safeguards"]] == ["書庫を施錠する。"]


def test_cells_of_one_row_that_print_their_labels() -> None:
    rows = "".join(f"<tr><td>{a}</td><td colspan=2>{b}</td></tr>" for a, b in LINES.items())
    rows += "<tr><td>処理の委託</td><td>委託先　株式会社乙</td><td>委託する業務　検針</td></tr>"
    text = f"個人情報取扱事務登録簿\n\n<table>{rows}</table>\n"
    found = drafts.draft(text, "r.txt").content
    assert partners(found) == [("entrust", "株式会社乙")]


def test_the_term_of_a_contract_is_a_period_wherever_it_is_told() -> None:
    found = content(備考="入力の委託の期間は、令和6年4月1日から令和7年3月31日まで。")
    terms = [(each["start"], each.get("end")) for each in found["matters"][0]["periods"]]
    assert ("2024-04-01", "2025-03-31") in terms

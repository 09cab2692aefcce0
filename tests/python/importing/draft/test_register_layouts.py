"""Registers told in chapters, in columns of the page, and in tables that number by paths."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

CHAPTERS = """もみじ町個人情報取扱事務登録簿

第１　事務の概要
　１　事務の名称
　　　自転車貸出事務
　２　事務の目的
　　　観光に来た者に自転車を貸し出す。
第２　対象者の範囲
　１　利用者　320人（令和6年4月1日現在）
　　　貸出しの申込みをした者をいう。
　２　保証人
第３　取り扱う項目
　　貸出管理システムに次の項目を記録する。
　　ア　氏名
　　イ　住所
　　ウ　電話番号
第４　情報の行き先
　１　外部提供
　　(1)　提供先　もみじ町観光協会
　　(2)　提供の方法　紙を、手で渡す。
　２　渡す項目
　　(1)　もみじ町観光協会
　　　　①氏名　②電話番号
第５　安全のための対策
　１　町が行う対策
　(1)　物理的な対策
　　　対策1　申込書は施錠できる棚に保管する。
　２　提供先に求める対策
　(1)　運用上の対策
　　　対策2　名簿を複写しないことを求める。
"""


def flows(found: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    return {
        (flow["relation"], names[flow["to"][0]])
        for flow in found["flows"]
        if flow["relation"] != "collect"
    }


def listed(found: dict[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(e["position"], e["label"]) for e in each["entries"]] for each in found["lists"]]


@pytest.mark.parametrize("front", ["第{}", "第{}章", "{roman}", "{kanji}"])
def test_chapters_with_heads_below(front: str) -> None:
    text = CHAPTERS
    marks = zip("12345", "１２３４５", "ⅠⅡⅢⅣⅤ", "一二三四五", strict=True)
    for number, wide, roman, kanji in marks:
        text = text.replace(f"第{wide}", front.format(number, roman=roman, kanji=kanji))
    found = draft(text).content
    assert found["matters"][0]["title"] == "自転車貸出事務"
    assert [each["label"] for each in found["subjects"]] == ["利用者", "保証人"]
    assert flows(found) == {("process", "貸出管理システム"), ("provide", "もみじ町観光協会")}
    records, handed = listed(found)
    assert [label for _, label in records] == ["氏名", "住所", "電話番号"]
    assert [label for _, label in handed] == ["氏名", "電話番号"]
    measures = [(e["party"], e["layer"], e["position"]) for e in found["safeguards"]]
    assert measures == [("own", "physical", "1"), ("partner", "operational", "2")]


COLUMNS = """もみじ町個人情報取扱事務登録簿

  事務の名称            農園貸出事務
  所管                  農政課
  事務の目的            農園の区画を貸し出す。
  対象者の範囲          利用者
                        240人（令和5年4月1日現在）
  記録項目              1 氏名　2 住所
                        3 区画番号
  扱わない情報          思想及び信条
  収集先                本人
  委託                  有
    委託先              株式会社さくら測量
    約束事              受託者は、いかなる場合も、業務を第三者に行わせてはならない。
    体制                区画の測量は、合同会社やなぎ（再委託先）が行う。
    委託期間            令和5年4月1日から令和6年3月31日まで
"""


def test_labels_and_values_in_columns_of_the_page() -> None:
    found = draft(COLUMNS).content
    assert listed(found)[0] == [("1", "氏名"), ("2", "住所"), ("3", "区画番号")]
    assert [(s["label"], s["counts"][0]["value"]) for s in found["subjects"]] == [("利用者", 240)]
    assert flows(found) == {("entrust", "株式会社さくら測量"), ("reentrust", "合同会社やなぎ")}
    assert "reentrustment_forbidden" in raised(COLUMNS)


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("入居者、入居者の同居者、保証人", [("入居者", 0), ("入居者の同居者", 0), ("保証人", 0)]),
        ("入居者　45人（令和5年4月1日現在）、保証人", [("入居者", 45), ("保証人", 0)]),
        ("入居者、同居者及び保証人", [("入居者、同居者及び保証人", 0)]),
        ("町内に住所を有し、入居している者", [("町内に住所を有し、入居している者", 0)]),
        (
            "参加者 12人<br>うち満70歳 5人、満80歳 7人",
            [("参加者", 12), ("満70歳", 5), ("満80歳", 7)],
        ),
    ],
)
def test_groups_that_commas_list(cell: str, groups: list[tuple[str, int]]) -> None:
    rows = {
        "個人情報ファイルの名称": "甲",
        "利用目的": "管理",
        "記録項目": "氏名",
        "記録範囲": cell,
    }
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows.items())
    found = draft(f"個人情報ファイル簿\n<table>{table}</table>\n").content["subjects"]
    counted = [(s["label"], (s.get("counts") or [{"value": 0}])[0]["value"]) for s in found]
    assert sorted(counted) == sorted(groups)


PATHS = """もみじ町個人情報業務登録票

業務の名称\t講座受付業務
目的\t講座の受付を行う。
対象者の範囲\t受講者

第一票　記録項目
番号\t項目\t変更
1\t受講者\t
1-1\t氏名\t
1-2\t住所\t追加
2\t申込み\t
2-1\t講座名\t

第二票　渡す相手
区分\t相手\t渡す項目\t方法
庁内\t会計課\t1-1\t紙で渡す
委託\t有限会社はなぶさ\t1-1、1-2\t紙で渡す
"""


def test_items_numbered_by_paths_and_rows_that_say_by_what() -> None:
    found = draft(PATHS).content
    expected = [
        ("1", "受講者"),
        ("1.1", "氏名"),
        ("1.2", "住所"),
        ("2", "申込み"),
        ("2.1", "講座名"),
    ]
    assert listed(found)[0] == expected
    assert flows(found) == {("transfer", "会計課"), ("entrust", "有限会社はなぶさ")}


def test_a_list_behind_what_is_handed_over() -> None:
    text = (
        "個人情報ファイル簿\n個人情報ファイルの名称\t甲\n利用目的\t管理\n記録項目\t1氏名、2年齢、3血圧\n"
        "記録範囲\t受診者\n経常的提供先\t県健康協会、県医師会\n"
        "備考\t県健康協会へは年1回渡す。渡す項目：①年齢 ②血圧\n"
    )
    found = draft(text).content
    names = {each["id"]: each["label"] for each in found["holders"]}
    lists = {each["id"]: len(each["entries"]) for each in found["lists"]}
    sizes = {
        names[f["to"][0]]: lists[f["lists"][0]]
        for f in found["flows"]
        if f["relation"] == "provide"
    }
    assert sizes == {"県健康協会": 2, "県医師会": 3}


def test_a_remark_that_tells_the_other_way() -> None:
    table = "情報\t送る側\t受ける側\t媒体\n資格の名簿データ\tもみじ町\t県後期医療連合会\t専用回線\n"
    text = (
        "もみじ町個人情報ファイル簿\n個人情報ファイルの名称\t甲ファイル\n利用目的\t管理\n"
        "記録項目\t1氏名、2住所\n記録範囲\t加入者\n経常的提供先\t県後期医療連合会\n\n"
    )
    clean = "備考　資格の名簿データは、町から県後期医療連合会に送られる。\n"
    other = "備考　資格の名簿データは、県後期医療連合会から町に送られる。\n"
    assert "direction_differs" not in raised(text + table + "\n" + clean)
    assert "direction_differs" in raised(text + table + "\n" + other)


@pytest.mark.parametrize(("third", "differs"), [("督促状", False), ("催告書", True)])
def test_words_that_list_again_what_a_row_lists(third: str, differs: bool) -> None:
    text = (
        "もみじ町個人情報ファイル簿\n個人情報ファイルの名称\t甲ファイル\n利用目的\t管理\n"
        "記録項目\t1氏名、2住所\n記録範囲\t加入者\n作成する通知\t決定通知書、納入通知書、督促状\n"
        f"委託先\t株式会社甲\n委託の内容\t作成する通知の全部（決定通知書、納入通知書、{third}）の印刷\n"
    )
    assert ("contents_differ" in raised(text)) is differs

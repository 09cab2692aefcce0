"""Measures of a card below heads that name a side, in front of them or above them."""

from __future__ import annotations

import json

import pytest
from drafts import draft
from importing_score import found as facts

CARD = """個人情報ファイル簿

個人情報ファイルの名称　図書館利用者ファイル
所管課　　　　　　　　　中央図書館
利用目的　　　　　　　　図書館資料の貸出しに利用する。
記録項目　　　　　　　　1氏名、2住所、3生年月日、4電話番号、5利用者番号
記録範囲　　　　　　　　利用登録をした者　2,310人（令和7年4月1日現在）
収集方法　　　　　　　　本人からの申請
要配慮個人情報　　　　　含まない。
委託先　　　　　　　　　株式会社みなとデータ
{measures}
開示請求等の窓口　　　　総務課
"""
READ = {
    (1, "own", "operational", "1"),
    (1, "own", "operational", "2"),
    (1, "partner", "operational", "1"),
    (1, "own", "technical", "1"),
    (1, "partner", "technical", "1"),
}


def _facts(text: str, kind: str, name: str = "a.txt") -> set[tuple[object, ...]]:
    return {*facts(json.loads(draft(text, name).case.to_json()))[kind]}


@pytest.mark.parametrize(
    "measures",
    [
        "安全管理措置\n【組織的】\n市\n1　名簿を施錠して保管する。\n2　名簿の枚数を数える。\n"
        "委託先\n1　名簿を施錠して保管させる。\n【技術的】\n市\n1　端末を認証する。\n"
        "委託先\n1　端末を届け出させる。",
        "安全管理の措置\n　【組織的】\n　　事務局　(1) 名簿を施錠して保管する。\n"
        "　　　　　　(2) 名簿の枚数を数える。\n　　委託先　(1) 名簿を施錠して保管させる。\n"
        "　【技術的】\n　　事務局　(1) 端末を認証する。\n　　委託先　(1) 端末を届け出させる。",
        "安全管理の措置\n　市　　　（組織的）1 名簿を施錠して保管する。2 名簿の枚数を数える。\n"
        "　　　　　（技術的）1 端末を認証する。\n　委託先　（組織的）1 名簿を施錠して保管させる。\n"
        "　　　　　（技術的）1 端末を届け出させる。",
        "安全管理措置\n［市］組織的　1 名簿を施錠して保管する。2 名簿の枚数を数える。\n"
        "［市］技術的　1 端末を認証する。\n［委託先］組織的　1 名簿を施錠して保管させる。\n"
        "［委託先］技術的　1 端末を届け出させる。",
        "安全管理措置\n【組織的】市：1 名簿を施錠して保管する。2 名簿の枚数を数える。\n"
        "委託先：1 名簿を施錠して保管させる。\n【技術的】市：1 端末を認証する。\n"
        "委託先：1 端末を届け出させる。",
        "市の安全管理措置　　　【組織的】1 名簿を施錠して保管する。2 名簿の枚数を数える。"
        "【技術的】1 端末を認証する。\n委託先の安全管理措置　【組織的】1 名簿を施錠して保管させる。"
        "【技術的】1 端末を届け出させる。",
    ],
)
def test_a_side_stands_above_its_measures_or_in_front(measures: str) -> None:
    text = CARD.format(measures=measures)
    assert _facts(text, "safeguard") == READ
    assert {name for _, name, *_ in _facts(text, "recipient")} == {"株式会社みなとデータ"}


def test_numbered_layers_head_sides_with_kana() -> None:
    text = CARD.format(
        measures="安全管理の措置\n　(1)　組織的な措置\n　　市　　　　ア　名簿を施錠して保管する。\n"
        "　　　　　　　イ　名簿の枚数を数える。\n　　委託先　　ア　名簿を施錠して保管させる。\n"
        "　(2)　技術的な措置\n　　市　　　　ア　端末を認証する。\n"
        "　　委託先　　ア　端末を届け出させる。"
    )
    kana = {"1": "ア", "2": "イ"}
    assert _facts(text, "safeguard") == {(*each[:3], kana[each[3]]) for each in READ}


def test_sides_within_a_cell_begin_each_line() -> None:
    cell = (
        "【組織的措置】\n消防本部 1 名簿を施錠して保管する。\n消防本部 2 名簿の枚数を数える。\n"
        "委託先 1 名簿を施錠して保管させる。\n【技術的措置】\n消防本部 1 端末を認証する。\n"
        "委託先 1 端末を届け出させる。"
    )
    rows = [
        ("個人情報ファイルの名称", "防火対象物ファイル"),
        ("利用目的", "立入検査の実施"),
        ("記録項目", "1氏名、2住所、3電話番号"),
        ("記録範囲", "防火対象物の管理者"),
        ("委託先", "株式会社みなとデータ"),
        ("安全管理措置", cell),
        ("備考", "なし"),
    ]
    text = "\n".join(f'"{label}","{value}"' for label, value in rows)
    assert _facts(text, "safeguard", "a.csv") == READ


def test_a_table_of_both_sides_ends_at_the_next_label() -> None:
    text = (
        "個人情報ファイルの名称,患者ファイル,,\n所管課,医事課,利用目的,診療の記録\n"
        "記録項目,1氏名、2住所、3傷病名,,\n記録範囲,診療を受けた患者,,\n"
        "委託先,株式会社みなとデータ,委託の期間,令和7年4月1日から令和8年3月31日まで\n"
        "組織的な安全管理措置,,,\n病院が行う措置,,委託先に行わせる措置,\n"
        "1　結果は、2人で照合してから封をする。,,1　名簿を提出させる。,\n"
        "開示請求等の窓口,総務課,訂正等の特別の手続,無\n備考,なし,,\n"
    )
    assert _facts(text, "safeguard", "a.csv") == {
        (1, "own", "operational", "1"),
        (1, "partner", "operational", "1"),
    }


def test_a_paper_on_one_file_has_its_measures() -> None:
    cards = "\n".join(
        CARD.format(measures="保存期間　5年").partition("\n\n")[2].replace("図書館利用者", name)
        for name in ("図書館利用者", "読書会参加者")
    )
    paper = (
        "別紙1　委託先への受渡しの手順（No.2関係）\n\n市が行う措置\n1　名簿の枚数を記録する。\n"
        "委託先に行わせる措置\n1　名簿を施錠した保管庫に収めさせる。\n"
    )
    assert _facts(f"個人情報ファイル簿\n\n{cards}\n{paper}", "safeguard") == {
        (2, "own", "unspecified", "1"),
        (2, "partner", "unspecified", "1"),
    }


@pytest.mark.parametrize(
    "rows",
    [
        "安全管理措置,区分,市,委託先\n,組織的,1 施錠する。2 数える。,1 施錠させる。\n"
        ",技術的,1 端末を認証する。,1 端末を届け出させる。",
        "措置の区分,市が講ずる措置,委託先に講じさせる措置,\n"
        "組織的,1 施錠する。2 数える。,1 施錠させる。,\n"
        "技術的,1 端末を認証する。,1 端末を届け出させる。,",
        "安全管理措置,市,委託先,\n組織的,1 施錠する。2 数える。,1 施錠させる。,\n"
        "技術的,1 端末を認証する。,1 端末を届け出させる。,",
        "安全管理措置,,組織的,技術的\n,市,1 施錠する。2 数える。,1 端末を認証する。\n"
        ",委託先,1 施錠させる。,1 端末を届け出させる。",
    ],
)
def test_columns_of_sides_or_layers_within_a_card(rows: str) -> None:
    text = (
        "個人情報ファイルの名称,患者ファイル,,\n利用目的,診療の記録,,\n"
        "記録項目,1氏名、2住所、3傷病名,,\n記録範囲,診療を受けた患者,,\n"
        f"委託先,株式会社みなとデータ,,\n{rows}\n開示請求等の窓口,総務課,,\n備考,なし,,\n"
    )
    assert _facts(text, "safeguard", "a.csv") == READ
    assert {name for _, name, *_ in _facts(text, "recipient", "a.csv")} == {"株式会社みなとデータ"}

"""Papers whose sheets stand below counted heads that end with their kind, as chapters would."""

from __future__ import annotations

import pytest
from drafts import draft

CHAPTERS = """\
若葉市個人情報保護運営会議　{of}

講座の受付に係るシステムの導入及び業務の委託について

{first}１　はじめに
　電話で受けてきた申込みをシステムで受けることとする。

２　かかわる者
　　講座を申し込んだ者　312人（令和7年度）

{one}

個人の範囲　　　講座を申し込んだ者
記録する項目　　1 氏名
　　　　　　　　2 住所
　　　　　　　　3 電話番号
記録する機器　　講座受付システム
いつから　　　　令和8年4月1日から

{two}

相手　　　　　　株式会社みなと企画
個人の範囲　　　講座を申し込んだ者
扱わせる項目　　1 氏名
　　　　　　　　2 電話番号
委託の期間　　　令和8年4月1日から令和9年3月31日まで
"""
HEADS = [
    ("Ⅱ　その１　受付システムへの記録（電算処理）", "Ⅲ　その２　電話の受付（業務委託）"),
    ("第２章　第１の件　受付システムの導入（電算処理）", "第３章　第２の件　受付（業務委託）"),
    ("〔カード１〕　受付システムの導入　＝電算処理＝", "〔カード２〕　電話の受付　＝業務委託＝"),
]


@pytest.mark.parametrize("of", ["議案第3号", "諮問第3号", "審議資料3"])
@pytest.mark.parametrize("heads", HEADS)
def test_counted_heads_that_name_a_kind_make_a_paper_of_sheets(
    heads: tuple[str, str], of: str
) -> None:
    text = CHAPTERS.format(one=heads[0], two=heads[1], of=of, first="Ⅰ　あらまし\n\n")
    made = draft(text)
    assert made.family == "agenda"
    assert [len(each["entries"]) for each in made.content["lists"]] == [3, 2]
    assert [each["relation"] for each in made.content["flows"]] == ["process", "entrust"]

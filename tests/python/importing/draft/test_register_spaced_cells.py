"""Numbers and sides of a register whose brackets and digits bear blanks, as OCR leaves them."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

CARD = """波多野町農業委員会
個人情報取扱事務登録簿

登録番号 農 1
事務の名称 農地台帳の整備に関する事務
事務の目的 農地の所有及び貸借の状況を記録する。
対象者の範囲 {whose}
記録項目 1 所有者の氏名 2 所有者の住所 3 借受人の氏名 4 借受人の住所
収集先 本人
提供先 無
委託の有無 有
委託先 株式会社アグロ情報
{measures}
"""


def content(whose: str = "農地の所有者", measures: str = "") -> dict[str, Any]:
    text = CARD.format(whose=whose, measures=measures)
    return dict(json.loads(drafts.draft(text).case.to_json()))


DAY = "2026-04-01"
BOTH = {("農地の所有者", 2846, DAY), ("農地の借受人", 613, DAY)}


@pytest.mark.parametrize(
    "whose",
    [
        "農地の所有者 ( 2 , 8 4 6人 令和8年4月1日現在 )、"
        "農地の借受人 ( 6 1 3 人 令和8年4月1日現在 )",
        "農地の所有者（2,846人 令和8年4月1日現在）及び農地の借受人（613人 令和8年4月1日現在）",
        "農地の所有者 (2,846人)、農地の借受人 (613人)（いずれも令和8年4月1日現在）",
        "農地の所有者　2,846人（令和8年4月1日現在）\n農地の借受人　613人（同日現在）",
        "農地の所有者 (2,846人 令和8年4月1日現在 )、農地の借受人 ( 613人\n人 令和8年4月1日現在)",
    ],
)
def test_each_group_has_the_number_of_its_bracket(whose: str) -> None:
    told = content(whose)["subjects"]
    found = {(each["label"], n["value"], n["as_of"]) for each in told for n in each["counts"]}
    assert found == BOTH


OWN = ("台帳の閲覧は、農政係の職員に限る。", "保守の作業に係の職員が立ち会う。")
THEIRS = ("従事者を保守の担当者に限らせる。", "保守は係の職員の立会いの下で行わせる。")


@pytest.mark.parametrize(
    "printed",
    [
        "安全管理 (委員会) ア {0} イ {1}\n安全管理 (受託者) ア {2} イ {3}",
        "安全対策（町）　ア　{0}\n　イ　{1}\n安全対策（受託者）　ア　{2}\n　イ　{3}",
        "漏えい等の防止策（町）　ア {0}　イ {1}\n漏えい等の防止策（受託者）　ア {2}　イ {3}",
        "当課の措置　ア {0}\n　イ {1}\n受託者に求める措置　ア {2}\n　イ {3}",
        "安全管理\t町：ア {0} イ {1}　受託者：ア {2} イ {3}",
    ],
)
def test_a_bracket_behind_the_label_says_whose_measures_they_are(printed: str) -> None:
    told = content(measures=printed.format(*OWN, *THEIRS)).get("safeguards", [])
    found = {(each["party"], each["position"]) for each in told}
    assert found == {(side, mark) for side in ("own", "partner") for mark in "アイ"}


@pytest.mark.parametrize("head", ["収集の方法", "取得元", "個人情報の収集方法"])
def test_a_column_of_sources_names_no_items_of_the_file(head: str) -> None:
    columns = ("番号", "ファイルの名称", "所管", "利用目的", "記録項目", "記録範囲", head)
    cells = (
        ("1", "診療ファイル", "医事課", "診療を行う", "1 氏名、2 生年月日、3 病名", "患者", "本人"),
        (
            *("2", "請求ファイル", "医事課", "診療報酬を請求する", "1 氏名、2 生年月日、3 傷病名"),
            *("請求した患者", "本人が示す被保険者の資格及び診療録"),
        ),
    )
    table = "\n".join("\t".join(row) for row in (columns, *cells))
    assert not drafts.raised(f"波多野町立病院\n個人情報ファイル簿\n\n{table}\n")

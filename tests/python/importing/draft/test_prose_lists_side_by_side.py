"""Lists of items whose print looks like something else: uneven columns, names in katakana."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import drafts
import pytest

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

sys.path.insert(0, str(Path(__file__).parents[3]))
import importing_score

HEAD = """北浜市長
入場券の販売の業務の委託に係る個人情報の取扱いについて（諮問）
1　理由
　窓口が混み合うため、販売を委託する。
2　委託先
　株式会社みなと販売
3　取り扱う情報の項目"""


def items(content: Any) -> list[tuple[str, str]]:
    found = importing_score.found(content)["item"]
    return sorted((position, label) for _, position, label, _ in found)


@pytest.mark.parametrize("signs", ["①②③④⑤", "アイウエオ", "12345"])
def test_the_longer_of_two_lists_side_by_side_is_read_to_its_end(signs: str) -> None:
    marks = [sign if sign in "①②③④⑤" else f"({sign})" for sign in signs]
    left, right = ["受験番号", "氏名", "生年月日", "住所", "最終学歴"], ["氏名", "住所"]
    document = docx.Document()
    for line in HEAD.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2)
    rows = [("受付システム", "人事システム")]
    rows += [
        (mark + name, marks[at] + right[at] if at < len(right) else "")
        for at, (mark, name) in enumerate(zip(marks, left, strict=True))
    ]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("4　委託期間")
    document.add_paragraph("　令和7年6月1日から令和8年3月31日まで")
    stored = io.BytesIO()
    document.save(stored)
    made = assemble([read_bytes(stored.getvalue(), "a.docx", "d")])
    found = items(json.loads(made.case.to_json()))
    assert [label for _, label in found].count("氏名") == 2
    assert {label for _, label in found} == {*left, *right}
    assert len(found) == len(left) + len(right)


@pytest.mark.parametrize("word", ["電子メールアドレス", "クラス", "メモ", "ユーザ"])
def test_a_name_that_ends_in_katakana_is_no_mark_in_a_row(word: str) -> None:
    made = drafts.draft(f"{HEAD}\n　①氏名、②住所、③{word}、④購入した公演名、⑤座席番号\n")
    assert items(json.loads(made.case.to_json())) == [
        ("1", "氏名"),
        ("2", "住所"),
        ("3", word),
        ("4", "購入した公演名"),
        ("5", "座席番号"),
    ]

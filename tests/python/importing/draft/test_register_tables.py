"""Drafts of registers that come as a table with a file in each row."""

from __future__ import annotations

from typing import Any

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes


def items(found: dict[str, Any], number: int = 0) -> list[str]:
    return [f"{entry['position']} {entry['label']}" for entry in found["lists"][number]["entries"]]


def table(rows: str) -> dict[str, Any]:
    return assemble([read_bytes(rows.encode("utf-8"), "r.csv", "d")]).content


def test_numbers_run_on_from_column_to_column() -> None:
    found = table(
        "事務の名称,所管課,利用目的,個人の範囲,基本的事項,心身,経済\n"
        '甲事務,課,給付,町民,"1 氏名\n2 住所","3 病歴\n4 障害",5 所得\n'
        "乙事務,課,給付,町民,①氏名 ②住所,－,③所得\n"
    )
    assert items(found) == ["1 氏名", "2 住所", "3 病歴", "4 障害", "5 所得"]
    assert items(found, 1) == ["1 氏名", "2 住所", "3 所得"]


def test_a_holder_of_thousands_of_rows_has_a_bounded_source() -> None:
    rows = "".join(f"甲{n}ファイル,課,目的,氏名,町民,乙協会\n" for n in range(1500))
    head = "個人情報ファイルの名称,所管課,利用目的,記録項目,記録範囲,経常的提供先\n"
    found = table(head + rows)
    assert len(found["matters"]) == 1500
    assert all(len(each.get("source", "")) <= 16_000 for each in found["holders"])


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_group_above() -> None:
    found = table(
        "個人情報ファイルの名称,所管課,利用目的,記録項目数,記録項目,記録範囲,本人数（人）\n"
        '甲ファイル,課,給付,2,氏名／住所,"町民\n（転出した者を除く。）",約8千\n'
    )
    (group,) = found["subjects"]
    assert group["label"] == "町民（転出した者を除く。）"
    assert [(each["bound"], each["unit"]) for each in group["counts"]] == [("unknown", "person")]

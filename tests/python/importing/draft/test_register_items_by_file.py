"""An attached paper that lists the items of several files in one table."""

from __future__ import annotations

import drafts
import pytest

FILES = (
    "個人情報ファイル簿\n\n北浜町\n\n"
    "| 番号 | 個人情報ファイルの名称 | 利用目的 | 記録項目 | 記録範囲 |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| 1 | 配食ファイル | 配食を行うため | 別紙1のとおり | 配食を申し込んだ者 |\n"
    "| 2 | 見守りファイル | 見守りを行うため | 別紙1のとおり | 見守りを申し込んだ者 |\n"
    "\n別紙1　記録項目\n\n"
)


@pytest.mark.parametrize("again", ["", "{a}"])
@pytest.mark.parametrize(
    ("head", "a", "b"),
    [
        ("個人情報ファイルの名称", "配食ファイル", "見守りファイル"),
        ("ファイル名", "配食ファイル", "見守りファイル"),
        ("名称", "配食ファイル", "見守りファイル"),
        ("番号", "1", "2"),
    ],
)
def test_each_file_gets_its_rows(head: str, a: str, b: str, again: str) -> None:
    rows = ((a, "氏名"), (again.format(a=a), "住所"), (b, "氏名"), (again and b, "電話番号"))
    table = "".join(f"| {of} | {at} | {item} |\n" for at, (of, item) in enumerate(rows, 1))
    found = drafts.draft(
        f"{FILES}| {head} | 項番 | 項目 |\n| --- | --- | --- |\n{table}", "r.txt"
    ).content
    assert [each["title"] for each in found["matters"]] == ["配食ファイル", "見守りファイル"]
    assert [
        (each["matter"], [entry["label"] for entry in each["entries"]]) for each in found["lists"]
    ] == [("m1", ["氏名", "住所"]), ("m2", ["氏名", "電話番号"])]

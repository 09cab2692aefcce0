"""Annexes: order, completeness, inertness and equal bytes, in every format."""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from frames import HOSTILE, a_glance, all_tables, frame, hostile_table, recipients
from test_inert import Reader

from nagarezu import report
from nagarezu.errors import MissingExtra, TooLarge, UnknownSuffix
from nagarezu.inert import visible
from nagarezu.report.datasheet import datasheet
from nagarezu.report.document import Document, build
from nagarezu.report.sheets import cell_text, fits, headers, sheet_names
from nagarezu.tables import Table, from_core


def document(*, lang: str = "ja") -> Document:
    empty = from_core("changes", "c1", frame({"place": "text"}, []), lang=lang)
    return build([a_glance(lang=lang)], [*all_tables(lang=lang), empty], lang=lang)


def hostile() -> Document:
    return build([a_glance(title=label) for label in HOSTILE], [hostile_table()])


def test_tables_stand_in_the_order_of_their_numbers() -> None:
    built = document()
    assert [table.number for table in built.tables] == ["1", "2", "2-2", "3", "6", "8", "A1"]
    assert built.tables[-1].name == "concentration"


def test_empty_tables_are_named_not_dropped_in_silence() -> None:
    assert document().absent == "該当のない表：前回からの変更箇所"


@pytest.mark.parametrize("suffix", report.SUFFIXES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_same_document_gives_the_same_bytes(
    suffix: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report.render(document(lang=lang), suffix)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert report.render(document(lang=lang), suffix) == first


def test_an_unknown_suffix_lists_those_that_there_are() -> None:
    for path in ("a.docx", "a", "a.XLS"):
        with pytest.raises(UnknownSuffix, match=r"\.xlsx") as caught:
            report.suffix_of(path)
        assert caught.value.known == report.SUFFIXES
    assert report.suffix_of("A.XLSX") == ".xlsx"


@pytest.mark.parametrize(("suffix", "library"), [(".xlsx", "xlsxwriter"), (".html", "jinja2")])
def test_a_missing_library_names_its_extra(
    suffix: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nagarezu.report import page

    page._page.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[report\]"):
        report.render(document(), suffix)


def test_the_page_needs_nothing_from_outside() -> None:
    text = report.render(document(), ".html").decode("utf-8")
    reader = Reader()
    reader.feed(text)
    tags = [tag for tag, _ in reader.elements]
    assert "script" not in tags
    assert "img" not in tags
    assert "link" not in tags
    links = [a["href"] for tag, a in reader.elements if tag == "a"]
    ids = [a["id"] for tag, a in reader.elements if tag == "section" and "id" in a]
    assert links == [f"#{id_}" for id_ in ids]
    assert len(ids) == len(document().tables)
    policy = next(a["content"] for t, a in reader.elements if t == "meta" and "content" in a)
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_policy_allows_exactly_the_style_that_stands_in_the_page() -> None:
    import base64
    import hashlib

    text = report.render(document(), ".html").decode("utf-8")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode("utf-8")).digest()).decode()
    assert f"'sha256-{digest}'" in text


def test_hostile_labels_are_text_in_the_page() -> None:
    reader = Reader()
    reader.feed(report.render(hostile(), ".html").decode("utf-8"))
    tags = {tag for tag, _ in reader.elements}
    assert "script" not in tags
    assert not any(key.startswith("on") for _, attributes in reader.elements for key in attributes)
    texts = {text.strip() for text in reader.texts}
    assert {visible(label).strip() for label in HOSTILE} <= texts
    assert "49" not in texts


def test_hostile_labels_are_text_in_markdown() -> None:
    text = report.render(hostile(), ".md").decode("utf-8")
    assert "<" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert len(re.findall(r"^## ", text, re.MULTILINE)) == len(HOSTILE)


def sheets(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_workbook_has_a_cover_and_a_real_table_for_each_table() -> None:
    book = sheets(report.render(document(), ".xlsx"))
    assert book.sheetnames[0] == "表紙"
    assert len(book.sheetnames) == len(document().tables) + 1
    sheet = book["表6 受領者一覧"]
    assert [cell.value for cell in sheet[3]][:6] == [
        *("受領者", "種別", "階層", "外部", "認証等", "情報項目（下限）"),
    ]
    assert [cell.value for cell in sheet[4]][5:9] == [2, 2, 383395, 689022]
    assert sheet["G5"].value == "不詳"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.paperSize == 9
    assert len(sheet.tables) == 1
    assert sheet["A2"].value == "単位：情報項目 項目、対象者数 人"


def test_the_workbook_holds_no_formula_and_no_link() -> None:
    content = report.render(hostile(), ".xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert "<f>" not in text
            assert "<hyperlink" not in text
    labels = [row[0].value for row in sheets(content)["表6 受領者一覧"].iter_rows(min_row=4)]
    assert labels[: len(HOSTILE)] == [visible(label) for label in HOSTILE]


def test_a_data_workbook_is_machine_readable() -> None:
    book = sheets(datasheet(recipients()))
    assert book.sheetnames == ["recipients", "legend", "notes"]
    sheet = book["recipients"]
    assert [cell.value for cell in sheet[1]] == [c.name for c in recipients().columns]
    assert sheet["F2"].value is True
    assert sheet["I3"].value is None
    assert sheet.max_row == 4
    assert [cell.value for cell in book["legend"][10]][:3] == [
        "items_upper",
        "情報項目（上限）",
        "item",
    ]
    assert datasheet(recipients()) == datasheet(recipients())
    empty = sheets(datasheet(from_core("changes", "c1", frame({"place": "text"}, []))))
    assert [cell.value for cell in empty["changes"][1]] == ["case", "place"]


def test_what_excel_would_round_is_written_as_text() -> None:
    table = from_core("periods", "c1", frame({"days": "whole"}, [("c1", 2**63 - 1), ("c1", 5)]))
    sheet = sheets(datasheet(table))["periods"]
    assert [sheet["B2"].value, sheet["B3"].value] == [str(2**63 - 1), 5]


def test_the_limits_of_excel() -> None:
    assert len(cell_text("あ" * 40_000)) == 32_767
    assert cell_text("あ" * 40_000).endswith("…[32,767]")
    assert cell_text("あ" * 32_767) == "あ" * 32_767
    assert headers(["a", "A", "a", ""]) == ["a", "A (2)", "a (3)", "_"]
    assert sheet_names(["x" * 40, "x" * 40, "a/b:c'"]) == ["x" * 31, "x" * 27 + " (2)", "a b c"]
    wide = Table("t", "t", (), ((None,),) * 1_048_576)
    with pytest.raises(TooLarge):
        fits(wide)
    fits(Table("t", "t", (), ((None,),) * 1_048_575))


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    from nagarezu.files import write_whole

    path = tmp_path / "annex.md"
    write_whole(path, report.render(document(), ".md"))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# 個人情報の流れ図")
    assert text.rstrip().endswith("以上")
    assert "出典：見本の案件 (c1)" in text

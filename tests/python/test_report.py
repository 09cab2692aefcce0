"""Writers and their dispatch: completeness, inertness and equal bytes, without the extension."""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from frames import HOSTILE, all_tables, frame, hostile_table, recipients
from test_inert import Reader

from nagarezu import report
from nagarezu.errors import MissingExtra, TooLarge, UnknownSuffix, UsageError
from nagarezu.inert import visible
from nagarezu.languages import Lang
from nagarezu.report.datasheet import datasheet
from nagarezu.report.sheets import cell_text, fits, headers, row_height, sheet_names
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Run,
    Section,
    TableBlock,
)
from nagarezu.report.workbook import tables_of
from nagarezu.tables import Table, from_core


def document(*, lang: Lang = "ja", box: str = "資料1-1") -> Document:
    """A paper with one block of each kind but figures, and a table of each kind."""
    words: tuple[Block, ...] = (
        Contents("目次"),
        Heading(1, "第1　概要", "summary"),
        Paragraph((Run("説明"),), "lead"),
        Facts((("対象者", (Run("12人"),)),), "対象者"),
        Listing(((Run("経路："), Run("【追加】区 → 受託者", added=True)), (Run("二つ目"),))),
        Listing(((Run("どちらですか。"),),), numbered=True),
    )
    shown = tuple(TableBlock(t, f"table-{t.name}") for t in all_tables(lang=lang))
    end = Paragraph((Run("以上"),), "end")
    sections = (Section(words), Section((*shown, end), landscape=True))
    return Document("標題", "副題", box, lang, sections, ("c1",))


def hostile() -> Document:
    """Every text of a paper is hostile."""
    blocks: list[Block] = []
    for i, label in enumerate(HOSTILE):
        runs = (Run(label), Run(label, added=True), Run(label, strong=True))
        blocks += [
            Heading(2, label, f"h{i}"),
            Paragraph(runs),
            Listing((runs,), numbered=True),
            Facts(((label, runs),), label),
        ]
    blocks.append(TableBlock(hostile_table(), "table"))
    return Document(HOSTILE[0], HOSTILE[2], HOSTILE[9], "ja", (Section(tuple(blocks)),), ("c1",))


@pytest.mark.parametrize("suffix", report.SUFFIXES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_same_document_gives_the_same_bytes(
    suffix: str, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report.render(document(lang=lang), suffix)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert report.render(document(lang=lang), suffix) == first


def test_there_is_a_writer_for_every_format() -> None:
    assert report.SUFFIXES == (".docx", ".pdf", ".html", ".xlsx", ".md")
    starts = {".docx": b"PK", ".pdf": b"%PDF", ".html": b"<!", ".xlsx": b"PK", ".md": b""}
    for suffix, start in starts.items():
        assert report.render(document(), suffix)[: len(start)] == start


def test_an_unknown_suffix_lists_those_that_there_are() -> None:
    for path in ("a.doc", "a", "a.XLS"):
        with pytest.raises(UnknownSuffix, match=r"\.docx") as caught:
            report.suffix_of(path)
        assert caught.value.known == report.SUFFIXES
    assert report.suffix_of("A.XLSX") == ".xlsx"
    with pytest.raises(UnknownSuffix):
        report.render(document(), ".txt")


def test_no_case_is_wrong_use_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        report.write([], tmp_path / "a.md")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[report\]"):
        report.render(document(), ".xlsx")


def test_the_page_has_no_element_of_a_hostile_label() -> None:
    reader = Reader()
    reader.feed(report.render(hostile(), ".html").decode("utf-8"))
    assert not any(key.startswith("on") for _, attributes in reader.elements for key in attributes)
    texts = "".join(reader.texts)
    assert all(visible(label) in texts for label in HOSTILE)


def test_markdown_says_everything() -> None:
    text = report.render(document(), ".md").decode("utf-8")
    assert text.startswith("資料1-1\n\n# 標題\n\n副題\n\n**目次**\n\n- 第1　概要\n\n## 第1　概要\n")
    assert "| 対象者 | 12人 |" in text
    assert "- 経路：**【追加】区 → 受託者**\n- 二つ目" in text
    assert "- ① どちらですか。" in text
    assert "**表6 受領者一覧**" in text
    assert text.endswith("\n以上\n")


def test_hostile_labels_are_text_in_markdown() -> None:
    text = report.render(hostile(), ".md").decode("utf-8")
    assert "<" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert len(re.findall(r"^### ", text, re.MULTILINE)) == len(HOSTILE)


def sheets(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_workbook_has_a_cover_and_a_real_table_for_each_table() -> None:
    book = sheets(report.render(document(), ".xlsx"))
    assert book.sheetnames[0] == "表紙"
    assert len(book.sheetnames) == len(tables_of(document())) + 1
    sheet = book["表6 受領者一覧"]
    assert [cell.value for cell in sheet[3]][:6] == [
        *("受領者", "種別", "階層", "外部", "認証等", "情報項目（下限）"),
    ]
    assert [cell.value for cell in sheet[4]][5:9] == [2, 2, 383395, 689022]
    assert sheet["G5"].value == "不詳"
    assert len(sheet.tables) == 1
    assert sheet["A2"].value == "単位：情報項目 項目、対象者数 人"


def test_every_sheet_is_ready_to_print() -> None:
    book = sheets(report.render(document(), ".xlsx"))
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.oddHeader.right.text == "資料1-1"
        assert sheet.oddFooter.center.text == "&P / &N"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A4"
        assert sheet.print_title_rows == "$3:$3"
    assert book["表6 受領者一覧"].page_setup.orientation == "landscape"
    assert book["表2-2 対象者の合計（単位別）"].page_setup.orientation != "landscape"
    assert sheets(report.render(document(box=""), ".xlsx"))["表紙"].oddHeader.right.text is None


def test_the_box_of_a_sheet_holds_no_code_of_excel() -> None:
    book = sheets(report.render(document(box="A&D&P" + "x" * 900), ".xlsx"))
    shown = book["表紙"].oddHeader.right.text
    assert shown.startswith("A&&D&&P")
    assert len(shown) <= 255


def test_texts_of_a_workbook_are_japanese_faces_and_rows_are_high_enough() -> None:
    book = sheets(report.render(document(), ".xlsx"))
    sheet = book["表6 受領者一覧"]
    assert sheet["A4"].font.name == "游ゴシック"
    assert row_height([("長" * 100, 20.0), ("短", 20.0)]) > row_height([("短", 20.0)]) == 17.0
    assert row_height([("長" * 10_000, 20.0)]) == 409.0
    assert sheet.row_dimensions[4].height >= 17.0


def test_the_cover_says_what_the_paper_says_and_lists_the_sheets() -> None:
    cover = sheets(report.render(document(), ".xlsx"))["表紙"]
    rows = [tuple(cell.value for cell in row) for row in cover.iter_rows(max_col=2)]
    assert rows[:2] == [("標題", None), ("副題", None)]
    assert ("対象者", "12人") in rows
    assert (None, "①　どちらですか。") in rows
    assert (None, "表6 受領者一覧") in rows
    assert rows[-1] == (None, "以上")


def test_a_volume_has_one_sheet_of_each_table() -> None:
    first, second = recipients("c1"), recipients("c2")
    blocks = tuple(TableBlock(t, f"t{i}") for i, t in enumerate((first, second)))
    volume = Document("", "", "", "ja", (Section(blocks),), ("c1", "c2"))
    book = sheets(report.render(volume, ".xlsx"))
    assert book.sheetnames == ["表紙", "表6 受領者一覧"]
    assert book["表6 受領者一覧"]["A3"].value == "案件"
    assert [book["表6 受領者一覧"][f"A{row}"].value for row in (4, 7)] == ["見本の案件", "別の案件"]


def test_sheets_stand_in_the_order_of_their_numbers_though_a_case_lacks_some() -> None:
    parts = all_tables("c1"), all_tables("c2")
    less = [table for table in parts[0] if table.name not in ("cases", "subjects")]
    blocks = tuple(TableBlock(t, f"t{i}") for i, t in enumerate([*less, *parts[1]]))
    volume = Document("", "", "", "ja", (Section(blocks),), ("c1", "c2"))
    numbers = [table.number for table in tables_of(volume)]
    assert numbers == ["1", "2", "2-2", "3", "6", "8", ""]


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


def test_an_interrupt_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.md"
    path.write_text("old", encoding="utf-8")

    def interrupted(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "content", interrupted)
    with pytest.raises(KeyboardInterrupt):
        report.write([object()], path)  # type: ignore[list-item]
    assert [file.name for file in tmp_path.iterdir()] == ["paper.md"]
    assert path.read_text("utf-8") == "old"

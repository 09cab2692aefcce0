"""Odd, wrong and hostile files: blocks or a coded reason, within bounds, and never a crash."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from made import archive, cells, docx, grids, of_text, p, texts

from nagarezu.errors import MissingExtra
from nagarezu.importing.sources import NotReadable, read, read_bytes
from nagarezu.opening import limits


def reason(content: bytes, name: str = "a.docx") -> str:
    with pytest.raises(NotReadable) as refused:
        read_bytes(content, name, "d")
    assert refused.value.message("ja") != refused.value.message("en")
    return refused.value.reason


def workbook(rows: int = 1) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for row in range(rows):
            sheet.write(row, 0, f"行{row}")
            sheet.write(row, 1, "値")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "found", "declared"),
    [
        (docx(p("甲")), "a.docx", "docx", ""),
        (docx(p("甲")), "a.docm", "docx", ""),
        (docx(p("甲")), "a.pdf", "docx", ".pdf"),
        (workbook(), "a.docx", "xlsx", ".docx"),
        (workbook(), "a", "xlsx", ""),
        ("甲".encode(), "a.pdf", "text", ".pdf"),
        ("甲".encode(), "a.TXT", "text", ""),
        (b"a,b", "a.CSV", "csv", ""),
        (b"a\tb", "a.tsv", "csv", ""),
        ("甲,乙,丙\n1,2,3\n".encode("cp932"), "a.txt", "csv", ".txt"),
        ("甲,乙\n1,2\n".encode(), "a.txt", "text", ""),
        ("一、二、三\n四, 五, 六\n".encode(), "a.txt", "text", ""),
        (b"%PDF- is how such files begin", "a.txt", "damaged", ""),
        ("PDFは %PDF-1.7 で始まる".encode(), "a.txt", "text", ""),
    ],
)
def test_the_content_decides_what_a_file_is_and_the_blocks_say_so(
    content: bytes, name: str, found: str, declared: str
) -> None:
    try:
        blocks = read_bytes(content, name, "d")
    except NotReadable as refused:
        assert refused.reason == found
    else:
        assert (blocks.format, blocks.declared) == (found, declared)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\f\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unknown_document"),
        (b"{\\rtf1 x}", "unknown_document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "unknown_document"),
        (b"II*\x00" + bytes(20), "unknown_document"),
        (b"\x1f\x8b\x08" + bytes(20), "unknown_document"),
        (b"abc\x00def", "unknown_document"),
        (b"PK\x03\x04broken", "damaged"),
        (archive({"a.txt": "x"}), "unknown_document"),
        (b"\xff\xff\xff\x81", "encoding"),
    ],
)
def test_what_is_no_document_is_refused_by_name(content: bytes, code: str) -> None:
    assert reason(content, "a.txt") == code


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(NotReadable) as refused:
            read(path, "d")
        assert refused.value.reason == "file_unreadable"


def test_bytes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    assert texts(read(path, "d")) == ["x" * 10]
    path.write_bytes(b"x" * 11)
    with pytest.raises(NotReadable) as refused:
        read(path, "d")
    assert refused.value.reason == "file_too_large"


def test_100_megabytes_are_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(NotReadable) as refused:
        read(path, "d")
    assert refused.value.reason == "file_too_large"


def test_an_archive_that_unpacks_beyond_its_bound_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = docx(p("甲" * 10_000))
    unpacked = 0
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        unpacked = sum(entry.file_size for entry in opened.infolist())
    monkeypatch.setattr(limits, "UNPACKED_BYTES", unpacked)
    assert texts(read_bytes(whole, "a.docx", "d")) == ["甲" * 10_000]
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 10_000)
    assert reason(whole) == "archive_too_large"


def test_the_number_of_parts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS", 4)
    assert texts(read_bytes(docx(p("甲")), "a.docx", "d")) == ["甲"]
    monkeypatch.setattr(limits, "PARTS", 3)
    assert reason(docx(p("甲"))) == "too_many"


def replaced(name: str, content: str | bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(p("甲")))) as opened:
        parts: dict[str, str | bytes] = {n: opened.read(n) for n in opened.namelist()}
    return archive(parts | {name: content})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "unsafe_xml"),
        ("word/document.xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "unsafe_xml"),
        ("word/document.xml", "<x><y></x>", "damaged"),
        ("word/document.xml", b"\xff\xfe\x00", "damaged"),
        ("word/document.xml", "", "damaged"),
        ("word/document.xml", "<x>" * 1000 + "</x>" * 1000, "too_deep"),
        ("_rels/.rels", "<Relationships/>", "damaged"),
    ],
)
def test_hostile_parts_are_refused(name: str, content: str | bytes, code: str) -> None:
    assert reason(replaced(name, content)) == code


def test_names_of_parts_are_looked_up_and_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<x/>", encoding="utf-8")
    links = (
        '<Relationships xmlns="x"><Relationship Id="r" Type="a/styles" Target="../../../..'
        f'{secret}"/><Relationship Id="s" Type="a/footnotes" TargetMode="External" '
        f'Target="file://{secret}"/></Relationships>'
    )
    content = replaced("word/_rels/document.xml.rels", links)
    assert texts(read_bytes(content, "a.docx", "d")) == ["甲"]


def test_tables_may_nest_to_a_depth_and_no_further() -> None:
    def nested(depth: int) -> bytes:
        body = p("底")
        for _ in range(depth):
            body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
        return docx(body)

    assert texts(read_bytes(nested(19), "a.docx", "d")) == ["底"]
    assert reason(nested(21)) == "too_deep"


def test_a_table_of_10_000_rows_is_read() -> None:
    row = "<w:tr>" + "".join(f"<w:tc>{p(str(n))}</w:tc>" for n in range(4)) + "</w:tr>"
    for content, name in (
        (docx(f"<w:tbl>{row * 10_000}</w:tbl>"), "a.docx"),
        (workbook(10_000), "a.xlsx"),
        ("甲\t乙\n".encode() * 10_000, "a.txt"),
        (b"<table>" + "<tr><td>甲<td>乙".encode() * 10_000, "a.txt"),
        ("甲,乙\n".encode() * 10_000, "a.csv"),
    ):
        (grid,) = grids(read_bytes(content, name, "d"))
        assert grid.rows == 10_000


def test_paragraphs_and_cells_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PLACES", 3)
    assert texts(of_text("甲\n乙\n丙")) == ["甲", "乙", "丙"]
    assert reason("甲\n乙\n丙\n丁".encode(), "a.txt") == "too_many"


def test_cells_of_text_and_csv_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 2)
    for name, content in (("a.txt", "甲\t乙"), ("a.csv", "甲,乙")):
        assert len(texts(read_bytes(content.encode(), name, "d"))) == 2
        more = content + "\n" + content
        assert reason(more.encode(), name) == "too_many"


def test_columns_and_fields_of_csv_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLUMNS", 2)
    monkeypatch.setattr(limits, "FIELD", 3)
    (grid,) = grids(read_bytes(b"abc,b", "a.csv", "d"))
    assert cells(grid) == {(0, 0): "abc", (0, 1): "b"}
    assert reason(b"a,b,c", "a.csv") == "too_many"
    assert reason(b"abcd,b", "a.csv") == "too_many"


def test_lines_of_text_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from nagarezu.importing.sources import text

    monkeypatch.setattr(text, "LINES", 2)
    assert texts(of_text("甲\n乙")) == ["甲", "乙"]
    assert reason("甲\n乙\n丙".encode(), "a.txt") == "too_many"


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", -1)
    assert reason("甲\n".encode() * 1000, "a.txt") == "too_slow"
    assert reason(workbook(100), "a.xlsx") == "too_slow"


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "<u" * 100_000,
        "<p>" * 70_000,
        "**" * 100_000,
        "<p " + "a" * 200_000,
        "<table" * 50_000,
        "|" * 200_000,
        "\t" * 200_000,
        "&" * 200_000,
        "![" * 100_000,
        "#" * 200_000,
        "-" * 200_000 + "\t-",
        "（１" * 100_000,
        "<table><tr>" + "<td rowspan=999999 colspan=999999>" * 16,
    ],
)
def test_what_stands_below_such_a_text_is_read(text: str) -> None:
    read_all = of_text(text + "\n甲")
    assert any("甲" in each for each in (*texts(read_all), *map(str, grids(read_all))))


@pytest.mark.parametrize("tags", ["<table>" * 60, "<table>" + "<tr>" * 100_000])
def test_a_table_without_a_cell_holds_nothing(tags: str) -> None:
    assert not any(texts(of_text(tags + "\n甲")))


def test_tables_of_html_nest_to_a_depth_and_no_further() -> None:
    of_text("<table><tr><td>" * limits.DEPTH + "甲")
    assert reason(("<table><tr><td>" * (limits.DEPTH + 1)).encode(), "a.txt") == "too_deep"


def test_many_merged_areas_that_overlap_make_no_more_cells() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(2000))) as opened:
        parts: dict[str, str | bytes] = {n: opened.read(n) for n in opened.namelist()}
        opened_sheet = opened.read("xl/worksheets/sheet1.xml")
    areas = "".join(f'<mergeCell ref="A{n}:B1048576"/>' for n in range(1, 2000))
    merged = f"<mergeCells>{areas * 20}</mergeCells></worksheet>".encode()
    parts["xl/worksheets/sheet1.xml"] = opened_sheet.replace(b"</worksheet>", merged)
    (grid,) = grids(read_bytes(archive(parts), "a.xlsx", "d"))
    assert len(grid.cells) == 1999


def test_labels_that_could_act_elsewhere_stay_what_is_printed() -> None:
    bidi = "\u202e\u200b甲"
    labels = ["<script>alert(1)</script>", "=cmd|'/C calc'!A0", "../../etc", bidi, "甲" * 10_000]
    assert texts(of_text("\n".join(labels))) == labels
    assert texts(read_bytes("\n".join(labels).encode(), "a.csv", "d")) == labels


def test_a_name_is_shown_without_its_folder() -> None:
    names = ["../../etc/a.txt", "C:\\x\\a.txt", "a.txt"]
    assert {read_bytes("甲".encode(), name, "d").name for name in names} == {"a.txt"}


def test_a_refusal_crosses_processes() -> None:
    refusal = NotReadable("too_many", "a.txt", "3 pages")
    copy = pickle.loads(pickle.dumps(refusal))
    assert (copy.reason, copy.file, copy.what) == ("too_many", "a.txt", "3 pages")
    assert copy.message("ja") == refusal.message("ja")


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setitem(sys.modules, "defusedxml", None)
    for content, name in ((docx(p("甲")), "a.docx"), (workbook(), "a.xlsx")):
        with pytest.raises(MissingExtra, match=r"nagarezu\[import\]"):
            read_bytes(content, name, "d")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[import\]"):
        read_bytes(b"%PDF-1.7", "a.pdf", "d")


def test_a_reader_loads_only_what_its_format_needs() -> None:
    code = (
        "import sys; from nagarezu.importing.sources import read_bytes; "
        "read_bytes(b'a\\tb\\nc', 'a.txt', 'd'); "
        "print([n for n in ('pandas', 'numpy', 'pdfplumber', 'defusedxml', 'zipfile', 'lxml', "
        "'nagarezu._core') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() in ("[]", "['zipfile']")

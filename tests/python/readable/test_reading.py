"""Odd, damaged and hostile files: a view or a reason, within bounds, and never a crash."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from books import book, broken, saved, statuses

from nagarezu.errors import MissingExtra
from nagarezu.opening import limits
from nagarezu.opening.delimited import records
from nagarezu.readable import NotReadable, check
from nagarezu.readable.reading import read

CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="x"/>'


def rebuilt(path: Path, changes: dict[str, bytes]) -> Path:
    """The same archive with some parts replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts |= changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def refused(path: Path) -> str:
    with pytest.raises(NotReadable) as caught:
        check(path)
    for lang in ("ja", "en"):
        assert str(path) in caught.value.message(lang)
        assert caught.value.reason in caught.value.message(lang)
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.csv", b"\xef\xbb\xbf  \n", "empty"),
        ("a.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("a.csv", b"a,b\n\x81\x00\xff\xfe", "encoding"),
        ("a.csv", b"a,b\n1,\x00", "unknown_format"),
        ("a.json", b"[" * 100_000, "too_deep"),
        ("a.json", b'[{"a": 1]', "damaged"),
        ("a.xml", b"<a>" * 100_000, "too_deep"),
        ("a.xml", b"<a><b></a>", "damaged"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "unsafe_xml"),
        ("a.xml", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "unsafe_xml"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == reason


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == "file_unreadable"
    assert refused(tmp_path) == "file_unreadable"


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    path = saved(book(), tmp_path / "a.xlsx")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    sheet = part(path, "xl/worksheets/sheet1.xml")
    for encoded in (bomb + sheet, (bomb + sheet).decode().encode("utf-16")):
        assert refused(rebuilt(path, {"xl/worksheets/sheet1.xml": encoded})) == "unsafe_xml"


def test_a_zip_bomb_is_stopped_by_what_unpacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 2**20)
    path = saved(book(), tmp_path / "a.xlsx")
    assert statuses(check(path))["L1-01"] == "ok"
    sheet = b"<worksheet>" + b" " * 2**21 + b"</worksheet>"
    assert refused(rebuilt(path, {"xl/worksheets/sheet1.xml": sheet})) == "archive_too_large"


def test_a_merged_area_as_large_as_a_sheet_costs_nothing(tmp_path: Path) -> None:
    path = saved(book(), tmp_path / "a.xlsx")
    sheet = part(path, "xl/worksheets/sheet1.xml")
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    rebuilt(path, {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", merged)})
    assert broken(check(path)) == {"L1-12": {"merged"}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A1"', b'r="A1048577"'),
        (b'r="A1"', b'r="XFE1"'),
        (b'<row r="1"', b'<row r="99999999999999999999999"'),
        (b'<row r="1"', b'<row r="0"'),
        (b't="s"', b't="s" s="99999999999"'),
        (b"<v>0</v>", b"<v>999999999</v>"),
        (b"<v>0</v>", b"<v>-1</v>"),
        (b"<v>0</v>", b""),
        (b"<v>77</v>", b"<v>1e999</v>"),
        (b"<v>77</v>", b"<v>" + b"9" * 5000 + b"</v>"),
        (b"<v>77</v>", b"<v>nan</v>"),
    ],
)
def test_numbers_out_of_range_never_crash(old: bytes, new: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    plain = made.add_worksheet()
    plain.write_row(0, 0, ["name", "persons"])
    plain.write_row(1, 0, ["a", 77])
    made.close()
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert old in sheet
    rebuilt(path, {"xl/worksheets/sheet1.xml": sheet.replace(old, new, 1)})
    try:
        check(path)
    except NotReadable as error:
        assert error.reason == "damaged"


def test_every_truncation_of_a_workbook_is_refused(tmp_path: Path) -> None:
    content = saved(book(), tmp_path / "a.xlsx").read_bytes()
    for length in range(4, len(content) - 1, 97):
        (tmp_path / "cut.xlsx").write_bytes(content[:length])
        assert refused(tmp_path / "cut.xlsx") in ("damaged", "encoding", "unknown_format")


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("CELLS", 10, "too_many"), ("FILE_BYTES", 100, "file_too_large"), ("SHEETS", 2, "too_many")],
)
def test_limits(
    limit: str, value: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(book(), tmp_path / "a.xlsx")
    monkeypatch.setattr(limits, limit, value)
    assert refused(path) == reason


def test_a_sheet_with_two_far_corners_costs_two_cells(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "b")
    made.close()
    assert "L1-04" in broken(check(tmp_path / "a.xlsx"))


def test_boxes_links_and_rich_text_of_another_writer(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["name", "count_n"])
    bold = made.add_format({"bold": True})
    sheet.write_rich_string(1, 0, "a ", bold, "b")
    sheet.write_number(1, 1, 3)
    sheet.insert_textbox("D2", "read me")
    made.close()
    found = broken(check(tmp_path / "a.xlsx"))
    assert found["L1-10"] == {"object"}
    assert found["L1-11"] == {"look_within"}


def test_dates_of_a_workbook_are_dates_whatever_they_show(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    era = made.add_format({"num_format": '[$-411]ggge"年"m"月"d"日"'})
    sheet.write_row(0, 0, ["date", "persons"])
    for row in (1, 2, 3):
        sheet.write_number(row, 0, 43831 + row, era)
        sheet.write_number(row, 1, row)
    made.close()
    view = read(tmp_path / "a.xlsx").sheets[0]
    assert all(view.cells[row, 1].date for row in (2, 3, 4))
    assert check(tmp_path / "a.xlsx").of("L3-05").findings == ()


def test_csv_is_read_by_its_letter() -> None:
    def fields(text: str) -> list[list[str]]:
        return [record.fields for record in records(text)]

    assert fields("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]]
    assert fields('"a,b","c ""d"""\n') == [["a,b", 'c "d"']]
    assert fields('"two\nlines",x') == [["two\nlines", "x"]]
    assert fields("a,\n,b\n") == [["a", ""], ["", "b"]]
    assert fields("a,") == [["a", ""]]
    assert fields("\n\na") == [[""], [""], ["a"]]
    assert fields("") == []
    assert [record.fault for record in records('"a\n')] == ["unclosed"]
    assert [record.fault for record in records('a"b,c\n"d"e\n')] == ["stray_quote"] * 2


def test_shift_jis_and_utf16_are_known(tmp_path: Path) -> None:
    for encoding, name in (("cp932", "cp932"), ("utf-16", "utf-16-le"), ("utf-8-sig", "utf-8")):
        (tmp_path / "a.csv").write_bytes("年,人数\n2019,1\n".encode(encoding))
        view = read(tmp_path / "a.csv")
        assert (view.encoding, view.sheets[0].cells[1, 2].value) == (name, "人数")
        assert view.bom is (encoding != "cp932")


def test_json_and_xml_of_flat_records(tmp_path: Path) -> None:
    flat = [{"year": 2019, "persons": 1}, {"year": 2020, "persons": "1,234"}]
    (tmp_path / "a.json").write_text(json.dumps({"rows": flat}), "utf-8")
    assert broken(check(tmp_path / "a.json")) == {"L2-01": {"decorated_number"}}
    (tmp_path / "a.json").write_text(json.dumps([{"year": 2019, "names": ["a", "b"]}]), "utf-8")
    assert broken(check(tmp_path / "a.json")) == {"L1-07": {"nested_value"}}
    xml = "<rows><row><year>2019</year><persons>12人</persons></row></rows>"
    (tmp_path / "a.xml").write_text(xml, "utf-8")
    outcome = check(tmp_path / "a.xml")
    assert broken(outcome) == {"L2-01": {"decorated_number"}}
    assert statuses(outcome)["L1-12"] == "not_applicable"


ODS = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d"
 xmlns:style="s" xmlns:fo="f"><office:automatic-styles>
 <style:style style:name="b" style:family="table-cell"><style:text-properties
 fo:font-weight="bold"/></style:style></office:automatic-styles>
 <office:body><office:spreadsheet><table:table table:name="counts">
 <table:table-column table:number-columns-repeated="2"/>
 <table:table-row><table:table-cell><text:p>name</text:p></table:table-cell><table:table-cell>
 <text:p>persons</text:p></table:table-cell></table:table-row>
 ROWS
 <table:table-row table:number-rows-repeated="1048000"><table:table-cell
 table:number-columns-repeated="16000"/></table:table-row>
 </table:table></office:spreadsheet></office:body></office:document-content>"""
ROW = """<table:table-row ROW><table:table-cell><text:p>NAME</text:p></table:table-cell>
 <table:table-cell CELL office:value-type="float" office:value="3"><text:p>3</text:p>
 </table:table-cell></table:table-row>"""


def ods(path: Path, *, row: str = "", cell: str = "") -> Path:
    rows = [ROW.replace("NAME", name) for name in ("a", "b", "c", "d")]
    rows[1] = rows[1].replace("ROW", row).replace("CELL", cell)
    content = ODS.replace("ROWS", "".join(rows)).replace("ROW>", ">").replace("CELL ", "")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content.replace(" ROW", ""))
    return path


def test_an_open_document_is_read_like_a_workbook(tmp_path: Path) -> None:
    found = broken(check(ods(tmp_path / "a.ods")))
    assert set(found) == {"L3-08"}  # it has no documentation
    for rule, code, row, cell in (
        ("L1-12", "merged", "", 'table:number-columns-spanned="2"'),
        ("L1-13", "hidden_row", 'table:visibility="collapse"', ""),
        ("L1-11", "look_differs", "", 'table:style-name="b"'),
        ("L2-06", "formula", "", 'table:formula="of:=1+2"'),
    ):
        found = broken(check(ods(tmp_path / "a.ods", row=row, cell=cell)))
        assert found[rule] == {code}
        assert set(found) == {rule, "L3-08"}


def test_an_open_document_that_repeats_a_value_without_end_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", row='table:number-rows-repeated="999999999"')
    assert refused(path) == "too_many"


def test_a_workbook_without_values_is_not_checked_rather_than_passed(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    made.add_worksheet()
    made.close()
    outcome = check(tmp_path / "a.xlsx")
    assert set(statuses(outcome).values()) == {"ok", "not_checked", "not_applicable"}
    assert [r for r, s in statuses(outcome).items() if s == "ok"] == ["L1-01"]


def test_a_password_is_asked_to_be_removed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
    content = bytearray(out.getvalue())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        content[content.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    (tmp_path / "a.xlsx").write_bytes(bytes(content))
    assert refused(tmp_path / "a.xlsx") == "encrypted"


def test_long_texts_cost_no_more_than_their_length(tmp_path: Path) -> None:
    """Patterns that a backtracking search could go astray on, in columns of every kind."""
    long = 200_000
    patterns = (
        "1",
        "a ",
        "a、",
        "1，",
        "（",
        "平成",
        "A1-",
        "1(",
        "a:b ",
        "年",
        "2019年",
        "その他（",
        "0",
    )
    head = "start_date,area_code,area,persons,note,status"
    lines = [",".join([(text * long)[:long]] * 6) for text in patterns]
    (tmp_path / "a.csv").write_text("\n".join([head, *lines]), "utf-8")
    outcome = check(tmp_path / "a.csv")
    assert all(len(finding.message("ja")) < 200 for finding in outcome.findings)


def test_a_long_name_is_cut_where_it_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("氏" * 50_000 + ",x\n1,2\n3,4\n", "utf-8")
    outcome = check(tmp_path / "a.csv")
    assert outcome.findings
    assert all(len(finding.message("ja")) < 200 for finding in outcome.findings)


def test_a_missing_library_names_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(book(), tmp_path / "a.xlsx")
    (tmp_path / "a.csv").write_text("a_b,persons\nx,1\n", "utf-8")
    monkeypatch.setitem(sys.modules, "defusedxml.common", None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[report\]"):
        check(path)
    assert not check(tmp_path / "a.csv").broken  # which needs no library

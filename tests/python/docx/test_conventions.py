"""The layout conventions of official papers, one by one, on small papers."""

from __future__ import annotations

import io
import zipfile

import docx as docx_reader
import pytest
from word_files import W, blocks, parts, root, runs, style, text, value
from word_papers import body, number, of_sections, paper, sample, table, wide

from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.docx import docx
from nagarezu.report.tree import (
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
from nagarezu.tables.table import Column


def rows(content: bytes) -> list[list[str]]:
    """Texts of the cells of the first table; what is bold and underlined stands in underscores."""
    found = next(root(content).iter(f"{W}tbl"))
    return [[runs(p) for p in row.iter(f"{W}p")] for row in found.iter(f"{W}tr")]


def texts(document: Document, *styles: str) -> list[str]:
    return [text(p) for p in blocks(docx(document)) if p.tag == f"{W}p" and style(p) in styles]


def ways(document: Document) -> list[str]:
    """How the sheets lie, section by section."""
    return [value(size, "orient") or "portrait" for size in root(docx(document)).iter(f"{W}pgSz")]


def test_the_box_stands_on_the_first_sheet_only() -> None:
    content = docx(paper(body("本文"), box="資料 3-2"))
    assert text(root(content, "word/header2.xml")) == "資料 3-2"
    assert text(root(content, "word/header1.xml")) == ""
    boxed = root(content, "word/header2.xml").find(f"{W}p")
    assert boxed is not None
    assert style(boxed) == "PaperNumber"
    assert int(value(boxed.find(f"{W}pPr/{W}ind"), "left")) > 9638 * 0.7
    found = root(content, "word/styles.xml").iter(f"{W}style")
    border = next(s for s in found if value(s, "styleId") == "PaperNumber").find(f"{W}pPr/{W}pBdr")
    assert border is not None
    assert [side.tag for side in border] == [f"{W}{s}" for s in ("top", "left", "bottom", "right")]


def test_without_a_box_there_is_none() -> None:
    header = root(docx(paper(body("本文"), box="")), "word/header2.xml")
    assert "PaperNumber" not in {style(p) for p in header.iter(f"{W}p")}


def test_title_and_subtitle_come_first_and_stand_in_the_middle() -> None:
    content = docx(sample())
    assert [style(block) for block in blocks(content)][:2] == ["Title", "Subtitle"]
    for each in root(content, "word/styles.xml").iter(f"{W}style"):
        if value(each, "styleId") in ("Title", "Subtitle"):
            assert value(each.find(f"{W}pPr/{W}jc")) == "center"


def test_one_unit_of_all_numbers_stands_above_at_the_right() -> None:
    one = table(["名称", number("数"), number("別の数")], [("甲", 12, 3)])
    content = docx(paper(TableBlock(one, "t")))
    assert rows(content)[0] == ["名称", "数", "別の数"]
    caption = next(p for p in blocks(content) if style(p) == "TableCaption")
    assert text(caption) == "表1 試しの表\t（単位：人）"
    stop = caption.find(f"{W}pPr/{W}tabs/{W}tab")
    columns = next(root(content).iter(f"{W}tbl")).iter(f"{W}gridCol")
    assert value(stop) == "right"
    assert abs(int(value(stop, "pos")) - sum(int(value(c, "w")) for c in columns)) <= 3


def test_several_units_stand_in_the_heads() -> None:
    two = table(["名称", number("数"), number("項目数", "item")], [("甲", 12, 3)])
    content = docx(paper(TableBlock(two, "t")))
    assert rows(content)[0] == ["名称", "数（人）", "項目数（項目）"]
    assert texts(paper(TableBlock(two, "t")), "TableCaption") == ["表1 試しの表"]


def test_a_unit_is_not_lent_to_a_number_that_has_none() -> None:
    mixed = table([number("数"), Column("割合", "割合", None, "real")], [(12, 0.5)])
    assert rows(docx(paper(TableBlock(mixed, "t"))))[0] == ["数（人）", "割合"]


def test_numbers_stand_right_signs_in_the_middle_names_left() -> None:
    mixed = table(["名称", "可否", number("数")], [("長い名称の受領者", "○", 12345)])
    row = list(next(root(docx(paper(TableBlock(mixed, "t")))).iter(f"{W}tbl")).iter(f"{W}tr"))[1]
    assert [value(p.find(f"{W}pPr/{W}jc")) for p in row.iter(f"{W}p")] == [
        "left",
        "center",
        "right",
    ]
    assert [text(p) for p in row.iter(f"{W}p")][2] == "12,345"


def test_added_rows_are_bold_and_underlined_and_changed_rows_marked() -> None:
    change = Column("change", "変更", words="change")
    made = table(
        ["名称", change, number("数")],
        [("甲", "added", 1), ("乙", "existing", 2), ("丙", "changed", 3), ("丁", "removed", 4)],
    )
    content = docx(paper(TableBlock(made, "t")))
    assert rows(content)[1:] == [
        ["_甲_", "_【追加】_", "1"],
        ["乙", "継続", "2"],
        ["丙", "_【変更】_", "3"],
        ["丁", "_【削除】_", "4"],
    ]
    look = next(s for s in root(content, "word/styles.xml") if value(s, "styleId") == "Added")
    assert look.find(f"{W}rPr/{W}b") is not None
    assert value(look.find(f"{W}rPr/{W}u")) == "single"


def test_what_stands_after_a_change_is_bold_and_underlined() -> None:
    made = table(["箇所", Column("before", "変更前"), Column("after", "変更後")],
                 [("1頁", "旧", "新"), ("2頁", "旧", "")])  # fmt: skip
    assert rows(docx(paper(TableBlock(made, "t"))))[1:] == [
        ["1頁", "旧", "_新_"],
        ["2頁", "旧", "-"],
    ]


def test_notes_stand_below_and_hang_behind_their_marks() -> None:
    made = table(["名称"], [("甲",)], notes=("一つ目", "二つ目"))
    document = paper(TableBlock(made, "t"), Paragraph((Run("出典：見本"),), "source"))
    assert texts(document, "Note", "Source") == ["注1）一つ目", "注2）二つ目", "出典：見本"]
    plain = paper(Paragraph((Run("印のない小さな字"),), "note"))
    note = next(p for p in blocks(docx(plain)) if style(p) == "Note")
    assert value(note.find(f"{W}pPr/{W}ind"), "left") == "0"


def test_the_end_stands_right() -> None:
    content = docx(sample())
    last = [p for p in blocks(content) if p.tag == f"{W}p"][-1]
    assert (style(last), text(last)) == ("Ending", "以上")
    look = next(s for s in root(content, "word/styles.xml") if value(s, "styleId") == "Ending")
    assert value(look.find(f"{W}pPr/{W}jc")) == "right"


def test_a_wide_table_turns_its_sheet_and_takes_its_heading_along() -> None:
    document = paper(body("前"), Heading(2, "広い表", "w"), TableBlock(wide(), "t"), body("後"))
    assert ways(document) == ["portrait", "landscape", "portrait"]
    found = list(blocks(docx(document)))
    first = next(i for i, p in enumerate(found) if p.find(f".//{W}sectPr") is not None)
    assert text(found[first + 1]) == "広い表"


def test_small_print_and_the_end_stay_on_the_turned_sheet() -> None:
    small = Paragraph((Run("出典：見本"),), "source"), Paragraph((Run("以上"),), "end")
    assert ways(paper(TableBlock(wide(), "t"), *small)) == ["landscape"]


def test_a_section_lies_as_it_says() -> None:
    two = of_sections(Section((body("一"),), landscape=True), Section((body("二"),)))
    assert ways(two) == ["landscape", "portrait"]


def test_a_narrow_table_turns_nothing() -> None:
    narrow = table(["名称", number("数")], [("甲", 1)])
    assert ways(paper(TableBlock(narrow, "t"))) == ["portrait"]


def test_a_head_too_long_is_a_number_spelled_out_below() -> None:
    long = "長" * 120
    made = table(["名称", long], [("甲", "○")])
    document = paper(TableBlock(made, "t"))
    assert rows(docx(document))[0] == ["名称", "①"]
    assert texts(document, "Note")[0] == f"① {long}"


def test_a_table_too_wide_for_any_sheet_repeats_its_first_column() -> None:
    document = paper(TableBlock(wide(40, 1), "t"))
    heads = [
        [text(p) for p in next(iter(t.iter(f"{W}tr"))).iter(f"{W}p")]
        for t in root(docx(document)).iter(f"{W}tbl")
    ]
    assert len(heads) > 1
    assert {head[0] for head in heads} == {"第1列の見出し"}
    assert [h for head in heads for h in head[1:]] == [f"第{i}列の見出し" for i in range(2, 41)]
    assert [c.split("（")[1] for c in texts(document, "TableCaption")] == [
        f"{i}／{len(heads)}）" for i in range(1, len(heads) + 1)
    ]


def test_contents_list_headings_of_two_levels_and_link_to_them() -> None:
    document = paper(
        Contents("目次"), Heading(1, "一", "a"), Heading(2, "一の一", "b"), Heading(3, "細目", "c")
    )
    content = docx(document)
    entries = [p for p in blocks(content) if style(p).startswith("TOC")]
    assert [(style(p), text(p)) for p in entries] == [
        ("TOCHeading", "目次"),
        ("TOC1", "一"),
        ("TOC2", "一の一"),
    ]
    assert len(list(root(content).iter(f"{W}hyperlink"))) == 2


def test_contents_state_no_page_that_nobody_knows() -> None:
    codes = [c.text or "" for c in root(docx(sample())).iter(f"{W}instrText")]
    assert [code.split()[0] for code in codes] == ["TOC"]


def test_contents_without_headings_are_a_title() -> None:
    assert texts(paper(Contents("目次")), "TOCHeading", "TOC1") == ["目次"]


def test_numbered_lists_start_at_one_each() -> None:
    items = ((Run("甲"),), (Run("乙"),))
    content = docx(paper(Listing(items, numbered=True), Listing(items, numbered=True)))
    listed = [value(p) for p in root(content).iter(f"{W}numId")]
    assert listed == ["2", "2", "3", "3"]
    lists = list(root(content, "word/numbering.xml").iter(f"{W}num"))
    assert [value(each, "numId") for each in lists] == ["1", "2", "3"]
    starts = [value(each.find(f"{W}lvlOverride/{W}startOverride")) for each in lists]
    assert starts == ["", "1", "1"]


@pytest.mark.parametrize(("lang", "said"), [("ja", "ja-JP"), ("en", "en-US")])
def test_the_language_is_that_of_the_paper(lang: Lang, said: str) -> None:
    content = docx(paper(body("text"), lang=lang))
    defaults = root(content, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    # Latin words are English in both: as Japanese they would break between any two letters.
    assert (value(defaults), value(defaults, "eastAsia")) == ("en-US", "ja-JP")
    assert f"<dc:language>{said}</dc:language>" in parts(content)["docProps/core.xml"].decode()


def test_body_is_mincho_of_ten_and_a_half_points_and_headings_are_gothic() -> None:
    found = root(docx(sample()), "word/styles.xml").iter(f"{W}style")
    styles = {value(s, "styleId"): s for s in found}
    body_look, heading = styles["BodyText"], styles["Heading1"]
    assert value(body_look.find(f"{W}rPr/{W}sz")) == "21"
    assert value(body_look.find(f"{W}rPr/{W}rFonts"), "eastAsia") == "游明朝"
    assert value(heading.find(f"{W}rPr/{W}rFonts"), "eastAsia") == "游ゴシック"
    fonts = root(docx(sample()), "word/fontTable.xml")
    others = {value(f, "name"): value(f.find(f"{W}altName")) for f in fonts}
    assert "BIZ UD明朝" in others["游明朝"]
    assert "BIZ UDゴシック" in others["游ゴシック"]


def test_tables_of_facts_do_not_run_into_each_other() -> None:
    facts = Facts((("一", (Run("二"),)),), "表")
    tags = [block.tag.removeprefix(W) for block in blocks(docx(paper(facts, facts, title="")))]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_equal_documents_give_equal_bytes(lang: Lang) -> None:
    assert docx(sample(lang)) == docx(sample(lang))


def test_the_file_carries_no_time_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    fixed = docx(sample())
    with zipfile.ZipFile(io.BytesIO(fixed)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
    assert "2000-01-01T00:00:00Z" in parts(fixed)["docProps/core.xml"].decode()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    stamped = docx(sample())
    assert "2023-11-14T22:13:20Z" in parts(stamped)["docProps/core.xml"].decode()


@pytest.mark.parametrize(
    ("stated", "year"), [("0", 1980), ("99999999999999999999", 2107), ("soon", 2000), ("９", 2000)]
)
def test_a_date_that_no_archive_can_state_is_the_nearest_that_it_can(
    stated: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    content = docx(sample())
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {year}
    assert f"{year}-" in parts(content)["docProps/core.xml"].decode()


def test_an_independent_reader_opens_it() -> None:
    found = docx_reader.Document(io.BytesIO(docx(sample())))
    properties = found.core_properties
    assert (properties.title, properties.subject) == ("試しの資料", "見本の案件")
    assert (properties.author, properties.keywords) == ("nagarezu", "case-one")
    assert [p.text for p in found.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "第1　概要",
        "第2　流れ",
        "第3　附属資料",
    ]
    assert [cell.text for cell in found.tables[1].rows[1].cells][:2] == ["住民", "348,587人以上"]
    assert [section.orientation for section in found.sections] == [0, 0, 0, 1]


def test_a_block_of_another_kind_is_an_error() -> None:
    with pytest.raises(TypeError, match="str"):
        docx(paper("a text"))  # type: ignore[arg-type]

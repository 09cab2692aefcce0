"""The file: archived, tagged, fonts embedded, the same bytes, a date that is stated."""

from __future__ import annotations

import re

import pikepdf
import pytest
from pdf_papers import (
    Read,
    block,
    figure,
    heading,
    of_sections,
    paper,
    paragraph,
    read,
    table,
)

from nagarezu.report.pdf import pdf
from nagarezu.report.tree import Contents, Document, Facts, Listing, Run, Section

EVERY_KIND = (
    heading("概要"),
    paragraph("本文"),
    Listing(((Run("一つ目"),),), numbered=True),
    Listing(((Run("印のみ"),),)),
    Facts((("団体", (Run("試し市"),)),), "概要"),
    block(table(["項目", "数"], [["氏名", 1]], numeric=[1], notes=["注記"])),
    figure("箱"),
)


@pytest.fixture(scope="module")
def whole() -> Read:
    contents = Section((Contents("目次"),))
    return read(of_sections(contents, Section(EVERY_KIND), title="全部の種類"))


def test_the_file_says_that_it_is_archived_and_accessible(whole: Read) -> None:
    meta = whole.file.open_metadata()
    assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
    assert meta["pdfuaid:part"] == "1"
    assert whole.file.Root.MarkInfo.Marked
    assert whole.file.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert not whole.file.is_encrypted


def test_title_language_and_cases_stand_in_the_file(whole: Read) -> None:
    meta = whole.file.open_metadata()
    assert str(whole.file.Root.Lang) == "ja"
    assert meta["dc:title"] == "全部の種類"
    assert whole.file.Root.ViewerPreferences.DisplayDocTitle
    assert str(whole.file.docinfo["/Keywords"]) == "case-one"


def test_an_english_paper_says_so() -> None:
    assert str(read(paper(paragraph("Text"), lang="en")).file.Root.Lang) == "en"


def test_all_fonts_are_embedded_and_map_to_text(whole: Read) -> None:
    fonts = {str(font.BaseFont): font for page in whole.file.pages for font in _fonts(page.obj)}
    assert len(fonts) >= 2
    for name, font in fonts.items():
        assert re.match(r"/[A-Z]{6}\+", name), f"{name} is whole or not ours"
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys()), name
        assert "/ToUnicode" in font, name


def _fonts(holder: pikepdf.Object) -> list[pikepdf.Object]:
    """Fonts of a page and of the drawings on it."""
    resources = holder.get("/Resources", {})
    found = [font for _, font in resources.get("/Font", {}).items()]
    for _, inner in resources.get("/XObject", {}).items():
        found += _fonts(inner)
    return found


def test_body_is_mincho_headings_are_gothic(whole: Read) -> None:
    names = {str(f.BaseFont).split("+")[1] for p in whole.file.pages for f in _fonts(p.obj)}
    assert {name.split("-")[0] for name in names} == {"NotoSerifCJKjp", "NotoSansCJKjp"}


def test_the_tags_name_every_kind_of_block(whole: Read) -> None:
    kinds = [str(node.S) for node in _nodes(whole.file.Root.StructTreeRoot)]
    for kind in ("/H1", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Caption", "/Figure", "/TOC"):
        assert kind in kinds, kind


def _nodes(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Elements of the tree of tags, in reading order."""
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    found = [node] if "/S" in node else []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and ({"/S", "/K"} & set(kid.keys())):
            found += _nodes(kid)
    return found


def test_figures_say_in_words_what_they_show(whole: Read) -> None:
    figures = [n for n in _nodes(whole.file.Root.StructTreeRoot) if str(n.S) == "/Figure"]
    assert [str(node.Alt) for node in figures] == ["枠と文字の図"]


def test_headings_are_bookmarks() -> None:
    made = read(paper(heading("甲"), heading("乙", 2), heading("丙", 3), heading("丁")))
    with made.file.open_outline() as outline:
        titles = _titles(outline.root)
    assert titles == [(0, "第1 甲"), (1, "1 乙"), (2, "(1) 丙"), (0, "第2 丁")]


def _titles(items: list[pikepdf.OutlineItem], depth: int = 0) -> list[tuple[int, str]]:
    return [
        found
        for item in items
        for found in [(depth, item.title), *_titles(list(item.children), depth + 1)]
    ]


def test_the_contents_have_page_numbers_and_links() -> None:
    sections = [Section((heading(f"案件{i}"), paragraph("本文"))) for i in range(1, 4)]
    made = read(of_sections(Section((Contents("目次"),)), *sections))
    lines = made.text(0).splitlines()
    for number in (1, 2, 3):
        line = next(line for line in lines if f"案件{number}" in line)
        assert re.search(rf"{number + 1}\s*$", line), line
    links = [a for a in made.file.pages[0].Annots if a.Subtype == "/Link"]
    assert len(links) >= 3
    assert all("/Contents" in link for link in links)  # what a reader hears


def test_headings_below_the_second_level_stay_out_of_the_contents() -> None:
    blocks = (heading("一"), heading("二", 2), heading("三つ目の段", 3))
    made = read(of_sections(Section((Contents("目次"),)), Section(blocks)))
    assert "三つ目の段" not in made.text(0)


def test_the_same_document_gives_the_same_bytes() -> None:
    document = paper(*EVERY_KIND)
    assert pdf(document) == pdf(document)


def test_the_date_is_fixed_or_the_one_that_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    document = paper(paragraph("本文"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert _date(document).startswith("D:20000101000000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert _date(document).startswith("D:20260101000000")


def _date(document: Document) -> str:
    made = read(document)
    return str(made.file.docinfo["/CreationDate"])


def test_a_skipped_level_is_closed_up_for_readers_of_tags() -> None:
    made = read(paper(heading("甲"), heading("乙", 3), heading("丙", 3), heading("丁", 1)))
    kinds = [str(node.S) for node in _nodes(made.file.Root.StructTreeRoot)]
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H2", "/H2", "/H1"]


def test_nothing_at_all_is_still_a_page() -> None:
    empty = of_sections(Section(()), title="", box="")
    made = read(empty)
    assert len(made.pages) == 1
    assert made.text(0).strip() == "1 / 1"


def test_a_file_can_do_nothing(whole: Read) -> None:
    """No script, no form, no attachment, no address outside."""
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(whole.file.Root.get("/Names", {}).keys())
    assert "/AcroForm" not in whole.file.Root
    assert "/OpenAction" not in whole.file.Root
    for page in whole.file.pages:
        for annotation in page.get("/Annots", []):
            assert annotation.Subtype == "/Link"
            assert "/URI" not in annotation.get("/A", {})

"""The text: all of it, in reading order, as it stands in the tree; nothing hidden, no tofu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_papers import (
    Glyph,
    Read,
    block,
    figure,
    heading,
    of_sections,
    paper,
    paragraph,
    read,
    squeezed,
    table,
)

import nagarezu
from nagarezu.errors import MissingFont, MissingGlyph
from nagarezu.inert import visible
from nagarezu.languages import Lang
from nagarezu.report.paper import of_cases
from nagarezu.report.pdf import pdf
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Section,
    TableBlock,
)
from nagarezu.tables.paper import paper as on_paper
from nagarezu.tables.writers import remarks

CASES = sorted((Path(__file__).parents[3] / "data" / "cases").glob("*.json"))
NOWHERE = "\U0010fffd"  # a character of private use


def _said(block: Block) -> Iterator[str]:
    """Every text of a block, in the order in which a person reads it."""
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield "".join(run.text for run in block.runs)
    elif isinstance(block, Listing):
        yield from ("".join(run.text for run in item) for item in block.items)
    elif isinstance(block, Facts):
        for label, runs in block.rows:
            yield label
            yield "".join(run.text for run in runs)
    elif isinstance(block, FigureBlock):
        yield block.figure.caption
    elif isinstance(block, Contents):
        yield block.title
    else:
        yield from _said_by_table(block)


def _said_by_table(block: TableBlock) -> Iterator[str]:
    shown = on_paper(block.table)
    yield shown.caption
    yield from (column.label for column in shown.columns)
    for row in shown.rows:
        yield from row
    yield from remarks(shown, block.table.lang)


def _folded(made: Read, block: Block) -> bool:
    """Whether a table stands in several parts, which are read one after the other."""
    if not isinstance(block, TableBlock):
        return False
    caption = squeezed(on_paper(block.table).caption)
    text = made.whole
    return f"{caption}（1/" in text or f"{caption}(1/" in text


def _in_order(made: Read, document: Document) -> None:
    """Each text follows soon after the one before it; what goes on overleaf begins there."""
    text = "\f".join(squeezed(made.text(page)) for page in range(len(made.pages)))
    at = 0
    for part in document.blocks():
        said = [squeezed(visible(each)) for each in _said(part)]
        if _folded(made, part):
            assert all(each in text for each in said)
            at = text.index(said[0], at)
            continue
        for each in said:
            end = _end(text, each, at)
            assert end >= 0, f"{each!r} after {text[max(at - 60, 0) : at]!r}"
            at = end


NEAR = 3_000  # characters: the labels of a figure, or the heads of a table on the next page


def _end(text: str, wanted: str, at: int) -> int:
    """Where a text ends, or its first part if it goes on overleaf; -1 if it is not there."""
    for length in (min(len(wanted), 12), *range(min(len(wanted), 12) - 1, 0, -1)):
        start = text.find(wanted[:length], at, at + NEAR)
        if start >= 0:
            break
    else:
        return -1
    there = text[start : start + len(wanted)].ljust(len(wanted), "\f")
    same = (i for i, (one, other) in enumerate(zip(wanted, there, strict=True)) if one != other)
    end = start + next(same, len(wanted))
    rest, page = wanted[end - start :], text.find("\f", end)
    whole = not rest or (page >= 0 and _end(text, rest, page) >= 0)
    return end if whole else -1


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_all_text_of_a_real_paper_is_found_in_reading_order(path: Path, lang: Lang) -> None:
    document = of_cases([nagarezu.load(path)], lang=lang, box="資料 1-1")
    made = read(document)
    _in_order(made, document)
    for page in range(len(made.pages)):
        _nothing_sticks_out(made, page)
        _nothing_lies_on_anything(made.glyphs(page))


def _nothing_sticks_out(made: Read, page: int) -> None:
    width, height = made.size(page)
    for glyph in made.glyphs(page):
        assert glyph.left > 19, glyph
        assert glyph.right < width - 19, glyph
        assert glyph.bottom > 9, glyph
        assert glyph.top < height - 19, glyph


def _nothing_lies_on_anything(glyphs: list[Glyph]) -> None:
    """No character is printed over another: each has most of its box to itself."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        for x in range(int(glyph.left // 4), int(glyph.right // 4) + 1):
            for y in range(int(glyph.bottom // 4), int(glyph.top // 4) + 1):
                for other in cells.setdefault((x, y), []):
                    if (other.left, other.index) == (glyph.left, glyph.index - 1):
                        continue  # two letters in one shape, as fi
                    assert _shared(glyph, other) < 0.3, (glyph, other)
                cells[x, y].append(glyph)


def _shared(one: Glyph, other: Glyph) -> float:
    """How much of the smaller box lies in the other."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    if width <= 0 or height <= 0:
        return 0.0
    areas = ((g.right - g.left) * (g.top - g.bottom) for g in (one, other))
    return width * height / max(min(areas), 0.05)


def test_the_checks_of_place_see_what_is_wrong() -> None:
    one = Glyph(0, "あ", 30, 30, 33, 33)
    with pytest.raises(AssertionError):
        _nothing_lies_on_anything([one, Glyph(1, "い", 31, 30, 34, 33)])
    _nothing_lies_on_anything([one, Glyph(1, "い", 33, 30, 36, 33)])


LABELS = {
    "script": "<script>alert(1)</script>",
    "formula": "=cmd|' /C calc'!A0",
    "markup of the compiler": "#panic(1) $x^2$ *太字* _斜体_ = 見出し `raw` @ref <label> [x] \\",
    "quotes": "\"二重\" '一重' -- --- ... ~ 1/2",
    "brackets": "{{7*7}} ${7*7} <!-- --> &amp;",
    "Latin that has ligatures": "office fluff fi fl ffi",
    "variants of a character": "葛\U000e0100城 辻\U000e0101",
    "full and half width": "ＡＢＣ　ABC　ｱｲｳ　①㊿Ⅲ㈱",
    "a long word": "very_long_identifier_" * 10,
    "120 characters": "受託事業者の名称" * 15,
}


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS.keys())
def test_a_hostile_label_is_printed_as_it_stands_everywhere(label: str) -> None:
    rows = [["氏名", label, 1], [label, "値", 2]]
    blocks = (
        heading(label),
        paragraph(label),
        block(table(["項目", label[:40], "数"], rows, numeric=[2], notes=[label])),
    )
    made = read(paper(*blocks, title=label, box=label[:20]))
    text = made.whole.replace("\U000e0100", "").replace("\U000e0101", "")
    bare = squeezed(label).replace("\U000e0100", "").replace("\U000e0101", "")
    assert text.count(bare) >= 6
    for page in range(len(made.pages)):
        _nothing_sticks_out(made, page)
        _nothing_lies_on_anything(made.glyphs(page))


def test_what_hides_or_reorders_text_is_shown() -> None:
    text = squeezed(read(paper(paragraph("甲\u202e乙\u200b丙\n丁\x00戊\ufeff"))).text(0))
    assert "甲[U+202E]乙[U+200B]丙[U+000A]丁[U+0000]戊[U+FEFF]" in text


def test_blanks_of_the_text_stay() -> None:
    assert "甲　乙 丙" in read(paper(paragraph("甲　乙 丙"))).text(0)


def test_no_blank_is_put_between_japanese_and_latin_letters() -> None:
    assert "第3条のABC項目12件" in read(paper(paragraph("第3条のABC項目12件"))).text(0)


def test_ten_thousand_characters_are_all_there() -> None:
    long = "長い名称" * 2500
    made = read(paper(block(table(["項目", "値"], [[long, "甲"]]))))
    assert made.whole.count("長") >= 2500


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        ((heading(f"見出し{NOWHERE}"),), f"見出し{NOWHERE}"),
        ((heading("前の見出し"), paragraph(f"文{NOWHERE}")), "前の見出し"),
        ((block(table(["項目"], [[f"名{NOWHERE}"]], number="6")),), "表6"),
        ((block(table([f"欄{NOWHERE}"], [["名"]], number="7")),), "表7"),
        ((block(table(["項目"], [["名"]], number="8", notes=[f"注{NOWHERE}"])),), "表8"),
        ((figure(f"箱{NOWHERE}"),), "図1"),
    ],
    ids=["heading", "paragraph", "cell", "head", "note", "figure"],
)
def test_a_character_that_no_font_has_is_named_with_its_place(
    blocks: tuple[Block, ...], place: str
) -> None:
    with pytest.raises(MissingGlyph) as caught:
        pdf(paper(*blocks))
    error = caught.value
    assert [each.character for each in error.characters] == [NOWHERE]
    assert "U+10FFFD" in error.message("ja")
    assert "U+10FFFD" in error.message("en")
    assert place in error.message("ja")
    assert error.code == "missing_glyph"


def test_every_missing_character_is_named_once() -> None:
    text = "\ue000甲\ue001乙\ue000"
    with pytest.raises(MissingGlyph) as caught:
        pdf(paper(paragraph(text), paragraph(text)))
    assert [each.character for each in caught.value.characters] == ["\ue000", "\ue001"]


def test_many_missing_characters_are_counted() -> None:
    with pytest.raises(MissingGlyph) as caught:
        pdf(paper(paragraph("".join(chr(0xE000 + i) for i in range(12)))))
    assert "ほか7字" in caught.value.message("ja")
    assert "and 7 more" in str(caught.value)


def test_without_japanese_fonts_the_error_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(MissingFont) as caught:
        pdf(paper(paragraph("本文")), fonts=tmp_path)
    for lang in ("ja", "en"):
        message = caught.value.message(lang)
        assert "fonts-noto-cjk" in message
        assert "Noto Serif CJK JP" in message
        assert str(tmp_path) in message


def test_one_face_of_the_two_is_not_enough(tmp_path: Path) -> None:
    _copy_fonts(tmp_path, "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc")
    with pytest.raises(MissingFont) as caught:
        pdf(paper(paragraph("本文")), fonts=tmp_path)
    assert "Noto Sans CJK JP" in str(caught.value)


def test_a_folder_of_fonts_stands_for_those_of_the_system(tmp_path: Path) -> None:
    faces = ("Serif", "Sans")
    _copy_fonts(tmp_path, *(f"Noto{f}CJK-{w}.ttc" for f in faces for w in ("Regular", "Bold")))
    document = paper(paragraph("本文"))
    assert pdf(document, fonts=tmp_path) == pdf(document)


def _copy_fonts(folder: Path, *names: str) -> None:
    """Link fonts of the package fonts-noto-cjk, which the tests need anyway, into a folder."""
    import typst

    paths = {Path(face.path) for face in typst.Fonts().fonts() if face.path}
    by_name = {path.name: path for path in paths}
    for name in names:
        (folder / name).symlink_to(by_name[name])


def test_a_case_without_anything_known_is_a_paper() -> None:
    blocks = (
        heading("不明の案件"),
        block(table(["項目", "数"], [["氏名", None], ["住所", None]], numeric=[1])),
    )
    assert squeezed(read(paper(*blocks)).text(0)).count("不詳") >= 2


def test_a_volume_of_cases_is_one_file() -> None:
    document = of_cases([nagarezu.load(path) for path in CASES[:2]])
    made = read(document)
    assert f"{len(made.pages)} / {len(made.pages)}" in made.text(len(made.pages) - 1)
    _in_order(made, document)


def test_sections_without_blocks_leave_no_page() -> None:
    made = read(of_sections(Section((paragraph("一"),)), Section(()), Section((paragraph("二"),))))
    assert len(made.pages) == 2

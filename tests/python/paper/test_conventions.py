"""Conventions of official papers that concern what is said; looks are the writers' matter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from paper_trees import REAL, document, outline, own, said, tables, text

from nagarezu.report.circled import circled
from nagarezu.report.tree import FigureBlock, Heading, Listing, Paragraph
from nagarezu.tables.paper import paper
from nagarezu.tables.writers import remarks


@pytest.fixture(params=REAL, ids=lambda path: path.stem)
def built(request: pytest.FixtureRequest) -> Any:
    return document(request.param, box="資料1-1")


def everything(built: Any) -> list[str]:
    return [line for section in built.sections for line in said(section)]


def test_the_box_names_the_paper(built: Any) -> None:
    assert built.box == "資料1-1"


def test_it_ends_with_its_closing_word_once_and_at_the_end(built: Any) -> None:
    ends = [b for b in built.blocks() if isinstance(b, Paragraph) and b.role == "end"]
    assert [text(block.runs) for block in ends] == ["以上"]
    assert list(built.blocks())[-1] is ends[0]


def test_the_source_stands_before_the_end(built: Any) -> None:
    source = list(built.blocks())[-2]
    assert isinstance(source, Paragraph)
    assert source.role == "source"
    assert text(source.runs) == f"出典：「{built.subtitle}」の資料から計算"


def test_years_of_an_era_stand_with_the_western_year(built: Any) -> None:
    """Dates that we write; what a document prints (令和2年度第6回) is kept as printed."""
    front = [line for line in said(built.sections[0]) if line.startswith(("件名", "住民", "新宿"))]
    for line in front:
        for year in re.findall(r"(?:明治|大正|昭和|平成|令和)[^）]{1,12}?年", line):
            assert re.search(r"（\d{4}）年$", year), year


def test_the_first_year_of_an_era_has_its_own_name() -> None:
    lines = said(document(own("library")).sections[0])
    assert any("令和元（2019）年5月1日" in line for line in lines)
    assert not any("令和1" in line for line in lines)


def test_a_fiscal_year_is_called_one() -> None:
    assert "団体の代表者: 300人以上（平成30（2018）年度）" in everything(document(own("library")))


def test_numbers_have_separators_and_half_width_digits(built: Any) -> None:
    lines = [line for line in said(built.sections[0]) if not line.startswith(("#", "件名"))]
    found = [
        number for line in lines for number in re.findall(r"(?<![\d/（])\d{5,}(?=[人件世])", line)
    ]
    assert found == []
    facts = [line for line in lines if line.startswith("合計")]
    assert not any(re.search("[０-９]", line) for line in facts)


def test_units_are_never_added(built: Any) -> None:
    names = [line.split(": ")[0] for line in said(built.sections[0]) if line.startswith("合計")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("合計（(人|世帯|件)）", name) for name in names)


def test_signs_have_a_legend_under_their_table(built: Any) -> None:
    legends = {"不詳": "不詳：", "-": "-：", "○": "○："}
    for block in tables(built):
        shown = paper(block.table)
        below = "".join(remarks(shown, "ja"))
        for sign, legend in legends.items():
            if any(cell == sign for row in shown.rows for cell in row):
                assert legend in below, (shown.caption, sign)


def test_what_is_added_says_so_in_words(built: Any) -> None:
    """Never by look alone: the paper is copied in black and white and read aloud."""
    for block in built.sections[0].blocks:
        if isinstance(block, Listing):
            for run in (run for item in block.items for run in item):
                assert run.added is run.text.startswith("【追加】")


def test_tables_and_figures_are_captioned_and_numbered(built: Any) -> None:
    for block in tables(built):
        assert re.match(r"(表\d+(-\d+)?|参考表\d+) \S", paper(block.table).caption)
    for block in built.blocks():
        if isinstance(block, FigureBlock):
            assert re.match(r"図[123]\u3000", block.figure.caption)


def test_headings_are_numbered_without_dots(built: Any) -> None:
    signs = {1: "第[0-9]+\u3000", 2: "[0-9]+\u3000", 3: r"\([0-9]+\)\u3000"}
    for block in built.blocks():
        if isinstance(block, Heading):
            assert re.match(signs[block.level], block.text)


def test_questions_are_those_of_the_table_word_for_word(built: Any) -> None:
    findings = next(b.table for b in tables(built) if b.table.name == "findings")
    asked = [row["question"] for row in findings if row["severity"] != "info"]
    listing = [b for b in built.sections[0].blocks if isinstance(b, Listing) and b.numbered]
    shown = [text(item).removeprefix("（食い違い）") for item in listing[0].items]
    assert shown == asked[: len(shown)]
    rest = [line for line in said(built.sections[0]) if re.fullmatch(r"ほか\d+件（表14）。", line)]
    assert rest == ([f"ほか{len(asked) - len(shown)}件（表14）。"] if asked[len(shown) :] else [])


def test_every_number_of_a_recipient_is_that_of_its_table(built: Any) -> None:
    recipients = next(b.table for b in tables(built) if b.table.name == "recipients")
    shown = paper(recipients)
    place = [column.label for column in shown.columns].index("最大到達量")
    reaches = {row[0]: row[place] for row in shown.rows}
    for line in said(built.sections[0]):
        label, _, rest = line.partition(": （相手方）")
        if rest and label in reaches:
            number = re.search("最大到達量([0-9,–]+)人・項目", rest)
            told = number[1] if number else "不詳"
            assert reaches[label].removesuffix("以上") == told


def test_there_is_no_score_of_danger(built: Any) -> None:
    words = ("点数", "スコア", "危険度", "リスク値", "score")
    assert not [line for line in everything(built) for word in words if word in line]


def test_words_of_the_papers(built: Any) -> None:
    lines = said(built.sections[0])
    assert any("最大到達量" in line for line in lines)
    assert any(line.endswith("対策の記載の有無") for line in lines)


def test_circled_digits_end_at_50() -> None:
    assert [circled(n) for n in (1, 20, 21, 35, 36, 50, 51)] == [*"①⑳㉑㉟㊱㊿", "(51)"]
    with pytest.raises(ValueError, match="from 1"):
        circled(0)


def test_the_same_case_gives_the_same_tree() -> None:
    path: Path = own("library")
    assert outline(document(path)) == outline(document(path))

"""Small papers drawn up by hand: every kind of block, and papers of one block each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from frames import recipients, subjects

from nagarezu.languages import Lang
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.primitives import Area, Group, Label, Line, Rect, Scene
from nagarezu.report.tree import (
    Block,
    Contents,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Run,
    Section,
    TableBlock,
)
from nagarezu.tables.table import Cell, Column, Note, Table

INK = {"stroke": "#1a1a1a", "stroke-width": "0.3"}


def table(
    columns: Sequence[Column | str],
    rows: Sequence[Sequence[Cell]],
    *,
    lang: Lang = "ja",
    title: str = "試しの表",
    number: str = "1",
    notes: Sequence[str] = (),
) -> Table:
    """A table of one case; a column given by its name holds text."""
    made = [Column(each, each) if isinstance(each, str) else each for each in columns]
    return Table(
        "trial",
        title,
        (Column("case", "案件", words="case"), *made),
        tuple(("c1", *row) for row in rows),
        tuple(Note("c1", "n", text) for text in notes),
        number,
        lang,
    )


def number(name: str, unit: str | None = "person") -> Column:
    return Column(name, name, unit, "whole")


def wide(columns: int = 14, rows: int = 3) -> Table:
    """A table that no upright sheet holds."""
    names = [f"第{i}列の見出し" for i in range(1, columns + 1)]
    return table(names, [["本文の文字列です"] * columns] * rows, title="広い表", number="9")


def scene(lang: Lang = "ja") -> Scene:
    """One of each shape."""
    shapes = (
        Rect(0, 0, 60, 20, {"fill": "#ececec"}),
        Group(
            (
                Rect(5, 3, 25, 12, {"fill": "#ffffff", **INK}, radius=2),
                Label(17.5, 10, "実施機関", 2.82, 11.28, "middle", bold=True),
            ),
            "box",
            "実施機関の箱",
        ),
        Line(((30, 9), (40, 9)), {**INK, "stroke-dasharray": "1.2 0.6"}),
        Line(((40, 9), (45, 9), (45, 16)), {**INK, "stroke-linejoin": "round"}),
        Area(((44, 14), (46, 14), (45, 16)), {"fill": "#1a1a1a"}),
        Label(2, 18, "区分", 2.3, 4.6, turned=True, look={"fill": "#595959"}),
    )
    return Scene(60, 20, "図の題", "箱が一つある。", shapes, lang, "flow-map")


def figure(lang: Lang = "ja", *, height: float = 20.0) -> Figure:
    drawn = scene(lang)
    made = Scene(60, height, drawn.title, drawn.description, drawn.shapes, lang, drawn.kind)
    return Figure("flow_map", "図1　試しの図", made, lang)


def paper(*blocks: Block, lang: Lang = "ja", landscape: bool = False, **given: Any) -> Document:
    """A document of one section."""
    return of_sections(Section(blocks, landscape), lang=lang, **given)


def of_sections(
    *sections: Section,
    lang: Lang = "ja",
    title: str = "試しの資料",
    subtitle: str = "",
    box: str = "資料 1-1",
) -> Document:
    return Document(title, subtitle, box, lang, sections, ("case-one",))


def body(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def sample(lang: Lang = "ja") -> Document:
    """A paper with one of everything."""
    changed = table(
        ["label", Column("change", "変更", words="change"), number("数")],
        [("住所", "added", 12), ("氏名", "existing", 3), ("旧氏", "changed", 4)],
        lang=lang,
        title="変更のある表",
        number="5",
        notes=("一つ目の注。", "二つ目の注。"),
    )
    front = (
        Contents("目次"),
        Heading(1, "第1　概要", "one"),
        Paragraph((Run("前置き。"),), "lead"),
        Heading(2, "1　誰の情報か", "one-one"),
        Paragraph((Run("本文に"), Run("強い語", strong=True), Run("と【追加】語", added=True))),
        Facts((("団体", (Run("見本市"),)), ("件名", (Run("見本"), Run("新", added=True)))), "概要"),
        Listing(((Run("一"),), (Run("二"),)), numbered=True),
        Listing(((Run("点"),),)),
        Paragraph((Run("注　小さな字。"),), "note"),
        Heading(3, "細目", "one-one-one"),
        body("細目の本文。"),
    )
    tables = (
        Heading(1, "第3　附属資料", "three"),
        TableBlock(subjects(lang=lang), "t2"),
        TableBlock(recipients(lang=lang), "t6"),
        TableBlock(changed, "t5"),
        Heading(2, "広い表", "wide"),
        TableBlock(wide(), "t9"),
        Paragraph((Run("出典：見本から計算"),), "source"),
        Paragraph((Run("以上"),), "end"),
    )
    middle = (
        Heading(1, "第2　流れ", "two"),
        FigureBlock(figure(lang), "f1", "箱が一つある。"),
    )
    return of_sections(
        Section(front), Section(middle), Section(tables), lang=lang, subtitle="見本の案件"
    )

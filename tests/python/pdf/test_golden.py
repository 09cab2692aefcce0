"""What each page says and in which order, against golden files.

`NAGAREZU_GOLDEN=write` writes them anew, to be read. Places are not kept: another release of the
compiler may move a line.
"""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest
from pdf_papers import (
    Read,
    block,
    figure,
    heading,
    of_sections,
    paragraph,
    read,
    squeezed,
    table,
)

from nagarezu.languages import Lang
from nagarezu.report.tree import Contents, Document, Facts, Listing, Paragraph, Run, Section

GOLDEN = Path(__file__).parent / "golden"


def whole(lang: Lang) -> Document:
    """A paper with every kind of block, upright and lying sheets, and hostile labels."""
    front = (
        heading("概要"),
        Paragraph((Run("短い前置き。"),), "lead"),
        Facts((("団体", (Run("試し市"),)), ("人数", (Run("不詳", strong=True),))), "概要"),
        heading("確認したい点", 2),
        Listing(((Run("一つ目"),), (Run("二つ目"), Run("【追加】新", added=True))), numbered=True),
        Listing(((Run("<b>印のみ</b>"),),)),
        Paragraph((Run("注　小さい字の注記"),), "note"),
    )
    rows = [["氏名", 12345, "existing"], ["=住所\u202e", None, "added"]]
    units = [None, "person", None]
    one = table(
        ["項目", "数", "変更"],
        rows,
        numeric=[1],
        units=units,
        words={2: "change"},
        notes=["一つ目の注", "二つ目の注"],
        lang=lang,
    )
    heads = ["項目", *[f"受領する組織{i}" for i in range(18)]]
    wide = table(heads, [["氏名", *["○"] * 18]], number="2", title="広い表", lang=lang)
    annex = (heading("附属資料"), block(one, "t1"), paragraph("表の後の文。"), block(wide, "t2"))
    end = (figure("箱の中", "Label"), Paragraph((Run("以上"),), "end"))
    sections = (Section((Contents("目次"),)), Section(front), Section(annex), Section(end))
    return of_sections(*sections, lang=lang, title="全部の種類の資料", box="資料 1-2")


def outline(made: Read) -> str:
    """Pages with their size and text, then bookmarks, then the tree of tags."""
    lines = []
    for page in range(len(made.pages)):
        width, height = made.size(page)
        lines.append(f"page {page + 1}: {width} × {height}")
        lines.append(f"  {squeezed(made.text(page))}")
    with made.file.open_outline() as marks:
        lines += ["bookmarks", *_marks(list(marks.root), 1)]
    return "\n".join([*lines, "tags", *_tags(made.file.Root.StructTreeRoot, 0)]) + "\n"


def _marks(items: list[pikepdf.OutlineItem], depth: int) -> list[str]:
    found = []
    for item in items:
        found += ["  " * depth + item.title, *_marks(list(item.children), depth + 1)]
    return found


def _tags(node: pikepdf.Object, depth: int) -> list[str]:
    kids = node.get("/K", [])
    found = ["  " * depth + str(node.S)] if "/S" in node else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and {"/S", "/K"} & set(kid.keys()):
            found += _tags(kid, depth + 1)
    return found


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_outline_of_a_paper(lang: Lang) -> None:
    found = outline(read(whole(lang)))
    path = GOLDEN / f"paper-{lang}.txt"
    if os.environ.get("NAGAREZU_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")

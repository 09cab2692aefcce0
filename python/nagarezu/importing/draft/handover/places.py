"""Cells and paragraphs with the matter on whose sheet they stand; attachments behind have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form import wrapping
from nagarezu.importing.form.rows import Row, of_book
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_PAPER = re.compile(
    r"^[\s#*■◆●【<]*(?:別紙|資料|別添|参考|付属|様式|別表)[\s]*[0-9ア-ンA-Z一二三四五六七八九十-]{0,5}(?:[】>*\s:(]|$)"
)
_LABEL = re.compile(
    r"^\s*(?P<label>\S{2,16}?)(?:[ \u3000]{2,}|(?<=方法|媒体|項目|内容|期間|時期|有無|措置|目的"
    r"|範囲|備考|名称|課名|手段|形態|.先)\u3000)(?=\S)"
)
_BULLET = re.compile(r"\s*[-*・●○◆]\s")
_LONGEST_HEAD = 40
_TITLE = 12  # characters of a title by which its row is known again
_LINES = 8  # printed lines of one paragraph


def by_matter(builder: Builder, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Every row with the id of its matter, or nothing in front of and behind the sheets."""
    matters = builder.list_of("matters")
    only = str(matters[0]["id"]) if len(matters) == 1 else ""
    begins: dict[str, list[tuple[str, str]]] = {}
    for matter in matters if not only else ():
        for place in str(matter.get("source", "")).split():
            begins.setdefault(place, []).append((str(matter["id"]), key(matter["title"])[:_TITLE]))
    current, sheet = only, ""
    book = of_book(rows)
    for row in rows:
        if book and row.sheet != sheet:  # a sheet behind those of the matters has none
            current, sheet = only, row.sheet
        if not only:
            text = fold(row.text)
            if len(row.filled) == 1 and begins_paper(text):
                current = ""
            for place in row.places:
                for matter_id, title in begins.get(place, ()):
                    if title in key(row.text):
                        current = matter_id
                        break
        yield current, row


def begins_paper(text: str) -> bool:
    """別紙4, 様式第1号 …: the title of an attached paper."""
    return len(text) <= _LONGEST_HEAD and bool(_PAPER.match(text))


def texts(placed: Sequence[tuple[str, Row]]) -> Iterator[tuple[str, str, Passage, str]]:
    """Matter, label, text and the text of the whole row: each cell, or a paragraph of its lines."""
    lines: list[Passage] = []
    label, matter = "", ""
    for here, row in placed:
        whole = row.filled
        printed = row.grid == 0 and len(whole) == 1
        found = _LABEL.match(whole[0].text) if printed else None
        anew = printed and (found or not _goes_on(lines, whole[0].text))
        if lines and (not printed or here != matter or anew):
            yield matter, label, joined(lines, ""), ""
            lines = []
        matter = here
        if printed:
            label = found["label"] if found else "" if not lines else label
            lines.append(whole[0].part(found.end()) if found else whole[0])
        else:
            for cell in whole:
                yield here, whole[0].text if cell is not whole[0] else "", cell, row.text
    if lines:
        yield matter, label, joined(lines, ""), ""


def _goes_on(lines: Sequence[Passage], text: str) -> bool:
    last = lines[-1].text if lines else ""
    return (
        len(lines) < _LINES
        and not last.endswith(("。", "：", ":"))
        and "→" not in last + text
        and wrapping.is_wide(last)
        and not wrapping.begins_anew(text)
        and not _BULLET.match(text)
    )

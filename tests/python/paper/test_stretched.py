"""Papers of extreme cases: two pages whatever happens, and nothing left out in silence."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from frames import HOSTILE
from paper_drafts import case, hostile
from paper_trees import REAL, document, of_content, part, said, tables

import nagarezu as ng
from nagarezu import inert, report
from nagarezu.inert import visible
from nagarezu.languages import Lang
from nagarezu.report.paper.brief import brief
from nagarezu.report.paper.material import gathered
from nagarezu.report.paper.outline import Outline
from nagarezu.report.paper.room import LINES, clipped, lines
from nagarezu.report.tree import Document, Facts, Heading, Listing, Paragraph, Section

LONG = "長" * 120
STRETCHED: dict[str, dict[str, Any]] = {
    "nobody": case(holders=0),
    "sixty holders": case(holders=60, items=70),
    "three hundred items": case(holders=3, items=300),
    "long labels": case(holders=4, items=40, label=LONG),
    "nothing known": case(holders=12, items=12, known=False),
    "huge labels": case(holders=4, items=4, label="巨" * 10_000),
    "hostile": hostile(),
}
WHOM = "誰に届くか（外部の受領者）"


@cache
def pages(name: str, lang: Lang = "ja") -> Section:
    """The two pages alone, without figures and annex."""
    made = ng.Case.from_json(json.dumps(STRETCHED[name]))
    return Section(tuple(brief(gathered(made, lang=lang), Outline(lang), 2, "c")))


@cache
def whole(name: str) -> Document:
    return of_content(STRETCHED[name])


@pytest.mark.parametrize("name", STRETCHED)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_two_pages_are_two_pages(name: str, lang: Any) -> None:
    assert lines(pages(name, lang).blocks) <= LINES


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_two_pages_of_the_real_cases(path: Any, lang: Any) -> None:
    assert lines(document(path, lang=lang).sections[0].blocks) <= LINES


def test_what_does_not_fit_is_counted_and_its_table_named() -> None:
    shown = part(said(pages("sixty holders")), WHOM)
    assert shown[0] == "受領者の数: 60者（うち外部60者、うち再委託先30者）"
    rest = re.fullmatch(r"ほか: (\d+)件（表6）", shown[-1])
    assert rest
    assert len(shown) - 2 + int(rest[1]) == 60


def test_a_sub_contractor_stands_behind_the_one_that_entrusts_it() -> None:
    shown = part(said(pages("sixty holders")), WHOM)
    assert [line.split(": ")[0] for line in shown[1:5]] == [f"受領者{i}" for i in range(4)]
    assert "（再委託先）" in shown[2]
    assert shown[2].endswith("経由：市 → 受領者0")


def test_nothing_is_counted_where_everything_fits() -> None:
    shown = part(said(of_content(case(holders=2, items=2)).sections[0]), WHOM)
    assert len(shown) == 3
    assert not any(line.startswith("ほか") for line in shown)


def test_unknown_stays_unknown() -> None:
    lines_ = said(pages("nothing known"))
    assert part(lines_, "誰の情報を、何人分扱うか")[0] == "住民: 不詳"
    first = part(lines_, WHOM)[1]
    assert first == "受領者0: （相手方）12項目、対象者不詳、最大到達量不詳"


def test_nobody_is_said_to_be_nobody() -> None:
    lines_ = said(pages("nobody"))
    assert part(lines_, WHOM) == ["外部の受領者の記載はない。"]


def test_the_annex_has_every_row_and_whole_labels() -> None:
    built = whole("long labels")
    recipients = next(b.table for b in tables(built) if b.table.name == "recipients")
    assert len(recipients) == 4
    assert recipients.column("label")[0] == "受領者0" + LONG
    found = {block.table.name: block.table for block in tables(whole("three hundred items"))}
    assert len(found["item_recipient"]) == 301  # and the sums


def test_a_label_is_cut_visibly() -> None:
    assert clipped("あいう", 6) == "あいう"
    assert clipped("あいうえ", 6) == "あい…"
    assert inert.width(clipped("a" * 99, 10)) == 10
    lines_ = said(pages("huge labels"))
    assert max(map(inert.width, lines_)) < 1_000
    assert any("巨…" in line for line in lines_)


def test_hostile_labels_stay_labels() -> None:
    built = whole("hostile")
    anchors = [b.anchor for b in built.blocks() if hasattr(b, "anchor")]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z0-9_-]+", anchor) for anchor in anchors)
    kinds = {type(block) for block in built.sections[0].blocks}
    assert kinds == {Heading, Paragraph, Listing, Facts}


@pytest.mark.parametrize("name", [name for name in STRETCHED if name != "huge labels"])
@pytest.mark.parametrize("suffix", [".xlsx", ".md"])
def test_stretched_papers_can_be_written(name: str, suffix: str) -> None:
    built = whole(name)
    content = report.render(built, suffix)
    assert content == report.render(built, suffix)


def test_hostile_labels_are_text_in_markdown() -> None:
    written = report.render(whole("hostile"), ".md").decode("utf-8")
    assert "<script" not in written
    assert not re.search(r"(?<!\\)\]\(", written)
    assert "\u202e" not in written
    for label in HOSTILE:
        assert inert.markdown(visible(label)) in written

"""The test documents hold what their facts say: the two hands that wrote them must agree.

Builders count places by themselves; readers are asked what stands there. Only what is printed is
compared here, never a draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from documents.build import Built, marked
from documents.facts import BUILDERS, FOLDER, facts, written
from documents.papers import NAMES, paper
from documents.parts import Fact, Line, Paper, Table

from nagarezu.importing.blocks import Blocks
from nagarezu.importing.sources import read_bytes

SUFFIXES = {"text": "txt"}
FAMILIES = ("agenda", "answer", "register", "assessment")
PAIRS = [(name, form) for name in NAMES for form in BUILDERS]


def read(built: Built, name: str, form: str) -> Blocks:
    return read_bytes(built.content, f"{name}.{SUFFIXES.get(form, form)}", "d")


def squeezed(text: str) -> str:
    """Text without blanks and widths: Typst and Excel set them as they like."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("*", "")


def keyed(paper: Paper) -> dict[str, str]:
    """The printed text of each named part."""
    found = {}
    for part in paper.parts:
        if isinstance(part, Line):
            found[part.key] = part.text
        elif isinstance(part, Table):
            found |= {cell.key: cell.text for _, _, cell in part.placed()}
    return {key: marked.plain(text) for key, text in found.items() if key}


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_what_a_paper_prints_is_read_at_its_place(name: str, form: str) -> None:
    source = paper(name)
    built = BUILDERS[form](source)
    blocks = read(built, name, form)
    assert blocks.format == form and not blocks.declared
    at: dict[str, str] = {}
    for paragraph in blocks.paragraphs():
        at[paragraph.place.where] = at.get(paragraph.place.where, "") + squeezed(paragraph.text)
    for key, text in keyed(source).items():
        where = built.places[key]
        if form == "pdf":  # a cell may go on over the next page
            where_next = f"p{int(where[1:]) + 1}"
            assert squeezed(text)[:12] in at[where], key
            assert squeezed(text)[-6:] in at[where] + at.get(where_next, ""), key
        elif text.strip():
            assert squeezed(text) in at[where], key


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_each_printed_text_is_read_exactly_as_often_as_it_is_printed(name: str, form: str) -> None:
    source = paper(name)
    printed: Counter[str] = Counter()
    for part in source.parts:
        if isinstance(part, Line):
            printed.update(squeezed(marked.plain(part.text)))
        elif isinstance(part, Table):
            for _, _, cell in part.placed():
                printed.update(squeezed(marked.plain(cell.text)))
    kept: Counter[str] = Counter()
    for paragraph in read(BUILDERS[form](source), name, form).paragraphs():
        if not paragraph.running:
            kept.update(squeezed(paragraph.text))
    assert kept == printed


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_beside_a_paper_are_those_of_the_paper(name: str) -> None:
    stored = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert stored == written(paper(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_fact_is_printed_where_it_is_said_to_stand(name: str) -> None:
    source = paper(name)
    texts = {key: squeezed(text) for key, text in keyed(source).items()}
    for fact in source.facts:
        assert _printed_word(fact) in texts[fact.at], fact


def _printed_word(fact: Fact) -> str:
    """The part of a fact that must stand at its place word for word."""
    if fact.kind in ("item", "recipient", "clause"):
        return squeezed(fact.value.get("label") or fact.value["heading"])
    if fact.kind == "period":
        return squeezed(fact.value["printed"])
    if fact.kind == "subject":
        count = fact.value.get("count")
        return "" if count is None or count % 10 == 9 else _number(count)
    return ""


def _number(count: int) -> str:
    return f"{count // 10000}万" if count % 10000 == 0 else f"{count:,}"


def test_there_are_three_papers_of_each_family_and_faults_in_half_of_them() -> None:
    papers = [paper(name) for name in NAMES]
    each = Counter(source.family for source in papers)
    assert set(each) == set(FAMILIES) and min(each.values()) >= 3
    assert sum(bool(source.findings) for source in papers) >= len(papers) / 2
    assert {fact.kind for source in papers for fact in source.facts} == {
        "subject", "item", "recipient", "safeguard", "mark", "period", "clause", "reference",
    }  # fmt: skip


def test_equal_papers_give_equal_bytes_of_text_and_pdf() -> None:
    source = paper("agenda_benefit")
    for form in ("text", "csv", "pdf"):
        assert BUILDERS[form](source) == BUILDERS[form](source)
    assert facts(source) == facts(source)


def test_no_paper_repeats_what_a_real_document_prints() -> None:
    """Titles and labels are facts; no run of 26 signs may come from the documents we learned on."""
    from pathlib import Path

    seeds = Path(__file__).resolve().parents[5] / "shared" / "seeds"
    real = "".join(squeezed(path.read_text(encoding="utf-8")) for path in seeds.glob("*.txt"))
    runs = {real[start : start + 26] for start in range(len(real) - 25)}
    for name in NAMES:
        for key, text in keyed(paper(name)).items():
            own = squeezed(text)
            assert not [own[n : n + 26] for n in range(len(own) - 25) if own[n : n + 26] in runs], (
                key
            )

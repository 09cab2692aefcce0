"""Every rule of word_rules holds for our files, and fails for a file that breaks it."""

from __future__ import annotations

import json

import pytest
from frames import HOSTILE
from word_files import broken
from word_papers import body, of_sections, paper, sample, table, wide
from word_rules import RULES, violations

from nagarezu.case import Case
from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.docx import docx
from nagarezu.report.paper import of_cases
from nagarezu.report.tree import Document, Facts, Heading, Run, Section, TableBlock
from nagarezu.resources import data
from nagarezu.testing.cases import random_case, skeleton

CASES = {name: Case.from_json(content, name) for name, content in data("cases")}

# A text of a file and what breaks the rule, and the part that holds it.
BREAKAGES: dict[str, tuple[str, str, str]] = {
    "east_asian_faces": (' w:eastAsia="游ゴシック"', "", "word/styles.xml"),
    "known_styles": ('w:val="heading 2"', 'w:val="Our Heading"', "word/styles.xml"),
    "repeated_heads": ("<w:tblHeader/>", "", "word/document.xml"),
    "whole_rows": ("<w:cantSplit/>", "", "word/document.xml"),
    "described_objects": ("<w:tblDescription ", "<w:other ", "word/document.xml"),
    "captions": ('w:val="TableCaption"', 'w:val="BodyText"', "word/document.xml"),
    "empty_paragraphs": (
        '<w:p><w:pPr><w:pStyle w:val="Ending"/>',
        '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Ending"/>',
        "word/document.xml",
    ),
    "heading_order": ('w:val="Heading2"', 'w:val="Heading1"', "word/document.xml"),
    "sheets": ('w:left="1134"', 'w:left="400"', "word/document.xml"),
    "page_numbers": (" NUMPAGES ", " SECTION ", "word/footer1.xml"),
    "unique_ids": ('w:bookmarkStart w:id="3"', 'w:bookmarkStart w:id="2"', "word/document.xml"),
    "package_parts": (
        'Target="numbering.xml"',
        'Target="lists.xml"',
        "word/_rels/document.xml.rels",
    ),
    "closed_fields": ('w:fldCharType="end"', 'w:fldCharType="separate"', "word/document.xml"),
    "shapes_in_groups": ("wps:wsp>", "wps:gone>", "word/document.xml"),
}  # fmt: skip


def test_each_rule_fails_for_a_file_that_breaks_it() -> None:
    content = docx(sample())
    assert set(BREAKAGES) == {rule.__name__ for rule in RULES}
    for rule in RULES:
        old, new, part = BREAKAGES[rule.__name__]
        assert list(rule(content)) == []
        assert list(rule(broken(content, old, new, part))), rule.__name__


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample_keeps_every_rule(lang: Lang) -> None:
    assert violations(docx(sample(lang))) == []


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_real_cases_keep_every_rule(name: str, lang: Lang) -> None:
    assert violations(docx(of_cases([CASES[name]], lang=lang, box="資料 1-1"))) == []


def test_a_volume_keeps_every_rule() -> None:
    assert violations(docx(of_cases(list(CASES.values())))) == []


def _made(case: object, name: str) -> Document:
    return of_cases([Case.from_json(json.dumps(case).encode(), name)])


@pytest.mark.parametrize("seed", range(8))
def test_cases_of_any_shape_keep_every_rule(seed: int) -> None:
    assert violations(docx(_made(random_case(seed), f"random {seed}"))) == []


def test_a_case_without_recipients_keeps_every_rule() -> None:
    assert violations(docx(_made(skeleton(1, 1, 1), "nobody"))) == []


def test_sixty_holders_and_three_hundred_items_keep_every_rule() -> None:
    case = skeleton(2, 300, 60)
    items = [item["id"] for item in case["items"]]
    for number in range(1, 60):
        flow = {"id": f"f{number}", "matter": "m1", "from": "h0", "to": [f"h{number}"]}
        case["flows"].append({**flow, "relation": "entrust", "items": items, "subjects": ["g0"]})
    assert violations(docx(_made(case, "large"))) == []


def test_labels_of_120_characters_keep_every_rule() -> None:
    case = skeleton(2, 12, 8)
    for kind in ("items", "holders", "subjects"):
        for number, entity in enumerate(case[kind]):
            entity["label"] = f"長い名称{number}" * 20
    for number in range(1, 8):
        flow = {"id": f"f{number}", "matter": "m1", "from": "h0", "to": [f"h{number}"]}
        case["flows"].append({**flow, "relation": "entrust", "items": ["i0"], "subjects": ["g0"]})
    assert violations(docx(_made(case, "long"))) == []


EMPTY = (
    of_sections(title="", box=""),
    paper(title="", box=""),
    paper(Facts((("一", (Run("二"),)),), "表"), title="", box=""),
    paper(*[Facts((("一", (Run("二"),)),), "表")] * 3),
    of_sections(*[Section((TableBlock(wide(), f"t{i}"),)) for i in range(3)]),
    paper(body(""), Heading(1, "", "empty"), title="題"),
)


@pytest.mark.parametrize("number", range(len(EMPTY)))
def test_next_to_nothing_keeps_the_rules_of_the_file(number: int) -> None:
    found = violations(docx(EMPTY[number]))
    assert [said for said in found if "empty_paragraphs: an empty" not in said] == []


def test_hostile_labels_keep_every_rule() -> None:
    cells = [(label, label) for label in HOSTILE]
    hostile = table([HOSTILE[0], HOSTILE[5]], cells, title=HOSTILE[4], notes=HOSTILE)
    blocks = [Heading(1, label, f"h{place}") for place, label in enumerate(HOSTILE)]
    document = paper(*blocks, TableBlock(hostile, HOSTILE[1]), title=HOSTILE[0], box=HOSTILE[11])
    assert violations(docx(document)) == []

"""The pages of the real cases: accessible by axe in both themes and languages, and on paper."""

from __future__ import annotations

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import Shown
from frames import frame
from playwright.sync_api import Page, expect
from sample import document, sample

from nagarezu.case import Case
from nagarezu.languages import LANGUAGES
from nagarezu.report.html import html, of_cases
from nagarezu.report.html.ways import exploration_of
from nagarezu.resources import data
from nagarezu.tables import from_core
from nagarezu.tables.paper import paper

CASES = {name: Case.from_json(content, name) for name, content in data("cases")}


def serious(page: Page) -> list[str]:
    """Rule and element of each finding that axe calls serious or critical.

    It sees what is shown, and of long tables the first rows: the others are made in the same way,
    and would take minutes.
    """
    page.evaluate(
        "document.querySelectorAll('tbody tr:nth-child(n+4), .grid ~ .grid ~ .grid').forEach("
        "(e) => e.checkVisibility() && e.remove())"
    )
    page.evaluate(
        "document.querySelectorAll('article').forEach((e) => e.checkVisibility() || e.remove())"
    )
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{finding['id']}: {node['html'][:120]}"
        for finding in found
        if finding["impact"] in ("serious", "critical")
        for node in finding["nodes"]
    ]


def test_axe_sees_what_is_wrong(shown: Shown) -> None:
    """A check that finds nothing in a page with faults would prove nothing."""
    page = shown(b"<html><title>x</title><p style='color:#ccc;background:#fff'>pale</p>")
    found = serious(page)
    assert any(finding.startswith("html-has-lang") for finding in found)
    assert any(finding.startswith("color-contrast") for finding in found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_serious_in_any_kind_of_block(
    shown: Shown, lang: str, theme: str
) -> None:
    page = shown(html(document("ja"), document("en"), [exploration_of(sample())]))
    page.locator(f"#lang-{lang}").check()
    page.locator(f"#theme-{theme}").check()
    assert serious(page) == []
    page.locator(f"article[lang={lang}] g[data-holder=firm]").click()
    assert serious(page) == []


@pytest.mark.parametrize(("at", "name"), list(enumerate(CASES)))
def test_a_real_page_is_accessible_and_answers(shown: Shown, at: int, name: str) -> None:
    page = shown(of_cases([CASES[name]]), viewport={"width": 1280, "height": 900})
    lang, theme = ("ja", "en")[at % 2], ("light", "dark")[at // 2 % 2]
    page.locator(f"#lang-{lang}").check()
    page.locator(f"#theme-{theme}").check()
    article = page.locator(f"article[lang={lang}]")
    article.locator("g[data-focus]").last.click()
    expect(article.locator(".panel")).to_be_visible()
    assert serious(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def sheets(page: Page, which: str = "") -> list[tuple[float, float, str]]:
    """Width and height in millimetres and text of each sheet, or of some, as it prints."""
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, page_ranges=which))
    return [
        (
            *(round(side * 25.4 / 72) for side in sheet.get_size()),
            sheet.get_textpage().get_text_bounded(),
        )
        for sheet in pdf
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_each_section_lies_its_way_and_nothing_is_left_out(
    shown: Shown, lang: str
) -> None:
    page = shown(html(document("ja"), document("en"), [exploration_of(sample())]))
    page.locator(f"#lang-{lang}").check()
    page.locator("#theme-dark").check()
    article = page.locator(f"article[lang={lang}]")
    article.locator("g[data-holder=firm]").click()
    article.locator("input[type=search]").first.fill("世帯")
    found = sheets(page)
    assert [size for *size, _ in found] == [[210, 297], [297, 210], [210, 297]]
    text = "".join(text for *_, text in found)
    assert "受託事業者" in text
    assert "届出" in text  # a row that the filter hides on the screen
    for label in ("絞り込み", "Filter", "選択を解除", "日本語", "English", "Enter"):
        assert label not in text
    for number, (*_, text) in enumerate(found, start=1):
        assert str(number) in text.splitlines()


def test_the_headings_of_a_long_table_come_again_on_each_sheet(shown: Shown) -> None:
    kinds = {"holder": "text", "items": "whole", "share": "real"}
    rows = [("c1", f"h{i}", i, 0.5) for i in range(120)]
    table = from_core("concentration", "c1", frame(kinds, rows))
    page = shown(html(document(tables=(table,))))
    label = paper(table).columns[0].label
    found = [text for *_, text in sheets(page) if "h50" in text or "h110" in text]
    assert len(found) == 2
    assert all(label in text for text in found)


@pytest.mark.parametrize("name", CASES)
def test_the_two_pages_for_members_are_two_pages(shown: Shown, name: str) -> None:
    found = sheets(shown(of_cases([CASES[name]])), "1-3")
    assert "図1" not in found[1][2]
    assert "図1" in found[2][2]

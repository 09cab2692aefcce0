"""What readers do with the page, in Chromium: press, type, sort, filter, switch, print."""

from __future__ import annotations

import json

import pytest
from chromium import Shown
from frames import HOSTILE
from playwright.sync_api import Locator, Page, expect
from sample import document, sample

from nagarezu.case import Case
from nagarezu.inert import visible
from nagarezu.languages import LANGUAGES
from nagarezu.report.html import html
from nagarezu.report.html.ways import exploration_of
from nagarezu.report.tree import Document, FigureBlock, Section


def page_bytes(**labels: str) -> bytes:
    return html(document("ja"), document("en"), [exploration_of(sample(**labels))])


@pytest.fixture(scope="module")
def content() -> bytes:
    return page_bytes()


def paper(page: Page, lang: str = "ja") -> Locator:
    return page.locator(f"article[lang={lang}]")


def box(page: Page, holder: str, lang: str = "ja") -> Locator:
    return paper(page, lang).locator(f'g[data-holder="{holder}"]')


def lit(page: Page, kind: str, name: str, lang: str = "ja") -> set[str]:
    """The values of a data attribute of all groups of a kind that are lit."""
    groups = paper(page, lang).locator(f"g.nz-{kind}.lit")
    return {str(value) for value in groups.evaluate_all(f"all => all.map(g => g.dataset.{name})")}


def column(table: Locator, place: int) -> list[str]:
    cells = table.locator(f"tbody tr:not([hidden]) > :nth-child({place})")
    return cells.all_inner_texts()


def table_of(page: Page, caption: str, lang: str = "ja") -> Locator:
    return paper(page, lang).locator("figure.grid").filter(has_text=caption)


def test_a_press_lights_up_what_reaches_a_holder_and_says_why(shown: Shown, content: bytes) -> None:
    page = shown(content)
    box(page, "firm").click()
    assert lit(page, "box", "holder") == {"city", "system", "firm", "None"}  # None: the persons
    panel = paper(page).locator(".panel")
    expect(panel).to_contain_text("受託事業者")
    expect(panel).to_contain_text("電子メール（可能性）")
    expect(panel).to_contain_text("対象者本人 → ［収集］見本区")
    expect(panel).to_contain_text("［委託、総合行政ネットワーク］受託事業者（2段）")
    expect(panel).to_contain_text("最大到達量（人・項目）1,000–2,000")
    assert lit(page, "flow", "flows") == {"form", "load", "send"}
    expect(box(page, "firm")).to_have_attribute("aria-pressed", "true")
    expect(box(page, "firm")).to_have_class("nz-box chosen lit")
    expect(paper(page).get_by_role("status").first).to_have_text(
        "受託事業者：届く項目2、そこへ至る経路3本を強調表示"
    )
    box(page, "firm").click()
    expect(panel).to_be_hidden()
    assert lit(page, "flow", "flows") == set()


def test_the_keyboard_walks_chooses_and_clears(shown: Shown, content: bytes) -> None:
    page = shown(content)
    boxes = paper(page).locator("[data-focus]")
    boxes.first.focus()
    page.keyboard.press("End")
    expect(boxes.last).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(boxes.nth(boxes.count() - 2)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(boxes.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(paper(page).locator(".panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(paper(page).locator(".panel")).to_be_hidden()
    expect(boxes.first).to_be_focused()
    page.keyboard.press("Space")
    expect(boxes.first).to_have_attribute("aria-pressed", "true")
    assert paper(page).locator('[data-focus][tabindex="0"]').count() == 1


def test_tab_goes_through_the_page_in_its_order_and_can_be_seen(
    shown: Shown, content: bytes
) -> None:
    page = shown(content)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tops = []
    while True:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        tops.append(
            page.evaluate(
                "(e => (e.closest('tr') ?? e).getBoundingClientRect().top + scrollY)"
                "(document.activeElement)"
            )
        )
        assert page.evaluate("document.activeElement.checkVisibility()")
        assert page.evaluate(
            "(e => e.matches('svg *') ? getComputedStyle(e.querySelector('rect, polygon')).stroke"
            " === 'rgb(0, 23, 193)' : getComputedStyle(e).outlineStyle !== 'none')"
            "(document.activeElement)"
        )
    assert len(tops) > 20
    assert tops == sorted(tops)


def test_escape_clears_from_anywhere(shown: Shown, content: bytes) -> None:
    page = shown(content)
    box(page, "firm").click()
    paper(page).locator("figure.grid input").first.focus()
    page.keyboard.press("Escape")
    expect(paper(page).locator(".panel")).to_be_hidden()


@pytest.mark.parametrize("id_", ["constructor", "__proto__", "tostring"])
def test_ids_may_be_words_that_the_script_knows(shown: Shown, id_: str) -> None:
    text = sample().to_json()
    for known in ("archive", "memo", "send"):
        text = text.replace(f'"{known}"', f'"{id_}"')
    case = Case.from_json(text)
    figure = FigureBlock(case.flow_map(), "sample-figure-1", "")
    tree = Document("題", "", "", "ja", (Section((figure,)),), ("sample",))
    page = shown(html(tree, explorations=[exploration_of(case)]))
    panel = page.locator(".panel")
    page.locator(".tools select").first.select_option(value=id_)
    expect(panel).to_contain_text("保管庫")
    expect(panel).to_contain_text("ここへ届くものはない")
    page.locator(".tools select").last.select_option(label="メモ")
    expect(panel).to_contain_text("この項目が届く保有者はない")
    page.locator(".tools select").first.select_option(value="firm")
    expect(panel).to_contain_text("［委託、総合行政ネットワーク］受託事業者")


def test_the_rest_of_many_items_is_folded(shown: Shown) -> None:
    content = json.loads(sample().to_json())
    more = [f"more-{i}" for i in range(30)]
    content["items"] += [{"id": id_, "label": f"項目{id_}"} for id_ in more]
    content["flows"][0]["items"] += more
    case = Case.from_json(json.dumps(content))
    page = shown(html(document(), explorations=[exploration_of(case)]))
    box(page, "city").click()
    panel = paper(page).locator(".panel")
    expect(panel.locator("summary")).to_have_text("ほか11項目")
    expect(panel.get_by_text("項目more-29")).to_be_hidden()
    panel.locator("summary").click()
    expect(panel.get_by_text("項目more-29")).to_be_visible()


def test_an_item_shows_its_way(shown: Shown, content: bytes) -> None:
    page = shown(content)
    items = paper(page).get_by_role("combobox", name="情報項目")
    items.select_option(label="電子メール")
    panel = paper(page).locator(".panel")
    expect(panel).to_contain_text("窓口システム（任意）")
    expect(panel).to_contain_text("再委託先（可能性）")
    expect(panel).to_contain_text("見本区 → 窓口システム")
    assert lit(page, "flow", "flows") == {"load", "send", "pass"}
    expect(box(page, "archive")).not_to_have_class("nz-box lit")
    items.select_option(label="メモ")
    expect(panel).to_contain_text("この項目が届く保有者はない。")
    assert lit(page, "flow", "flows") == set()
    paper(page).get_by_role("button", name="選択を解除").click()
    expect(panel).to_be_hidden()
    expect(items).to_have_value("")


def test_a_holder_that_nothing_reaches_says_so(shown: Shown, content: bytes) -> None:
    page = shown(content)
    paper(page).get_by_role("combobox", name="保有者").select_option(label="保管庫")
    panel = paper(page).locator(".panel")
    expect(panel).to_contain_text("ここへ届くものはない")
    assert lit(page, "flow", "flows") == set()


def test_an_open_flow_that_lists_nothing_is_shown_as_well(shown: Shown) -> None:
    content = json.loads(sample().to_json())
    archive = {"id": "bulk", "matter": "m1", "from": "firm", "to": ["archive"], "open": True}
    content["flows"] = [{**archive, "subjects": ["s1"], "relation": "provide"}]
    content["lists"] = []
    case = Case.from_json(json.dumps(content))
    figure = FigureBlock(case.flow_map(), "sample-figure-1", "")
    tree = Document("題", "", "", "ja", (Section((figure,)),), ("sample",))
    page = shown(html(tree, explorations=[exploration_of(case)]))
    box(page, "archive").click()
    assert lit(page, "flow", "flows") == {"bulk"}
    assert lit(page, "box", "holder") == {"firm", "archive"}
    panel = paper(page).locator(".panel")
    expect(panel).to_contain_text("ここへ届くものはない")
    expect(panel).to_contain_text("受託事業者 → 保管庫")


def test_the_picture_becomes_buttons_with_names(shown: Shown, content: bytes) -> None:
    page = shown(content)
    svg = paper(page).locator("svg")
    expect(svg).to_have_attribute("role", "group")
    expect(paper(page).get_by_role("button", name="受託事業者", exact=True)).to_have_count(1)
    names = paper(page).locator("g.nz-flow").evaluate_all("all => all.map(g => g.ariaLabel)")
    assert all(names)


def test_a_column_sorts_up_down_and_back(shown: Shown, content: bytes) -> None:
    page = shown(content)
    table = table_of(page, "受領者一覧")
    persons = table.get_by_role("button", name="対象者数")
    stated = ["383,395–689,022", "不詳", "348,587以上"]
    assert column(table, 7) == stated
    persons.click()
    assert column(table, 7) == ["348,587以上", "383,395–689,022", "不詳"]
    head = table.locator("thead th").nth(6)
    expect(head).to_have_attribute("aria-sort", "ascending")
    persons.press("Enter")
    assert column(table, 7) == ["383,395–689,022", "348,587以上", "不詳"]
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(table.get_by_role("status")).to_have_text("対象者数：降順に並べた")
    table.get_by_role("button", name="階層").click()
    assert column(table, 3) == ["実施機関側", "相手方", "相手方"]
    expect(table.locator("[aria-sort]")).to_have_count(1)
    table.get_by_role("button", name="階層").click()
    table.get_by_role("button", name="階層").click()
    assert column(table, 7) == stated
    expect(table.locator("[aria-sort]")).to_have_count(0)


def test_a_filter_hides_rows_and_says_how_many(shown: Shown, content: bytes) -> None:
    page = shown(content)
    table = paper(page).locator("figure.grid").nth(1)
    field = table.get_by_label("行の絞り込み")
    field.fill("ｉｓ")
    expect(table.locator("tbody tr:visible")).to_have_count(0)
    field.fill("世帯")
    assert column(table, 1) == ["世帯主"]
    expect(table.get_by_role("status")).to_have_text("4行中1行")
    field.fill("")
    expect(table.locator("tbody tr:visible")).to_have_count(4)
    field.fill("住民")
    page.emulate_media(media="print")
    expect(table.locator("tbody tr:visible")).to_have_count(4)


def test_full_width_and_half_width_letters_are_alike(shown: Shown, content: bytes) -> None:
    page = shown(content)
    table = paper(page).locator("figure.grid").nth(1)
    table.get_by_label("行の絞り込み").fill("８，９０１")
    assert column(table, 1) == ["世帯主"]


def test_the_language_is_switched_with_title_and_language_of_the_page(
    shown: Shown, content: bytes
) -> None:
    page = shown(content)
    expect(paper(page, "en")).to_be_hidden()
    box(page, "firm").click()
    page.get_by_label("English").check()
    expect(paper(page)).to_be_hidden()
    expect(paper(page, "en")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("legend .in-en").first).to_be_visible()
    expect(page.locator("legend .in-ja").first).to_be_hidden()
    box(page, "firm", "en").click()
    expect(paper(page, "en").locator(".panel")).to_contain_text("電子メール (maybe)")
    expect(paper(page, "en").locator(".panel")).to_contain_text("(depth 2)")
    page.get_by_label("日本語").check()
    expect(paper(page).locator(".panel")).to_be_hidden()


def test_a_link_into_the_other_language_shows_it(shown: Shown, content: bytes) -> None:
    page = shown(content, anchor="#en-table-1")
    expect(paper(page, "en")).to_be_visible()
    expect(page.locator("#en-table-1")).to_be_in_viewport()
    page.evaluate("location.hash = '#table-3'")
    expect(paper(page)).to_be_visible()
    expect(page.locator("#table-3")).to_be_in_viewport()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_and_dark_follow_the_system_until_chosen(
    shown: Shown, content: bytes, system: str
) -> None:
    page = shown(content, color_scheme=system)
    white, black, night = "rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(26, 26, 26)"
    grounds = {"light": white, "dark": night, "print": white}
    inks = {"light": night, "dark": "rgb(242, 242, 242)", "print": black}

    def is_(theme: str) -> None:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == grounds[theme]
        text = paper(page).locator(".nz-box text").first
        assert text.evaluate("e => getComputedStyle(e).fill") == inks[theme]

    is_(system)
    for theme, label in (("dark", "暗"), ("light", "明")):
        page.get_by_role("radio", name=label, exact=True).check()
        is_(theme)
    page.get_by_role("radio", name="自動").check()
    is_(system)
    page.get_by_role("radio", name="暗").check()
    page.emulate_media(media="print")
    is_("print")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_script_the_page_is_complete(shown: Shown, content: bytes, lang: str) -> None:
    page = shown(content, java_script_enabled=False)
    page.locator(f"#lang-{lang}").check()
    expect(paper(page, lang)).to_be_visible()
    expect(paper(page, "en" if lang == "ja" else "ja")).to_be_hidden()
    expect(paper(page, lang).locator("tbody tr:visible")).to_have_count(
        paper(page, lang).locator("tbody tr").count()
    )
    expect(paper(page, lang).locator("svg")).to_have_attribute("role", "img")
    expect(paper(page, lang).get_by_role("button")).to_have_count(0)
    page.locator("#theme-dark").check()
    assert (
        page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        == "rgb(26, 26, 26)"
    )


def test_a_telephone_scrolls_down_only(shown: Shown, content: bytes) -> None:
    page = shown(content, viewport={"width": 360, "height": 740})
    for lang in LANGUAGES:
        page.locator(f"#lang-{lang}").check()
        box(page, "firm", lang).click()
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        scrolls = paper(page, lang).locator(".drawing .scroll")
        assert scrolls.evaluate("e => e.scrollWidth > e.clientWidth")
        expect(scrolls).to_have_attribute("tabindex", "0")


def test_a_long_word_does_not_widen_the_page(shown: Shown) -> None:
    label = "W" * 2_000
    content = html(document(labels=(label,)), explorations=[exploration_of(sample(firm=label))])
    page = shown(content, viewport={"width": 360, "height": 740})
    paper(page).locator(".tools select").first.select_option(value="firm")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_hostile_labels_stay_text_when_they_are_shown(shown: Shown) -> None:
    label = "".join(HOSTILE)
    names = dict.fromkeys(("firm", "name", "city"), label)
    page = shown(html(document(labels=HOSTILE), explorations=[exploration_of(sample(**names))]))
    paper(page).locator(".tools select").first.select_option(value="firm")
    panel = paper(page).locator(".panel")
    expect(panel.locator("h3")).to_have_text(visible(label), use_inner_text=False)
    expect(panel.locator("script, a, img, b")).to_have_count(0)


def test_letters_are_those_of_the_official_design(shown: Shown, content: bytes) -> None:
    page = shown(content)

    def style(selector: str, name: str) -> str:
        found = paper(page).locator(selector).first
        return str(found.evaluate(f"e => getComputedStyle(e).{name}"))

    assert style("p.end", "fontSize") == "16px"
    assert style("p.end", "lineHeight") == "27.2px"
    assert "Noto Sans JP" in style("p.end", "fontFamily")
    assert style("figure.grid td", "fontSize") == "15px"
    assert style("nav a", "color") == "rgb(0, 23, 193)"
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()"
        " && !e.closest('svg') && e.textContent.trim())"
        ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert smallest >= 14

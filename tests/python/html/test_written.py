"""The page as text: policy, structure, inertness, keys to sort by, equal bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from collections import Counter

import pytest
from frames import HOSTILE, frame, hostile_table, recipients, subjects
from sample import document, hostile, sample
from test_inert import Reader

from nagarezu.errors import MissingExtra
from nagarezu.inert import visible
from nagarezu.languages import LANGUAGES, Lang
from nagarezu.report.html import html, of_cases
from nagarezu.report.html.grid import grid, printed_columns
from nagarezu.report.html.page import embedded
from nagarezu.report.html.ways import exploration_of
from nagarezu.tables import SPECS, from_core
from nagarezu.tables.paper import paper


def read(content: bytes) -> Reader:
    reader = Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    return reader


def both() -> bytes:
    return html(document("ja"), document("en"), [exploration_of(sample())])


def test_the_policy_allows_the_style_and_the_script_that_stand_in_the_page_and_nothing_else() -> (
    None
):
    text = both().decode("utf-8")
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy[1]
    for name, found in (
        ("style-src", re.findall(r"<style>(.*?)</style>", text, re.DOTALL)),
        ("script-src", re.findall(r"<script>(.*?)</script>", text, re.DOTALL)),
    ):
        (content,) = found
        digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"


def test_nothing_comes_from_outside() -> None:
    reader = read(both())
    tags = Counter(tag for tag, _ in reader.elements)
    assert not {"link", "img", "iframe", "object", "base", "form"} & set(tags)
    assert tags["script"] == 2
    for _, attributes in reader.elements:
        assert "src" not in attributes
        assert "style" not in attributes
        assert not any(key.startswith("on") for key in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in both().decode("utf-8")


@pytest.mark.parametrize("page", [both(), of_cases([sample(), sample()])], ids=["one", "volume"])
def test_links_lead_to_ids_and_no_id_comes_twice(page: bytes) -> None:
    reader = read(page)
    ids = Counter(a["id"] for _, a in reader.elements if a.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    links = [str(a["href"])[1:] for tag, a in reader.elements if tag == "a"]
    assert links
    assert set(links) <= set(ids)
    referred = [a[key] for _, a in reader.elements for key in a if key.startswith("aria-labelled")]
    assert {id_ for value in referred for id_ in str(value).split()} <= set(ids)


def test_elements_are_closed() -> None:
    text = re.sub(r"<script>.*?</script>", "", both().decode("utf-8"), flags=re.DOTALL)
    for tag in ("section", "article", "figure", "table", "tr", "th", "td", "div", "ul", "li", "g"):
        assert len(re.findall(f"<{tag}[ >]", text)) == text.count(f"</{tag}>"), tag


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_block_is_there(lang: Lang) -> None:
    text = html(document(lang)).decode("utf-8")
    assert '<h2 id="part-0">見出し</h2>' in text
    assert '<h3 id="part-0-a">見出し</h3>' in text
    assert '<strong class="added">見出し</strong>' in text
    assert '<ol class="circled">' in text
    assert '<p class="end">' in text
    assert '<p class="box">見出し</p>' in text
    assert '<section class="landscape">' in text
    assert "説明見出し" in text
    assert text.count("<svg ") == 1
    for table in document(lang).blocks():
        if hasattr(table, "table"):
            assert paper(table.table).caption in text


def test_contents_stand_where_the_document_says_or_before_it() -> None:
    first = html(document(contents=True)).decode("utf-8")
    assert first.count("<nav ") == 1
    assert '<nav class="contents" aria-label="目次の題">' in first
    other = html(document()).decode("utf-8")
    assert other.count("<nav ") == 1
    assert '<nav class="contents navigation" aria-label="目次">' in other


def test_hostile_labels_are_text_wherever_they_stand() -> None:
    for label in HOSTILE:
        case = sample(firm=label, name=label, city=label)
        page = html(document(labels=(label,)), explorations=[exploration_of(case)])
        reader = read(page)
        tags = Counter(tag for tag, _ in reader.elements)
        assert tags["script"] == 2
        assert not any(k.startswith("on") for _, attributes in reader.elements for k in attributes)
        assert visible(label).strip() in {text.strip() for text in reader.texts}
        assert not re.search("[\u200b\u202e\x07\x00]", page.decode("utf-8"))
    many = read(html(hostile(), explorations=[exploration_of(sample())]))
    assert sum(tag == "script" for tag, _ in many.elements) == 2
    assert "49" not in {text.strip() for text in many.texts}


@pytest.mark.parametrize("label", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028"])
def test_data_cannot_end_their_element(label: str) -> None:
    text = embedded({"label": label})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"label": label}


def test_labels_of_10000_characters_stay_whole() -> None:
    label = "長" * 10_000
    told = [exploration_of(sample(memo=label))]
    page = html(document(labels=(label,), drawn=False), explorations=told)
    assert page.decode("utf-8").count(label) > 6


def test_the_same_documents_give_the_same_bytes() -> None:
    assert both() == both()
    assert of_cases([sample()]) == of_cases([sample()])


def test_two_documents_of_one_language_are_refused() -> None:
    with pytest.raises(ValueError, match="one language: ja"):
        html(document("ja"), document("ja"))


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from nagarezu.report.html import page

    page._page.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[report\]"):
        html(document())


def test_progress_counts_each_case_in_each_language() -> None:
    calls: list[tuple[int, int]] = []
    case = sample()
    of_cases([case, case], progress=lambda done, count, _: calls.append((done, count)))
    assert calls == [(0, 4), (1, 4), (2, 4), (2, 4), (3, 4), (4, 4)]


def test_a_flow_map_answers_for_the_case_with_the_longest_fitting_id() -> None:
    page = html(document(), explorations=[exploration_of(sample())]).decode("utf-8")
    assert page.count('data-case="sample"') == 1
    assert "data-case" not in html(document()).decode("utf-8").partition("<script")[0]


def keys(text: str) -> list[str | None]:
    reader = Reader()
    reader.feed(text)
    return [
        attributes.get("data-sort") for tag, attributes in reader.elements if tag in ("td", "th")
    ]


def test_bounds_sort_by_their_lower_end_and_words_by_their_list() -> None:
    table = recipients()
    found = keys(grid(table, "t").text)
    width = len(paper(table).columns)
    assert found[:width] == [None, "number", "number", "number", None, "number", "number", None]
    rows = [found[i : i + width] for i in range(width, len(found), width)]
    # label, kind, tier, external, certifications, items, persons, missing
    assert rows[0] == [None, "1", "1", "0", None, "2", "383395", ""]
    assert rows[1] == [None, "1", "1", "0", "", "1", "", None]
    assert rows[2] == [None, "0", "0", "1", "", "12", "348587", None]


def test_dates_sort_as_they_are_stored_and_the_unknown_has_no_key() -> None:
    found = keys(grid(subjects(), "t").text)
    assert found[3:] == [
        *(None, "348587", "2019-11-05"),
        *(None, "8901", "2019-05"),
        *(None, "11138", "FY2019"),
        *(None, "", ""),
    ]


def test_each_column_of_each_paper_has_its_column_of_the_table() -> None:
    for name, spec in SPECS.items():
        kinds = {column.name: "text" for column in spec.columns if column.name != "case"}
        table = from_core(name, "c", frame(kinds, [("c", *[None] * len(kinds))]))
        shown = paper(table)
        assert len(printed_columns(table, shown)) == len(shown.columns), name


def test_a_hostile_table_keeps_its_keys_inert() -> None:
    assert keys(grid(hostile_table(), "t").text)[3::2] == [str(-i) for i in range(len(HOSTILE))]

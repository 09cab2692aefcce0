"""A draft in a notebook: inert, accessible, and decided by row."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from review_drafts import HOSTILE, hostile_draft, large_draft, library, value

from nagarezu.inert import visible
from nagarezu.reviewing import InvalidDecision, values
from nagarezu.reviewing.notebook import Reviewed, confirm, correct, draft_html, reject, summary
from nagarezu.reviewing.refusal import UnknownRow


class Reader(HTMLParser):
    """Tags and texts as a browser takes them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_rows_are_decided_by_their_number() -> None:
    case = library()
    found = values(case)
    row = [each.key for each in found].index("subjects[s1].counts[1].value") + 1
    after = correct(case, row, "12346", comment="確かめた")
    assert value(after, found[row - 1].key).value == 12346
    assert value(after, found[row - 1].key).reason == "確認者：確かめた"
    assert value(confirm(case, 1), found[0].key).state == "confirmed"
    assert value(reject(after, row), found[row - 1].key).value is None
    assert case == library(), "each step gives a new draft; undoing is the old one"


def test_a_reviewed_draft_goes_step_by_step() -> None:
    first = Reviewed(library())
    after = first.confirm(1).correct(8, "12346", comment="確かめた").reject(16)
    assert [each.state for each in first.values if each.decided] == []
    assert [(row, each.state) for row, each in enumerate(after.values, 1) if each.decided] == [
        (1, "confirmed"),
        (8, "corrected"),
        (16, "rejected"),
    ]
    assert repr(after) == (
        "<Reviewed library-card-renewal: 35 (unreviewed 32, confirmed 1, corrected 1, rejected 1)>"
    )
    assert after._repr_html_() == draft_html(after.content)
    assert after.case.id == "library-card-renewal"


def test_what_cannot_be_says_why() -> None:
    with pytest.raises(InvalidDecision, match="bad_whole"):
        correct(library(), 8, "多数")
    with pytest.raises(InvalidDecision, match="no_unknown"):
        reject(library(), 1)
    for row in (0, -1, 36):
        with pytest.raises(UnknownRow, match=f"no row {row}: rows count from 1 to 35"):
            confirm(library(), row)
    assert "1から35" in UnknownRow(36, 35).message("ja")


def test_the_summary_counts_states() -> None:
    case = correct(confirm(library(), 1), 8, 5)
    assert summary(case) == "35件（未確認 33、確認 1、訂正 1、却下 0）"
    assert summary(case, lang="en") == "35 (unreviewed 33, confirmed 1, corrected 1, rejected 0)"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_table_shows_every_value_with_its_state(lang: str) -> None:
    html = draft_html(confirm(library(), 1), lang=lang)  # type: ignore[arg-type]
    reader = Reader(html)
    assert reader.tags.count("tr") == 36
    assert reader.tags.count("th") == 9 + 35
    assert all(f'scope="{scope}"' in html for scope in ("col", "row"))
    assert {"1 2, 3 4 5", "12345", "d1:4"} <= set(reader.texts)
    assert ("確認" if lang == "ja" else "confirmed") in reader.texts
    assert f'lang="{lang}"' in html


def test_hostile_text_is_shown_as_text() -> None:
    html = draft_html(hostile_draft())
    reader = Reader(html)
    assert "script" not in reader.tags
    for text in HOSTILE[:-1]:
        assert visible(text) in reader.texts
    assert not re.search(r"url\(|@import|https?://", html)
    assert HOSTILE[-1] not in html, "a long text is cut"


def test_a_large_draft_is_cut_and_says_so_and_an_empty_one_too() -> None:
    html = draft_html(large_draft())
    assert "ほか4800件" in html
    assert len(html) < 200_000
    empty = {"format": "nagarezu/1", "id": "c", "title": "t"}
    assert "読み取った値はありません" in draft_html(empty)
    assert "no values" in draft_html(empty, lang="en")
    assert draft_html(library()) == draft_html(library())

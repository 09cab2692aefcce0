"""Faults and exceptions: codes, both languages, places, next steps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nagarezu.errors import Fault, InvalidInput, MissingExtra, UnknownSuffix, WriteFailed
from nagarezu.messages import MESSAGES

HEADER = Path(__file__).parents[2] / "cpp/include/nagarezu/base/error.hpp"


def fault(code: str = "unknown_key", subject: str = "lable", hint: str = "label") -> Fault:
    return Fault(code, "error", "a.json", 3, 7, "/items/0", subject, hint)


def codes() -> list[str]:
    listed = re.search(r"enum class ErrorCode \{(.*?)\};", HEADER.read_text("utf-8"), re.DOTALL)
    assert listed
    return re.findall(r"^\s*(\w+),", listed.group(1), re.MULTILINE)


def test_every_code_of_the_core_has_a_text_and_no_other() -> None:
    assert sorted(MESSAGES) == sorted(codes())
    assert len(codes()) >= 27


@pytest.mark.parametrize("code", sorted(MESSAGES))
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_texts_read_well_with_and_without_a_subject(code: str, lang: str) -> None:
    named, bare = fault(code, "x{y}").message(lang), fault(code, "").message(lang)
    assert "subject" not in named + bare
    assert bare
    assert bare[-1] not in "：: 「“"
    assert MESSAGES[code][0] != MESSAGES[code][1]


def test_a_fault_is_one_line_with_place_code_and_hint() -> None:
    assert fault().describe("en") == (
        "a.json:3:7: unknown_key the format has no member “lable” [/items/0] (hint: label)"
    )
    assert "「lable」という項目は形式にありません" in fault().describe("ja")
    assert "\n" not in fault(subject="a\nb").describe()
    assert fault(subject="\x1b[2J").describe().isprintable()


def test_a_fault_without_place_names_its_file_only() -> None:
    missing = Fault("file_unreadable", "error", "a.json", 0, 0, "", "", "")
    assert missing.describe("en") == "a.json: file_unreadable the file cannot be read"


def test_json_has_the_members_of_the_contract() -> None:
    members = ["code", "severity", "file", "line", "column", "pointer", "message", "hint"]
    assert list(fault().to_json()) == members


def test_a_code_of_a_newer_core_is_shown_as_it_is() -> None:
    assert fault("brand_new", "x").message() == "brand_new x"


def test_exceptions_name_the_next_step() -> None:
    assert "nagarezu[report]" in str(MissingExtra("Jinja2", "report"))
    assert "nagarezu[report]" in MissingExtra("Jinja2", "report").message("ja")
    assert ".xlsx" in str(UnknownSuffix(".xls", (".xlsx", ".html", ".md")))
    assert ".html" in str(UnknownSuffix(".pdf", (".xlsx", ".html", ".md")))
    assert str(WriteFailed("a.md", "full")) == "cannot write a.md: full"
    assert len(InvalidInput([fault(), fault()]).errors) == 2
    assert isinstance(MissingExtra("x", "y"), ImportError)
    assert isinstance(InvalidInput([]), ValueError)

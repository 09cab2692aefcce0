"""What holds of any file: no crash, no silent pass, and CSV read as it was written."""

from __future__ import annotations

import csv
import io
import random
import tempfile
import zipfile
from pathlib import Path

from books import book
from hypothesis import given, settings
from hypothesis import strategies as st

from nagarezu.opening.delimited import records
from nagarezu.opening.view import letters
from nagarezu.opening.xlsx_sheet import column_number
from nagarezu.readable import RULES, NotReadable, check
from nagarezu.readable.areas import check_digit, is_area_code
from nagarezu.readable.rules_text import character_fault
from nagarezu.readable.tidy import Tidy

FIELDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=8
)


def judge(content: bytes, suffix: str) -> None:
    """Check a file of these bytes: an outcome for all rules, or a reason."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        try:
            outcome = check(path)
        except NotReadable as error:
            assert error.reason in error.message("en")
            return
    assert [one.rule.id for one in outcome.rules] == [rule.id for rule in RULES]
    for one in outcome.rules:
        assert (one.status == "found") == bool(one.findings)
        assert one.status not in ("not_checked", "partly_ok") or one.reason("ja")
        for finding in one.findings:
            assert finding.rule == one.rule.id
            assert finding.message("ja") and finding.message("en")


@given(
    st.lists(st.lists(FIELDS, min_size=1, max_size=4), max_size=6), st.sampled_from(["\n", "\r\n"])
)
def test_csv_is_read_as_it_was_written(rows: list[list[str]], end: str) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    found = list(records(out.getvalue()))
    assert [record.fields for record in found] == rows
    assert not any(record.fault for record in found)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('a1,"\n\r　①人-…/0 令和年'), max_size=80))
def test_any_csv_has_an_outcome(text: str) -> None:
    judge(text.encode("utf-8"), ".csv")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([".csv", ".json", ".xml", ".xlsx", ".ods"]))
def test_any_bytes_have_an_outcome_or_a_reason(content: bytes, suffix: str) -> None:
    judge(content, suffix)


def test_a_workbook_with_bytes_changed_has_an_outcome_or_a_reason() -> None:
    """Two hundred workbooks of which one part has a few bytes changed."""
    out = io.BytesIO()
    book().save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(7)
    for _ in range(200):
        changed = dict(parts)
        name = chance.choice(sorted(parts))
        content = bytearray(changed[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 2)] = chance.choice(
                (b"9", b"<", b"&", b"", b'"', b"A")
            )
        changed[name] = bytes(content)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for part, text in changed.items():
                archive.writestr(part, text)
        judge(packed.getvalue(), ".xlsx")


@given(FIELDS)
def test_tidy_text_is_tidy_and_stays_so(text: str) -> None:
    tidy = Tidy()
    once = tidy.text(text)
    assert all(character_fault(character) in ("", "rare_character") for character in once)
    assert once == once.strip()
    assert "  " not in once and "\n" not in once and "　" not in once


@given(st.integers(1, 16_384))
def test_columns_have_one_name_each(number: int) -> None:
    assert column_number(letters(number)) == number


def test_check_digits_of_municipalities() -> None:
    assert check_digit("13104") == "1"
    assert check_digit("14205") == "1"
    assert is_area_code("131041") and is_area_code("13104") and is_area_code("13")
    assert is_area_code("00000") and is_area_code("01100")
    for wrong in ("131042", "1310", "48", "4801", "99999", "0", "", "１３", "00123", "13104a"):
        assert not is_area_code(wrong), wrong

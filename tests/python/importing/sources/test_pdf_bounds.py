"""PDF that is broken, locked, hostile or too much: a coded reason, and nothing else happens."""

from __future__ import annotations

import contextlib
import gzip
import pickle
import zlib
from pathlib import Path
from typing import Any

import pytest
from made import texts
from pages import FONT, drawn, picture, refused, streamed
from reportlab.pdfgen.canvas import Canvas

from nagarezu.importing.sources import NotReadable, read_bytes
from nagarezu.importing.sources import pdf as reader
from nagarezu.opening import limits


def test_a_scan_without_a_text_layer_is_refused_and_says_so() -> None:
    found = refused(drawn(picture))
    assert found.reason == "scanned"
    assert "文字認識" in found.message("ja") and "text recognition" in found.message("en")


def test_a_pdf_with_a_password_is_refused() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("secret", ownerPassword="owner", strength=128)
    assert refused(drawn(lambda c: c.drawString(72, 700, "甲"), encrypt=lock)).reason == "encrypted"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_pdf_that_is_cut_off_is_refused_or_read(kept: float) -> None:
    whole = drawn(lambda canvas: canvas.drawString(72, 700, "甲"))
    try:
        blocks = read_bytes(whole[: int(len(whole) * kept)], "a.pdf", "d")
    except NotReadable as found:
        assert found.reason in ("damaged", "empty")
    else:
        assert texts(blocks) == ["甲"]


def test_a_pdf_of_nothing_but_its_mark_is_damaged() -> None:
    assert refused(b"%PDF-1.7\n%%EOF").reason == "damaged"


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(3):
            canvas.setFont(FONT, 10)
            canvas.drawString(72, 700, f"頁{number}")
            canvas.showPage()

    content = drawn(draw)
    monkeypatch.setattr(limits, "PAGES", 3)
    assert len(texts(read_bytes(content, "a.pdf", "d"))) == 3
    monkeypatch.setattr(limits, "PAGES", 2)
    found = refused(content)
    assert (found.reason, found.what) == ("too_many", "2 pages")


def test_a_stream_that_unpacks_without_end_ends_its_own_process_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MEMORY", 400 * 2**20)
    flate = b"/Filter/FlateDecode"
    small = streamed(zlib.compress(b"BT /F 12 Tf 72 700 Td (abc) Tj ET"), flate)
    assert texts(read_bytes(small, "a.pdf", "d")) == ["abc"]
    packed = zlib.compress(zlib.compress(b"\0" * (400 * 2**20), 1), 9)
    bomb = streamed(packed, b"/Filter[/FlateDecode/FlateDecode]")
    assert len(bomb) < 100_000
    assert refused(bomb).reason in ("too_many", "damaged", "empty")


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = streamed(zlib.compress(b"0 0 m 9 9 l S " * 400_000), b"/Filter/FlateDecode")
    monkeypatch.setattr(limits, "SECONDS", 2)
    assert refused(slow).reason in ("too_slow", "too_many")


def test_a_character_map_of_a_pickle_is_not_run(tmp_path: Path) -> None:
    """CVE-2025-64512: a name of an encoding that leads to a file of the attacker."""
    proof = tmp_path / "ran"

    class Attack:
        def __reduce__(self) -> tuple[Any, tuple[str, str]]:
            return open, (str(proof), "w")

    (tmp_path / "evil.pickle.gz").write_bytes(gzip.compress(pickle.dumps(Attack())))
    name = "".join(f"#{byte:02x}" for byte in f"{tmp_path}/evil".encode())
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/%s/DescendantFonts"
        b"[<</Type/Font/Subtype/CIDFontType0/CIDSystemInfo<</Registry(A)/Ordering(B)>>>>]>>"
    ) % name.encode()
    content = streamed(b"BT /F 12 Tf 72 700 Td <0001> Tj ET").replace(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", font
    )
    with contextlib.suppress(NotReadable):
        read_bytes(content, "a.pdf", "d")
    assert not proof.exists()


def test_a_reader_that_dies_is_no_silent_success(monkeypatch: pytest.MonkeyPatch) -> None:
    content = drawn(lambda canvas: canvas.drawString(72, 700, "甲"))
    monkeypatch.setattr(reader, "_MODULE", "nagarezu.no_such_module")
    assert refused(content).reason == "damaged"


def test_equal_input_gives_equal_blocks() -> None:
    content = drawn(lambda canvas: canvas.drawString(72, 700, "甲"))
    assert read_bytes(content, "a.pdf", "d") == read_bytes(content, "a.pdf", "d")

"""Figures in the file: lines stay lines, labels stay text and keep the width that we gave them."""

from __future__ import annotations

import pikepdf
import pypdfium2.raw as pdfium
import pytest
from pdf_papers import figure, paper, paragraph, read


def test_a_figure_holds_no_pixels() -> None:
    made = read(paper(figure("箱の中", "Label")))
    kinds = {each.type for each in made.pages[0].get_objects(max_depth=5)}
    assert pdfium.FPDF_PAGEOBJ_IMAGE not in kinds
    assert pdfium.FPDF_PAGEOBJ_PATH in kinds


@pytest.mark.parametrize("label", ["箱の中の文字", "Latin label", "3,141人–", "<b>&amp;</b>"])
def test_labels_are_text_of_the_width_that_the_scene_gives(label: str) -> None:
    made = read(paper(figure(label)))
    left, _, right, _ = made.place(0, label)
    stated = 3.0 * len(label)  # of figure(): three millimetres a character
    assert right - left == pytest.approx(stated, abs=0.12 * stated)
    assert made.look(0, label)[0] == "NotoSansCJKjp-Regular"


def test_a_figure_keeps_its_size() -> None:
    made = read(paper(figure("字", width=100, height=50)))
    caption = made.place(0, "図1")
    left, bottom, right, top = made.ink(0, 250, caption[3] + 0.5)
    assert right - left == pytest.approx(99, abs=0.6)  # the line is 1 mm wide
    assert top - bottom == pytest.approx(49, abs=0.6)
    assert (left + right) / 2 == pytest.approx(105, abs=0.6)


def test_control_characters_of_labels_are_named() -> None:
    hidden = read(paper(figure("甲\n乙\u202e丙"))).whole  # squeezed into the width of five
    pictured = read(paper(figure("甲\u240a乙[U+202E]丙"))).whole  # as our own figures have them
    for text in (hidden, pictured):
        assert "000A" in text
        assert "202E" in text


def test_a_tall_figure_and_its_caption_share_a_page() -> None:
    made = read(paper(paragraph("前の文"), figure("字", width=170, height=237)))
    pages = [page for page in range(len(made.pages)) if made.has(page, "図1")]
    assert len(pages) == 1
    assert made.has(pages[0], "字")
    assert len(made.pages) == 2


def test_nothing_is_loaded_from_outside() -> None:
    made = read(paper(figure("字")))
    streams = [o for o in made.file.objects if isinstance(o, pikepdf.Stream)]
    assert not any("/F" in stream.stream_dict for stream in streams)

"""Figures as shapes of Word: the same places, lines and texts as in the scene."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from word_files import CHOICE, WSP, W, root, style, text, value
from word_papers import figure, paper, scene

from nagarezu.case import Case
from nagarezu.report.docx import docx
from nagarezu.report.docx.xml import NAMESPACES
from nagarezu.report.figures import flow_map_of
from nagarezu.report.figures.primitives import Group, Label, Scene, Shape
from nagarezu.report.tree import FigureBlock, Heading
from nagarezu.resources import data

A = f"{{{NAMESPACES['a']}}}"
WP = f"{{{NAMESPACES['wp']}}}"
MM = 36_000
CASES = {name: Case.from_json(content, name) for name, content in data("cases")}


def shapes(content: bytes) -> list[ET.Element]:
    return list(root(content).iter(WSP))


def place(shape: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height in millimetres."""
    off, ext = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
    assert off is not None
    assert ext is not None
    numbers = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    left, top, width, height = (int(each or "") / MM for each in numbers)
    return left, top, width, height


@pytest.fixture(scope="module")
def drawn() -> list[ET.Element]:
    return shapes(docx(paper(FigureBlock(figure(), "f", "説明"))))


def test_shapes_stand_where_the_scene_says(drawn: list[ET.Element]) -> None:
    forms = [s.find(f".//{A}prstGeom") for s in drawn]
    kinds = ["free" if form is None else form.get("prst", "") for form in forms]
    assert kinds == ["rect", "roundRect", "rect", "line", "free", "free", "rect"]
    assert place(drawn[0]) == (0, 0, 60, 20)
    assert place(drawn[1]) == (5, 3, 25, 12)
    assert place(drawn[3]) == (30, 9, 10, 0)
    assert place(drawn[4]) == (40, 9, 5, 7)


def test_a_path_keeps_its_points(drawn: list[ET.Element]) -> None:
    points = [(int(p.get("x", "")), int(p.get("y", ""))) for p in drawn[4].iter(f"{A}pt")]
    assert points == [(0, 0), (5 * MM, 0), (5 * MM, 7 * MM)]
    assert drawn[4].find(f".//{A}close") is None
    assert drawn[5].find(f".//{A}close") is not None


def test_dashes_are_shares_of_the_width_of_the_line(drawn: list[ET.Element]) -> None:
    line, dash = drawn[3].find(f".//{A}ln"), drawn[3].find(f".//{A}ds")
    assert line is not None
    assert dash is not None
    assert line.get("w") == str(round(0.3 * MM))
    assert (dash.get("d"), dash.get("sp")) == ("400000", "200000")


def test_corners_are_as_round_as_in_the_scene(drawn: list[ET.Element]) -> None:
    guide = drawn[1].find(f".//{A}gd")
    assert guide is not None
    assert guide.get("fmla") == f"val {round(100_000 * 2 / 12)}"  # a share of the shorter side


def test_a_label_has_its_baseline_and_room_to_spare(drawn: list[ET.Element]) -> None:
    left, top, width, height = place(drawn[2])
    assert top + 0.8 * height == pytest.approx(10, abs=0.01)  # where the scene has the baseline
    assert left + width / 2 == pytest.approx(17.5, abs=0.01)
    assert width > 1.2 * 11.28
    assert value(drawn[2].find(f".//{W}jc")) == "center"
    assert drawn[2].find(f".//{W}b") is not None
    assert value(drawn[2].find(f".//{W}sz")) == "16"  # 2.82 mm are 8 points


def test_a_turned_label_reads_upwards_from_its_place_beside_the_group() -> None:
    content = docx(paper(FigureBlock(figure(), "f", "説明")))
    anchor = next(root(content).iter(f"{WP}anchor"))
    left, top = (int(each.text or "") / MM for each in anchor.iter(f"{WP}posOffset"))
    extent = anchor.find(f"{WP}extent")
    body = anchor.find(f".//{{{NAMESPACES['wps']}}}bodyPr")
    assert body is not None
    assert extent is not None
    assert body.get("vert") == "vert270"
    width, height = int(extent.get("cx", "")) / MM, int(extent.get("cy", "")) / MM
    middle = (170 - 60) / 2  # the figure stands in the middle of its line
    assert left + 0.8 * width == pytest.approx(middle + 2, abs=0.01)
    assert top + height == pytest.approx(18, abs=0.01)
    assert value(anchor.find(f".//{W}color")) == "595959"


def test_members_of_a_group_carry_its_title(drawn: list[ET.Element]) -> None:
    named = [s.find(f"{{{NAMESPACES['wps']}}}cNvPr") for s in drawn]
    assert [n.get("name") for n in named if n is not None][1:3] == ["実施機関の箱", "実施機関"]


def test_labels_are_of_a_style_with_a_face() -> None:
    content = docx(paper(FigureBlock(figure(), "f", "説明")))
    inside = [p for box in root(content).iter(f"{W}txbxContent") for p in box.iter(f"{W}p")]
    assert {style(p) for p in inside} == {"FigureText"}


def test_readers_without_shapes_get_the_description() -> None:
    content = docx(paper(FigureBlock(figure(), "f", "言葉による説明")))
    fallback = next(root(content).iter(CHOICE.replace("Choice", "Fallback")))
    assert text(fallback) == "言葉による説明"


def size(content: bytes) -> tuple[float, float]:
    extent = next(root(content).iter(f"{WP}extent"))
    return int(extent.get("cx", "")) / MM, int(extent.get("cy", "")) / MM


def test_a_figure_as_high_as_the_sheet_makes_room_for_heading_and_caption() -> None:
    alone = size(docx(paper(FigureBlock(figure(height=20), "f", "説明"))))
    assert alone == (60, 20)
    high = FigureBlock(figure(height=255), "f", "説明")
    with_caption = size(docx(paper(high, title="")))
    with_heading = size(docx(paper(Heading(1, "題", "h"), high, title="")))
    assert with_heading[1] < with_caption[1] < 255
    points = 25.4 / 72
    assert with_heading[1] + (14 + 21 + 6 + 25) * points <= 257.01
    assert with_caption[0] / with_caption[1] == pytest.approx(60 / 255, abs=0.001)


def labels(given: Scene) -> list[str]:
    def every(shape: Shape) -> list[str]:
        if isinstance(shape, Group):
            return [found for each in shape.shapes for found in every(each)]
        return [shape.text] if isinstance(shape, Label) else []

    return [found for shape in given.shapes for found in every(shape)]


@pytest.mark.parametrize("name", CASES)
def test_the_flow_map_of_a_real_case_loses_no_label_and_stays_in_its_frame(name: str) -> None:
    made = flow_map_of(CASES[name])
    content = docx(paper(FigureBlock(made, "f", "説明")))
    shown = [text(box) for box in root(content).iter(f"{W}txbxContent")]
    assert sorted(shown) == sorted(labels(made.scene))
    width, height = size(content)
    for shape in shapes(content):
        left, top, wide, high = place(shape)
        if shape.find(f".//{W}txbxContent") is None:  # frames of labels have room to spare
            assert left >= -0.01
            assert left + wide <= width + 0.01
            assert top >= -0.01
            assert top + high <= height + 0.01


def test_the_scene_of_these_tests_has_one_of_each_shape() -> None:
    assert labels(scene()) == ["実施機関", "区分"]

"""The flow map from its tables: every holder, every flow, nothing by colour alone, one page."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest
from figure_drafts import CHANNELS, MARKS, SVG, Draft, chain, groups, random_draft, texts, tree
from frames import HOSTILE

from nagarezu.errors import MissingExtra, UnknownLanguage, UsageError
from nagarezu.inert import visible
from nagarezu.report.figures import Figure, flow_map
from nagarezu.report.figures.bundle import bundled
from nagarezu.report.figures.fold import plans
from nagarezu.report.figures.graph import BANDS, PERSONS, graph
from nagarezu.tables import concat

LONG = "個人情報保護に関する長い名称を有する組織" * 6


def draw(draft: Draft, lang: str = "ja", *, holders: bool = True) -> Figure:
    table = draft.holder_table(lang) if holders else None
    return flow_map(draft.flow_table(lang), draft.recipient_table(lang), table, lang=lang)


def small() -> Draft:
    """Persons, own side, partner, sub-contractors named together."""
    draft = Draft(opened=("other",))
    draft.holder("city", "見本市", "organisation").holder("office", "市民課", "section")
    draft.holder("agent", "受託事業者", "organisation", 1).holder("other", "他の市区町村", tier=1)
    draft.holder("x", "再委託先X", "organisation", 2).holder("y", "再委託先Y", "organisation", 2)
    draft.flow(None, "office", relation="collect", channel="in_person")
    draft.flow("office", "city").flow("city", "agent", relation="entrust", channel="lgwan")
    draft.flow("agent", "x y", relation="reentrust", change="added", marks=("ENC", "LOG"))
    return draft.flow("city", "other", channel="paper").flow("city", None, relation="issue")


def drawn_flows(figure: Figure) -> list[str]:
    return [id_ for g in groups(figure.svg, "flow") for id_ in g.get("data-flows", "").split()]


def drawn_holders(figure: Figure) -> list[str]:
    boxes = [*groups(figure.svg, "box"), *groups(figure.svg, "fold")]
    return [id_ for g in boxes for id_ in g.get("data-holder", "").split()]


EXTREMES = {
    "nothing": Draft(),
    "one holder": Draft().holder("a"),
    "no flow reaches anybody": Draft().holder("a").flow("a", None, relation="issue"),
    "itself": Draft().holder("a").flow("a", "a", marks=MARKS).flow("a", "a", channel="paper"),
    "a circle": Draft().holder("a").holder("b").flow("a", "b").flow("b", "a").flow("a", "b"),
    "joint with itself": Draft().holder("a").holder("b").holder("c").flow("a", "a b c"),
    "joint across bands": Draft().holder("a", tier=1).holder("b").holder("c", tier=2).flow(
        "a", "b c", marks=MARKS, change="added"
    ),
    "long labels": chain(6, label=LONG),
    "sixty in a chain": chain(60),
    "a dense tangle": random_draft(3, 20, 80),
    "two hundred": random_draft(2, 200, 120),
}  # fmt: skip


@cache
def extreme(name: str, lang: str) -> Figure:
    return draw(EXTREMES[name], lang)


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_holder_and_every_flow_is_drawn_once(name: str, lang: str) -> None:
    draft = EXTREMES[name]
    figure = extreme(name, lang)
    assert sorted(drawn_holders(figure)) == sorted(h[0] for h in draft.holders)
    # A flow to holders named together may be a line to each of their boxes, where lines are shared.
    shared = any("1本にまとめた" in r or "share" in r for r in figure.remarks)
    drawn = drawn_flows(figure)
    assert sorted(set(drawn) if shared else drawn) == sorted(f[2] for f in draft.flows)


@pytest.mark.parametrize("name", EXTREMES)
def test_it_fits_an_a4_page(name: str) -> None:
    figure = extreme(name, "ja")
    width, height = (257, 150) if figure.landscape else (170, 237)
    assert figure.width <= width + 0.01
    assert figure.height <= height + 0.01


@pytest.mark.parametrize("name", EXTREMES)
def test_labels_stay_within_the_page_and_their_boxes(name: str) -> None:
    figure = extreme(name, "ja")
    for label in tree(figure.svg).iter(f"{SVG}text"):
        left, right = reach(label)
        if label.get("transform") is None:
            assert left >= -0.01
            assert right <= figure.scene.width + 0.01, label.text
    for box in (*groups(figure.svg, "box"), *groups(figure.svg, "fold")):
        low, high = outline(box)
        for label in box.iter(f"{SVG}text"):
            left, right = reach(label)
            assert low <= left, label.text
            assert right <= high, label.text


def reach(label: object) -> tuple[float, float]:
    get = label.get  # type: ignore[attr-defined]
    x, width = float(get("x")), float(get("textLength") or get("font-size"))
    shift = {"middle": width / 2, "end": width}.get(get("text-anchor"), 0.0)
    return x - shift, x - shift + width


def outline(box: object) -> tuple[float, float]:
    xs: list[float] = []
    for rect in box.iter(f"{SVG}rect"):  # type: ignore[attr-defined]
        xs += [float(rect.get("x")), float(rect.get("x")) + float(rect.get("width"))]
    for area in box.iter(f"{SVG}polygon"):  # type: ignore[attr-defined]
        xs += [float(point.split(",")[0]) for point in area.get("points").split()]
    return min(xs), max(xs)


def test_bands_come_in_their_order_and_only_where_there_is_somebody() -> None:
    figure = draw(small())
    bands = [g.get("data-band") for g in groups(figure.svg, "band")]
    assert bands == ["persons", "own", "partner", "sub_contractor"]
    assert bands == [band for band in BANDS if band in bands]
    assert "".join(texts(groups(figure.svg, "band")[1])) == "実施機関側"
    assert texts(groups(draw(small(), "en").svg, "band")[1]) == ["Own side"]


def test_what_a_page_needs_to_light_up_a_way() -> None:
    figure = draw(small())
    joint = next(g for g in groups(figure.svg, "flow") if g.get("data-flows") == "f3")
    data = {k: v for k, v in joint.items() if k.startswith("data-")}
    assert data == {
        "data-flows": "f3",
        "data-from": "agent",
        "data-to": "x y",
        "data-channel": "unspecified",
        "data-change": "added",
        "data-safeguards": "ENC LOG",
    }
    ids = [each.get("id") for each in tree(figure.svg).iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_holders_named_together_stand_in_a_dashed_frame_that_one_line_reaches() -> None:
    (joint,) = groups(draw(small()).svg, "joint")
    assert texts(joint)[0].startswith("連名2者")
    assert [g.get("data-holder") for g in joint.iter(f"{SVG}g") if g.get("data-holder")] == [
        "x",
        "y",
    ]
    assert next(joint.iter(f"{SVG}rect")).get("stroke-dasharray")


def test_nothing_is_said_by_colour() -> None:
    """Every channel, change and kind differs in pattern, width or shape; all ink is grey."""
    looks = set()
    for channel in CHANNELS:
        for change in ("existing", "added"):
            draft = Draft().holder("a").holder("b").flow("a", "b", channel=channel, change=change)
            (flow,) = groups(draw(draft).svg, "flow")
            lines = flow.findall(f"{SVG}polyline")[1:]  # the first is the white edge
            looks.add(
                tuple(
                    (each.get("stroke-width"), each.get("stroke-dasharray"), each.get("stroke"))
                    for each in lines
                )
            )
    assert len(looks) == 2 * len(CHANNELS)
    svg = draw(random_draft(1, 12, 14)).svg
    for each in tree(svg).iter():
        for key in ("fill", "stroke"):
            ink = each.get(key, "none")
            assert ink == "none" or ink[1:3] == ink[3:5] == ink[5:7]


def test_added_flows_are_bold_and_have_a_tag() -> None:
    draft = Draft().holder("a").holder("b").flow("a", "b").flow("a", "b", change="added")
    old, new = groups(draw(draft).svg, "flow")
    widths = [float(g.findall(f"{SVG}polyline")[1].get("stroke-width") or 0) for g in (old, new)]
    assert widths[1] > 2 * widths[0]
    assert texts(old) == []
    assert texts(new) == ["追加"]


def test_kinds_of_holders_differ_in_shape() -> None:
    shapes = set()
    for kind in ("system", "organisation", "section", "terminal"):
        (box,) = groups(draw(Draft().holder("a", kind=kind)).svg, "box")
        shapes.add(
            tuple((e.tag, e.get("rx")) for e in box if not e.tag.endswith(("text", "title")))
        )
    assert len(shapes) == 4


def test_safeguards_are_signs_that_the_key_explains() -> None:
    draft = Draft().holder("a").holder("b").flow("a", "b", marks=("NET", "TRN"))
    figure = draw(draft)
    assert texts(groups(figure.svg, "flow")[0]) == ["限", "渡"]
    key = texts(groups(figure.svg, "legend")[0])
    assert {"接続先の限定", "媒体の受渡し"} <= set(key)
    assert "暗号化" not in key


def test_flows_that_look_alike_share_a_line_with_their_number() -> None:
    draft = Draft().holder("a").holder("b")
    draft.flow("a", "b").flow("a", "b").flow("a", "b", marks=("LOG",)).flow("b", "a")
    found = {g.get("data-flows"): texts(g) for g in groups(draw(draft).svg, "flow")}
    assert found == {"f0 f1": ["×2"], "f2": ["録"], "f3": []}


def test_too_many_holders_fold_and_the_figure_says_so() -> None:
    figure = extreme("two hundred", "ja")
    folds = groups(figure.svg, "fold")
    assert folds
    for fold in folds:
        members = (fold.get("data-holder") or "").split()
        assert any(f"{len(members)}者" in text for text in texts(fold))
    (said,) = [remark for remark in figure.remarks if "それぞれ一つの枠" in remark]
    assert "者）" in said
    assert said[:20] in "".join(texts(groups(figure.svg, "legend")[0]))


def test_plans_get_coarser_and_keep_everything() -> None:
    draft = random_draft(5, 30, 40)
    found = graph(draft.flow_table(), draft.recipient_table(), draft.holder_table())
    ways = list(plans(found, most=10))
    assert len(ways[-1].boxes) <= 4 * 4 + 1
    for plan in ways:
        assert sorted(h.id for box in plan.boxes for h in box.members) == sorted(
            h.id for h in found.holders
        )
        assert {id_ for flow in plan.flows for id_ in flow.ids} == {
            id_ for flow in found.flows for id_ in flow.ids
        }
        assert all(len({(h.band, h.kind) for h in fold.members}) == 1 for fold in plan.folds)


def test_a_shared_line_shows_what_all_its_flows_state() -> None:
    draft = Draft().holder("a").holder("b").holder("c")
    draft.flow("a", "b", marks=("NET", "LOG"), change="added", channel="lgwan")
    draft.flow("a", "b c", marks=("LOG",), channel="paper")
    found = graph(draft.flow_table(), draft.recipient_table(), draft.holder_table())
    one, other = bundled(found.flows, "ends")
    assert (one.ids, one.marks, one.channel, one.change) == (
        ("f0", "f1"),
        ("LOG",),
        "mixed",
        "partly_added",
    )
    assert (other.ids, other.targets, other.channel) == (("f1",), ("c",), "paper")


def test_without_a_table_of_holders_senders_are_placed_by_whom_they_entrust() -> None:
    draft = Draft().holder("city").holder("agent", tier=1).holder("source")
    draft.flow("city", "agent", relation="entrust").flow("source", "agent")
    found = graph(draft.flow_table(), draft.recipient_table())
    assert {h.id: h.band for h in found.holders} == {
        "city": "own",
        "agent": "partner",
        "source": "unknown",
    }
    assert "区分不詳" in "".join(texts(tree(draw(draft, holders=False).svg)))


@pytest.mark.parametrize(
    ("tier", "external", "band"),
    [
        *((0, False, "own"), (1, True, "partner"), (1, False, "partner")),
        *((2, True, "sub_contractor"), (5, True, "sub_contractor"), (0, True, "outside")),
    ],
)
def test_the_band_is_that_of_the_tier(tier: int, external: bool, band: str) -> None:
    draft = Draft([("a", "A", "system", tier, external)])
    (holder,) = graph(draft.flow_table(), draft.recipient_table(), draft.holder_table()).holders
    assert holder.band == band


def test_persons_are_nobody_with_an_id() -> None:
    draft = small()
    found = graph(draft.flow_table(), draft.recipient_table(), draft.holder_table())
    assert [h.band for h in found.holders if h.id == PERSONS] == ["persons"]
    (box,) = [g for g in groups(draw(draft).svg, "box") if g.get("data-kind") == "persons"]
    assert "data-holder" not in box.attrib
    assert texts(box) == ["対象者本人"]


def test_the_same_tables_give_the_same_bytes() -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from figure_drafts import random_draft\nfrom nagarezu.report.figures import flow_map\n"
        "d = random_draft(7, 14, 18)\n"
        "print(flow_map(d.flow_table(), d.recipient_table(), d.holder_table()).svg)"
    )
    here = [p for p in sys.path if p.endswith(("tests/python", "tests/python/figures"))]
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, *here],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    draft = random_draft(7, 14, 18)
    assert draw(draft).svg.encode() + b"\n" in runs


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_text(label: str) -> None:
    draft = Draft().holder("a", label).holder("b", label, tier=1).flow("a", "b")
    svg = draw(draft).svg
    root = tree(svg)
    allowed = {"svg", "title", "desc", "g", "rect", "polyline", "polygon", "text"}
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= allowed
    assert not any(
        name.startswith("on") or "href" in name for e in root.iter() for name in e.attrib
    )
    (box, *_) = groups(svg, "box")
    title = box.find(f"{SVG}title")
    assert title is not None
    assert title.text == visible(label)
    assert "".join("".join(texts(box)).split()) == "".join(visible(label).split())


def test_hostile_ids_and_words_are_text() -> None:
    draft = Draft().holder('a"><script>', "x", '"kind').flow('a"><script>', None, channel='"ch')
    svg = draw(draft).svg
    assert "<script" not in svg
    assert [g.get("data-from") for g in groups(svg, "flow")] == ['a"><script>']
    assert [g.get("data-channel") for g in groups(svg, "flow")] == ['"ch']


def test_the_svg_speaks_to_those_who_listen() -> None:
    root = tree(draw(small()).svg)
    assert root.get("role") == "img"
    names = (root.get("aria-labelledby") or "").split()
    found = {each.get("id"): each.text for each in root if each.get("id")}
    assert found[names[0]] == "図1　個人情報の流れ"
    assert "実施機関側 2者、相手方 2者、再委託先 2者" in (found[names[1]] or "")
    assert "流れ6本（うち追加1本）" in (found[names[1]] or "")
    assert tree(draw(small(), "en").svg).get("lang") == "en"


def test_a_figure_shows_itself_in_a_notebook() -> None:
    figure = draw(small())
    assert figure._repr_svg_() == figure.svg
    shown = figure._repr_html_()
    assert figure.svg.strip() in shown
    assert "<figcaption>図1　個人情報の流れ</figcaption>" in shown
    assert repr(figure).startswith("<Figure flow_map: 170 × ")


def test_one_case_at_a_time() -> None:
    draft = small()
    other = Draft(holders=draft.holders, flows=[("c2", *row[1:]) for row in draft.flows])
    with pytest.raises(UsageError, match="one case"):
        flow_map(
            concat([draft.flow_table(), other.flow_table()]),
            draft.recipient_table(),
            draft.holder_table(),
        )
    with pytest.raises(UnknownLanguage):
        draw(draft, "fr")


def test_a_missing_engine_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(MissingExtra, match=r"nagarezu\[report\]"):
        draw(small())

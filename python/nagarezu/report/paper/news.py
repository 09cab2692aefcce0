"""Parts on what is new, and on what changed since the council last agreed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagarezu.languages import Lang, Text
from nagarezu.report.paper.material import Material, Row, several, short, whole
from nagarezu.report.paper.parts import COMMA, Entry, Part, entry, listed
from nagarezu.report.tree import Paragraph, Run
from nagarezu.tables import notation
from nagarezu.tables.notes import missing_text
from nagarezu.tables.words import word

_NEW = Text("新しくなる点", "What is new")
_CHANGED = Text("前回の了承からの変更", "What changed since the last approval")
_MARKS = {
    "added": Text("【追加】", "[added] "),
    "changed": Text("【変更】", "[changed] "),
    "removed": Text("【削除】", "[removed] "),
}
_ITEMS = Text("情報項目：", "Items: ")
_FLOW = Text("経路：", "Flow: ")
_NONE = Text(
    "追加、変更又は削除と表示された情報項目及び経路はない。",
    "No item and no flow is marked as added, changed or removed.",
)
_LOST = Text(
    "次の点が資料から分からないため、追加の範囲は確定できない：{facts}。",
    "What is added cannot be settled, because the document leaves open: {facts}.",
)
_APPROVALS = Text("前回までの了承", "Earlier approvals")
_NO_APPROVAL = Text("記載なし", "none stated")
_SHARE = Text("追加の割合", "Share of what is added")
_IS = Text("{name}は{text}", "{name}: {text}")
_OF = Text("{after}のうち{added}", "{added} of {after}")
_PLACES = Text("変更箇所", "Changed places")
_NO_REASON = Text("理由の記載なし", "no reason stated")
_ITEMS_SHOWN = 6
_FACTS_SHOWN = 3
# Lines of lists, as they are marked: an item of which another list knows is none that is new (M11).
_UNITS = {"entries": "row", "flows": "flow"}


def news(material: Material) -> Part:
    """What is marked as added, changed or removed; where marks are lost, that says so."""
    lang = material.lang
    entries = [*_items(material), *_flows(material)]
    unknown = _unknown(material)
    before: tuple[Paragraph, ...] = ()
    if unknown:
        facts = listed([short(fact) for fact in unknown], _FACTS_SHOWN, lang)
        before = (Paragraph((Run(_LOST.in_(lang).format(facts=facts)),)),)
    elif not entries:
        before = (Paragraph((Run(_NONE.in_(lang)),)),)
    return Part("news", _NEW.in_(lang), tuple(entries), "list", number="7", before=before)


def _marked(turn: str, text: str, lang: Lang) -> Run:
    """Return a run whose text says what its look says, so that it needs no look."""
    return Run(_MARKS[turn].in_(lang) + text, added=turn == "added", strong=turn != "added")


def _items(material: Material) -> Iterable[Entry]:
    """Yield one entry for the items of each turn: their labels, each once."""
    lang = material.lang
    for turn in _MARKS:
        rows = [row for row in material.rows("item_lists") if row["change"] == turn]
        labels = list(dict.fromkeys(short(str(row["label"])) for row in rows))
        if labels:
            text = listed(labels, _ITEMS_SHOWN, lang)
            yield Entry((Run(_ITEMS.in_(lang)), _marked(turn, text, lang)))


def _flows(material: Material) -> Iterable[Entry]:
    """Yield one entry for each flow, added ones first; like ones are told once."""
    lang = material.lang
    told: dict[tuple[str, str, str], None] = {}
    for turn in _MARKS:
        for row in material.rows("flows"):
            if row["change"] == turn:
                about = [word("relation", str(row["relation"]), lang), str(row["channel"] or "")]
                how = COMMA.in_(lang).join(short(text) for text in about if text)
                told.setdefault((turn, ends_of(row, material), how))
    for turn, way, how in told:
        brackets = f"（{how}）" if lang == "ja" else f" ({how})"
        yield Entry((Run(_FLOW.in_(lang)), _marked(turn, way, lang), Run(brackets)))


def ends_of(row: Row, material: Material) -> str:
    """Return 区 → 受託者: whom a flow leaves and whom it reaches; persons where there is no end."""
    persons = "本人" if material.lang == "ja" else "the persons"
    start = material.name("holder", str(row["from"])) if row["from"] else persons
    to = [material.name("holder", id_) for id_ in several(row["to"])]
    return f"{start} → {listed(to, 2, material.lang, '者') or persons}"


def _of_the_case(material: Material) -> Sequence[Row]:
    return [row for row in material.rows("change_ratios") if not row["matter"]]


def _unknown(material: Material) -> list[str]:
    """Return the facts without which it is not known what was added, each once, in words."""
    codes = [code for row in _of_the_case(material) for code in several(row["missing"])]
    table = material.tables["change_ratios"]
    texts = (missing_text(code, material.id, table.names, material.lang) for code in codes)
    return list(dict.fromkeys(texts))


def changes(material: Material) -> Part:
    """Earlier approvals, the share of what is added, and changed places by reason."""
    lang = material.lang
    stated = (str(row["approvals"] or "").split("; ") for row in material.rows("cases"))
    approvals = list(dict.fromkeys(short(text) for texts in stated for text in texts if text))
    said = listed(approvals, 3, lang) or _NO_APPROVAL.in_(lang)
    entries = [entry(said, _APPROVALS.in_(lang))]
    told = [row for row in _of_the_case(material) if row["kind"] in _UNITS]
    shares = [_share(row, material) for row in told if row["after_upper"] != 0]
    if shares:
        entries.append(entry(COMMA.in_(lang).join(shares), _SHARE.in_(lang)))
    reasons = [_reason(row, material) for row in material.rows("change_reasons")]
    if reasons:
        count = len(material.tables["changes"])
        total = notation.bounds(count, count, lang, "place")
        text = f"{total}：{listed(reasons, 4, lang)}" if lang == "ja" else _english(total, reasons)
        entries.append(entry(text, _PLACES.in_(lang)))
    return Part("changes", _CHANGED.in_(lang), tuple(entries), number="13", least=len(entries))


def _english(total: str, reasons: Sequence[str]) -> str:
    return f"{total}: {listed(reasons, 4, 'en')}"


def _share(row: Row, material: Material) -> str:
    lang, kind = material.lang, str(row["kind"])
    unit = _UNITS[kind]
    name = word("changed", kind, lang)
    if row["after_lower"] is None and row["after_upper"] is None:
        return _IS.in_(lang).format(name=name, text=notation.UNKNOWN[lang])
    parts = {end: material.bounds(row, end, unit) for end in ("added", "after")}
    return _IS.in_(lang).format(name=name, text=_OF.in_(lang).format(**parts))


def _reason(row: Row, material: Material) -> str:
    lang, places = material.lang, whole(row["places"])
    reason = short(str(row["reason"])) if row["reason"] else _NO_REASON.in_(lang)
    return f"{reason} {notation.bounds(places, places, lang, 'place')}"

"""Part on the recipients: who outside gets how much, in which tier, by way of whom."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from nagarezu.languages import Text
from nagarezu.report.paper.material import Material, Row, several, short, whole
from nagarezu.report.paper.parts import COMMA, Entry, Part, entry, listed
from nagarezu.report.tree import Paragraph, Run
from nagarezu.tables.words import unit_name, word

_WHOM = Text("誰に届くか（外部の受領者）", "Whom it reaches outside")
_NONE = Text("外部の受領者の記載はない。", "No recipient outside is stated.")
_TOTAL = Text(
    "{total}{unit}（うち外部{outside}{unit}、うち再委託先{sub}{unit}）",
    "{total} ({outside} outside, {sub} of them sub-contractors)",
)
_COUNT = Text("受領者の数", "Recipients")
_AND = Text("{names}ほか{count}者", "{names} and {count} more")
_HAS = Text(
    "{items}、対象者{persons}、最大到達量{reach}", "{items}, subjects: {persons}, reach: {reach}"
)
_EACH = Text("（各者につき）", " (each)")
_BY_WAY = Text("。経由：{way}", ". By way of: {way}")
_CERTIFIED = Text("。認証等：{names}", ". Certified: {names}")
_OPEN = Text("。複数の団体を含み得る", ". May be several organisations")
_NAMES_SHOWN = 1
_SUB = 2  # tiers from here on are entrusted by an entrusted one
_ENDS = ("items_lower", "items_upper", "persons_lower", "persons_upper",
         "person_items_lower", "person_items_upper")  # fmt: skip


def recipients(material: Material) -> Part:
    """Recipients outside, each followed by those whom it entrusts; like ones together."""
    lang = material.lang
    everyone = material.rows("recipients")
    outside = [row for row in everyone if row["external"] is True]
    if not outside:
        return Part("recipients", _WHOM.in_(lang), before=(Paragraph((Run(_NONE.in_(lang)),)),))
    counts = {"total": len(everyone), "outside": len(outside), "sub": sum(map(_is_sub, outside))}
    total = _TOTAL.in_(lang).format(**counts, unit=unit_name("recipient", lang))
    ways = _Ways(material)
    outside.sort(key=lambda row: ways.order(str(row["holder"])))
    alike: dict[tuple[object, ...], list[Row]] = {}
    for row in outside:
        named = (row["tier"], row["certifications"], ways.to(str(row["holder"])))
        numbers = (row[end] for end in _ENDS)
        alike.setdefault((*named, _open(row, material), *numbers), []).append(row)
    entries = [_entry(rows, ways, material) for rows in alike.values()]
    first = entry(total, _COUNT.in_(lang))
    title = _WHOM.in_(lang)
    return Part("recipients", title, (first, *entries), number="6", least=3)


def _is_sub(row: Row) -> bool:
    return (whole(row["tier"]) or 0) >= _SUB


def _open(row: Row, material: Material) -> bool:
    notes = material.tables["recipients"].notes
    return any(n.code == "open_class" and n.values.get("holder") == row["holder"] for n in notes)


def _entry(rows: Sequence[Row], ways: _Ways, material: Material) -> Entry:
    lang, first = material.lang, rows[0]
    names = [short(str(row["label"])) for row in rows]
    label = COMMA.in_(lang).join(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        label = _AND.in_(lang).format(names=label, count=len(names) - _NAMES_SHOWN)
    tier = word("tier", str(first["tier"]), lang)
    has = _HAS.in_(lang).format(
        items=material.bounds(first, "items", "item"),
        persons=material.bounds(first, "persons", "person"),
        reach=material.bounds(first, "person_items", "person_item"),
    )
    text = f"（{tier}）{has}" if lang == "ja" else f"({tier}) {has}"
    if len(rows) > 1:
        text += _EACH.in_(lang)
    way = ways.to(str(first["holder"]))
    if _is_sub(first) and way:
        text += _BY_WAY.in_(lang).format(
            way=" → ".join(material.name("holder", id_) for id_ in way)
        )
    certified = [short(name) for name in several(first["certifications"])]
    if certified:
        text += _CERTIFIED.in_(lang).format(names=listed(certified, 3, lang))
    if _open(first, material):
        text += _OPEN.in_(lang)
    return entry(text, label)


class _Ways:
    """The shortest ways from holders of the own side, along flows that are not removed."""

    def __init__(self, material: Material) -> None:
        flows = [row for row in material.rows("flows") if row["change"] != "removed"]
        self._into: dict[str, list[str]] = {}
        for row in flows:
            for to in several(row["to"]):
                self._into.setdefault(to, []).append(str(row["from"] or ""))
        recipients = (str(row["holder"]) for row in material.rows("recipients"))
        self._positions = {holder: position for position, holder in enumerate(recipients)}
        self._own = {str(row["holder"]) for row in material.holders if row["external"] is not True}

    def order(self, holder: str) -> tuple[int, ...]:
        """Return where a holder stands: behind those on its way, then by the order of the table."""
        chain = [id_ for id_ in self.to(holder) if id_ not in self._own]
        return tuple(self._positions.get(id_, 0) for id_ in (*chain, holder))

    def to(self, holder: str) -> tuple[str, ...]:
        """Return the holders before this one, the first of the own side; none without a way."""
        before: dict[str, str] = {holder: ""}
        waiting = deque([holder])
        while waiting:
            at = waiting.popleft()
            if at in self._own:
                way = []
                while at != holder:
                    way.append(at)
                    at = before[at]
                return tuple(way)
            for source in self._into.get(at, []):
                if source and source not in before:
                    before[source] = at
                    waiting.append(source)
        return ()

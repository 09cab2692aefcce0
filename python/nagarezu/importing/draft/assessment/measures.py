"""Measures of an assessment: each cell by side, layer and number."""

from __future__ import annotations

import re
from functools import cache

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.measures import add
from nagarezu.importing.fields import safeguards
from nagarezu.importing.form.assessment import labels as assessment_labels
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.assessment.tables import Table, filled_down, pattern_of
from nagarezu.importing.heads import sections
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import fold, key, tidy

_CHOSEN = re.compile(r"^\s*[\[［](?P<chosen>[^\]］○]{0,60})[\]］]")
_OPTIONS = re.compile(r"[<＜]選択肢[>＞]")
_ABOUT_MEASURES = re.compile(r"措置|対策|に関する記載|リスク")
_LAYERS = ("operational", "physical", "technical")
_DETAILED = re.compile("対策の内容|具体的な")


def measures(builder: Builder, sheet: Assessment, matter: str) -> None:
    """Measures under each label, and those of tables with a column of measures."""
    above, where = (
        "unspecified",
        "",
    )  # ⑤物理的対策 holds below, at 具体的な対策の内容 and ■本市の措置
    for line in _stated(sheet):
        if line.label is None:
            continue
        name = line.label.field
        if name == "remarks" and not _ABOUT_MEASURES.search(line.value.text):
            continue
        if name == "audit" and not line.value:
            continue
        layer = name if name in _LAYERS else "unspecified"
        aside = line.side and tidy(line.printed.text) == line.side and line.section == where
        if aside or _DETAILED.search(line.printed.text):
            layer = above
        where = line.section
        above = layer if name != "risk_measures" or layer == above else "unspecified"
        party = party_of(builder, line.side) or "own"
        value, heads = without_choices(line.value), (line.section, line.printed.text)
        _cell(builder, matter, value, party, layer, _deduced(line), heads)
    for line in sheet.of("reentrust_permit"):  # a rule, and so a measure, if it forbids
        if re.search(r"禁止|禁じ|認めない", line.value.text):
            _cell(builder, matter, without_choices(line.value), "own", "unspecified")
    for table in sheet.tables:
        if table.kind == "measures":
            _table(builder, matter, table)


def _stated(sheet: Assessment) -> list[Line]:
    """The lines that hold measures; those of a list of changes only where nothing else does."""
    lines = sheet.of("risk_measures", "audit", "operational", "physical", "technical", "remarks")
    changed = {id(line) for line in sheet.changed}
    body = [line for line in lines if id(line) not in changed]
    tables = any(table.kind == "measures" for table in sheet.tables)
    known = any(line.label and line.label.field != "remarks" and line.value for line in body)
    return body if known or tables else lines


def _deduced(line: Line) -> str:
    """備考 names no side in a head of its own: whom it speaks of says whose measure it is."""
    return line.value.text if line.label and line.label.field == "remarks" else ""


def without_choices(passage: Passage) -> Passage:
    """[十分に行っている] <選択肢> 1) … 3) …: what follows the choice (trap 16)."""
    text = passage.text
    spans = [match.span() for match in _OPTIONS.finditer(text)]
    spans += [match.span() for match in _answers().finditer(fold(text))]
    chosen = _CHOSEN.match(text)
    if chosen:
        spans.append(chosen.span())
    parts, start = [], 0
    for first, end in sorted(spans):
        if first >= start:
            parts.append(passage.part(start, first))
        start = max(start, end)
    parts.append(passage.part(start))
    return joined(parts)


@cache
def _answers() -> re.Pattern[str]:
    each = "|".join(r"\s*".join(answer) for answer in rules("assessment")["answers"])
    return re.compile(rf"\d\s*\)\s*(?:{each})\s*")


def _cell(
    builder: Builder,
    matter: str,
    value: Passage,
    party: str,
    layer: str,
    about: str = "",
    above: tuple[str, ...] = (),
) -> None:
    """The measures of one cell; what has no number is counted below its head."""
    for head, body in (each for part in _by_risk(value) for each in sections(part)):
        side = party_of(builder, head.text) or party_of(builder, "", about and body.text) or party
        if assessment_labels.is_none(body.text) or not body or _ONLY_TICKS.match(fold(body.text)):
            continue
        body, plain = _unwrapped(body)
        below = layer_of(head.text) if head and layer == "unspecified" else ""
        for number, measure in enumerate(safeguards.read(body), 1):
            if plain:
                measure.path = str(number)
            measure.layer = below or layer
            add(builder, matter, side, measure, heads=(*above, tidy(head.text)))


_ONLY_TICKS = re.compile(r"^(?:\s*\[[ ]?[○〇◯]?[ ]?\]\s*[^\s\[\]。、]{2,12})+$")
_RISK = re.compile(
    r"^[ 　]*(?:リスク)?[(（]?\d{1,2}[)）.．:： 　][^。]{2,40}リスク(?:への対策|対策)?$"
)


def _by_risk(value: Passage) -> list[Passage]:
    """（１）目的外の入手が行われるリスク is the head of the measures below it, and none itself."""
    parts: list[list[Passage]] = [[]]
    for line in value.lines():
        if _RISK.match(line.text.strip()):
            parts.append([])
        else:
            parts[-1].append(line)
    return [joined(part) for part in parts if part] if len(parts) > 1 else [value]


def _unwrapped(body: Passage) -> tuple[Passage, bool]:
    """Lines of running text in whole sentences, and whether nothing in it bears a number."""
    _, nodes = outline(body)
    if any(node.kind != "bullet" for node in nodes):
        return body, False
    if nodes:
        return body, True
    whole: list[Passage] = []
    for line in body.lines():
        if whole and whole[-1].text[-1:] not in "。.）)」】：:" and not line.text.startswith("・"):
            whole[-1] = joined([whole[-1], line], "")
        else:
            whole.append(line)
    return joined(whole), True


def party_of(builder: Builder, heading: str, about: str = "") -> str:
    """The side that a head such as キオスク端末における措置 names; empty if it names none."""
    plain = re.sub(r"\s", "", fold(heading))
    own = key(str(builder.holder_entity(builder.own)["label"])) if builder.own else ""
    for rule in rules("assessment")["parties"]:
        if plain and own and rule["party"] == "partner" and key(plain).startswith(own):
            return "own"
        if (plain and re.search(rule["words"], plain, re.IGNORECASE)) or (
            about and rule["party"] != "own" and re.search(rule["words"], about)
        ):
            return str(rule["party"])
    return ""


def layer_of(text: str) -> str:
    """物理的対策, 運用 …: the layer that words beside a measure name; empty if none."""
    for line in reversed(text.split("\n")):
        for rule in rules("assessment")["layers"]:
            if re.search(rule["words"], tidy(line)):
                return str(rule["layer"])
    return ""


def _table(builder: Builder, matter: str, table: Table) -> None:
    """主体 | 区分 | 措置の内容: the cells beside a measure say whose it is and of what sort."""
    column = table.column("measure")
    beside = [i for i in range(len(table.columns)) if i != column]
    parties = [i for i in beside if pattern_of("party").search(table.columns[i])]
    last: tuple[Passage, str, str] | None = None
    found: list[tuple[Passage, str, str]] = []
    for row, cells in zip(table.rows, filled_down(table.rows, beside), strict=True):
        if column >= len(cells) or not cells[column]:
            continue
        context = [cells[i].text for i in beside if i < len(cells) and cells[i]]
        whose = [cells[i].text for i in parties if i < len(cells) and cells[i]]
        party = next((p for text in whose if (p := party_of(builder, text))), "own")
        layer = next((x for text in context if (x := layer_of(text))), "unspecified")
        goes_on = last is not None and not any(row.cells[i] for i in beside if i < len(row.cells))
        if goes_on and last and last[0].text.rstrip()[-1:] not in "。）)":
            last = (continued(last[0], cells[column])[0], party, layer)
            found[-1] = last
        else:
            last = (cells[column], party, layer)
            found.append(last)
    for value, party, layer in found:
        _cell(builder, matter, without_choices(value), party, layer)

"""Safeguards and checklists of a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagarezu.importing.draft import measure_sides, sheet_marks
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.draft.measure_sides import Side
from nagarezu.importing.fields import checklist, safeguards
from nagarezu.importing.fields.reading import Alternative
from nagarezu.importing.fields.safeguards import Measure, wording
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.form.agenda.sheet import Field, Sheet
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import KANA, fold, key

_PARTS = {
    "operational": "oper",
    "system": "syst",
    "physical": "phys",
    "technical": "tech",
    "unspecified": "any",
}
_BLOCK_KINDS = (
    ("reentrust", "再委託"),
    ("process", "電算処理|開発|改修"),
    ("link", "外部結合|結合"),
    ("entrust", "業務委託|委託"),
    ("delegate", "委任"),
    ("provide", "外部提供|提供"),
    ("transfer", "移転"),
)


def of_sheets(builder: Builder, made: Iterable[Made]) -> None:
    """The two safeguard rows of each sheet."""
    for one in made:
        handed_on = _handed_on(builder, one.id)
        for kind in KINDS:
            for party, name in (("own", f"{kind}_own"), ("partner", f"{kind}_partner_own")):
                entry = one.sheet.get(name)
                if entry is None:
                    continue
                if not entry.value:
                    theirs = one.sheet.get(f"{kind}_partner_own")
                    if party == "partner" or (
                        theirs is None and kind == "link" and kind in one.kinds
                    ):
                        empty_place(builder, one.id, entry.printed)
                    continue
                count = sum(
                    _of_side(builder, one.id, entry, side, handed_on=handed_on)
                    for side in measure_sides.sides(builder, entry.value, party)
                )
                if not count and not safeguards.points_elsewhere(entry.value):
                    builder.notes.skip(entry.value, "measures_not_read")
                ours = one.sheet.get(f"{kind}_own")
                if party == "partner" and not count and ours and _same(ours.value, entry.value):
                    builder.left_to_papers.append((one.id, entry.printed))


def _same(ours: Passage, theirs: Passage) -> bool:
    """別紙2のとおり in both fields: what one paper has for either side."""
    return safeguards.points_elsewhere(ours) and key(ours.text) == key(theirs.text)


def left_out(builder: Builder) -> None:
    """Empty places for partners of whom the paper to which a sheet leaves both sides has none."""
    for matter, printed in builder.left_to_papers:
        parties = {
            each["party"]
            for each in builder.list_of("safeguards")
            if each.get("matter", matter) == matter
        }
        if parties == {"own"}:
            empty_place(builder, matter, printed)


def _of_side(builder: Builder, matter: str, entry: Field, side: Side, *, handed_on: bool) -> int:
    """The measures of one side of a cell; how many they are."""
    found = safeguards.read(side.body)
    heads = [entry.printed.text, *([side.head] if side.head else [])]
    for measure in found:
        if side.layer and measure.layer == "unspecified":
            measure.layer = side.layer
        if handed_on and side.party == "partner":  # forbids what would come after it
            measure.prohibition = measure.prohibition and not measure.forbids_more
        add(builder, matter, side.party, measure, heads=heads, worded=True)
    return len(found)


def empty_place(builder: Builder, matter: str, head: Passage, text: str = "") -> None:
    """A place for the measures of a partner in which nothing stands."""
    label = text or head.text
    entity: Entity = {
        "id": builder.fresh(f"{matter or 'all'}-partner-none"),
        "matter": matter,
        "party": "partner",
        "layer": "unspecified",
        "label": label,
        "status": "blank",
        "source": head.source,
        "provenance": [evidence("label", head, label, "empty_cell", 0.9)],
    }
    if not matter:
        del entity["matter"]
    builder.add("safeguards", entity)
    builder.heads[str(entity["id"])] = (label,)


def _handed_on(builder: Builder, matter: str) -> bool:
    """Whether a sheet tells of nothing but what a partner hands on."""
    relations = {f["relation"] for f in builder.list_of("flows") if f["matter"] == matter}
    return relations == {"reentrust"}


def add(
    builder: Builder,
    matter: str,
    party: str,
    measure: Measure,
    status: str = "",
    heads: Iterable[str] = (),
    *,
    worded: bool = False,
) -> str:
    """One safeguard with the words that decided its categories; `heads` from outside inward.

    `worded` are those that another column may repeat word for word.
    """
    path = compiled(r"[^0-9a-z]+").sub("-", fold(_romanised(measure.path)).lower()).strip("-")
    id_ = builder.fresh(f"{matter}-{party.replace('_', '-')}-{_PARTS[measure.layer]}-{path or 'x'}")
    entity: Entity = {
        "id": id_,
        "matter": matter,
        "party": party,
        "layer": measure.layer,
        "position": measure.path,
        "label": measure.text,
    }
    if measure.coded.codes:
        entity["categories"] = list(measure.coded.codes)
    if status:
        entity["status"] = status
    if measure.prohibition:
        entity["modality"] = "prohibition"
    if worded:
        entity["wording"] = wording(measure.text)
    for member, found in (("channels", measure.channels), ("media", measure.media)):
        if found:
            entity[member] = [{"kind": each.kind, "label": each.label} for each in found]
    entity["source"] = measure.passage.source
    proofs = [evidence("label", measure.passage, measure.text, "as_printed")]
    if measure.coded.words:
        proofs.append(
            evidence(
                "categories",
                measure.passage,
                " ".join(measure.coded.codes),
                "category_words",
                0.75,
                printed="・".join(measure.coded.words),
            )
        )
    else:
        builder.notes.skip(measure.passage, "no_category")
    proofs.extend(_look_alikes(builder, measure))
    if measure.doubtful:
        proofs.append(_doubtful_number(builder, measure))
    entity["provenance"] = proofs
    builder.add("safeguards", entity)
    builder.heads[id_] = tuple(heads)
    return id_


def _romanised(path: str) -> str:
    return "".join(f"-{KANA.index(char) + 1}-" if char in KANA else char for char in path)


def _look_alikes(builder: Builder, measure: Measure) -> list[Entity]:
    """Words that a reading machine may have swapped: the print is kept, the other is offered."""
    found = []
    for word in rules("characters")["words"]:
        if word["printed"] in measure.text and compiled(word["near"]).search(measure.text):
            offered = Alternative(word["other"], float(word["confidence"]))
            found.append(
                evidence(
                    "label",
                    measure.passage,
                    word["printed"],
                    "look_alike",
                    0.5,
                    printed=word["printed"],
                    alternatives=[offered],
                )
            )
            builder.notes.ask(measure.passage, "look_alike_word", (offered,))
    return found


def _doubtful_number(builder: Builder, measure: Measure) -> Entity:
    offered = [
        Alternative(value, round(0.7 / (index + 1), 2))
        for index, value in enumerate(measure.doubtful)
    ]
    builder.notes.ask(measure.passage, "look_alike_number", tuple(offered))
    return evidence(
        "position", measure.passage, measure.path, "look_alike", 0.7, alternatives=offered
    )


def of_checklists(builder: Builder, sheets: Sequence[Sheet], made: list[Made]) -> None:
    """Rows of the checklists; measures are counted on over the pages of one block."""
    counters: dict[str, dict[tuple[str, str], int]] = {}
    titles = [each.title.text for each in sheets if each.kind == "checklist"]
    numbered = _numbered(titles, [head for each in sheets for head in sheet_marks.heads(each)])
    for at, sheet in enumerate(sheets):
        if sheet.kind != "checklist":
            continue
        matter = sheet_marks.named(builder, sheet.title.text)
        matter = matter or _within(sheets, at, made) or matter_of(sheet, made)
        start = counters.setdefault(matter, {})
        lines = checklist.read(sheet.title, sheet.rows, start, _own_measures(builder, matter))
        if not lines:
            builder.notes.skip(sheet.title, "checklist_not_read")
            counters = {one: count for one, count in counters.items() if count}
        for line in lines:
            if not numbered:  # the second of them is that of the next matter
                line.block = str(list(counters).index(matter) + 1)
            _line(builder, matter, line)


def _numbered(titles: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether checklists bear numbers of their own; 4 点検表 behind 3 委託 is a chapter."""
    numbers = [number for each in titles if (number := checklist.block_number(each))]
    if len(titles) == 1 and numbers and fold(titles[0]).strip()[:1].isdigit():
        before = compiled(rf"[ (（第]*{int(numbers[0]) - 1}(?!\d)")
        return not any(before.match(fold(each)) for each in heads)
    return bool(numbers)


def _within(sheets: Sequence[Sheet], at: int, made: list[Made]) -> str:
    """The matter on whose sheet a checklist stands: below its fields, in front of the next."""
    own = next((one.id for one in made if at and one.sheet is sheets[at - 1]), "")
    last = not any(each.kind == "matter" for each in sheets[at:])
    title = key(sheets[at].title.text)
    named = checklist.block_number(title) or any(compiled(w).search(title) for _, w in _BLOCK_KINDS)
    return "" if last or named else own


def _own_measures(builder: Builder, matter: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in builder.list_of("safeguards"):
        if each["matter"] == matter and each["party"] == "own":
            found.setdefault(each["layer"], []).append(each["label"])
    return found


def matter_of(sheet: Sheet, made: list[Made]) -> str:
    """The matter that a checklist is about, by the kind that its title names; else the first.

    Of several of one kind it is the one whose title or number has most of its own words in common.
    """
    title = key(sheet.title.text)
    for kind, words in _BLOCK_KINDS:
        if compiled(words).search(title):
            alike = [one for one in made if kind in one.kinds]
            if alike:
                return _nearest(title, alike).id
    return made[0].id if made else ""


def _nearest(title: str, made: list[Made]) -> Made:
    """The matter of whose title most stands in that of a checklist; else that of its number."""
    names = [key(one.sheet.title.text) for one in made]
    own = [
        {name[at : at + 2] for at in range(len(name) - 1)}
        - {other[at : at + 2] for other in names if other != name for at in range(len(other) - 1)}
        for name in names
    ]
    shared = [sum(pair in title for pair in pairs) for pairs in own]
    if len(set(shared)) > 1:
        return made[shared.index(max(shared))]
    number = checklist.block_number(title)
    return made[int(number) - 1] if number and 1 <= int(number) <= len(made) else made[0]


def _line(builder: Builder, matter: str, line: checklist.Line) -> None:
    status = {"not_needed": "not_needed", "blank": "blank"}.get(line.mark, "")
    if line.rule == "row_span_label":
        builder.notes.ask(line.passage, "label_one_row_too_high")
    heads = [line.whose] if line.whose else []
    ids = [add(builder, matter, line.party, measure, status, heads) for measure in line.measures]
    confidence = 0.95 if line.rule == "checklist_row" else 0.8
    entity: Entity = {
        "block": line.block,
        "party": line.party,
        "layer": line.layer,
        "mark": line.mark,
        "measures": ids,
        "wording": "" if line.rule == "column_of_party" else wording(line.passage.text),
        "source": line.passage.source,
        "provenance": [
            evidence(
                "mark", line.passage, line.mark, line.rule, confidence, printed=line.printed_mark
            )
        ],
    }
    if not entity["wording"]:  # one measure for both, and nothing to compare
        del entity["wording"]
    builder.add("checklist", entity)

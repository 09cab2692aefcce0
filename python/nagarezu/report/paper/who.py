"""Parts on the matters, and on whose data they are: groups, how many, which kinds of items."""

from __future__ import annotations

from collections.abc import Iterable

from nagarezu.languages import Lang, Text
from nagarezu.report.paper.material import Material, Row, several, short, whole
from nagarezu.report.paper.parts import COMMA, Entry, Part, entry, listed
from nagarezu.tables import notation
from nagarezu.tables.dates import date_text
from nagarezu.tables.paper import number_text
from nagarezu.tables.words import vocabulary, word

_MATTERS = Text("案件", "The matters")
_WHO = Text("誰の情報を、何人分扱うか", "Whose data, and of how many")
_BODY = Text("審議機関", "Council")
_EDITS = Text("仮定", "What if")
_REVIEW = Text("確認の状況", "Review")
_UNSEEN = Text(
    "資料から読み取った値{read}のうち{unseen}は、まだ人が確認していない",
    "{unseen} of {read} values that were read from the document are not yet confirmed by a person",
)
_MATTER = Text("件名", "Matter")
_PERIOD = Text("時期", "Period")
_OPEN_END = Text("（終期の記載なし）", " (no end stated)")
_AS_OF = Text("（{date}現在）", " (as of {date})")
_IN = Text("（{date}）", " ({date})")
_UNION = Text("合計（{unit}）", "Together ({unit})")
_OVERLAP = Text(
    "{bounds}（重なりがあり得るため幅で示す）", "{bounds} (as a range: groups may overlap)"
)
_ITEMS = Text("情報項目", "Items")
_LISTED = Text("一覧に記載の見出し{count}", "{count} on the lists")
_OPEN_LIST = Text("（一覧にない項目もあり得る）", " (there may be others)")
_CLASSES = Text("。分類：{classes}{where}", ". Classes: {classes}{where}")
_WHERE = Text("（{table}）", " ({table})")
_CLASSES_SHOWN = 6
_GROUPS = 3  # groups that are always shown
_SEVERAL = 2
_TITLE = 150  # columns of a title, which is a sentence


def matters(material: Material) -> Part:
    """What was put before whom: the council, the matters with their kinds, the periods."""
    lang = material.lang
    identity = material.identity
    put = _council(identity.get("municipality", ""), identity.get("body", ""), lang)
    procedure = identity.get("procedure")
    brackets = f"（{procedure}）" if lang == "ja" else f" ({procedure})"
    entries = []
    if put:
        entries.append(entry(short(put) + (brackets if procedure else ""), _BODY.in_(lang)))
    if identity.get("edits"):
        entries.append(entry(short(identity["edits"]), _EDITS.in_(lang)))
    if unseen := material.readings["unreviewed"]:
        text = _UNSEEN.in_(lang).format(unseen=unseen, read=sum(material.readings.values()))
        entries.append(entry(text, _REVIEW.in_(lang)))
    rows = material.rows("cases")
    for row in rows:
        label = _MATTER.in_(lang) + (f" {row['matter']}" if len(rows) > 1 else "")
        entries.append(entry(_matter(row, material), label))
    return Part("matters", _MATTERS.in_(lang), tuple(entries), number="1", least=len(entries[:3]))


def _council(municipality: str, body: str, lang: Lang) -> str:
    """Return whose council it is; most names of councils say it already."""
    if body.startswith(municipality):
        return body
    return ("　" if lang == "ja" else ", ").join(filter(None, (municipality, body)))


def _matter(row: Row, material: Material) -> str:
    lang = material.lang
    kinds = COMMA.in_(lang).join(word("matter_kind", kind, lang) for kind in several(row["kinds"]))
    title = short(str(row["title"] or row["matter"]), _TITLE)
    text = f"{title}（{kinds}）" if lang == "ja" else f"{title} ({kinds})"
    start, end = (str(row[name] or "") for name in ("start", "end"))
    if not start and not end:
        return text
    period = f"{date_text(start, lang)}～{date_text(end, lang)}"
    if start and not end:
        period += _OPEN_END.in_(lang)
    return f"{text}　{period}" if lang == "ja" else f"{text}, {period.replace('～', ' – ')}"


def subjects(material: Material) -> Part:
    """Who is concerned: each group as stated, their union in each unit, and the kinds of items."""
    lang = material.lang
    rows = material.rows("subjects")
    groups = [entry(_count(row, material), short(str(row["label"]))) for row in rows]
    unions = list(_unions(rows, material))
    items = _items(material)
    return Part(
        "subjects",
        _WHO.in_(lang),
        (*unions, *groups),
        number="2",
        least=len([*unions, *groups[:_GROUPS]]),
        last=(entry(items, _ITEMS.in_(lang)),) if items else (),
    )


def _unions(rows: list[Row], material: Material) -> Iterable[Entry]:
    """Yield one entry for each unit in which several groups are counted."""
    lang = material.lang
    counted = [str(row["unit"]) for row in rows if row["unit"]]
    for union in material.rows("subject_unions"):
        unit = str(union["unit"])
        if counted.count(unit) < _SEVERAL:  # the group alone says it already
            continue
        shown = notation.bounds(whole(union["lower"]), whole(union["upper"]), lang, unit)
        ranges = union["upper"] is not None and union["lower"] != union["upper"]
        text = _OVERLAP.in_(lang).format(bounds=shown) if ranges else shown
        yield entry(text, _UNION.in_(lang).format(unit=word("unit", unit, lang)))


def _count(row: Row, material: Material) -> str:
    lang, as_of = material.lang, str(row["as_of"] or "")
    unit = str(row["unit"]) if row["unit"] else None
    text = notation.count(whole(row["count"]), str(row["bound"]), lang, unit)
    if not as_of:
        return text
    shape = _IN if as_of.startswith("FY") else _AS_OF
    return text + shape.in_(lang).format(date=date_text(as_of, lang))


def _items(material: Material) -> str:
    """Return how many labels the lists have, and the classes of their items."""
    lang = material.lang
    everything = [row for row in material.rows("item_counts") if row["holder"] == "*"]
    if not everything or not whole(everything[0]["distinct_labels"]):
        return ""
    row = everything[0]
    labels = whole(row["distinct_labels"])
    text = _LISTED.in_(lang).format(count=notation.bounds(labels, labels, lang, "label"))
    if row["leaves_upper"] is None:
        text += _OPEN_LIST.in_(lang)
    used = {str(each["class"]) for each in material.rows("item_classes")}
    names = [label.in_(lang) for code, label in vocabulary("class").items() if code in used]
    if not names:
        return text
    where = _WHERE.in_(lang).format(table=number_text("4", lang))
    return text + _CLASSES.in_(lang).format(
        classes=listed(names, _CLASSES_SHOWN, lang), where=where
    )

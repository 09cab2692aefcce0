"""Parts on protection: by channel, and as categories stated for the case and its parties."""

from __future__ import annotations

from collections.abc import Iterable

from nagarezu.languages import Text
from nagarezu.report.paper.material import Material, Row, several, short
from nagarezu.report.paper.news import ends_of
from nagarezu.report.paper.parts import COMMA, Entry, Part, entry, listed
from nagarezu.report.tree import Paragraph, Run
from nagarezu.tables.paper import number_text
from nagarezu.tables.words import vocabulary, word

FLOW_CATEGORIES = ("NET", "SEP", "ENC", "FWL", "MAL", "LOG", "TRN")  # the columns of 表7
_CHANNELS = Text("どの経路を通り、何が守るか", "Over which channel, and what protects it")
_COVERAGE = Text("対策の記載の有無", "Safeguards as stated")
_NO_CHANNEL = Text("経路の種類の記載なし（{relation}）", "No channel stated ({relation})")
_NO_FLOW = Text("経路の記載はない。", "No flow is stated.")
_MORE_FLOWS = Text("{way}ほか{count}経路", "{way} and {count} more flows")
_STATED = Text("記載あり：{names}", "Stated: {names}")
_ABSENT = Text("記載なし：{names}", "Not stated: {names}")
_BREAK = Text("。", ". ")
_COLON = Text("：", ": ")
_NOTHING = Text("{count}分類とも記載なし（{table}）", "None of the {count} stated ({table})")
_CASE = Text("案件全体", "Whole case")
_FITTING = Text("うち当てはまる分類", "of which those that apply")
_OF = Text("{applicable}分類のうち{stated}分類", "{stated} of {applicable} categories")
_WITHOUT = Text("（特記事項を除くと{stated}分類）", " ({stated} without clauses)")
_ALL_STATED = Text("全ての分類に記載あり", "All are stated")
_PARTIES = Text("当事者別（記載あり／全分類）", "By party (stated / all)")
_UNCODED = Text("分類の決まらない対策", "Measures without a category")
_UNCOUNTED = Text(
    "記載された{total}件のうち{count}件。上の数には入っていない",
    "{count} of {total} stated; not in the numbers above",
)
_MISSING_SHOWN = 10
_NOT_DONE = Text(
    "注　「記載なし」は、対策を行っていないという意味ではない。分類の説明は{table}による。",
    "Note: “not stated” does not mean “not done”. For the categories see {table}.",
)


def channels(material: Material) -> Part:
    """Channels with what is stated for them: those that cross outside first, the barest first."""
    lang = material.lang
    outside = {str(row["holder"]) for row in material.holders if row["external"] is True}
    groups: dict[tuple[str, tuple[bool, ...]], list[Row]] = {}
    for row in material.rows("flows"):
        if row["change"] != "removed":
            stated = tuple(row[code] is True for code in FLOW_CATEGORIES)
            groups.setdefault((_channel(row, material), stated), []).append(row)
    order = sorted(
        groups.items(), key=lambda item: (not _crosses(item[1], outside), sum(item[0][1]))
    )
    entries = tuple(_flow_entry(*key, rows, material) for key, rows in order)
    before = () if entries else (Paragraph((Run(_NO_FLOW.in_(lang)),)),)
    title = _CHANNELS.in_(lang)
    return Part("channels", title, entries, "list", number="7", least=2, before=before)


def _channel(row: Row, material: Material) -> str:
    if row["channel"]:
        return short(str(row["channel"]))
    relation = word("relation", str(row["relation"]), material.lang)
    return _NO_CHANNEL.in_(material.lang).format(relation=relation)


def _crosses(rows: Iterable[Row], outside: set[str]) -> bool:
    """Tell whether a flow has one end outside, or the persons themselves."""
    return any(
        not row["from"] or not row["to"] or outside & {str(row["from"]), *several(row["to"])}
        for row in rows
    )


def _flow_entry(
    channel: str, stated: tuple[bool, ...], rows: list[Row], material: Material
) -> Entry:
    lang = material.lang
    way = ends_of(rows[0], material)
    if len(rows) > 1:
        way = _MORE_FLOWS.in_(lang).format(way=way, count=len(rows) - 1)
    head = (Run(channel + _COLON.in_(lang), strong=True), Run(way + _BREAK.in_(lang)))
    if not any(stated):
        nothing = _NOTHING.in_(lang).format(table=number_text("7", lang), count=len(stated))
        return Entry((*head, Run(nothing, strong=True)))
    labels = {column.name: column.label for column in material.tables["flows"].columns}
    told = []
    for shape, wanted in ((_STATED, True), (_ABSENT, False)):
        pairs = zip(FLOW_CATEGORIES, stated, strict=True)
        found = [labels[code] for code, is_stated in pairs if is_stated is wanted]
        if found:
            told.append(shape.in_(lang).format(names=COMMA.in_(lang).join(found)))
    return Entry((*head, Run(_BREAK.in_(lang).join(told))))


def coverage(material: Material) -> Part:
    """Categories stated over categories that apply, the missing ones by name, then by party."""
    lang, rows = material.lang, material.rows("coverage")
    entries = []
    for profile, label in (("all30", _CASE), ("triggered", _FITTING)):
        with_clauses, without = (_of_the_case(rows, profile, clauses) for clauses in (True, False))
        if with_clauses and without:
            text = _counted(with_clauses, without, material)
            if profile == "all30":
                text += _BREAK.in_(lang) + _missing(rows, material)
            entries.append(entry(text, label.in_(lang)))
    parties = _parties(rows, material)
    if parties:
        entries.append(entry(parties, _PARTIES.in_(lang)))
    if uncoded := _uncoded(material):
        entries.append(entry(uncoded, _UNCODED.in_(lang)))
    note = _NOT_DONE.in_(lang).format(table=number_text("8", lang))
    after = (Paragraph((Run(note),), "note"),)
    title = _COVERAGE.in_(lang)
    return Part("coverage", title, tuple(entries), number="8", least=len(entries), after=after)


def _uncoded(material: Material) -> str:
    """Return how many stated measures nobody has given a category: what they state is unknown."""
    stated = [row for row in material.rows("safeguards") if row["status"] == "stated"]
    count = sum(not row["categories"] for row in stated)
    if not count:
        return ""
    return _UNCOUNTED.in_(material.lang).format(count=count, total=len(stated))


def _of_the_case(rows: list[Row], profile: str, clauses: bool) -> Row | None:
    wanted = ("case", profile, clauses)
    found = (row for row in rows if (row["scope"], row["profile"], row["with_clauses"]) == wanted)
    return next(found, None)


def _counted(with_clauses: Row, without: Row, material: Material) -> str:
    lang = material.lang
    text = _OF.in_(lang).format(**{key: with_clauses[key] for key in ("stated", "applicable")})
    if without["stated"] != with_clauses["stated"]:
        text += _WITHOUT.in_(lang).format(stated=without["stated"])
    return text


def _missing(rows: list[Row], material: Material) -> str:
    """Return the categories that are not stated by name, those that apply to the case first."""
    lang, names = material.lang, vocabulary("category")
    found = {
        profile: several((_of_the_case(rows, profile, True) or {}).get("missing"))
        for profile in ("triggered", "all30")
    }
    codes = list(dict.fromkeys([*found["triggered"], *found["all30"]]))
    missing = [names[code].in_(lang) for code in codes if code in names]
    if not missing:
        return _ALL_STATED.in_(lang)
    return _ABSENT.in_(lang).format(names=listed(missing, _MISSING_SHOWN, lang))


def _parties(rows: list[Row], material: Material) -> str:
    """Return stated / applicable of all categories for each party of each matter."""
    lang = material.lang
    by_matter: dict[str, list[str]] = {}
    for row in rows:
        if (row["scope"], row["profile"], row["with_clauses"]) == ("party", "all30", True):
            party = word("party", str(row["party"]), lang)
            shown = f"{party} {row['stated']}/{row['applicable']}"
            by_matter.setdefault(str(row["matter"]), []).append(shown)
    told = [f"{matter} {COMMA.in_(lang).join(shown)}" for matter, shown in by_matter.items()]
    return ("；" if lang == "ja" else "; ").join(told)

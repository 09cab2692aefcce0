"""A difference told in plain sentences, each made of values that the tables hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from nagarezu.languages import Lang
from nagarezu.tables import notation
from nagarezu.tables.table import Cell, Table
from nagarezu.tables.words import vocabulary, word

if TYPE_CHECKING:
    from nagarezu.case import Case

_NAMED = 3  # as many labels of a kind are named; the rest is counted
# Kinds that a sentence names, the most telling first. The others are counted.
_TOLD = ("holder", "item", "flow", "subject", "safeguard", "clause", "matter", "period")
_Line = dict[str, Cell]


def story(after: Case, changes: Table, effects: Table) -> str:
    """Return one to four sentences, one a line."""
    lang = changes.lang
    meant = [row for row in changes if row["meaning"] is True and row["change"] != "renamed"]
    if not meant:
        return _nothing(changes, lang)
    lines = [_changes(meant, changes, lang), _recipients(after, effects, lang)]
    lines.append(_safeguards(effects, lang))
    renamed = [row for row in changes if row["change"] == "renamed"]
    if renamed:
        lines.append(_renamed(renamed, lang))
    return "\n".join(line for line in lines if line)


def _nothing(changes: Table, lang: Lang) -> str:
    text = "内容に変更はない。" if lang == "ja" else "Nothing changed in meaning."
    if len(changes) == 0:
        return text
    if lang == "ja":
        return f"{text}\n出典の位置、読取りの経緯又は並び順だけが{len(changes)}か所で異なる。"
    places = "place" if len(changes) == 1 else "places"
    return (
        f"{text}\nOnly places in the source, readings or order differ, in {len(changes)} {places}."
    )


def _changes(meant: Sequence[_Line], changes: Table, lang: Lang) -> str:
    """Return what was added and removed by name, and how many other entries changed."""
    parts = []
    told = 0
    for turn, ja, en in (("added", "を追加", "added"), ("removed", "を削除", "removed")):
        rows = [row for row in meant if row["change"] == turn]
        groups = []
        for kind in _TOLD:
            labels = [_label(changes, row) for row in rows if row["kind"] == kind]
            told += len(labels)
            if labels:
                groups.append(_group(kind, labels, lang))
        if groups:
            listed = ("、" if lang == "ja" else ", ").join(groups)
            parts.append(f"{listed}{ja}" if lang == "ja" else f"{en} {listed}")
    rest = len(meant) - told
    if rest:
        counted = f"{rest}か所の記載を変更" if lang == "ja" else f"changed {rest} entries"
        parts.append((f"ほかに{counted}" if parts else counted) if lang == "ja" else counted)
    if lang == "ja":
        return "し、".join(parts) + "した。"
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _label(changes: Table, row: _Line) -> str:
    """Return the label of an entity; flows have none of their own and go by their ends."""
    if row["kind"] == "flow":
        return changes.names(str(row["case"]), "flow", str(row["id"])) or str(row["id"])
    return str(row["label"] or row["id"])


def _group(kind: str, labels: Sequence[str], lang: Lang) -> str:
    shown, more = labels[:_NAMED], len(labels) - _NAMED
    if lang == "ja":
        tail = f"ほか{more}件" if more > 0 else ""
        return word("entity", kind, lang) + "".join(f"「{label}」" for label in shown) + tail
    tail = f" and {more} more" if more > 0 else ""
    return word("entity", kind, lang) + " " + ", ".join(f"“{label}”" for label in shown) + tail


def _of(effects: Table, *metrics: str) -> list[_Line]:
    return [row for row in effects if row["metric"] in metrics]


def _bounds(row: _Line, side: str, lang: Lang) -> str:
    def end(name: str) -> int | None:
        value = row[name]
        return value if isinstance(value, int) else None

    unit = str(row["unit"]) if row["unit"] else None
    return notation.bounds(end(f"{side}_lower"), end(f"{side}_upper"), lang, unit)


def _step(row: _Line, lang: Lang) -> str:
    """Return 12項目 → 13項目, or one side where the other is not there."""
    if row["change"] == "added":
        return _bounds(row, "after", lang)
    if row["change"] == "removed":
        return f"{_bounds(row, 'before', lang)}→{'なし' if lang == 'ja' else 'gone'}"
    return f"{_bounds(row, 'before', lang)}→{_bounds(row, 'after', lang)}"


def _recipients(after: Case, effects: Table, lang: Lang) -> str:
    """Return what reaches whom now: items, persons and person-items of the recipients concerned."""
    rows = _of(effects, "recipients.items", "recipients.persons", "recipients.person_items")
    if not rows:
        if lang == "ja":
            return "受領者に届く情報項目と人数は変わらない。"
        return "What reaches the recipients, and of how many persons, stays the same."
    outside = {row["holder"] for row in after.table("recipients", lang=lang) if row["external"]}
    holders = list(dict.fromkeys(str(row["about"]) for row in rows))
    # Those outside the municipality first; what is gone is no recipient any more.
    holders.sort(key=lambda holder: holder not in outside)
    told = []
    for holder in holders[:_NAMED]:
        own = [row for row in rows if row["about"] == holder]
        steps = ("、" if lang == "ja" else ", ").join(_step(row, lang) for row in own)
        label = str(own[0]["label"] or holder)
        told.append(f"「{label}」{steps}" if lang == "ja" else f"“{label}” {steps}")
    more = len(holders) - _NAMED
    if lang == "ja":
        tail = f"（ほか{more}者）" if more > 0 else ""
        return f"受領者に届く範囲：{'；'.join(told)}{tail}。"
    tail = f" ({more} more)" if more > 0 else ""
    return f"What reaches recipients: {'; '.join(told)}{tail}."


# A clause and its verb as it stands inside a sentence and at its end; English uses one form.
_Clause = tuple[str, str, str]


def _safeguards(effects: Table, lang: Lang) -> str:
    """Return which protections are stated for which flow now, and the coverage of the case."""
    clauses = list(_flows(effects, lang))
    for row in _of(effects, "coverage.stated"):
        if row["about"] == "case - - all30 false":
            step = _step(row, lang)
            if lang == "ja":
                text = f"案件全体で記載のある対策の分類は{step}"
                clauses.append((text, "となり", "となる"))
            else:
                clauses.append((f"categories stated in the case: {step}", "", ""))
    if not clauses:
        if lang == "ja":
            return "記載された対策の範囲は変わらない。"
        return "The safeguards stated for the flows stay the same."
    *inner, (text, _, end) = clauses
    parts = [text_ + stem for text_, stem, _ in inner] + [text + end]
    told = ("、" if lang == "ja" else "; ").join(parts)
    return f"{told}。" if lang == "ja" else f"{told[:1].upper()}{told[1:]}."


def _flows(effects: Table, lang: Lang) -> Iterable[_Clause]:
    names = vocabulary("category")
    rows = [row for row in effects if str(row["metric"]).startswith("flows.")]
    rows = [row for row in rows if str(row["metric"]).removeprefix("flows.") in names]
    rows = [row for row in rows if row["change"] in ("raised", "lowered")]
    for row in rows[:_NAMED]:
        name = names[str(row["metric"]).removeprefix("flows.")].in_(lang)
        gained = row["change"] == "raised"
        label = str(row["label"] or row["about"])
        if lang == "ja":
            verb = ("加わり", "加わる") if gained else ("なくなり", "なくなる")
            yield (f"経路「{label}」に{name}の記載が", *verb)
        else:
            now = "now" if gained else "no longer"
            yield (f"{name} is {now} stated for the flow “{label}”", "", "")
    more = len(rows) - _NAMED
    if more > 0 and lang == "ja":
        yield (f"ほか{more}件の記載も", "変わり", "変わる")
    elif more > 0:
        yield (f"{more} more such statements change", "", "")


def _renamed(rows: Sequence[_Line], lang: Lang) -> str:
    pairs = [f"{row['before']}→{row['after']}" for row in rows[:_NAMED]]
    more = len(rows) - _NAMED
    if lang == "ja":
        tail = f"ほか{more}件" if more > 0 else ""
        return f"IDだけが変わった可能性がある：{'、'.join(pairs)}{tail}。"
    tail = f" and {more} more" if more > 0 else ""
    return f"Perhaps only the id is new: {', '.join(pairs)}{tail}."

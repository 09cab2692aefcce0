"""Frames as the core gives them, made by hand, so that tables and reports need no extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nagarezu.languages import Lang
from nagarezu.tables import Table, from_core
from nagarezu.tables.glance import Glance, glance

# Labels that try everything: markup, formulas, characters that hide, reorder or control.
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "=cmd|' /C calc'!A0",
    "＝１＋１",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "../../etc/passwd",
    "abc\u202ecba",
    "zero\u200bwidth",
    "bell\x07null\x00",
    "two\nlines",
    "pipe | `code` **bold** [a](http://example.com) www.example.com a@example.com",
    "&lt;b&gt;",
    "{{ 7 * 7 }}",
    "_x0041_",
    "\ud842\udfb7野家".encode("utf-16", "surrogatepass").decode("utf-16"),
)

NAMES = {
    ("case", "c1"): "見本の案件",
    ("case", "c2"): "別の案件",
    ("matter_kinds", "m1"): "link entrust",
    ("subject", "s1"): "住民",
    ("list", "l1"): "記録項目",
    ("holder", "h1"): "受託事業者",
    ("holder", "h2"): "他の市区町村",
    ("flow", "f1"): "区 → 受託事業者",
}


def names(case: str, kind: str, id_: str) -> str | None:
    return NAMES.get((kind, id_))


def frame(
    kinds: Mapping[str, str],
    rows: Sequence[Sequence[Any]],
    notes: Sequence[tuple[str, Mapping[str, str]]] = (),
) -> dict[str, Any]:
    """A frame with `case` first; None is a row without validity, as the core marks it."""
    empty: dict[str, Any] = {"text": "", "whole": 0, "real": 0.0, "truth": False}
    columns = []
    for position, (name, kind) in enumerate({"case": "text", **kinds}.items()):
        values = [row[position] for row in rows]
        columns.append(
            {
                "name": name,
                "kind": kind,
                "values": [empty[kind] if value is None else value for value in values],
                "valid": [value is not None for value in values],
            }
        )
    return {
        "columns": columns,
        "notes": [{"code": code, "values": dict(values)} for code, values in notes],
    }


def recipients(case: str = "c1", *, lang: Lang = "ja", label: str = "受託事業者") -> Table:
    """Two recipients: one bounded on both sides, one open class that nothing limits."""
    kinds = {
        "holder": "text",
        "label": "text",
        "kind": "text",
        "tier": "whole",
        "external": "truth",
        "certifications": "text",
        "items_lower": "whole",
        "items_upper": "whole",
        "persons_lower": "whole",
        "persons_upper": "whole",
        "missing": "text",
    }
    rows = [
        (case, "h1", label, "organisation", 1, True, "ISO27001 P_mark", 2, 2, 383395, 689022, ""),
        (case, "h2", "他の市区町村", "organisation", 1, True, None, 1, None, None, None, "list:l1"),
        (case, "h3", "記録システム", "system", 0, False, None, 12, 16, 348587, None, "count:s1"),
    ]
    notes = [("open_class", {"holder": "h2", "label": "他の市区町村"})]
    return from_core("recipients", case, frame(kinds, rows, notes), lang=lang, names=names)


def subjects(case: str = "c1", *, lang: Lang = "ja") -> Table:
    kinds = {
        "subject": "text",
        "label": "text",
        "count": "whole",
        "unit": "text",
        "as_of": "text",
        "bound": "text",
    }
    rows = [
        (case, "s1", "住民", 348587, "person", "2019-11-05", "at_least"),
        (case, "s2", "世帯主", 8901, "household", "2019-05", "exact"),
        (case, "s3", "届出", 11138, "record", "FY2019", "at_most"),
        (case, "s4", "来庁者", None, None, None, "unknown"),
    ]
    return from_core("subjects", case, frame(kinds, rows), lang=lang, names=names)


def subject_unions(case: str = "c1", *, lang: Lang = "ja") -> Table:
    kinds = {"unit": "text", "lower": "whole", "upper": "whole", "missing": "text"}
    rows = [(case, "person", 383395, 689022, ""), (case, "record", 11138, 11138, "")]
    return from_core("subject_unions", case, frame(kinds, rows), lang=lang, names=names)


def cases(case: str = "c1", *, lang: Lang = "ja", title: str = "戸籍附票との連携") -> Table:
    kinds = {"matter": "text", "title": "text", "kinds": "text", "start": "text", "end": "text"}
    rows = [(case, "m1", title, "link entrust", "2019-05-01", "FY2019")]
    return from_core("cases", case, frame(kinds, rows), lang=lang, names=names)


def coverage(case: str = "c1", *, lang: Lang = "ja") -> Table:
    kinds = {
        "scope": "text",
        "matter": "text",
        "party": "text",
        "profile": "text",
        "with_clauses": "truth",
        "stated": "whole",
        "applicable": "whole",
        "ratio": "real",
        "missing": "text",
    }
    rows = [
        (case, "case", None, None, "all30", False, 17, 30, 17 / 30, "LAW CON"),
        (case, "case", None, None, "all30", True, 26, 30, 26 / 30, "LAW"),
    ]
    return from_core("coverage", case, frame(kinds, rows), lang=lang, names=names)


def item_recipient(case: str = "c1", holders: Sequence[str] = ("h1", "h2")) -> Table:
    kinds = {"item": "text", "label": "text", **dict.fromkeys(holders, "text")}
    words = ("yes", "maybe", "optional", "no")
    rows = [
        (case, "name", "氏名", *words[: len(holders)]),
        (case, "sex", "性別", *reversed(words[-len(holders) :])),
    ]
    return from_core("item_recipient", case, frame(kinds, rows), names=names)


def concentration(case: str = "c1") -> Table:
    kinds = {"holder": "text", "items": "whole", "share": "real"}
    rows = [(case, "h1", 12, 0.545), (case, "h2", 16, None)]
    notes = [("herfindahl", {"value": "596/1764"}), ("a_new_code", {"a": "1"})]
    return from_core("concentration", case, frame(kinds, rows, notes), names=names)


def all_tables(case: str = "c1", *, lang: Lang = "ja") -> list[Table]:
    makers = (cases, subjects, subject_unions, recipients, coverage)
    return [
        *(make(case, lang=lang) for make in makers),
        item_recipient(case),
        concentration(case),
    ]


def a_glance(*, lang: Lang = "ja", title: str = "見本の案件") -> Glance:
    identity = {"municipality": "131041 新宿区", "body": "審議会", "procedure": "諮問"}
    makers = (cases, subject_unions, recipients, coverage)
    tables = {make.__name__: make(lang=lang) for make in makers}
    return glance("c1", title, identity, tables, lang=lang)


def hostile_table() -> Table:
    """A table whose title cells, labels and column labels are hostile."""
    kinds = {"holder": "text", "label": "text", "items_lower": "whole", "items_upper": "whole"}
    rows = [("c1", f"h{i}", label, -i, None) for i, label in enumerate(HOSTILE)]
    notes = [("open_class", {"holder": "h0", "label": label}) for label in HOSTILE]
    return from_core("recipients", "c1", frame(kinds, rows, notes), names=names)

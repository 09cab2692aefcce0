"""Wording of notes, and of the facts whose absence keeps a bound wide."""

from __future__ import annotations

from collections.abc import Mapping

from nagarezu.languages import Lang, Text
from nagarezu.tables.table import Names

NOTES: dict[str, Text] = {
    "herfindahl": Text(
        "ハーフィンダール指数（外部受領者と情報項目の組）：{value}",
        "Herfindahl index over recipient–item pairs: {value}",
    ),
    "certain_only": Text(
        "確実に届く項目だけで計算した。これより多くの項目を持ち得る受領者がある。",
        "Counted from items that certainly arrive; some recipients may have more.",
    ),
    "open_class": Text(
        "「{label}」は複数の団体を含み得る。ここでは1者と数えた。",
        "“{label}” may be several organisations; it is counted as one.",
    ),
    "open_period": Text(
        "「{label}」は終期の記載がなく、終了日より後に及び得る。",
        "“{label}” has no stated end and may outlast the end date.",
    ),
    "reversed_period": Text(
        "「{label}」は終了が開始より前であり、日数を計算していない。",
        "“{label}” ends before it starts; its days are not counted.",
    ),
}

# Kinds of missing facts: `count:s1` is the count of subject s1. The second text is for no label.
MISSING: dict[str, tuple[str, Text]] = {
    "count": ("subject", Text("「{label}」の数", "the number of “{label}”")),
    "list": ("list", Text("「{label}」の内容", "the contents of “{label}”")),
    "flow": ("flow", Text("経路「{label}」の情報項目", "the items of flow “{label}”")),
    "holder": ("holder", Text("「{label}」の保有項目", "what “{label}” holds")),
    "subjects": ("flow", Text("経路「{label}」の対象者", "the subjects of flow “{label}”")),
    "reference": ("reference", Text("「{label}」", "“{label}”")),
}


def note_text(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """Return the sentence of a note; a code that has none stands for itself with its values."""
    if code in NOTES:
        try:
            return NOTES[code].in_(lang).format_map(values)
        except KeyError:  # the core gave other values than the sentence asks for: show them all
            pass
    shown = ", ".join(f"{key}={value}" for key, value in values.items())
    return f"{code}: {shown}" if shown else code


def missing_text(code: str, case: str, names: Names, lang: Lang) -> str:
    """Return what is missing in words; a code that is not known stands for itself."""
    kind, _, id_ = code.partition(":")
    if kind not in MISSING or not id_:
        return code
    entity, text = MISSING[kind]
    return text.in_(lang).format(label=names(case, entity, id_) or id_)

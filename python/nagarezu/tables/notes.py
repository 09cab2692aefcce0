"""Wording of notes, and of the facts whose absence keeps a bound wide."""

from __future__ import annotations

from collections.abc import Mapping

from nagarezu.languages import Lang, Text
from nagarezu.tables.table import Names
from nagarezu.tables.words import unit_name, word

NOTES: dict[str, Text] = {
    "removed": Text("{kind}「{label}」も除かれる。", "{kind} “{label}” goes as well."),
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
    "assessment_table": Text(
        "区分は「{label_ja}」による（{effective}時点）。根拠：{source}。",
        "Bands by “{label_en}” (as of {effective}). Source: {source}.",
    ),
    "more_allowed": Text(
        "地方公共団体は、区分が求める評価を超える評価を行うことができる。",
        "A municipality may do more than its band asks for.",
    ),
    "open_distance": Text(
        "次の区分までの差の「不詳」は、その方向に区分がないか、差に限りがないことを示す。",
        "A distance that is not known: there is no band in that direction, or nothing limits it.",
    ),
    "unverified_band": Text(
        "{from}人以上の区分「{band}」は原典で確認できていない。根拠として用いないこと。",
        "Band “{band}” from {from} persons was not verified at the source: no authority.",
    ),
    "possible_pairs": Text(
        "このほか{pairs}組が、確実ではないが鍵を共有し得る。",
        "{pairs} more pairs may share a key, though not certainly.",
    ),
    "more_ties": Text(
        "「{label}」を識別に結び付ける組は、ここに示したほかにもある。",
        "There are more sets that tie “{label}” than those shown.",
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
    "item": ("item", Text("「{label}」の有無", "whether “{label}” is there")),
    "change": ("", Text("「{label}」の変更区分", "how “{label}” changed")),
    # By its id: the title of a matter is a sentence long.
    "emphasis_lost": ("matter_id", Text("{label}の変更箇所の表示", "which changes {label} marks")),
    "safeguard": ("safeguard", Text("「{label}」の対策の記載", "whether {label} is stated")),
    "joint": ("flow", Text("経路「{label}」の受領者の内訳", "who receives flow “{label}”")),
    "claim": ("claim", Text("主張「{label}」の対象", "what claim “{label}” is about")),
    "unit": ("unit", Text("単位「{label}」の数", "a count in unit “{label}”")),
    "overlap": ("unit", Text("対象者の重なり（{label}）", "how the groups overlap ({label})")),
}

# What a code says of an entity where it names no missing fact: contradictions, repairs, inferences.
SAID: dict[str, tuple[str, Text]] = {
    "item": ("item", Text("項目「{label}」", "item “{label}”")),
    "flow": ("flow", Text("経路「{label}」", "flow “{label}”")),
    "count": ("subject", Text("「{label}」の数", "the number of “{label}”")),
    "safeguard": ("safeguard", Text("{label}の記載なし", "{label} not stated")),
    "derived": ("item", Text("「{label}」は除かれた項目から導かれる", "“{label}” is derived")),
    "free_text": ("item", Text("「{label}」は自由記述", "“{label}” is free text")),
    "derives": ("item", Text("「{label}」を導ける", "can work out “{label}”")),
    "reveals": ("item", Text("「{label}」が推測される", "learns of “{label}”")),
    "contact": ("item", Text("「{label}」は連絡先", "“{label}” is a contact")),
}

# Missing facts about the case as a whole.
_OF_THE_CASE: dict[str, Text] = {
    "persons": Text("対象者の合計人数", "how many persons they are together"),
    "handlers": Text("取扱者数", "the number of handlers"),
    "too_many_chains": Text(
        "委託の連鎖が多すぎて調べ切れない", "too many chains to search them all"
    ),
    "accident": Text(
        "過去1年の重大事故の有無", "whether there was a serious accident in the past year"
    ),
}


def note_text(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """Return the sentence of a note; a code that has none stands for itself with its values."""
    if code in NOTES:
        worded = {
            key: word(key, text, lang) if key == "band" else text for key, text in values.items()
        }
        try:
            return NOTES[code].in_(lang).format_map(worded)
        except KeyError:  # the core gave other values than the sentence asks for: show them all
            pass
    shown = ", ".join(f"{key}={value}" for key, value in values.items())
    return f"{code}: {shown}" if shown else code


def missing_text(code: str, case: str, names: Names, lang: Lang) -> str:
    """Return what is missing in words; a code that is not known stands for itself."""
    if code in _OF_THE_CASE:
        return _OF_THE_CASE[code].in_(lang)
    kind, _, id_ = code.partition(":")
    if kind not in MISSING or not id_:
        return code
    entity, text = MISSING[kind]
    entities = (entity,) if entity else ("item", "list", "flow")
    return text.in_(lang).format(label=_label(entities, id_, case, names, lang))


def said_text(code: str, case: str, names: Names, lang: Lang) -> str:
    """Return a code in words; one that is not known stands for itself."""
    kind, _, id_ = code.partition(":")
    if kind not in SAID or not id_:
        return code
    entity, text = SAID[kind]
    return text.in_(lang).format(label=_label((entity,), id_, case, names, lang))


def _label(entities: tuple[str, ...], id_: str, case: str, names: Names, lang: Lang) -> str:
    """Return the label of the first entity that has one, else the id."""
    if entities == ("unit",):
        return unit_name(id_, lang)
    if entities == ("safeguard",):  # `<flow>:<category>`
        flow, _, category = id_.rpartition(":")
        return f"{names(case, 'flow', flow) or flow} {category}"
    found = (names(case, entity, id_) for entity in entities)
    return next((name for name in found if name), id_)

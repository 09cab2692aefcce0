"""The words of the case format in the two languages of the papers.

Data keep the words as they are (`entrust`, `at_least`); only what people read is translated here.
Names of safeguard categories and item classes come from the vocabulary, which travels as data.
"""

from __future__ import annotations

import json
from functools import cache

from nagarezu.languages import Lang, Text
from nagarezu.resources import data

UNITS: dict[str, Text] = {
    "person": Text("人", "persons"),
    "household": Text("世帯", "households"),
    "record": Text("件", "records"),
    "item": Text("項目", "items"),
    "label": Text("語", "labels"),
    "concept": Text("概念", "concepts"),
    "person_item": Text("人・項目", "person-items"),
    "recipient": Text("者", "recipients"),
    "flow": Text("経路", "flows"),
    "day": Text("日", "days"),
    "measure": Text("件", "measures"),
    "row": Text("行", "rows"),
    "category": Text("分類", "categories"),
    "place": Text("か所", "places"),
    "reference": Text("件", "references"),
    "percent": Text("％", "%"),
}

WORDS: dict[str, dict[str, Text]] = {
    "matter_kind": {
        "delegate": Text("委任", "delegation"),
        "entrust": Text("委託", "entrustment"),
        "reentrust": Text("再委託", "re-entrustment"),
        "process": Text("電算処理", "computer processing"),
        "link": Text("外部結合", "external link"),
        "provide": Text("提供", "provision"),
        "transfer": Text("移転", "transfer"),
        "assessment": Text("評価", "assessment"),
        "other": Text("その他", "other"),
    },
    "relation": {
        "delegate": Text("委任", "delegation"),
        "entrust": Text("委託", "entrustment"),
        "reentrust": Text("再委託", "re-entrustment"),
        "link": Text("外部結合", "external link"),
        "provide": Text("提供", "provision"),
        "transfer": Text("移転", "transfer"),
        "inquire": Text("照会", "inquiry"),
        "process": Text("電算処理", "computer processing"),
        "collect": Text("収集", "collection"),
        "issue": Text("交付", "issue"),
    },
    "unit": {key: UNITS[key] for key in ("person", "household", "record")},
    "bound": {
        "exact": Text("確定", "exact"),
        "at_least": Text("以上", "at least"),
        "at_most": Text("以下", "at most"),
        "unknown": Text("不詳", "unknown"),
    },
    "holder_kind": {
        "system": Text("システム", "system"),
        "organisation": Text("組織", "organisation"),
        "section": Text("部課", "section"),
        "terminal": Text("端末", "terminal"),
    },
    "tier": {
        "0": Text("実施機関側", "own side"),
        "1": Text("相手方", "partner"),
        "2": Text("再委託先", "sub-contractor"),
    },
    "party": {
        "own": Text("実施機関側", "own side"),
        "partner": Text("相手方", "partner"),
        "certificate_center": Text("証明書交付センター", "certificate centre"),
        "kiosk": Text("キオスク端末", "kiosk terminal"),
        "intermediate_server": Text("中間サーバー", "intermediate server"),
        "certificate_center_and_kiosk": Text(
            "証明書交付センター及びキオスク端末", "certificate centre and kiosk terminal"
        ),
    },
    "layer": {
        "operational": Text("運用上の対策", "operational"),
        "system": Text("システム上の対策", "system"),
        "physical": Text("物理的対策", "physical"),
        "technical": Text("技術的対策", "technical"),
        "unspecified": Text("区分なし", "unspecified"),
    },
    "status": {
        "stated": Text("記載あり", "stated"),
        "not_needed": Text("不要（ー）", "not needed"),
        "blank": Text("空欄", "blank"),
        "unknown": Text("不詳", "unknown"),
    },
    "stated": {
        "true": Text("記載あり", "stated"),
        "false": Text("記載なし", "not stated"),
    },
    "truth": {
        "true": Text("○", "yes"),
        "false": Text("－", "no"),
    },
    "reach": {
        "yes": Text("○", "yes"),
        "optional": Text("任意", "optional"),
        "maybe": Text("可能性", "maybe"),
        "no": Text("－", "no"),
    },
    "change": {
        "existing": Text("継続", "existing"),
        "added": Text("【追加】", "added"),
        "changed": Text("【変更】", "changed"),
        "removed": Text("【削除】", "removed"),
        "unknown": Text("不詳", "unknown"),
    },
    "period_kind": {
        "work": Text("作業", "work"),
        "contract": Text("契約", "contract"),
        "operation": Text("運用", "operation"),
        "other": Text("その他", "other"),
    },
    "obligor": {
        "own": Text("甲（実施機関）", "own side"),
        "partner": Text("乙（受託者）", "partner"),
    },
    "modality": {
        "duty": Text("義務", "duty"),
        "prohibition": Text("禁止", "prohibition"),
        "consent": Text("承認", "consent"),
    },
    "scope": {
        "case": Text("案件全体", "whole case"),
        "matter": Text("件名", "matter"),
        "party": Text("当事者", "party"),
    },
    "clauses": {
        "true": Text("特記事項を含む", "with clauses"),
        "false": Text("特記事項を除く", "without clauses"),
    },
    "precision": {
        "day": Text("日", "day"),
        "month": Text("月", "month"),
        "fiscal_year": Text("年度", "fiscal year"),
    },
    "procedure": {
        "consultation": Text("諮問", "consultation"),
        "report": Text("報告", "report"),
        "submission": Text("付議", "submission"),
        "answer": Text("答申", "answer"),
        "assessment": Text("評価書", "assessment"),
        "other": Text("その他", "other"),
    },
}

# Kinds whose names are data: where the vocabulary keeps them.
_VOCABULARIES = {"category": "safeguard_categories.json", "class": "item_classes.json"}


@cache
def vocabulary(kind: str) -> dict[str, Text]:
    """Names of the safeguard categories (`category`) or item classes (`class`), by code."""
    for name, content in data("vocabulary"):
        if name == _VOCABULARIES[kind]:
            entries = json.loads(content)["entries"]
            return {e["id"]: Text(e["label"]["ja"], e["label"]["en"]) for e in entries}
    raise FileNotFoundError(_VOCABULARIES[kind])


@cache
def profile_names() -> dict[str, Text]:
    """Names of the coverage profiles, by id."""
    names = {}
    for _, content in data("profiles"):
        profile = json.loads(content)
        label = profile.get("label", {})
        names[profile["id"]] = Text(label.get("ja", profile["id"]), label.get("en", profile["id"]))
    return names


def word(kind: str, code: str, lang: Lang) -> str:
    """What people read for one code; a code that no list knows stands for itself."""
    if kind in _VOCABULARIES:
        known = vocabulary(kind)
    elif kind == "profile":
        known = profile_names()
    else:
        known = WORDS[kind]
    return known[code].in_(lang) if code in known else code


def unit_name(unit: str | None, lang: Lang) -> str:
    """人, 世帯 … or persons, households …; nothing for no unit."""
    if not unit:
        return ""
    return UNITS[unit].in_(lang) if unit in UNITS else unit

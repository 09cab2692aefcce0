"""The words of the case format in the two languages of the papers.

Data keep the words as they are (`entrust`, `at_least`); only what people read is translated here.
Names of safeguard categories and item classes come from the vocabulary, which travels as data.
"""

from __future__ import annotations

import json
from functools import cache

from nagarezu.languages import Lang, Text
from nagarezu.resources import data
from nagarezu.tables.entity_words import ENTITIES, FIELDS

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
    "pair": Text("組", "pairs"),
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
    "entity": ENTITIES,
    "field": FIELDS,
    "turn": {
        "added": Text("追加", "added"),
        "removed": Text("削除", "removed"),
        "changed": Text("変更", "changed"),
        "renamed": Text("名称変更か", "renamed?"),
    },
    "trend": {
        "added": Text("新規", "new"),
        "removed": Text("なくなる", "gone"),
        "raised": Text("増", "raised"),
        "lowered": Text("減", "lowered"),
        "narrowed": Text("幅が狭まる", "narrowed"),
        "widened": Text("幅が広がる", "widened"),
    },
    "likeness": {
        "content": Text("内容が同じ", "same content"),
        "label": Text("名称が同じ", "same label"),
        "concept": Text("概念が同じ", "same concept"),
        "position": Text("位置が同じ", "same position"),
        "neighbours": Text("前後の経路や一覧が同じ", "same flows or lists around it"),
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
    "severity": {
        "error": Text("誤り", "error"),
        "warning": Text("食い違い", "at odds"),
        "question": Text("質問", "question"),
        "info": Text("参考", "for information"),
    },
    "direction": {
        "send": Text("送信", "sent"),
        "receive": Text("受信", "received"),
        "both": Text("送受信", "sent and received"),
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
    "changed": {
        "items": Text("情報項目", "items"),
        "entries": Text("一覧の行", "list entries"),
        "flows": Text("経路", "flows"),
    },
    "band": {
        "not_obligatory": Text("義務付けなし", "not obligatory"),
        "basic": Text("基礎項目評価", "basic"),
        "priority": Text("重点項目評価", "priority"),
        "full": Text("全項目評価", "full"),
    },
    "applies": {
        "stated_item": Text("個人番号等の記載あり", "an individual number is stated"),
        "assessment_matter": Text("評価書の案件", "the document is such an assessment"),
        "optional_item": Text("個人番号等が任意項目", "an individual number is optional"),
        "open_list": Text("一覧が開いている", "a list is open"),
        "no_item": Text(
            "記載上は特定個人情報ファイルでない",
            "not a file with individual numbers as stated",
        ),
    },
    "crossing": {
        "none": Text("区分は変わらない", "the band stays"),
        "up": Text("上の区分へ変わる", "to a higher band"),
        "down": Text("下の区分へ変わる", "to a lower band"),
        "unknown": Text("不明", "unknown"),
    },
    "claim_kind": {
        "only": Text("これだけ", "only"),
        "never": Text("ない", "never"),
        "includes": Text("これも含む", "includes"),
        "requires": Text("対策がある", "requires"),
        "depth_at_most": Text("段数の上限", "depth at most"),
        "count": Text("数", "count"),
    },
    "verdict": {
        "yes": Text("成り立つ", "holds"),
        "no": Text("成り立たない", "fails"),
        "unknown": Text("不明", "unknown"),
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

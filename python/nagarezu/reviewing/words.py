"""How a person reads a value: ids with their labels, words in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nagarezu.languages import Lang, Text
from nagarezu.reviewing.shape import Member, lists
from nagarezu.tables.entity_words import ENTITIES, FIELDS
from nagarezu.tables.words import WORDS, vocabulary

UNKNOWN = Text("不詳", "unknown")
TRUTH = {"true": Text("はい", "yes"), "false": Text("いいえ", "no")}
STATES = {
    "unreviewed": Text("未確認", "unreviewed"),
    "confirmed": Text("確認", "confirmed"),
    "corrected": Text("訂正", "corrected"),
    "rejected": Text("却下", "rejected"),
}

_SHEETS = {
    "matter": Text("件名の様式", "sheet of the matter"),
    "overview": Text("事業の概要", "overview"),
    "system": Text("システムの説明", "description of systems"),
    "workflow": Text("事務の流れ", "description of the work"),
    "figure": Text("図", "figure"),
    "checklist": Text("チェックリスト", "checklist"),
    "attachment": Text("添付資料", "attachment"),
    "other": Text("その他", "other"),
}
_WAYS: dict[str, Text] = {
    "lgwan": Text("総合行政ネットワーク", "LGWAN"),
    "resident_network": Text("住民基本台帳ネットワーク", "resident register network"),
    "dedicated_line": Text("専用回線", "dedicated line"),
    "local_network": Text("庁内ネットワーク", "local network"),
    "vpn": Text("VPN", "VPN"),
    "internet": Text("インターネット", "internet"),
    "email": Text("電子メール", "e-mail"),
    "cloud": Text("クラウド", "cloud"),
    "usb_memory": Text("USBメモリ", "USB memory"),
    "memory_card": Text("メモリカード", "memory card"),
    "optical_disk": Text("光ディスク", "optical disk"),
    "magnetic_disk": Text("磁気ディスク", "magnetic disk"),
    "magnetic_tape": Text("磁気テープ", "magnetic tape"),
    "terminal": Text("携行端末", "carried terminal"),
    "paper": Text("紙", "paper"),
    "post": Text("郵送", "post"),
    "fax": Text("ファクシミリ", "fax"),
    "courier": Text("配送", "courier"),
    "in_person": Text("手渡し", "by hand"),
    "phone": Text("電話", "telephone"),
    "view": Text("画面での閲覧", "view on screen"),
}
_OWN: dict[str, dict[str, Text]] = {
    "sheet": _SHEETS,
    "topic": {
        "item": Text("情報項目", "item"),
        "recipient": Text("受領者", "recipient"),
        "work": Text("業務", "work"),
        "matter": Text("件名", "matter"),
        "kind": Text("業務の種別", "kind of matter"),
    },
    "mark": {
        "yes": Text("○", "yes"),
        "not_needed": Text("ー", "not needed"),
        "blank": Text("空欄", "blank"),
    },
    "ways": _WAYS,
    "direction": {**WORDS["direction"], "unspecified": Text("記載なし", "not stated")},
    "sensitivity": {
        "statutory": Text("法の要配慮", "sensitive by law"),
        "ordinance": Text("条例の要配慮", "sensitive by ordinance"),
        "treated": Text("注意して取り扱う", "treated with care"),
    },
}
# Members whose words stand in a list of another name.
_NAMED = {
    ("matter", "kinds"): "matter_kind",
    ("holder", "kind"): "holder_kind",
    ("period", "kind"): "period_kind",
    ("claim", "kind"): "claim_kind",
}
_KINDS = {"labelled_date": "date", "source_document": "source"}


def codes(entity: str, member: Member) -> dict[str, Text]:
    """The words of a member with their meaning; a word that no list knows means itself."""
    from nagarezu.readable.codelists import codes_of

    name = member.name
    if name in ("categories", "classes"):
        known = vocabulary("category" if name == "categories" else "class")
    elif entity in ("channel", "medium", "medium_row"):
        known = codes_of("channel_kind" if entity == "channel" else "media_kind")
    elif name in _OWN:
        known = _OWN[name]
    elif name == "change":
        known = codes_of("change")
    else:
        known = WORDS.get(_NAMED.get((entity, name), name), {})
    return {code: known.get(code, Text(code, code)) for code in member.words}


def kind_name(kind: str, lang: Lang) -> str:
    """対象者 or subjects for `subject`."""
    kind = _KINDS.get(kind, kind)
    return ENTITIES[kind].in_(lang) if kind in ENTITIES else kind


def field_name(field: str, lang: Lang) -> str:
    """The member as people call it; one that has no name stands for itself."""
    known = FIELDS.get(field) or ENTITIES.get(field)
    if known is None and field.endswith("s"):
        known = ENTITIES.get(field[:-1])
    return known.in_(lang) if known else _PARTS[field].in_(lang) if field in _PARTS else field


_PARTS = {
    "channel": Text("経路の種別", "channel"),
    "counts": Text("対象者数", "counts"),
    "entries": Text("一覧の行", "entries"),
    "creates": Text("収集・作成", "creates"),
    "references": Text("参照", "references"),
}


class Labels:
    """Printed labels of the entities of a case, by list and id."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self._labels: dict[str, dict[str, str]] = {name: {} for name in lists()}
        for name, known in self._labels.items():
            for entity in case.get(name) or ():
                id_ = entity.get("id", entity.get("number"))
                label = entity.get("label") or entity.get("title") or entity.get("heading")
                if id_ is not None:
                    known.setdefault(str(id_), str(label or ""))
        for flow in case.get("flows") or ():
            start = self.of("holders", flow.get("from", ""))
            ends = "・".join(self.of("holders", id_) for id_ in flow.get("to") or ())
            self._labels["flows"][flow["id"]] = f"{start} → {ends}"

    def of(self, target: str, id_: str) -> str:
        """The label alone; the id where there is none."""
        return self._labels[target].get(id_) or id_

    def ids(self, target: str) -> Mapping[str, str]:
        """The ids of a list with their labels, in the order of the file."""
        return self._labels[target]

    def options(self, target: str) -> list[str]:
        """Each id of a list with its label behind it, as workbooks offer and read it."""
        return [f"{id_} {label}".rstrip() for id_, label in self._labels[target].items()]


def show(value: Any, entity: str, member: Member | None, labels: Labels, lang: Lang) -> str:
    """A value as a person reads it. Several are separated by 、 or a comma."""
    if value is None or value in ([], {}):
        return UNKNOWN.in_(lang)
    if isinstance(value, list):
        shown = [_one(each, entity, member, labels, lang) for each in value]
        return ("、" if lang == "ja" else ", ").join(shown)
    return _one(value, entity, member, labels, lang)


def _one(value: Any, entity: str, member: Member | None, labels: Labels, lang: Lang) -> str:
    if isinstance(value, bool):
        return TRUTH[str(value).lower()].in_(lang)
    if isinstance(value, dict):
        return _whole(value, entity, member, lang)
    if member is not None and member.target:
        return labels.of(member.target, str(value))
    if member is not None and member.words:
        return codes(entity, member)[value].in_(lang) if value in member.words else str(value)
    if member is not None and member.name == "party" and value in WORDS["party"]:
        return WORDS["party"][value].in_(lang)
    return str(value)


def _whole(value: Mapping[str, Any], entity: str, member: Member | None, lang: Lang) -> str:
    """A channel or medium by its kind and print; a part of an entity by what names it."""
    from nagarezu.reviewing.shape import members

    kind = value.get("kind")
    if member is not None and member.kind in ("way", "ways") and kind:
        of = members(member.entity)["kind"]
        word = codes(member.entity, of)[kind].in_(lang) if kind in of.words else str(kind)
        label = value.get("label")
        if not label or label == word:
            return word
        return f"{word}（{label}）" if lang == "ja" else f"{word} ({label})"
    named = (value.get(name) for name in ("label", "printed", "value", "sheet", "position"))
    return next((str(each) for each in named if each is not None), "…")

"""What a file of a register says of itself: the statements of its cells.

A statement that names nobody is about what the own side keeps in that file.
"""

from __future__ import annotations

import re

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.register import collected, sent
from nagarezu.importing.draft.register.going import Told
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways import one_way
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields import ticks
from nagarezu.importing.form import wrapping
from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy


def write(builder: Builder, file: File, told: Told, matter: Entity) -> list[Said]:
    """The claims of one file; its sentences."""
    flows = [*labels.FLOWS, *filter(None, labels.FLOWS.values())]
    sentences: list[Said] = []
    for name in dict.fromkeys(("remarks", "detail", "summary", "purpose", "others", *flows)):
        for line in _sentences(file.get(name)):
            if name == "purpose" and not _STATES.search(line.text):
                continue  # 台帳の整備及び費用の助成: what it is for, and nothing that is recorded
            claims.of_text(builder, line, matter["id"], whose=builder.own)
            sentences.extend(said.of_passage(line, matter["id"]))
    collected.write(builder, file, matter, _all_said(file, str(matter["id"])))
    one_way.write(builder, sentences, ())
    sent.write(builder, sentences)
    if told.no_reentrust:
        claims.forbidden(builder, told.no_reentrust, matter["id"])
    _care(builder, file, matter)
    return sentences


def _all_said(file: File, matter: str) -> list[Said]:
    """Every sentence of the cells that speak freely."""
    lines = (
        line for name in ("remarks", "detail", "summary") for line in _sentences(file.get(name))
    )
    return [
        Said(tidy(part), line, matter)
        for line in lines
        for part in compiled("(?<=。)").split(line.text)
        if part.strip()
    ]


_STATES = re.compile("。|のみ|だけ|限る|限り|限定|ない|含|記録|項目")


def _sentences(text: Passage) -> list[Passage]:
    """Lines, those put together over which a sentence runs on."""
    found: list[Passage] = []
    for line in text.lines():
        last = found[-1].text.rstrip() if found else "。"
        runs_on = last.endswith(("、", "，")) or wrapping.is_wide(last)
        if runs_on and not last.endswith("。") and not wrapping.begins_anew(line.text):
            found[-1] = joined([found[-1], line], "")
        else:
            found.append(line)
    return found


def _care(builder: Builder, file: File, matter: Entity) -> None:
    """要配慮個人情報 有（病歴、服薬の状況）: the records hold these."""
    value = file.get("sensitive")
    text = tidy(value.text)
    if _says_none(value):
        _no_care(builder, value, matter)
    if not compiled(r"(?:有り?|あり|含む|含まれ|該当|[○◯〇☑■])").match(fold(text)):
        return
    general = re.compile(rules("claims")["statutory_care"])  # kinds of the law are no items
    named = [part for note in bracketed(text)[:1] for part in statements.parts(note)]
    told = Said(text, value, matter["id"])
    offered = key(file.get("items").text)  # □病歴: an item of the form, though not ticked
    items = [each for each in named if not general.search(key(each)) or f"□{key(each)}" in offered]
    claims.included(builder, told, [builder.own], items)


# この個人情報ファイルに要配慮個人情報は含まれない。, 要配慮個人情報に該当する項目はない。
_NONE = re.compile(
    r"(?:(?:この|本|当該)?(?:保有)?(?:個人情報)?(?:ファイル|台帳|名簿|事務|業務|記録情報|記録項目|記録|情報)"
    r"(?:に|は|で|において)は?、?)?"
    r"(?:要配慮個人情報(?:に(?:該当する|当たる)(?:項目|情報|もの|記述))?[はを]、?)?"
    r"(?:含まない|含まれない|含まれていない|含んでいない|記録(?:しない|していない|されない)|保有しない|"
    r"取り?扱(?:わない|っていない)|無し?|なし|ない|該当(?:なし|しない)|非該当)。?"
)


def _says_none(value: Passage) -> bool:
    """要配慮個人情報 なし, as a word, as a sentence, or as the only box that is ticked: □有 ■無."""
    told = [each.name.text for each in ticks.options(value) if each.ticked]
    return any(map(_NONE.fullmatch, map(key, told if len(told) == 1 else [tidy(value.text)])))


# what the law itself calls by this name; what it may be derived from is no contradiction
_CARE = re.compile(
    r"(?:既往歴|既往症|病歴|傷病名|病名|疾患名|(?:身体|知的|精神)?障害者?手帳の?(?:番号|種[類別]|等級).*"
    r"|障害の?(?:種[類別]|程度|等級|名|区分|部位)|障害支援区分|犯罪(?:歴|の経歴)|前科"
    r"|(?:健康診断|健康診査|健診)の?結果|診療の?(?:内容|記録)|調剤の?(?:内容|記録))"
    r"(?:及び|並びに|・|を含む|$).*"
)


def _is_care(label: str) -> bool:
    """傷病名; 減免の事由（障害の区分を含む。） as well."""
    inside = [note for note in bracketed(label) if "を含む" in note]
    return any(_CARE.match(key(each)) for each in (label, *inside))


def _no_care(builder: Builder, value: Passage, matter: Entity) -> None:
    """要配慮個人情報 含まれない, beside 既往歴 among the items: the cell speaks of these."""
    listed = builder.of_matter("lists", str(matter["id"]))
    entries = [e for each in listed if each["holders"] == [builder.own] for e in each["entries"]]
    held = [e["item"] for e in entries if e.get("item") and _is_care(str(e["label"]))]
    if held:
        claim: Entity = {
            "id": builder.fresh(f"c{builder.count_up('claim')}"),
            "kind": "never",
            "label": f"{tidy(value.text)}（要配慮個人情報）",
            "matter": matter["id"],
            "holders": [builder.own],
            "items": list(dict.fromkeys(held)),
            "source": value.source,
            "provenance": [evidence("kind", value, "never", "no_care", 0.75)],
        }
        builder.add("claims", claim)

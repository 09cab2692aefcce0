"""Measures of a register: 保護措置 of the own side, and those that a contractor must take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft import measure_rows, measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.named import addressed
from nagarezu.importing.fields import names, safeguards, told_parts
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register.file import File
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy

# （受託者に行わせる措置）, ■市の措置, 1 委託先における対策: a line of its own
_HEAD = re.compile(
    r"^[ 　]*(?:(?:第|[(（])?[0-9０-９ア-ン①-⑨]{1,2}[)）.．、 　]+)?"
    r"(?P<open>[(（【〔\[［<＜〈《≪■◆●○◎・]?)"
    r"(?P<head>[^。、()（）【】〔〕\[\]［］<>＜＞〈〉《》≪≫\n]{1,30})[)）】〕\]］>＞〉》≫：:]*"
    r"(?:[ 　]*[(（【](?P<layer>[^、()（）【】\n]{1,20})[)）】][)）】〕\]］>＞〉》≫：:]*)?[ 　]*$",
    re.MULTILINE,
)
_NAMES_MEASURES = re.compile(r"(?:措置|対策|事項|もの|こと)$")


def write(builder: Builder, file: File, matter: Entity) -> None:
    """The measures of one file; the label of a cell, or a head within it, says whose they are."""
    for table in file.tables:
        measure_rows.of_table(builder, table, str(matter["id"]))
    for part in file.parts("measures"):
        label = part.label.text
        if told_parts.says_no(tidy(part.text.text)):
            continue
        theirs = bool(compiled(rules("registers")["partner_measures"]).search(key(label)))
        theirs = theirs or _names_somebody(builder, label)  # 株式会社甲に行わせる措置
        for head, own, body in _sides(builder, part.text, not theirs):
            heads = [each for each in (label, head) if _names_somebody(builder, each)]
            layer = safeguards.layer_of(head or label)
            for measure in safeguards.read(body):
                if measure.layer == "unspecified":
                    measure.layer = layer
                party = "own" if own else "partner"
                measures.add(builder, matter["id"], party, measure, heads=heads)
                worded = safeguards.wording(measure.text)  # the other side may repeat it
                builder.list_of("safeguards")[-1]["wording"] = worded


def _names_somebody(builder: Builder, head: str) -> bool:
    """委託先に行わせる措置 is a cell of the form: that there is none for 提供先 says nothing."""
    plain = key(head)
    if addressed.numbered(head):
        return True
    outside = [each["id"] for each in builder.list_of("holders") if each.get("external")]
    return any(len(name) > 2 and name in plain for id_ in outside for name in builder.names_of(id_))


# 市：(1) …　受託者：(1) …: in front of what each side does
_INLINE = re.compile(
    r"(?:^|(?<=[。\n 　]))[ 　]*(?P<open>[(（【〔\[［<＜〈《≪]?)"
    r"(?P<head>[^\s。、：:()（）【】〔〕\[\]［］<>＜＞〈〉《》≪≫]{1,12})(?P<layer>)"
    r"[)）】〕\]］>＞〉》≫]?[：:](?=[ 　]*\S)"
)


def _heads(text: str) -> list[re.Match[str]]:
    found = [*_HEAD.finditer(text), *_INLINE.finditer(text)]
    return sorted(found, key=lambda line: line.start())


def _sides(builder: Builder, text: Passage, own: bool) -> Iterator[tuple[str, bool, Passage]]:
    """Head, whether it is the own side, and what stands below it; without a head as `own` says."""
    start, head = 0, ""
    for line in _heads(text.text):
        side = _side(builder, line["head"])
        if side is None and line["layer"]:  # 運用上の対策（市）
            side = is_party_own(f"{line['head']}（{line['layer']}）")
        colon = line.re is _INLINE
        if side is None or not (colon or line["open"] or _NAMES_MEASURES.search(line["head"])):
            continue
        if start or text.part(0, line.start()).text.strip():
            yield head, own, text.part(start, line.start())
        start, own = line.end(), side
        head = f"{line['head']}（{line['layer']}）" if line["layer"] else line["head"]
    yield head, own, text.part(start)


# 平和資料室の措置, 事務局が行う対策: whoever is named and is no partner acts for the own side
_WHOSE = re.compile(
    r"^(?P<who>[^はをに、]{2,24}?)(?:の|が|で|において|が(?:行う|講ずる|講じる|とる|取る|実施する))"
    r"(?:安全管理|保護)?(?:の?ための)?(?:措置|対策)$"
)


def _side(builder: Builder, head: str) -> bool | None:
    """Whether a head means the own side; None if it is about something else."""
    side = is_party_own(head)
    if side is not None:
        return side
    whose = _WHOSE.match(tidy(head))
    if builder.find_holder(names.written(whose["who"] if whose else head)):
        return False
    return (
        True
        if whose
        and safeguards.layer_of(whose["who"]) == "unspecified"
        and _IS_BODY.search(whose["who"])
        else None
    )


_IS_BODY = re.compile(r"[課係局室部署所館園校会院]$|センター$|セクション$")

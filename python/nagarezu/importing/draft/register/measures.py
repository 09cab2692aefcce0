"""Measures of a register: 保護措置 of the own side, and those that a contractor must take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft import measure_rows, measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.measure_sides import Event, known, told
from nagarezu.importing.draft.named import addressed
from nagarezu.importing.fields import names, safeguards, told_parts
from nagarezu.importing.fields.safeguards import layer_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.register.file import File
from nagarezu.importing.heads import sections
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
        for side in told(_PARTY[not theirs], list(_events(builder, part.text))):
            heads = [each for each in (label, side.head) if _names_somebody(builder, each)]
            layer = side.layer or layer_of(side.head or label)
            for measure in safeguards.read(side.body):
                if measure.layer == "unspecified":
                    measure.layer = layer
                measures.add(builder, matter["id"], side.party, measure, heads=heads)
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
_LAYERED = (
    r"(?:運用|システム|技術|物理|組織|人)(?:面|的|上)?(?:な|の)?"
    r"(?:(?:安全)?(?:管理|保護|確保)?(?:対策|措置|面|もの))?"
)
_OPEN, _CLOSE = r"[(（【〔\[［<＜〈《≪]", r"[)）】〕\]］>＞〉》≫]"
_START = r"(?:^|(?<=[。／/】］）：:；;]))[ 　\t／/]*"
# the number of a measure, or the sentence that it is
_MARK = (
    r"(?=[(（]?(?:[0-9０-９]{1,2}|[ア-ン])(?:[)）.．、]|[ 　]+)[ 　]*\S|[①-⑳・○●]"
    r"|[0-9０-９]{1,2}[^0-9０-９\s年月日人名件か社回枚]"
    r"|[^\n。 　]{3}[^\n]*。[ 　]*(?:\n|$))"
)
# 市　ア …, 委託先 1 …, ［市］組織的　1 …: a side in front of its measure
_BEFORE = re.compile(
    rf"{_START}(?P<open>{_OPEN}?)(?P<head>[^\s。、：:()（）【】〔〕\[\]［］<>＜＞〈〉《》≪≫／/0-9０-９①-⑳・]{{1,16}})"
    rf"(?:{_CLOSE}|(?=[ 　\t：:]|{_OPEN}{_LAYERED}{_CLOSE}))[ 　\t：:]*"
    rf"(?:{_OPEN}?(?P<layer>{_LAYERED}){_CLOSE}?[ 　\t：:]*)?{_MARK}",
    re.MULTILINE,
)
# (1)　組織的な措置, 2 システム面 above the measures; 組織的　1 … in front of them
_LAYER = re.compile(
    rf"^[ 　]*(?:[(（]?[0-9０-９ア-ン①-⑳]{{1,2}}[)）.．、 　]+|[①-⑳・○●■◆◇□][ 　]*)"
    rf"(?P<head>{_LAYERED})[：:]?[ 　]*$"
    rf"|{_START}(?:{_OPEN}(?P<inside>{_LAYERED}){_CLOSE}|(?P<before>{_LAYERED})(?=[ 　：:]))"
    rf"[ 　：:]*(?={_MARK}|[^\s。]{{1,16}}[ 　：:]+{_MARK})",
    re.MULTILINE,
)


def _events(builder: Builder, text: Passage) -> Iterator[Event]:
    """What stands below each head that says whose the measures are, or of which layer."""
    for head, body in sections(text):
        side = _side(builder, head.text) if head else None
        whose = None if side is None else (_PARTY[side], head.text)
        layer, start = known(layer_of(head.text)) if head else "", 0
        for end, begins, found, below in _heads(builder, body):
            if body.part(start, end) or whose or layer:
                yield whose, layer, body.part(start, end)
            whose, layer, start = found, below, begins
        yield whose, layer, body.part(start)


_PARTY = {True: "own", False: "partner"}


def _heads(
    builder: Builder, body: Passage
) -> Iterator[tuple[int, int, tuple[str, str] | None, str]]:
    """Where a head begins and ends, whose side it names, and which layer."""
    lines = [found for shape in _SHAPES for found in shape.finditer(body.text)]
    last = 0
    for line in sorted(lines, key=lambda each: (each.start(), -each.end())):
        if line.start() < last:
            continue
        whose = None if line.re is _LAYER else _whose(builder, line)
        layer = ""
        if line.re is _LAYER:
            layer = known(layer_of(line["head"] or line["inside"] or line["before"]))
        elif whose is not None:
            layer = known(layer_of(line["head"])) or known(layer_of(line["layer"] or ""))
        if whose or layer:
            yield line.start(), line.end(), whose, layer
            last = line.end()


_SHAPES = (_HEAD, _INLINE, _BEFORE, _LAYER)


def _whose(builder: Builder, line: re.Match[str]) -> tuple[str, str] | None:
    head = line["head"]
    side = _side(builder, head)
    if side is None and line["layer"]:  # 運用上の対策（市）
        side = is_party_own(f"{head}（{line['layer']}）")
    if side is None and line.re is _BEFORE and _IS_BODY.search(head):
        side = True  # 消防本部 1 …
    alone = len(key(head)) <= _ROLE and not _CITES.search(head)  # 委託先 in a line of its own
    if side is None or not (
        line.re is not _HEAD or line["open"] or alone or _NAMES_MEASURES.search(head)
    ):
        return None
    return _PARTY[side], f"{head}（{line['layer']}）" if line["layer"] else head


_ROLE = 8  # characters of a line that is a role and nothing else
_CITES = re.compile(r"[をはがに]")


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
        if whose and layer_of(whose["who"]) == "unspecified" and _IS_BODY.search(whose["who"])
        else None
    )


_IS_BODY = re.compile(r"[課係局室部署所館園校会院]$|センター$|セクション$")

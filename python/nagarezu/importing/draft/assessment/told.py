"""What an assessment tells in sentences: whom a system sends to or asks, which items are added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nagarezu.importing.draft import alike
from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.assessment.names import ORGANISATION
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import told_items
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields import names
from nagarezu.importing.form.assessment.sheet import MEASURES, Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_QUOTED = re.compile(r"「([^「」]{1,40})」")
_LONGEST = 4000  # characters of a cell; what is longer is no outline of work


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rules("assessment")["told"][name])


def flows(written: Flows, sheet: Assessment) -> None:
    """…をセンターに送信する is a provision, 税務システムから所得情報を取得し an inquiry.

    A system that is asked must be named elsewhere; whom a system sends to need not, if the name is
    one of a body outside. A terminal that a centre sends on to is one step further out.
    """
    builder = written.builder
    for line in [*sheet.of("system_functions", "used_for"), *steps(sheet)]:
        value = line.value or line.row.whole
        text = fold(value.text)
        if len(text) > _LONGEST:
            continue
        for match in _pattern("asks").finditer(text):
            known = builder.find_holder(match["name"])
            if known and not builder.has_flow_to([known], ["inquire"]):
                written.flow("inquire", builder.own, known, value, "told_inquiry")
        for match in _pattern("inquires").finditer(text):
            _outside(written, value.part(*match.span("name")), builder.own, "inquire")
        for match in _pattern("sends").finditer(text):
            where = value.part(*match.span("name"))
            if not builder.find_holder(match["name"]):
                _outside(written, where, written.main, "provide")
        for match in _pattern("onward").finditer(text):
            where = value.part(*match.span("name"))
            if not builder.find_holder(match["name"]):
                via = builder.find_holder(match["via"]) or written.main
                _outside(written, where, via, "provide", 2)
    _recipients(written, sheet)
    # a basic assessment has no row for a contractor: its measures may tell who it is
    rowless = not any(each["relation"] == "entrust" for each in builder.list_of("flows"))
    measures = (*MEASURES, "remarks")
    told = sheet.of("task_content", "overview", "groups", *(measures if rowless else ()))
    changed = (line for line in sheet.changed if line.block.startswith("委託"))
    for line in (*told, *changed):
        for span in _contractors(fold(line.value.text), called=rowless):
            _outside(written, line.value.part(*span), builder.own, "entrust")


def _recipients(written: Flows, sheet: Assessment) -> None:
    """移転先は甲課とし、…移転する。: a sentence in the outline of the file, in place of a row."""
    for line in sheet.lines:
        whole = line.row.whole
        told = line.part == "Ⅱ" and line.label is None and len(whole.text) <= _LONGEST
        for match in _pattern("names").finditer(fold(whole.text)) if told else ():
            where = whole.part(*match.span("name"))
            if match["kind"] == "提供":
                _outside(written, where, written.builder.own, "provide")
            elif not written.builder.find_holder(match["name"]):
                written.transfer(tidy(where.text), where)


_CALLED = re.compile(
    r"(?<!再)(?:委託(?:する|して(?:い|お)る|した|先(?:である|となる|とする|の|は、?|、|:)?)"
    r"|受[託任](?:者|事業者)(?:である|の|は、?|、|:))[ (「]?"
)


_NO_NAME = re.compile(
    r"(?:株式|有限|合同|合資)?会社等?|[^ァ-ヶ]{0,4}法人等?|組合|協会|センター|(?:その|同|他の|当該).*"
)


def _contractors(text: str, *, called: bool) -> Iterator[tuple[int, int]]:
    """Where a sentence names whom work is entrusted to: 甲社に委託し, 保守を委託する甲社."""
    for match in _pattern("entrusts").finditer(text):
        yield match.span("name")
    for match in _CALLED.finditer(text) if called else ():
        sorts = (rules("strangers")["firm"], ORGANISATION)
        name = next(filter(None, (compiled(s).match(text, match.end()) for s in sorts)), None)
        if name is not None and not _NO_NAME.fullmatch(name.group()):
            yield name.start(), name.start() + len(name.group().removesuffix("から"))


def _outside(written: Flows, where: Passage, start: str, relation: str, tier: int = 1) -> None:
    """A flow to somebody outside whom a sentence names, if there is none of this sort yet."""
    name = names.name(tidy(where.text), where)
    if name is None or name.undecided:
        return
    name.section, name.tier = False, tier
    id_ = written.builder.organisation(name)
    if not written.builder.has_flow_to([id_], [relation]):
        written.flow(relation, start, id_, where, f"told_{relation}")


def steps(sheet: Assessment) -> Iterator[Line]:
    """The lines of 別添1 事務の内容, and what a list of changes says of them."""
    yield from sheet.changed_steps
    parts = {part for part, title in sheet.attached if "事務の内容" in title.text}
    for line in sheet.lines:
        cells = line.row.filled
        numbered = len(cells) > 1 and _NUMBER.fullmatch(fold(cells[0].text).strip())
        if line.part in parts and (len(cells) == 1 or (numbered and len(cells) <= _COLUMNS)):
            yield line


_NUMBER = re.compile(  # 3, 1-②, and エ 移転: a mark with the name of the step
    r"(?:[(]?\d{1,2}[).]?(?:-?(?:\d{1,2}|[①-⑳]))?|[①-⑳]|[(]?[ア-ン][).]?(?=$|[ ]))"
    r"(?:[ ]*[^、。\d]{1,12})?"
)
_COLUMNS = 3  # number, who does it, and what is done


def additions(builder: Builder, sheet: Assessment, matter: str) -> None:
    """別添2を参照（「…」の追加）: these are among the listed items; one that is not is asked."""
    lists = builder.list_of("lists")
    if not lists or not lists[0].get("holders"):
        return
    for value in _of_items(sheet):
        for match in _pattern("adds").finditer(fold(value.text)):
            told = _QUOTED.findall(match["quoted"])
            if told:
                _claim(builder, matter, value, told)


def recorded(builder: Builder, sheet: Assessment, matter: str) -> None:
    """別添1に記録する緊急連絡先を用いて: the file is said to have it; if not, it is asked."""
    lists = builder.list_of("lists")
    entries = [entry for each in lists for entry in each["entries"]]
    if not lists or not lists[0].get("holders"):
        return
    files = "\n".join(key(line.value.text) for line in sheet.of("file_name"))
    for line in [*sheet.of("task_content", "overview", "used_for", "use"), *steps(sheet)]:
        value = line.value or line.row.whole
        if len(value.text) > _LONGEST:
            continue
        text = fold(value.text)
        said = [*_pattern("recorded").finditer(text), *_pattern("records").finditer(text)]
        for match in said:
            named = [told_items.bare(each) for each in statements.parts(match["items"])]
            told = [each for each in named if told_items.is_name(each)]
            if match.re is _pattern("records"):
                mine = _OWN_FILE.match(key(match["where"])) or key(match["where"]) in files
                told = [each for each in told if mine and _ONE.search(each)]
            missing = [each for each in told if not _has(builder, entries, each)]
            if missing:
                _claim(builder, matter, value, missing)


# 製造番号, and not 課税情報 or 審査の結果, which the list may tell of in other words
_ONE = re.compile(
    r"(?:番号|氏名|年月日|電話|アドレス|口座|勤務先|続柄|性別|国籍|職業|血液型|写真|住所|金?額)$"
)

_OWN_FILE = re.compile(r"別[添紙]|(?:特定個人情報|本|この|当該)(?:ファイル|台帳|名簿)")


def _has(builder: Builder, entries: Sequence[Entity], name: str) -> bool:
    """Whether the file has an item under this name or another: 滞納額 for 未納額."""
    if told_items.listed(builder, entries, name) or alike.made_on_sending(name):
        return True
    return bool(alike.held(name, [each for each in entries if each.get("item")]))


def _of_items(sheet: Assessment) -> Iterator[Passage]:
    for line in sheet.lines:
        if line.label is not None and line.label.field == "items":
            yield line.value
    for line in sheet.changed:
        if line.label is not None and line.label.field == "items":
            yield line.value


def _loose(label: str) -> str:
    """受付の番号 and 受付番号 are one item."""
    return key(label).replace("の", "")


def _is_same(one: str, other: str) -> bool:
    return one in other or other in one


def _sentence(text: str, told: str) -> str:
    """What is said of the items, without the rest of its cell."""
    sentences = [tidy(part) for part in compiled(r"(?<=。)").split(text)]
    return next((part for part in sentences if told in part), tidy(text))


def _claim(builder: Builder, matter: str, value: Passage, told: list[str]) -> None:
    lists = builder.list_of("lists")
    entries = [entry for each in lists for entry in each["entries"]]
    items = []
    for name in told:
        same = next(
            (
                entry["item"]
                for entry in entries
                if entry.get("item") and _is_same(_loose(name), _loose(entry["label"]))
            ),
            "",
        )
        items.append(
            same or builder.find_item(name) or builder.item(name, value, name, "told_addition")
        )
    number = sum(1 for each in builder.list_of("claims") if each["kind"] != "count") + 1
    label = _sentence(value.text, told[0])
    builder.add(
        "claims",
        {
            "id": builder.fresh(f"c{number}"),
            "kind": "includes",
            "label": label,
            "matter": matter,
            "holders": list(lists[0]["holders"]),
            "items": list(dict.fromkeys(items)),
            "source": value.source,
            "provenance": [evidence("items", value, "、".join(told), "told_addition", 0.7)],
        },
    )

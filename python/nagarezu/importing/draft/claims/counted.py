"""A table of numbers said to tell of nobody, and the items that the same sentence gives it.

集計表（個人を特定できない統計とし、項目は学校名、氏名とする。）: a name tells who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.draft.named import matter_rows
from nagarezu.importing.fields.claims import parts
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, tidy, without_brackets

_SENTENCE = re.compile(r"[^。\n]+")
_NOBODY = re.compile(
    r"(?:個人|本人|特定の者|誰か?)(?:を|が|の|は)?(?:特定|識別|判別|推測)(?:する(?:こと)?)?[がはの]?"
    r"(?:でき(?:ない|ず|ません)|不可能|(?:さ|し得|でき得|する)?(?:れ)?ない|されず|しない|余地[がの]ない)"
    r"|匿名(?:の|で|化した)|個人に(?:係|関す)る情報(?:は|を)含(?:ま|め)(?:ない|ず)"
)
_COUNTED = re.compile(r"統計|集計|件数|人数|一覧|報告|公表")
_ITEMS = re.compile(
    r"(?:項目|欄|内容|記載事項|列)(?:は|を)、?(?P<are>[^。()は]{2,80}?)(?:とする|とし、|であり|である|で、|の?み?と)"
    r"|(?:^|[、は(])(?P<with>[^。()は、]{1,24}(?:(?:、|及び|並びに)[^。()は、]{1,24}){0,6}?)"
    r"を(?:付(?:し|け)|添え|載せ|記載し|記し|含め?|表示し|併記し|加え)(?:た|て|る|、|、?これ)"
)
_NOT = re.compile(
    "(?:除|削除|伏せ|消し|含ま(?:ない|ず)|含めない|載せ(?:ない|ず)|記載しない|置き換え|仮名|から成らない)"
)
_THING = re.compile(r"[一-龥々ァ-ヶー・]{2,20}$")
_PERSON = "DI"  # the class of what names somebody
_LONGEST = 12  # characters of an item


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """The claim that nobody is known, with the list that the sentence itself gives."""
    for matter, part in matter_rows.by_matter(builder, rows):
        for cell in (cell for row in part for cell in row.filled):
            if matter and _NOBODY.search(fold(cell.text).replace("\n", "")):
                for place, thing, items in _told(cell):
                    _write(builder, matter, place, thing, items)


def _told(cell: Passage) -> Iterator[tuple[Passage, str, list[str]]]:
    for sentence in _SENTENCE.finditer(cell.text):
        text = compiled(r"\s+").sub("", fold(sentence.group()))
        if not (_NOBODY.search(text) and _COUNTED.search(text)) or _NOT.search(
            _NOBODY.sub("", text)
        ):
            continue
        items = [label for told in _ITEMS.finditer(text) for label in _labels(told)]
        named = [label for label in items if _PERSON in meaning(label).classes]
        if named:
            front = compiled(r"[(（]|は、|は").split(text)[0]
            thing = _THING.search(
                compiled("の(?:作成|出力|機能|提供|報告|提出|公表).*$").sub("", front)
            )
            yield cell.part(*sentence.span()), thing.group() if thing else "統計", items


def _labels(told: re.Match[str]) -> Iterator[str]:
    for label in parts(told["are"] or told["with"]):
        plain = tidy(without_brackets(label))
        if 1 < len(plain) <= _LONGEST:
            yield compiled(r"^.*の(?=氏名$)").sub("", plain)


def _write(builder: Builder, matter: str, place: Passage, thing: str, items: Sequence[str]) -> None:
    """The table as what holds these items, and the claim about it."""
    if builder.find_holder(thing):
        return
    holder = builder.holder(thing, "system", place, operator=builder.own, rule="counted_table")
    entries = [
        {"position": str(n), "label": label, "source": place.source}
        | {"item": builder.find_item(label) or builder.item(label, place, label, "counted_table")}
        for n, label in enumerate(items, 1)
    ]
    builder.add(
        "lists",
        {
            "id": builder.fresh(f"l{len(builder.list_of('lists')) + 1}"),
            "matter": matter,
            "holders": [holder],
            "label": thing,
            "entries": entries,
            "source": place.source,
        },
    )
    builder.add(
        "claims",
        {
            "id": builder.fresh(f"c{builder.count_up('claim')}"),
            "kind": "never",
            "label": tidy(place.text),
            "holders": [holder],
            "matter": matter,
            "classes": [_PERSON],
            "source": place.source,
            "provenance": [evidence("kind", place, "never", "counted_table", 0.7)],
        },
    )

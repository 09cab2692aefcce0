"""Purposes that speak of fewer persons than a document covers: `purposes` with `part_of`.

`write` compares for every family the sections, rows and cells that are named after the purpose with
those named after the persons; a register, which has many files, calls `compare` for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.fields import scopes
from nagarezu.importing.form.prose.numbered_rows import as_lines
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_PURPOSE = re.compile(r"(?:目的|趣旨|ねらい)(?:等|及び[^、。]{1,8}|・[^、。]{1,8})?$")
_SCOPE = re.compile(
    r"(?:対象者|対象|対象となる(?:者|本人|個人|世帯|児童|方)|[^、。]{2,10}[るたう](?:者|方|人)(?=の)|個人|本人|対象世帯|対象児童|対象個人|記録|対象住民)"
    r"(?:の)?(?:範囲|類型|要件|数|人数)?(?:等|及び[^、。]{1,8}|・[^、。]{1,8})?$"
)
_LEAD = re.compile(
    r"^(?:第?[(（]?[0-9０-９一二三四五六七八九十ア-ンa-z]{1,2}[)）.．、 　]+|[①-⑳Ⅰ-Ⅹ][.．、 　]*"
    r"|[■●○◆◇・【〔\[<＜]+)[ 　]*"
)
_LABEL = re.compile(
    r"^(?P<label>[^ 　：:。、]{2,20})(?:[】〕\]>＞]?(?:[ 　]{2,}|　|[：:])[ 　]*)(?P<value>.+)$",
    re.DOTALL,
)
_INNER = re.compile(  # 1 個人の範囲　利用者 2 情報項目 ①氏名, in one cell
    r"(?:^|[ 　\n])(?:[(（]?[1１ア][)）.．、 　]+|[①【〔・][ 　]*)"
    r"(?:(?:個人|対象者|本人)の(?:範囲|類型)|対象者)[】〕]?[ 　：:\n]+"
    r"(?P<persons>[^\n]{2,200}?)(?=[ 　\n]*(?:[(（]?[2２イ][)）.．、 　]|[②【〔])|\n|$)"
)
_LONGEST_HEAD = 24  # characters
_TELLS = re.compile(r"目的|ため|図る|実施|行う|行い|支援|提供|事業|課題")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Compare each group with the purpose that stands in front of it, or else with the last one."""
    purpose = Passage()
    waiting: list[Passage] = []
    for topic, text in _sections(list(as_lines(rows))):
        if topic == "purpose":
            purpose = text
            for scope in waiting:
                _of_section(builder, purpose, scope)
            waiting = []
        elif purpose:
            _of_section(builder, purpose, text)
        else:
            waiting.append(text)


def _of_section(builder: Builder, purpose: Passage, scope: Passage) -> None:
    places = set(scope.source.split())
    here = [
        (str(each["label"]), str(each["id"]))
        for each in builder.list_of("subjects")
        if places & set(str(each.get("source", "")).split())
    ]
    # the one group of a place may be named in another order than it is printed
    groups = [each for each in here if len(here) == 1 or key(each[0]) in key(scope.text)]
    compare(builder, purpose, groups, scope)


def compare(
    builder: Builder,
    purpose: Passage,
    groups: Sequence[tuple[str, str]],
    scope: Passage,
    matter: str = "",
) -> None:
    """`groups` are labels and ids of those whom `scope` names; `matter` if it has the purpose."""
    told = "".join(part for part in compiled(r"(?<=。)").split(purpose.text) if _TELLS.search(part))
    told = told or purpose.text
    for label, id_ in groups:
        words = scopes.narrower(told, label, scope.text)
        if words and not _known(builder, purpose, id_):
            text = tidy(purpose.text)
            entity: Entity = {
                "label": text if len(text) <= _LONGEST_LABEL else words,
                "concerns": words,
                "part_of": [id_],
                "source": purpose.source,
                "provenance": [evidence("concerns", purpose, words, "scope_of_purpose", 0.75)],
            }
            entity.update({"matter": matter} if matter else {})
            builder.add("purposes", entity)


def of_others(
    builder: Builder, purpose: Passage, groups: Sequence[tuple[Passage, str]], card: str
) -> None:
    """The one group of which nothing else on a card speaks, beside those of the purpose.

    `groups` are the places and names of those on record, `card` is all other text of the card.
    """
    others = [pair for pair in groups if not scopes.related(pair[1], purpose.text)]
    for place, label in others if len(others) == 1 < len(groups) else ():
        told = card + "".join(other for _, other in groups if other != label)
        if scopes.unrelated(label, told):
            text = tidy(purpose.text)[:_LONGEST_LABEL]
            entity: Entity = {
                "label": text,
                "concerns": text,
                "wider": [{"label": label, "source": place.source}],
                "source": purpose.source,
                "provenance": [evidence("concerns", purpose, text, "group_of_no_purpose", 0.7)],
            }
            builder.add("purposes", entity)


_LONGEST_LABEL = 300


def _known(builder: Builder, purpose: Passage, id_: str) -> bool:
    return any(
        each["source"] == purpose.source and id_ in each.get("part_of", [])
        for each in builder.list_of("purposes")
    )


def _sections(rows: Sequence[Row]) -> Iterator[tuple[str, Passage]]:
    """What stands beside or below a label of a purpose or of persons, in the order of printing."""
    open_, parts = "", list[Passage]()
    for row in rows:
        filled = row.filled
        label, value = (filled[0], joined(filled[1:])) if len(filled) > 1 else _labelled(filled[0])
        topic = _topic(label.text)
        if value and not topic and (scope := _INNER.search(value.text)):
            yield "scope", value.part(*scope.span("persons"))
        if len(filled) == 1 and not topic and not value and not _head(filled[0].text):
            if open_:
                parts.append(filled[0])
            continue
        if open_ and parts:
            yield open_, joined(parts)
        open_, parts = (topic, [value] if value else []) if topic else ("", [])
    if open_ and parts:
        yield open_, joined(parts)


def _labelled(line: Passage) -> tuple[Passage, Passage]:
    lead = _LEAD.match(line.text)
    rest = line.part(lead.end()) if lead else line
    match = _LABEL.match(rest.text)
    if match and _topic(match["label"]):
        return rest.part(0, match.end("label")), rest.part(match.start("value"))
    return line, Passage()


def _topic(label: str) -> str:
    if len(label) > _LONGEST_HEAD + 8:
        return ""
    plain = key(without_brackets(_LEAD.sub("", label.strip()))).rstrip("】〕]>＞:：")
    if not 2 <= len(plain) <= _LONGEST_HEAD or "。" in plain:
        return ""
    return "purpose" if _PURPOSE.search(plain) else "scope" if _SCOPE.fullmatch(plain) else ""


def _head(text: str) -> bool:
    """A line that begins another section."""
    plain = tidy(text)
    return (
        bool(_LEAD.match(plain))
        and len(plain) <= _LONGEST_HEAD
        and not compiled("[。、]").search(plain)
    )

"""Lines that count several groups of persons: 児童 20人、保護者 30人, each cut from the next."""

from __future__ import annotations

import re

from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.form.register.file import opens
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import tidy

LEAD = re.compile(
    r"^(?:[(（]?[0-9０-９]{1,2}[)）.．、 　][ 　]*|[①-⑳][ 　]*"
    r"|[0-9０-９]{1,2}(?=[^0-9０-９歳年月日人件世,，])"
    r"|[(（]?[ア-ン][)）.．　 ][ 　]*|[・･●○◯〇◆■*-][ 　]*)"
    r"(?!の(?:者|人|児童|世帯|うち)|に掲げる|に該当|から|又は|及び)"  # ①の者の家族
)
_AGE = re.compile(r"満?[0-9０-９]{1,3}[歳才](?:以上|以下|未満|から|まで)?")  # 満77歳 names a group
_DATE = r"[ 　]*(?:[(（][^()（）]*[)）])?"  # behind a number
_FRONT = re.compile(r"^[ 　]*[(（][^()（）]*[)）]|^[^()（）]*[)）]")
_CLOSED = re.compile(r"^[^()（）]*[)）]")
_AND = r"[ 　]*(?:及び|並びに|、|と|・)[ 　]*"
_BEHIND = re.compile(rf"(?P<date>{_DATE})[ 　、，及び]*")
_REST = re.compile(r"[^()（）]*[)）]")  # of the bracket that holds the number
_FURTHER = re.compile(rf"{_DATE}(?P<and>{_AND})(?P<who>[^、。()（）0-9０-９]{{2,40}})[ 　]*$")
_OF_IT = re.compile(r"^(?:その|うち|内訳|この|これら|同|当該)")


def names(passage: Passage) -> list[str]:
    """What stands in front of each number; nothing if one has no words of its own."""
    found: list[str] = []
    for line in passage.lines():
        end = 0
        for count in counts(line.text):
            lead = line.text[end : count.start]
            lead = _FRONT.sub("", lead) if end else _CLOSED.sub("", lead)
            words = LEAD.sub("", lead.strip(" 　、，・及び:：（("))
            dated = compiled(r"数$|[0-9０-９年月日]").search(_AGE.sub("", words))
            if not words or lead.lstrip()[:1] in "（(" or dated:
                return []
            found.append(words)
            end = count.end
    return found if len(set(found)) == len(found) else []


def each(line: Passage) -> list[Passage]:
    """The line cut where it counts several groups by name, or as it is."""
    return _cut(line) if names(line) else [line]


def _cut(line: Passage) -> list[Passage]:
    """A line cut behind each of its numbers and the brackets that follow.

    入会児童 20人（…現在）及び入会児童の保護者: who follows the last number is not counted by it.
    """
    starts, ends = [0], list[int]()
    found = counts(line.text)
    for count in found[:-1]:
        bracket = _REST.match(line.text, count.end) if opens(line.text[: count.start]) else None
        behind = _BEHIND.match(line.text, bracket.end() if bracket else count.end)
        starts.append(behind.end() if behind else count.end)
        ends.append(behind.end("date") if behind else count.end)
    further = _FURTHER.match(line.text, found[-1].end)
    who = tidy(further["who"]) if further else ""
    if further and subjects.names_persons(who) and not _OF_IT.match(who):
        starts.append(further.start("who"))
        ends.append(further.start("and"))
    ends.append(len(line.text))
    return [line.part(start, end) for start, end in zip(starts, ends, strict=True)]

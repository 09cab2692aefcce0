"""Work that a sentence tells, held against the list of that work.

調理、配達及び集金を事業者に委託する, and below 委託する業務 a list without the collecting: all that
is told answers to a line of the list but for one, and both are written as lists of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import work_lists
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.handover.places import texts
from nagarezu.importing.draft.whole.listed_again import CLAUSE, Run, of_office, task_name
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_HANDED = re.compile(  # 調理、配達及び集金を事業者に委託する
    r"を、?[^。\nを]{0,24}?(?:委託|委任|行わせ|担わせ|任せ|請け負わせ)(?!者|先|料|契約)"
)
_FRONT = re.compile(r"^.*(?:[はがを]|ため|ので|とともに|うち|として|では|に)、")
# 委託先は、通報の受信、装置の点検及び安否の電話を行う
_PARTNER = re.compile(
    r"(?:^|[ 　])(?:受託(?:事業)?者|委託(?:先|事業者)|指定管理者)は、"
    r"(?=[^はが]*?を(?:行う|担う|実施する|担当する))"
)
_DONE = re.compile("を(?:行う|担う|実施する|担当する)")
_SO_CALLED = re.compile(
    r"(?:の[0-9０-９二三四五六七八九]{0,2}つ?)?の?(?:業務|作業|事務|工程|仕事)$"
)
_PARTED = re.compile("、|，|及び|並びに|[とや](?=[^とや]{2,}$)")
_OPEN = re.compile(r"等|など|その他|一部|又は|のうち|以外|除く")
_COMMON = re.compile(r"業務|事務|作業|委託|[のをにでがはへ等及びや・]|する(?:こと)?|係る|関する")
_WORTH = {"entrust", "delegate"}
_FEWEST = 2  # names that answer to lines of the list
_LONGEST = 24
_SENTENCE = re.compile(r"[^。\n]+")
_LONG = 240  # characters of a sentence

Names = list[tuple[str, Passage]]


def write(builder: Builder, parts: Parts, runs: Sequence[Run]) -> None:
    """What a cell or paragraph tells, where just one list has nearly all of it."""
    if not _WORTH & {str(flow["relation"]) for flow in builder.list_of("flows")}:
        return
    listed = [run for run in runs if not (run.told or of_office(run) or _told_in_steps(run))]
    for _, _, cell, _ in texts([("", row) for row in parts.rows]) if listed else ():
        told = _told(cell)
        found = [(run, pair) for run in listed if (pair := _paired(told, run))]
        if len(found) == 1:
            _add(builder, parts, *found[0])


def _add(builder: Builder, parts: Parts, run: Run, told: Names) -> None:
    """Both, unless they are compared already, or another partner does what the list lacks."""
    matters = builder.list_of("matters")
    matter = next((each for each in matters if run.matter in ("", each["id"])), None)
    if matter is None:
        return
    odd = next(name for name, _ in told if key(name) not in run.keys)
    one = _entrusts(builder.of_matter("flows", str(matter["id"])))
    if not one and key("".join(parts.texts)).count(key(_deed(odd))) > 1:
        return
    if not {"other", "attachment"} & {str(each.get("sheet")) for each in matter.get("work", [])}:
        lists = (("other", told), ("attachment", run.names))
        work_lists.add(matter, lists, run.head, "told_work")


def _told_in_steps(run: Run) -> bool:
    """市が名簿を渡す: lines of a list that says who does what, not only what is done."""
    return any(CLAUSE.search(name) for name, _ in run.names)


def _entrusts(flows: Sequence[dict[str, object]]) -> bool:
    """Whether just one partner is handed work."""
    given = [flow for flow in flows if flow["relation"] in _WORTH]
    return len({str(flow.get("to")) for flow in given}) == 1


def _told(cell: Passage) -> Names:
    """The pieces of work that the sentences of a cell hand over; none if they leave some open."""
    text = fold(cell.text)
    found: Names = []
    for start, end in _lists(text):
        printed = _SO_CALLED.sub("", text[start:end])
        names = [task_name(part) for part in _PARTED.split(printed) if part.strip()]
        if _OPEN.search(printed) or not all(name and len(name) <= _LONGEST for name in names):
            return []
        found += [(name, cell.part(start, end)) for name in names]
    return found if len(found) > _FEWEST else []


def _lists(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences list what is handed over, or what the partner does."""
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        if len(said) > _LONG or "を" not in said:
            continue
        handed, partner = _HANDED.search(said), _PARTNER.search(said)
        end = handed or (_DONE.search(said, partner.end()) if partner else None)
        if end is None:
            continue
        front = partner or _FRONT.match(said[: end.start()])
        start = front.end() if front else 0
        if not compiled("[はがを]").search(said[start : end.start()]):
            yield sentence.start() + start, sentence.start() + end.start()


def _paired(told: Names, run: Run) -> Names | None:
    """What is told, by the name of its line where it has one; nothing unless just one has none."""
    whole = "".join(run.keys)
    found: Names = []
    answered: set[int] = set()
    alone = 0
    for name, place in told:
        near = [_likeness(name, line) for line in run.keys]
        best = max(range(len(near)), key=near.__getitem__)
        if near[best]:
            answered.add(best)
            found.append((run.names[best][0], place))
        elif not _shares(name, whole):
            alone += 1
            found.append((name, place))
    return found if alone == 1 and len(answered) >= _FEWEST else None


def _pairs(text: str) -> set[str]:
    plain = _COMMON.sub(" ", key(without_brackets(fold(text))))
    pairs = (plain[at : at + 2] for at in range(len(plain) - 1))
    return {pair for pair in pairs if " " not in pair}


def _deed(name: str) -> str:
    """集金 of 利用料の集金: what is done, without what it is done to."""
    return compiled("の|及び|並びに").split(name)[-1]


def _likeness(one: str, other: str) -> int:
    """How many pairs of characters two pieces of work share, those of a deed at least."""
    deeds = _pairs(_deed(one)) & _pairs(other) | _pairs(one) & _pairs(_deed(other))
    return len(_pairs(one) & _pairs(other)) if deeds else 0


def _shares(name: str, whole: str) -> bool:
    """Whether a deed has a Chinese character of the list: 集荷 and 荷物 may be of one thing."""
    return any(each in whole for each in compiled(r"[一-龥]").findall(_deed(name)))

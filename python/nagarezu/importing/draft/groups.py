"""Subject groups of a case: one group for several names where the names say so, else a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.draft.group_entities import write
from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import Count
from nagarezu.importing.fields.figure_sums import parts_of
from nagarezu.importing.fields.reading import Alternative
from nagarezu.importing.fields.subjects import Group
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

_OF_NOBODY = re.compile(r"^(?:世帯|人|件|人員|合計|計|総数|実数|内訳|世帯数|人数|件数)?$")

# 受託者の責任者1人: who does the work, and not whose data it is
_OF_STAFF = re.compile(r"(?:責任者|従事者|従業[者員]|作業[者員]|オペレータ[ー]?|要員)$")
_COUNTED = re.compile(r"(?:^|。)(?P<who>[^、。はがをにの]{2,12})(?:の(?:数|人数))?は、?$")
_OF_ALL = re.compile(r"^(?:対象者?|対象となる者|本人|個人|対象世帯)$")

# 4月1日現在の利用者, 利用者(4月1日現在: the day of a count beside the name of the group
_DATED_NAME = re.compile(
    r"^[^。、]{4,24}(?:現在|時点)(?:で|の|における)、?|[(（][^()（）]{4,24}(?:現在|時点)?[で、]?$|^対象となる"
    r"|(?<=は)、[^、。()（）]{4,24}(?:現在|時点)(?:で|において)?(?:は)?、?$"
)
_DOER = re.compile(r"(?P<act>[^、。・()]{2,6})者$")  # 申請者 is short for 交付を申請した者
_DONE = r"(?:を)?(?:した|する|している|しようとする|し、?[^、。()]{1,12}(?:た|る))者等?$"
_CONJUNCTION = re.compile(r"^(?:なお|また|さらに|おって|ちなみに)、")
_SUBJECT = re.compile(r"(?:の(?:数|人数))?(?:は|が)、?$")
# 市内に3か所の館があり、利用者は: the name of the group begins behind the clause
_CLAUSE = re.compile(r"^[^。]*?(?:あり|おり|いて|であって)、(?=[^、。]{2,}$)")
_AND = re.compile("及び|並びに|、")
_NAME = 5  # characters that the end of a name needs to stand for it


class Groups:
    """The groups in the order of the document. A name joins a group of the same core."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.groups: list[Group] = []
        self._waiting: list[tuple[str, Count, Passage]] = []
        self._again: list[tuple[str, Count, Passage]] = []
        self._marks: dict[str, int] = {}  # ① of a row of persons → the group
        self._counted: set[str] = set()  # cores of the groups that have a number of their own
        self.main: int | None = None  # the one of the row 対象者 of the whole paper
        self._last: Group | None = None  # whose count was taken last
        self._added: dict[str, int] = {}  # key of a whole name → the last group that add() made

    def named(self, passage: Passage) -> list[int]:
        """Take the groups of a row; return their numbers."""
        found = [
            self.name(each, place)
            for label, place in subjects.labels(passage)
            for each in self._apart(label)
        ]
        for node in outline(passage)[1]:
            if node.kind == "circled" and (named := subjects.labels(node.passage)):
                self._marks[node.mark] = self.name(*named[0])
        return found

    def foresee(self, passage: Passage) -> None:
        """Take note of the groups that a passage counts, before any is named."""
        self._counted.update(subjects.core(who) for who, _, _ in subjects.counted(passage))

    def _apart(self, label: str) -> tuple[str, ...]:
        """児童及びその保護者 are two groups where the paper counts each by itself.

        So are 承継者及び申込者 where both are groups that the paper has named before.
        """
        both = subjects.with_theirs(label)
        known = {core for group in self.groups for core in group.cores}
        each = _AND.split(label)
        if both and subjects.core(theirs := f"{both[0]}の{both[1]}") in known:
            each = [both[0], theirs]  # 応募する児童の保護者 has been named
        if len(each) > 1 and all(subjects.core(one) in known | self._counted for one in each):
            return tuple(each)
        return (
            both
            if both and all(subjects.core(each) in self._counted for each in both)
            else (label,)
        )

    def headed(self, passage: Passage, among: Sequence[int] = ()) -> list[int]:
        """The groups that the head of a list means: 児童・保護者 are those named more fully before.

        A head that is the end of just one known name stands for it, those of the same row first
        (`among`); others are groups themselves.
        """
        found: list[int] = []
        for label, place in subjects.labels(passage):
            if _OF_ALL.match(key(label)) and self.groups:
                found.extend(among or [0])  # 本人 is who the row, or the paper, is about
                continue
            known = self._ending(label, among) or self._ending(label) or self._within(label, among)
            pieces = [] if known else [self._ending(piece) for piece in label.split("・")]
            if known or (len(pieces) > 1 and all(pieces)):
                found.extend(known or [number for piece in pieces for number in piece])
            else:
                found.append(self.name(label, place))
        return list(dict.fromkeys(found))

    def _ending(self, label: str, among: Sequence[int] | None = None) -> list[int]:
        """The one group whose name ends, or else begins, with a short one; none if several do."""
        plain = key(label)
        names = [
            (key(without_brackets(group.label)), at)
            for at, group in enumerate(self.groups)
            if among is None or at in among
        ]
        same = [at for name, at in names if name == plain]
        ends = [at for name, at in names if name.endswith(plain)]
        return same or (ends if len(ends) == 1 else [])

    def _doing(self, label: str) -> list[int]:
        """申請者: the one group whose name says that it does so, 交付を申請した者."""
        doer = _DOER.match(key(label))
        if doer is None:
            return []
        names = (key(without_brackets(group.label)) for group in self.groups)
        does = re.compile(re.escape(doer["act"]) + _DONE)
        found = [at for at, name in enumerate(names) if does.search(name)]
        return found if len(found) == 1 else []

    def _within(self, label: str, among: Sequence[int]) -> list[int]:
        """【児童】 below 申請をする児童及びその保護者: the one group that has both in its name."""
        numbers = set(among) or range(len(self.groups))
        both = [(at, subjects.with_theirs(self.groups[at].label) or ()) for at in numbers]
        found = [at for at, parts in both if any(key(p).endswith(key(label)) for p in parts)]
        return found if len(found) == 1 else []

    def name(self, label: str, passage: Passage) -> int:
        core = subjects.core(label)
        for number, group in enumerate(self.groups):
            if core in group.cores:
                group.names.append((label, passage))
                group.cores.add(core)
                return number
        self.groups.append(Group(label, passage, [(label, passage)], {core}))
        return len(self.groups) - 1

    def add(self, label: str, passage: Passage) -> int:
        """A group of its own, whatever other group bears this name."""
        self.groups.append(Group(label, passage, [(label, passage)], {subjects.core(label)}))
        self._added[key(label)] = len(self.groups) - 1
        return len(self.groups) - 1

    def added(self, label: str) -> int | None:
        """The last group that `add` made of this name."""
        return self._added.get(key(label))

    def count(self, passage: Passage, *, named_only: bool = False) -> None:
        """Take the counts of a passage; to whom they belong is settled at the end.

        `named_only` leaves out numbers without the name of a group in front: 月に700件.
        """
        parts = parts_of(passage)
        beside = False  # the number in front is of a group that the paper names
        for who, count, place in subjects.counted(passage):
            if any(a < count.end and count.start < b for a, b in parts) and not self._ending(who):
                continue  # 65歳から74歳まで 120人 of 合計 300人: not the whole group
            if not named_only or subjects.names_persons(who) or who in self._marks:
                self._waiting.append((who, count, place))
                continue
            clause = _CLAUSE.match(who)
            told = _DATED_NAME.sub("", who[clause.end() :] if clause else who)
            subject = self._subject_of(told) or _new_subject(who, count)  # 登録者は12,000人である。
            if not subject and clause and beside and count.as_of:  # …であり、利用者は900人である。
                person = _SUBJECT.sub("", told)
                subject = person if person != told and subjects.names_persons(person) else ""
            if subject:
                self._waiting.append((subject, count, place))
            beside = bool(subject)

    def count_again(self, passage: Passage) -> None:
        """Counts of known groups that are printed once more, such as in a figure or a reason.

        Only what another count of the group, unit and day can be held against is one of it, or the
        same number said to be about so many.
        """
        known = {core for group in self.groups for core in group.cores}
        for who, count, place in subjects.counted(passage):
            if count.value is None:
                continue
            who = _DATED_NAME.sub("", who)
            name = self._subject_of(who) or who  # 利用者が1,204人に上る
            ending = self._ending(who) if len(key(who)) >= _NAME else []
            if ending or (_OF_ALL.match(key(name)) and len(self.groups) == 1):
                name = self.groups[ending[0] if ending else 0].label
            if subjects.core(name) in known:
                self._again.append((name, count, place))
            elif count.as_of and subjects.is_part(count) and subjects.names_persons(who):
                self.give(who, count, place)

    def _subject_of(self, who: str) -> str:
        """The name of a known group if words end with it as the subject of a sentence."""
        name = _CONJUNCTION.sub("", _SUBJECT.sub("", who))
        known = name != who and (self._ending(name) or any(name == g.label for g in self.groups))
        return name if known else ""

    def give(self, who: str, count: Count, passage: Passage) -> None:
        """A count whose group the sentence names."""
        self._give(self.groups[self.name(who, passage)], count, passage, who)

    def give_to(self, number: int, count: Count, passage: Passage) -> None:
        """A count of a group by its number."""
        self._give(self.groups[number], count, passage, "")

    def settle(self) -> list[str]:
        """Write groups, counts and count claims; return the ids in order."""
        for who, count, passage in self._waiting:
            self._place(who, count, passage)
        for name, count, passage in self._again:
            group = next(each for each in self.groups if subjects.core(name) in each.cores)
            if any(_comparable(c, count) for c, _ in group.counts):
                self._give(group, count, passage, name)
        ids = []
        for number, group in enumerate(self.groups, 1):
            entity = write(self.builder, group, f"s{number}")
            ids.append(entity["id"])
            self.builder.add("subjects", entity)
        return ids

    def _place(self, who: str, count: Count, passage: Passage) -> None:
        label = compiled(
            r"(?:(?<!も)の)?(?:数|人数|件数|世帯数|人員)?(?:[(（](?:件数|人数|世帯数|実数)[)）])?(?:は、?|が)?[:：]?$"
        ).sub(
            "",
            who,
        )
        if who and (label or who):
            core = subjects.core(label or who)
            for group in self.groups:
                if core and core in group.cores:
                    return self._give(group, count, passage, who)
        if who in self._marks:
            return self._give(self.groups[self._marks[who]], count, passage, who)
        if _OF_NOBODY.match(key(label)) and self._last is not None:
            return self._give(self._last, count, passage, who)
        if not label or _OF_ALL.match(key(label)):
            if len(self.groups) == 1 or self.main is not None:
                return self._give(self.groups[self.main or 0], count, passage, who)
            self.builder.notes.ask(passage, "count_of_whom")
            return None
        ending = (self._ending(label) or self._doing(label)) if label else []
        if ending:
            return self._give(self.groups[ending[0]], count, passage, who)
        if subjects.names_persons(label) and not _OF_STAFF.search(label):
            named = compiled(r"^[^ 　]*[：:]").sub("", label)
            if self.groups:
                self.builder.notes.ask(
                    passage,
                    "same_group_by_another_name",
                    tuple(
                        Alternative(group.label, round(1 / (len(self.groups) + 1), 2))
                        for group in self.groups
                    ),
                )
            number = self.name(named, passage)
            return self._give(self.groups[number], count, passage, who)
        if len(self.groups) == 1:
            return self._give(self.groups[0], count, passage, who)
        self.builder.notes.ask(passage, "count_of_whom")
        return None

    def _give(self, group: Group, count: Count, passage: Passage, who: str) -> None:
        same = [
            (c, p)
            for c, p in group.counts
            if (c.value, c.unit) == (count.value, count.unit)
            # 児童は148人に上り、: the number of the day that is given elsewhere, said again
            and (c.as_of == count.as_of or (count.value is not None and not count.as_of))
        ]
        self._last = group
        if not same:
            group.counts.append((count, passage))
            if count.value is not None and (
                count.bound == "exact" or count.rule == "includes_future"
            ):
                self._claim(who or group.label, count, passage)

    def _claim(self, label: str, count: Count, passage: Passage) -> None:
        number = self.builder.count_up("count")
        self.builder.add(
            "claims",
            {
                "id": self.builder.fresh(f"count-{number}"),
                "kind": "count",
                "label": label,
                "value": count.value,
                "unit": count.unit,
                "source": passage.source,
                "provenance": [
                    evidence(
                        "value", passage, str(count.value), count.rule, 0.95, printed=count.printed
                    )
                ],
            },
        )


def _new_subject(who: str, count: Count) -> str:
    """被保険者は62,418人（4月1日現在）である: a group of its own, if it is counted on a day."""
    match = _COUNTED.search(who) if count.as_of and count.bound == "exact" else None
    return match["who"] if match and subjects.names_persons(match["who"]) else ""


def _comparable(known: Count, again: Count) -> bool:
    """Whether two counts are of one day, or the same number, of which one says about so many."""
    if again.as_of:
        return (known.unit, known.as_of) == (again.unit, again.as_of)
    number = known.near if known.value is None else known.value
    return known.bound != "exact" and (known.unit, number) == (again.unit, again.value)

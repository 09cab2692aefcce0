"""References, and where a case names whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nagarezu.importing.draft.additions import words
from nagarezu.importing.draft.builder import Builder, Entity, evidence, merged
from nagarezu.importing.draft.whole.parts import Parts
from nagarezu.importing.fields import references
from nagarezu.importing.fields.references import Reference
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, sources
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import blurred, fold, key, tidy

_FIRST = 6  # rows in front of the title
_OWN_NUMBER = re.compile(
    r"^[^。、のはが]{0,30}(?:審査会|審議会|委員会|協議会|運営会議|会議|諮問|説明|付議|提出)(?:[^。、のはが]{0,12})?資料"
    r"(?:no\.?|第)?[0-9]{1,2}(?:-[0-9]{1,2})?号?$"
)
_ENCLOSED = re.compile(r"^[(【<〔]+|[)】>〕]+$")


class Papers:
    """The papers that a document points to, and which of them are at hand."""

    def __init__(
        self, rows: Sequence[Row], present: dict[str, str], titles: Iterable[Passage] = ()
    ) -> None:
        self.cited: dict[str, list[Reference]] = {}
        self.present = dict(present)  # label → why it counts as present
        parts = Parts(rows)
        for head in parts.heads:
            self.present.setdefault(head.label, "heading")
        for head in (head for run in parts.lists for head in run if head.is_paper):
            if head.label in self.present:  # what a list of papers names, it cites
                named = Reference(head.label, head.label, rows[head.at].whole, "named_paper")
                self.cited.setdefault(head.label, []).append(named)
        for reference in _figures(rows):
            self.cited.setdefault(reference.label, []).append(reference)
        listed = {head.at for run in parts.lists for head in run}  # no line of a list is a head
        entitled = _entitled(rows)
        self._titles = [passage for passage in titles if len(tidy(passage.text)) >= 4]
        for at, row in enumerate(rows):
            attached = "" if at in listed else references.heading(row.text)
            if attached:
                self.present.setdefault(attached, "heading")
                whole = _ENCLOSED.sub("", key(row.text))  # 別紙チェックリスト: the name as a whole
                self.present.setdefault(whole, "heading")
            if at < _FIRST and _OWN_NUMBER.match(key(row.text)):
                continue  # 審査会資料2 above the title: what the paper itself is called
            for cell in row.filled:
                for each in references.read(cell):
                    if entitled and each.label == _CLAUSES:
                        each = replace(each, label="別紙")  # as the paper itself is called
                    if each.label != attached:
                        self.cited.setdefault(each.label, []).append(each)
                        self._by_title(each, cell)

    def _by_title(self, reference: Reference, cell: Passage) -> None:
        """個人情報の流れは、資料21-1のとおり: the figure of that title."""
        sentence = next(
            (part for part in compiled(r"[。\n※]").split(cell.text) if reference.printed in part),
            "",
        )
        head = key(sentence.split(reference.printed)[0])
        subject = compiled(r"[はが、]+$").sub("", head)
        for title in self._titles:
            if len(subject) >= 4 and key(title.text).endswith(subject):
                self.present.setdefault(reference.label, "title")

    @property
    def unresolved(self) -> set[str]:
        return {label for label in self.cited if label not in self.present}

    def write(self, builder: Builder) -> None:
        for label, found in self.cited.items():
            entity: Entity = {"label": label}
            if label in self.present:
                entity["resolved"] = True
            entity["source"] = sources(place for each in found for place in each.passage.places)
            why = self.present.get(label, "")
            entity["provenance"] = [
                evidence(
                    "label", found[0].passage, label, found[0].rule, 0.95, printed=found[0].printed
                )
            ]
            if why == "title":
                entity["provenance"].append(
                    evidence(
                        "resolved",
                        found[0].passage,
                        "true",
                        "title_matches",
                        0.7,
                        reason="番号の印字はなく、題名で対応させた",
                    )
                )
            builder.add("references", entity)


_CLAUSES = "別紙特記事項"
_ENTITLED = re.compile(r"[(（【]?別紙[)）】]?[ 　\t\n]+「?特記事項")


def _entitled(rows: Sequence[Row]) -> bool:
    """別紙　特記事項: whether that is the title of the only paper that is called 別紙 alone.

    It may stand on the line below; 別紙特記事項, in one word, is a name.
    """
    heads = [at for at, row in enumerate(rows) if references.heading(row.text) == "別紙"]
    if len(heads) != 1:
        return False
    at = heads[0]
    return bool(_ENTITLED.match("\n".join(row.text.strip() for row in rows[at : at + 2])))


_FIGURE = re.compile(r"(?<![一-龥々])(?:第[ ]?\d{1,2}[表図]|[表図][ ]?\d{1,2})(?![\d年月日.-])")
_CAPTION = re.compile(
    rf"^[#*■◆●【〔<《\[( ]*(?P<label>{_FIGURE.pattern})(?:[^のにをはが、。を及と]|$)"
)


def _figures(rows: Sequence[Row]) -> list[Reference]:
    """第5表, which a text points to where only 第1表 to 第4表 stand, each below its caption."""
    texts = [(row, fold(row.text)) for row in rows if "表" in row.text or "図" in row.text]
    heads = {key(each["label"]) for _, text in texts if (each := _CAPTION.match(text.strip()))}
    found: dict[str, Reference] = {}
    for row, text in texts if len(heads) > 1 else ():
        for match in _FIGURE.finditer(text):
            label = key(match.group())
            kind = compiled(r"\d+").sub("", label)
            if (
                label not in heads
                and sum(compiled(r"\d+").sub("", one) == kind for one in heads) > 1
            ):
                found.setdefault(
                    label, Reference(label, match.group(), row.whole, "numbered_paper")
                )
    return list(found.values())


def mentions(builder: Builder, parts: Sequence[tuple[str, str, Passage]]) -> None:
    """Where each holder is named: `parts` are sheet, matter and text."""
    keyed = [
        (sheet, matter, passage, [(line, key(line.text)) for line in passage.lines()])
        for sheet, matter, passage in parts
    ]
    for entity in builder.list_of("holders"):
        if entity["id"] == builder.own:
            continue
        names = [name for name in builder.names_of(entity["id"]) if len(name) >= 2]
        found: dict[tuple[str, str], str] = {}
        for sheet, matter, _, lines in keyed:
            for line, plain in lines:
                if any(name in plain for name in names) or _misread(names, plain):
                    found[sheet, matter] = merged(found.get((sheet, matter), ""), line.source)
        if found:
            entity["mentions"] = [
                {"sheet": sheet, **({"matter": matter} if matter else {}), "source": places}
                for (sheet, matter), places in found.items()
            ]
    _of_new(
        builder, [each for sheet, _, _, lines in keyed if sheet == "overview" for each in lines]
    )


_LONG = 5  # characters of a name that a misread letter does not make another


def _misread(names: Iterable[str], plain: str) -> bool:
    """甲計算センタ一 with a Chinese one at its end: the name but for letters that look alike."""
    seen = blurred(plain)
    return any(len(name) >= _LONG and blurred(name) in seen for name in names)


def _of_new(builder: Builder, overview: Sequence[tuple[Passage, str]]) -> None:
    """新たに乙社に委託する: an overview that tells of those who are new passes over nobody."""
    named = {
        str(entity["id"])
        for entity in builder.list_of("holders")
        if any(each["sheet"] == "overview" for each in entity.get("mentions", ()))
    }
    for id_ in sorted(builder.newcomers & named):
        told = [plain for _, plain in overview if any(n in plain for n in builder.names_of(id_))]
        fellows = {
            to
            for flow in builder.list_of("flows")
            for other in builder.list_of("flows")
            if id_ in flow["to"] and other["matter"] == flow["matter"]
            for to in other["to"]
        }
        if all(words.has("joins", each) for each in told) and not fellows - {id_} <= named:
            entity = builder.holder_entity(id_)
            kept = [each for each in entity["mentions"] if each["sheet"] != "overview"]
            entity["mentions"] = kept

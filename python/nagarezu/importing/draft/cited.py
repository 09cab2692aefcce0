"""Measures that running text cites by their numbers: 「4の措置の内容の①及び⑤により」.

A citation counts only if the words in front of the number are the head of one group of measures;
then a number that this group does not have resolves to nothing, and a finding can say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import crosswalk
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields.stretches import NUMBERS, cited, number
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import CIRCLED, fold, key, tidy

_CITED = re.compile(
    r"(?P<head>[^。、,「」\n]{0,40}(?:措置|対策)(?:の(?:内容|欄|項))?)(?P<of>の)?[ ]?"
    rf"(?P<numbers>{NUMBERS})(?:まで)?"
    r"(?=(?P<by>に(?:より|よって|よる|示|掲|定|記載)|のとおり|を(?:講|実施|行))|[にのをでは、。)」]|$)"
)
_OF_HEAD = re.compile(r"(?<=対策|措置)の(?:具体的な)?(?:措置|対策)(?:の(?:内容|欄|項))?$")
_SHORTEST = 4  # characters of a head that is told apart from others
_LABEL = 60  # characters of the sentence that cites

_Groups = dict[tuple[str, ...], dict[str, str]]


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Criteria with what each sentence cites; nothing where the head is not known or not one."""
    groups = _groups(builder)
    for row in rows if groups else ():
        for cell in row.filled:
            text = fold(cell.text)
            measures = "措置" in text or "対策" in text
            for match in _CITED.finditer(text) if measures else ():
                if match["of"] or match["by"]:
                    _criterion(builder, cell, match, groups)


def _groups(builder: Builder) -> _Groups:
    """The measures by the heads above them, then by number."""
    found: _Groups = {}
    for each in builder.list_of("safeguards"):
        heads = tuple(filter(None, map(key, builder.heads.get(str(each["id"]), ()))))
        if heads:
            mark = _plain(str(each.get("position", "")))
            found.setdefault(heads, {}).setdefault(mark, str(each["id"]))
    return found


def _criterion(builder: Builder, cell: Passage, match: re.Match[str], groups: _Groups) -> None:
    known = _named(key(match["head"]), groups)
    if not known:
        return
    passage = cell.part(*match.span())
    measures: crosswalk.Measures = {("", mark): id_ for mark, id_ in known.items()}
    sentence = compiled(r"[。\n]").split(cell.text[match.start() :])[0]
    references = [
        crosswalk.reference(builder, printed, ("", mark), passage, measures)
        for mark, printed in cited(match["numbers"])
    ]
    label = tidy(sentence)[:_LABEL]
    builder.add("criteria", {"label": label, "references": references, "source": passage.source})


def _named(head: str, groups: _Groups) -> dict[str, str]:
    """The one group of which the words in front of a number are the head.

    物理的対策の措置5 is a measure below 物理的対策, if nothing is called 物理的対策の措置.
    """
    for words in (head, _OF_HEAD.sub("", head)):
        hits = [
            measures
            for heads, measures in groups.items()
            if any(_same(words, each) for each in (*heads, "".join(heads)))
        ]
        if hits:
            return hits[0] if len(hits) == 1 else {}
    return {}


def _same(cited: str, head: str) -> bool:
    shorter = min(len(cited), len(head))
    return shorter >= _SHORTEST and (cited.endswith(head) or head.endswith(cited))


def _plain(mark: str) -> str:
    plain = fold(mark).strip("() ")
    return str(number(plain)) if plain and plain in CIRCLED else plain

"""Items that sentences say are new: 情報項目に「学校名」を追加する, 加える項目は、学校名である.

What stands in front of 追加する is new whatever the title says. Where a title promises new items,
any clause that tells of something new may name them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nagarezu.importing.draft.additions import words
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_QUOTED = re.compile(r"[「『]([^「」『』]{1,40})[」』]")
_SPLIT = re.compile(r"、|,|・|及び|並びに|又は|と(?=[^。、]{2,})")
_TRIMMED = re.compile(
    r"^.*(?:に(?:は)?、?(?=「)|(?:項目|情報|欄)(?:に|へ|として)は?、?|ため、?|伴い、?|\(\d{1,2}\))"
)

_NEW, _KEPT = r"(?:新たに|新しく|追加で)、?", r"(?:記録|登録|保存|収録|収集|取得|入力|管理)"
_RECORDED = re.compile(  # 学年を新たに記録する, 新たに学年を登録する, 学年を入力する欄を加える
    rf"(?:^[(]?[0-9ア-ン①-⑳]{{0,2}}[).、 ]*|、|[にへ]、?)"
    rf"(?P<new>{_NEW})?(?P<names>[^。をはが]{{2,60}}?)"
    rf"を(?:(?(new)|{_NEW}){_KEPT}(?:する(?!こと[はが])|し(?!な)|でき(?!な))"
    rf"|{_KEPT}(?:する|できる)(?:ための)?(?:欄|項目)を(?:{_NEW})?(?:設け|加え|追加|新設)(?!な))"
)


def write(builder: Builder, found: Sequence[Sheet]) -> None:
    """Mark the entries that the sheets name in front of 追加する."""
    named = {key(name) for clause in words.clauses(_texts(found)) for name in _names(clause)}
    for entry in words.entries(builder) if named else ():
        if key(without_brackets(str(entry["label"]))) in named:
            words.mark(entry)


def _texts(found: Sequence[Sheet]) -> Iterator[str]:
    """What the overview, reasons, contents and notes of a paper say."""
    for sheet in found:
        if sheet.kind in ("overview", "matter", "cover"):
            for entry in sheet.entries:
                if not entry.label.field.endswith(("title", "_own")):
                    yield entry.value.text
            yield from (row.text for row in sheet.rows)


def _names(clause: str) -> Iterator[str]:
    """学校名及び卒業予定年月を新たに追加する: each by itself, and in what may be one name."""
    told = compiled(
        r"(?P<names>.{2,120}?)(?:の(?:情報|記録)?(?:項目|入力欄|記入欄|欄|2項目|各項目))?"
        r"[をの]、?(?:[^、をはが]{0,12}(?:に|へ)、?)?(?:今回|新たに|併せて|あわせて|新規に)?、?"
        + rules("additions")["now"]
    )
    if words.has("past", clause):
        return
    new = told.finditer(clause) if words.has("now", clause) else ()
    for match in (*new, *_RECORDED.finditer(clause)):
        rest = _TRIMMED.sub("", match["names"])
        parts = _QUOTED.findall(match["names"]) or [
            rest,
            rest.rpartition("に")[2],
            *_SPLIT.split(rest),
        ]
        yield from (tidy(part).strip("「」") for part in parts if part)


def promised(builder: Builder, clauses: Sequence[str]) -> bool:
    """Mark the items that clauses about new ones name; false if they name none that is listed."""
    names = by_name(builder)
    told = [
        clause
        for clause in clauses
        if words.tells("追加", "項目", clause, names)
        and not (words.has("printed", clause) or words.has("past", clause))
        and not _is_elsewhere(clause, names)
    ]
    for clause in told:
        for name in _named(clause, names):
            for entry in names[name]:
                words.mark(entry)
    return words.any_marked(builder) or not told


def by_name(builder: Builder) -> dict[str, list[Entity]]:
    """The entries of all lists by the key of their label, 身長 for the one 児童の身長."""
    found: dict[str, list[Entity]] = {}
    for entry in words.entries(builder):
        name = key(str(entry["label"]))
        if len(name) > 1:
            found.setdefault(name, []).append(entry)
    tails = [(name.rpartition("の")[2], name) for name in found if "の" in name]
    once = Counter(tail for tail, _ in tails)
    for tail, name in tails:
        if len(tail) > 1 and once[tail] == 1:
            found.setdefault(tail, found[name])
    return found


def _is_elsewhere(clause: str, names: dict[str, list[Entity]]) -> bool:
    """Whether it names in quotes what no list has: that fills no promise."""
    quoted = set(map(key, _QUOTED.findall(clause)))
    return bool(quoted) and not quoted & set(names)


_WORD = re.compile(r"[一-龥ァ-ヶー]$")
_BEHIND = re.compile(
    r"[」』)]?(?:の(?!変更|削除)[^、。「」]{1,8})?"
    r"(?:を|が|は|も|と|や|、|・|及び|並びに|又は|$|の?追加|で(?:あ|す|し))"
)


def _named(clause: str, names: dict[str, list[Entity]]) -> list[str]:
    """The items in quotes; else those named as what is added, not as that to which something is."""
    quoted = set(map(key, _QUOTED.findall(clause)))
    if quoted or words.has("beside", clause):
        return [name for name in names if name in quoted]
    plain = key(clause)
    return [
        name
        for name in names
        if any(
            not _WORD.search(before) and _BEHIND.match(after)
            for before, after in pairwise(plain.split(name))
        )
    ]

"""Numbers in front of the items of a register: 1氏名、2住所 …, also as a scan splits them."""

from __future__ import annotations

import re
from dataclasses import replace

from nagarezu.importing.passage import Passage
from nagarezu.importing.passage import joined as stacked
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANA, fold

_LEAST = 3  # items whose numbers touch the words before them
_BLANK = re.compile(r"(?<=\S)[ 　\n](?=\d{1,2}[^\d\s.．、,)）])")
_TOUCHING = re.compile(r"[1１][^\d\s.．、,)）]")
_NUMBER = re.compile(
    r"(?P<paren>[(（])?(?P<n>[0-9]{1,3})(?:(?P<close>[)）])|(?P<dot>[.．、:：])|(?=[^0-9]))"
)
_BELOW = re.compile(
    r"(?:^|[\s、。])(?:[(（][0-9０-９ア-ンa-z]{1,2}[)）]|[①-⑳ア-ン][ 　.．)）])"
    r"|\n[ 　]*(?:[0-9０-９]{1,2}[-－‐.．][0-9０-９]|[①・･]|[aａ][ 　.．)）])"
)


def counted(passage: Passage, last: int = 0) -> list[tuple[int, Passage]]:
    """1氏名、2住所 …: cut at 1, 2, 3 in their order, whatever words follow the numbers.

    Where the column before ends with `last`, this one may go on with the next number. Nothing if
    the numbers do not begin the cell or lists stand below them.
    """
    folded = fold(passage.text)
    begins = _NUMBER.match(folded.lstrip())
    goes_on = last > 0 and begins is not None and int(begins["n"]) == last + 1
    first = last + 1 if goes_on else 1
    cuts = _cuts(folded, first, touching=False)
    if len(cuts) < (1 if goes_on else 2):
        cuts = _cuts(folded, first, touching=True)
        if len(cuts) < _LEAST:
            return []
    if folded[: cuts[0][0]].strip():
        return []
    ends = [start for start, _ in cuts[1:]] + [len(folded)]
    parts = []
    for (_, start), end in zip(cuts, ends, strict=True):
        part = passage.part(start, end)
        parts.append(part.part(0, len(part.text.rstrip(" 　、，,;；。／/\n"))))
    if any(not part or _BELOW.search(part.text) for part in parts):
        return []
    return list(enumerate(parts, first))


def _cuts(folded: str, due: int, *, touching: bool) -> list[tuple[int, int]]:
    """Where each number stands that is due; those that touch the words before need one style."""
    if touching and not compiled(rf"\s*(?:\({due}\)|{due}[.]|{due}[^0-9\s、,])").match(folded):
        return []
    depth, position = 0, 0
    cuts: list[tuple[int, int]] = []
    style = ""
    while position < len(folded):
        char = folded[position]
        before = folded[position - 1] if position else "\n"
        free = before in "、，,;；。" or before.isspace()
        match = _NUMBER.match(folded, position) if not depth and not before.isdigit() else None
        if match and bool(match["paren"]) == bool(match["close"]) and int(match["n"]) == due:
            mark = "()" if match["paren"] else "." if match["dot"] else "1"
            if free or (touching and mark == (style or mark)):
                style = style or mark
                cuts.append(match.span())
                due += 1
                position = match.end()
                continue
        depth = max(depth + (char in "(「[") - (char in ")」]"), 0)
        position += 1
    return cuts


_PARTED = re.compile(r"\( ?(?P<n>[1-9] ?[0-9]) ?\)")  # ( 1 0 ) and (1 0)


def joined(part: Passage) -> Passage:
    """1 0住所 is 10住所 where 1…9 stand in front. The blank moves, so that places stay."""
    text = fold(part.text)
    if not compiled(r"9 ?[^0-9\s]").search(text):
        return part
    whole = _PARTED.sub(lambda m: f"({m['n'].replace(' ', '')})".rjust(len(m.group())), text)
    fixed = compiled(
        r"(?<![0-9])(?P<open>\(?)(?P<a>[1-9])(?: |(?<=[\s(、,][1-9])\n)"
        r"(?P<b>[0-9])(?=[ ]?[^0-9\s年月日,，]|(?<=[\n、,][1-9] [0-9])[ ][^0-9\s])"
    ).sub(
        lambda m: " " + m["open"] + m["a"] + m["b"],
        whole,
    )
    kept = "".join(
        new if new != old else printed
        for new, old, printed in zip(fixed, text, part.text, strict=True)
    )
    return replace(part, text=kept)


_GAP = re.compile(r"[ 　]{2,}|　|\t")
_PIECE = re.compile(r"(?:\((?P<paren>[0-9]{1,2})\)|(?P<n>[0-9]{1,2})[.)、:]?(?![0-9]))")


def in_columns(part: Passage) -> Passage:
    """1 氏名　4 続柄 / 2 住所　5 口座: columns of one cell as one column."""
    lines = part.lines()
    pieces: list[Passage] = []
    for line in lines:
        starts = [0, *(gap.end() for gap in _GAP.finditer(line.text))]
        ends = [*(gap.start() for gap in _GAP.finditer(line.text)), len(line.text)]
        pieces.extend(line.part(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
    marks = [_PIECE.match(fold(piece.text)) for piece in pieces]
    values = [int(mark["paren"] or mark["n"]) for mark in marks if mark]
    runs_on = sorted(values) == list(range(1, len(pieces) + 1)) and values != sorted(values)
    if len(lines) < 2 or len(values) < len(pieces) or not runs_on:
        return part
    by_number = sorted(zip(values, pieces, strict=True), key=lambda pair: pair[0])
    return stacked(piece for _, piece in by_number)


_KANA = re.compile(r"[ 　]*([ア-ン])(?=[^ 　.．、)）ァ-ヶー])")


def below(part: Passage) -> Passage:
    """(1)申請者 / ア氏名 / イ住所: kana in their order that touch their items, set apart."""
    lines, due, found = part.lines(), 0, False
    for at, line in enumerate(lines):
        lead = _KANA.match(line.text)
        due = 0 if lead is None or lead[1] == KANA[0] else due
        if lead is None or KANA.find(lead[1]) != due:
            continue
        following = _KANA.match(lines[at + 1].text) if at + 1 < len(lines) else None
        if due or (following is not None and following[1] == KANA[1]):
            lines[at] = stacked([line.part(0, lead.end()), line.part(lead.end())], " ")
            due, found = due + 1, True
    return stacked(lines) if found else part


def separated(part: Passage) -> Passage:
    """1氏名 2住所 as 1氏名、2住所: where numbers touch their items, blanks part them.

    No character more or less, so that places stay.
    """
    if not _TOUCHING.match(part.text):
        return part
    return replace(part, text=_BLANK.sub("、", part.text))


_GROUP = re.compile(
    r"[(（](?P<head>[^()（）、。\n]{1,16})[)）]"
    r"(?=[ 　\n]*[(（]?(?P<n>[0-9０-９]{1,2})(?![0-9０-９]))"
)


def in_groups(part: Passage, no_head: re.Pattern[str]) -> Passage:
    """（児童）1氏名、2住所（保護者）3氏名: heads that numbers follow, which go on or begin anew.

    No character more or less, so that places stay.
    """
    found = [each for each in _GROUP.finditer(part.text) if not no_head.search(each["head"])]
    if not found or part.text[: found[0].start()].strip() or int(fold(found[0]["n"])) != 1:
        return part
    text, folded = part.text, fold(part.text)
    for each in found:
        before, number = folded[: each.start()], int(fold(each["n"]))
        follows = compiled(rf"(?<![0-9]){number - 1}[^0-9]").search(before)
        apart = "、" in text or not before.strip() or compiled(r"[\s,;]$").search(before)
        if apart and (number == 1 or follows):
            text = f"{text[: each.start()]}【{each['head']}】{text[each.end() :]}"
    return replace(part, text=text)

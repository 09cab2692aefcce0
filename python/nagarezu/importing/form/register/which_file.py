"""Of which file a row, a cell or a title speaks: by its number, its name, or what its words share.

番号 that counts the rows says so only where the words beside it are those of that file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from nagarezu.importing.form.register import labels as labels
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy

_OF_FILE = re.compile("ファイル|事務|業務|登録|届出|整理|簿冊")
_FILE = re.compile(r"(?:該当|対象)?(?:する|となる)?(?:個人情報)?(?:ファイル|(?:登録)?事務)")
_NUMBERS = re.compile(r"(?:番号|no\.?|№|通番|項番)")


def tells_file(head: Passage) -> bool:
    """Whether the numbers below ファイル番号 are those of files; 番号 alone may count the rows."""
    found = labels.find(head.text)
    numbered = found is not None and found.field == "registered"
    return bool(_FILE.fullmatch(key(head.text))) or (numbered and bool(_OF_FILE.search(head.text)))


def by_number(head: Row, body: Sequence[Row], at: int, files: Sequence[File]) -> bool:
    """Whether the cells of a column say of which file each row is.

    Those below ファイル番号 do; a bare 番号 does where it does not count the rows: 1, 4 or 2, 2, or
    1 and below it a row without one.
    """
    body = [row for row in body if len(row.filled) > 1]  # a row of one cell is a note
    cells = [cell for row in body if (cell := _cell(row, at))]
    if not cells or not all(all_named(files, cell) for cell in cells):
        return False
    numbers = [fold(tidy(cell.text)) for cell in cells]
    each = len(cells) == len(body)
    counted = each and numbers == [str(n) for n in range(1, len(numbers) + 1)]
    return tells_file(head.cells[at]) or (
        not counted and _NUMBERS.fullmatch(key(head.cells[at].text)) is not None
    )


def column(head: Row, body: Sequence[Row], files: Sequence[File]) -> int:
    """The column that says of which file a row is; -1 if none may."""
    for at in range(len(head.cells)):
        cells = [cell for row in body if len(row.filled) > 1 and (cell := _cell(row, at))]
        written = cells and not all(_COUNTED.fullmatch(_plain(cell)) for cell in cells)
        if written and all(_called(files, cell) is not None for cell in cells):
            return at
    told = (at for at, cell in enumerate(head.cells) if cell and tells_file(cell))
    numbers = (
        at
        for at, cell in enumerate(head.cells)
        if cell and (found := labels.find(cell.text)) and found.field in ("registered", "name")
    )
    return next(told, next(numbers, -1))


def by_words(body: Sequence[Row], at: int, files: Sequence[File]) -> bool:
    """Whether the words of rows are those of the file that their number counts, and of no other.

    1 | 検診結果の封入 where the first file is that of a 検診.
    """
    told = [_grams("\n".join(_card(file))) for file in files]
    common = set.intersection(*told) if told else set()
    sure = False
    for row in body:
        if len(row.filled) < _SEVERAL:
            continue
        own = named(files, _cell(row, at)) if _cell(row, at) else None
        if own is None:
            return False
        words = _grams("\n".join(cell.text for n, cell in enumerate(row.cells) if n != at))
        shared = [len(words & (grams - common)) for grams in told]
        mine = next(n for n, file in enumerate(files) if file is own)
        best = max(count for n, count in enumerate(shared) if n != mine)
        if best > shared[mine]:
            return False
        sure = sure or shared[mine] > best
    return sure


def _card(file: File) -> list[str]:
    return [file.get(name).text for name in ("name", "purpose", "items", "subjects")]


_SEVERAL = 2  # cells: one alone is a note
_RUN = re.compile(r"[一-龥々]{2,}|[ァ-ヶー]{2,}")


def _grams(text: str) -> set[str]:
    runs = _RUN.findall(fold(text))
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def _cell(row: Row, at: int) -> Passage:
    return row.cells[at] if 0 <= at < len(row.cells) else Passage()


def all_named(files: Sequence[File], cell: Passage) -> list[File]:
    """The files of 1、2及び4, 1から3まで or 全ファイル; none if one of them is of no file."""
    one = named(files, cell)
    if one is not None:
        return [one]
    if _ALL.fullmatch(key(cell.text)):
        return list(files)
    span = _SPAN.fullmatch(fold(tidy(cell.text)))
    if span and 0 < int(span["first"]) < int(span["last"]) <= len(files):
        return list(files[int(span["first"]) - 1 : int(span["last"])])
    ends = [0, *(end for each in _AND.finditer(cell.text) for end in each.span()), len(cell.text)]
    parts = [cell.part(*span) for span in zip(ends[::2], ends[1::2], strict=True)]
    found = [named(files, part) for part in parts if part]
    known = [file for file in found if file is not None]
    return known if len(known) == len(found) else []


_ALL = re.compile(
    r"(?:全|全ての|すべての|各|いずれの)(?:個人情報)?(?:ファイル|事務)|全て|すべて|共通"
)
_SPAN = re.compile(r"[(]?(?P<first>[0-9]{1,2})[)]?(?:から|~)[(]?(?P<last>[0-9]{1,2})[)]?(?:まで)?")
_AND = re.compile(r"(?:[、，,・\s]|及び|並びに)+")
_BRACKETS = "()（）【】〔〕［］[]〈〉<>"
_COUNTED = re.compile(
    r"(?:第?[0-9]{1,2}の|(?:整理|登録|ファイル|事務)?番号)?(?:個人情報)?"
    r"(?:ファイル|登録事務|事務|登録|no\.?|№)?(?:の)?[ ]*第?[(【〔\[]?"
    r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十])[)】〕\]]?号?(?:の?(?:個人情報)?(?:ファイル|事務))?"
)
_KANJI = "一二三四五六七八九十"
_FRONT = re.compile(r"(?:第?[(]?[0-9]{1,3}[).]?|no\.?[0-9]{1,3})[号 ]*(?=[^0-9])")
_SHORTEST = 4  # characters of the beginning of a name that stand for the whole


def named(files: Sequence[File], cell: Passage) -> File | None:
    """The file of this number or name; a bare number counts the cards."""
    called = _called(files, cell)
    if called is not None:
        return called
    number = _COUNTED.fullmatch(_plain(cell))
    if not number:
        return None
    kanji = _KANJI.find(number["n"]) + 1
    at = kanji or int(number["n"])
    return files[at - 1] if 0 < at <= len(files) else None


def _plain(cell: Passage) -> str:
    """As printed, in one width; ① counts what is told within a row, and no file."""
    circled = compiled("[①-⑳]").search(cell.text)
    return "" if circled else unicodedata.normalize("NFKC", tidy(cell.text)).lower()


def _called(files: Sequence[File], cell: Passage) -> File | None:
    """The file that bears this number or name on its card, or whose name begins so."""
    plain = key(cell.text).strip(_BRACKETS)
    for file in files:
        names = [*file.parts("registered"), *file.parts("name")]
        if plain and any(key(part.text.text).strip(_BRACKETS) == plain for part in names):
            return file
    bare = _FRONT.sub("", plain, count=1) if _FRONT.match(plain) else plain
    long = len(bare) >= _SHORTEST
    titled = [file for file in files if long and _begins(key(file.get("name").text), bare)]
    return titled[0] if len(titled) == 1 else None


def _begins(name: str, printed: str) -> bool:
    return name.startswith(printed) and len(name) <= 2 * len(printed)


def cited(text: str, files: Sequence[File]) -> File | None:
    """The one file whose number or name stands in a title."""
    found = [file for file in files if _cites(text, file)]
    return found[0] if len(found) == 1 else None


def _cites(text: str, file: File) -> bool:
    plain = fold(key(text))
    for part in [*file.parts("registered"), *file.parts("name")]:
        name = fold(key(part.text.text))
        at = plain.find(name) if len(name) > 1 else -1
        if at >= 0 and not (name[-1].isdigit() and plain[at + len(name) :][:1].isdigit()):
            return True
    return False


_IN_TITLE = re.compile(
    r"[(（〔【](?P<which>[^()（）〔〕【】]{1,24})[)）〕】]$|^\W*(?P<all>\w.{1,9})$"
)


def of_title(text: Passage, files: Sequence[File]) -> File | None:
    """As `cited`, or by what its end says: 1 票の印刷（第2の1の事務）, ファイル3."""
    found = cited(text.text, files)
    told = _IN_TITLE.search(text.text.rstrip("】〕)） "))
    told = _IN_TITLE.search(text.text) if told is None or not told["all"] else told
    if found is not None or told is None:
        return found
    which = text.part(*told.span("which" if told["which"] else "all"))
    return named(files, which) if compiled("ファイル|事務|登録|番号").search(which.text) else None

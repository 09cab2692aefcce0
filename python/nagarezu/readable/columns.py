"""What a column holds, judged by its name and values: numbers, codes, times, areas, choices."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from nagarezu.opening.view import Cell
from nagarezu.readable.layout import Column, Frame

SYMBOL = re.compile(
    r"[-‐‑–—―ー－−…‥xXｘＸΧχ*＊#＃\.・△▲〇○×]{1,4}|n/?a|N/?A|秘匿|不詳|不明|該当なし"
)
PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_UNITS = (
    "円|千円|百万円|億円|兆円|ドル|人|名|件|世帯|戸|台|校|社|者|か所|カ所|ヶ所|箇所|回|冊|本|枚|個|歳|才"
    "|日|時間|分|秒|%|％|‰|ポイント|m|km|cm|mm|㎡|m2|㎢|km2|ha|g|kg|t|トン|L|kl|項目"
)
DECORATED = re.compile(
    r"(?P<sign>[△▲\-+−－＋])?\s*[¥￥]?(?P<digits>[\d０-９][\d０-９,，.．]*)\s*"
    rf"(?P<unit>{_UNITS})?(?P<foot>※\d*|\*+|＊+|注\d*[)）]?|[(（](注|※)?\d*[)）]|r|p)?"
)
_PAIR = re.compile(
    r"[△▲+-]?[\d,，.]+\s*[(（/／~〜～・、\n]\s*[△▲+-]?[\d,，.]+\s*[)）]?"
    r"|[\d,.]+\s*[^\d\s,.()（）]{1,3}[\s、・/]+[\d,.]+\s*[^\d\s,.()（）]{0,3}"
)
_DATE_LIKE = re.compile(r"\d{2,4}[/年.-]\d{1,2}[/月.-].*|\d{4}[/年.-]\d{1,2}月?")
_CODE_NAME = re.compile(
    r"code|コード|番号|ｺｰﾄﾞ|(^|[_ ])(id|no|number|key|position|zip|tel|phone|fax)$|^id|no\.|ID$"
    r"|電話|郵便|記号|位置"
)
_TIME_NAME = re.compile(
    r"年月日|日付|期日|年度|年次|年月|時点|[^万千]年$|^年$|月日|日時|時刻|生年|開始|終了|date|year|month|"
    r"(^|_)(day|time|start|end|as_of|since|until|from_date|period)$",
    re.IGNORECASE,
)
_AREA_NAME = re.compile(
    r"都道府県|市区町村|市町村|自治体|団体|地域|県名|市名|prefecture|municipality|(^|_)(area|region|city)",
    re.IGNORECASE,
)
# Types that a legend may declare.
TEXTS = ("text", "文字列")
_CODES = ("code", "id", "コード")
_NUMBERS = ("whole", "real", "number", "数値", "整数", "実数")
_SHARE = 0.5  # of the values that must look like a number for the column to be one of numbers
_CHOICES = 20  # different values that a column of choices may have


class Judged:
    """A column with what can be told of it; each answer is worked out once."""

    def __init__(self, frame: Frame, column: Column, declared: str = "") -> None:
        self.frame, self.column, self.declared = frame, column, declared

    @property
    def name(self) -> str:
        return self.column.name

    @property
    def cells(self) -> list[Cell]:
        return self.column.cells

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the column as they stand; numbers are left out."""
        return [cell.text for cell in self.cells if cell.text]

    @cached_property
    def is_code(self) -> bool:
        """Digits, if any, that are no quantity: codes, or texts by declaration."""
        return self.declared in TEXTS or self.holds_codes

    @cached_property
    def holds_codes(self) -> bool:
        """Codes and numbers of things: by declaration, by name, or by a zero in front."""
        if self.declared in _NUMBERS:
            return False
        if self.declared in _CODES or _CODE_NAME.search(self.name):
            return True
        return any(re.fullmatch(r"0\d+|\d{16,}", text) for text in self.texts)

    @cached_property
    def is_time(self) -> bool:
        if any(cell.date for cell in self.cells):
            return True
        return bool(_TIME_NAME.search(self.name)) and not self._mostly_quantity

    @cached_property
    def _mostly_quantity(self) -> bool:
        """Names such as 開始年齢 look like a time, but hold small or large plain numbers."""
        numbers = [float(str(c.value)) for c in self.cells if PLAIN.fullmatch(str(c.value))]
        return bool(numbers) and not any(1000 <= abs(n) < 10**10 for n in numbers)

    @cached_property
    def is_area(self) -> bool:
        return bool(_AREA_NAME.search(self.name)) and not self.is_number

    @cached_property
    def is_number(self) -> bool:
        """Quantities, though some of them may be written as text."""
        if self.is_code or self.is_time:
            return False
        if self.declared:
            return self.declared in _NUMBERS
        real = sum(1 for cell in self.cells if _is_number(cell))
        like = sum(1 for text in self.texts if looks_like_number(text))
        marks = sum(1 for text in self.texts if SYMBOL.fullmatch(text.strip()))
        meant = len(self.cells) - marks
        return real + like > 0 and real + like >= _SHARE * meant

    @cached_property
    def choices(self) -> Counter[str]:
        """The different values, if they are few and repeat: a column of choices; else none."""
        if self.is_number or self.is_time or not self.cells:
            return Counter()
        counted = Counter(str(cell.value) for cell in self.cells)
        repeats = len(self.cells) >= 2 * len(counted) or counted.most_common(1)[0][1] >= 3
        short = all(len(value) <= 30 for value in counted)
        return counted if len(counted) <= _CHOICES and repeats and short else Counter()


def judged(frame: Frame, declared: Callable[[str], str]) -> list[Judged]:
    """Judge each column of a table, with what its documentation declares of it."""
    return [Judged(frame, column, declared(column.name)) for column in frame.columns]


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)


def looks_like_number(text: str) -> bool:
    """Tell whether a text is a number, perhaps with a unit, commas, a sign or a footnote."""
    return bool(DECORATED.fullmatch(text.strip()) or PLAIN.fullmatch(text.strip()))


def several_numbers(text: str) -> bool:
    """Tell whether a text is two numbers, such as 10（3） or 10/20, and no date."""
    return bool(_PAIR.fullmatch(text.strip())) and not _DATE_LIKE.fullmatch(text.strip())


def folded(text: str) -> str:
    """The text without differences of width, case and spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()

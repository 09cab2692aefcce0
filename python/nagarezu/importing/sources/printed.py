"""How a spreadsheet prints a value: numbers and dates by their format, 和暦 included.

Only what formats of Japanese municipalities use is followed; a format beyond it prints the plain
number, never a wrong date.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from functools import cache

from nagarezu.importing.rules import compiled
from nagarezu.opening.view import Cell, Value
from nagarezu.resources import data

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(g{1,3}|e{1,2}|yyyy|yy|r{1,2}|m{1,5}|d{1,4}|a{3,4}'
    r"|h{1,2}|s{1,2}|AM/PM)|(.)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r'((?:"[^"]*"|[^#0?"])*)([#0,?]*[0#?])(\.0+)?(%?)((?:"[^"]*"|[^#0?"])*)')
_WEEKDAYS = "月火水木金土日"
_FIRST, _LAST = 1, 2_958_465  # 1900-01-01 to 9999-12-31, as days are counted
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone in a cell


def printed(cell: Cell, from_1904: bool = False) -> str:
    """The text that the cell shows."""
    value = cell.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _iso(value, cell.format) if cell.date else value
    if cell.date:
        moment = _moment(value, from_1904)
        return _dated(moment, cell.format) if moment else _plain(value)
    return _number(value, cell.format)


def _moment(value: float, from_1904: bool) -> datetime | None:
    if not _FIRST <= value <= _LAST:
        return None
    if not from_1904 and value < 60:
        value += 1  # before the 29 February 1900 that never was
    return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(
        days=int(value), seconds=round(value % 1 * 86400)
    )


def _iso(text: str, code: str) -> str:
    try:
        return _dated(datetime.fromisoformat(text), code)
    except ValueError:
        return text


def _dated(moment: datetime, code: str) -> str:
    parts, hours = [], False
    section = code.split(";")[0] or "yyyy/m/d"
    halves = "am/pm" in section.lower()
    for match in _TOKEN.finditer(section):
        token = (match.group(3) or "").lower()
        if match.group(1) is not None:
            parts.append(match.group(1))
        elif not token:
            parts.append(match.group(2) or match.group(4) or "")
        else:
            minutes = token in ("m", "mm") and (hours or _before_seconds(section, match.end()))
            parts.append(_part(moment, "minutes" + token if minutes else token, halves))
            hours = token in ("h", "hh")
    return "".join(parts)


def _before_seconds(section: str, position: int) -> bool:
    return bool(compiled(r'[:："分]*s', re.IGNORECASE).match(section[position:]))


def _part(moment: datetime, token: str, halves: bool) -> str:
    era, year = _era(moment.date())
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    return {
        "g": era["letter"],
        "gg": era["label"][:1],
        "ggg": era["label"],
        "e": str(year),
        "ee": f"{year:02}",
        "r": str(year),
        "rr": f"{era['label']}{year}",
        "yyyy": f"{moment.year:04}",
        "yy": f"{moment.year % 100:02}",
        "m": str(moment.month),
        "mm": f"{moment.month:02}",
        "minutesm": str(moment.minute),
        "minutesmm": f"{moment.minute:02}",
        "mmm": moment.strftime("%b"),
        "mmmm": moment.strftime("%B"),
        "d": str(moment.day),
        "dd": f"{moment.day:02}",
        "aaa": _WEEKDAYS[moment.weekday()],
        "aaaa": _WEEKDAYS[moment.weekday()] + "曜日",
        "h": str(hour),
        "hh": f"{hour:02}",
        "s": str(moment.second),
        "ss": f"{moment.second:02}",
        "am/pm": "AM" if moment.hour < 12 else "PM",
    }.get(token, "")


def _era(day: date) -> tuple[dict[str, str], int]:
    for start, label, letter, offset in _eras():
        if day.isoformat() >= start:
            return {"label": label, "letter": letter}, day.year - offset
    return {"label": "", "letter": ""}, day.year


@cache
def _eras() -> tuple[tuple[str, str, str, int], ...]:
    entries = json.loads(dict(data("vocabulary"))["eras.json"])["entries"]
    eras = ((e["start"], e["label"]["ja"], e["letter"], e["offset"]) for e in entries)
    return tuple(sorted(eras, reverse=True))


def _number(value: Value, code: str) -> str:
    number = float(value)
    section = code.split(";")[0]
    match = _NUMBER.fullmatch(compiled(r"\[[^\]]*\]|_.|\*.").sub("", section))
    if not match or not section or section in ("General", "@"):
        return _plain(value)
    before, digits, decimals, percent, after = match.groups()
    places = len(decimals) - 1 if decimals else 0
    shown = f"{number * (100 if percent else 1):{',' if ',' in digits else ''}.{places}f}"
    width = digits.replace(",", "").count("0")
    if "," not in digits and len(shown.lstrip("-").split(".")[0]) < width:
        sign = "-" if shown.startswith("-") else ""
        shown = sign + shown.lstrip("-").zfill(width + (places + 1 if places else 0))
    return _literal(before) + shown + percent + _literal(after)


def _literal(text: str) -> str:
    return compiled(r"\\(.)").sub(r"\1", text.replace('"', ""))


def _plain(value: Value) -> str:
    """A number as General shows it: no needless zeros, at most 15 digits."""
    if isinstance(value, int):
        return str(value)
    number = float(value)
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"

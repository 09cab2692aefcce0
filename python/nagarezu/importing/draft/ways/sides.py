"""Whose part it is to give or to take: 市は受け取る側であり、送る側にはならない."""

from __future__ import annotations

import re

_GIVES = r"送[るっ]|送[信付]する|渡す|引き?渡す|提供する|出す|流す"
_TAKES = r"受ける|受け取る|受[信領]する|もらう|得る|取り?込む|提供を受ける"
_SIDE = rf"(?P<verb>{_GIVES}|{_TAKES})(?:側|立場|役割?)"
_ROLES = (
    (re.compile(r"(?:送り|出し|渡し)手(?!段|続|順|数)"), "送る側"),
    (re.compile(r"(?:受け|受取り?)手(?!段|続|順|数)"), "受け取る側"),
    (
        re.compile(
            rf"{_SIDE}(?:に|と|で)?も?は?"
            r"(?:(?:なる|回る|立つ|ある)こと(?:は|も)?|なら|回ら|立た)?な(?P<end>い|く|かった)"
        ),
        r"\g<verb>ことはな\g<end>",
    ),
    (
        re.compile(rf"{_SIDE}(?:のみ|だけ|に限ら?れ?る|にとどまる)(?:である)?"),
        r"\g<verb>だけである",
    ),
    (
        re.compile(rf"{_SIDE}(?:である|に(?:ある|立つ|回る)|と?なる|です)(?=。|$)"),
        r"\g<verb>",
    ),
    (
        re.compile(rf"{_SIDE}(?:であ(?:り|って)|に(?:あり|立ち|回り)|となり|で)(?=、)"),
        r"\g<verb>ものであり",
    ),
    (
        re.compile(r"(?P<act>送信|送付|提供|返送|書き?込み)(?:は|も)?(?:なし|無し)(?=[。、]|$)"),
        r"\g<act>は行わない",
    ),
    (re.compile(r"(?P<act>受信|受領|取得|送信)に限り(?=、)"), r"\g<act>のみであり"),
)


_MAY_TELL = re.compile("手|側|立場|役|なし|無し|に限り")  # a part of all that the roles find


def without_sides(text: str) -> str:
    """送る側にはならない is 送ることはない."""
    for words, means in _ROLES if _MAY_TELL.search(text) else ():
        text = words.sub(means, text)
    return text

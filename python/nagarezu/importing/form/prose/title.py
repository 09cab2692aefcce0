"""The title of a 答申 or 諮問書 among the lines of its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import tidy

_TITLE_END = re.compile(
    r"(?:について|(?<=[一-龥])ついて(?=[(（][諮答])|に関する件|の件)(?:[(（][^()（）]{1,40}[)）]){0,2}(?:答申|諮問)?$"
    r"|(?:に係る|に関する)(?:諮問|答申)書?$"
    r"|」に(?:対する|係る|関する)(?:答申|諮問)$"
)
ADDRESS = re.compile(
    r"様$|殿$|御中$|会長|^\S*(?:市|区|町|村|県|都|府)長|年.*月.*日|第.*号|^記$"
    r"|(?:審議会|審査会|委員会|協議会|管理者|教育長|院長|組合長)$"
)
_APART = re.compile(  # 諮問書 above the title, or whose paper it is
    r"[^、。]{0,24}(?:諮問書|答申書|説明書|調書|資料)(?:[(（].{1,12}[)）])?[ 0-9-]*"
    r"|[【＜<〈《〔](?:件名|題名|事案|案件|諮問事項)[】＞>〉》〕]"
    r"|[一-龥ァ-ヶーぁ-ん・]{0,16}[部局課室係](?:[一-龥ァ-ヶーぁ-ん・]{1,12}[課室係]){0,2}"
)
_PARTICLE = re.compile(r"[のにをはがとで]")  # of a line that goes on with the one above
_MOST = 3  # lines of a title in front of its last
_FULL = 16  # characters of a line that is broken because it is full
_GENERAL = re.compile(
    r"(?:諮問案件|案件|下記|標記|次の事項|.*(?:条例|法律|規定|要綱)に基づく諮問)?(?:の件)?"
    r"について(?:[(（](?:答申|諮問)[)）]|答申|諮問)?"
)
_QUOTED = re.compile(r"「(?P<title>.+について)」に(?:対する|係る|関する)")
_ASKED = re.compile(
    r"^(?P<title>[^、。]{8,90}?について)[、，][^。]{0,160}(?:諮問|意見|報告)"
    r"|諮問(?:が|の)?(?:あった|ありました|された)[、，]?(?P<answered>[^、。]{8,90}?について)[、，]"
)
_SENDER = re.compile(
    r"^(?:会[ 　]*長[ 　]|[^、。]{0,30}?(?:(?:審議会|審査会|委員会)[ 　]*会[ 　]*長"
    r"|[一-龥]{1,6}[市区町村](?:消防|教育|病院)?長))"
    r"[ 　]*(?=[^ 　\s者が等]{10})"
)
_LABEL = re.compile(r"^(?:【[^】]{2,10}】|[(（][^()（）]{2,20}[部課室][)）])[ 　]*(?=\S{8})")


def title_line(lines: Sequence[Passage]) -> Passage:
    """The line that ends in について（答申）, with the lines before it if the title is broken.

    Where none does, what the sentence asks about: 甲の提供について、…諮問します.
    """
    for index, line in enumerate(lines):
        if "次のとおり" in line.text or not _ends(lines, index):
            continue
        whole = [line]
        for before in reversed(lines[max(index - _MOST, 0) : index]):
            if ADDRESS.search(_closed_up(before.text)) or before.text.endswith("。"):
                if not _opens_quote(before.text, whole):
                    break
            elif _is_apart(before.text, whole):
                break
            whole.insert(0, before)
        title = _bare(joined(whole, ""))
        if title and not _GENERAL.fullmatch(_closed_up(title.text)):
            return title
    return _asked(lines)


def _is_apart(text: str, below: Sequence[Passage]) -> bool:
    """Whether a line is none of the title below it: too short to be broken, or 諮問書 above it."""
    plain = _closed_up(text)
    if len(below) > 1 and len(plain) < _FULL:
        return True
    return bool(_APART.fullmatch(plain)) and not _PARTICLE.match(below[0].text.strip())


def _ends(lines: Sequence[Passage], index: int) -> bool:
    """Whether a title ends here; a line may break within its last word (…に / ついて)."""
    text = _closed_up(lines[index].text)
    if _TITLE_END.search(text):
        return True
    before = _closed_up(lines[index - 1].text) if index else ""
    return bool(len(text) < _FULL and len(before) >= _FULL and _TITLE_END.search(before + text))


def _opens_quote(text: str, below: Sequence[Passage]) -> bool:
    """諮問第1号「甲の / 提供について」に対する答申: its number stands in front of the quote."""
    return "「" in text and "」" not in text and any("」" in line.text for line in below)


def _closed_up(text: str) -> str:
    """甲 の 件 （ 答 申 ）: letters of a title are often spaced out."""
    return compiled(r"[ 　]").sub("", tidy(text))


def _bare(title: Passage) -> Passage:
    """Without the sender above it, the label in front of it and the quotes around it."""
    quoted = _QUOTED.search(title.text)
    if quoted:
        return title.part(quoted.start("title"), quoted.end("title"))
    for around in (_SENDER, _LABEL):
        match = around.match(title.text)
        title = title.part(match.end()) if match else title
    return title


def _asked(lines: Sequence[Passage]) -> Passage:
    for line in lines:
        match = _ASKED.search(line.text.strip())
        title = (match["title"] or match["answered"]) if match else ""
        if title and not _GENERAL.fullmatch(title):
            start = line.text.index(title)
            return line.part(start, start + len(title))
    return Passage()

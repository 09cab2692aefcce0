"""The things that sentences speak of: all that there is, one just named, what alone is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.said import Said
from nagarezu.importing.rules.characters import without_brackets
from nagarezu.importing.sentences.acts import act_of
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

ALL = re.compile(
    r"(?:(?:一切の|その|これらの|この|個人の?|いかなる|どのような|何らかの|[市区町村住]民の"
    r"|(?:[市区町村住]民|個人|本人)に(?:係る|関する))?(?:特定個人|個人)?(?:情報|データ|もの|資料|書類|記録|流れ|やり取り|通信|処理|経路|機能|連携|何)|の|こと|それ|何)?"
)
SAME = 4  # characters of a thing that two places call alike
# 結果については、市は甲社からこれを受け取るだけである: what it is about, not who
_ABOUT = re.compile(
    r"(?:^|[、。])(?P<what>[^、。はがを]{2,30}?)(?:について|に関して|に限って)[はも]、"
)


def about(each: Said) -> str:
    """結果: of what alone a sentence says something."""
    found = _ABOUT.search(without_brackets(each.text))
    return found["what"] if found else ""


def topics_before(found: Sequence[Frame], frame: Frame) -> Iterator[Part]:
    """履歴は甲社にのみ残り、市は受け取らない: what the clauses in front of one are about."""
    for other in found:
        part = other.parts.get("は") if other.end <= frame.start else None
        if part and part.told is None and not act_of(part.head):
            yield part


_THIS = re.compile(r"^(?:この|その|当該|本|同)(?=[一-龥ァ-ヶ]{2,3}$)")
# what ends in the short name that stands alone behind the text: a pattern made for each is slow
_NAMED_THING = re.compile(
    r"(?:[一-龥ァ-ヶー]+の)*[一-龥ァ-ヶー]+の?(?P<short>.{2,3})(?=[をはが].*\0(?P=short)\Z)",
    re.DOTALL,
)


def spoken_of(what: str, each: Said, frame: Frame) -> str:
    """一覧 of 番号の一覧を送る。同社へ一覧を送ることはない: the one just spoken of."""
    short = _THIS.sub("", what)
    if not 2 <= len(short) < SAME or ALL.fullmatch(short):
        return what
    before = f"{each.before}。{each.text[: frame.start]}"
    if not any(f"{short}{particle}" in before for particle in "をはが"):
        return what
    whole = [each.group() for each in _NAMED_THING.finditer(f"{before}\0{short}")]
    named = [one for one in whole if len(one) > len(short) + 1 and not _THIS.match(one)]
    return named[-1] if named else what

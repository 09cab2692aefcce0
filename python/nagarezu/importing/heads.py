"""Heads within a value: 【…】, and lines that are one by themselves, such as （運用上の対策）."""

from __future__ import annotations

import re

from nagarezu.importing.passage import Passage

_OPEN, _CLOSE = r"<＜〈《〔［\[", r">＞〉》〕］\]"
_LAYER = r"(?:運用|システム|技術|物理|組織|人)(?:面|的|上|に係る|に関する)"
# of a list that begins on the line of its head: ＜里親＞ ① 氏名
_LIST = r"(?=[①・]|[（(]?[1１ア][)）.．、 \u3000])"
# 送信する項目 ①番号 ②金額: which way a list goes, without brackets
_WAY = (
    r"[^\s\u3000、。()（）【】①-⑳0-9０-９]{0,16}(?:送信|受信|送付|受領|提供|取得)(?:する|される|を受ける)"
    r"(?:情報)?(?:項目|データ)"
)
# of a partner whose name stands behind it: ［再委託先］ 甲社
_ROLE = r"(?:再?(?:々?)(?:委託|受託|委任)|結合|提供)(?:先|者|事業者|の相手方)"
_HEAD = re.compile(
    r"【(?P<head>[^【】\n]{1,120})】"
    r"|[<＜〈《](?P<angle>[^<>＜＞〈〉《》\n]{1,60}(?:措置|対策|記載))[>＞〉》]"
    rf"|^[ \t\u3000]*[{_OPEN}](?P<line>[^{_OPEN}{_CLOSE}○〇◯●レ✓ \u3000\n]"
    rf"[^{_OPEN}{_CLOSE}\n]{{1,40}})[{_CLOSE}][ \u3000]*(?:$|{_LIST})"
    rf"|^[ \t\u3000]*[{_OPEN}](?P<role>{_ROLE})[{_CLOSE}]"
    rf"|^[ \t\u3000]*[(（](?P<beside>{_LAYER}(?:の|な)?(?:対策|措置|管理|面)?)[)）]"
    rf"[ \u3000]*{_LIST}"
    rf"|^[ \t\u3000]*(?P<way>{_WAY})[ \t\u3000:：]*\n?[ \t\u3000]*{_LIST}"
    rf"|^[ \t\u3000]*[(（○●◎■◆・]?(?P<bare>{_LAYER}(?:の|な)?[^\s。、()（）]{{0,10}}"
    r"(?:対策|措置|管理|面)?)[)）]?[:：]?[ \u3000]*$",
    re.MULTILINE,
)


def sections(passage: Passage) -> list[tuple[Passage, Passage]]:
    """Split at 【…】: pairs of heading and text; the first may have no heading."""
    heads = [each for each in _HEAD.finditer(passage.text) if not _is_remark(each)]
    first = heads[0].start() if heads else len(passage.text)
    parts = [(Passage(), passage.part(0, first))] if passage.part(0, first) else []
    for index, found in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(passage.text)
        group = str(found.lastgroup)
        heading = passage.part(*found.span(group))
        parts.append((heading, passage.part(found.end(), end)))
    return parts


_REMARK = re.compile(r"(?:今回)?(?:追加|新規|新設|変更|修正|削除|任意|必須|再掲)(?:項目|分)?")


def _is_remark(found: re.Match[str]) -> bool:
    """9 貸出の履歴【追加】: brackets behind a text, of which they say something."""
    if found["head"] is None:
        return False
    line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
    if not line or line[-1] in "。】":
        return False
    rest = found.string[found.end() :]
    behind = not rest.split("\n", 1)[0].strip() or rest[0] in "、，,。"
    return bool(_REMARK.fullmatch(found["head"].strip())) or (
        behind and not found.string[found.start() - 1].isspace()
    )

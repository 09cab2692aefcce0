"""For which tasks a file is used, told twice on its card: in the purpose and in a remark.

利用目的 (1) 受付 (2) 調整 (3) 還付, 備考 このファイルを用いる事務 (1) 受付 (2) 調整 (3) 調査:
two lists of one thing, of which one line differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from nagarezu.importing.draft.builder import Entity
from nagarezu.importing.draft.whole import listed_again
from nagarezu.importing.draft.whole.listed_again import Names, Run
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.form.register.file import File
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy

_FEWEST = 3
_FOR = re.compile(
    r"[ 　\n]*(?:(?:に関する)?事務)?(?:等)?"
    r"(?:[をのに](?:行う|行なう|する|実施する|処理する|用いる|使う|利用する)?)?"
    r"(?:ため|こと|目的とする)?(?:に(?:用いる|使う|利用する))?(?:である)?[。．]?\s*$"
)
_END = re.compile(r"(?:である|です|とする)?[。、，]?\s*$")
_OF_TASKS = re.compile(r"事務|業務|作業|用いる|利用|使う|使用|目的")
_ELSE = re.compile(
    r"委託|委任|廃止|追加|加え|新た|変更|移管|項目|システム|提供|予定|検討|以外|ほか|併せ|除|年度|年[0-9]*月"
    r"|から|手順|方法|資料|書類|対象|条件|措置|他の|結合"
)
_ENTRUSTED = re.compile(r"委託(?:する|している|した|の)?(?=事務|業務|作業|内容|範囲)")
_CONSISTS = re.compile(  # この事務では、受付、審査及び支払を行う; 事務は、…の4つから成る
    r"(?:^|[。\s])(?P<head>[^。、\n]{0,30}?(?:業務|作業|事務|仕事)(?:の内容)?)(?:では|は|として)、?"
    r"(?P<list>[^。\n]{6,160}?)(?:の[0-9０-９一二三四五六七八九]{1,2}(?:業務|作業|件|つ|項目))?"
    r"(?:から[な成]る|に分かれる|を(?:行う|実施する|行っている)|であ[るり])(?:。|、|$)"
)
_LEAD = re.compile(r"^[^\n①-⑳0-9(（]{0,40}")


def write(file: File, matter: Entity) -> None:
    """Both lists as work of the file, if they are alike but for one line."""
    runs = list(_runs(file, str(matter["id"])))
    for one, other in combinations(runs, 2):
        if ("委託" in one.head) != ("委託" in other.head):
            continue  # the own side may do more than it entrusts
        if one.names[0][1].source != other.names[0][1].source and listed_again.but_for_one(
            one, other
        ):
            listed_again.add(matter, one, other)
            return


def _runs(file: File, matter: str) -> Iterator[Run]:
    for field in ("purpose", "summary", "remarks", "others", "detail"):
        for part in file.parts(field):
            free = field not in ("purpose", "summary")
            for lead, names in _lists(part.text, free=free):
                told = f"{key(part.label.text)}{lead}" if field == "detail" else lead
                other = _ELSE.search(_ENTRUSTED.sub("", told))
                if not free or (_OF_TASKS.search(told) and not other):
                    yield Run(names, key(part.label.text) + lead, -1, matter)


def _lists(text: Passage, *, free: bool) -> Iterator[tuple[str, Names]]:
    """The tasks of a cell with what leads to them: numbered, in a sentence, or between commas."""
    _, nodes = outline(text)
    if len(nodes) >= _FEWEST and not any(node.children for node in nodes):
        names = tuple((_task(node.passage.text), node.passage) for node in nodes)
        if all(name for name, _ in names):
            lead = _LEAD.match(text.text)
            yield key(lead.group()) if lead else "", names
            return
    told = [pair for pair in listed_again.of_sentences(text) if free]
    told = told or [pair for pair in listed_again.of_sentences(text, _CONSISTS) if free]
    yield from told
    if not free:
        pieces = statements.parts(_FOR.sub("", text.text))
        names = tuple((_task(piece), text) for piece in pieces)
        if len(names) >= _FEWEST and all(name for name, _ in names):
            yield "", names


def _task(text: str) -> str:
    name = listed_again.task_name(_FOR.sub("", _END.sub("", tidy(text))))
    return "" if listed_again.CLAUSE.search(name) else name

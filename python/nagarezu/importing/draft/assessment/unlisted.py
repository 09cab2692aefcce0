"""A system in which a step of the work keeps or handles something, and that Ⅰ2 does not list.

「…を審査支援システムで判定し、保存する」, where the form lists the systems that the work uses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.assessment import told
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import strangers
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_HANDLED = re.compile(
    r"(?P<name>[一-龥々ァ-ヴーA-Za-z]{2,16}システム)"
    r"(?:で|により|を(?:用い|使[っい]|利用し)て?|に(?=(?:も、?)?(?:記録|登録|保存|入力|蓄積|取り?込|書き?込)))"
    r"(?P<rest>[^。]{0,60})"
)
_KEEPS = re.compile(
    r"記録|登録|保存|保管|蓄積|管理|読み取|読取|入力|取り?込|作成|計算|判定|審査|照合|発行"
)
_OWNED = re.compile(
    r"(?:の|が提供する|が運営する|が管理する)$"
)  # 県のシステム is none of the own side
_FEWEST = 2  # systems that the form lists


def write(builder: Builder, sheet: Assessment, rows: Sequence[Row], matter: str) -> None:
    """Claims that such a system gets something, for it to be found that nothing else names it."""
    listed = _recorded(builder)
    if len(listed) < _FEWEST or sheet.digest:
        return
    whole = fold("\n".join(row.text for row in rows))
    known = [name for name, _ in builder.names()]
    general = compiled(rules("strangers")["general"])
    for line in told.steps(sheet):
        value = line.value or line.row.whole
        for match in _HANDLED.finditer(fold(value.text)):
            name = match["name"]
            owned = _OWNED.search(fold(value.text)[: match.start()])
            if owned or not _KEEPS.search(match["rest"]) or general.search(key(name)):
                continue
            if whole.count(name) == 1 and not any(_same(key(name), each) for each in known):
                strangers.claim(builder, value, name, matter)


def _recorded(builder: Builder) -> set[str]:
    return {
        str(id_)
        for flow in builder.list_of("flows")
        if flow["relation"] == "process"
        for id_ in flow.get("to", [])
    }


def _same(name: str, known: str) -> bool:
    """Whether one may be short for the other: 国保システム of 国民健康保険システム."""
    if name in known or known in name:
        return True
    rest = iter(known.removesuffix("システム"))
    return all(char in rest for char in name.removesuffix("システム"))

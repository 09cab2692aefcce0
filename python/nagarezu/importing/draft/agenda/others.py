"""Firms that the work or a note of a sheet names beside those of its row of the partner."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.matters import Made
from nagarezu.importing.fields.names import Name
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.agenda.kinds import KINDS
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import blurred, key, tidy

_DOES = re.compile(  # it does some of the work: no words such as 乙社が提供する電子計算機
    r"^[^。()（）]{0,24}?(?:が(?!、?[^。]{0,30}(?:場合|とき))、?[^。()（）]{0,40}?(?:(?:行う|担う|引き受ける|請け負う|担当する|実施する|作成する|印刷する"
    r"|発送する|入力する|処理する)(?=[。()（）]|$)|(?:行い|担い|担当し|請け負い|引き受け)、)"
    r"|(?:に|へ)[^。()（）]{0,24}?(?:委託|依頼|請け負わせ|行わせ|担わせ)(?:し|する|る)(?=[。()（）、]|$))"
)
_PAST = re.compile(r"これまで|従来|従前|前回|していた|してきた|現行|しない|禁止")
_AGAIN = re.compile(r"再委託|下請|請け負|引き受け|委託先から|受託者から|同社から")


# whom an overview calls a partner, and the work of a sheet names: what it does may stand there
_ENTRUSTED = re.compile(
    r"^(?:[(（][^()（）]*[)）])?[にへ]、?(?:業務を)?(?:委託|外注)(?:する|し(?:、|て(?!い[たな])))"
)


def _entrusted(overview: Passage) -> set[str]:
    """印刷を甲社に、発送を乙社に委託する: the firms of which an overview says so."""
    lines = (tidy(line.text) for line in overview.lines())
    return {
        key(firm["behind"] or firm["front"])
        for text in lines
        if not _PAST.search(text)
        for firm in FIRM.finditer(text)
        if _ENTRUSTED.match(text[firm.end() :])
    }


def write(builder: Builder, made: Made) -> None:
    """A flow to each of them: what they get, the sheet does not say."""
    if not made.partners:
        return
    for kind in KINDS:
        for name in (f"{kind}_content", f"{kind}_partner"):
            entry = made.sheet.get(name)
            for line in entry.value.lines() if entry is not None else []:
                _of_line(builder, made, line)


def _of_line(builder: Builder, made: Made, line: Passage) -> None:
    text = tidy(line.text)
    if _PAST.search(text):
        return
    for found in FIRM.finditer(text):
        label = found["behind"] or found["front"]
        known = (blurred(each["label"]) for each in builder.list_of("holders"))
        seen = blurred(label)  # 有限会社ハマ二 is no firm beside 有限会社ハマニ
        if any(name in seen or seen in name for name in known):
            continue
        if _DOES.match(text[found.end() :]) or key(label) in _entrusted(made.overview):
            _flow(
                builder,
                made,
                Name(label, line, label, "told_partner"),
                again=bool(_AGAIN.search(text)),
            )


def _flow(builder: Builder, made: Made, name: Name, *, again: bool) -> None:
    name.tier = 2 if again else 1
    first = next((each for each in made.partners if each.tier == 1), None)
    flow: Entity = {
        "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
        "matter": made.id,
        "from": builder.organisation(first) if again and first else builder.own,
        "to": [builder.organisation(name)],
        "relation": "reentrust" if again else "entrust",
        "open": True,
        "open_subjects": True,
        "source": name.passage.source,
        "provenance": [evidence("to", name.passage, name.label, "told_partner", 0.8)],
    }
    builder.add("flows", flow)

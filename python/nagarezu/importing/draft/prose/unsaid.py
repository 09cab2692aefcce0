"""Partners of whom no head says by what they get information, as sentences elsewhere say it."""

from __future__ import annotations

import re

from nagarezu.importing.draft.prose.partner import Partner, Partners
from nagarezu.importing.form.prose.form import Prose
from nagarezu.importing.rules.characters import key

_ACT = re.compile(
    r"(?:への?|には?|に対(?:し|する)|と)、?(?:[^。、はが]{0,24}を)?(?:[^。、はがを]{0,12}の)?"
    r"(?<!再)(?P<act>提供|委託|結合)(?!しない|せず|され?ない|は行わない|を行わない|先)"
)
_BY = {"提供": "provide", "委託": "entrust", "結合": "link"}


def settle(partners: Partners, paper: Prose) -> None:
    """大学への提供は… of the partner 大学; who is further down already is no partner of ours."""
    further = {each.holder for each in partners.found if each.giver}
    partners.found = [
        each for each in partners.found if each.relation or each.giver or each.holder not in further
    ]
    text = "。".join(key(line.text) for line in paper.running("safeguards"))
    for each in partners.found:
        if not each.relation and not each.giver:
            each.relation = _told(partners, each, text)


def _told(partners: Partners, partner: Partner, text: str) -> str:
    """The one act that sentences tell of it; empty where there are none, or several."""
    found: set[str] = set()
    for name in partners.all_names(partners.builder.holder_entity(partner.holder)["label"]):
        for behind in text.split(key(name))[1:]:
            if act := _ACT.match(behind):
                found.add(_BY[act["act"]])
    return found.pop() if len(found) == 1 else ""

"""The crosswalk of an answer: which criterion cites which measures."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.prose import Prose, body, head
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, look_alikes, tidy

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_MARK = r"[ァ-ヶーロ口力卜夕工二八一0-9a-z]"
_CITED = re.compile(rf"(?:(?P<side>{_MARK})[ ]?)?\([ ]?(?P<inner>{_MARK}{{1,2}})[ ]?\)")
_ONLY = re.compile(rf"^(?:{_MARK}?[ ]?\([ ]?{_MARK}{{1,2}}[ ]?\)[、,，・及びと\s]*)+$")

Measures = dict[tuple[str, str], str]


def write(builder: Builder, paper: Prose, measures: Measures) -> None:
    """Criteria of the reasons. A citation that resolves to nothing keeps ranked candidates."""
    seen: set[int] = set()
    for part in paper.about("reasons", reasons=True) + paper.about("safeguards", reasons=True):
        for below in part.node.walk():
            path = (*part.path[:-1], *below)
            node = path[-1]
            lines = body(node).lines()
            if id(node) in seen or not lines or not _ONLY.match(fold(tidy(lines[0].text))):
                continue
            seen.add(id(node))
            cited = lines[0]
            label = _label(path)
            references = [
                _reference(builder, match, cited, measures)
                for match in _CITED.finditer(fold(tidy(cited.text)))
            ]
            source = " ".join(dict.fromkeys([*node.passage.source.split()]))
            builder.add("criteria", {"label": label, "references": references, "source": source})


def _label(path: tuple[Node, ...]) -> str:
    """ア(ア) and the words of the criterion."""
    marks = [fold(node.mark) for node in path[-2:]]
    marks = marks if len(path) > 1 else marks[-1:]
    return f"{''.join(marks)} {head(path[-1])}"


def _reference(
    builder: Builder, match: re.Match[str], cited: Passage, measures: Measures
) -> Entity:
    side, inner = match["side"] or "", match["inner"]
    label = f"{side}({inner})"
    entity: Entity = {"label": label}
    measure = measures.get((side, inner))
    ranked: list[str] = []
    if measure:
        entity["measure"] = measure
    else:
        ranked = [other for other in look_alikes().get(inner, ()) if (side, other) in measures]
        if ranked:
            entity["candidates"] = [measures[side, other] for other in ranked]
    entity["source"] = cited.source
    proof: Entity = {
        "field": "measure",
        "source": cited.source,
        "printed": label,
        "rule": "crosswalk" if measure else "ocr_look_alike",
        "confidence": 0.95 if measure else 0.5,
        "review": "unreviewed",
    }
    if ranked:
        weights = [0.7, 0.2, 0.1]
        proof["alternatives"] = [
            {"value": f"{side}({other})", "confidence": weights[min(i, 2)]}
            for i, other in enumerate(ranked)
        ]
    entity["provenance"] = [proof]
    if not measure:
        builder.notes.ask(cited, "crosswalk_unresolved")
    return entity

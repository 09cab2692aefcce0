"""Parts on what is open: questions to the author, and facts that would narrow a bound."""

from __future__ import annotations

from nagarezu.languages import Text
from nagarezu.report.paper.material import Material, short
from nagarezu.report.paper.parts import Entry, Part, entry
from nagarezu.report.paper.room import clipped
from nagarezu.report.tree import Paragraph, Run
from nagarezu.tables.words import word

SEVERITIES = ("error", "warning", "question")
_ASKED = Text("確認したい点（作成者への質問）", "Open questions to the author")
_NONE = Text("確認したい点はない。", "There are no open questions.")
_NARROW = Text("次の事実が分かれば、数の幅が狭まる：", "These facts would narrow the bounds: ")
_LONGEST = 420  # columns of a question; the table has it whole


def questions(material: Material) -> Part:
    """Findings of severity question and higher, in the order and the words of their table."""
    lang = material.lang
    entries = []
    for row in material.rows("findings"):
        severity = str(row["severity"])
        if severity not in SEVERITIES:
            continue
        asked = Run(clipped(str(row["question"]), _LONGEST))
        if severity == "question":
            entries.append(Entry((asked,)))
        else:
            kind = word("severity", severity, lang)
            mark = f"（{kind}）" if lang == "ja" else f"({kind}) "
            entries.append(Entry((Run(mark, strong=True), asked)))
    before = () if entries else (Paragraph((Run(_NONE.in_(lang)),)),)
    title = _ASKED.in_(lang)
    return Part("questions", title, tuple(entries), "numbered", "14", least=3, before=before)


def missing(material: Material) -> Part:
    """Facts without which a bound stays wide; they close the part above, without a heading."""
    lang = material.lang
    entries = tuple(entry(short(fact)) for fact in material.missing)
    opening = _NARROW.in_(lang)
    return Part("missing", "", entries, "sentence", "6", least=2, opening=opening)

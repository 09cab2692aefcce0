"""The two pages for members: all parts, each with as many entries as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.languages import Lang, Text
from nagarezu.report.paper import asked, means, news, who, whom
from nagarezu.report.paper.material import Material
from nagarezu.report.paper.outline import Outline
from nagarezu.report.paper.parts import Part, laid_out
from nagarezu.report.paper.room import LINES, lines
from nagarezu.report.tree import Block, Heading, Paragraph, Run
from nagarezu.tables.paper import number_text

_LEAD = Text(
    "誰のどの情報が、誰に、どの経路で届き、何で守られるかを、審議の資料の記載から整理した。"
    "記載から分からないことは「不詳」とし、推測で補わない。",
    "Whose data reach whom, over which channel, and what protects them, as far as the document "
    "says so. What it leaves open is called unknown, never guessed.",
)
_REACH = Text(
    "注　「最大到達量」は、受領者に届き得る情報項目ごとに対象者の数を数え、合計したもの"
    "（単位：人・項目）で、資料の記載から言える最大の範囲を示す。実際の通信の量や、危険の大きさを示すものではない。"
    "「以上」は、上限が資料から定まらないことを示す。内訳は{table}による。",
    "Note: person-items count, for each item that may reach a recipient, the persons concerned, "
    "and add them up: the largest reach that the stated facts allow. They measure neither traffic "
    "nor danger. “At least” means that nothing in the document limits the number. See {table}.",
)
# How soon the entries of a part give way where there is no room: its lines count so much.
_GIVE_WAY = {
    "missing": 2.0,
    "channels": 1.2,
    "news": 1.2,
    "subjects": 1.0,
    "coverage": 1.0,
    "changes": 1.0,
    "recipients": 0.8,
    "questions": 0.7,
    "matters": 0.5,
}
_MOST = 16  # entries of a part that anyone reads


def parts_of(material: Material) -> list[Part]:
    """Return the parts of the two pages, in their order."""
    return [
        who.matters(material),
        who.subjects(material),
        news.news(material),
        whom.recipients(material),
        means.channels(material),
        means.coverage(material),
        news.changes(material),
        asked.questions(material),
        asked.missing(material),
    ]


def brief(material: Material, outline: Outline, level: int, prefix: str) -> list[Block]:
    """Return the blocks of the two pages, with headings of a level."""
    parts = [part for part in parts_of(material) if part.entries or part.last or part.before]
    shown = fitting(parts, material.lang)
    blocks: list[Block] = [Paragraph((Run(_LEAD.in_(material.lang)),), "lead")]
    for part in parts:
        if part.title:
            blocks.append(outline.heading(level, part.title, f"{prefix}-{part.name}"))
        blocks += laid_out(part, shown[part.name], material.lang)
    reach = _REACH.in_(material.lang).format(table=number_text("6", material.lang))
    return [*blocks, Paragraph((Run(reach),), "note")]


def fitting(parts: Sequence[Part], lang: Lang) -> dict[str, int]:
    """Return how many entries of each part fit on the two pages; the longest gives way first."""
    shown = {part.name: min(len(part.entries), _MOST) for part in parts}
    by_name = {part.name: part for part in parts}
    order = [name for name in _GIVE_WAY if name in by_name]
    # Where not even the least that a part asks for fits, one entry of each has to do.
    for floor in ({part.name: part.least for part in parts}, dict.fromkeys(order, 1)):
        while _taken(parts, shown, lang) > LINES:
            spare = [name for name in order if shown[name] > floor[name]]
            if not spare:
                break
            taken = {name: _lines_of(by_name[name], shown[name], lang) for name in spare}
            longest = max(spare, key=lambda name: _GIVE_WAY[name] * taken[name])
            shown[longest] -= 1
    return shown


def _lines_of(part: Part, shown: int, lang: Lang) -> float:
    return lines(laid_out(part, shown, lang))


def _taken(parts: Sequence[Part], shown: dict[str, int], lang: Lang) -> float:
    around = lines([Paragraph((Run(text.in_(lang)),)) for text in (_LEAD, _REACH)])
    titled = sum(bool(part.title) for part in parts)
    headings = lines([Heading(1, "", ""), *[Heading(2, "", "")] * titled])
    return around + headings + sum(_lines_of(part, shown[part.name], lang) for part in parts)

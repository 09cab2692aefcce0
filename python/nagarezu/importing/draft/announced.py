"""What titles announce, held against what the sheets say: kinds of sheets and work, additions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made

_KINDS = (
    ("電算処理", ("process",)),
    ("外部結合", ("link",)),
    ("委任", ("delegate",)),
    ("業務委託", ("entrust", "reentrust")),
)


def kinds(builder: Builder, found: list[Sheet], made: list[Made]) -> None:
    """Kinds of sheets that the title of the paper or its basis names and no sheet is of."""
    cover = next((sheet for sheet in found if sheet.kind == "cover"), None)
    entry = cover.get("title") if cover is not None else None
    there = {kind for one in made for kind in one.kinds}
    if entry is None or not made:
        return
    named = {word: entry.value.source for word, _ in _KINDS if word in key(entry.value.text)}
    for each in builder.list_of("basis"):  # ◇第4条第6号（委任）
        listed = compiled(r"\(([^()]*)\)").findall(fold(str(each["label"])))
        for word in compiled("、|・|及び|並びに").split("、".join(listed)):
            if word in dict(_KINDS):
                named.setdefault(word, str(each.get("source", "")))
    for word, kinds in _KINDS:
        if word in named and not there & set(kinds):
            _announce(builder, "work", word, entry.value, named[word])
    _provided(builder, entry.value, made)


def _provided(builder: Builder, title: Passage, made: list[Made]) -> None:
    """外部提供 among the kinds of a title, of which there is neither a sheet nor a recipient."""
    told = [key(one.entity["title"]) for one in made]
    given = any(flow["relation"] == "provide" for flow in builder.list_of("flows"))
    listed = compiled(r"外部提供(?=、|及び|並びに|・|\))").search(fold(title.text))
    others = [word for word, _ in _KINDS if word in key(title.text)]
    if listed and others and not given and not any("提供" in each for each in told):
        _announce(builder, "kind", "外部提供", title, title.source)


def _announce(builder: Builder, topic: str, word: str, title: Passage, source: str) -> None:
    proof = evidence("label", title, word, "title_words", 0.8)
    announced = {"topic": topic, "label": word, "source": source, "provenance": [proof]}
    builder.add("announcements", announced)


_TITLED = (
    ("link", "外部結合", "結合|接続|連携|回線[^。]{0,8}結[びぶん]"),
    ("entrust", "業務委託", "委託|受託|請負"),
)


def of_paper(builder: Builder, matter: Entity, rows: Sequence[Row]) -> None:
    """A kind that only the title of a 諮問書 names, and no other word of it, is announced alone."""
    title = key(matter["title"])
    body = key("".join(row.text for row in rows)).replace(title, "")
    done = {flow["relation"] for flow in builder.list_of("flows")}
    for kind, label, words in _TITLED:
        if kind not in matter["kinds"] or kind in done or compiled(words).search(body):
            continue
        matter["kinds"] = [each for each in matter["kinds"] if each != kind] or ["other"]
        place = next((row.whole for row in rows if title in key(row.text)), Passage())
        proof = evidence("label", place, label, "title_words", 0.8)
        source = place.source or matter.get("source", "")  # a title over two lines
        announced = {"topic": "work", "label": label, "source": source}
        builder.add("announcements", {**announced, "provenance": [proof]})


_JOINED = r"(?:及び|並びに|、|・|と)"


def work(builder: Builder, title: Passage, content: Passage, matter: str) -> None:
    """Announce the kinds that a title lists and the row of the work does not show.

    A kind is shown by its own word or by another for the same work: 稼働監視 is 保守. A kind that
    stands alone is the name of the whole, and may be described without its name.
    """
    words = rules("labels")["kinds_of_work"]
    kinds = "|".join(words)
    listed = compiled(
        rf"(?:{kinds})(?:業務|作業)?(?:等|など)?(?:{_JOINED}(?:[^、及並と]{{0,6}}?)(?:{kinds})+(?:業務|作業)?)+"
    ).search(
        tidy(title.text),
    )
    if listed is None:
        return
    shown = key(content.text)
    for kind in dict.fromkeys(compiled(kinds).findall(listed.group())):
        if compiled(words[kind]).search(shown):
            continue
        proof = evidence("label", title, kind, "title_words", 0.8)
        builder.add(
            "announcements",
            {
                "topic": "work",
                "label": kind,
                "matter": matter,
                "source": title.source,
                "provenance": [proof],
            },
        )

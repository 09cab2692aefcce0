"""From whom alone a file is said to be made, beside the cells that say how it is collected.

本人の申請書だけから作成する, next to 収集方法　本人からの申請書及び施工業者からの報告書: a claim
`only` of the own side, to which then nothing else comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.claims import only_whom
from nagarezu.importing.draft.said import Said
from nagarezu.importing.form.register.file import File
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_AND = re.compile(r"[、，,・\n]|及び|並びに|又は|または|若しくは|(?<=.)と(?=.{2,}から)")
_FROM = re.compile(r"(?:から|より)")
_MARK = re.compile(r"[ 　]*(?:[(（]?[0-9０-９ア-ン][)）.．、 　]|[①-⑳・○●])[ 　]*")
_BESIDE = re.compile(r"(?:[^、。はをが]{2,24}、)+$")  # 本人、家族、 in front of the last one
_WHOLE = re.compile(
    r"(?<=[書届票状証聞取報知告答査])\n"
    r"|\n(?=[ 　]*(?:[(（]?[0-9０-９ア-ン][)）.．、 　]|[①-⑳・○●]))"
)
_LEAST = 2  # characters of a name


def write(builder: Builder, file: File, matter: Entity, sentences: Sequence[Said]) -> None:
    """A claim for the first sentence that leaves out somebody whom a cell names."""
    cells = [part.text for part in file.parts("collection")]
    sources = [(name, cell.source) for cell in cells for name in _sources(cell.text)]
    groups = [key(str(each["label"])) for each in builder.of_matter("subjects", str(matter["id"]))]
    for each in sentences:
        if any(each.passage.source == cell.source for cell in cells):
            continue
        if only_whom.topic_items(builder, each.text):
            continue  # 電話番号は、本人からだけ聞き取る: of that item alone
        for allowed, files in _closed(each.text):
            odd = [at for name, at in sources if not _same(name, allowed, groups, files=files)]
            if odd:
                _claim(builder, matter, each)
                return


def _sources(text: str) -> Iterator[str]:
    """本人, 施工業者 of 本人からの申請書及び施工業者からの報告書; 本人, 家族 of 本人、家族."""
    lines = [
        tidy(line[mark.end() if (mark := _MARK.match(line)) else 0 :])
        for line in _WHOLE.split(text)
    ]
    pieces = [key(each) for line in lines for each in _AND.split(without_brackets(line))]
    told = any(_FROM.search(piece) for piece in pieces)
    for piece in pieces:
        found = _FROM.split(piece) if _FROM.search(piece) else []
        name = found[0] if found else "" if told else piece
        if len(name) >= _LEAST and compiled(rules("collected")["source"]).search(name):
            yield name


def _closed(sentence: str) -> Iterator[tuple[str, bool]]:
    """From whom alone it comes; whether files count beside persons and bodies."""
    plain = key(sentence)
    words = rules("collected")
    if compiled(words["limited"]).search(plain):
        return
    for pattern in words["only"]:
        for match in compiled(pattern["words"]).finditer(plain):
            who = match.groupdict().get("who") or ""
            more = _BESIDE.search(plain[: match.start("who")]) if who else None
            yield (more.group() if more else "") + (who or "本人"), bool(pattern["files"])


def _same(name: str, allowed: str, groups: Sequence[str], *, files: bool) -> bool:
    """Whether a source is among those who are allowed, as the person, a kind, or by name."""
    words = rules("collected")
    if not files and compiled(words["file"]).search(name):
        return True
    own = compiled(words["person"])
    person = bool(own.search(name)) or any(name in label for label in groups)
    meant = bool(own.search(allowed)) or any(allowed in label for label in groups)
    return (person and meant) or name in allowed or allowed in name


def _claim(builder: Builder, matter: Entity, each: Said) -> None:
    number = builder.count_up("claim")
    claim: Entity = {
        "id": builder.fresh(f"c{number}"),
        "kind": "only",
        "label": tidy(each.text),
        "matter": matter["id"],
        "holders": [builder.own],
        "source": each.passage.source,
        "provenance": [evidence("kind", each.passage, "only", "collected_only", 0.75)],
    }
    builder.add("claims", claim)

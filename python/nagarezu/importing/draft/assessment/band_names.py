"""Rows of an assessment for a number or a band that name by themselves of whom it is one."""

from __future__ import annotations

import re

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.subjects import names_persons, without_count
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import tidy

CHOSEN = re.compile(r"\s*[\[［〔【](?P<chosen>[^\]］〕】]*\d[^\]］〕】]*)[\]］〕】]")
WHEN = re.compile(
    r"(?:(?:令和|平成)[ ]?[元\d]|\d{4}年)[元\d年月日度. ]{0,12}(?:現在|時点|末)?[での、]*$"
)
OPTIONS = re.compile(r"[<＜]選択肢[>＞]")
ANYBODY = ("対象者", "該当者", "本人", "対象世帯", "世帯", "人")
STAFF = re.compile(r"職員|従事者|取扱者|使用者|担当者")
SHORTEST = 6  # characters of the name of a group that only a sentence names


def in_front(value: Passage) -> str:
    """受給者及びその扶養義務者 [1,000人以上1万人未満]: the group that is named before its band."""
    chosen = CHOSEN.search(value.text)
    before = value.text[: chosen.start()].strip() if chosen else ""
    name = tidy(compiled(r"[ 　]*(?:[:：]|の(?:人)?数)?$").sub("", before))
    listed = "\n" in before or OPTIONS.search(before) or counts(before)
    known = len(name) >= SHORTEST and names_persons(name) and name not in ANYBODY
    return name if known and not listed and not STAFF.search(name) else ""


def whole_name(value: Passage) -> bool:
    """給付を申請した妊婦 約1,200人: a row of numbers that says by itself of whom it is one."""
    name = WHEN.sub("", tidy(without_count(value.text))).strip(" 　、:：")
    one = "\n" not in value.text.strip() and len(counts(value.text)) == 1
    return one and len(name) >= SHORTEST and names_persons(name) and name not in ANYBODY

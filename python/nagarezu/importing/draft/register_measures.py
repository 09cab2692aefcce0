"""Measures of a register: 保護措置 of the own side, and those that a contractor must take."""

from __future__ import annotations

import re

from nagarezu.importing.draft import measures
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import safeguards
from nagarezu.importing.form.register_file import File
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key


def write(builder: Builder, file: File, matter: Entity) -> None:
    """The measures of one file; the label of a cell says whose they are."""
    for part in file.parts("measures"):
        if not part.text:
            continue
        partner = re.search(rules("registers")["partner_measures"], key(part.label.text))
        for measure in safeguards.read(part.text):
            measures.add(builder, matter["id"], "partner" if partner else "own", measure)

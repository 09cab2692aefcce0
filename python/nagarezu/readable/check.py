"""Runs the rules on a file. Each rule has one function and one status."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from nagarezu.readable import rules_look as look
from nagarezu.readable import rules_meaning as meaning
from nagarezu.readable import rules_shape as shape
from nagarezu.readable import rules_text as text
from nagarezu.readable import rules_values as values
from nagarezu.readable.outcome import Finding, Outcome, RuleOutcome, Status, Unchecked
from nagarezu.readable.reading import read
from nagarezu.readable.rules import RULES, Rule
from nagarezu.readable.subject import Said, Subject, subject

SHOWN = 100  # findings of one rule that are listed; all are counted

CHECKS: dict[str, Callable[[Subject], Said]] = {
    "L1-01": shape.file_format,
    "L1-02": shape.one_table,
    "L1-03": shape.in_one_piece,
    "L1-04": shape.nothing_beside,
    "L1-05": shape.named_columns,
    "L1-06": text.no_layout_by_spaces,
    "L1-07": text.one_datum,
    "L1-08": text.no_platform_characters,
    "L1-09": values.blank_is_not_zero,
    "L1-10": look.no_objects,
    "L1-11": look.no_meaning_by_look,
    "L1-12": shape.no_merged_cells,
    "L1-13": shape.nothing_hidden,
    "L1-14": text.a_record_a_line,
    "L1-15": text.commas_are_quoted,
    "L2-01": values.numbers_are_numbers,
    "L2-02": values.values_are_repeated,
    "L2-03": shape.unique_names,
    "L2-04": values.choices_are_standard,
    "L2-05": values.other_has_its_column,
    "L2-06": values.no_formulas,
    "L3-01": shape.names_first,
    "L3-02": meaning.code_table,
    "L3-03": meaning.symbols_defined,
    "L3-04": meaning.units_stated,
    "L3-05": meaning.time_notation,
    "L3-06": meaning.areas,
    "L3-07": shape.stable_layout,
    "L3-08": meaning.definitions,
    "L3-09": shape.long_form,
}


def check(
    path: str | os.PathLike[str], *, against: str | os.PathLike[str] | None = None
) -> Outcome:
    """Check one file against the 30 rules; `against` is an earlier edition of it.

    NotReadable if there is nothing to check: no file, a damaged or hostile one, one beyond bounds.
    """
    earlier = subject(read(Path(against))) if against is not None else None
    checked = subject(read(Path(path)), earlier)
    return Outcome(os.fspath(path), tuple(_outcome(rule, checked) for rule in RULES))


def _outcome(rule: Rule, checked: Subject) -> RuleOutcome:
    if checked.book.kind == "other":
        if rule.id == "L1-01":
            return _decided(rule, list(CHECKS[rule.id](checked)))
        return RuleOutcome(rule, "not_checked", reasons=(Unchecked("not_read"),))
    if checked.book.kind not in rule.kinds:
        return RuleOutcome(rule, "not_applicable")
    if rule.id != "L1-01" and not any(sheet.cells for sheet in checked.book.own()):
        return RuleOutcome(rule, "not_checked", reasons=(Unchecked("no_cells"),))
    return _decided(rule, list(CHECKS[rule.id](checked)))


def _decided(rule: Rule, said: list[Finding | Unchecked]) -> RuleOutcome:
    findings = [one for one in said if isinstance(one, Finding)]
    reasons = tuple(dict.fromkeys(one for one in said if isinstance(one, Unchecked)))
    status: Status = "partly_ok" if rule.unseen else "ok"
    if findings:
        status = "found"
    elif reasons:
        status = "not_checked"
    return RuleOutcome(rule, status, tuple(findings[:SHOWN]), len(findings), reasons)

"""Machine-readable tables: the 30 rules, a checker for anybody's files, and our own data files.

`check(path)` judges a workbook, CSV, JSON or XML by the rules; `data_workbook` and `data_csv` write
the tables of cases so that they keep them.
"""

from __future__ import annotations

from nagarezu.opening.refusal import NotReadable
from nagarezu.readable.check import check
from nagarezu.readable.outcome import Finding, Outcome, RuleOutcome
from nagarezu.readable.rules import RULES, Rule

__all__ = ["RULES", "Finding", "NotReadable", "Outcome", "Rule", "RuleOutcome", "check"]

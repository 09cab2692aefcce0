"""What `nagarezu diff` and `whatif` print, and how the options of `whatif` become edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer.core import TyperCommand

from nagarezu import console
from nagarezu.console import Format
from nagarezu.edits import Edit, WithoutFlow, WithoutItem, WithoutRecipient, WithSafeguard
from nagarezu.errors import UsageError
from nagarezu.inert import json_text, markdown, visible

if TYPE_CHECKING:
    import typer

    from nagarezu.case import Case
    from nagarezu.difference import Diff

WITHOUT_ITEM, WITHOUT_FLOW = "--without-item", "--without-flow"
WITHOUT_RECIPIENT, WITH_SAFEGUARD = "--without-recipient", "--with-safeguard"
_OPTIONS = (WITHOUT_ITEM, WITHOUT_FLOW, WITHOUT_RECIPIENT, WITH_SAFEGUARD)
_ORDER = "nagarezu.edits"


class InOrder(TyperCommand):
    """A command that remembers in which order its repeatable options stood on the command line."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        ctx.meta[_ORDER] = list(_in_order(args))
        return super().parse_args(ctx, args)


def _in_order(args: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = iter(args)
    for word in words:
        if word == "--":
            return
        name, equals, value = word.partition("=")
        if name in _OPTIONS:
            yield name, value if equals else next(words, "")


def edits(ctx: typer.Context) -> list[Edit]:
    """Return the edits in the order of the command line."""
    found = [_edit(option, value) for option, value in ctx.meta[_ORDER]]
    if not found:
        raise UsageError(f"nothing to edit: give {', '.join(_OPTIONS)}")
    return found


def _edit(option: str, value: str) -> Edit:
    name, _, flow = value.partition("@")
    if option == WITHOUT_ITEM:
        return WithoutItem(name, flow)
    if option == WITH_SAFEGUARD:
        if not flow:
            raise UsageError(f"{WITH_SAFEGUARD} is CODE@FLOW, not {visible(value)}")
        return WithSafeguard(name, flow)
    return WithoutFlow(value) if option == WITHOUT_FLOW else WithoutRecipient(value)


def edited(case: Case, chain: Sequence[Edit]) -> Case:
    for edit in chain:
        case = case.edited(edit)
    return case


def render(diff: Diff, wanted: Format) -> bytes:
    """Return a difference in one format: CSV holds one table, the differences; the others all.

    What people read leaves out tables without rows.
    """
    if wanted is Format.xlsx:
        from nagarezu.report.datasheet import datasheets

        return datasheets(diff.tables)
    if wanted is Format.csv:
        return console.render(diff.changes, wanted)
    if wanted is Format.json:
        return (json_text(diff.to_json()) + "\n").encode("utf-8")
    inert = markdown if wanted is Format.md else visible
    story = (inert(line) for line in diff.story().splitlines())
    told = ("\n\n" if wanted is Format.md else "\n").join(story)
    filled = (table for table in diff.tables if table.rows)
    shown = (console.render(table, wanted).decode("utf-8") for table in filled)
    return "\n".join([f"{told}\n", *shown]).encode("utf-8")

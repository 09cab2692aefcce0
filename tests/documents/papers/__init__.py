"""The papers, one module each; `NAMES` lists them, at least three of each family."""

from __future__ import annotations

from importlib import import_module

from documents.parts import Paper

NAMES = (
    "agenda_shuttle",
    "agenda_meal",
    "agenda_benefit",
    "answer_library",
    "answer_nursery",
    "answer_camera",
    "answer_gym",
    "answer_vaccine",
    "register_files",
    "register_card",
    "register_tasks",
    "assessment_changes",
    "assessment_full",
    "assessment_focus",
)


def paper(name: str) -> Paper:
    found = import_module(f"documents.papers.{name}").PAPER
    assert isinstance(found, Paper)
    return found


def papers() -> list[Paper]:
    return [paper(name) for name in NAMES]

"""A folder of documents, each a case: read in parallel, one bad file never stops the rest."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from nagarezu.errors import NagarezuError
from nagarezu.files import write_whole
from nagarezu.importing.form.family import Family
from nagarezu.languages import Lang

SUFFIXES = frozenset({".pdf", ".docx", ".xlsx", ".csv", ".txt", ".md"})
_SMALL = 8  # documents that are not worth a second process


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document. `error` is empty if a draft was written to `case`."""

    document: Path
    case: Path | None
    family: Family
    matters: int = 0
    unread: int = 0
    questions: int = 0
    error: str = ""
    error_en: str = ""


_Read = tuple[Outcome, Mapping[Path, bytes]]


def documents(folder: Path) -> list[Path]:
    """The files below a folder that may be documents, by name; hidden ones are left."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix.lower() in SUFFIXES
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def import_folder(
    folder: Path,
    output: Path,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Outcome]:
    """Write a draft for each document below `folder` into `output`; outcomes in order of name."""
    found = documents(folder)
    targets = _targets(found, folder, output)
    output.mkdir(parents=True, exist_ok=True)
    done: dict[Path, Outcome] = {}
    for outcome in _outcomes(list(zip(found, targets, strict=True)), workers):
        done[outcome.document] = outcome
        if progress is not None:
            progress(len(done), len(found))
    return [done[path] for path in found]


def _targets(found: Sequence[Path], folder: Path, output: Path) -> list[Path]:
    """One file name for each document: its path below the folder, told apart by suffix."""
    names = ["_".join(path.relative_to(folder).with_suffix("").parts) for path in found]
    twice = (
        {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    )
    return [
        output / f"{name}{path.suffix.lower().replace('.', '_') if name in twice else ''}.json"
        for name, path in zip(names, found, strict=True)
    ]


def _outcomes(jobs: Sequence[tuple[Path, Path]], workers: int | None) -> Iterator[Outcome]:
    wanted = workers or os.cpu_count() or 1
    if wanted == 1 or len(jobs) <= _SMALL:
        for job in jobs:
            yield one(*job)
        return
    count = min(wanted, len(jobs))
    if get_context().get_start_method() == "fork":  # workers begin with what is loaded here
        import nagarezu.importing.draft.assemble  # noqa: F401
    # Flushing a draft to disk is waiting: threads here do it while the workers read on. The first
    # `submit` starts the workers, before there is a thread.
    with (
        ProcessPoolExecutor(count, initializer=_begin) as pool,
        ThreadPoolExecutor(2 * count) as writing,
    ):
        futures = {writing.submit(_saved, pool.submit(_read, *job)): job for job in jobs}
        for future in as_completed(futures):
            try:
                yield future.result()
            except Exception as error:
                # a worker that died takes no other document with it
                document, _ = futures[future]
                yield Outcome(
                    document,
                    None,
                    "unknown",
                    error=type(error).__name__,
                    error_en=type(error).__name__,
                )


def _begin() -> None:
    """A worker keeps its rules for good, and a document leaves hardly a cycle to collect.

    Looking for cycles less often takes a fourteenth of the time, and no memory to speak of.
    """
    import nagarezu.importing.draft.assemble  # noqa: F401

    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def one(document: Path, target: Path) -> Outcome:
    """Import one document; whatever happens is an outcome."""
    return _write(*_read(document, target))


def _saved(reading: Future[_Read]) -> Outcome:
    return _write(*reading.result())


def _read(document: Path, target: Path) -> _Read:
    """What became of a document, and the files to write for it."""
    from nagarezu.importing import import_document

    try:
        draft = import_document(document)
        files = draft.files(target)
    except Exception as error:
        return _failed(document, error), {}
    matters, unread = len(draft.content.get("matters", [])), len(draft.unread)
    return Outcome(document, target, draft.family, matters, unread, len(draft.questions)), files


def _write(outcome: Outcome, files: Mapping[Path, bytes]) -> Outcome:
    try:
        for path, content in files.items():
            write_whole(path, content)
    except Exception as error:
        return _failed(outcome.document, error)
    return outcome


def _failed(document: Path, error: Exception) -> Outcome:
    if isinstance(error, NagarezuError):
        ja, en = error.message("ja"), error.message("en")
    else:
        name = type(error).__name__
        ja, en = f"内部の誤り：{name}", f"internal error: {name}"
    return Outcome(document, None, "unknown", error=ja, error_en=en)


def summary(outcomes: Sequence[Outcome], lang: Lang) -> str:
    """What was read, what was not, and why."""
    read = [each for each in outcomes if not each.error]
    lines = [
        f"{len(outcomes)}件のうち{len(read)}件を読み込みました"
        if lang == "ja"
        else f"read {len(read)} of {len(outcomes)} documents"
    ]
    for each in outcomes:
        if each.error:
            lines.append(each.error if lang == "ja" else each.error_en)
        elif each.family == "unknown":
            lines.append(
                f"{each.document}: " + ("様式が分かりません" if lang == "ja" else "no known form")
            )
    unread = sum(each.unread for each in read)
    questions = sum(each.questions for each in read)
    lines.append(
        f"読めなかった箇所 {unread}、確認の問い {questions}（各案件の .notes.json）"
        if lang == "ja"
        else f"{unread} places not read, {questions} questions (in the .notes.json of each case)"
    )
    return "\n".join(lines)

"""The command `import`: one draft to a file or stdout, or a folder of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from nagarezu import console
from nagarezu.errors import UsageError
from nagarezu.languages import Lang

_SHOWN = 20  # notes of each kind on the terminal; all of them are in the file beside the case


def run(documents: Sequence[Path], output: Path | None, *, lang: Lang, quiet: bool) -> int:
    """Return the exit code: 3 if a document of a folder could not be read."""
    if len(documents) == 1 and documents[0].is_dir():
        return _folder(documents[0], output, lang, quiet)
    from nagarezu.importing import import_document

    draft = import_document(*documents)
    if output is None:
        console.to_stdout(draft.case.to_json().encode("utf-8"))
    else:
        draft.save(output)
        if not quiet:
            console.wrote(output, lang)
    if not quiet:
        console.to_stderr(_notes(draft.unread, draft.questions, lang))
    return 0


def _notes(unread: Sequence[object], questions: Sequence[object], lang: Lang) -> str:
    from nagarezu.importing.fields.reading import Question, Unread
    from nagarezu.importing.words import question_line, unread_line

    ja = lang == "ja"
    lines = [
        f"読めなかった箇所 {len(unread)}、確認の問い {len(questions)}"
        if ja
        else f"{len(unread)} places not read, {len(questions)} questions"
    ]
    lines += [unread_line(each, lang) for each in unread[:_SHOWN] if isinstance(each, Unread)]
    lines += [
        question_line(each, lang) for each in questions[:_SHOWN] if isinstance(each, Question)
    ]
    hidden = max(len(unread) - _SHOWN, 0) + max(len(questions) - _SHOWN, 0)
    if hidden:
        lines.append(f"ほか{hidden}" if ja else f"and {hidden} more")
    return "\n".join(lines)


def _folder(folder: Path, output: Path | None, lang: Lang, quiet: bool) -> int:
    if output is None:
        raise UsageError("a folder needs a folder for its drafts: add -o FOLDER")
    from nagarezu.importing.folder import import_folder, summary

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty() and not quiet:
            sys.stderr.write(f"\r{done}/{total}" + ("\n" if done == total else ""))
            sys.stderr.flush()

    outcomes = import_folder(folder, output, progress=progress)
    if not quiet:
        console.to_stderr(summary(outcomes, lang))
    return 3 if any(each.error for each in outcomes) else 0

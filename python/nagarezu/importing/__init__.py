"""From published documents to a draft that a person confirms.

source → blocks → form → fields → draft: one module or folder a step, each knowing only those before
it. Rules only, deterministic, offline. What is not read is unknown and listed; nothing is guessed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nagarezu.importing.draft.draft import Draft

__all__ = ["import_document"]


def import_document(*paths: str | os.PathLike[str], sources: tuple[str, ...] = ()) -> Draft:
    """Read the files of one case into a draft.

    `sources` are the ids that places begin with, one for each file; else 000, 001 … NotReadable
    says why a file cannot be read at all; anything less is listed in the draft.
    """
    from nagarezu.importing.draft.assemble import assemble
    from nagarezu.importing.sources import read

    if not paths:
        raise ValueError("no document")
    ids = sources or tuple(f"{number:03}" for number in range(len(paths)))
    return assemble([read(Path(path), id_) for path, id_ in zip(paths, ids, strict=True)])

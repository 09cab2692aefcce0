"""How far long work is: a bar on a terminal or in a notebook, gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nagarezu.errors import MissingExtra
from nagarezu.inert import visible

# Called with how many are done, how many there are, and the name of the next.
Step = Callable[[int, int, str], None]


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Step | None]:
    """Yield what the work calls at each step; None where nobody watches.

    An interrupt goes through and takes the bar along.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=visible(name))

        yield step


@contextmanager
def notebook_progress() -> Iterator[Step]:
    """Yield the same for a notebook. MissingExtra without tqdm, which draws the bar there."""
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise MissingExtra("tqdm", "notebook") from error
    with tqdm(total=0, leave=False) as bar:

        def step(done: int, total: int, name: str) -> None:
            bar.total, bar.n = total, done
            bar.set_description_str(visible(name))

        yield step

"""A progress bar for long work, on a terminal only (进度)."""

import sys
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from quanheng.core.bilingual import Words

_Thing = TypeVar("_Thing")

_FEW: Final = 4
"""Fewer files are done before a bar would be seen."""
READING: Final = Words("读取", "reading")
CHECKING: Final = Words("审核", "checking")


def watched(things: Iterable[_Thing], total: int, label: str) -> Iterator[_Thing]:
    """The same things, with a labelled progress bar on stderr if it is a terminal."""
    if total < _FEW or not sys.stderr.isatty():
        yield from things
        return
    # Imported only where a bar is shown: it takes time to load.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TimeRemainingColumn,
    )

    columns = (
        "{task.description}",
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    # Without a refresh thread, as processes are forked meanwhile.
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False
    ) as progress:
        task = progress.add_task(label, total=total)
        for thing in things:
            progress.update(task, advance=1, refresh=True)
            yield thing

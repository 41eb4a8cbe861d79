"""Files in drawn layouts, each with its truth; how they are read (生成语料)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from quanheng.core.errors import QuanhengError
from quanheng.record.dump import dump_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.forms.carriers import written
from quanheng.testing.forms.form import drawn_form
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.scoring import Tally, tally


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file in a layout (生成文件).

    Attributes:
        name: What it is called.
        data: Its bytes.
        layout: How it is laid out.
        truth: What a careful reader finds in it.
    """

    name: str
    data: bytes
    layout: Layout
    truth: dict[str, Any]


def made(layouts: Iterable[Layout], seed: int) -> Iterator[MadeFile]:
    """A file for each layout.

    Args:
        layouts: How the files are laid out.
        seed: What chance begins with; the same seed makes the same files.
    """
    for number, layout in enumerate(layouts):
        # A seed that gives the same file again is wanted here, not a secret.
        form = drawn_form(layout, Random(f"{seed}/{number}"))  # noqa: S311
        data, suffix = written(form.blocks, layout["carrier"], layout["encoding"])
        yield MadeFile(f"{seed}-{number}{suffix}", data, layout, form.truth)


def read(file: MadeFile) -> Tally:
    """How the reader does with a file; one that it refuses is missed whole."""
    try:
        report = dump_report(read_report(file.data, file.name))
    except QuanhengError:
        report = {}
    return tally(file.truth, report)

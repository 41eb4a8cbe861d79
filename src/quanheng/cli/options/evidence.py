"""What the commands on evidence share: the folder, the day, the law (台账命令选项)."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.law.schemes import AUTO
from quanheng.tasks.workplace import Workplace

FolderArgument = Annotated[
    Path,
    typer.Argument(metavar="DIR|ZIP", help="台账文件夹或其压缩包 the evidence folder"),
]
DirArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
]


def workplace_of(day: date, region: str | None, law: str | None = None) -> Workplace:
    """What the tasks on evidence work by."""
    return Workplace(load_book(), day, region or NATIONWIDE, law or AUTO)

"""The folder argument of the commands on evidence (台账命令选项)."""

from pathlib import Path
from typing import Annotated

import typer

FolderArgument = Annotated[
    Path,
    typer.Argument(metavar="DIR|ZIP", help="台账文件夹或其压缩包 the evidence folder"),
]
DirArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
]

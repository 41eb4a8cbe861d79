"""The user's own file back: with notes, or corrected (批注与修正)."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from quanheng.annotate.note import Signature
from quanheng.audit.engine import Finding
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.corrections import difference, fixed_text
from quanheng.cli.answers.notes import notes_of
from quanheng.cli.checking import Checker
from quanheng.cli.session import read_input, write_output
from quanheng.core.errors import QuanhengError
from quanheng.tasks.annotate_file import annotate_file
from quanheng.tasks.fix_file import fix_file

AUTHOR: Final = "权衡 quanheng"
INITIALS: Final = "权衡"

AnnotateOption = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="DIR",
        help="在副本的相应段落或单元格写批注，存入文件夹 copies with comments",
    ),
]
FixOption = Annotated[
    bool,
    typer.Option(
        "--fix", help="改正可确定的问题，另存为“文件名.fixed” corrected copies"
    ),
]
UnsafeFixesOption = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="连同需确认的修正 corrections to confirm, too"
    ),
]
DiffOption = Annotated[
    bool, typer.Option("--diff", help="只列出修正，不写文件 show, write nothing")
]
FixedToOption = Annotated[
    Path | None,
    typer.Option(
        "--fixed-to", metavar="DIR", help="修正后的文件存入文件夹 folder for them"
    ),
]
InPlaceOption = Annotated[
    bool,
    typer.Option("--in-place", help="修正直接写回原文件 overwrite the files"),
]


@dataclass
class HandingBack:
    """What a call wants to have back of each file, and whether it could be done.

    Attributes:
        annotate: Where annotated copies go; None for none.
        fix: Whether corrected copies are written.
        unsafe: Whether corrections count that are asked one by one.
        diff: Whether corrections are only listed.
        fixed_to: Where corrected copies go; None for beside the file.
        in_place: Whether corrections are written into the file itself.
        day: The day that notes carry.
        lang: Language of notes and messages.
        failed: Whether a file could not be handed back.
        differs: Whether a listed correction would change a file.
    """

    annotate: Path | None
    fix: bool
    unsafe: bool
    diff: bool
    fixed_to: Path | None
    in_place: bool
    day: date
    lang: str
    failed: bool = False
    differs: bool = False
    _written: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.unsafe and not (self.fix or self.diff):
            raise typer.BadParameter("--unsafe-fixes 须与 --fix 或 --diff 一起用")
        if (self.in_place or self.fixed_to) and not self.fix:
            raise typer.BadParameter("--in-place、--fixed-to 须与 --fix 一起用")
        if self.in_place and self.fixed_to:
            raise typer.BadParameter("--in-place 与 --fixed-to 只能选一个")

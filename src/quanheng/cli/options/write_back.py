"""Options of ``quanheng check`` for annotated and corrected copies (批注与修正选项)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.call_faults import bad_call
from quanheng.core.bilingual import Words

AnnotateOption = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="DIR",
        help="在原文件副本的相应位置写批注，存入文件夹 copies with comments",
    ),
]
FixOption = Annotated[
    bool,
    typer.Option("--fix", help="改正可确定的问题，另存为“名称.fixed” corrected copies"),
]
UnsafeFixesOption = Annotated[
    bool, typer.Option("--unsafe-fixes", help="连同须确认的修正 also those to confirm")
]
DiffOption = Annotated[
    bool, typer.Option("--diff", help="只列出修正，不写文件 show, write nothing")
]
FixedToOption = Annotated[
    Path | None,
    typer.Option(
        "--fixed-to", metavar="DIR", help="修正后的文件存入文件夹 where they go"
    ),
]
InPlaceOption = Annotated[
    bool, typer.Option("--in-place", help="修正写回原文件 overwrite the file itself")
]


@dataclass(frozen=True, slots=True)
class WriteBackOptions:
    """Which copies of each file are written (交回方式).

    Attributes:
        annotate: Folder for annotated copies, None for none.
        fix: Whether corrected files are written.
        unsafe: Whether corrections that need confirmation are made too.
        diff: Whether corrections are only listed.
        fixed_to: Folder for corrected files, None for that of the file.
        in_place: Whether the file itself is overwritten.

    Raises:
        QuanhengError: The options contradict each other.
    """

    annotate: Path | None = None
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    fixed_to: Path | None = None
    in_place: bool = False

    def __post_init__(self) -> None:
        if self.unsafe and not self.corrects:
            raise bad_call(
                Words(
                    "--unsafe-fixes 须与 --fix 或 --diff 同用",
                    "--unsafe-fixes needs --fix or --diff",
                )
            )
        if (self.in_place or self.fixed_to) and not self.fix:
            raise bad_call(
                Words(
                    "--in-place、--fixed-to 须与 --fix 同用",
                    "--in-place and --fixed-to need --fix",
                )
            )
        exclusive = (self.in_place, self.fixed_to is not None, self.diff)
        if sum(exclusive) > 1:
            raise bad_call(
                Words(
                    "--in-place、--fixed-to、--diff 只能选一个",
                    "only one of --in-place, --fixed-to and --diff",
                )
            )

    @property
    def corrects(self) -> bool:
        """Whether corrections are made, if only to list them."""
        return self.fix or self.diff

    @property
    def any(self) -> bool:
        """Whether anything is written or listed."""
        return self.corrects or self.annotate is not None

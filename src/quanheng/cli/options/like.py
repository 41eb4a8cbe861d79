"""The option for a publisher's hints (表式提示选项)."""

from typing import Annotated

import typer

from quanheng.cli.session import read_input
from quanheng.forms.hints.hints import NO_HINTS, Hints

LikeOption = Annotated[
    str,
    typer.Option(
        "--like",
        metavar="FILE",
        help="表式提示，由 learn 生成 hints on the layout, made by learn",
    ),
]


def hints_of(like: str) -> Hints:
    """The hints in the file of the option, none without one.

    Raises:
        QuanhengError: There is no such file, or it is no hint file.
    """
    if not like:
        return NO_HINTS
    # YAML is only loaded where it is needed.
    from quanheng.record.hints import read_hints  # noqa: PLC0415

    return read_hints(*read_input(like))

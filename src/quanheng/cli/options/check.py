"""Options of ``quanheng check`` for rules, waivers and baseline (审核选项)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from quanheng.tasks.settings.settings import Threshold

SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="只审核：代码、前缀、规则名、级别 codes, names, severities",
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODES", help="不审核，写法同上 left out"),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="审核场景 unit、reviewer、publisher、strict a ready-made choice",
    ),
]
PreviewOption = Annotated[
    bool | None,
    typer.Option("--preview/--no-preview", help="含试行规则 preview rules too"),
]
ThresholdOption = Annotated[
    Threshold | None,
    typer.Option("--fail-on", help="达到该级别时退出码为1 sets exit code 1"),
]
DisclosureOption = Annotated[
    bool | None,
    typer.Option(
        "--for-disclosure/--not-for-disclosure", help="拟公开的报告 is to be published"
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="设置文件 settings, not the nearest ones"
    ),
]
NoConfigOption = Annotated[
    bool,
    typer.Option(
        "--no-config", help="不向上查找设置与豁免 look for no settings and waivers"
    ),
]
WaiversOption = Annotated[
    str | None,
    typer.Option("--waivers", metavar="FILE", help="豁免文件 accepted findings"),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="基线：已有问题不计 known findings don't count",
    ),
]
SinceOption = Annotated[
    str,
    typer.Option(
        "--since", metavar="FILE", help="只显示基线之后的新问题 show only what is new"
    ),
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline", metavar="FILE", help="将现有问题写入基线 write a baseline"
    ),
]
FullOption = Annotated[
    bool, typer.Option("--full", help="多份报告时逐份列出全部问题 all findings of each")
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", metavar="N", min=1, help="同时处理的份数 files at a time"
    ),
]


def listed(values: Iterable[str] | None) -> tuple[str, ...] | None:
    """Selectors from repeated options or lists with commas; None without any."""
    parts = (p.strip() for value in values or () for p in value.split(","))
    return tuple(part for part in parts if part) or None

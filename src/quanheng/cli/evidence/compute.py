"""``quanheng evidence compute``: what the registers give (台账取数)."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quanheng.answers.evidence.computed import computed_data, print_computed
from quanheng.cli.options.other_papers import say_notes
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    LawOption,
    RegionOption,
    YearOption,
    read_input,
)
from quanheng.evidence.bindings.agreement import agrees
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.evidence.compute_evidence import computed_alone, computed_for_report
from quanheng.tasks.reading.read_report import read_report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"


@app.command()
def compute(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
    path: Annotated[
        str, typer.Argument(metavar="[REPORT]", help="自评报告 the report")
    ] = "",
    answer: Annotated[
        _Format, typer.Option("--format", help="输出格式 format of the answer")
    ] = _Format.TEXT,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """按台账计算实际值 / Compute the actual values from the registers.

    Exit code 1: a typed value differs from the computed one.
    """
    source = evidence_source(folder)
    if path:
        report = read_report(*read_input(path)).in_year(year)
        say_notes(source.notes(report), lang)
        found = computed_for_report(report, source, region or NATIONWIDE, law or AUTO)
    else:
        found = computed_alone(source, region or NATIONWIDE)
    values = tuple(found)
    if answer is _Format.JSON:
        data = {"version": 1, "values": [computed_data(v, lang) for v in values]}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif values:
        print_computed(values, lang)
    else:
        typer.echo(_NOTHING[lang])
    if any(agrees(value) is False for value in values):
        raise typer.Exit(FOUND)


_NOTHING = {
    Lang.ZH: "无已确认的取数方式；quanheng evidence bind 可提出建议",
    Lang.EN: "no confirmed binding; quanheng evidence bind proposes some",
}

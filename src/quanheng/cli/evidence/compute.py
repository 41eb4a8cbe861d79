"""``quanheng evidence compute``: compute values from the registers (台账取数)."""

import json
from typing import Annotated

import typer

from quanheng.answers.evidence.computed import computed_data, computed_text
from quanheng.cli.folders import folder_at
from quanheng.cli.options.answer import PlainFormat, PlainOption
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import LawOption, RegionOption, YearOption, workplace_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, read_input, today
from quanheng.cli.writing.messages import say_all
from quanheng.core.bilingual import Words
from quanheng.evidence.bindings.agreement import agrees
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.evidence.compute_evidence import computed_alone, computed_for_report
from quanheng.tasks.reading.read_report import read_report


def compute(
    folder: FolderArgument,
    path: Annotated[
        str, typer.Argument(metavar="[REPORT]", help="自评报告 the report")
    ] = "",
    form: PlainOption = PlainFormat.TEXT,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """按台账计算实际值 / Compute the actual values from the registers.

    Exit code 1: a typed value differs from the computed one.
    """
    workplace = workplace_of(today(), region, law)
    source = evidence_source(folder_at(folder), workplace.book)
    if path:
        report = read_report(*read_input(path)).in_year(year)
        say_all(source.notes(report), lang)
        found = computed_for_report(report, source, workplace)
    else:
        found = computed_alone(source, workplace)
    values = tuple(found)
    if form is PlainFormat.JSON:
        data = {"version": 1, "values": [computed_data(v, lang) for v in values]}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif values:
        typer.echo(computed_text(values, lang))
    else:
        typer.echo(_NOTHING.text(lang))
    if any(agrees(value) is False for value in values):
        raise typer.Exit(FOUND)


_NOTHING = Words(
    "无已确认的取数方式；quanheng evidence bind 可提出建议",
    "no confirmed binding; quanheng evidence bind proposes some",
)

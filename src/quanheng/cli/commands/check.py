"""``quanheng check``: find the faults of reports (审核)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.audit.rule import Severity
from quanheng.cli.answers.findings_json import findings_json
from quanheng.cli.answers.findings_text import findings_text
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    RegionOption,
    as_date,
    read_input,
    today,
)
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.check_report import CheckedProject, check_report
from quanheng.tasks.read_report import read_report

app = typer.Typer(rich_markup_mode=None)


class Format(StrEnum):
    """How findings are printed (输出格式)."""

    TEXT = "text"
    JSON = "json"


class Threshold(StrEnum):
    """The severity from which on findings set exit code 1 (阈值)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


@app.command()
def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="报告文件 the reports")
    ],
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    threshold: Annotated[
        Threshold,
        typer.Option("--fail-on", help="达到该级别时退出码为1 sets exit code 1"),
    ] = Threshold.INFO,
    region: RegionOption = NATIONWIDE,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="审核日期 day of the audit")
    ] = "",
    for_disclosure: Annotated[
        bool, typer.Option("--for-disclosure", help="拟公开的报告 is to be published")
    ] = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """找出报告中的问题 / Find the faults of reports."""
    day = as_date(as_of) if as_of else today()
    checked: list[tuple[str, tuple[CheckedProject, ...]]] = []
    for path in paths:
        report = read_report(*read_input(path))
        checked.append(
            (
                path,
                check_report(
                    report, as_of=day, region=region, for_disclosure=for_disclosure
                ),
            )
        )
    if form is Format.JSON:
        typer.echo(findings_json(checked, lang))
    else:
        typer.echo(findings_text(checked, lang))
    return FOUND if _reaches(checked, threshold) else 0


def _reaches(
    checked: list[tuple[str, tuple[CheckedProject, ...]]], threshold: Threshold
) -> bool:
    if threshold is Threshold.NEVER:
        return False
    limit = Severity(threshold.value).rank
    return any(
        finding.severity.rank <= limit
        for _, projects in checked
        for project in projects
        for finding in project.findings
    )

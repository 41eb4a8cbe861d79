"""``quanheng check``: find the faults of reports (审核)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.audit.rule import Severity
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.findings_json import findings_json
from quanheng.cli.answers.findings_text import findings_text
from quanheng.cli.session import (
    BAD_CALL,
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    RegionOption,
    as_date,
    read_input,
    today,
)
from quanheng.core.errors import QuanhengError
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.check_report import check_report
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
    answers: list[CheckedFile] = []
    for path in paths:
        try:
            report = read_report(*read_input(path))
        except QuanhengError as error:
            if debug:
                raise
            answers.append(CheckedFile(path, error=error))
            typer.echo(error.text(lang), err=True)
            continue
        projects = check_report(
            report, as_of=day, region=region, for_disclosure=for_disclosure
        )
        answers.append(CheckedFile(path, projects))
    if form is Format.JSON:
        typer.echo(findings_json(answers, lang))
    elif text := findings_text(answers, lang):
        typer.echo(text)
    return _exit_code(answers, threshold)


def _exit_code(answers: list[CheckedFile], threshold: Threshold) -> int:
    if any(answer.error for answer in answers):
        return BAD_CALL
    if threshold is Threshold.NEVER:
        return 0
    limit = Severity(threshold.value).rank
    found = (
        finding.severity.rank
        for answer in answers
        for project in answer.projects
        for finding in project.findings
    )
    return FOUND if any(rank <= limit for rank in found) else 0

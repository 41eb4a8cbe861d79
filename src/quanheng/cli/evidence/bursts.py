"""``quanheng evidence bursts``: find bursts of public concern (舆情异常)."""

from typing import Annotated

import typer

from quanheng.answers.evidence.bursts import bursts_json, bursts_text
from quanheng.cli.folders import folder_at
from quanheng.cli.options.answer import PlainFormat, PlainOption
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import RegionOption, workplace_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, as_date, today
from quanheng.tasks.evidence.find_concern_bursts import find_concern_bursts


def bursts(
    folder: FolderArgument,
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="截至日期 the last day")
    ] = "",
    form: PlainOption = PlainFormat.TEXT,
    region: RegionOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """舆情异常增多的主题和地点 / Topics and places with more concerns than before.

    Exit code 1: there are some. A person decides what they mean.
    """
    day = as_date(on) if on else today()
    found = find_concern_bursts(folder_at(folder), workplace_of(day, region))
    shape = bursts_json if form is PlainFormat.JSON else bursts_text
    typer.echo(shape(found, day, lang))
    if found.bursts:
        raise typer.Exit(FOUND)

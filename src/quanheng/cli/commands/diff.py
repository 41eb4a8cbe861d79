"""``quanheng diff``: compare two reports cell by cell (比对)."""

from typing import Annotated, Final

import typer

from quanheng.answers.diff.words import differs
from quanheng.answers.formats import formatter
from quanheng.cli.options.answer import OutputOption, PageFormat, PageOption
from quanheng.cli.options.law import RegionOption, workplace_of
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, read_input, today
from quanheng.cli.writing.answer_file import check_place, write_answer
from quanheng.cli.writing.outputs import ForceOption
from quanheng.tasks.checking.diff_reports import diff_reports
from quanheng.tasks.reading.read_report import read_report

_PAPER: Final = "文件，- 为标准输入 a file, - for stdin"


def diff(  # noqa: PLR0913, PLR0917 - options are arguments
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"旧{_PAPER}")],
    new: Annotated[str, typer.Argument(metavar="NEW", help=f"新{_PAPER}")],
    form: PageOption = PageFormat.TEXT,
    output: OutputOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="也列出同值异写 same values too")
    ] = False,
    like: LikeOption = "",
    region: RegionOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """逐格比对两份报告 / Show what differs between two reports."""
    check_place(form, output)
    hints = hints_of(like)
    before, after = (read_report(*read_input(path), hints) for path in (old, new))
    found = diff_reports(before, after, workplace_of(today(), region))
    said = formatter("diff", form)(found, lang, everything=everything)
    write_answer(said, output, lang)
    return FOUND if differs(found, everything=everything) else 0

"""``quanheng evidence new``: write templates of registers (生成台账模板)."""

from typing import Annotated

import typer

from quanheng.cli.options.evidence import DirArgument
from quanheng.cli.options.law import credible
from quanheng.cli.session import DebugOption, Lang, LangOption, today
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import make_folder, write_output
from quanheng.core.bilingual import Words
from quanheng.tasks.evidence.new_evidence import new_evidence


def new(
    folder: DirArgument,
    registers: Annotated[
        str,
        typer.Option(
            "--registers",
            metavar="NAME,…",
            help="只生成所列台账，如 activities,surveys only these registers",
        ),
    ] = "",
    one_workbook: Annotated[
        bool,
        typer.Option(
            "--one-workbook", help="合为一个工作簿 all registers in one workbook"
        ),
    ] = False,
    year: Annotated[
        int | None,
        typer.Option("--year", callback=credible, help="评价年度 the evaluation year"),
    ] = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """生成台账模板 / Write templates of registers; nothing is overwritten."""
    names = [name.strip() for name in registers.split(",") if name.strip()]
    files = new_evidence(names, year or today().year, one_workbook=one_workbook)
    make_folder(folder, quiet=True)
    for name, data in files.items():
        path = folder / name
        if path.exists() or path.is_symlink():
            kept = Words(f"已存在，未改动：{path}", f"exists, left as it is: {path}")
            typer.echo(kept.text(lang))
            continue
        write_output(path, data, keeps=True)
        say_written(path, lang)

"""``quanheng new``: blank self-evaluations to fill in (新建空白自评表)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.options.law import credible, workplace_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, read_input, today
from quanheng.cli.writing.messages import say, say_all, say_written
from quanheng.cli.writing.outputs import (
    ForceOption,
    make_folder,
    may_write,
    write_output,
)
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.law.book import NATIONWIDE
from quanheng.live.blank.blank_project import FORMS, NATIONAL, Start
from quanheng.tasks.reading.project_list import ProjectList, file_names, read_projects
from quanheng.tasks.writing.new_project import new_project

_LIST_SUFFIX = ".xlsx"


def new(  # noqa: PLR0913, PLR0917 - options are arguments
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help="输出文件 .xlsx .docx .yaml；清单时为文件夹 file, or folder",
        ),
    ],
    form: Annotated[
        str, typer.Option("--form", help=f"表式 {'、'.join(FORMS)} the form")
    ] = NATIONAL,
    year: Annotated[
        int | None,
        typer.Option("--year", callback=credible, help="评价年度 evaluation year"),
    ] = None,
    region: Annotated[
        str, typer.Option("--region", help="地区，如 山西省 region")
    ] = NATIONWIDE,
    name: Annotated[str, typer.Option("--name", help="项目名称 project")] = "",
    unit: Annotated[str, typer.Option("--unit", help="实施单位 unit")] = "",
    department: Annotated[
        str, typer.Option("--department", help="主管部门 department")
    ] = "",
    projects: Annotated[
        str,
        typer.Option(
            "--list", metavar="CSV", help="项目清单，每个项目一份 one blank a project"
        ),
    ] = "",
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """新建空白自评表 / Make blank self-evaluations to fill in."""
    workplace = workplace_of(today(), region)
    start = Start(name=name, year=str(year or ""), department=department, unit=unit)
    if not projects:
        data = new_project(form, output.suffix, start, workplace, lang)
        write_output(output, data, keeps=True)
        say_written(output, lang)
        return
    if output.suffix:
        raise QuanhengError(
            Words(
                f"清单写入文件夹，{output} 疑似文件名",
                f"a list goes into a folder; {output} looks like a file",
            ),
            Words("-o 后应为文件夹名", "name a folder behind -o"),
        )
    data, file = read_input(projects)
    listed = read_projects(data, file, replace(start, name=""))
    names = file_names((one.name for one in listed.projects.values()), _LIST_SUFFIX)
    make_folder(output, quiet=True)
    kept: list[QuanhengError] = []
    for one, made in zip(listed.projects.values(), names, strict=True):
        try:
            may_write(output / made, keeps=True)
        except QuanhengError as error:
            kept.append(error)
            continue
        data = new_project(form, _LIST_SUFFIX, one, workplace, lang)
        write_output(output / made, data, keeps=True)
    _tell(listed, kept, output, lang)
    if listed.refused or kept:
        raise typer.Exit(FOUND)


def _tell(
    listed: ProjectList, kept: Sequence[QuanhengError], output: Path, lang: Lang
) -> None:
    """Print how many blanks were written, and what was refused or left out."""
    say_all(kept, lang)
    count = len(listed.projects) - len(kept)
    zh, en = f"已写入 {output}：{count}份空白表", f"wrote {count} blanks to {output}"
    typer.echo(Words(zh, en).text(lang))
    for refused in listed.refused:
        zh, en = refused.reason.zh, refused.reason.en
        say(Words(f"第{refused.row}行：{zh}", f"row {refused.row}: {en}"), lang)
    if listed.ignored:
        columns = "、".join(listed.ignored)
        say(Words(f"未用的列：{columns}", f"columns left out: {columns}"), lang)

"""Options of ``quanheng render`` for the preparation of a report (成文选项)."""

from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.call_faults import bad_call
from quanheng.core.bilingual import Words
from quanheng.drafting.templates import Templates, read_templates, shipped_templates

FixOption = Annotated[
    bool,
    typer.Option("--fix", help="先改正可确定的问题，并列出改动 correct and list first"),
]
DraftOption = Annotated[
    bool,
    typer.Option(
        "--draft", help="按数据起草空的章节，标明草稿 draft the empty chapters"
    ),
]
TemplatesOption = Annotated[
    Path | None,
    typer.Option(
        "--draft-templates",
        metavar="DIR",
        help="起草模板所在文件夹 templates of drafts",
    ),
]
AsIsOption = Annotated[
    bool,
    typer.Option(
        "--as-is", help="照原样，不整理序号和附件说明 leave numbers and notes alone"
    ),
]
TidyFiguresOption = Annotated[
    bool,
    typer.Option(
        "--tidy-figures",
        help="统一数字格式（万元、两位小数、空格印—），并列出改动"
        " write figures as the house does and list the changes",
    ),
]


def sentences_of(
    lang: str, *, draft: bool, previous: str, templates: Path | None
) -> Templates | None:
    """The sentences of drafts, None where no draft is asked for.

    Raises:
        QuanhengError: An option needs --draft, or the templates are wrong.
    """
    if draft:
        return read_templates(templates, lang) if templates else shipped_templates(lang)
    if previous or templates:
        raise bad_call(
            Words(
                "--previous、--draft-templates 须与 --draft 同用",
                "--previous and --draft-templates need --draft",
            )
        )
    return None


def refuse_both(*, as_is: bool, tidy_figures: bool) -> None:
    """Refuse a report that is to stay as it is and to be tidied.

    Raises:
        QuanhengError: Both options are given.
    """
    if as_is and tidy_figures:
        raise bad_call(
            Words(
                "--as-is 与 --tidy-figures 不得同时使用",
                "--as-is and --tidy-figures exclude each other",
            )
        )

"""The options of ``quanheng render`` for what is done to a report first (成文选项)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.call_faults import bad_call
from quanheng.core.bilingual import Words

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


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done to a report before it is printed (成文前的处理).

    Attributes:
        fix: Whether certain faults are corrected.
        draft: Whether empty chapters are drafted.
        previous: Last year's report, empty for none.
        templates: The folder of the templates, None for the shipped ones.
        as_is: Whether numbers of headings and the note on the annex stay.
        form: The form that is printed, empty for the report's own.
        figures: Whether figures are put into one format.

    Raises:
        QuanhengError: The wishes contradict each other.
    """

    fix: bool = False
    draft: bool = False
    previous: str = ""
    templates: Path | None = None
    as_is: bool = False
    form: str = ""
    figures: bool = False

    def __post_init__(self) -> None:
        if (self.previous or self.templates) and not self.draft:
            raise bad_call(
                Words(
                    "--previous、--draft-templates 须与 --draft 同用",
                    "--previous and --draft-templates need --draft",
                )
            )
        if self.as_is and self.figures:
            raise bad_call(
                Words(
                    "--as-is 与 --tidy-figures 不得同时使用",
                    "--as-is and --tidy-figures exclude each other",
                )
            )

"""Options of ``quanheng render`` for properties of the file (成稿选项)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from quanheng.cli.call_faults import bad_call
from quanheng.cli.session import as_date, read_input, today
from quanheng.core.bilingual import Words
from quanheng.writers.base import Finish

_WITH_TEMPLATE: Final = frozenset({".docx"})
_ARCHIVAL: Final = frozenset({".pdf"})

TemplateOption = Annotated[
    str,
    typer.Option(
        "--template",
        metavar="DOCX",
        help="本单位的 Word 文件，沿用其样式、页面和页眉页脚 styles and page of a file",
    ),
]
DateOption = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="写入文件属性的日期，不填则不写 day for the file's properties",
    ),
]
PdfAOption = Annotated[
    bool,
    typer.Option(
        "--pdf-a",
        help="PDF 按长期保存格式 PDF/A 输出，不填日期则为当天 a pdf to keep for ever",
    ),
]
FontsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--fonts",
        metavar="DIR",
        envvar="QUANHENG_FONTS",
        exists=True,
        file_okay=False,
        help="PDF 优先使用其中字体的文件夹 folders with fonts that lead",
    ),
]


def finish_of(
    output: Path,
    template: str = "",
    date: str = "",
    *,
    pdf_a: bool = False,
    fonts: Sequence[Path] = (),
) -> Finish:
    """The properties of the file to be written.

    Args:
        output: The file.
        template: A Word file with an office's styles, empty for the standard ones.
        date: Day for the properties, empty for none: then the same report always
            gives the same bytes.
        pdf_a: Whether a pdf must be PDF/A; it always has a day.
        fonts: Folders with fonts that are preferred to those of the system.

    Raises:
        UnreadableFileError: The template can't be read.
        QuanhengError: The date is wrong, or an option does not suit the file type.
    """
    if template and output.suffix.lower() not in _WITH_TEMPLATE:
        raise bad_call(Words("--template 只用于 .docx", "--template is only for .docx"))
    if pdf_a and output.suffix.lower() not in _ARCHIVAL:
        raise bad_call(Words("--pdf-a 只用于 .pdf", "--pdf-a is only for .pdf"))
    day = as_date(date) if date else None
    return Finish(
        created=day or (today() if pdf_a else None),
        template=read_input(template)[0] if template else None,
        archival=pdf_a,
        fonts=tuple(fonts),
    )

"""Documents to pdf files (PDF 写出器)."""

import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Final, cast

from quanheng.core.errors import MissingExtraError, UnreadableFileError
from quanheng.document.blocks import Document
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.pdf.content import content
from quanheng.writers.pdf.fonts import FontBook, font_book

if TYPE_CHECKING:
    from typst import Compiler

_ARCHIVAL: Final = "a-1a"
"""PDF/A-1a, which GB/T 23286.1 takes over: with tags, for keeping for ever."""

_SETTING: Final = Lock()
"""The typesetter keeps its sources between two files; one at a time uses it."""


class PdfWriter:
    """Writes a tagged pdf file in the look of the Word file (PDF 写出器)."""

    suffix: ClassVar[str] = ".pdf"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a pdf file.

        Raises:
            MissingExtraError: The typesetter or Chinese fonts are not installed.
            UnreadableFileError: An archival file has no day, or its text has signs
                that an archive can't keep.
        """
        if find_spec("typst") is None:
            raise MissingExtraError(
                "生成 PDF 的组件没有安装",
                "请运行 pip install 'quanheng[pdf]'",
                message_en="The part that writes pdf files is not installed",
                hint_en="run pip install 'quanheng[pdf]'",
            )
        if finish.archival and finish.created is None:
            raise UnreadableFileError(
                "长期保存的 PDF/A 文件须有日期",
                message_en="An archival PDF/A file must have a day",
            )
        book = font_book(finish.fonts)
        data = {**content(document), **_day(finish), "fonts": book.families}
        return _set(json.dumps(data, ensure_ascii=False), book, finish)


def _day(finish: Finish) -> dict[str, dict[str, int] | None]:
    day = finish.created
    parts = {"year": day.year, "month": day.month, "day": day.day} if day else None
    return {"date": parts}


def _set(data: str, book: FontBook, finish: Finish) -> bytes:
    from typst import TypstError

    standards = [_ARCHIVAL] if finish.archival else []
    try:
        with _SETTING:
            made = _compiler(finish.fonts).compile(
                _layout(),
                format="pdf",
                sys_inputs={"data": data},
                pdf_standards=standards,
            )
    except TypstError as error:
        if not finish.archival:
            raise
        raise UnreadableFileError(
            f"不能生成 PDF/A：{error.message}",
            "文中有不能长期保存的字符，请改正后再试，或生成普通 PDF",
            message_en=f"The PDF/A can't be made: {error.message}",
            hint_en="the text has signs that can't be kept for ever; "
            "mend them or write an ordinary pdf",
        ) from error
    return cast("bytes", made)


@cache
def _compiler(folders: tuple[Path, ...]) -> "Compiler":
    """The typesetter, which keeps its fonts loaded."""
    from typst import Compiler

    fonts = font_book(folders).fonts
    return Compiler(_layout(), font_paths=fonts, ignore_system_fonts=True)


@cache
def _layout() -> bytes:
    return files(__package__).joinpath("report.typ").read_bytes()

"""Writer of PDF files (PDF 写出器)."""

import json
from typing import ClassVar

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import Document
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.pdf.content import content
from quanheng.writers.pdf.typesetter import typesetter


class PdfWriter:
    """Writes tagged PDF files in the layout of the Word file (PDF 写出器)."""

    suffix: ClassVar[str] = ".pdf"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a pdf file.

        Raises:
            UnreadableFileError: An archival file has no date, or its text has
                characters that PDF/A does not allow.
        """
        if finish.archival and finish.created is None:
            raise UnreadableFileError(
                Words(
                    "长期保存的 PDF/A 文件须有日期",
                    "An archival PDF/A file must have a day",
                )
            )
        setter = typesetter(finish.fonts)
        day = finish.created
        parts = {"year": day.year, "month": day.month, "day": day.day} if day else None
        data = {**content(document), "date": parts, "fonts": setter.families}
        text = json.dumps(data, ensure_ascii=False)
        return setter.set(text, archival=finish.archival)

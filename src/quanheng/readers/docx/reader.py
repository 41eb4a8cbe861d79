"""Reader of Word files (docx) (读取 Word)."""

from quanheng.document.blocks import Block, Document
from quanheng.document.headings import with_title
from quanheng.office.package import Package
from quanheng.readers.docx.layout import LayoutReading
from quanheng.readers.docx.pictures import unread_in
from quanheng.readers.docx.traces import marks_in
from quanheng.readers.docx.walk import (
    body_of,
    main_part,
    paragraphs_of,
    parsed,
    styles_of,
    walk,
)


class DocxReader:
    """Reads Word files with all tracked changes accepted.

    Places: paragraphs outside tables count from 1, including empty ones and those of
    text boxes and the table of contents; tables count from 1 in reading order,
    nested ones after the table that contains them; rows and columns are grid ones.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of a Word file.

        Raises:
            UnreadableFileError: The file is damaged, unsafe or too large.
        """
        package = Package(data)
        main = main_part(package)
        root = parsed(package, main)
        marks = marks_in(package, main, root)
        body = body_of(root)
        styles = styles_of(package, main)
        layout = LayoutReading(package, main, body, styles, marks)
        blocks: list[Block] = []
        for found, places in walk(
            body, paragraphs_of(package, main, body, None, styles)
        ):
            read = tuple(found)
            layout.add(read, tuple(places))
            blocks += read
        return Document(
            name,
            with_title(blocks),
            layout=layout.layout(),
            unread=tuple(unread_in(root)),
        )

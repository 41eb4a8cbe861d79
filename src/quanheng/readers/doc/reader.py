"""Old Word files (doc) to documents (读取旧版 Word)."""

import struct
from collections.abc import Iterator

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged
from quanheng.document.blocks import Block, Document
from quanheng.document.headings import with_title
from quanheng.readers.compound import CompoundFile
from quanheng.readers.doc.boxes import read_boxes
from quanheng.readers.doc.characters import Characters, read_fonts
from quanheng.readers.doc.formats import Formats
from quanheng.readers.doc.header import Part, read_header
from quanheng.readers.doc.lists import read_lists
from quanheng.readers.doc.pages import ParagraphPages, character_runs
from quanheng.readers.doc.pieces import Text
from quanheng.readers.doc.story import Story
from quanheng.readers.doc.styles import read_styles
from quanheng.readers.word.numbering import Numbering


class DocReader:
    """Reads the files of Word 97 to 2003 as they look with all changes accepted.

    What is deleted or hidden is left out; notes, comments and page headers are not
    read; text boxes stand below the paragraph that they hang on.

    Places: every paragraph outside tables counts, from 1, empty ones and those of
    text boxes included; tables count from 1 in reading order, a nested one after
    the one around it, whose cell leaves its text to it; rows and columns are those
    of the grid that the edges of all cells of a table make.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of an old Word file.

        Raises:
            UnreadableFileError: The file is damaged, protected, too old or too large.
        """
        try:
            return Document(name, with_title(_blocks(CompoundFile(data))))
        except struct.error as error:
            # A number was to be read beyond the end of its stream.
            raise damaged(
                Words("内部结构不完整", "its inner structure is broken")
            ) from error


def _blocks(file: CompoundFile) -> Iterator[Block]:
    word = file.stream("WordDocument")
    header = read_header(word)
    table, data = file.stream(header.table), file.stream("Data")

    text = Text(word, header.cut(table, Part.PIECES))
    runs = list(character_runs(word, header.cut(table, Part.CHARACTER_PAGES)))
    fonts = read_fonts(header.cut(table, Part.FONTS))
    hanging, loose = read_boxes(
        header.cut(table, Part.SHAPES),
        header.cut(table, Part.TEXT_BOXES),
        header.main_length,
        header.text_boxes_at,
        header.text_boxes_length,
    )
    story = Story(
        text,
        Characters(text, runs, fonts, data),
        ParagraphPages(word, header.cut(table, Part.PARAGRAPH_PAGES)),
        Formats(read_styles(header.cut(table, Part.STYLES)), data),
        Numbering(
            lambda: read_lists(
                header.tail(table, Part.LISTS),
                header.cut(table, Part.LIST_REFERENCES),
            )
        ),
        hanging,
    )
    yield from story.read(0, header.main_length)
    for start, end in loose:
        yield from story.read(start, end)

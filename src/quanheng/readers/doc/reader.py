"""Reader of old Word files (doc) (读取旧版 Word)."""

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
    """Reads files of Word 97 to 2003 with all tracked changes accepted.

    Deleted and hidden text, notes, comments and page headers are skipped; a text box
    follows the paragraph that anchors it.

    Places: paragraphs outside tables count from 1, including empty ones and those of
    text boxes; tables count from 1 in reading order, nested ones after the table
    that contains them; rows and columns are those of the table's grid.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of an old Word file.

        Raises:
            UnreadableFileError: The file is damaged, protected, too old or too large.
        """
        try:
            return Document(name, with_title(_blocks(CompoundFile(data))))
        except struct.error as error:
            # A stream ended too early.
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
    anchored, unanchored = read_boxes(
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
        anchored,
    )
    yield from story.read(0, header.main_length)
    for start, end in unanchored:
        yield from story.read(start, end)

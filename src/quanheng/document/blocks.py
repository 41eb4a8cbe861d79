"""A document: headings, paragraphs and tables in reading order (文档)."""

from dataclasses import dataclass
from typing import TypeAlias

from quanheng.core.source import WHOLE_FILE, Source
from quanheng.core.unread import Unread
from quanheng.document.chart import Chart
from quanheng.document.layout import DocumentLayout
from quanheng.document.table import Align, Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with its automatic number in the text (标题).

    Attributes:
        text: The text with its number: 一、项目的基本情况.
        level: 0 for the document's title, then 1 for 一、, 2 for （一）, 3 for 1.,
            4 for （1）.
        at: Its place.
    """

    text: str
    level: int
    at: Source = WHOLE_FILE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text (段落).

    Attributes:
        text: The text with its line breaks.
        align: For writers.
        at: Its place.
        is_small: Whether it has the size of table cells (表下行); for writers.
    """

    text: str
    align: Align = Align.LEFT
    at: Source = WHOLE_FILE
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class AnnexStart:
    """A page break with the label of an annex: 附件1 (附件); for writers.

    Readers read such a label as a paragraph or heading.

    Attributes:
        label: The label.
        across: Whether its pages are landscape (横向).
    """

    label: str
    across: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents (目录); for writers."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A table that unfolds on demand (折叠明细); omitted by writers that can't fold."""

    summary: str
    table: Table


Block: TypeAlias = Heading | Paragraph | Table | AnnexStart | Contents | Folded | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file in reading order (文档).

    Attributes:
        name: The file's name.
        blocks: Its blocks.
        title: Title for the file's properties; for writers.
        layout: Its layout, None if the format has none.
        unread: The parts of the file that were not read, with the reason.
    """

    name: str
    blocks: tuple[Block, ...]
    title: str = ""
    layout: DocumentLayout | None = None
    unread: tuple[Unread, ...] = ()

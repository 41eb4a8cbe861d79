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
    """A heading (标题), its automatic number rendered into the text.

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
        text: The text, line breaks inside the paragraph kept.
        align: For writers.
        at: Its place.
        is_small: Whether it is set as the cells of a table are (表下行); for writers.
    """

    text: str
    align: Align = Align.LEFT
    at: Source = WHOLE_FILE
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class AnnexStart:
    """A new page that begins an annex, with its label (附件): 附件1.

    Readers never make one: a label that they meet is a paragraph or heading.

    Attributes:
        label: The label.
        across: Whether its pages are laid across (横向); for writers.
    """

    label: str
    across: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents (目录); for writers."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A table that opens on demand (折叠明细); writers that can't fold leave it out.

    Attributes:
        summary: The line that stands for it.
        table: What it opens to.
    """

    summary: str
    table: Table


Block: TypeAlias = Heading | Paragraph | Table | AnnexStart | Contents | Folded | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, in reading order (文档).

    Attributes:
        name: The file's name.
        blocks: Its blocks.
        title: Title for the file's properties; for writers.
        layout: How it is set; None where its format does not say.
        unread: What of the file is in none of the blocks, with the reason.
    """

    name: str
    blocks: tuple[Block, ...]
    title: str = ""
    layout: DocumentLayout | None = None
    unread: tuple[Unread, ...] = ()

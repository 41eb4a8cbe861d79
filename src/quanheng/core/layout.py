"""The layout of a file: pages, type, tables, traces of editing (版面).

Pages and tables are measured in millimetres, type in points.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import WHOLE_FILE, Source


class Alignment(StrEnum):
    """Alignment of a paragraph (对齐)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"
    OUTSIDE = "outside"
    """Right on odd pages, left on even ones."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number in a footer (页码).

    Attributes:
        font: Font of its digits, empty if none is set.
        size: In points.
        align: Its alignment.
        is_dashed: Whether it is between dashes.
        is_even: Whether the footer is for even pages only.
    """

    font: str
    size: Decimal
    align: Alignment
    is_dashed: bool
    is_even: bool = False


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins of one section, in millimetres (页面设置).

    Attributes:
        width: Of the paper in its orientation.
        height: Of the paper in its orientation.
        top: Margin.
        bottom: Margin.
        left: Margin, gutter included.
        right: Margin.
        page_numbers: The page numbers in its headers and footers.
        at: Where the section begins.
    """

    width: Decimal
    height: Decimal
    top: Decimal
    bottom: Decimal
    left: Decimal
    right: Decimal
    page_numbers: tuple[PageNumber, ...] = ()
    at: Source = WHOLE_FILE

    @property
    def is_landscape(self) -> bool:
        """Whether the page is wider than high (横排)."""
        return self.width > self.height

    @property
    def room(self) -> Decimal:
        """Height of the type area."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The typesetting of a paragraph (排版).

    Attributes:
        font: Chinese font of most of its text, empty if none is set.
        size: In points.
        pitch: Line pitch in points; estimated where the spacing is a multiple of the
            font's own.
        indent: Of the first line, in characters.
        align: Its alignment.
    """

    font: str
    size: Decimal
    pitch: Decimal
    indent: Decimal = Decimal(0)
    align: Alignment = Alignment.LEFT


class TextRole(StrEnum):
    """The level of a text in the outline (文字层次)."""

    TITLE = "title"
    LEVEL1 = "level1"
    """一、"""
    LEVEL2 = "level2"
    """（一）"""
    LEVEL3 = "level3"
    """1."""
    LEVEL4 = "level4"
    """（1）"""
    BODY = "body"


@dataclass(frozen=True, slots=True)
class TextLayout:
    """The texts of one role with the same typesetting (同一排版的文字).

    Attributes:
        role: Their role.
        setting: Their typesetting.
        first: The first of them.
        count: How many there are.
        also: Places of the others.
    """

    role: TextRole
    setting: Typesetting
    first: Field
    count: int = 1
    also: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The layout of a table on its pages (表格版面).

    Attributes:
        rows: Rows of its grid.
        height: Least height of its lines in millimetres; 0 where the head is repeated
            or the rows are few.
        room: Height of the type area around it.
        has_head: Whether its first rows name its columns.
        repeats_head: Whether its first row is repeated on every page.
        ragged: Numbers of the rows that are shorter or longer than the others without
            skipped cells.
        at: Its place.
    """

    rows: int
    height: Decimal
    room: Decimal
    has_head: bool = False
    repeats_head: bool = False
    ragged: tuple[int, ...] = ()
    at: Source = WHOLE_FILE


class TraceKind(StrEnum):
    """The kind of an editing trace (编辑痕迹)."""

    CHANGE = "change"
    """A tracked change (修订)."""
    COMMENT = "comment"
    """批注"""
    HIDDEN = "hidden"
    """Hidden text (隐藏文字)."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A trace of editing in a file (编辑痕迹).

    Attributes:
        kind: Its kind.
        author: Its author, empty if the file does not say.
        at: Its place; the whole file if the text around it is deleted.
    """

    kind: TraceKind
    author: str = ""
    at: Source = WHOLE_FILE


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties (文件属性).

    Attributes:
        creator: Author (作者).
        editor: Who saved it last (最后保存者).
        company: Company (单位).
    """

    creator: str = ""
    editor: str = ""
    company: str = ""


NO_PROPERTIES: Final = Properties()


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a report (版面).

    Pages, traces and other facts of the whole file are kept with its first project.

    Attributes:
        pages: Its sections in order.
        texts: Its narrative, grouped by typesetting.
        tables: Its tables in order.
        traces: Its traces of editing.
        properties: Its document properties.
    """

    pages: tuple[PageSetup, ...] = ()
    texts: tuple[TextLayout, ...] = ()
    tables: tuple[TableLayout, ...] = ()
    traces: tuple[Trace, ...] = ()
    properties: Properties = NO_PROPERTIES

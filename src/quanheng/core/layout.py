"""How a file is set, as plain facts: page, type, tables, traces (版面).

Lengths of pages and tables are millimetres, those of type points.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import WHOLE_FILE, Source


class Alignment(StrEnum):
    """Where the lines of a paragraph stand (对齐)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"
    OUTSIDE = "outside"
    """Right on odd pages, left on even ones."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """How one footer shows the number of the page (页码).

    Attributes:
        font: Font of its digits, empty where none is named.
        size: In points.
        align: Where it stands.
        is_dashed: Whether it stands between dashes.
        is_even: Whether the footer is that of even pages alone.
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
        width: Of the paper as it is turned.
        height: Of the paper as it is turned.
        top: Margin.
        bottom: Margin.
        left: Margin, that for the binding included.
        right: Margin.
        page_numbers: The page numbers of its headers and footers.
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
        """Whether the paper lies on its long side (横排)."""
        return self.width > self.height

    @property
    def room(self) -> Decimal:
        """Height of the type area."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How a paragraph is set (排版).

    Attributes:
        font: Chinese font of most of its text, empty where none is named.
        size: In points.
        pitch: From line to line, in points; estimated where lines are spaced in
            multiples of what the font needs.
        indent: Of the first line, in characters.
        align: Where its lines stand.
    """

    font: str
    size: Decimal
    pitch: Decimal
    indent: Decimal = Decimal(0)
    align: Alignment = Alignment.LEFT


class TextRole(StrEnum):
    """What a text is in the outline (文字层次)."""

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
    """The texts of one role that are set alike (同一排版的文字).

    Attributes:
        role: What they are.
        setting: How they are set.
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
    """How a table stands on its pages (表格版面).

    Attributes:
        rows: Rows of its grid.
        height: Millimetres that its lines take at least; 0 where the head is repeated
            or the rows are few.
        room: Height of the type area that it stands in.
        has_head: Whether its first rows name its columns.
        repeats_head: Whether its first row is repeated on every page.
        ragged: Numbers of the rows that end elsewhere than the others, without
            saying so.
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
    """What editing leaves in a file (编辑痕迹)."""

    CHANGE = "change"
    """A tracked change (修订)."""
    COMMENT = "comment"
    """批注"""
    HIDDEN = "hidden"
    """Hidden text (隐藏文字)."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that editing left (编辑痕迹).

    Attributes:
        kind: What it is.
        author: Who left it, empty where the file does not say.
        at: Its place; the whole file where the text around it is deleted.
    """

    kind: TraceKind
    author: str = ""
    at: Source = WHOLE_FILE


@dataclass(frozen=True, slots=True)
class Properties:
    """Who made a file by its own account (文件属性).

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
    """How a report is set (版面).

    What belongs to the whole file, as its pages and traces, stands with the first
    project in it alone.

    Attributes:
        pages: Its sections in order.
        texts: Its narrative, what is set alike together.
        tables: Its tables in order.
        traces: What editing left.
        properties: Who made it.
    """

    pages: tuple[PageSetup, ...] = ()
    texts: tuple[TextLayout, ...] = ()
    tables: tuple[TableLayout, ...] = ()
    traces: tuple[Trace, ...] = ()
    properties: Properties = NO_PROPERTIES

"""The layout of a document (文档版面)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quanheng.core.layout import (
    NO_PROPERTIES,
    PageSetup,
    Properties,
    TableLayout,
    Trace,
    Typesetting,
)
from quanheng.core.source import Source


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """The layout of a file, for formats that define it (文档版面).

    Attributes:
        pages: The page setup of its sections in order.
        paragraphs: The typesetting of each paragraph outside tables.
        tables: Its tables in order.
        traces: Its traces of editing.
        properties: Its author and editor.
    """

    pages: tuple[PageSetup, ...] = ()
    paragraphs: Mapping[Source, Typesetting] = field(default_factory=dict)
    tables: tuple[TableLayout, ...] = ()
    traces: tuple[Trace, ...] = ()
    properties: Properties = NO_PROPERTIES

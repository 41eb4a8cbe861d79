"""How a document is set, place by place (文档版面)."""

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
    """What a file says of its own looks, for the formats that say it (文档版面).

    Attributes:
        pages: Its sections in order.
        paragraphs: How each paragraph outside tables is set.
        tables: Its tables in order.
        traces: What editing left.
        properties: Who made it.
    """

    pages: tuple[PageSetup, ...] = ()
    paragraphs: Mapping[Source, Typesetting] = field(default_factory=dict)
    tables: tuple[TableLayout, ...] = ()
    traces: tuple[Trace, ...] = ()
    properties: Properties = NO_PROPERTIES

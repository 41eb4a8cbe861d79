"""The elements of a page as blocks (网页正文)."""

from collections.abc import Iterator

from lxml import etree

from quanheng.core.source import Source
from quanheng.document.blocks import Block, Heading
from quanheng.document.headings import text_blocks
from quanheng.readers.html import elements as e
from quanheng.readers.html.lines import LINE_BREAK, Line
from quanheng.readers.html.numbers import ItemNumbers
from quanheng.readers.html.table import lay_out, rows_in_groups
from quanheng.readers.limits import PlaceBudget, check_depth
from quanheng.readers.word.fields import is_damaged_entry

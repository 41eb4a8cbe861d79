"""Lines outside tables (正文): running headers, contents, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.document.headings import is_contents_entry, printed_level
from quanheng.readers.pdf.lines import Line, is_wrapped, joined
from quanheng.readers.pdf.page import Box
from quanheng.readers.pdf.tables import Sheet

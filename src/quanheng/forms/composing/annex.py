"""The annex of a report with the form in it (附件)."""

import re
from collections.abc import Iterator
from typing import Final

from quanheng.document.blocks import AnnexStart, Block, Heading
from quanheng.document.table import Table
from quanheng.forms.composing.grid import is_wide

_LABEL_AND_TITLE: Final = re.compile(r"(附件\d*)\s+(\S.*)")


def annex_blocks(label: str, form: Table | None) -> Iterator[Block]:
    """The start of an annex, its title on a line of its own, and the form."""
    across = form is not None and is_wide(form)
    if apart := _LABEL_AND_TITLE.fullmatch(label):
        yield AnnexStart(apart[1], across=across)
        yield Heading(apart[2], 0)
    else:
        yield AnnexStart(label, across=across)
    if form is not None:
        yield form

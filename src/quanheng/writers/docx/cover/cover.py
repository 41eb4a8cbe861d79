"""The cover: title and lines of labels and values (封面)."""

from collections.abc import Iterator, Sequence

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.writers.docx.cover.plan import COLON, CoverPlan, parted, planned
from quanheng.writers.docx.markup import Element, run, runs, text, w
from quanheng.writers.docx.paging.estimate import Measures
from quanheng.writers.docx.paragraph import titled
from quanheng.writers.docx.table import table


def cover(blocks: Sequence[Block], measures: Measures) -> Iterator[Element]:
    """Title and lines, spread over a page.

    Labels are spread to the width of the longest one, so that the colons align; the
    lines are centred as a whole.
    """
    plan = planned(blocks, measures)
    for block in blocks:
        if isinstance(block, Heading):
            page = measures.page
            yield titled(block.text, page, before=plan.top, after=plan.after)
        elif isinstance(block, Paragraph):
            yield _line(block, plan, measures)
        elif isinstance(block, Table):
            yield table(block, measures.page)


def _line(block: Paragraph, plan: CoverPlan, measures: Measures) -> Element:
    label, value = parted(block.text)
    style = w("pStyle", val="Cover")
    if not label:
        align = (
            w("jc", val=block.align.value) if block.align is not Align.LEFT else None
        )
        return w("p", w("pPr", style, align), *runs(value))
    character = round(2 * measures.half_width)
    hanging = (plan.label + len(COLON)) * character
    indent = w("ind", left=plan.side * character + hanging, hanging=hanging)
    spread = _spread(label, plan.label, character)
    return w("p", w("pPr", style, indent), *spread, *runs(value))


def _spread(label: str, width: int, character: int) -> Iterator[Element]:
    """The label spread to ``width`` characters, then its colon."""
    gaps = len(label) - 1
    if gaps:
        tracking = (width - len(label)) * character // gaps
        yield run(text(label[:-1]), tracking=tracking)
    yield run(text(label[-1] + COLON))

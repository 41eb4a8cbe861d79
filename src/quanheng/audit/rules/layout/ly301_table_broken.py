from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.layout import TableLayout
from quanheng.core.quantity import plain

_NAMED_ROWS: Final = 5
"""So many ragged rows are named in the message; all of them are marked."""


@rule(
    code="LY301",
    name="table-broken",
    title=Words(
        "跨页表格未重复表头或列数不一致",
        "Table without repeated head or with ragged columns",
    ),
    message=Words(
        "表格{rows}行，高约{height}毫米，超过一页可用的{room}毫米，应设置重复标题行",
        "the table of {rows} rows is about {height} mm high and a page holds {room} "
        "mm: its head is to be repeated",
    ),
    variants={
        "ragged": Words(
            "表格第{rows}行的列数与其他行不一致",
            "row(s) {rows} of the table have other columns than the rest",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "自评复核中的常见问题"),),
)
def table_broken(dossier: Dossier) -> Iterator[Answer]:
    """A long table lacks a repeated head (重复标题行), or has ragged rows.

    Why it matters:
        On the second page nobody knows which column holds the target.

    What it leaves alone:
        Tables that may fit on a page, as heights are underestimated; tables of few
        rows, which hold text; forms, whose column heads are too far down to be
        repeated; a note across the table; rows marked as beginning late or ending
        early.

    Catalogue:
        No edit is offered: edits change the text of a place, not its typesetting.
    """
    layout = dossier.project.layout
    if layout is None or not layout.tables:
        yield NO_LAYOUT
        return
    for table in layout.tables:
        if _needs_head(table):
            yield Hit(
                at=table.at,
                says={
                    "rows": table.rows,
                    "height": plain(table.height),
                    "room": plain(table.room),
                },
            )
        if table.ragged:
            yield _ragged(table)


def _needs_head(table: TableLayout) -> bool:
    return table.has_head and not table.repeats_head and 0 < table.room < table.height


def _ragged(table: TableLayout) -> Hit:
    rows = [str(row) for row in table.ragged]
    first, *others = (replace(table.at, row=row) for row in table.ragged)
    return Hit(
        at=first,
        says={"rows": listed(rows, _NAMED_ROWS)},
        also=tuple(others),
        variant="ragged",
    )

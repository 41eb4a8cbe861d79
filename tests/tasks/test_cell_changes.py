"""A text that is joined from several cells is changed in the cell that is meant."""

from dataclasses import replace

import pytest

from quanheng.annotate.note import Change
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit, Hit
from quanheng.audit.rules.value.vl201_operator_missing import operator_missing
from quanheng.core.source import Source
from quanheng.document.blocks import Document
from quanheng.document.table import Cell, Table
from quanheng.readers import read_document
from quanheng.tasks.writing.cell_changes import in_own_cells
from quanheng.tasks.writing.fix_file import fix_file
from quanheng.writers import writer_for

AT = Source(table=1, row=2, column=1)


def document(text: str) -> Document:
    return Document("a", (Table((Cell(text, 1, 0, at=AT),), 2, 1),))


@pytest.mark.parametrize(
    ("own", "old", "new", "now"),
    [
        ("100", "100%", "≥100%", "≥100"),
        ("100", "≥100%", "≥100.00%", "100.00"),
        ("12", "≥12场", "≥13场", "13"),
        ("100", "≥100%", "≤100%", None),
        ("100", "100%", "≥100", None),
        ("1", "11%", "≥11%", None),
        ("100%", "100%", "≥100%", None),
        ("", "100%", "≥100%", None),
        ("其他", "100%", "≥100%", None),
    ],
)
def test_only_the_cells_own_part_changes(
    own: str, old: str, new: str, now: str | None
) -> None:
    asked = Change(AT, old, new)
    wanted = {} if now is None else {Change(AT, own, now): asked}
    assert in_own_cells(document(own), [asked]) == wanted


@pytest.mark.parametrize(("new", "text"), [("≥100%", "≥100"), ("≥100", "100")])
def test_file_gets_the_part_and_counts_what_it_cannot_hold(new: str, text: str) -> None:
    cells = tuple(Cell(t, 0, c) for c, t in enumerate(("到位率", "100", "%")))
    written = Document("a", (Table(cells, 1, 3),))
    data = writer_for(".docx").write(written)
    at = replace(AT, row=1, column=2)

    def check(now: bytes) -> list[Finding]:
        (block,) = read_document(now, "a.docx").blocks
        assert isinstance(block, Table)
        if block.cells[1].text != "100":
            return []
        edit = Edit(at, "100%", new, safe=True)
        return [Finding(operator_missing, Hit(at, edits=(edit,)))]

    result = fix_file(data, "a.docx", check)
    (block,) = read_document(result.data, "a.docx").blocks
    assert isinstance(block, Table)
    assert [cell.text for cell in block.cells] == ["到位率", text, "%"]
    assert (len(result.done), len(result.left)) == ((1, 0) if text != "100" else (0, 1))

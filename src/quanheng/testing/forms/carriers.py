"""Blocks → bytes of a file (载体)."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from html import escape
from typing import Final, cast

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from typst import Compiler, Fonts

from quanheng.testing.forms.grid import Block, Cell, Line, Sheet
from quanheng.writers.list_book import UNDATED
from quanheng.writers.pdf.fonts import PACKAGED


def written(blocks: Sequence[Block], carrier: str, encoding: str) -> tuple[bytes, str]:
    """A file of a carrier, and its suffix."""
    if carrier.startswith("text_"):
        return _CARRIERS_OF_TEXT[carrier](blocks).encode(encoding), ".txt"
    if carrier == "html":
        return _html(blocks, encoding), ".html"
    if carrier == "docx":
        return _docx(blocks), ".docx"
    if carrier == "xlsx":
        return _xlsx(blocks), ".xlsx"
    return _pdf(blocks, low=carrier == "pdf_low_rows"), ".pdf"


# -- files with true grids


def _html(blocks: Sequence[Block], encoding: str) -> bytes:
    parts = [f'<html><head><meta charset="{encoding}"></head><body>']
    for block in blocks:
        if isinstance(block, Line):
            parts.append(f"<p>{_lined(block.text)}</p>")
            continue
        rows = (
            "<tr>" + "".join(_td(cell) for cell in row.cells) + "</tr>"
            for row in block.rows
        )
        parts.append(f'<table border="1">{"".join(rows)}</table>')
    return "\n".join([*parts, "</body></html>"]).encode(encoding)


def _td(cell: Cell) -> str:
    return f'<td colspan="{cell.across}" rowspan="{cell.down}">{_lined(cell.text)}</td>'


def _lined(text: str) -> str:
    return escape(text).replace("\n", "<br>")


_XML: Final = '<?xml version="1.0"?>'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
_TYPE: Final = "application/vnd.openxmlformats"
_WORD: Final = "officedocument.wordprocessingml.document.main+xml"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCX: Final = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{_TYPE}-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_TYPE}-{_WORD}"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    ),
}


def _docx(blocks: Sequence[Block]) -> bytes:
    body = "".join(
        _paragraphs(block.text) if isinstance(block, Line) else _word_table(block)
        for block in blocks
    )
    document = (
        f'{_XML}<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body>'
        "</w:document>"
    )
    parts = _DOCX | {"word/document.xml": document}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            # A ZipInfo has a fixed date: the same form is the same file.
            archive.writestr(zipfile.ZipInfo(name), part)
    return file.getvalue()


def _paragraphs(text: str) -> str:
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def _word_table(sheet: Sheet) -> str:
    columns = '<w:gridCol w:w="800"/>' * sheet.width
    grid = sheet.grid()
    above: dict[int, tuple[Cell, int]] = {}
    rows = []
    for row, line in enumerate(grid):
        cells, column = [], 0
        while column < sheet.width:
            cell = line[column]
            if cell is not None:
                merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
                above[column] = cell, row + cell.down
                text = _paragraphs(cell.text)
            elif column in above and above[column][1] > row:
                cell, merge, text = above[column][0], "<w:vMerge/>", "<w:p/>"
            else:
                cell, merge, text = Cell(""), "", "<w:p/>"
            span = f'<w:gridSpan w:val="{cell.across}"/>{merge}'
            width = '<w:tcW w:w="800"/>'
            cells.append(f"<w:tc><w:tcPr>{width}{span}</w:tcPr>{text}</w:tc>")
            column += cell.across
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _xlsx(blocks: Sequence[Block]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime(UNDATED.year, 1, 1)})
    sheet = book.add_worksheet("自评表")
    row = 0
    for block in blocks:
        if isinstance(block, Line):
            sheet.write_string(row, 0, block.text)
            row += 1
            continue
        for down, column, cell in block.placed():
            last = row + down + cell.down - 1, column + cell.across - 1
            if cell.across * cell.down > 1:
                sheet.merge_range(row + down, column, *last, "")
            if cell.text:
                sheet.write_string(row + down, column, cell.text)
        row += len(block.rows)
    book.close()
    return file.getvalue()


def _pdf(blocks: Sequence[Block], *, low: bool) -> bytes:
    lines = [
        "#set document(date: none)",
        "#set page(width: 29.7cm, height: 21cm, margin: 1.5cm)",
        '#set text(font: ("Noto Sans CJK SC"), size: 8pt, lang: "zh")',
    ]
    for block in blocks:
        if isinstance(block, Line):
            lines.append(f"#par(text({_quoted(block.text)}))")
            continue
        rows = f"rows: {_LOW_ROW}, " if low else ""
        cells = ", ".join(_typst_cell(cell) for row in block.rows for cell in row.cells)
        lines.append(f"#table(columns: (1fr,) * {block.width}, {rows}{cells})")
    compiler = Compiler(
        "\n".join(lines).encode(), font_paths=_fonts(), ignore_system_fonts=True
    )
    return cast("bytes", compiler.compile(format="pdf"))


_LOW_ROW: Final = "22pt"
"""Lower than three lines of text, so that they run over the rule."""


def _typst_cell(cell: Cell) -> str:
    body = " + linebreak() + ".join(
        f"text({_quoted(line)})" for line in cell.text.split("\n")
    )
    return f"table.cell(colspan: {cell.across}, rowspan: {cell.down}, {body})"


@cache
def _fonts() -> Fonts:
    return Fonts(include_system_fonts=False, font_paths=[str(PACKAGED)])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# -- dumps of text


def _dump(blocks: Sequence[Block], row: Callable[[list[Cell | None]], str]) -> str:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block.text)
        else:
            lines += [row(line) for line in block.grid()]
    return "\n".join(lines) + "\n"


def _flat(cell: Cell | None) -> str:
    return "" if cell is None else " ".join(cell.text.split("\n"))


def _filled(line: list[Cell | None]) -> list[str]:
    return [_flat(cell) for cell in line if cell is not None and cell.text.strip()]


def _own(line: list[Cell | None]) -> list[str]:
    """The texts of the cells that begin in a row, blank ones too."""
    return [_flat(cell) for cell in line if cell is not None]


def _glued(blocks: Sequence[Block]) -> str:
    return "".join(
        block.text
        if isinstance(block, Line)
        else "".join("".join(_filled(line)) for line in block.grid())
        for block in blocks
    )


def _markdown(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts += [f"# {block.text}" if block.is_title else block.text, ""]
            continue
        lines = [f"| {' | '.join(map(_flat, line))} |" for line in block.grid()]
        parts += [lines[0], f"|{'---|' * block.width}", *lines[1:], ""]
    return "\n".join(parts)


def _one_a_line(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            parts.append(block.text)
        else:
            parts += [text for line in block.grid() for text in _filled(line)]
    return "\n".join(parts) + "\n"


_CARRIERS_OF_TEXT: Final[dict[str, Callable[[Sequence[Block]], str]]] = {
    "text_bars": lambda blocks: _dump(
        blocks, lambda line: f"| {' | '.join(map(_flat, line))} |"
    ),
    "text_open_bars": lambda blocks: _dump(blocks, lambda line: " | ".join(_own(line))),
    "text_wide_bars": lambda blocks: _dump(
        blocks, lambda line: "｜".join(_own(line)) + "｜"
    ),
    "text_drawn": lambda blocks: _dump(
        blocks, lambda line: f"│{'│'.join(_own(line))}│"
    ),
    "text_commas": lambda blocks: _dump(
        blocks,
        lambda line: ",".join(
            f'"{text}"' if "," in text else text for text in map(_flat, line)
        ),
    ),
    "text_tabs": lambda blocks: _dump(blocks, lambda line: "\t".join(_own(line))),
    "text_spaces": lambda blocks: _dump(blocks, lambda line: "  ".join(_filled(line))),
    "text_lines": _one_a_line,
    "text_markdown": _markdown,
    "text_glued": _glued,
}

"""Build elements of WordprocessingML (标记)."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from quanheng.document.draft_marks import pieces
from quanheng.writers.characters import storable

W_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)
_W: Final = f"{{{W_NAMESPACE}}}"
_NAMESPACES: Final = {"w": W_NAMESPACE, "r": R_NAMESPACE}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MOST_DIGITS: Final = 10

Element: TypeAlias = etree._Element
Attribute: TypeAlias = str | int | None


def name_of(name: str) -> str:
    """The qualified name of an element or attribute ``w:name``."""
    return _W + name


def w(tag: str, *children: Element | None, **attributes: Attribute) -> Element:
    """An element ``w:tag``; children and attributes that are None are omitted."""
    element = etree.Element(_W + tag, nsmap=_NAMESPACES)
    for name, value in attributes.items():
        if value is not None:
            element.set(_W + name, str(value))
    element.extend(child for child in children if child is not None)
    return element


def relation(element: Element, relation_id: str) -> Element:
    """Set the relationship ID of an element, and return it."""
    element.set(f"{{{R_NAMESPACE}}}id", relation_id)
    return element


def text(content: str, tag: str = "t") -> Element:
    """A text element that keeps its blanks."""
    element = w(tag)
    element.text = storable(content)
    element.set(_SPACE, "preserve")
    return element


def run(*content: Element, tracking: int = 0, is_mark: bool = False) -> Element:
    """A run with quotation marks and dashes in the Chinese font (文字串).

    ``tracking`` is the space added behind each character, in twips; a mark is
    highlighted.
    """
    spaced = w("spacing", val=tracking) if tracking else None
    ground = w("highlight", val="yellow") if is_mark else None
    return w("r", w("rPr", w("rFonts", hint="eastAsia"), spaced, ground), *content)


def runs(content: str) -> list[Element]:
    """The runs of a text with line breaks; marks of drafts are highlighted."""
    return [
        run(*_lines(piece.text), is_mark=piece.is_mark)
        for piece in pieces(storable(content))
    ]


def _lines(content: str) -> Iterator[Element]:
    for number, line in enumerate(content.split("\n")):
        if number:
            yield w("br")
        yield text(line)


def whole_number(stored: str) -> int | None:
    """A stored measure, None if it is not a number that Word accepts."""
    is_whole = stored.isascii() and stored.isdecimal() and len(stored) <= _MOST_DIGITS
    return int(stored) if is_whole else None


def field(code: str, *result: Element) -> list[Element]:
    """A complex field with a code such as ``PAGE`` and the runs of its result (域)."""
    return [
        run(w("fldChar", fldCharType="begin")),
        run(text(f" {code} ", "instrText")),
        run(w("fldChar", fldCharType="separate")),
        *result,
        run(w("fldChar", fldCharType="end")),
    ]


def serialised(root: Element) -> bytes:
    """The part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

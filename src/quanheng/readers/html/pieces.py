"""A page as a sequence of texts and tables (网页内容)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from quanheng.readers.html import elements as e
from quanheng.readers.html.lines import LINE_BREAK, Line
from quanheng.readers.html.numbers import ItemNumbers
from quanheng.readers.html.table import rows_in_groups
from quanheng.readers.word.fields import is_damaged_entry


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one block, with its line breaks (文字).

    Attributes:
        text: The text, never blank, with its list number.
        level: Heading level of the element, 0 for a title, None for body text.
        is_link: Whether it is only a link within the page.
    """

    text: str
    level: int | None = None
    is_link: bool = False


class Pieces:
    """Splits the content of one element into texts and tables."""

    def __init__(self) -> None:
        self._line = Line()
        self._level: int | None = None
        self._in_contents = False
        self._lists: list[ItemNumbers | None] = []
        self._label = ""
        self._linked = False

    def of(self, element: etree._Element) -> Iterator[Text | etree._Element]:
        """The texts and tables in an element, in order.

        A table of a single cell that holds headings or tables is only a frame.
        """
        yield from self._content(element)
        yield from self._end_line()

    def _content(self, element: etree._Element) -> Iterator[Text | etree._Element]:
        preformatted = element.tag == e.PREFORMATTED
        outer = self._linked
        self._linked = outer or e.links_here(element)
        if element.text:
            self._add(element.text, preformatted=preformatted)
        for child in element:
            if e.is_shown(child):
                yield from self._element(child)
            if child.tail:
                self._add(child.tail, preformatted=preformatted)
        self._linked = outer

    def _add(self, text: str, *, preformatted: bool = False) -> None:
        self._line.add(text, linked=self._linked, preformatted=preformatted)

    def _element(self, element: etree._Element) -> Iterator[Text | etree._Element]:
        if element.tag == e.BREAK:
            self._add(LINE_BREAK)
        elif element.tag == e.TABLE and not _is_frame(element):
            yield from self._end_line()
            yield element
        elif element.tag in e.BLOCKS:
            yield from self._block(element)
        elif (shown := e.control_text(element)) is not None:
            self._add(shown)
        else:
            yield from self._content(element)

    def _block(self, element: etree._Element) -> Iterator[Text | etree._Element]:
        yield from self._end_line()
        outer = self._level, self._in_contents
        level = e.heading_level(element)
        self._level = outer[0] if level is None else level
        self._in_contents = outer[1] or e.is_of_contents(element)
        if element.tag in e.LISTS:
            self._lists.append(ItemNumbers(element) if element.tag == "ol" else None)
        elif element.tag == "li" and self._lists and (numbers := self._lists[-1]):
            self._label = numbers.label(element)
        yield from self._content(element)
        yield from self._end_line()
        if element.tag in e.LISTS:
            self._lists.pop()
        elif element.tag == "li":
            self._label = ""
        self._level, self._in_contents = outer

    def _end_line(self) -> Iterator[Text]:
        line, self._line = self._line, Line()
        text = line.text()
        if text and (not self._in_contents or is_damaged_entry(text)):
            yield Text(self._label + text, self._level, line.is_link)
            self._label = ""


def _is_frame(table: etree._Element) -> bool:
    cells = [cell for rows in rows_in_groups(table) for row in rows for cell in row]
    if len(cells) != 1:
        return False
    inner = cells[0].iterdescendants(e.TABLE, *e.HEADINGS)
    return next(inner, None) is not None

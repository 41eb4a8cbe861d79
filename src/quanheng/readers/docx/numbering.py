"""List definitions of Word files (编号定义)."""

from lxml import etree

from quanheng.office.xml import parse
from quanheng.readers.docx import names as w
from quanheng.readers.word.numbering import Level, NumberedList


def read_lists(data: bytes) -> dict[str, NumberedList]:
    """The lists of a numbering part by the number that paragraphs refer to."""
    if not data:
        return {}
    root = parse(data, "numbering.xml")
    abstract = {
        element.get(w.ABSTRACT_NUMBER_ID, ""): element
        for element in root.iterchildren(w.ABSTRACT_NUMBER)
    }
    by_style = {
        link.get(w.VAL, ""): key
        for key, element in abstract.items()
        for link in element.iterchildren(w.STYLE_LINK)
    }
    lists: dict[str, NumberedList] = {}
    for number in root.iterchildren(w.NUMBER):
        key = _child(number, w.ABSTRACT_NUMBER_ID) or ""
        element = abstract.get(key)
        if element is None:
            continue
        link = _child(element, w.NUMBER_STYLE_LINK)
        if link in by_style:
            key = by_style[link]
            element = abstract[key]
        lists[number.get(w.NUMBER_ID, "")] = _read_list(number, element, key)
    return lists


def _read_list(
    number: etree._Element, element: etree._Element, key: str
) -> NumberedList:
    levels = {
        _place(level): _read_level(level) for level in element.iterchildren(w.LEVEL)
    }
    starts: dict[int, int] = {}
    for override in number.iterchildren(w.LEVEL_OVERRIDE):
        place = _place(override)
        for level in override.iterchildren(w.LEVEL):
            levels[place] = _read_level(level)
        start = _child(override, w.START_OVERRIDE)
        if start is not None:
            starts[place] = w.whole(start) or 0
    return NumberedList(key, levels, starts)


def _read_level(level: etree._Element) -> Level:
    arabic = next(level.iterchildren(w.ARABIC_ONLY), None)
    return Level(
        start=w.whole(_child(level, w.START)) or 0,
        format=_child(level, w.FORMAT) or "decimal",
        text=_child(level, w.LEVEL_TEXT) or "",
        suffix=_child(level, w.SUFFIX) or "tab",
        restart=w.whole(_child(level, w.LEVEL_RESTART)),
        arabic_only=arabic is not None and w.is_on(arabic.get(w.VAL)),
        style=_child(level, w.PARAGRAPH_STYLE) or "",
    )


def _place(element: etree._Element) -> int:
    return w.whole(element.get(w.NUMBER_LEVEL)) or 0


def _child(element: etree._Element, name: str) -> str | None:
    child = next(element.iterchildren(name), None)
    return None if child is None else child.get(w.VAL)

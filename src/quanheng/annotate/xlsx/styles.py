"""Cell styles derived from those of a file (单元格样式)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from quanheng.annotate.markup import (
    Splice,
    Tag,
    locate,
    opening,
    refilled,
    spliced,
    text,
    with_attributes,
)
from quanheng.annotate.parts import Parts

_FIRST_OWN_FORMAT: Final = 164
"""The first number of custom formats."""
_FORMAT_NUMBER: Final = re.compile(rb"""\bnumFmtId\s*=\s*["'](\d+)""")
_ITEMS: Final = {"numFmts": "numFmt", "fills": "fill", "cellXfs": "xf"}


class Styles:
    """The style sheet of a workbook, with styles added on demand."""

    def __init__(self, parts: Parts, main: str) -> None:
        self._parts = parts
        self._part = parts.package.related(main, "styles")
        self._data = parts.read(self._part) if self._part else b""
        tags = locate(self._data, {"styleSheet", *_ITEMS, *_ITEMS.values()})
        self._lists = {tag.name: tag for tag in tags if tag.name not in _ITEMS.values()}
        self._items = {
            name: [tag for tag in tags if tag.name == item and tag in self._lists[name]]
            for name, item in _ITEMS.items()
            if name in self._lists
        }
        self._added: dict[str, list[str]] = {name: [] for name in _ITEMS}
        numbers = map(int, _FORMAT_NUMBER.findall(self._data))
        self._free_format = max([_FIRST_OWN_FORMAT - 1, *numbers]) + 1

    def filled(self, style: int, colour: str) -> int:
        """A copy of a style with a fill colour such as ``FFC7CE``.

        A file without the lists of styles keeps its style.
        """
        if "fills" not in self._lists or not self._knows(style):
            return style
        p = self._lists["fills"].prefix
        fill = (
            f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor '
            f'rgb="FF{colour}"/><{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
        )
        number = self._add("fills", fill)
        return self._derived(style, {"fillId": str(number), "applyFill": "1"})

    def formatted(self, style: int, code: str) -> int:
        """A copy of a style with a number format such as ``0.00%``."""
        if not self._knows(style):
            return style
        p, code = self._lists["styleSheet"].prefix, text(code, quoted=True)
        formats = self._added["numFmts"]
        places = [entry.endswith(f'formatCode="{code}"/>') for entry in formats]
        place = places.index(True) if any(places) else len(places)
        number = str(self._free_format + place)
        self._add("numFmts", f'<{p}numFmt numFmtId="{number}" formatCode="{code}"/>')
        return self._derived(style, {"numFmtId": number, "applyNumberFormat": "1"})

    def save(self) -> None:
        """Write the added styles into the parts, if there are any."""
        if self._part and any(self._added.values()):
            self._parts.changed[self._part] = spliced(self._data, self._splices())

    def _knows(self, style: int) -> bool:
        return style < len(self._items.get("cellXfs", ()))

    def _derived(self, style: int, attributes: Mapping[str, str]) -> int:
        tag = self._items["cellXfs"][style]
        start = with_attributes(opening(self._data, tag), attributes)
        rest = self._data[tag.inner : tag.end].decode()
        return self._add("cellXfs", start + rest)

    def _add(self, name: str, item: str) -> int:
        """Add an item to a list unless present; return its index."""
        added = self._added[name]
        if item not in added:
            added.append(item)
        return len(self._items.get(name, ())) + added.index(item)

    def _splices(self) -> Iterator[Splice]:
        for name, items in self._added.items():
            if not items:
                continue
            known = self._lists.get(name)
            count = {"count": str(len(self._items.get(name, ())) + len(items))}
            if known is None:
                yield self._new_list(name, items, count)
                continue
            start = with_attributes(opening(self._data, known), count)
            yield from _filled(known, start, "".join(items))

    def _new_list(
        self, name: str, items: list[str], count: Mapping[str, str]
    ) -> Splice:
        """A new list of number formats, which comes first."""
        sheet = self._lists["styleSheet"]
        p = sheet.prefix
        start = with_attributes(f"<{p}{name}>", count)
        content = f"{start}{''.join(items)}</{p}{name}>"
        return Splice(sheet.inner, sheet.inner, content)


def _filled(known: Tag, start: str, content: str) -> Iterator[Splice]:
    if known.is_closed:
        yield refilled(known, start, content)
    else:
        yield Splice(known.start, known.inner, start)
        yield Splice(known.close, known.close, content)

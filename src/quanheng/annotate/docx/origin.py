"""Where each place of a Word document stands in the bytes of its main part (原位)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.annotate.markup import Tag, locate
from quanheng.annotate.parts import Parts
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import Spoken, Trace
from quanheng.readers.docx.walk import (
    body_of,
    main_part,
    paragraphs_of,
    parsed,
    walk,
)

_NAMED: Final = (w.PARAGRAPH, w.TEXT)
_LOCAL: Final = frozenset({"p", "t", "pPr", "rPr"})


class Origin:
    """The main part of a Word file with the way from a place to its bytes.

    Attributes:
        part: Its name.
        data: Its bytes.
        tags: Its paragraphs, texts and properties in order.
    """

    def __init__(self, parts: Parts) -> None:
        self.part = main_part(parts.package)
        self.data = parts.read(self.part)
        self.tags = locate(self.data, _LOCAL)
        root = parsed(parts.package, self.part)
        known = {"p": w.PARAGRAPH, "t": w.TEXT}
        bytes_of = {
            name: iter([tag for tag in self.tags if tag.name == name]) for name in known
        }
        # Counted before the tree is tidied: the n-th paragraph is the n-th tag.
        self._tags = {}
        for local, name in known.items():
            elements = root.iter(f"{{*}}{local}")
            for element, tag in zip(elements, bytes_of[local], strict=True):
                if element.tag == name:
                    self._tags[element] = tag
        self._hosts = dict(_hosts(self.tags))
        self._trace: Trace = {}
        body = body_of(root)
        reader = paragraphs_of(parts.package, self.part, body, self._trace)
        self._places = {}
        for _blocks, places in walk(body, reader):
            for at, element in places:
                inner = (
                    [element]
                    if element.tag == w.PARAGRAPH
                    else list(element.iterchildren(w.PARAGRAPH))
                )
                self._places[at] = inner

"""The table of contents, a field with its entries (目录)."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from quanheng.writers.docx.markup import Element, field, run, runs, text, w


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its number in the document and its estimated page (目录项)."""

    number: int
    text: str
    level: int
    page: int

    @property
    def bookmark(self) -> str:
        """Name of the heading's bookmark."""
        return f"_Toc{self.number:08d}"


def contents(entries: Sequence[Entry], width: int) -> Element:
    """The contents on their own page; page numbers end at ``width`` (twips).

    The fields are not marked as dirty, because Word would ask every reader to update
    them.
    """
    properties = w("pPr", w("pStyle", val="TOCHeading"), w("pageBreakBefore"))
    title = w("p", properties, *runs("目录"))
    gallery = w(
        "docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")
    )
    return w(
        "sdt",
        w("sdtPr", gallery),
        w("sdtContent", title, *_lines(entries, width)),
    )


def _lines(entries: Sequence[Entry], width: int) -> Iterator[Element]:
    begin, code, separate, end = field(r'TOC \o "1-2" \h \z \u')
    leader = w("tab", val="right", leader="dot", pos=width)
    last = len(entries) - 1
    for number, entry in enumerate(entries):
        yield w(
            "p",
            w("pPr", w("pStyle", val=f"TOC{entry.level}"), w("tabs", deepcopy(leader))),
            *([begin, code, separate] if number == 0 else []),
            _link(entry),
            end if number == last else None,
        )


def _link(entry: Entry) -> Element:
    return w(
        "hyperlink",
        *runs(entry.text),
        run(w("tab")),
        *field(rf"PAGEREF {entry.bookmark} \h", run(text(str(entry.page)))),
        anchor=entry.bookmark,
        history=1,
    )

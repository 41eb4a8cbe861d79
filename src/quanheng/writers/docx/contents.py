"""The table of contents: a field with its entries filled in (目录)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quanheng.writers.docx.markup import Element, field, run, runs, text, w


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents name (目录项)."""

    text: str
    level: int
    bookmark: str


def contents(entries: Sequence[Entry]) -> Element:
    """The contents on a page of their own.

    Page numbers are fields that Word, WPS and LibreOffice fill in: only they know
    where a page ends.
    """
    title = w("p", w("pPr", w("pStyle", val="TOCHeading")), *runs("目录"))
    gallery = w(
        "docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")
    )
    return w(
        "sdt",
        w("sdtPr", gallery),
        w("sdtContent", title, *_lines(entries)),
    )


def _lines(entries: Sequence[Entry]) -> Iterator[Element]:
    begin, code, separate, end = field(r'TOC \o "1-2" \h \z \u', dirty=True)
    last = len(entries) - 1
    for number, entry in enumerate(entries):
        yield w(
            "p",
            w("pPr", w("pStyle", val=f"TOC{entry.level}")),
            *([begin, code, separate] if number == 0 else []),
            _link(entry),
            end if number == last else None,
        )


def _link(entry: Entry) -> Element:
    return w(
        "hyperlink",
        *runs(entry.text),
        run(w("tab")),
        *field(rf"PAGEREF {entry.bookmark} \h", run(text("")), dirty=True),
        anchor=entry.bookmark,
        history=1,
    )

"""How an answer is to be written, and its parts (答复方式)."""

from dataclasses import dataclass

from quanheng.law.book import LawBook


@dataclass(frozen=True, slots=True)
class Manner:
    """How the answer for checked files is to be written (答复方式).

    Attributes:
        lang: The language.
        book: The law book, for citations.
        several: Whether there may be more than one report.
        full: Whether all findings are listed where there are several reports.
        index: File name of the overview page, to which each report's page links.
    """

    lang: str
    book: LawBook
    several: bool = False
    full: bool = False
    index: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an answer (答复的一部分).

    Attributes:
        content: Its text, or bytes in a binary format.
        name: File name of a further page; empty for the answer itself.
    """

    content: str | bytes
    name: str = ""

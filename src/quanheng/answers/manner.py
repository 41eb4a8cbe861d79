"""How an answer is given (答复方式)."""

from dataclasses import dataclass

from quanheng.law.book import LawBook


@dataclass(frozen=True, slots=True)
class Manner:
    """How the checked files are told of (答复方式).

    Attributes:
        lang: The language.
        book: The law book, for citations.
        several: Whether there may be more than one report.
        full: Whether every finding is told where there are several reports.
        index: The page with the overview, as seen from a report's own page.
    """

    lang: str
    book: LawBook
    several: bool = False
    full: bool = False
    index: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an answer (答复的一部分).

    Attributes:
        content: What it says; bytes where the format is a binary one.
        name: The file it is, beside the answer's own; empty for the answer itself.
    """

    content: str | bytes
    name: str = ""

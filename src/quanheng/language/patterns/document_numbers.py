"""Documents cited in running text: 《titles》 and document numbers (文件引用)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

TITLE: Final = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_NOTE: Final = re.compile(
    r"\s*[（(]([^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*)[)）]"
)
_AFTER_CODE: Final = (
    r"(?P<year>\s*[〔﹝\uff3b\[（(【]?\s*(?P<digits>(?:19|20)\d{2})\s*[〕﹞\uff3d\]）)】]?)"
    r"(?P<gap>[\s年.\-—]*第?)(?P<serial>\d{1,4})\s*(?P<mark>号?)"
)
_NUMBER: Final = re.compile(rf"(?P<code>[一-鿿]{{1,16}}?){_AFTER_CODE}")
_BRACKETED: Final = re.compile(r"\s*[〔﹝\uff3b\[（(【]\s*\d{4}\s*[〕﹞\uff3d\]）)】]")
_BLANKS: Final = re.compile(r"\s+")
_LIST_MARK: Final = re.compile(r"[、，,；;]")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as written (发文字号).

    Attributes:
        raw: The text.
        code: The issuing authority's code: 财预.
        year: Its year, four digits.
        serial: Its serial, digits.
        has_brackets: Whether the year stands in brackets of some kind.
        has_mark: Whether 号 ends it.
        is_certain: Whether something separates year and serial.
    """

    raw: str
    code: str
    year: str
    serial: str
    has_brackets: bool
    has_mark: bool
    is_certain: bool

    @property
    def is_whole(self) -> bool:
        """Whether it has both brackets and 号."""
        return self.has_brackets and self.has_mark

    @property
    def is_regular(self) -> bool:
        """Whether it is written just as GB/T 9704 has it, blanks aside."""
        return _BLANKS.sub("", self.raw) == self.regular

    @property
    def regular(self) -> str:
        """The number as GB/T 9704 writes it: code〔year〕serial号."""
        return f"{self.code}〔{self.year}〕{int(self.serial)}号"


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """A 《title》 in running text (引用的文件名).

    Attributes:
        title: The text between the marks.
        notes: The text in brackets after it, split at list marks.
        start: Position of the opening mark.
    """

    title: str
    notes: tuple[str, ...]
    start: int


def titles_in(text: str) -> Iterator[CitedTitle]:
    """The titles cited in a text, in order."""
    if "《" not in text:
        return
    for match in TITLE.finditer(text):
        note = _NOTE.match(text, match.end())
        parts = _LIST_MARK.split(note[1]) if note else []
        yield CitedTitle(match[1], tuple(p.strip() for p in parts), match.start())


def whole_number(text: str) -> DocumentNumber | None:
    """The text as a document number, None if it is anything else."""
    match = _NUMBER.fullmatch(text.strip())
    return _number(match) if match else None


def numbers_in(text: str) -> Iterator[DocumentNumber]:
    """Every document number in a running text; a code may include words before it."""
    if not _has_year(text):
        return
    for match in _NUMBER.finditer(text):
        number = _number(match)
        if number.has_brackets or number.has_mark:
            yield number


def cited_numbers(
    text: str, codes: tuple[str, ...], other: tuple[str, ...]
) -> Iterator[DocumentNumber]:
    """The document numbers that a text cites, right or wrong in form.

    Args:
        text: Running text.
        codes: Issuing codes that mark a number outside brackets.
        other: Ends of codes with other rules for numbers (令, 合同).
    """
    if not _has_year(text):
        return
    seen = []
    for cited in titles_in(text):
        for note in cited.notes:
            number = whole_number(note)
            if number is not None and not number.code.endswith(other):
                seen.append(number.raw)
                yield number
    for match in _known(codes).finditer(text):
        if not any(match.group() in raw for raw in seen):
            yield _number(match)


def _has_year(text: str) -> bool:
    return "20" in text or "19" in text


@lru_cache(maxsize=8)
def _known(codes: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(
        f"(?P<code>{'|'.join(map(re.escape, longest_first))}){_AFTER_CODE}"
    )


def without_citations(text: str) -> str:
    """A text in which cited titles and document numbers are blanked out."""
    bare = TITLE.sub(_blank, text)
    return _NUMBER.sub(lambda m: _blank(m) if _number(m).is_whole else m.group(), bare)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _number(match: re.Match[str]) -> DocumentNumber:
    bracketed = _BRACKETED.fullmatch(match["year"]) is not None
    apart = match["year"] != match["digits"] or bool(match["gap"])
    return DocumentNumber(
        raw=match.group(),
        code=match["code"],
        year=match["digits"],
        serial=match["serial"],
        has_brackets=bracketed,
        has_mark=bool(match["mark"]),
        is_certain=apart,
    )

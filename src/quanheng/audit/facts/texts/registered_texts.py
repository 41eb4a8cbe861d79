"""Cited documents and the register of legal texts (文件登记)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.patterns.document_numbers import (
    DocumentNumber,
    titles_in,
    whole_number,
)
from quanheng.language.similarity import bare
from quanheng.law.citation import LegalText

_ISSUED: Final = re.compile(r"(?:印发|发布|颁布|公布|转发)\s*[〈《<](.+)[〉》>]")
_AROUND: Final = re.compile(r"^.{0,20}?关于(?:印发|发布)?|的通知$|^中华人民共和国")


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A 《title》 in the text with its number (引用文件).

    Attributes:
        field: The paragraph or cell.
        title: The text between the marks.
        number: The number in the brackets after it, None without one.
    """

    field: Field
    title: str
    number: DocumentNumber | None


def cited_documents(project: Project) -> Iterator[CitedDocument]:
    """The titles that the report cites, each mention with its number."""
    for field in project.prose():
        for cited in titles_in(field.raw):
            numbers = (whole_number(note) for note in cited.notes)
            yield CitedDocument(
                field, cited.title, next((n for n in numbers if n), None)
            )


def core_title(title: str) -> str:
    """A title without issuer, 关于印发, 的通知 and punctuation, for comparing."""
    inner = _ISSUED.search(title)
    if inner:
        title = inner[1]
    return bare(_AROUND.sub("", title))


def has_title(text: LegalText, title: str) -> bool:
    """Whether a title is that of a registered text, compared by core titles."""
    return core_title(title) == core_title(text.title.zh)


def without_marks(number: str) -> str:
    """A number without 《》 around it."""
    return number.strip("《》")

"""Days in the metadata of documents (文件自带日期)."""

import re
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from typing import Final

import pypdfium2  # type: ignore[import-untyped]  # it has no types of its own

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged
from quanheng.office.package import Package
from quanheng.office.xml import parse

_CORE: Final = "docProps/core.xml"
_DAYS: Final = (
    "{http://purl.org/dc/terms/}created",
    "{http://purl.org/dc/terms/}modified",
)
_PDF_DAYS: Final = ("CreationDate", "ModDate")
_PDF_MOMENT: Final = re.compile(
    r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?"
)
_BEIJING: Final = timezone(timedelta(hours=8))
_UNSET: Final = frozenset({date(2013, 12, 23), date(1980, 1, 1), date(1970, 1, 1)})
"""Days that programs write by default."""


def office_days(data: bytes) -> tuple[date, ...]:
    """When a Word, Excel or PowerPoint file was made and last changed.

    Raises:
        UnreadableFileError: The package or its properties are damaged or too large.
    """
    package = Package(data)
    if _CORE not in package:
        return ()
    root = parse(package.read(_CORE), _CORE)
    return _sorted(_iso_day(root.findtext(tag) or "") for tag in _DAYS)


def pdf_days(data: bytes) -> tuple[date, ...]:
    """When a pdf was made and last changed.

    Raises:
        UnreadableFileError: It is no whole pdf, or protected by a password.
    """
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            said = [document.get_metadata_value(key) for key in _PDF_DAYS]
    except pypdfium2.PdfiumError as error:
        raise damaged(Words("不是完整的 PDF", "it is no complete pdf")) from error
    return _sorted(map(_pdf_day, said))


def _iso_day(text: str) -> date | None:
    """The day in Beijing, also of a time without zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment.astimezone(_BEIJING) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None


def _pdf_day(text: str) -> date | None:
    found = _PDF_MOMENT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, utc, hours, minutes = found.groups()
    zone = "+00:00" if utc else f"{hours}:{minutes or '00'}" if hours else ""
    clock = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    return _iso_day(f"{year}-{month}-{day}T{clock}{zone}")


def _sorted(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted({day for day in days if day} - _UNSET))

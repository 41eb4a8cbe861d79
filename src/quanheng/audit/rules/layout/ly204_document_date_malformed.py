import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, day_in_words
from quanheng.core.expression import Deadline
from quanheng.core.field import Field
from quanheng.core.report import Project

_REGULAR: Final = re.compile(r"\d{4}年[1-9]\d?月[1-9]\d?日")
_YEARLESS: Final = re.compile(r"\d{1,2}月\d{1,2}日")
_DATE_LINE: Final = re.compile(
    r"[\d\s年月日.．/\-－—\u3007○零一二三四五六七八九十]{5,20}"
)
_BLANKS: Final = re.compile(r"\s+")
_LAST: Final = 3
"""The date is among so many last paragraphs."""


@rule(
    code="LY204",
    name="document-date-malformed",
    title=Words("成文日期格式不规范", "Date of the document malformed"),
    message=Words(
        "成文日期“{text}”应为“{right}”",
        "the date of the document “{text}” should read “{right}”",
    ),
    variants={
        "yearless": Words(
            "成文日期“{text}”缺少年份，应补充",
            "the date of the document “{text}” lacks its year",
        )
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.3.5"),),
    fixing=Fixing.SAFE,
)
def document_date_malformed(dossier: Dossier) -> Iterator[Answer]:
    """The closing date (成文日期) is not written like 2021年12月31日.

    Why it matters:
        The standard knows one way to write the date of a document.

    What it leaves alone:
        Dates in tables and cells; dates inside sentences; blanks inside a date.
    """
    field = _closing_date(dossier.project)
    if field is None:
        yield not_applicable("无成文日期", "there is no closing date")
        return
    text = field.raw.strip()
    if _REGULAR.fullmatch(_BLANKS.sub("", text)):
        return
    value = field.value
    if isinstance(value, Deadline) and value.has_year and value.start == value.day:
        right = day_in_words(value.day).zh
        yield Hit.on(
            field,
            {"text": text, "right": right},
            edits=(Edit.on(field, right, safe=True),),
        )
    elif _YEARLESS.fullmatch(text):
        yield Hit.on(field, {"text": text}, variant="yearless")


def _closing_date(project: Project) -> Field | None:
    """The last paragraph that is a date and nothing else."""
    last = list(project.paragraphs())[-_LAST:]
    dates = [text for text in last if _DATE_LINE.fullmatch(text.raw.strip())]
    return dates[-1] if dates else None

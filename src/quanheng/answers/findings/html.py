"""Findings as a page, or as a page per report and an overview (审核结果网页)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quanheng.answers.findings.page import findings_page
from quanheng.answers.manner import Manner, Part
from quanheng.answers.overview.html import overview_page, page_name
from quanheng.answers.overview.overview import Overview, Row, rows_of
from quanheng.tasks.checking.checked_file import CheckedFile


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer for one file (一份文件的答复).

    Attributes:
        rows: Its reports in the overview.
        page: Its own page, where there are several reports.
        file: The file, where there is only one page.
    """

    rows: tuple[Row, ...] = ()
    page: str = ""
    file: CheckedFile | None = None


def answer_file(file: CheckedFile, place: int, manner: Manner) -> FileAnswer:
    """The page of one file if there are several reports, else the file itself."""
    if not manner.several:
        return FileAnswer(file=file)
    return FileAnswer(
        tuple(rows_of(file, place, manner.lang)),
        "" if file.error else findings_page([file], manner),
    )


def join_answers(answers: Iterable[FileAnswer], manner: Manner) -> Iterator[Part]:
    """The answer of ``check --format html``: a page, or pages and their overview."""
    if not manner.several:
        yield Part(findings_page([one.file for one in answers if one.file], manner))
        return
    rows: list[Row] = []
    own: list[int] = []
    for place, one in enumerate(answers):
        rows += one.rows
        if one.page:
            yield Part(one.page, page_name(manner.index, place))
        if one.page and not one.rows:
            own.append(place)
    yield Part(overview_page(Overview(rows), own, manner))

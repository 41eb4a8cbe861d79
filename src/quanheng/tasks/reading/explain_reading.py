"""File → each value with the place it was read at, and why (说明读取依据)."""

from collections.abc import Iterator
from dataclasses import dataclass

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field, FieldState, state
from quanheng.document.blocks import Document
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.forms.recognise import recognised
from quanheng.forms.recognising.judging.decisions import Decision, Decisions
from quanheng.readers import read_document
from quanheng.record.from_tables import is_record
from quanheng.record.uncertain import named_fields
from quanheng.tasks.reading.read_report import record_suffix


@dataclass(frozen=True, slots=True)
class Reason:
    """A value with what was decided on its cell (读取依据).

    Attributes:
        project: Number of the project, from 1.
        name: The value's name: 业绩值.
        field: The value.
        decision: What was decided on its cell; None outside tables.
    """

    project: int
    name: Words
    field: Field
    decision: Decision | None

    @property
    def state(self) -> FieldState:
        """Whether it was read, is blank, or is uncertain."""
        return state(self.field)


@dataclass(frozen=True, slots=True)
class Explained:
    """A document with the reasons of all that was read in it (读取说明).

    Attributes:
        document: The document.
        reasons: A reason for each value, by project.
    """

    document: Document
    reasons: tuple[Reason, ...]


def explain_reading(data: bytes, name: str, hints: Hints = NO_HINTS) -> Explained:
    """Read a self-evaluation and say of each value why it was read so.

    Raises:
        UnreadableFileError: The file can't be read, or is a record.
        UnknownFormError: It holds no self-evaluation.
    """
    document = None if record_suffix(data, name) else read_document(data, name)
    if document is None or is_record(document):
        raise UnreadableFileError(
            Words(
                f"{name} 是数据文件，其中无可说明的表格", f"{name} is a record, no form"
            ),
            Words("请指定原文件", "name the file that it was read from"),
        )
    report, decisions = recognised(document, hints)
    reasons = (
        reason
        for number, project in enumerate(report.projects, 1)
        for reason in _reasons(number, project, decisions)
    )
    return Explained(document, tuple(reasons))


def _reasons(number: int, part: object, decisions: Decisions) -> Iterator[Reason]:
    for name, field in named_fields(part):
        if name == NO_WORDS:
            continue  # running text
        yield Reason(number, name, field, decisions.at(field.at))

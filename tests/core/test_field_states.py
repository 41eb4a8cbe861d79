"""What is known of a field: read, blank, not found, uncertain."""

import pytest

from quanheng.core.every_field import fields_in, with_fields
from quanheng.core.expression import Unreadable, WhyNot
from quanheng.core.field import Field, FieldState, filled, state
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project


@pytest.mark.parametrize(
    ("field", "known"),
    [
        (None, FieldState.NOT_FOUND),
        (Field(""), FieldState.BLANK),
        (Field("—"), FieldState.BLANK),
        (Field("7场"), FieldState.READ),
        (Field("", seen="得分"), FieldState.UNCERTAIN),
    ],
)
def test_a_field_has_a_state(field: Field | None, known: FieldState) -> None:
    assert state(field) is known


def test_an_uncertain_text_is_neither_blank_nor_a_value() -> None:
    field = Field("100").doubted()
    assert (field.raw, field.seen, field.number) == ("", "100", None)
    assert field.value == Unreadable("100", WhyNot.UNCERTAIN)
    assert filled(field)
    assert not field.is_blank


def test_a_blank_field_cannot_be_doubted() -> None:
    assert Field("").doubted() == Field("")


def test_every_field_of_a_project_can_be_changed() -> None:
    row = Indicator(Field("培训"), score=Field("9"))
    project = Project(name=Field("甲"), table=IndicatorTable((row,)))
    changed = with_fields(project, Field.doubted)
    assert [field.seen for field in fields_in(changed)] == ["甲", "培训", "9"]
    assert with_fields(project, lambda field: field) is project

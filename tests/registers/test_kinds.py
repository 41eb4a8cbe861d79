"""What holds for every kind of register."""

import pytest

from quanheng.core.errors import QuanhengError
from quanheng.registers.kind import FieldType, RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.headings import find_header
from quanheng.registers.reading.recognise import kind_of, resembled, version_mark
from quanheng.registers.templates import heading

ALL = list(kinds().values())


@pytest.fixture(params=ALL, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> RegisterKind:
    found: RegisterKind = request.param
    return found


def test_a_template_of_it_is_not_too_wide(kind: RegisterKind) -> None:
    assert len(kind.fields) <= 40
    with pytest.raises(KeyError):
        kind.field("nothing")


def test_something_is_required_so_that_a_blank_row_is_seen(kind: RegisterKind) -> None:
    assert any(field.required for field in kind.fields)


def test_choices_and_other_ways_to_write_them_are_not_mixed_up(
    kind: RegisterKind,
) -> None:
    for field in kind.fields:
        written = [*field.choices, *(other for other, _ in field.aliases)]
        assert len({text.casefold() for text in written}) == len(written)
        assert (field.type is not FieldType.CHOICE) or field.choices


def test_every_name_of_a_column_finds_its_field(kind: RegisterKind) -> None:
    claimed: dict[str, str] = {}
    for field in kind.fields:
        for name in (field.title.zh, *field.synonyms):
            assert claimed.setdefault(name, field.name) == field.name
    required = [field.title.zh for field in kind.fields if field.required]
    for field in kind.fields:
        for name in (field.title.zh, field.title.en, field.name, *field.synonyms):
            others = [title for title in required if title != field.title.zh]
            filler = next(f for f in kind.fields if f is not field).title.zh
            header = find_header(kind, [[*others, name, *([filler] * (not others))]])
            assert field in [column.field for column in header.columns], name


def test_its_sheet_is_known_by_every_name(kind: RegisterKind) -> None:
    for name in (kind.name, kind.title.zh, *kind.synonyms):
        assert kind_of(name, ()) is kind
    assert kind_of(f"2021年{kind.title.zh}（终稿）", ()) is kind
    assert kind_of("Sheet1", [["说明", version_mark(kind)]]) is kind


def _columns_read(kind: RegisterKind, row: list[str]) -> int:
    try:
        return len(find_header(kind, [row]).columns)
    except QuanhengError:
        return 0


@pytest.mark.parametrize("which", range(-1, 9))
def test_its_heading_fits_no_other_kind_as_well(kind: RegisterKind, which: int) -> None:
    """By titles, or by the first, second … synonym of every field."""
    row = [
        field.synonyms[min(which, len(field.synonyms) - 1)]
        if field.synonyms and which >= 0
        else heading(field)
        for field in kind.fields
    ]
    others = [_columns_read(other, row) for other in ALL if other is not kind]
    assert max(others) < _columns_read(kind, row)
    assert resembled([row]) is kind


def test_names_of_sheets_are_not_shared() -> None:
    names = [name for kind in ALL for name in (kind.title.zh, *kind.synonyms)]
    assert len(names) == len(set(names))
    assert kind_of("工资表", ()) is None

"""YAML of unknown origin: texts stay as written, and nothing grows without end."""

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.office.plain_yaml import parse_yaml


def test_scalars_are_the_texts_that_stand_there() -> None:
    text = "rate: 12.90\nday: 2021-12-31\nyes: true\nnothing:\n"
    said = {"rate": "12.90", "day": "2021-12-31", "yes": "true", "nothing": None}
    assert parse_yaml(text) == said


def test_a_thing_said_once_may_be_referred_to() -> None:
    assert parse_yaml("a: &a [x]\nb: *a\nc: *a\n") == {key: ["x"] for key in "abc"}


TENFOLD = "\n".join(
    f"- &{name} [{', '.join([f'*{before}'] * 10)}]"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "english"),
    [
        ("a: 1\nb: ]\nc: 1", "第2行不是合法的 YAML", "line 2 is no YAML"),
        ("a: 1\nb: &b\n  - *b\n", "第3行引用了自身", "line 3 refers to itself"),
        ("[" * 50_000, "第1行嵌套过深", "line 1 is nested too deeply"),
        ("- " * 500, "第1行嵌套过深", "line 1 is nested too deeply"),
        (f"- &a [1, 2]\n{TENFOLD}", "第7行引用展开后过大", "line 7 repeats too much"),
    ],
)
def test_what_has_no_end_is_refused_with_its_line(
    text: str, line: str, english: str
) -> None:
    with pytest.raises(UnreadableFileError, match=line) as caught:
        parse_yaml(text)
    assert english in caught.value.message.en
    assert caught.value.hint.zh
    assert caught.value.hint.en

import pytest

from quanheng.language.phrases.problems import names_owner, problem_clauses

LACKS = ("不够", "不足")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("流转不够，座位不足，氛围好。", ("流转不够", "座位不足")),
        ("一是流转不够，影响阅读。二是氛围好。", ("流转不够，影响阅读",)),
        ("无", ()),
    ],
)
def test_problems_are_entries_or_clauses(text: str, found: tuple[str, ...]) -> None:
    assert problem_clauses(text, LACKS) == found


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("由流转组办理", True),
        ("专人负责", True),
        ("由于设备老化", False),
        ("及时办理", False),
    ],
)
def test_owners_are_named_by_word_or_by_whom(text: str, *, answer: bool) -> None:
    assert names_owner(text, ("专人",)) is answer

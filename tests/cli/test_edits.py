"""What should stand at many places, told in one cell of a list."""

from quanheng.answers.findings.edits import should_be_briefly
from quanheng.audit.rule import Edit
from quanheng.core.source import Source


def edits(*texts: str) -> list[Edit]:
    return [
        Edit(Source(table=1, row=n, column=2), "0", text, safe=True)
        for n, text in enumerate(texts, 1)
    ]


def test_what_is_alike_everywhere_is_said_once() -> None:
    assert should_be_briefly(edits("—"), "zh") == "—"
    assert should_be_briefly(edits(*["—"] * 10), "zh") == "—（共10处）"
    assert should_be_briefly(edits(*["—"] * 10), "en") == "— (in 10 places)"


def test_of_many_places_a_few_are_named() -> None:
    said = should_be_briefly(edits("1", "2", "3", "4"), "zh").split("\n")
    assert said == [
        "表1 第1行 第2列：1",
        "表1 第2行 第2列：2",
        "表1 第3行 第2列：3",
        "共4处",
    ]

"""Class rows know their level by their number or by how they stand."""

from itertools import takewhile

import pytest

from quanheng.core.field import text_of
from quanheng.core.source import Source
from quanheng.document.blocks import Document
from quanheng.document.table import Cell, Table
from quanheng.forms.recognise import recognise
from quanheng.forms.recognising.indicators.class_rows import class_levels, names_in
from quanheng.forms.recognising.rows import Row


def row(*texts: str, kind: str = "class") -> Row:
    cells = tuple(Cell(text, 0, place) for place, text in enumerate(texts))
    return Row(cells, cells, (), Source(), kind=kind)


@pytest.mark.parametrize(
    "classes",
    [
        "一、产出指标 （一）数量指标 · （二）成本指标 · "
        "二、满意度指标 （一）满意度指标 ·",
        "1.产出指标 （1）数量指标 · （2）成本指标 · 2.满意度指标 （1）满意度指标 ·",
        "产出指标 数量指标 · 成本指标 · 满意度指标 居民满意度指标 ·",
        "工作成果 办了多少 · 花了多少 · 群众看法 是否满意 ·",
    ],
)
def test_levels_by_number_or_nesting(classes: str) -> None:
    body = [row(t, kind="indicator" if t == "·" else "class") for t in classes.split()]
    assert list(class_levels(body)) == [1, 2, 2, 1, 2]


@pytest.mark.parametrize(
    "classes", ["产出指标 · 成本指标 · 满意度指标 ·", "甲 · 乙 · 丙 ·"]
)
def test_classes_of_one_level(classes: str) -> None:
    body = [row(t, kind="indicator" if t == "·" else "class") for t in classes.split()]
    assert list(class_levels(body)) == [1, 1, 1]


def test_points_beside_a_class_are_no_name() -> None:
    assert [cell.text for cell in names_in(row("产出指标", "50", "48分"))] == [
        "产出指标"
    ]


def table(*rows: str) -> Table:
    """Rows below a head; ^ is the cell above that goes on."""
    head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
    lines = [line.split("|") for line in (head, *rows)]
    cells = []
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            if text == "^":
                continue
            below = (lines[n][column] for n in range(row + 1, len(lines)))
            span = 1 + sum(1 for _ in takewhile("^".__eq__, below))
            at = Source(table=1, row=row + 1, column=column + 1)
            cells.append(Cell(text, row, column, row_span=span, at=at))
    return Table(tuple(cells), len(lines), len(lines[0]), at=Source(table=1))


def levels(*rows: str) -> list[tuple[str, str, str]]:
    (project,) = recognise(Document("a", (table(*rows),))).projects
    return [
        (text_of(row.level1), text_of(row.level2), row.name.raw)
        for row in project.indicators
    ]


def test_a_class_in_the_column_of_a_level_is_of_that_level() -> None:
    assert levels(
        "产出指标|数量指标|举办培训场次|≥6场|7场|20|20",
        "^|质量指标|||||",
        "^|^|培训合格率|≥95%|98%|20|20",
        "^|成本指标|||||",
        "效益指标|经济效益指标|||||",
        "^|社会效益指标|群众知晓率|≥80%|85%|30|30",
        "满意度指标|服务对象满意度指标|群众满意度|≥90%|95%|30|30",
    ) == [
        ("产出指标", "数量指标", "举办培训场次"),
        ("产出指标", "质量指标", "培训合格率"),
        ("效益指标", "社会效益指标", "群众知晓率"),
        ("满意度指标", "服务对象满意度指标", "群众满意度"),
    ]


def test_a_name_alone_beside_its_class_is_an_indicator() -> None:
    assert levels(
        "产出指标|数量指标|举办培训场次|≥6场|7场|20|20",
        "^|^|培训人数||||",
        "^|^|发放资料份数|≥600份|700份|30|30",
        "满意度指标|服务对象满意度指标|群众满意度|≥90%|95%|50|50",
    ) == [
        ("产出指标", "数量指标", "举办培训场次"),
        ("产出指标", "数量指标", "培训人数"),
        ("产出指标", "数量指标", "发放资料份数"),
        ("满意度指标", "服务对象满意度指标", "群众满意度"),
    ]

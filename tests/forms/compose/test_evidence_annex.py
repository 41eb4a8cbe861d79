"""The annex on registers: what it says, and that no reader takes it for the form."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quanheng.core.bilingual import Words
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.measured import Computed, LeftOut, Measured
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.document.blocks import AnnexStart, Block, Folded, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.compose import FORMS, compose
from quanheng.forms.composing.backing import BackedValue, Backing, RegisterFile, Rows
from quanheng.forms.composing.evidence_annex import (
    FILES_TITLE,
    TITLE,
    with_evidence_annex,
)
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.writers import SUFFIXES, writer_for
from tests.forms.compose.conftest import said

MEASURED = Measured(
    value=Decimal(2),
    unit="次",
    used=(2, 3),
    left_out=(LeftOut(Words("不在期间内", "outside"), (4,)),),
    formula=Words("宣传活动台账：符合条件的记录共 2次", "activities: 2"),
    warnings=(Words("没有佐证材料：第3行", "no proof"),),
)
BINDING = Binding("activities", "count")


def backed(
    typed: str = "3次", agrees: bool | None = False, rows: tuple[int, ...] = (2, 3)
) -> BackedValue:
    computed = Computed("活动次数", Field(typed), BINDING, MEASURED)
    listing = (("行号", "活动名称"), ("2", "启动"), ("3", "展览"))
    return BackedValue(computed, agrees, (Rows("宣传活动台账", rows, listing),))


FILES = (RegisterFile("宣传活动台账", "活动.csv", 3, 1, True, "0123456789abcdef0000"),)
BACKING = Backing((backed(),), FILES)


def annexed(*blocks: Block, backing: Backing = BACKING) -> list[Block]:
    return list(with_evidence_annex(blocks, backing))


def lines(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[cell.text if cell else "" for cell in row] for row in block.grid]


def test_says_value_formula_rows_and_what_does_not_count() -> None:
    start, title, values, folded, subtitle, files = annexed()
    assert (start, title) == (AnnexStart("附件", across=True), Heading(TITLE, 0))
    assert subtitle == Heading(FILES_TITLE, 3)
    assert lines(values)[1] == [
        "活动次数",
        "3次",
        "2次",
        "不符",
        "宣传活动台账：符合条件的记录共 2次",
        "宣传活动台账2条：第2、3行",
        "未计入1条（不在期间内）：第4行\n没有佐证材料：第3行",
    ]
    assert isinstance(folded, Folded)
    assert folded.summary == "活动次数：宣传活动台账2条记录"
    assert lines(folded.table)[2] == ["3", "展览"]
    assert lines(files)[1] == [
        "宣传活动台账",
        "活动.csv",
        "3",
        "1",
        "已登记完毕",
        "0123456789abcdef",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((2,), "第2行"),
        ((2, 3), "第2、3行"),
        ((2, 3, 4, 9), "第2～4、9行"),
        (tuple(range(2, 60, 2)), "第2、4、6、8、10、12、14、16、18、20、22、24等29行"),
    ],
)
def test_rows_that_follow_one_another_are_drawn_together(
    rows: tuple[int, ...], expected: str
) -> None:
    table = annexed(backing=Backing((backed(rows=rows),), FILES))[2]
    assert lines(table)[1][5] == f"宣传活动台账{len(rows)}条：{expected}"


@pytest.mark.parametrize(
    ("typed", "agrees", "expected"),
    [("2次", True, "一致"), ("多次", None, "无法比较"), ("", None, "未填报")],
)
def test_says_whether_the_typed_value_agrees(
    typed: str, agrees: bool | None, expected: str
) -> None:
    table = annexed(backing=Backing((backed(typed, agrees),), FILES))[2]
    assert lines(table)[1][3] == expected


def test_value_without_a_register_says_why() -> None:
    why = Words("佐证文件夹里没有宣传活动台账", "no register")
    computed = Computed("活动次数", Field("3次"), BINDING, None, why)
    table = annexed(backing=Backing((BackedValue(computed, None, ()),), ()))[2]
    assert lines(table)[1][2:6] == ["—", "无法比较", why.zh, "—"]


def test_lone_annex_becomes_the_first_of_two() -> None:
    note, form = Paragraph("附件：自评表"), AnnexStart("附件 自评表")
    assert annexed(note, form)[:3] == [
        Paragraph(f"附件：1.自评表\n　　　　　2.{TITLE}"),
        AnnexStart("附件1 自评表"),
        AnnexStart("附件2", across=True),
    ]


def test_numbered_annex_keeps_its_number() -> None:
    form = AnnexStart("附件1.自评表")
    assert annexed(form)[:2] == [form, AnnexStart("附件2", across=True)]


def test_project_without_evidence_has_no_annex() -> None:
    blocks = (Paragraph("附件：自评表"), AnnexStart("附件 自评表"))
    assert annexed(*blocks, backing=Backing((), ())) == list(blocks)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("form", FORMS)
def test_readers_pass_over_it(project: Project, form: str, suffix: str) -> None:
    report = Report("a.yaml", (project,))
    alone, beside = (
        recognise(
            read_document(
                writer_for(suffix).write(compose(report, form, None, backings)),
                f"a{suffix}",
            )
        )
        for backings in ((), (BACKING,))
    )
    assert len(beside.unread) == len(alone.unread)
    first, second = alone.projects[0], beside.projects[0]
    assert said(unnumbered(second)) == said(unnumbered(first))


def unnumbered(project: Project) -> Project:
    return replace(project, annex=None, attachment_note=None)

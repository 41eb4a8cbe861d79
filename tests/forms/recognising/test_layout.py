"""How the texts of a report are set goes to the project that they belong to."""

from decimal import Decimal

from quanheng.core.layout import (
    Alignment,
    Layout,
    TableLayout,
    TextRole,
    Trace,
    TraceKind,
    Typesetting,
)
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document, Heading, Paragraph
from quanheng.document.layout import DocumentLayout
from quanheng.document.table import Cell, Table
from quanheng.forms.recognise import recognise

BODY = Typesetting("仿宋", Decimal(16), Decimal(29), Decimal(2))
OTHER = Typesetting("宋体", Decimal(12), Decimal(18))
TITLE = Typesetting("小标宋", Decimal(22), Decimal(35), align=Alignment.CENTER)
HEADS = ("一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分")
ROW = ("产出指标", "数量指标", "培训场次", "10", "≥6场", "7场", "10")
LINES = (
    ("H0", "2023年度技能培训项目绩效自评报告", TITLE),
    ("H1", "一、项目的基本情况", BODY),
    ("P", "全年办班六场。", BODY),
    ("P", "参训人员按时结业。", OTHER),
    ("P", "注：人数按签到表统计。", OTHER),
    ("P", "平川县就业中心", OTHER),
    ("H2", "（一）资金情况", BODY),
    ("P", "资金全部到位。", BODY),
)


def table(number: int, *rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(text, r, c, at=Source(table=number, row=r + 1, column=c + 1))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(cells, len(rows), len(HEADS), at=Source(table=number))


def layout_of(*tables: Table) -> Layout:
    blocks: list[Block] = []
    settings = {}
    for number, (kind, text, setting) in enumerate(LINES, 1):
        at = Source(paragraph=number)
        settings[at] = setting
        if kind == "P":
            blocks.append(Paragraph(text, at=at))
        else:
            blocks.append(Heading(text, int(kind[1]), at))
    found = DocumentLayout(
        paragraphs=settings,
        tables=tuple(
            TableLayout(t.row_count, Decimal(300), Decimal(225), at=t.at)
            for t in tables
        ),
        traces=(Trace(TraceKind.COMMENT, "张三"),),
    )
    document = Document("甲.docx", (*blocks, *tables), layout=found)
    layout = recognise(document).projects[0].layout
    assert layout is not None
    return layout


def test_texts_stand_together_by_role_and_setting() -> None:
    texts = layout_of(table(1, HEADS, ROW)).texts
    assert [(t.role, t.setting, t.first.raw, t.count) for t in texts] == [
        (TextRole.TITLE, TITLE, "2023年度技能培训项目绩效自评报告", 1),
        (TextRole.LEVEL1, BODY, "一、项目的基本情况", 1),
        (TextRole.BODY, BODY, "全年办班六场。", 2),
        (TextRole.BODY, OTHER, "参训人员按时结业。", 1),
        (TextRole.LEVEL2, BODY, "（一）资金情况", 1),
    ]
    assert texts[2].also == (Source(paragraph=8),)


def test_only_tables_that_begin_with_their_heads_have_one() -> None:
    name = ("项目名称", "技能培训", "", "", "", "", "")
    form = table(
        1, name, *[("主管部门", "县人社局", "", "", "", "", "")] * 3, HEADS, ROW
    )
    assert [t.has_head for t in layout_of(table(1, HEADS, ROW)).tables] == [True]
    assert [t.has_head for t in layout_of(form).tables] == [False]


def test_what_belongs_to_the_file_goes_to_its_first_project() -> None:
    forms = [
        table(
            n,
            ("项目支出绩效自评表",),
            ("项目名称", name),
            ("主管部门", "县人社局"),
            HEADS,
            ROW,
        )
        for n, name in enumerate(("技能培训", "公益岗位"), 1)
    ]
    found = DocumentLayout(traces=(Trace(TraceKind.COMMENT, "张三"),))
    report = recognise(Document("甲.docx", tuple(forms), layout=found))
    layouts = [project.layout for project in report.projects]
    assert [len(layout.traces) for layout in layouts if layout] == [1, 0]


def test_a_file_that_does_not_say_gives_no_layout() -> None:
    report = recognise(Document("甲.txt", (table(1, HEADS, ROW),)))
    assert report.projects[0].layout is None

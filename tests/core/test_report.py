import pytest

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import (
    Chapter,
    Goals,
    IndicatorTable,
    Project,
    Section,
)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("三、项目绩效分析", "项目绩效分析"),
        ("（一）项目概况。", "项目概况"),
        ("(2). 项目年度目标", "项目年度目标"),
        ("1.2 产出情况", "产出情况"),
        ("第三部分 绩效分析", "绩效分析"),
        ("[bookmark: _Toc1]四、经验做法 ", "经验做法"),
        ("2023年绩效情况", "2023年绩效情况"),
        ("", ""),
    ],
)
def test_a_title_is_the_heading_without_its_number(heading: str, title: str) -> None:
    assert Section(Field(heading), 1, Chapter.OTHER).title == title


def test_prose_holds_every_written_text_once() -> None:
    project = Project(
        goals=Goals(
            period=Field("长远目标"), annual=Field("年度目标"), actual=Field("")
        ),
        table=IndicatorTable((Indicator(Field("册数"), reason=Field("招标节约")),)),
        sections=(Section(Field("一、目标"), 1, Chapter.BASICS, (Field("年度目标"),)),),
        annex=Field("附件 自评表"),
    )
    assert [text.raw for text in project.prose()] == [
        "一、目标",
        "年度目标",
        "附件 自评表",
        "长远目标",
        "招标节约",
    ]

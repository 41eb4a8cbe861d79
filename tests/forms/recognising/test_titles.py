"""Titles: the year and the project that they name."""

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.source import WHOLE_FILE
from quanheng.forms.recognising.head.titles import is_title, name_in_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2024年度农田水利建设项目绩效自评报告", "农田水利建设项目"),
        ("《社区文化活动》项目支出绩效自评表", "社区文化活动"),
        ("返乡人员培训经费项目支出绩效自评表", "返乡人员培训经费"),
        ("2022年河道清淤项目项目支出绩效自评表", "2022年河道清淤项目"),
        ("某县水利局2023年度农田水利项目支出绩效自评表", "农田水利项目"),
        ("某县教育局2023年义务教育补助经费绩效自评表", "义务教育补助经费"),
        ("关于2023年“雨露计划”项目绩效自评情况的报告", "2023年“雨露计划”项目"),
        ("公共卫生服务项目绩效目标完成情况自评表", "公共卫生服务项目"),
        ("衛片執法項目支出績效自評表", "衛片執法項目"),
    ],
)
def test_a_title_names_its_project(title: str, name: str) -> None:
    assert is_title(title)
    assert text_of(name_in_title(Field(title, WHOLE_FILE))) == name


@pytest.mark.parametrize(
    "title",
    [
        "2022年度项目支出绩效自评表",
        "某县水利局2023年度项目支出绩效自评表",
        "部门整体支出绩效自评表",
        "中央对地方专项转移支付区域绩效目标自评表",
        "附件2：项目支出绩效自评表",
        "绩效自评表",
    ],
)
def test_a_title_that_names_a_kind_of_form_names_no_project(title: str) -> None:
    assert is_title(title)
    assert name_in_title(Field(title, WHOLE_FILE)) is None

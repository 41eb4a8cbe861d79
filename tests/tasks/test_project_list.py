"""A csv of projects: every row becomes a project or says why not."""

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.live.blank.blank_project import Start
from quanheng.tasks.reading.project_list import ProjectList, file_names, read_projects

HEAD = "项目名称,主管部门,实施单位,年初预算,全年预算,项目代码\n"


def read(text: str, start: Start = Start(), encoding: str = "utf-8") -> ProjectList:  # noqa: B008
    return read_projects(text.encode(encoding), "list.csv", start)


def test_row_gives_what_is_known_of_a_project() -> None:
    listed = read(HEAD + "培训,人社局,培训中心,100,120.5,P1\n", Start(year="2024"))
    assert listed.projects == {
        2: Start("培训", "2024", "人社局", "培训中心", "P1", "100", "120.5")
    }
    assert listed.refused == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_common_encodings_are_read(encoding: str) -> None:
    listed = read(HEAD + "培训,人社局,,,,\n", encoding=encoding)
    assert [one.name for one in listed.projects.values()] == ["培训"]


@pytest.mark.parametrize(
    ("heading", "said", "amount"),
    [
        ("年初预算", "100", "100"),
        ("年初预算", "100万元", "100"),
        ("年初预算", "5000元", "0.5"),
        ("年初预算（元）", "1,000,000", "100"),
        ("年初预算数(千元)", "50", "5"),
        ("年初预算", "—", ""),
        ("年初预算", "1.5万", "1.5"),
    ],
)
def test_amounts_are_in_ten_thousand_yuan(heading: str, said: str, amount: str) -> None:
    listed = read(f'项目名称,{heading}\n培训,"{said}"\n')
    assert listed.projects[2].initial == amount


@pytest.mark.parametrize("line", ["名称", "项目", "二级项目名称", "资金名称"])
def test_headings_may_be_worded_otherwise(line: str) -> None:
    listed = read(f"{line},项目单位,预算部门,评价年度\n培训,中心,局,2023年\n")
    assert listed.projects[2].name == "培训"
    assert listed.projects[2].year == "2023"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",局,,,,", "缺少项目名称"),
        ("培训,局,,abc,,", "金额“abc”无法识别"),
        ("培训,局,,-5,,", "金额“-5”无法识别"),
        ("培训,局,,≥5,,", "金额“≥5”无法识别"),
        ("培训,局,,5人,,", "金额“5人”无法识别"),
        ("培训,局,,1,2,P1,多出", "列数多于表头"),
    ],
)
def test_bad_row_is_refused_with_its_reason(row: str, reason: str) -> None:
    listed = read(f"{HEAD}\n{row}\n好项目,局,,,,\n")
    assert [(one.row, one.reason.zh) for one in listed.refused] == [(3, reason)]
    assert [one.name for one in listed.projects.values()] == ["好项目"]


def test_columns_without_a_place_are_named() -> None:
    assert read("项目名称,备注\n培训,x\n").ignored == ("备注",)


def test_list_without_names_is_refused_whole() -> None:
    with pytest.raises(UnreadableFileError, match="项目名称"):
        read("甲,乙\n1,2\n")


def test_file_names_are_safe_and_distinct() -> None:
    names = [
        "培训",
        "培训",
        "../../etc",
        "a/b:c*",
        "CON",
        "",
        "ab",
        "x" * 200,
        "PeiXun",
        "peixun",
    ]
    made = list(file_names(names, ".xlsx"))
    assert len({name.casefold() for name in made}) == len(names)
    for name in made:
        assert name.endswith(".xlsx")
        assert not set(name) & set('/\\:*?"<>|')
        assert not name.startswith(".")
        assert len(name.encode()) < 255
    assert made[:2] == ["培训.xlsx", "培训_2.xlsx"]

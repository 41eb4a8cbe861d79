"""Cells of a row that contradict each other are pointed out, and count."""

from pathlib import Path

import pytest

from tests.conftest import read_from_disk

MATERIALS = "印制日期,资料名称,印制份数,单价,总价,承印单位"
SURVEYS = "调查名称,调查类型,调查日期,发放份数,回收份数,有效份数"
SPENDING = "支付日期,金额,收款单位"


@pytest.mark.parametrize(
    ("name", "head", "row", "said"),
    [
        (
            "宣传资料台账",
            MATERIALS,
            "2021-03-05,手册,2000,1.5,3500,",
            "总价不等于单价×",
        ),
        ("宣传资料台账", MATERIALS, "2021-03-05,手册,2000,1.5,3000,", ""),
        ("宣传资料台账", MATERIALS, "2021-03-05,手册,3000,0.33,1000,", ""),
        (
            "宣传资料台账",
            MATERIALS,
            "2021-03-05,手册,2,1.5,3,王小二",
            "承印单位疑为",
        ),
        ("宣传资料台账", MATERIALS, "2021-03-05,手册,2,1.5,3,张江印刷厂", ""),
        ("调查台账", SURVEYS, "甲,满意度,2021-11-01,20,25,", "回收份数多于发放份数"),
        ("调查台账", SURVEYS, "甲,满意度,2021-11-01,30,25,26", "有效份数多于回收份数"),
        ("调查台账", SURVEYS, "甲,满意度,2021-11-01,30,25,25", ""),
        ("支出台账", SPENDING, "2021-05-01,100,张三", "收款单位疑为个人姓名"),
        ("支出台账", SPENDING, "2021-05-01,100,欧阳修", "收款单位疑为个人姓名"),
        ("支出台账", SPENDING, "2021-05-01,100,个人", ""),
        ("支出台账", SPENDING, "2021-05-01,100,高新公司", ""),
        ("支出台账", SPENDING, "2021-05-01,100,林业局", ""),
    ],
)
def test_rows_that_contradict_themselves(
    tmp_path: Path, name: str, head: str, row: str, said: str
) -> None:
    (tmp_path / f"{name}.csv").write_text(f"{head}\n{row}\n", "utf-8")
    (register,) = read_from_disk(tmp_path).registers.values()
    assert (list(register.rows), register.refused) == ([2], ())
    told = [f"{one.field}{one.reason.zh}" for one in register.noted]
    assert bool(told) is bool(said)
    assert all(said in one for one in told)
    assert all(one.rows == (2,) for one in register.noted)
    assert not any(name in one for one in told for name in ("张三", "王小二"))

"""A project and registers that the tests of bindings share."""

from datetime import date

import pytest

from quanheng.core.report import Project
from quanheng.evidence.bindings.compute import Ground
from quanheng.evidence.bindings.limits import limits_in
from quanheng.law.load import load_book
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_report
from tests.registers.registers_in_words import register_of

RECORD = """
project: {name: 宣传, year: 2021}
budget:
  unit: 万元
  rows:
    annual: {total: 10}
    spent: {total: {raw: "", from: spending, measure: sum, of: amount}, municipal: 9}
indicators:
  - level3: 预算执行率
    level2: 预算执行指标
    target: 100%
    actual: ""
  - level3: 宣传活动次数（次）
    target: 2
    actual: {raw: 3次, from: activities, measure: count, unit: 次}
  - {level3: 指标2：宣传资料印刷成本（元）, target: ≤30000, actual: ""}
  - {level3: 群众满意度, target: ≥95%, actual: 95%}
  - {level3: 展示成就, target: 注入动力, actual: 达成}
  - {level3: 参会领导级别, target: 2级, actual: 2级}
"""


@pytest.fixture
def project() -> Project:
    """A project with two bindings of its own."""
    return load_report(parse_yaml(RECORD), "x.yaml").projects[0]


@pytest.fixture
def ground() -> Ground:
    """Registers with two activities, prints and what was paid; no survey."""
    registers = {
        "activities": [
            {"held_on": "2021-03-01", "title": "甲", "proof": "a"},
            {"held_on": "2021-04-01", "title": "乙", "proof": "b"},
        ],
        "materials": [
            {"made_on": "2021-03-01", "title": "甲", "copies": "9", "total": "29000"}
        ],
        "spending": [
            {"paid_on": "2021-03-01", "amount": "60000", "voucher": "1"},
            {"paid_on": "2021-03-01", "amount": "38000.5", "voucher": "2"},
        ],
    }
    read = {name: register_of(name, rows) for name, rows in registers.items()}
    period = date(2021, 1, 1), date(2021, 12, 31)
    return Ground(read, period, limits_in(load_book().law()))

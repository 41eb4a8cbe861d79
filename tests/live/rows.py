"""Rows that a person may fill in: a few hundred of every kind (填报样例)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle

from quanheng.core.grammar.numerals import SCALES
from quanheng.live.parameters.word_lists import all_units

NAMES = (
    *("举办培训次数", "项目验收合格率", "群众投诉数量", "事故发生率", "受益人口"),
    *("减少投诉", "投诉办结率", "逾期天数"),
)
UNITS = ("", "%", "次", "万元", "个", "天", "个月")


@dataclass(frozen=True)
class Entry:
    """What is typed into the cells of a row."""

    level2: str
    name: str
    sign: str
    target: str
    unit: str
    actual: str
    weight: str = "10"
    placed: str = ""

    @property
    def raw_target(self) -> str:
        return self.sign + self.target + self.unit


def entries() -> list[Entry]:
    """All rows, those of one level-two category together."""
    found = (
        *numbers(),
        *ties(),
        *ranges(),
        *days(),
        *answers(),
        *oddities(),
        *shares(),
        *slips(),
    )
    return sorted(found, key=lambda entry: entry.level2)


def unit_rows() -> list[Entry]:
    """A row for every unit of the table: by itself, with a scale, per another one."""
    scales, under = cycle(SCALES), cycle(("人", "公里", "%", "万元", "次"))
    units = [
        unit
        for known in all_units()
        for unit in (
            known,
            f"{next(scales)}{known}",
            f"{known}/{next(under)}",
        )
    ]
    wrong = ("甲乙", "万", "/人", "元/", "甲乙/次", "万万元")
    return [
        Entry("数量指标", "完成工作量", "≥", "12", unit, "13")
        for unit in (*units, *wrong)
        if unit.count("/") < 2
    ]


def numbers() -> Iterator[Entry]:
    some = random.Random(2024)  # noqa: S311 - the same rows in every run
    for _ in range(400):
        target = some.choice(
            [str(some.randint(0, 300)), f"{some.uniform(0, 200):.2f}", "0", "-5", "7"]
        )
        part = Decimal(target) * some.choice(
            [Decimal("1.3"), Decimal("0.96"), Decimal(1) / 2]
        )
        actual = some.choice([str(some.randint(0, 300)), target, str(part), "-3", "0"])
        unit = some.choice(UNITS)
        level2 = some.choice(["数量指标", "质量指标", "经济效益指标"])
        name = some.choice(NAMES)
        if some.random() < 0.3:
            level2, name = "成本指标", some.choice(["运行经费", "发放补助标准"])
        yield Entry(
            *(level2, name, some.choice(["≥", ">", "=", "≤", "<", ""])),
            *(target, unit, actual + (unit if some.random() < 0.3 else "")),
            some.choice(["10", "12.5", "7.35", "0.05", "0"]),
        )


def ties() -> Iterator[Entry]:
    """Scores and completions that end in half a cent."""
    for weight, target, part in (
        *(("7.35", "8", "1"), ("0.25", "5", "1"), ("10", "800", "1")),
        *(("2.5", "400", "1"), ("0.15", "20", "7"), ("1.01", "2", "0.5")),
        *(("3.35", "10", "5"), ("8.05", "70", "35"), ("0.35", "7", "6.5")),
    ):
        for sign in ("≥", "≤", "="):
            beyond = str(Decimal(target) + Decimal(part))
            for actual in (part, beyond):
                yield Entry("数量指标", "受益人口", sign, target, "人", actual, weight)


def ranges() -> Iterator[Entry]:
    for target in ("10-20", "10～20", "5-5", "90%-95%", "20-10", "0-4", "2020-2021"):
        for unit in ("人", "%", ""):
            for actual in ("15", "8", "25", "10", "20", "92%", "0", "2020"):
                yield Entry("数量指标", "受益人口", "", target, unit, actual)


def days() -> Iterator[Entry]:
    targets = (
        *("2024年6月30日", "2024年6月", "2024年6月底前", "2024年12月31日前"),
        *("2024年2月30日", "6月底前", "年底前", "2024年"),
    )
    actuals = (
        *("2024年6月30日", "2024年7月1日", "2024年6月", "2024年5月31日"),
        *("2025年1月", "6月", "及时完成", "2024-06-30", "30"),
    )
    for target in targets:
        for actual in actuals:
            for sign in ("", "≤", "≥"):
                yield Entry("时效指标", "完成时间", sign, target, "", actual)


def answers() -> Iterator[Entry]:
    targets = (
        *("是", "完成", "否", "达标", "未完成", "有效提升", "进一步改善"),
        *("建成一座图书馆", "全年", "无", "显著", "良好"),
    )
    actuals = (
        *("是", "完成", "未完成", "否", "100%", "0%", "50%", "达成预期指标"),
        *("部分达成预期指标并具有一定效果", "未达成预期指标且效果较差"),
        *("部分完成", "有效提升", "100"),
    )
    for target in targets:
        for actual in actuals:
            for weight, placed in (("7.35", ""), ("7.35", "6.66"), ("10", "9.5")):
                yield Entry(
                    *("社会效益指标", "服务水平", "", target, "", actual),
                    *(weight, placed),
                )


def oddities() -> Iterator[Entry]:
    """Texts that look like numbers and are none, or not for certain."""
    for text in (
        *("1e3", "1,234", "1,2", "5.", "--5", "½", "1/2", "12-31", "二十", "约20"),
        *(
            "20次以上",
            "达20",
            "20 次",
            "\uff12\uff10",
            "1.2.3",
            "0.5",
            ".5",
            "-0",
            "007",
            ".",
        ),
    ):
        yield Entry("数量指标", "举办培训次数", "≥", text, "次", "20")
        yield Entry("数量指标", "举办培训次数", "≥", "20", "次", text)
        yield Entry("数量指标", "举办培训次数（次）", "≥", "20", "", text)
        yield Entry("数量指标", "举办培训次数(个)", "≥", "20", "次", text)
        yield Entry("数量指标", "举办培训次数", "", text, "次", text)
        yield Entry("数量指标", "举办培训（线上）", "≥", text, "", text)
    for unit in ("月", "个月", "季度", "年", "次", "万人", "盏"):
        for actual in ("3", f"3{unit}", "2024", f"2024{unit}", "3个"):
            yield Entry("时效指标", f"用时（{unit}）", "≤", "3", "", actual)
            yield Entry("时效指标", f"用时（{unit}）", "≤", f"3{unit}", "", actual)
            yield Entry("时效指标", f"用时（{unit}）", "≤", "3", "年", actual)


def slips() -> Iterator[Entry]:
    """Values that are far from their targets, some only by their unit."""
    for target, unit, actual in (
        *(("1.2", "万人", "12300"), ("1.2", "人", "12300"), ("12000", "人", "1.23")),
        *(("30", "万元", "298000"), ("1500", "米", "1.52"), ("20", "吨", "21000")),
        *(("0.95", "", "96.2"), ("15", "亩", "10005"), ("300", "天", "1")),
        *(("100", "次", "1000"), ("100", "次", "7000"), ("12000", "户", "1")),
    ):
        for sign in ("≥", "≤", "="):
            for name in ("受益人口", "合格率"):
                yield Entry("数量指标", name, sign, target, unit, actual)


def shares() -> Iterator[Entry]:
    """Percentages, written with and without %."""
    for actual in ("0.96", "1", "0.5%", "100", "96%", "1.2", "89", "79.99", "59"):
        for sign in ("≥", "≤", "=", ""):
            for level2, name in (
                ("质量指标", "合格率"),
                ("质量指标", "投诉率"),
                ("质量指标", "合格率（%）"),
                ("服务对象满意度指标", "群众满意度"),
            ):
                for target, unit in (
                    ("95", "%"),
                    ("95%", ""),
                    ("95%", "%"),
                    ("95", ""),
                ):
                    yield Entry(level2, name, sign, target, unit, actual)

"""What an indicator's name limits is proposed as a condition, or told."""

import pytest

from quanheng.core.computed.binding import Binding
from quanheng.evidence.bindings.narrowing import limits_named, said_of_limits
from quanheng.law.load import load_book

CITY_UP = ("国家级", "省级", "市级")


@pytest.mark.parametrize(
    ("name", "register", "where", "said"),
    [
        (
            "宣传手册印制数量",
            "materials",
            {"kind": ("手册",)},
            "按名称限定资料类型为手册",
        ),
        ("手册、折页印制数量", "materials", {"kind": ("手册", "折页")}, "手册、折页"),
        ("典型案例入选市级以上案例集数量", "cases", {"level": CITY_UP}, "省级、市级"),
        ("入选省级案例数", "cases", {"level": ("省级",)}, "按名称限定层级为省级"),
        ("印制数量", "materials", {}, ""),
        ("新增案例数量", "cases", {}, "未含“新增”的限定，应核对"),
        ("2万字以上案例数量", "cases", {}, "未含“以上”的限定，应核对"),
    ],
)
def test_limits_of_a_name(
    name: str, register: str, where: dict[str, tuple[str, ...]], said: str
) -> None:
    binding = Binding(register, "count")
    added = tuple(limits_named(name, binding))
    assert {one.field: one.values for one in added} == where
    told = said_of_limits(name, binding, added, load_book().law())
    assert said in told.zh
    assert bool(told.zh) is bool(said)


def test_what_a_proposal_limits_itself_stays() -> None:
    binding = Binding("no_such_register", "count")
    assert tuple(limits_named("宣传手册印制数量", binding)) == ()

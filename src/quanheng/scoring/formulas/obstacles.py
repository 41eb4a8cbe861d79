"""The reasons for which a row has no score, in words (不能计分的原因)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.scoring.formulas.result import Result
from quanheng.scoring.reading import Obstacle, RowReading
from quanheng.scoring.unit_slip import Slip

WEIGHT_MISSING: Final = Result(
    None,
    None,
    (Words("权重为空或无效，无法计分", "the weight is missing or invalid: no score"),),
    obstacle=Obstacle.WEIGHT_MISSING,
)
AMOUNTS_MISSING: Final = Result(
    None,
    None,
    (
        Words(
            "预算表无可读的预算数或执行数，无法计分",
            "the budget table has no readable planned or spent amount: no score",
        ),
    ),
    obstacle=Obstacle.ACTUAL_MISSING,
)
_TARGET: Final = Words("目标值", "target")
_ACTUAL: Final = Words("业绩值", "actual")

_WHY: Final = {
    Obstacle.TARGET_MISSING: Words("目标值为空，无法计分", "no target: no score"),
    Obstacle.ACTUAL_MISSING: Words("业绩值为空，无法计分", "no actual: no score"),
    Obstacle.TARGET_NOT_A_VALUE: Words(
        "目标值“{target}”不是可比较的数值或时点，业绩值“{actual}”无从对照，无法计分",
        "the target “{target}” is no value to compare with the actual “{actual}”: "
        "no score",
    ),
    Obstacle.ACTUAL_NOT_A_VALUE: Words(
        "业绩值“{actual}”无法与目标值“{target}”比较，无法计分",
        "the actual “{actual}” can't be compared with the target “{target}”: no score",
    ),
    Obstacle.DIMENSIONS_DIFFER: Words(
        "目标值“{target}”与业绩值“{actual}”量纲不同，无法比较和计分",
        "the target “{target}” and the actual “{actual}” measure different things: "
        "no score",
    ),
    Obstacle.UNITS_DIFFER: Words(
        "指标“{name}”的目标值“{target}”与业绩值“{actual}”单位不一致，"
        "无法确定以哪个为准，无法计分",
        "the target “{target}” and the actual “{actual}” of “{name}” are in different "
        "units and nobody can tell which holds: no score",
    ),
    Obstacle.UNIT_SLIP: Words(
        "目标值“{target}”与业绩值“{actual}”相差悬殊，{cell}若按{meant}计即为{same}，"
        "疑似单位误填，无法计分",
        "the target “{target}” and the actual “{actual}” are far apart, yet {meant} in "
        "the {cell} would be {same}: probably a slip of the unit, no score",
    ),
    Obstacle.NO_ANSWER_CHOSEN: Words(
        "定性目标“{target}”的完成情况“{actual}”不是三档答案之一，需人工判定",
        "the actual “{actual}” is none of the three answers to the qualitative target "
        "“{target}”; a person has to decide",
    ),
    Obstacle.DIRECTION_UNKNOWN: Words(
        "目标值“{target}”无比较符，且无法从指标名称判断正向或逆向，无法计分",
        "the target “{target}” has no sign and the name does not tell whether more is "
        "better: no score",
    ),
    Obstacle.YEAR_UNKNOWN: Words(
        "目标值“{target}”或业绩值“{actual}”无年份，评价年度不明，无法计分",
        "the target “{target}” or the actual “{actual}” names no year and the "
        "evaluation year is unknown: no score",
    ),
}


def why_not(obstacle: Obstacle, reading: RowReading) -> Words:
    """The reason in both languages, with the texts of the row."""
    step = _WHY[obstacle]
    row = reading.indicator
    texts = {
        "name": row.name.raw,
        "target": text_of(row.target),
        "actual": text_of(row.actual),
    }
    if slip := reading.slip:
        return _of_slip(step, texts, slip)
    return Words(step.zh.format_map(texts), step.en.format_map(texts))


def _of_slip(step: Words, texts: dict[str, str], slip: Slip) -> Words:
    cell = _TARGET if slip.is_target else _ACTUAL
    texts |= {"same": str(slip.same)}
    return Words(
        step.zh.format_map({**texts, "cell": cell.zh, "meant": slip.said.zh}),
        step.en.format_map({**texts, "cell": cell.en, "meant": slip.said.en}),
    )

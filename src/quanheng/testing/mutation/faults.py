"""Faults that take a whole table to plant (整表变异), by name."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Final

from quanheng.core.quantity import rounded
from quanheng.testing.mutation.sites import Record
from quanheng.testing.mutation.upkeep import (
    add_up_scores,
    number,
    scored_rows,
)

_LIMIT: Final = re.compile(r"[≥≤=]?(\d[^年]*)")
_CENT: Final = Decimal("0.01")


def weigh_alike(record: Record) -> Record | None:
    """All indicators but the execution rate at one weight."""
    rows = list(scored_rows(record))
    if len(rows) < 4:
        return None
    result = deepcopy(record)
    share = rounded(Decimal(90) / len(rows))
    rows = list(scored_rows(result))
    for row in rows:
        row["weight"] = row["score"] = f"{share:f}"
    last = Decimal(90) - share * (len(rows) - 1)
    rows[-1]["weight"] = rows[-1]["score"] = f"{last:f}"
    return add_up_scores(result)


def weigh_in_crumbs(record: Record) -> Record:
    """Weights with decimals left over from a division."""
    result = deepcopy(record)
    for one, two in zip(*[scored_rows(result)] * 2, strict=False):
        for row, by in ((one, "0.35"), (two, "-0.35")):
            row["weight"] = f"{Decimal(row['weight']) + Decimal(by):f}"
            row["score"] = f"{Decimal(row['score']) + Decimal(by):f}"
    return result


def reach_every_target(record: Record) -> Record:
    """Every actual exactly at its numeric target."""
    result = deepcopy(record)
    for row in result["indicators"]:
        if (match := _LIMIT.fullmatch(row["target"])) is not None:
            row["actual"] = match[1]
            row["score"] = row["weight"]
    return add_up_scores(result)


def full_marks(record: Record) -> Record:
    """Every score at its weight, without a reason."""
    result = deepcopy(record)
    for row in result["indicators"]:
        row.update(score=row["weight"], reason="")
    if "score" in result["budget"]:
        result["budget"]["score"] = result["budget"]["weight"]
    return add_up_scores(result)


def cut_scores_off(record: Record) -> Record | None:
    """A proportional score with its decimals cut off where they should be rounded."""
    for position, row in enumerate(record["indicators"]):
        target, actual = number(row["target"]), number(row["actual"])
        weight, score = number(row["weight"]), number(row["score"])
        if not target or actual is None or weight is None or score in (None, weight):
            continue
        exact = actual / target * weight
        cut = exact.quantize(_CENT, "ROUND_DOWN")
        if rounded(exact) == score != cut:
            result = deepcopy(record)
            result["indicators"][position]["score"] = f"{cut:f}"
            return add_up_scores(result)
    return None


def one_quantity_row(record: Record) -> Record | None:
    """All quantity rows but the first left out of a project of several outputs."""
    result = deepcopy(record)
    counted = [row for row in result["indicators"] if "数量" in row["level2"]]
    if len(counted) < 3:
        return None
    gone = counted[1:]
    result["indicators"] = [row for row in result["indicators"] if row not in gone]
    return result


def many_rows(record: Record) -> Record | None:
    """So many rows more that nobody can weigh them, on a project that is not large."""
    planned = number(record["budget"]["rows"]["annual"]["total"])
    if planned is None or planned > 1000:
        return None
    result = deepcopy(record)
    pattern = next(row for row in result["indicators"] if "数量" in row["level2"])
    result["indicators"] += [
        {**pattern, "level3": f"第{place}服务点接待人次", "weight": "", "score": ""}
        for place in "一二三四五六七八九十甲乙丙丁戊己庚辛"
    ]
    return result


def one_slogan_benefit(record: Record) -> Record:
    """One benefit left, and that one without a value."""
    result = deepcopy(record)
    rows = result["indicators"]
    benefits = [row for row in rows if "效益" in row["level1"]]
    benefits[0].update(
        level3="打造为民服务品牌", target="打造为民服务品牌", actual="打造了服务品牌"
    )
    result["indicators"] = [row for row in rows if row not in benefits[1:]]
    return result


def output_again_as_benefit(record: Record) -> Record:
    """An output counted once more among the benefits."""
    result = deepcopy(record)
    output = next(row for row in scored_rows(result) if "数量" in row["level2"])
    benefit = next(row for row in scored_rows(result) if "效益" in row["level1"])
    benefit.update({key: output[key] for key in ("level3", "target", "actual")})
    return result


def output_again_under_longer_name(record: Record) -> Record | None:
    """An output counted once more under a name with a word in front."""
    rows = [row for row in scored_rows(record) if "数量" in row["level2"]]
    if len(rows) < 2:
        return None
    result = deepcopy(record)
    one, other = [row for row in scored_rows(result) if "数量" in row["level2"]][:2]
    other.update(
        level3=f"全年{one['level3']}", target=one["target"], actual=one["actual"]
    )
    return result


def points_from_benefit_to_output(record: Record) -> Record:
    """Five points moved from a benefit to an output."""
    result = deepcopy(record)
    output = next(row for row in scored_rows(result) if "产出" in row["level1"])
    benefit = next(row for row in scored_rows(result) if "效益" in row["level1"])
    for row, by in ((output, 5), (benefit, -5)):
        row["weight"] = f"{Decimal(row['weight']) + by:f}"
        row["score"] = row["weight"]
    return add_up_scores(result)


def nothing_left_in_table(record: Record) -> Record | None:
    """A table without a balance beside a text that tells of one."""
    if "balance" not in record["budget"]["rows"]:
        return None
    result = deepcopy(record)
    rows = result["budget"]["rows"]
    rows["spent"] = dict(rows["received"])
    for column, cell in rows["balance"].items():
        if number(cell) is not None:
            rows["balance"][column] = "0.00"
    return result


def least_said_of_largest_loss(record: Record) -> Record | None:
    """The row of the largest loss explained in the fewest words."""
    result = deepcopy(record)
    losses = [
        (Decimal(row["weight"]) - Decimal(row["score"]), position)
        for position, row in enumerate(result["indicators"])
        if row["reason"] and Decimal(row["score"]) < Decimal(row["weight"])
    ]
    if len(losses) < 3:
        return None
    _, position = max(losses)
    result["indicators"][position]["reason"] = "8月起缺货；3月备货。"
    return result


def half_reached_row(record: Record) -> Record | None:
    """A target that was half reached, and half the points for it."""
    for position, row in enumerate(record["indicators"]):
        target, weight = number(row["target"]), number(row["weight"])
        if "效益" in row["level1"] and "≥" in row["target"] and target and weight:
            result = deepcopy(record)
            half = {"actual": target, "score": weight}
            for key, whole in half.items():
                old = str(number(row[key]))
                text = f"{rounded(whole / 2):f}"
                result["indicators"][position][key] = row[key].replace(old, text)
            return add_up_scores(result)
    return None


def problem_with_satisfied_group(record: Record) -> Record | None:
    """A chapter on problems that calls a group dissatisfied whose row is full."""
    return _problem_with(record, "满意度指标", "一是{name}不高，主要原因是宣传不够。")


def problem_with_timely_work(record: Record) -> Record | None:
    """A chapter on problems that calls work late whose row is full."""
    return _problem_with(record, "时效指标", "一是{name}滞后，主要原因是人手不足。")


def _problem_with(record: Record, category: str, text: str) -> Record | None:
    rows = [
        row
        for row in scored_rows(record)
        if category in row["level2"] and row["score"] == row["weight"]
    ]
    result = deepcopy(record)
    for section in result.get("sections", ()):
        if rows and section["chapter"] == "problems" and "paragraphs" in section:
            name = rows[0]["level3"].partition("（")[0]
            section["paragraphs"] = [text.format(name=name)]
            return result
    return None


def quality_failed(record: Record) -> Record | None:
    """A thing that counts in full although none of it passed."""
    return _with_quality(record, actual="0%", score="0")


def quality_not_accepted(record: Record) -> Record | None:
    """A thing that counts in full although it awaits acceptance."""
    return _with_quality(record, target="通过验收", actual="尚未验收")


def _with_quality(record: Record, **cells: str) -> Record | None:
    rows = list(scored_rows(record))
    counted = [row for row in rows if "数量" in row["level2"]]
    full = [row for row in counted if row["score"] == row["weight"]]
    position = next((n for n, row in enumerate(rows) if "质量" in row["level2"]), None)
    if not full or position is None:
        return None
    name = full[0]["level3"].partition("（")[0].removesuffix("数量")
    result = deepcopy(record)
    row = list(scored_rows(result))[position]
    row.update(level3=f"{name}验收合格率（%）", reason="", **cells)
    return result


def reason_of_another_row(record: Record) -> Record | None:
    """A reason that slipped by a row: it tells of another indicator."""
    rows = list(scored_rows(record))
    lost = [row for row in rows if row["score"] != row["weight"]]
    if not lost:
        return None
    other = next(row for row in reversed(rows) if row not in lost)
    result = deepcopy(record)
    position = record["indicators"].index(lost[0])
    name = other["level3"].partition("（")[0]
    text = f"{name}因12月设备更换比预计低，由办公室次年3月前调整。"
    result["indicators"][position]["reason"] = text
    return result


FAULTS: Final[Mapping[str, Callable[[Record], Record | None]]] = {
    function.__name__: function
    for function in (
        weigh_alike,
        weigh_in_crumbs,
        reach_every_target,
        full_marks,
        cut_scores_off,
        one_quantity_row,
        many_rows,
        one_slogan_benefit,
        output_again_as_benefit,
        output_again_under_longer_name,
        points_from_benefit_to_output,
        nothing_left_in_table,
        least_said_of_largest_loss,
        half_reached_row,
        problem_with_satisfied_group,
        problem_with_timely_work,
        quality_failed,
        quality_not_accepted,
        reason_of_another_row,
    )
}
"""By the name that the lists of faults call them by."""

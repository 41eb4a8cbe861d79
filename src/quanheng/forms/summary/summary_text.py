"""The sentences of a summary (汇总说明)."""

from collections.abc import Iterator, Sequence

from quanheng.forms.summary.entry import Entry
from quanheng.forms.summary.summary_table import money, percent, points
from quanheng.forms.summary.summary_totals import Totals


def sentences(entries: Sequence[Entry], grade_names: Sequence[str]) -> Iterator[str]:
    """The paragraphs above the table; grade names best first."""
    totals = Totals(entries)
    yield _money(totals)
    yield _grades(totals, grade_names)
    yield _differences(totals)


def _money(totals: Totals) -> str:
    text = f"共有{len(totals.entries)}个项目完成绩效自评"
    if (planned := totals.planned) is not None:
        text += f"，全年预算资金合计{money(planned)}万元"
    average = totals.average(lambda entry: entry.score)
    if average is not None:
        text += f"，平均得分{points(average)}分"
    text += "。"
    if totals.spent is not None and totals.rate is not None:
        text += f"全年执行{money(totals.spent)}万元，总体执行率{percent(totals.rate)}。"
    if lacking := totals.lacking(lambda entry: entry.planned):
        text += f"其中{lacking}个项目无可读的全年预算数，未计入合计。"
    return text


def _grades(totals: Totals, names: Sequence[str]) -> str:
    grades = totals.grades(lambda entry: entry.grade, names)
    text = "自评等级：" + "，".join(f"{name}{count}个" for name, count in grades)
    lacking = totals.lacking(lambda entry: entry.grade)
    return text + (f"，未填等级{lacking}个。" if lacking else "。")


def _differences(totals: Totals) -> str:
    found = [e.difference for e in totals.entries if e.difference is not None]
    apart = sum(map(bool, found))
    text = f"可逐项复算对照的项目{len(found)}个，其中{apart}个得分不一致"
    if unknown := totals.lacking(lambda entry: entry.recomputed):
        text += f"；{unknown}个项目有指标无法按公式复算"
    return text + "。"

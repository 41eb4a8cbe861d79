from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import plain
from quanheng.scoring.level_weights import level_of
from quanheng.scoring.total import total

EXECUTION_WEIGHT = "self_evaluation.execution_weight"


@rule(
    code="WT202",
    name="execution-weight-not-ten",
    title=Words("预算执行率权重不符合规定", "Execution weight is not the set value"),
    message=Words(
        "预算执行率权重为{weight}分，应为规定的{due}分",
        "budget execution has {weight} points; the rule sets {due}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(EXECUTION_WEIGHT,),
    judges_whole=True,
)
def execution_weight_not_ten(dossier: Dossier) -> Iterator[Answer]:
    """Budget execution does not have the prescribed points (预算执行率权重).

    Why it matters:
        More points for spending leave fewer for results.

    What it leaves alone:
        Forms that do not score execution; the value of any version that may apply.
    """
    rows = [
        row for row in dossier.scorecard.rows if level_of(row) is LevelOne.EXECUTION
    ]
    if not rows:
        yield not_applicable("预算执行率未设分值", "budget execution has no points")
        return
    weight = total(row.weight for row in rows)
    if weight is None:
        yield insufficient("权重无法读取", "the weight can't be read")
        return
    versions = dossier.law.versions(EXECUTION_WEIGHT)
    if any(weight == version.value for version in versions):
        return
    yield Hit.on(
        _cell(dossier) or Field("", dossier.project.table_at),
        {"weight": plain(weight), "due": plain(dossier.law.number(EXECUTION_WEIGHT))},
    )


def _cell(dossier: Dossier) -> Field | None:
    row = next((row for row in dossier.project.indicators if row.is_execution), None)
    if row is not None:
        return row.weight
    return dossier.project.budget.weight if dossier.project.budget else None

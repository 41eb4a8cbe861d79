from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.recomputed import is_all_backed
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.evidence.bindings.limits import TOLERANCES
from quanheng.scoring.inflation import are_all_full, is_soft, lists_problems

FEWEST: Final = 5


@rule(
    code="SC301",
    name="all-full-marks",
    title=Words("全部指标满分", "Every indicator at full marks"),
    message=Words(
        "{count}项指标均为满分，但报告仍列有存在问题，前后不一致",
        "all {count} rows have full marks while the report lists problems",
    ),
    variants={
        "soft": Words(
            "{count}项指标均为满分，其中含定性或满意度指标，应核实评分依据",
            "all {count} rows have full marks, words and satisfaction included",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=("words.no_problem", "words.qualitative_answers", *TOLERANCES),
    judges_whole=True,
)
def all_full_marks(dossier: Dossier) -> Iterator[Answer]:
    """Every row has full marks although the report gives cause for doubt (全部满分).

    Why it matters:
        A perfect result is rarely objective where problems are listed or opinions are
        scored; reviewers look at such reports first.

    What it leaves alone:
        Fewer than five rows; reports without problems, text targets or satisfaction
        rows; reports whose actuals all come from registers.
    """
    rows = dossier.scorecard.rows
    if len(rows) < FEWEST:
        yield not_applicable("指标少于5项", "fewer than five rows")
        return
    if not are_all_full(dossier.scorecard) or is_all_backed(dossier):
        return
    problems = lists_problems(dossier.project, dossier.law)
    if problems or any(is_soft(row, dossier.law) for row in rows):
        yield Hit(
            at=dossier.project.table_at,
            says={"count": len(rows)},
            also=tuple(row.at for row in rows),
            variant="" if problems else "soft",
        )

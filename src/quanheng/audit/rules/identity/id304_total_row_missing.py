from collections.abc import Iterator
from decimal import Decimal

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
from quanheng.core.field import filled, text_of
from quanheng.core.quantity import plain
from quanheng.core.report import Project, TableShape

FULL = Decimal(100)


@rule(
    code="ID304",
    name="total-row-missing",
    title=Words("自评表缺“总分”行", "The form lacks its total row"),
    message=Words(
        "自评表无“总分”行，应列出权重合计{weight}分、得分合计{score}分",
        "the form has no total row; it should give weight {weight} and score {score}",
    ),
    variants={
        "without sums": Words(
            "自评表无“总分”行，应列出权重合计和得分合计",
            "the form has no total row for the sums of weights and scores",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    judges_whole=True,
)
def total_row_missing(dossier: Dossier) -> Iterator[Answer]:
    """The indicator table doesn't end with its total (总分).

    Why it matters:
        The total is what the grade, the summary and the review start from.

    What it leaves alone:
        A total in a head cell; tables of which only lines of text are left; tables of
        one category each inside the narrative; forms without scores.

    Catalogue:
        The row is not offered as an edit: there is no cell yet that it could fill.
    """
    project = dossier.project
    table = project.table
    if table is None or not any(filled(row.score) for row in table.rows):
        yield not_applicable("无指标表或未填写得分", "there is no table, or no scores")
        return
    if table.shape is TableShape.LINES:
        yield insufficient("表格结构已丢失", "the structure of the table is lost")
        return
    if table.shape is TableShape.SEVERAL:
        yield not_applicable(
            "属正文分类指标表", "tables of one category each in the text"
        )
        return
    if table.total_weight or table.total_score or _total_in_head(project):
        return
    rows = dossier.scorecard.rows
    weights = sum((row.weight for row in rows if row.weight), Decimal(0))
    scores = sum((row.stated for row in rows if row.stated), Decimal(0))
    yield Hit(
        at=table.at,
        says={"weight": plain(weights), "score": plain(scores)},
        variant="" if weights == FULL else "without sums",
    )


def _total_in_head(project: Project) -> bool:
    """Whether the total is in a cell and not in the concluding sentence."""
    total = project.stated_total
    return filled(total) and text_of(total) not in text_of(project.conclusion)

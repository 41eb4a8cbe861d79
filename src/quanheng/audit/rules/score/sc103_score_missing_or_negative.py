from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import TO_JUDGE
from quanheng.core.quantity import plain
from quanheng.revising.pending_scores import rows_of, waits
from quanheng.scoring.reading import Obstacle
from quanheng.scoring.scorecard import RowScore


@rule(
    code="SC103",
    name="score-missing-or-negative",
    title=Words("得分未填写或为负", "Score blank or negative"),
    message=Words(
        "计分指标未填写得分，权重为{weight}分，应补充",
        "no score is stated for {weight} points",
    ),
    variants={
        "unreadable": Words(
            "得分“{raw}”不是数字，应为0至{weight}分之间的数字",
            "the score “{raw}” is no number; it should lie between 0 and {weight}",
        ),
        "to_judge": Words(
            "{rows}无法自动计分，请在右侧“人工评分”列给分{unread}",
            "no formula gives the score of {rows}; set the points in the column"
            " 人工评分 on the right{unread}",
        ),
        "negative": Words(
            "得分填为{stated}分，应在0至{weight}分之间",
            "the score is {stated}; it should lie between 0 and {weight}",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
)
def score_missing_or_negative(dossier: Dossier) -> Iterator[Answer]:
    """The score of a scored row is blank, not a number, or negative (得分缺失).

    Why it matters:
        A total means nothing while one of its rows has no score.

    What it leaves alone:
        Rows marked 不适用 and sub-rows without weight, which are not scored; a dash
        in the funding sub-rows of the national form; forms without a score column; a
        score column that is empty throughout (ID302).
    """
    cells = [
        (row.score, row.weight, row.stated)
        for row in dossier.scorecard.rows
        if row.score and row.weight
    ]
    if not cells:
        yield not_applicable("表中无得分栏", "the form has no score column")
        return
    if not any(filled(row.score) for row in dossier.project.indicators):
        yield not_applicable(
            "得分栏均未填写，见ID302", "the whole column is empty (ID302)"
        )
        return
    yield from _to_judge(dossier)
    for cell, weight, stated in cells:
        if waits(cell):
            continue
        yield from _look(cell, weight, stated)


def _to_judge(dossier: Dossier) -> Iterator[Hit]:
    """All rows that wait for a reviewer, as one fault: their cells are locked."""
    rows = [row for row in dossier.scorecard.rows if waits(row.score)]
    if not rows:
        return
    first, *others = (row.at for row in rows)
    unread = tuple(filter(None, map(_unread, rows)))
    yield Hit(
        at=first,
        quote=TO_JUDGE,
        says={
            "rows": rows_of([row.at for row in rows]),
            "unread": Words(
                f"（无法比较：{'；'.join(words.zh for words in unread)}）",
                f" (not comparable: {'; '.join(words.en for words in unread)})",
            )
            if unread
            else "",
        },
        also=tuple(others),
        variant="to_judge",
    )


def _unread(row: RowScore) -> Words | None:
    """What can't be compared in a row; None if only the points in its band are open."""
    if row.indicator is None or row.obstacle in {None, Obstacle.SCORE_MISSING}:
        return None
    name = row.indicator.title
    target, actual = text_of(row.indicator.target), text_of(row.indicator.actual)
    return Words(
        f"“{name}”目标值“{target}”、完成值“{actual}”",
        f"“{name}”: target “{target}”, actual “{actual}”",
    )


def _look(cell: Field, weight: Decimal, stated: Decimal | None) -> Iterator[Answer]:
    says: dict[str, object] = {"weight": plain(weight)}
    if cell.is_blank:
        yield Hit.on(cell, says)
    elif stated is None:
        says["raw"] = cell.raw
        yield Hit.on(cell, says, variant="unreadable")
    elif stated < 0:
        says["stated"] = plain(stated)
        yield Hit.on(cell, says, variant="negative")

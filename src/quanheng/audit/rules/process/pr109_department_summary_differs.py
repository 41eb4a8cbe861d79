import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.peers import Peer, same_year
from quanheng.audit.rule import (
    Answer,
    Hit,
    Need,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_FACTORS
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Project
from quanheng.language.clauses import sentences
from quanheng.language.similarity import bare
from quanheng.language.words import any_of
from quanheng.scoring.budget.stated_rates import decimals_in
from quanheng.scoring.total import total

WHOLE: Final = "words.whole_department"
OUTSIDE: Final = "words.outside_scope"
TOLERANCE: Final = "self_evaluation.total_tolerance"
_COUNT: Final = re.compile(r"(\d+)\s*个[^，。；、\d]{0,8}项目")
_AVERAGE: Final = re.compile(
    r"平均(?:得分|分|自评得分)?[为是达到]{0,2}\s*(\d+(?:\.\d+)?)\s*分"
)
_AMOUNT: Final = re.compile(
    r"(?:资金|预算|金额)[^，。；、\d]{0,6}(\d+(?:\.\d+)?)\s*(万元|亿元|元)"
)
_EVALUATED: Final = ("自评", "评价")


@rule(
    code="PR109",
    name="department-summary-differs",
    title=Words(
        "部门汇总与项目自评不一致", "Department summary differs from its projects"
    ),
    message=Words(
        "汇总报告称自评项目{stated}个，所提供的项目自评报告为{found}个，应核对",
        "the summary names {stated} evaluated projects; {found} reports are there",
    ),
    variants={
        "amount": Words(
            "汇总报告所列项目资金为{stated}，{count}个项目自评报告合计为{found}，"
            "应核对",
            "the summary has {stated}; the {count} project reports add up to {found}",
        ),
        "average": Words(
            "汇总报告所列平均得分为{stated}分，{count}个项目自评报告平均为{found}分，"
            "应核对",
            "the summary has an average of {stated}; the {count} project reports "
            "average {found}",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(WHOLE, OUTSIDE, TOLERANCE),
    needs=Need.PEERS,
)
def department_summary_differs(dossier: Dossier) -> Iterator[Answer]:
    """A department's summary differs from its projects' reports (汇总).

    Why it matters:
        What a department reports to the finance authority rests on its projects; a
        project left out is not evaluated at all.

    What it leaves alone:
        Sentences that name projects outside the scope; rounding differences. Amounts
        and averages are compared only where the number of projects agrees, as one
        missing report explains them all.
    """
    if not _is_summary(dossier):
        yield not_applicable("不是部门汇总", "this is no department summary")
        return
    peers = [peer for peer in dossier.peers if _is_below(dossier, peer)]
    if not peers:
        yield insufficient(
            "未提供本部门的项目自评报告", "no project report of the department is there"
        )
        return
    outside = dossier.law.words(OUTSIDE)
    for paragraph in dossier.project.paragraphs():
        for sentence in sentences(paragraph.raw):
            if any_of(_EVALUATED, sentence) and not any_of(outside, sentence):
                yield from _differing(dossier, peers, paragraph, sentence)


def _differing(
    dossier: Dossier, peers: list[Peer], paragraph: Field, sentence: str
) -> Iterator[Hit]:
    count = _COUNT.search(sentence)
    if count is None:
        return
    if int(count[1]) != len(peers):
        yield _hit(paragraph, count[1], str(len(peers)), len(peers), "")
        return
    if (amount := _AMOUNT.search(sentence)) and (
        planned := _planned(peers)
    ) is not None:
        factor, stated = MONEY_FACTORS[amount[2]], Decimal(amount[1])
        if abs(stated - planned / factor) >= _last_place(stated):
            found = _in_words(planned / factor, amount[2])
            said = _in_words(stated, amount[2])
            yield _hit(paragraph, said, found, len(peers), "amount")
    if (average := _AVERAGE.search(sentence)) and (mean := _mean(peers)) is not None:
        stated = Decimal(average[1])
        tolerance = max(dossier.law.number(TOLERANCE), _last_place(stated) / 2)
        if abs(stated - mean) > tolerance:
            is_mean = plain(rounded(mean))
            yield _hit(paragraph, plain(stated), is_mean, len(peers), "average")


def _in_words(amount: Decimal, unit: str) -> Words:
    in_yuan = amount * MONEY_FACTORS[unit]
    return Words(f"{plain(amount)}{unit}", f"{plain(in_yuan)} yuan")


def _hit(
    paragraph: Field, stated: str | Words, found: str | Words, count: int, variant: str
) -> Hit:
    return Hit.on(
        paragraph, {"stated": stated, "found": found, "count": count}, variant=variant
    )


def _is_summary(dossier: Dossier) -> bool:
    return _names_whole(dossier.project, dossier.law.words(WHOLE))


def _names_whole(project: Project, words: tuple[str, ...]) -> bool:
    return any_of(words, text_of(project.name) + text_of(project.title))


def _is_below(dossier: Dossier, peer: Peer) -> bool:
    """Whether a report is on a project of the department, in the same year."""
    ours, theirs = dossier.project, peer.project
    heads = {bare(text_of(ours.department)), bare(text_of(ours.unit))} - {""}
    belongs = heads & {bare(text_of(theirs.department)), bare(text_of(theirs.unit))}
    is_whole = _names_whole(theirs, dossier.law.words(WHOLE))
    return bool(belongs) and not is_whole and same_year(ours, theirs)


def _planned(peers: list[Peer]) -> Decimal | None:
    """The sum of the budgets in 元, None where one is not known."""
    budgets = [peer.project.budget for peer in peers]
    return total(budget.planned if budget else None for budget in budgets)


def _mean(peers: list[Peer]) -> Decimal | None:
    """The average of the stated totals, None where one is missing."""
    points = total(peer.scorecard.stated_total for peer in peers)
    return None if points is None else points / len(peers)


def _last_place(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(-decimals_in(number))

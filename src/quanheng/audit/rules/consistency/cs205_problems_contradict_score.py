from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses, unnumbered
from quanheng.language.words import any_of, longest_first, pairs, stretches, those_in
from quanheng.scoring.claims import is_full

NEAR_FULL: Final = "self_evaluation.near_full_total"
SHORTFALLS: Final = "words.shortfalls"
MATTERS: Final = "words.scored_matters"
DENIALS: Final = "words.denials"
GENERIC: Final = "words.generic"
VAGUE_GROUPS: Final = "words.vague_groups"
_SHOWN: Final = 20


@rule(
    code="CS205",
    name="problems-contradict-score",
    title=Words("满分与存在问题不一致", "Problems contradict full marks"),
    message=Words(
        "“存在问题”部分称“{problem}”，但“{rows}”得满分，两处应一致",
        "the problems name “{problem}”, yet “{rows}” has full marks; both should agree",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(NEAR_FULL, SHORTFALLS, MATTERS, DENIALS, GENERIC, VAGUE_GROUPS),
)
def problems_contradict_score(dossier: Dossier) -> Iterator[Answer]:
    """The problems name a shortfall, its indicator has full marks (问题与得分不一致).

    Why it matters:
        Either the problem is no problem or the points were not earned.

    What it leaves alone:
        Totals below the threshold; problems of management or money that no indicator
        is about; what is denied, or planned for later; problems of another subject
        than the indicator's; a clause that names a row which did lose points.
    """
    card = dossier.scorecard
    problems = tuple(dossier.project.paragraphs(Chapter.PROBLEMS))
    if card.stated_total is None or not problems:
        yield not_applicable(
            "未填写总分或无存在问题章节", "there is no total or no chapter of problems"
        )
        return
    if card.stated_total < dossier.law.number(NEAR_FULL):
        return
    full = [row.indicator for row in card.rows if row.indicator and is_full(row)]
    full = [row for row in full if not row.is_execution]
    lossy = [row.indicator for row in card.rows if row.indicator and not is_full(row)]
    for paragraph in problems:
        for clause in clauses(paragraph.raw):
            if any(row.title in clause for row in lossy):
                continue
            rows = _contradicted(dossier, clause, full)
            if rows:
                yield Hit.on(
                    paragraph,
                    {
                        "problem": unnumbered(clause)[:_SHOWN],
                        "rows": listed(row.title for row in rows),
                    },
                    also=tuple(row.score.at for row in rows if row.score),
                )


def _contradicted(
    dossier: Dossier, clause: str, full: list[Indicator]
) -> tuple[Indicator, ...]:
    """The rows at full marks that measure what the clause finds fault with."""
    law = dossier.law
    if any_of(law.words(DENIALS), clause):
        return ()
    matters = law.word_groups(MATTERS)
    found: list[Indicator] = []
    for kind, shortfalls in law.word_groups(SHORTFALLS).items():
        if shortfall := those_in(shortfalls, clause):
            rows = [row for row in full if any_of(matters[kind], _label(row))]
            subject = unnumbered(clause).replace(shortfall[0], "")
            found += _of_subject(dossier, subject, rows)
    return tuple(dict.fromkeys(found))


def _label(row: Indicator) -> str:
    return f"{text_of(row.level2)}{row.title}"


def _of_subject(
    dossier: Dossier, subject: str, rows: list[Indicator]
) -> list[Indicator]:
    """The rows that name the subject's last word; without one, a row that is alone."""
    filler = dossier.law.words(GENERIC) + dossier.law.words(VAGUE_GROUPS)
    left = stretches(subject, longest_first(filler))
    ends = pairs(left[-1][-3:]) if left else ()
    if not ends:
        return rows if len(rows) == 1 else []
    return [row for row in rows if any_of(ends, row.title)]

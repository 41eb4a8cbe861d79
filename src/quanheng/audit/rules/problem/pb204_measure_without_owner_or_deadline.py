from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled
from quanheng.core.report import Chapter, Project
from quanheng.language.patterns.figures import has_date, years
from quanheng.language.phrases.problems import names_owner
from quanheng.language.words import any_of
from quanheng.law.book import Law

OWNERS: Final = "words.owners"
DEADLINES: Final = "words.deadlines"
MEASURES: Final = "words.measure_marks"
NO_PROBLEM: Final = "words.no_problem"


@rule(
    code="PB204",
    name="measure-without-owner-or-deadline",
    title=Words("改进措施未明确责任人或时限", "Measure without owner or deadline"),
    message=Words(
        "改进措施未明确责任主体和完成时限，应补充",
        "the measures name neither who acts nor by when",
    ),
    variants={
        "owner": Words(
            "改进措施已写明时限，未明确责任主体，应补充",
            "the measures name a date and nobody who acts",
        ),
        "deadline": Words(
            "改进措施已写明责任主体，未明确完成时限，应补充",
            "the measures name who acts and no date or period",
        ),
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(OWNERS, DEADLINES, MEASURES, NO_PROBLEM),
)
def measure_without_owner_or_deadline(dossier: Dossier) -> Iterator[Answer]:
    """No measure says who acts or by when (改进措施缺责任人或时限).

    Why it matters:
        A measure without an owner and a deadline is not followed up.

    What it leaves alone:
        Reports without problems and deviations; forms without measures. 及时 does not
        count as a deadline, 专人 counts as an owner.
    """
    project, law = dossier.project, dossier.law
    measures = _measures(project, law)
    if not measures or _nothing_to_mend(project, law):
        yield not_applicable("无改进措施", "there are no measures")
        return
    text = "\n".join(measure.raw for measure in measures)
    has_owner = names_owner(text, law.words(OWNERS))
    has_deadline = (
        has_date(text) or bool(years(text)) or any_of(law.words(DEADLINES), text)
    )
    if has_owner and has_deadline:
        return
    variant = "deadline" if has_owner else "owner" if has_deadline else ""
    first = measures[0]
    yield Hit.on(first, variant=variant)


def _measures(project: Project, law: Law) -> list[Field]:
    """The chapter on measures, with the measures in the deviation column."""
    marks = law.words(MEASURES)
    found = list(project.paragraphs(Chapter.MEASURES))
    for row in project.indicators:
        reason = row.reason
        if reason and not reason.is_blank and any_of(marks, reason.raw):
            found.append(reason)
    return found


def _nothing_to_mend(project: Project, law: Law) -> bool:
    """Whether the report states no problem and gives no deviation."""
    problems = "".join(p.raw for p in project.paragraphs(Chapter.PROBLEMS)).strip(" 。")
    no_problem = not problems or problems in law.words(NO_PROBLEM)
    return no_problem and not any(filled(row.reason) for row in project.indicators)

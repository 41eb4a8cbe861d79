from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.report import Chapter
from quanheng.language.clauses import unnumbered
from quanheng.language.phrases.problems import problem_clauses
from quanheng.language.words import any_of

LACKS: Final = "words.lack_marks"
ALL_PROBLEMS: Final = "words.all_problems"
_SHOWN: Final = 24


@rule(
    code="PB201",
    name="suggestion-unmatched",
    title=Words("改进措施与问题不对应", "A problem without a measure"),
    message=Words(
        "问题“{problem}”（{topics}）在改进措施中无对应内容，应补充",
        "no measure answers the problem “{problem}” ({topics})",
    ),
    severity=Severity.INFO,
    basis=(
        ("财预〔2020〕10号", "第十一条"),
        ("practice", "自评复核中的常见问题"),
    ),
    law=(LACKS, ALL_PROBLEMS, "words.topics", "words.generic"),
    judges_whole=True,
)
def suggestion_unmatched(dossier: Dossier) -> Iterator[Answer]:
    """No measure addresses a problem (问题没有对应措施).

    Why it matters:
        A problem without a measure comes back in next year's report.

    What it leaves alone:
        A single problem with any measure; a measure for all problems together; a
        problem whose topic is not on the word list.
    """
    project = dossier.project
    paragraphs = tuple(project.paragraphs(Chapter.PROBLEMS))
    measures = "\n".join(p.raw for p in project.paragraphs(Chapter.MEASURES))
    if not paragraphs or not measures:
        yield not_applicable(
            "无存在问题或改进措施章节", "no chapter of problems or of measures"
        )
        return
    if any_of(dossier.law.words(ALL_PROBLEMS), measures):
        return
    lacks = dossier.law.words(LACKS)
    found = [
        (p, clause) for p in paragraphs for clause in problem_clauses(p.raw, lacks)
    ]
    if len(found) < 2:
        return
    for paragraph, clause in found:
        topics = dossier.subjects.mentions(clause)
        if topics and not dossier.subjects.treats(clause, measures):
            yield Hit.on(
                paragraph,
                {"problem": unnumbered(clause)[:_SHOWN], "topics": listed(topics)},
            )

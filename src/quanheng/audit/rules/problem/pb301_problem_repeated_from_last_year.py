from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Chapter, Project
from quanheng.language.clauses import clauses, items, sentences, unnumbered
from quanheng.language.similarity import bare, similarity
from quanheng.language.words import any_of
from quanheng.law.book import Law

ALIKE: Final = "self_evaluation.problem_similarity"
SHORTEST: Final = "self_evaluation.min_problem_length"
LACKS: Final = "words.lack_marks"
PROGRESS: Final = "words.progress_marks"


@rule(
    code="PB301",
    name="problem-repeated-from-last-year",
    title=Words("上年问题再次出现", "Last year's problem again"),
    message=Words(
        "问题“{problem}”与上年表述相似度为{share}%，未说明整改进展，应补充",
        "the problem “{problem}” is {share}% like one of last year, and no progress is "
        "told",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(ALIKE, SHORTEST, LACKS, PROGRESS),
    needs=Need.PREVIOUS_YEAR,
)
def problem_repeated_from_last_year(dossier: Dossier) -> Iterator[Answer]:
    """A problem is repeated from last year's report (问题重复).

    Why it matters:
        Problems should be solved in time; a copied one was not worked on, or never
        looked at.

    What it leaves alone:
        A problem with progress reported; texts too short to describe a problem.
    """
    last = dossier.previous.project if dossier.previous else None
    before = [problem for _, problem in _problems(last, dossier.law)] if last else []
    found = list(_problems(dossier.project, dossier.law))
    if not before or not found:
        yield not_applicable(
            "两年的报告未均写明问题", "one of the reports names no problem"
        )
        return
    alike = dossier.law.number(ALIKE)
    progress = dossier.law.words(PROGRESS)
    for paragraph, problem in found:
        share = max(similarity(problem, other) for other in before)
        if share > alike and not any_of(progress, problem):
            yield Hit.on(
                paragraph,
                {
                    "problem": next(clauses(problem), problem),
                    "share": plain(rounded(share * 100, 0)),
                },
            )


def _problems(project: Project, law: Law) -> Iterator[tuple[Field, str]]:
    """The stated problems with their paragraphs, very short ones left out."""
    lacks, shortest = law.words(LACKS), law.number(SHORTEST)
    for paragraph in project.paragraphs(Chapter.PROBLEMS):
        listed = [item.text for item in items(paragraph.raw)]
        for problem in listed or sentences(paragraph.raw):
            if any_of(lacks, problem) and len(bare(problem)) >= shortest:
                yield paragraph, unnumbered(problem)

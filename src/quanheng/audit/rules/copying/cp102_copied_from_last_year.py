import re
from collections.abc import Iterable, Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Chapter, Project
from quanheng.language.similarity import bare, similarity

ALIKE: Final = "bulk.year_masked_similarity"
SHORTEST: Final = "bulk.min_chapter_length"
CHAPTERS: Final = (
    Chapter.ANALYSIS,
    Chapter.EXPERIENCE,
    Chapter.PROBLEMS,
    Chapter.MEASURES,
)
_NUMBER: Final = re.compile(r"\d+(?:[.,，]\d+)*")


@rule(
    code="CP102",
    name="copied-from-last-year",
    title=Words("与上年报告雷同", "Copied from last year"),
    message=Words(
        "隐去年份和数字后，第三至六章与上年报告相似度为{share}%，应结合本年实际撰写",
        "with years and numbers masked, chapters three to six are {share}% like last "
        "year's",
    ),
    variants={
        "new figures": Words(
            "第三至六章文字与上年报告相似度为{share}%，数据已更新",
            "the words of chapters three to six are {share}% like last year's, with "
            "new figures",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(ALIKE, SHORTEST),
    needs=Need.PREVIOUS_YEAR,
)
def copied_from_last_year(dossier: Dossier) -> Iterator[Answer]:
    """Analysis, problems and measures are last year's text (与上年雷同).

    Why it matters:
        Two years never run alike; a copied text says that nobody looked.

    What it leaves alone:
        Overview, basis and goals, which a continuing project rightly keeps; texts too
        short to compare. The same words with mostly new figures are info.
    """
    ours = tuple(dossier.project.paragraphs(*CHAPTERS))
    last = dossier.previous.project if dossier.previous else Project()
    text, before = _joined(ours), _joined(last.paragraphs(*CHAPTERS))
    shortest = dossier.law.number(SHORTEST)
    if len(bare(text)) < shortest or len(bare(before)) < shortest:
        yield not_applicable(
            "第三至六章篇幅过短", "chapters three to six are too short"
        )
        return
    share = similarity(_masked(text), _masked(before))
    if share < dossier.law.number(ALIKE):
        return
    renewed = _has_new_figures(text, before)
    yield Hit.across(
        ours,
        {"share": plain(rounded(share * 100, 0))},
        severity=Severity.INFO if renewed else None,
        variant="new figures" if renewed else "",
    )


def _joined(paragraphs: Iterable[Field]) -> str:
    return "\n".join(paragraph.raw for paragraph in paragraphs)


def _masked(text: str) -> str:
    return _NUMBER.sub("0", text)


def _has_new_figures(text: str, before: str) -> bool:
    """Whether most figures of a text are not in the other one."""
    figures, known = _NUMBER.findall(text), set(_NUMBER.findall(before))
    new = sum(figure not in known for figure in figures)
    return 2 * new > len(figures)

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.indicator import Indicator
from quanheng.core.report import Chapter
from quanheng.language.similarity import bare, similarity
from quanheng.language.words import any_of

ALIKE: Final = "self_evaluation.name_similarity"
MAIN_ONLY: Final = "words.main_only"


@rule(
    code="CS105",
    name="indicator-sets-differ",
    title=Words("正文与附件指标不一致", "Text and annex list different indicators"),
    message=Words(
        "附件列有指标“{name}”，正文分表未列，应统一",
        "the annex has the indicator “{name}”, the tables in the text do not",
    ),
    variants={
        "section": Words(
            "正文分表列有指标“{name}”，附件未列，应统一",
            "a table in the text has the indicator “{name}”, the annex does not",
        ),
        "alike": Words(
            "同一指标在附件中称“{name}”，在正文分表中称“{other}”，应统一",
            "the annex calls one indicator “{name}”, the text calls it “{other}”",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(ALIKE, MAIN_ONLY),
    judges_whole=True,
)
def indicator_sets_differ(dossier: Dossier) -> Iterator[Answer]:
    """An indicator is in the annex only, or in the text only (指标不一致).

    Why it matters:
        An indicator that appears in one place was added or dropped unnoticed.

    What it leaves alone:
        Reports with one set of tables; a text that says it lists main indicators.
        Two names for one indicator are info that shows both.
    """
    project = dossier.project
    if not project.section_tables or not project.table:
        yield not_applicable(
            "无可比对的正文分表和附件表", "there are no two tables to compare"
        )
        return
    main_only = dossier.law.words(MAIN_ONLY)
    if any(any_of(main_only, p.raw) for p in project.paragraphs(Chapter.PERFORMANCE)):
        return
    annex = _by_name(project.table.rows)
    section = _by_name(r for table in project.section_tables for r in table.rows)
    unmatched = [row for name, row in section.items() if name not in annex]
    for name, row in annex.items():
        if name not in section:
            twin = _most_alike(row, unmatched, dossier.law.number(ALIKE))
            if twin:
                unmatched.remove(twin)
                yield _alike(row, twin)
            else:
                yield Hit.on(row.name, {"name": row.title})
    for row in unmatched:
        yield Hit.on(row.name, {"name": row.title}, variant="section")


def _by_name(rows: Iterable[Indicator]) -> dict[str, Indicator]:
    return {bare(row.title): row for row in rows if row.title}


def _most_alike(
    row: Indicator, others: list[Indicator], least: Decimal
) -> Indicator | None:
    alike = [(similarity(row.title, other.title), n) for n, other in enumerate(others)]
    share, position = max(alike, default=(Decimal(0), 0))
    return others[position] if alike and share >= least else None


def _alike(row: Indicator, twin: Indicator) -> Hit:
    return Hit.on(
        row.name,
        {"name": row.title, "other": twin.title},
        also=(twin.name.at,),
        severity=Severity.INFO,
        variant="alike",
    )

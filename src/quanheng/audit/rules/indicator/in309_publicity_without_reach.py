from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.language.words import any_of

TOPICS = "words.publicity_topics"
REACH = "words.reach_terms"
PRINTING = "words.printing_projects"


@rule(
    code="IN309",
    name="publicity-without-reach",
    title=Words("宣传类项目缺少传播效果指标", "Publicity project without reach data"),
    message=Words(
        "宣传类项目未设传播效果指标（如阅读量、覆盖人数、知晓率），应补充设置",
        "a publicity project without an indicator of reach or awareness",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(TOPICS, REACH, PRINTING),
    judges_whole=True,
    needs_indicators=True,
)
def publicity_without_reach(dossier: Dossier) -> Iterator[Answer]:
    """A publicity project does not measure whom it reached (传播效果).

    Why it matters:
        Posters that nobody saw were printed in full as well.

    What it leaves alone:
        Projects that only print material; any indicator of reach or awareness,
        proven or not (EV101).
    """
    law, name = dossier.law, text_of(dossier.project.name)
    is_publicity = any_of(law.words(TOPICS), name)
    if not is_publicity or any_of(law.words(PRINTING), name):
        yield not_applicable("非宣传类项目", "no publicity project")
        return
    reach = law.words(REACH)
    if not any(any_of(reach, row.title) for row in dossier.project.indicators):
        yield Hit(at=dossier.project.table_at)

import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.surveys_registered import has_registered_survey
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses
from quanheng.language.patterns.figures import has_data
from quanheng.language.words import any_of, those_in

PRAISE: Final = "words.exaggeration"
PROOF: Final = "words.proof_words"
_CHAPTERS: Final = (Chapter.PERFORMANCE, Chapter.ANALYSIS, Chapter.EXPERIENCE)
_QUOTED: Final = re.compile('《[^》]*》|“[^”]*”|"[^"]*"|〔[^〕]*〕')


@rule(
    code="CS204",
    name="praise-without-evidence",
    title=Words("成效表述缺少佐证", "Praise without support"),
    message=Words(
        "“{words}”缺少数据、奖项、文件或调查佐证，应注明依据",
        "“{words}” is backed by no figure, award, document or survey; the ground "
        "should be named",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(PRAISE, PROOF, "words.topics", "words.generic"),
)
def praise_without_evidence(dossier: Dossier) -> Iterator[Answer]:
    """Praise in the chapters on results that nothing supports (成效表述).

    Why it matters:
        Words such as 显著 or 重大影响力 read like a result but can't be checked.

    What it leaves alone:
        Quotes of titles and of the goals; praise with data or a proof in its clause or
        behind it in the paragraph; a paragraph on a row with a survey in the register.
    """
    project = dossier.project
    paragraphs = tuple(project.paragraphs(*_CHAPTERS))
    if not paragraphs:
        yield not_applicable(
            "无绩效情况、分析和经验做法文字", "there is no text on results"
        )
        return
    praise, proof = dossier.law.words(PRAISE), dossier.law.words(PROOF)
    goals = text_of(project.goals.period) + text_of(project.goals.annual)
    surveyed = [r for r in project.indicators if has_registered_survey(dossier, r)]
    name = text_of(project.name)
    for paragraph in paragraphs:
        found = [
            word
            for word in _unsupported(paragraph.raw, praise, proof)
            if word not in goals
        ]
        if found and not any(
            dossier.subjects.singles_out(row.title, paragraph.raw, name)
            for row in surveyed
        ):
            yield Hit.on(paragraph, {"words": listed(found)})


def _unsupported(
    text: str, praise: tuple[str, ...], proof: tuple[str, ...]
) -> tuple[str, ...]:
    """Words of praise behind which the paragraph gives neither data nor proof."""
    if not any_of(praise, text):
        return ()
    plain = _QUOTED.sub("", text)
    found: list[str] = []
    for clause in clauses(plain):
        if has_data(clause) or any_of(proof, clause):
            found.clear()
        else:
            found += those_in(praise, clause)
    return tuple(dict.fromkeys(found))

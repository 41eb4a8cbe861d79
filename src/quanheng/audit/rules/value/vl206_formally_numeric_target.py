import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.surveys_registered import has_registered_survey
from quanheng.audit.rule import NO_BENEFIT_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.core.quantity import Dimension
from quanheng.language.phrases.slogans import is_slogan

NOUNS = "words.measurable_nouns"
VERBS = "words.slogan_verbs"
SURVEYS = "words.survey_methods"
CALCULATIONS = "words.calculation_terms"
_FIGURE: Final = re.compile(r"\d")


@rule(
    code="VL206",
    name="formally-numeric-target",
    title=Words("目标仅在形式上量化", "Number without a measurable thing"),
    message=Words(
        "“{name}”不是可计算的比率，目标值“{target}”缺乏调查、统计或公式支撑",
        "“{name}” is no rate that can be computed; no survey, statistic or formula "
        "stands behind “{target}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(NOUNS, VERBS, SURVEYS, CALCULATIONS, "words.topics", "words.generic"),
)
def formally_numeric_target(dossier: Dossier) -> Iterator[Answer]:
    """A benefit worded as a slogan has a percentage as its target (形式量化).

    Why it matters:
        A percentage of nothing looks measured but is not.

    What it leaves alone:
        Names of a defined rate; a sentence on the row with figures from a survey, a
        statistic or a formula; rows with a survey in the register.
    """
    rows = dossier.readings_in(LevelOne.BENEFIT)
    if not rows:
        yield NO_BENEFIT_INDICATORS
        return
    nouns, verbs = dossier.law.words(NOUNS), dossier.law.words(VERBS)
    for reading in rows:
        row, target = reading.indicator, reading.target
        if row.target is None or not isinstance(target, Number):
            continue
        if target.quantity.unit.dimension is not Dimension.RATE:
            continue
        if is_slogan(row.title, nouns, verbs) and not _is_backed(dossier, row):
            yield Hit.on(
                row.target,
                {"name": row.title, "target": row.target.raw},
                also=(row.name.at,),
            )


def _is_backed(dossier: Dossier, row: Indicator) -> bool:
    """Whether a sentence with figures says how the row was measured."""
    if has_registered_survey(dossier, row):
        return True
    methods = dossier.law.words(SURVEYS) + dossier.law.words(CALCULATIONS)
    name = text_of(dossier.project.name)
    return any(
        _FIGURE.search(sentence)
        and dossier.subjects.singles_out(row.title, sentence, name)
        for sentence in dossier.mentioning(methods)
    )

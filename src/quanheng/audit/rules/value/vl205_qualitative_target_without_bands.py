from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Wording
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelTwo
from quanheng.language.phrases.scales import has_graded_bands
from quanheng.language.words import any_of
from quanheng.scoring.answers_in_words import (
    QUALITATIVE_ANSWERS,
    YES_NO,
    qualitative_answer,
    yes_or_no,
)

SCALES = "words.graded_scales"
VAGUE = "words.vague_targets"
OBSERVABLE = "words.observable_terms"


@rule(
    code="VL205",
    name="qualitative-target-without-bands",
    title=Words("定性目标缺少评判标准", "Qualitative target without a standard"),
    message=Words(
        "“{name}”的定性目标“{target}”未设分档标准或可核验的条件",
        "the qualitative target “{target}” of “{name}” has no bands and nothing to "
        "observe",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2021〕101号", ""),),
    law=(SCALES, VAGUE, OBSERVABLE, YES_NO, QUALITATIVE_ANSWERS),
    needs_indicators=True,
)
def qualitative_target_without_bands(dossier: Dossier) -> Iterator[Answer]:
    """A vague target has neither graded bands nor an observable condition (定性).

    Why it matters:
        Two reviewers would score the same result differently.

    What it leaves alone:
        A form with the three fixed answers (达成年度指标 …); yes/no targets; observable
        conditions (通过验收, 无事故); vague times (VL208).
    """
    vague = dossier.law.words(VAGUE)
    for reading in dossier.readings:
        row = reading.indicator
        if row.target is None or row.level_two is LevelTwo.TIMELINESS:
            continue
        if not isinstance(reading.target, Wording) or not any_of(vague, row.target.raw):
            continue
        if not _has_standard(row, dossier):
            yield Hit.on(row.target, {"name": row.title, "target": row.target.raw})


def _has_standard(row: Indicator, dossier: Dossier) -> bool:
    law, target = dossier.law, text_of(row.target)
    scales = law.word_lists(SCALES)
    return (
        yes_or_no(target, law) is not None
        or qualitative_answer(text_of(row.actual), law) is not None
        or any_of(law.words(OBSERVABLE), target)
        or has_graded_bands(scales, target, text_of(row.reason))
    )

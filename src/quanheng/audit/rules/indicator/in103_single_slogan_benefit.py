from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BENEFIT_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Wording
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.language.phrases.scales import has_graded_bands
from quanheng.language.words import any_of

SCALES = "words.graded_scales"
OBSERVABLE = "words.observable_terms"
NOT_APPLICABLE = "words.not_applicable"
KINDS = ("经济效益", "社会效益", "生态效益", "可持续影响")


@rule(
    code="IN103",
    name="single-slogan-benefit",
    title=Words("效益指标单一且无法衡量", "Only one benefit indicator, and a slogan"),
    message=Words(
        "效益指标仅有“{name}”一项，且目标值“{target}”无法衡量，应细化",
        "“{name}” is the only benefit indicator and its target “{target}” can't be "
        "measured",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(SCALES, OBSERVABLE, NOT_APPLICABLE),
    judges_whole=True,
)
def single_slogan_benefit(dossier: Dossier) -> Iterator[Answer]:
    """The only benefit indicator has a target that measures nothing (效益指标).

    Why it matters:
        All points of benefit then hang on words that any result would fulfil.

    What it leaves alone:
        A target with graded bands or an observable condition; a text that says why
        other kinds of benefit do not apply; two benefit rows or more.
    """
    rows = [r for r in dossier.project.indicators if r.level_one is LevelOne.BENEFIT]
    if not rows:
        yield NO_BENEFIT_INDICATORS
        return
    row, *others = rows
    if others or dossier.has_sentence(KINDS, dossier.law.words(NOT_APPLICABLE)):
        return
    if row.target is None or not isinstance(row.target.value, Wording):
        return
    if _is_measurable(row, dossier):
        return
    yield Hit.on(
        row.target, {"name": row.title, "target": row.target.raw}, also=(row.name.at,)
    )


def _is_measurable(row: Indicator, dossier: Dossier) -> bool:
    target = text_of(row.target)
    scales = dossier.law.word_lists(SCALES)
    return has_graded_bands(scales, target, text_of(row.reason)) or any_of(
        dossier.law.words(OBSERVABLE), target
    )

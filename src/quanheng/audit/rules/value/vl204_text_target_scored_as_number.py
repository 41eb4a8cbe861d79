from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Wording
from quanheng.core.field import filled, text_of
from quanheng.language.phrases.scales import has_graded_bands
from quanheng.scoring.answers_in_words import YES_NO, yes_or_no

SCALES = "words.graded_scales"


@rule(
    code="VL204",
    name="text-target-scored-as-number",
    title=Words("文字目标按定量计分", "Text target scored as a number"),
    message=Words(
        "“{name}”的目标值“{target}”为文字，业绩值为“{actual}”，得{score}分缺乏依据",
        "the target “{target}” of “{name}” is in words and the actual is “{actual}”: "
        "the {score} points have no ground",
    ),
    variants={
        "done": Words(
            "“{name}”的目标值“{target}”为完成与否，业绩值“{actual}”建议改为完成情况",
            "the target “{target}” of “{name}” is met or not; the actual “{actual}” "
            "should say so in words",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十六条"),),
    law=(SCALES, YES_NO),
    needs_indicators=True,
)
def text_target_scored_as_number(dossier: Dossier) -> Iterator[Answer]:
    """A target in words is scored by a number (文字目标).

    Why it matters:
        A number only compares with a number; for words any figure earns full marks.

    What it leaves alone:
        Graded bands in the target or the note; a row without a score; an actual that
        says in words what was achieved. For a yes/no target (完成) with an actual of
        100% the finding is info.
    """
    scales = dossier.law.word_lists(SCALES)
    for reading in dossier.readings:
        row = reading.indicator
        if row.target is None or row.actual is None or not filled(row.score):
            continue
        if not isinstance(reading.target, Wording) or not row.actual.is_figure_only:
            continue
        if has_graded_bands(scales, row.target.raw, text_of(row.reason)):
            continue
        is_done = yes_or_no(row.target.raw, dossier.law) is not None
        yield Hit.on(
            row.target,
            {
                "name": row.title,
                "target": row.target.raw,
                "actual": row.actual.raw,
                "score": text_of(row.score),
            },
            also=(row.actual.at,),
            severity=Severity.INFO if is_done else None,
            variant="done" if is_done else "",
        )

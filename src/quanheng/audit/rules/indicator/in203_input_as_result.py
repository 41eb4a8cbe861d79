from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.language.words import any_of

INPUTS = "words.input_terms"
LEVERAGED = "words.leveraged_funds"


@rule(
    code="IN203",
    name="input-as-result",
    title=Words("以投入作为产出或效益指标", "An input used as output or benefit"),
    message=Words(
        "“{name}”反映资金投入，列在“{level}”下未反映产出或效果，应调整",
        "“{name}” tells of money put in; under “{level}” a result is due",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""), ("practice", "2020年一份市级自评表的填表说明")),
    law=(INPUTS, LEVERAGED),
)
def input_as_result(dossier: Dossier) -> Iterator[Answer]:
    """An output or benefit indicator measures money put in (投入指标).

    Why it matters:
        Money that arrived or was spent has its own points; as a result it is counted
        twice.

    What it leaves alone:
        Rows under budget execution; private capital that was drawn in, as a benefit.
    """
    rows = [
        row
        for row in dossier.project.indicators
        if row.level_one in (LevelOne.OUTPUT, LevelOne.BENEFIT) and not row.is_execution
    ]
    if not rows:
        yield not_applicable(
            "无产出和效益指标", "there are no output or benefit indicators"
        )
        return
    inputs, leveraged = dossier.law.words(INPUTS), dossier.law.words(LEVERAGED)
    for row in rows:
        if any_of(inputs, row.title) and not any_of(leveraged, row.title):
            yield Hit.on(
                row.name,
                {"name": row.title, "level": text_of(row.level2 or row.level1)},
            )

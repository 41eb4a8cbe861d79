from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import Dimension
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

COST_TERMS = "words.cost_terms"
_MONEY = (Dimension.MONEY, Dimension.RATIO)


@rule(
    code="IN204",
    name="cost-indicator-without-cost",
    title=Words("成本指标未反映成本", "Cost indicator that shows no cost"),
    message=Words(
        "成本指标“{name}”未以金额计量，名称也未体现成本内容，应调整",
        "the cost indicator “{name}” neither counts money nor names a cost",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(COST_TERMS,),
)
def cost_indicator_without_cost(dossier: Dossier) -> Iterator[Answer]:
    """A cost indicator neither counts money nor names a cost (成本内容).

    Why it matters:
        The points of cost are then given for something else.

    What it leaves alone:
        Rates of control or saving in %; social and ecological cost (2021), which has
        other units.
    """
    rows = [reading for reading in dossier.readings if reading.indicator.is_cost]
    if not rows:
        yield not_applicable("无成本指标", "there are no cost indicators")
        return
    terms = dossier.law.words(COST_TERMS)
    for reading in rows:
        row = reading.indicator
        if row.level_one is LevelOne.COST and not _is_economic(text_of(row.level2)):
            continue
        if not _counts_money(reading) and not any_of(terms, row.title):
            yield Hit.on(row.name, {"name": row.title})


def _is_economic(level2: str) -> bool:
    return "社会" not in level2 and "生态" not in level2 and "环境" not in level2


def _counts_money(reading: RowReading) -> bool:
    units = (reading.target_unit, reading.name_unit, reading.actual_unit)
    return any(unit is not None and unit.dimension in _MONEY for unit in units)

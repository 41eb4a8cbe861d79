from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.indicator import LevelTwo
from quanheng.core.quantity import Dimension
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

PAYMENTS = "words.payment_terms"
PRODUCTS = "words.volume_products"


@rule(
    code="IN202",
    name="payment-as-quantity",
    title=Words("以支付金额作为数量指标", "A payment used as quantity indicator"),
    message=Words(
        "数量指标“{name}”以金额计量，仅反映资金支出，未反映工作数量，应调整",
        "the quantity indicator “{name}” counts money: what was spent, not what was "
        "done",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"), ("财预〔2021〕101号", "")),
    law=(PAYMENTS, PRODUCTS),
)
def payment_as_quantity(dossier: Dossier) -> Iterator[Answer]:
    """A quantity indicator counts the money paid out (支付事项).

    Why it matters:
        Spending is scored by the execution rate already; output is what was bought.

    What it leaves alone:
        Counts of people or households paid; loans, guarantees and levies, where the
        volume is the product.
    """
    rows = dossier.readings_in(LevelTwo.QUANTITY)
    if not rows:
        yield not_applicable("无数量指标", "there are no quantity indicators")
        return
    payments = dossier.law.words(PAYMENTS)
    products = dossier.law.words(PRODUCTS)
    for reading in rows:
        row = reading.indicator
        if not any_of(payments, row.title) or any_of(products, row.title):
            continue
        if _counts_money(reading):
            yield Hit.on(row.name, {"name": row.title})


def _counts_money(reading: RowReading) -> bool:
    unit = reading.target_unit or reading.name_unit or reading.actual_unit
    return unit is not None and unit.dimension is Dimension.MONEY

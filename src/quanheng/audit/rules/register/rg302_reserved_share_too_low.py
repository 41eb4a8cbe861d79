from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import (
    OR_BLANK,
    figure,
    no_entries,
    place_of,
    question,
    register_of,
    rows_about,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain

PURCHASES: Final = "purchases"
ROWS: Final = "words.purchase_rows"
SHARE: Final = "consumption_assistance.min_reserved_share"
_FOOD: Final = ("食堂食材", "公务接待", "学校供餐", OR_BLANK)
"""The purchases that the share applies to: canteens, receptions, schools."""


@rule(
    code="RG302",
    name="reserved-share-too-low",
    title=Words("预留份额低于规定", "Reserved share below the rule"),
    message=Words(
        "预留采购份额{reserved}元，占食材采购额{purchases}元的{share}，"
        "低于规定的{least}%"
        "（食材采购台账{rows}）",
        "{reserved} yuan are reserved, {share} of {purchases} yuan of food purchases; "
        "the rule asks for {least}% (food purchases, {rows})",
    ),
    severity=Severity.WARNING,
    basis=(("财政部2022年832平台预留份额通知", "预留份额"),),
    law=(ROWS, SHARE),
    needs=Need.REGISTER,
    registers=(PURCHASES,),
)
def reserved_share_too_low(dossier: Dossier) -> Iterator[Answer]:
    """The share reserved for the platform is too low (预留份额).

    Why it matters:
        The share is a duty of every budget unit with a canteen.

    What it leaves alone:
        Units without a canteen, where the register says so; union purchases; years and
        regions without a share in force.
    """
    if register_of(dossier, PURCHASES) is None:
        yield no_entries(dossier, PURCHASES)
        return
    least = dossier.law.number(SHARE)
    measured = figure(
        question(dossier, PURCHASES, "reserve_share", where={"kind": _FOOD})
    )
    if measured is None or measured.value is None:
        yield not_applicable(
            "无应预留份额的食材采购", "no food purchases with the duty to reserve"
        )
        return
    if measured.value < least:
        place = place_of(
            dossier, rows_about(dossier, PURCHASES, dossier.law.words(ROWS))
        )
        yield Hit.on(
            place,
            {
                "reserved": plain(measured.parts["part"]),
                "purchases": plain(measured.parts["whole"]),
                "share": measured.text,
                "least": plain(least),
                "rows": rows_in_words(measured.used),
            },
        )

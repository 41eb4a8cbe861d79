"""A rate in percent with both figures in its formula (百分率)."""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal, localcontext

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.core.quantity import plain, rounded
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries

PERCENT = "%"
PLACES = 2
_DIGITS = 50


def percentage(
    entries: Entries,
    ask: Ask,
    part: Decimal,
    whole: Decimal,
    part_said: Words,
    whole_said: Words,
    *,
    interval: tuple[Decimal, Decimal] | None = None,
    also: Mapping[str, Sequence[int]] | None = None,
) -> Measured:
    """Part ÷ whole × 100 %, no value where the whole is 0.

    Both come with their names in words, the interval as shares of 1, and the rows of
    other registers behind them in ``also``.

    Raises:
        QuanhengError: The binding asks for another unit than percent.
    """
    in_percent(ask)
    parts = {"part": part, "whole": whole}
    if whole <= 0:
        nothing = Words(
            f"{whole_said.zh}为0，无比率", f"{whole_said.en}: 0, so there is no rate"
        )
        return entries.measured(None, PERCENT, nothing, parts=parts, also=also)
    with localcontext(Context(prec=_DIGITS)):
        rate = part * 100 / whole
    one, other, shown = plain(part), plain(whole), plain(rounded(rate, PLACES))
    return entries.measured(
        rate,
        PERCENT,
        Words(
            f"{part_said.zh} {one} ÷ {whole_said.zh} {other} × 100% = {shown}%",
            f"{part_said.en} {one} ÷ {whole_said.en} {other} × 100% = {shown}%",
        ),
        parts=parts,
        interval=interval and in_percents(interval),
        also=also,
        places=PLACES,
    )


def in_percents(interval: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """Two shares of 1 as printed percentages."""
    low, high = interval
    return rounded(low * 100, PLACES), rounded(high * 100, PLACES)


def in_percent(ask: Ask) -> None:
    """Refuse another unit than percent for a rate.

    Raises:
        QuanhengError: The binding asks for another one.
    """
    unit = ask.binding.unit
    if unit not in ("", PERCENT, "％"):
        raise QuanhengError(
            Words(
                f"比率的单位应为%，现为{unit}", f"the unit of a rate is %, not {unit}"
            )
        )

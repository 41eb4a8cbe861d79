"""One value and the words around it (单个取值)."""

import re
from dataclasses import replace
from typing import Final

from quanheng.core.expression import Deadline, Duration, Number, Sign, Span, WhyNot
from quanheng.core.grammar.amounts import Fault
from quanheng.core.grammar.cores import EVENTS, Core
from quanheng.core.grammar.dates import When
from quanheng.core.grammar.figures import DURATIONS, Figure, Pair
from quanheng.core.grammar.signs import Lead, lead_of
from quanheng.core.grammar.units import YUAN, per, unit_at
from quanheng.core.grammar.words import (
    changes,
    follows_count,
    follows_time,
    is_clean,
    is_decline,
    is_link,
    without_currency,
)
from quanheng.core.quantity import BARE, Dimension, Quantity

Item = Number | Span | Duration | Deadline

_EACH: Final = re.compile("(?:每[一-龥]{1,8})+$|(?P<mean>[人户亩])均$")
_REMARK: Final = re.compile(r"[,、;。()/]")
_BETWEEN: Final = re.compile("^(?:之间|区间|不等)")
_RELATIVE: Final = frozenset({Dimension.RATE, Dimension.PERCENTAGE_POINT})
_UNKNOWN: Final = re.compile(r"[^0-9,、;。()]{1,8}")


def item_of(core: Core, before: str, after: str, raw: str) -> Item | Fault:
    """The value of a core with the words on both sides and its raw text."""
    words = without_currency(before)
    lead = lead_of(words)
    signs = lead.signs | {core.sign} if core.sign else lead.signs
    lead = replace(lead, signs=signs)
    if isinstance(core.found, When):
        return _deadline(core.found, lead, after, raw)
    if isinstance(core.found, Pair):
        return _span(core.found, lead, after, raw)
    return _number(core.found, lead, words != before, after, raw)


def _deadline(found: When, lead: Lead, after: str, raw: str) -> Deadline | Fault:
    sign = _one_sign(lead)
    if sign not in (None, Sign.AT_MOST, Sign.EQUAL) or len(lead.signs) > 1:
        return Fault(WhyNot.SEVERAL_SIGNS, raw)
    if changes(lead.words):
        return Fault(WhyNot.UNREAD_WORDS, lead.words)
    if changes(after) or not (follows_time(after) or _REMARK.match(after)):
        return Fault(WhyNot.UNREAD_WORDS, after)
    return Deadline(raw, found.start, found.day, sign, found.has_year)


def _span(found: Pair, lead: Lead, after: str, raw: str) -> Span | Fault:
    within = found.tolerance or lead.weak is Sign.AT_MOST
    if not lead.signs <= {Sign.EQUAL, *([Sign.AT_MOST] if within else [])}:
        return Fault(WhyNot.SEVERAL_SIGNS, raw)
    fault = _words_fault(found.high, lead, _BETWEEN.sub("", after))
    return fault or Span(raw, found.low, found.high)


def _number(
    found: Figure, lead: Lead, currency: bool, after: str, raw: str
) -> Item | Fault:
    quantity = found.quantity
    if currency and quantity.unit is BARE:
        quantity = Quantity(quantity.value, YUAN)
    if each := _each(quantity, lead.words):
        quantity, words = each
        lead = replace(lead, words=words)
    if fault := _words_fault(quantity, lead, after):
        return fault
    if len(lead.signs) > 1:
        return Fault(WhyNot.SEVERAL_SIGNS, raw)
    sign = _one_sign(lead)
    if quantity.unit.dimension in DURATIONS:
        return Duration(raw, quantity, sign)
    return Number(raw, quantity, sign, found.scaled and quantity.unit is BARE)


def _one_sign(lead: Lead) -> Sign | None:
    return next(iter(lead.signs), lead.weak)


def _each(quantity: Quantity, words: str) -> tuple[Quantity, str] | None:
    """每季度1次, 每人每月300元, 人均300元 → a compound unit, and the words left."""
    match = _EACH.search(words)
    if match is None or quantity.unit.dimension in (Dimension.RATE, *DURATIONS):
        return None
    named = [match["mean"]] if match["mean"] else match[0].split("每")[1:]
    things = tuple(thing for name in named if (thing := _thing(name)))
    if len(things) < len(named):
        return None
    compound = per(quantity.unit, things)
    return Quantity(quantity.value, compound), words[: match.start()]


def _thing(name: str) -> str | None:
    """The thing after 每: a unit followed by harmless words, or a short noun."""
    if unit := unit_at(name, 0):
        return unit[0].symbol if is_clean(name[unit[1] :]) else None
    return name if len(name) <= 3 else None


def _words_fault(quantity: Quantity, lead: Lead, after: str) -> Fault | None:
    """The words around a number that make it unreadable, if any."""
    if quantity.unit is BARE and (fault := _bare_fault(quantity, lead, after)):
        return fault
    if changes(lead.words):
        return Fault(WhyNot.UNREAD_WORDS, lead.words)
    if quantity.unit.dimension in _RELATIVE and is_decline(lead.words):
        return Fault(WhyNot.TWO_READINGS, lead.words)
    if changes(after) or not _may_follow(quantity, after):
        return Fault(WhyNot.UNREAD_WORDS, after)
    return None


def _bare_fault(quantity: Quantity, lead: Lead, after: str) -> Fault | None:
    """A number without a unit needs a lead, and no word may follow it."""
    nought = quantity.value == 0 and EVENTS.fullmatch(after)
    if not (nought or is_clean(after) or _REMARK.match(after)):
        unknown = _UNKNOWN.match(after)
        return Fault(WhyNot.UNKNOWN_UNIT, unknown[0] if unknown else after)
    announced = lead.signs or lead.weak or is_clean(lead.words) or is_link(lead.words)
    return None if announced else Fault(WhyNot.UNREAD_WORDS, lead.words)


def _may_follow(quantity: Quantity, after: str) -> bool:
    if is_clean(after) or _REMARK.match(after):
        return True
    if quantity.unit.dimension in DURATIONS:
        return follows_time(after)
    return follows_count(after)

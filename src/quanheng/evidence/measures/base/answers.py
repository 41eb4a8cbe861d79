"""The share of the answers that count, over questions and groups (计入答案占比)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain, rounded
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.percent import PLACES, in_percent, percentage
from quanheng.evidence.measures.base.rates import wilson
from quanheng.evidence.measures.base.surveys import OPTIONS, Given, Tally, tally

_DIGITS = 50


@dataclass(frozen=True, slots=True)
class Sums:
    """Answers over the questions of a survey (答案合计).

    Attributes:
        hits: The answers that count.
        asked: All answers that are listed options.
        unknown: Answers that are no listed option; they don't count as answers.
    """

    hits: int = 0
    asked: int = 0
    unknown: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.hits + other.hits,
            self.asked + other.asked,
            self.unknown + other.unknown,
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """What a share of answers is made of (计入规则).

    Attributes:
        hits: Name of the answers that count.
        asked: Name of all answers.
        blanks_count: Whether a question left blank is an answer that does not count.
    """

    hits: Words
    asked: Words
    blanks_count: bool


def share_measure(
    name: str, title: Words, formula: Words, source: Words, counted: Counted
) -> Measure:
    """The measure of a share of the answers to surveys."""
    return Measure(
        name,
        title,
        formula,
        source,
        compute=lambda ask: _share(ask, counted),
        options=OPTIONS,
        register="surveys",
    )


def _share(ask: Ask, counted: Counted) -> Measured:
    """Answers that count ÷ all answers, with an interval by Wilson.

    Questions with no answer that counts are left aside. With several questions every
    questionnaire counts once in the interval, not once a question. If every group has
    a weight, the groups' rates are weighted and there is no interval.
    """
    in_percent(ask)
    entries = Entries(ask)
    if not len(entries):
        return entries.measured(None, "%", Words("无调查", "there is no survey"))
    found = tally(ask, entries)
    questions = {given[:2] for given in found.counted}
    if not questions:
        why = Words(
            "选项表未注明计入的选项", "the options do not say which answers count"
        )
        return entries.measured(None, "%", why)
    sums = {
        group: _summed(counts, found, questions, counted.blanks_count)
        for group, counts in found.counts.items()
    }
    whole = sum(sums.values(), Sums())
    _warn(ask, entries, whole, len(questions))
    if found.weights and set(found.weights) == set(sums):
        return _weighted(entries, sums, found)
    size = Decimal(whole.asked) / len(questions)
    hits = Decimal(whole.hits) / len(questions)
    interval = None
    if size:
        confidence, people = ask.limits.confidence, population(entries)
        interval = wilson(hits, size, confidence, people)
    return percentage(
        entries,
        ask,
        Decimal(whole.hits),
        Decimal(whole.asked),
        counted.hits,
        counted.asked,
        interval=interval,
        also=found.rows,
    )


def population(entries: Entries) -> int | None:
    """The people there were to ask, None if a group's number is unknown."""
    people = entries.values("population")
    return None if None in people else sum(people) or None


def _summed(
    counts: Mapping[Given, int],
    found: Tally,
    questions: set[tuple[str, str]],
    blanks_count: bool,
) -> Sums:
    hits = asked = unknown = 0
    for given, number in counts.items():
        if given[:2] not in questions:
            continue
        if given in found.counted:
            hits += number
        if given in found.known or (given[2] is None and blanks_count):
            asked += number
        elif given[2] is not None:
            unknown += number
    return Sums(hits, asked, unknown)


def _weighted(entries: Entries, sums: Mapping[str, Sums], found: Tally) -> Measured:
    """Σ weight × rate of the group ÷ Σ weight."""
    entries.warn(
        Words("按群体加权，无置信区间", "weighted by group: there is no interval")
    )
    if not all(group.asked for group in sums.values()):
        why = Words("部分群体无答案", "there is a group without answers")
        return entries.measured(None, "%", why, also=found.rows)
    with localcontext(Context(prec=_DIGITS)):
        rates = {g: Decimal(s.hits) * 100 / s.asked for g, s in sums.items()}
        above = sum((found.weights[g] * rate for g, rate in rates.items()), Decimal(0))
        rate = above / sum(found.weights.values())
    said = " + ".join(
        f"{group} {plain(found.weights[group])} × {plain(rounded(rates[group]))}%"
        for group in sorted(rates)
    )
    shown = plain(rounded(rate, PLACES))
    return entries.measured(
        rate,
        "%",
        Words(
            f"（{said}）÷ 权重合计 = {shown}%",
            f"({said}) ÷ sum of the weights = {shown}%",
        ),
        also=found.rows,
        places=PLACES,
    )


def _warn(ask: Ask, entries: Entries, whole: Sums, questions: int) -> None:
    size = Decimal(whole.asked) / questions
    least = ask.limits.min_sample
    if size < least:
        entries.warn(
            Words(
                f"样本{plain(rounded(size))}份，少于{plain(least)}份",
                f"a sample of {plain(rounded(size))}, fewer than {plain(least)}",
            )
        )
    if whole.unknown:
        entries.warn(
            Words(
                f"{whole.unknown}个答案不在选项表内，未计入",
                f"{whole.unknown} answers are no listed option and were left out",
            )
        )
    valid = entries.values("valid")
    if questions == 1 and None not in valid and sum(valid) != whole.asked:
        entries.warn(
            Words(
                f"答案{whole.asked}份，与登记的有效份数{sum(valid)}份不一致",
                f"{whole.asked} answers, but {sum(valid)} valid questionnaires",
            )
        )

"""Where a value comes from, in one sentence (取数轨迹)."""

from collections.abc import Iterator

from quanheng.core.bilingual import NO_WORDS, Words, joined
from quanheng.core.computed.measured import Computed, Measured, rows_in_words
from quanheng.evidence.bindings.agreement import agrees
from quanheng.registers.kinds import kinds


def traced(computed: Computed) -> Words:
    """Register, formula and rows of a value, and the typed value."""
    measured, typed = computed.measured, computed.typed.raw
    if measured is None or measured.value is None:
        why = computed.why or Words("无取数结果", "there is no value")
        rest = Words(f"；按填报值“{typed}”", f"; the typed “{typed}” is used")
        if computed.typed.is_blank:
            rest = NO_WORDS
        return Words(
            f"{computed.name}无法按台账取数：{why.zh}{rest.zh}",
            f"{computed.name} can't be computed: {why.en}{rest.en}",
        )
    return joined((*_source(computed, measured), _typed(computed), *measured.warnings))


def _source(computed: Computed, measured: Measured) -> Iterator[Words]:
    """Formula, rows and interval of a value, and what makes it uncertain."""
    yield Words(
        f"{computed.name} {measured.text} 取自{measured.formula.zh}",
        f"{computed.name} {measured.text}, from {measured.formula.en}",
    )
    rows = rows_in_words(measured.used)
    yield Words(f"记录{rows.zh}", rows.en)
    for name, others in sorted(measured.also.items()):
        also, title = rows_in_words(others), kinds()[name].title
        yield Words(f"{title.zh}{also.zh}", f"{title.en} {also.en}")
    if measured.interval:
        low, high = measured.interval
        yield Words(f"置信区间 {low}%–{high}%", f"interval {low}%–{high}%")
    if computed.unread.zh:
        yield Words(
            f"{computed.unread.zh}填写有误，未计入，取数结果尚不确定",
            f"{computed.unread.en} can't be read: the value is not certain",
        )
    for doubt in computed.doubts:
        yield Words(
            f"{doubt.zh}，取数结果为初步数", f"{doubt.en}: the value is preliminary"
        )


def _typed(computed: Computed) -> Words:
    """The typed value, and whether it agrees."""
    typed = computed.typed.raw
    if computed.typed.is_blank:
        return Words("未填报，以台账为准", "nothing typed: the register's value stands")
    verdict = {
        True: Words("与台账一致", "which agrees"),
        False: Words("与台账不符", "which differs"),
        None: Words("无法与台账比较", "which can't be compared"),
    }[agrees(computed)]
    return Words(f"填报“{typed}”，{verdict.zh}", f"typed: “{typed}”, {verdict.en}")

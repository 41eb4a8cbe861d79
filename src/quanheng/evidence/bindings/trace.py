"""Where a value comes from, in one sentence (取数轨迹)."""

from quanheng.core.bilingual import Words
from quanheng.core.measured import Computed, rows_in_words
from quanheng.evidence.bindings.agreement import agrees
from quanheng.registers.kinds import kinds


def traced(computed: Computed) -> Words:
    """Register, formula, rows and what was typed instead."""
    measured, typed = computed.measured, computed.typed.raw
    if measured is None or measured.value is None:
        why = computed.why or Words("无取数结果", "there is no value")
        rest = Words(f"；按填报值“{typed}”", f"; the typed “{typed}” is used")
        if computed.typed.is_blank:
            rest = Words("", "")
        return Words(
            f"{computed.name}无法按台账取数：{why.zh}{rest.zh}",
            f"{computed.name} can't be computed: {why.en}{rest.en}",
        )
    rows = rows_in_words(measured.used)
    zh = [f"{computed.name} {measured.text} 取自{measured.formula.zh}"]
    en = [f"{computed.name} {measured.text}, from {measured.formula.en}"]
    zh.append(f"记录{rows.zh}")
    en.append(rows.en)
    for name, others in sorted(measured.also.items()):
        also, title = rows_in_words(others), kinds()[name].title
        zh.append(f"{title.zh}{also.zh}")
        en.append(f"{title.en} {also.en}")
    if measured.interval:
        low, high = measured.interval
        zh.append(f"置信区间 {low}%–{high}%")
        en.append(f"interval {low}%–{high}%")
    if computed.unread.zh:
        zh.append(f"{computed.unread.zh}填写有误，未计入，取数结果尚不确定")
        en.append(f"{computed.unread.en} can't be read: the value is not certain")
    zh += [f"{doubt.zh}，取数结果为初步数" for doubt in computed.doubts]
    en += [f"{doubt.en}: the value is preliminary" for doubt in computed.doubts]
    said = _typed(computed)
    zh += [said.zh, *(warning.zh for warning in measured.warnings)]
    en += [said.en, *(warning.en for warning in measured.warnings)]
    return Words(
        "；".join(part for part in zh if part), "; ".join(part for part in en if part)
    )


def _typed(computed: Computed) -> Words:
    """What was typed, and whether it agrees."""
    typed = computed.typed.raw
    if computed.typed.is_blank:
        return Words("未填报，以台账为准", "nothing typed: the register's value stands")
    verdict = {
        True: Words("与台账一致", "which agrees"),
        False: Words("与台账不符", "which differs"),
        None: Words("无法与台账比较", "which can't be compared"),
    }[agrees(computed)]
    return Words(f"填报“{typed}”，{verdict.zh}", f"typed: “{typed}”, {verdict.en}")

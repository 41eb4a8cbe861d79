"""What share of all fits: accepted ÷ all (占比)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import NUMBERS, Measure
from quanheng.evidence.measures.base.percent import percentage
from quanheng.evidence.measures.base.total import total
from quanheng.registers.kind import FieldType, RegisterField

_WORDS = (FieldType.CHOICE, FieldType.TEXT)
_SEPARATOR = "、"


def share(ask: Ask) -> Measured:
    """Entries that fit ÷ all entries in percent; blank ones do not fit.

    Each entry counts once, or by the number in the field ``weight`` (copies); the field
    ``partial`` holds the number that fits in part (accepted copies).
    """
    field = ask.field(ask.binding.of, FieldType.YES_NO, *_WORDS)
    weight, partial = ask.named("weight", *NUMBERS), ask.named("partial", *NUMBERS)
    entries = Entries(ask)
    if weight is not None:
        entries.filled(weight.name)
    said = entries.values(field.name)
    silent = sum(value is None for value in said)
    if silent:
        entries.warn(
            Words(
                f"{silent}条记录未填写{field.title.zh}，按不符合计",
                f"{silent} entries do not say {field.title.en}; they count as not",
            )
        )
    fits = _fits(field, said, ask)
    weights: Sequence[int | Decimal] = (
        entries.values(weight.name) if weight else (1,) * len(entries)
    )
    parts = entries.values(partial.name) if partial else (None,) * len(entries)
    hits = total(_counted(fits, weights, parts))
    what = f"“{ask.text('is')}”" if ask.text("is") else ""
    return percentage(
        entries,
        ask,
        hits,
        total(weights),
        Words(
            f"{field.title.zh}{what}的{weight.title.zh if weight else '记录数'}",
            f"{weight.title.en if weight else 'entries'}, {field.title.en}{what}",
        ),
        Words(
            f"全部{weight.title.zh if weight else '记录数'}",
            f"all {weight.title.en if weight else 'entries'}",
        ),
    )


def _fits(field: RegisterField, said: Sequence[object], ask: Ask) -> list[bool]:
    if field.type is FieldType.YES_NO:
        return [value is True for value in said]
    wanted = frozenset(ask.needed("is").split(_SEPARATOR))
    return [value in wanted for value in said]


def _counted(
    fits: Iterable[bool],
    weights: Iterable[int | Decimal],
    parts: Iterable[int | Decimal | None],
) -> Iterable[int | Decimal]:
    """How much of each entry fits."""
    for fit, weight, part in zip(fits, weights, parts, strict=True):
        if part is not None:
            yield min(part, weight)
        elif fit:
            yield weight


MEASURE = Measure(
    name="share",
    title=Words("占比", "share"),
    formula=Words("符合的 ÷ 全部 × 100%", "those that fit ÷ all × 100%"),
    source=Words(
        "财预〔2020〕10号：质量指标（合格率、达标率）", "quality: accepted ÷ all"
    ),
    compute=share,
    of=(FieldType.YES_NO, *_WORDS),
    options={
        "is": Words("算作符合的值，多个用顿号隔开", "what fits, parted by “、”"),
        "weight": Words("按此字段计数，如份数", "each entry counts as much: copies"),
        "partial": Words(
            "部分符合时的数量字段，如合格份数", "how much of an entry fits, in part"
        ),
    },
)

"""The median time between two moments (耗时中位数)."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.core.quantity import plain, rounded
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS, Measure
from quanheng.evidence.measures.base.percent import PLACES
from quanheng.registers.kind import FieldType

_SECONDS = {"分钟": 60, "小时": 3600, "天": 86400, "日": 86400}
_DAY = 86400


def median_time(ask: Ask) -> Measured:
    """The median of the time from ``since`` to the measured field."""
    end = ask.field(ask.binding.of, *MOMENTS)
    start = ask.field(ask.needed("since"), end.type)
    unit = ask.binding.unit or ("小时" if end.type is FieldType.TIME else "天")
    if unit not in _SECONDS:
        raise QuanhengError(
            Words(
                f"耗时的单位应为分钟、小时或天，现为{unit}",
                f"a time is given in 分钟, 小时 or 天, not in {unit}",
            )
        )
    entries = Entries(ask)
    entries.filled(start.name, end.name)
    pairs = zip(entries.values(start.name), entries.values(end.name), strict=True)
    taken = [after - before for before, after in pairs]
    nothing = timedelta(0)
    entries.keep(
        [time >= nothing for time in taken],
        Words(
            f"{end.title.zh}早于{start.title.zh}",
            f"{end.title.en} is before {start.title.en}",
        ),
    )
    middle = _median(sorted(time for time in taken if time >= nothing))
    if middle is None:
        return entries.measured(None, unit, Words("无记录", "there is no entry"))
    value = middle / _SECONDS[unit]
    said = f"{plain(rounded(value, PLACES))}{unit}"
    return entries.measured(
        value,
        unit,
        Words(
            f"{len(entries)}条记录从{start.title.zh}到{end.title.zh}的中位数{said}",
            f"median of {len(entries)} entries from {start.title.en} to "
            f"{end.title.en}: {said}",
        ),
        places=PLACES,
    )


def _median(times: Sequence[timedelta]) -> Decimal | None:
    """The middle of sorted times in seconds."""
    if not times:
        return None
    low, high = times[(len(times) - 1) // 2], times[len(times) // 2]
    return (_seconds(low) + _seconds(high)) / 2


def _seconds(time: timedelta) -> Decimal:
    return Decimal(time.days * _DAY + time.seconds) + Decimal(time.microseconds) / 10**6


MEASURE = Measure(
    name="median_time",
    title=Words("耗时中位数", "median time"),
    formula=Words(
        "各记录两个时间之差从小到大排列的中间值，偶数条取中间两条的平均",
        "the middle of the times taken; the mean of the two middle ones",
    ),
    source=Words("统计学中位数", "the median"),
    compute=median_time,
    of=MOMENTS,
    options={"since": Words("开始时间字段", "the field of the beginning")},
)

"""Questionnaires that came back ÷ those that were handed out (问卷回收率)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.percent import percentage
from quanheng.evidence.measures.base.total import total


def response_rate(ask: Ask) -> Measured:
    """Returned ÷ issued; open web questionnaires are left out."""
    entries = Entries(ask)
    entries.keep(
        [is_open is not True for is_open in entries.values("open_web")],
        Words("开放式网络问卷无发放份数", "an open web questionnaire issues none"),
    )
    entries.filled("issued", "returned")
    issued = total(entries.values("issued"))
    returned = total(entries.values("returned"))
    least = ask.limits.min_return_rate
    if issued and returned * 100 / issued < least:
        entries.warn(
            Words(
                f"回收率低于{plain(least)}%",
                f"the return rate is below {plain(least)}%",
            )
        )
    return percentage(
        entries,
        ask,
        returned,
        issued,
        Words("回收", "returned"),
        Words("发放", "issued"),
    )


MEASURE = Measure(
    name="response_rate",
    title=Words("问卷回收率", "response rate"),
    formula=Words("回收份数 ÷ 发放份数 × 100%", "returned ÷ issued × 100%"),
    source=Words("问卷调查通行做法", "practice of surveys"),
    compute=response_rate,
    register="surveys",
)

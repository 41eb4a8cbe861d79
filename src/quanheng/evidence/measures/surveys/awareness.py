"""Right answers ÷ questions asked (知晓率)."""

from quanheng.core.bilingual import Words
from quanheng.core.measured import Measured
from quanheng.evidence.measures.base.answers import counted_share
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.surveys import OPTIONS


def awareness(ask: Ask) -> Measured:
    """The share of right answers; who leaves a question blank does not know."""
    return counted_share(
        ask,
        Words("答对", "right answers"),
        Words("应答题次", "questions asked"),
        blanks_count=True,
    )


MEASURE = Measure(
    name="awareness",
    title=Words("知晓率", "awareness by right answers"),
    formula=Words(
        "答对题次 ÷ 应答题次 × 100%，未作答视为不知晓，附威尔逊置信区间",
        "right answers ÷ questions asked × 100%, blanks are not aware; with an "
        "interval by Wilson",
    ),
    source=Words("知晓率调查通行做法；Wilson (1927)", "practice of awareness surveys"),
    compute=awareness,
    options=OPTIONS,
    register="surveys",
)

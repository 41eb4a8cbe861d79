"""Right answers ÷ questions asked; a blank answer does not know (知晓率)."""

from quanheng.core.bilingual import Words
from quanheng.evidence.measures.base.answers import Counted, share_measure

MEASURE = share_measure(
    name="awareness",
    title=Words("知晓率", "awareness by right answers"),
    formula=Words(
        "答对题次 ÷ 应答题次 × 100%，未作答视为不知晓，附威尔逊置信区间",
        "right answers ÷ questions asked × 100%, blanks are not aware; with an "
        "interval by Wilson",
    ),
    source=Words("知晓率调查通行做法；Wilson (1927)", "practice of awareness surveys"),
    counted=Counted(
        hits=Words("答对", "right answers"),
        asked=Words("应答题次", "questions asked"),
        blanks_count=True,
    ),
)

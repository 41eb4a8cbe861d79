"""Answers that count as satisfied ÷ all valid answers (满意率)."""

from quanheng.core.bilingual import Words
from quanheng.evidence.measures.base.answers import Counted, share_measure

MEASURE = share_measure(
    name="survey_rate",
    title=Words("调查满意率", "survey rate"),
    formula=Words(
        "计入满意的答案数 ÷ 有效答案数 × 100%，附威尔逊置信区间和有限总体修正",
        "answers that count ÷ valid answers × 100%, with an interval by Wilson, "
        "corrected for a finite population",
    ),
    source=Words(
        "财预〔2020〕10号 第二十一条；Wilson (1927)；Cochran, Sampling Techniques",
        "satisfaction is asked for; Wilson (1927); Cochran, Sampling Techniques",
    ),
    counted=Counted(
        hits=Words("计入满意的答案", "answers that count"),
        asked=Words("有效答案", "valid answers"),
        blanks_count=False,
    ),
)

import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Chapter
from quanheng.language.clauses import sentences
from quanheng.language.patterns.figures import has_data
from quanheng.scoring.budget.execution_rate import execution_rate

LOW: Final = "self_evaluation.low_execution_rate"
_MORE_MONEY: Final = re.compile(
    r"(?:增加|加大|追加|提高)[^，。；、]{0,6}(?:预算|资金|经费|投入)"
    r"(?!监管|管理|监督|使用|统筹|整合|绩效|审核|执行|支付|支出进度)"
)


@rule(
    code="PB203",
    name="asks-for-money-while-unspent",
    title=Words(
        "执行率偏低但要求增加预算", "Asks for more money while money is unspent"
    ),
    message=Words(
        "改进措施提出“{words}”，但本年预算执行率仅为{rate}%，应说明增加资金的理由",
        "asks for more money (“{words}”) at an execution rate of {rate}%; the reason "
        "should be given",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(LOW,),
)
def asks_for_money_while_unspent(dossier: Dossier) -> Iterator[Answer]:
    """The measures ask for more money although some was left unspent (增加预算).

    Why it matters:
        More money does not help a project that could not spend what it had.

    What it leaves alone:
        Better supervision of money; a request with figures; execution rates that are
        not low.

    Catalogue:
        Small remainders are usually savings, so the limit is that of a low execution
        rate, not 100%.
    """
    budget = dossier.project.budget
    rate = execution_rate(budget) if budget else None
    paragraphs = tuple(dossier.project.paragraphs(Chapter.MEASURES))
    if rate is None or not paragraphs:
        yield not_applicable(
            "无执行率或改进措施", "there is no execution rate or no measure"
        )
        return
    if rate >= dossier.law.number(LOW):
        return
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.raw):
            match = _MORE_MONEY.search(sentence)
            if match and not has_data(sentence):
                yield Hit.on(
                    paragraph, {"words": match[0], "rate": plain(rounded(rate))}
                )

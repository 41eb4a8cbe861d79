"""Splits a row's reason into cause, measure, owner, deadline (偏差原因拆分)."""

import re
from typing import Final

from quanheng.core.field import Field, filled, text_of

_DEADLINE: Final = re.compile(
    r"(?:拟?[在于])?((?:\d{4}年)?(?:\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?|年底|上半年)"
    r"(?:之前|以前|前))"
)
_BODY: Final = (
    "[\u4e00-\u9fff]{1,10}(?:部|科|室|局|站|馆|所(?!致)|中心|股|处|办|组|镇|乡|公司)"
)
_OWNERS: Final = (
    re.compile(r"由([^，。；、：]{2,14}?)(?:牵头)?(?:负责|落实)"),
    re.compile(rf"由(?!于)({_BODY})"),
    re.compile(rf"(?:^|[，；。])({_BODY})(?=将)将?"),
    re.compile(r"责任(?:人|单位|部门)[:：为]?([^，。；、：]{2,14})"),
)
_TURN: Final = re.compile(
    r"(?:^|(?<=[，。；;\n]))(?=下一步|今后|改进措施|整改措施|措施[:：]|拟|将"
    r"|(?:\d{4}年)?(?:\d{1,2}月\w{0,3}前)?由(?!于)"
    rf"(?:[^，。；]{{2,14}}(?:负责|落实)|{_BODY})|{_BODY}将"
    r"|责任(?:人|单位|部门))"
)
"""Where the cause ends and the measure begins."""
_CAUSE_LEAD: Final = re.compile(
    r"^(?:偏差|主要)?(?:原因(?:分析)?(?:[:：]|是|为)|由于|因为?)"
)
_MEASURE_LEAD: Final = re.compile(
    r"^(?:下一步|今后)?[，,]?(?:(?:改进|整改)?措施[:：为]?)?[，,]?(?:拟|将)?"
)
_YEAR_APART: Final = re.compile(r"(\d{4}年)(由[^，。；]+?[在于])(?=\d{1,2}月)")
"""2024年由办公室在3月底前: the year belongs to the month."""
_EDGES: Final = "，,；;。. \n"
_NO_MEASURE: Final = re.compile(
    "(?:全部|全面|尽快|及时)?(?:完成|整改|落实|解决|到位|完毕)+"
)
"""Announces that something will be done without saying what."""


def reason_parts(reason: Field | None) -> dict[str, str]:
    """The parts of a reason that are certain; without a measure all is the cause."""
    if reason is None or not filled(reason):
        return {}
    text = text_of(reason)
    turn = _TURN.search(text)
    cause = text[: turn.start()] if turn else text
    parts = {"cause": _CAUSE_LEAD.sub("", cause.strip(_EDGES)).strip(_EDGES)}
    if turn:
        parts |= _measure_parts(text[turn.start() :])
    return {name: part for name, part in parts.items() if part}


def _measure_parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    text = _YEAR_APART.sub(r"\2\1", text)
    for pattern in _OWNERS:
        if match := pattern.search(text):
            found["owner"] = match[1]
            text = text[: match.start()] + "，" + text[match.end() :]
            break
    if match := _DEADLINE.search(text):
        found["deadline"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    clauses = [clause for clause in re.split("[，,]+", text.strip(_EDGES)) if clause]
    measure = _MEASURE_LEAD.sub("", "，".join(clauses)).strip(_EDGES)
    if not _NO_MEASURE.fullmatch(measure):
        found["measure"] = measure
    return found

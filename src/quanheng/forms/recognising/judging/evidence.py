"""What a cell's text speaks for: meanings of labels, the look of a value (线索)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.forms.labels import may_be_label, meaning
from quanheng.forms.lexemes import GROUPS as LEXEME_GROUPS
from quanheng.forms.lexemes import has_core, likeness
from quanheng.language.folding import folded

GROUPS: Final = (
    *("head", "other", "budget_row", "budget_column", "budget_extra", "goal"),
    *("indicator", "indicator_block", "total_row", "category"),
)
_SIGN: Final = "[≥≤><=]=?|[大小]于(?:等于)?|等于|不低于|不高于|定[性量]|00\\d\\s*[<>=]+"
_NUMBER: Final = r"[-+]?\d[\d,]*(?:\.\d+)?"
_SHAPES: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("blank", r"\s*"),
        ("dash", r"[-—–/―─\s\\]+|无"),
        ("filler", r"(?:(?:具体)?指标\s*\d*\s*[:.、]?)?[\s.…·/\-—]*"),
        ("sign", _SIGN),
        ("points", r"\d{1,3}(?:\.\d+)?分"),
        ("number", _NUMBER),
        ("percent", rf"{_NUMBER}\s*%"),
        ("signed", rf"(?:{_SIGN}|约|达到|不少于|不超过)\s*{_NUMBER}.{{0,8}}"),
        ("range", rf"{_NUMBER}.{{0,4}}[-~—至到]{_NUMBER}.{{0,6}}"),
        (
            "date",
            r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:底|末|初)?(?:以?前|之前)?|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?",
        ),
        ("amount", rf"{_NUMBER}\s*[^\d\s,。;]{{1,6}}"),
        ("grade", "优|良|中|差|优秀|良好|合格|不合格|一般|较差"),
        (
            "unit",
            "个|人|次|人次|家|户|元|万元|亩|万亩|公里|米|平方米|件|起|场|场次|期|套|台|份|项|天|%|吨|颗|元/人|元/亩|万人|万人次|所|座|处|批|篇|名|课时|千米|立方米",
        ),
        (
            "organisation",
            r".{2,}(?:局|委员会|委|厅|中心|站|院|办公室|办|政府|学校|小学|中学|大学|医院|公司|支队|大队|馆|部|协会|街道|社区|所)(?:\(.*\))?",
        ),
        ("note", r"(?:注|说明|备注|填表说明|填报说明)\s*[:：.1].*"),
    )
)
_SENTENCE: Final = re.compile(r"[，。；,;]")
_LONG: Final = 25
_LIKELY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text speaks for (线索).

    Attributes:
        exact: Group → meaning that the catalogue of labels lists.
        likely: Group → meanings by the words that a label is made of, with how much
            of it they explain.
        shape: The look of the text as a value.
    """

    exact: dict[str, str]
    likely: dict[str, dict[str, float]]
    shape: str


@lru_cache(maxsize=65536)
def evidence(text: str) -> Evidence:
    """What a cell's text speaks for."""
    exact = {}
    if may_be_label(text):
        exact = {group: name for group in GROUPS if (name := meaning(group, text))}
    likely = {
        group: dict(found)
        for group in (LEXEME_GROUPS if has_core(text) else ())
        if group not in exact and (found := likeness(group, text))
    }
    return Evidence(exact, likely, shape(text))


@lru_cache(maxsize=65536)
def shape(text: str) -> str:
    """The look of a text as a value: ``number``, ``signed``, ``phrase``."""
    plain = folded(text).strip()
    for name, pattern in _SHAPES:
        if pattern.fullmatch(plain):
            return name
    if len(plain) > _LONG or len(_SENTENCE.findall(plain)) > 1:
        return "prose"
    if _SENTENCE.search(plain):
        return "clause"
    return "word" if len(plain) <= 4 else "phrase"


def best(group: str, text: str) -> tuple[str, float] | None:
    """What a label means within a group, with how sure that is; None where nothing."""
    told = evidence(text)
    if name := told.exact.get(group):
        return name, 1.0
    likely = told.likely.get(group, {})
    if not likely:
        return None
    name = max(likely, key=lambda one: likely[one])
    return (name, likely[name] * 0.8) if likely[name] >= _LIKELY else None

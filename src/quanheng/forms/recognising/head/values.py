"""What may stand as the value of a label in the head of a form (表头取值)."""

import re
from typing import Final

from quanheng.forms.labels import meaning
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.rows import compact
from quanheng.language.folding import folded, printed_as

_BARS: Final = "|｜│┃:：﹕ \t\u3000"
_FIGURES: Final = frozenset(("number", "percent", "points", "sign", "signed"))
_NO_NAME: Final = _FIGURES | {"grade"}
_NO_BODY: Final = _FIGURES | {"grade", "date", "range"}
_KEPT: Final = {"name": _NO_NAME, "department": _NO_BODY, "unit": _NO_BODY}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TO_FILL_IN: Final = re.compile(r"[_\uff3f\s]*[_\uff3f]{2,}\s*年?度?")
"""A line left to be filled in by hand is no cell that was left empty."""
_BLANK_YEAR: Final = re.compile(r"\s*年?\s*度?")
_TOTAL: Final = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)(?!\d)")
_WORD: Final = r"(优秀|优|良好|良|中等|中|一般|合格|较差|差|不合格)"
_GRADE: Final = re.compile(
    rf"(?:等[级次])?[:：]?[“\"]?{_WORD}[”\"]?(?:[(（].*|[级等])?"
)
_TICKED: Final = re.compile(rf"{_WORD}\s*[☑√✓✔■●☒]|[☑√✓✔■●☒]\s*{_WORD}")
_BOXES: Final = re.compile(r"[□☐○]")
_MONEY: Final = re.compile(
    r"(?:人民币)?[亿万千百]?元(?:$|[^\u4e00-\u9fff]|[一二三四五六七八九十][、.])"
)
"""A unit of money, with the next heading glued to it or without."""
_UNIT_WORDS: Final = frozenset(("%", "分", "年", "个"))


def value_of(name: str, text: str) -> str | None:
    """The value that a text gives to a label, None where it can't be its value.

    Args:
        name: What the label means: ``name``, ``department``, ``year`` …
        text: What stands beside the label.
    """
    said = compact(text.strip(_BARS))
    if not said:
        return ""
    if _TO_FILL_IN.fullmatch(said):
        return None
    plain = folded(said).strip("()")
    if evidence(said).exact or plain in _UNIT_WORDS or _MONEY.match(plain):
        return None
    if told := _ONE_PART.get(name):
        return told(said)
    return None if evidence(said).shape in _KEPT.get(name, ()) else said


def grade_in(text: str) -> str | None:
    """The grade that a cell states, with its label or without: 等级：优."""
    label, colon, said = folded(text).rpartition(":")
    grade = _grade(said.strip()) if not colon or meaning("head", label) else None
    return grade and printed_as(text, grade)


def _year(said: str) -> str | None:
    if _BLANK_YEAR.fullmatch(said):
        return ""
    return said if _YEAR.search(said) else None


def _total(said: str) -> str | None:
    return match[1] if (match := _TOTAL.match(said)) else None


def _grade(said: str) -> str | None:
    """The word of the grade; of several with boxes the one that is ticked."""
    plain = folded(said)
    if match := _TICKED.search(said):
        return match[1] or match[2]
    if _BOXES.search(said):
        return ""
    match = _GRADE.fullmatch(plain)
    return printed_as(said, match[1]) if match else None


_ONE_PART: Final = {"year": _year, "total": _total, "grade": _grade}
"""Values that are one part of what stands beside their label."""

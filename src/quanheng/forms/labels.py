"""The meaning of printed form labels, by labels.yaml (表头识别)."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

from quanheng.language.folding import folded

LONGEST_LABEL: Final = 40
"""Longer texts are values and are not looked up."""
_LONGEST_HINTED: Final = 160
"""A label with what is bracketed behind it."""

LABEL_GROUPS: Final = (
    "head",
    "other",
    "budget_row",
    "budget_column",
    "goal",
    "indicator",
    "indicator_block",
)
_BLANK: Final = re.compile("[\\s\u200b\ufeff]+")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")
_LEAD: Final = re.compile(
    r"^(?:其中(?:[:：])?|[一二三四五六七八九十]{1,2}[、.]|\(?\d{1,2}\)?[、.．]"
    r"|\([一二三四五六七八九十]{1,2}\))"
)
_TAIL: Final = re.compile(r"(?:B/A|[AB%])$")
_EDGE: Final = "*★☆●□■#·:;.。、,/-—_() "


def load_yaml(folder: str, name: str) -> Any:
    """A YAML file in a package, by its dotted path."""
    text = files(folder).joinpath(name).read_bytes()
    return yaml.load(text, Loader=yaml.CSafeLoader)


@lru_cache(maxsize=65536)
def label_key(text: str) -> str:
    """A label in the form in which the catalogue lists it.

    Without blanks, bracketed text, stars, numbering, 其中：, formula letters and final
    marks: ``*其中：中央财政（B）：`` → ``中央财政``.
    """
    key = _BLANK.sub("", folded(text))
    while (bare := _BRACKETS.sub("", key)) != key:
        key = bare  # brackets may stand inside brackets
    key = key.strip(_EDGE)
    key = _LEAD.sub("", key)
    return _TAIL.sub("", key).strip(_EDGE)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    catalogue = load_yaml("quanheng.forms", "labels.yaml")
    return {
        group: re.compile(
            "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in parts.items())
        )
        for group, parts in catalogue.items()
    }


@cache
def _any() -> re.Pattern[str]:
    """The labels of all groups: most texts of a form are none of them."""
    catalogue = load_yaml("quanheng.forms", "labels.yaml")
    words = (
        word for parts in catalogue.values() for one in parts.values() for word in one
    )
    return re.compile("|".join(words))


@lru_cache(maxsize=65536)
def may_be_label(text: str) -> bool:
    """Whether a text is a label of any group of the catalogue."""
    if not text or len(text) > _LONGEST_HINTED:
        return False
    key = label_key(text)
    if not key or len(key) > LONGEST_LABEL:
        return False
    return _any().fullmatch(key) is not None


@lru_cache(maxsize=65536)
def meaning(group: str, text: str) -> str | None:
    """The meaning of a label within a group of the catalogue, None without one.

    Args:
        group: A group of labels.yaml: ``head``, ``budget_row``, ``indicator`` …
        text: The label as printed.
    """
    if not may_be_label(text):
        return None
    match = _patterns()[group].fullmatch(label_key(text))
    return match.lastgroup if match else None


def label_at(group: str, text: str, start: int) -> int:
    """The length of the label of a group at a position in a text, 0 without one."""
    match = _patterns()[group].match(text, start)
    return match.end() - start if match else 0


@lru_cache(maxsize=65536)
def is_label(text: str) -> bool:
    """Whether a text is a label of a form and so never a value."""
    return any(meaning(group, text) for group in LABEL_GROUPS)


@lru_cache(maxsize=65536)
def unit_in_label(text: str) -> str:
    """The money unit in the brackets of a label: 万元 in 项目资金（万元）."""
    match = _MONEY_UNIT.search(_BLANK.sub("", folded(text)))
    return match[1] if match else ""


_MONEY_UNIT: Final = re.compile(
    r"(?:[（(](?:人民币)?(?:单位[:：])?|单位[:：]|/)(亿元|万元|千元|元)[）)]?"
)

"""Texts, with warnings about formulas and personal numbers (文字)."""

import re
from collections.abc import Callable
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.language.patterns.personal_numbers import masked, personal_numbers
from quanheng.registers.reading.values.outcome import SAMPLE, Circumstances, Warned

SAMPLE_MARK: Final = "示例"
"""Beginning of the text in a template's sample row."""
_FORMULA: Final = re.compile(r"[=@]|[+-](?![\d\s.]*$)")
_KEPT_AS_TEXT: Final = re.compile(r'="([^"]*)"')
"""How programs export a text that looks like a number: ``="0012"``."""
_BROKEN: Final = "\ufffd"
_AS_FORMULA: Final = Words(
    "以公式符号开头，按文字读取，输出时加以中和",
    "begins like a formula; read as text and neutralised when written",
)
_PERSONAL: Final = Words(
    "含身份证号、手机号或银行卡号，已遮盖；台账文字不应写个人信息",
    "holds an identity, phone or card number, masked; no personal data belongs here",
)
_DAMAGED: Final = Words("含乱码", "holds damaged characters")


def text_reader(given: Circumstances) -> Callable[[str], Any]:
    """Reads a text without the blanks around it."""

    def read(text: str) -> Any:
        if kept := _KEPT_AS_TEXT.fullmatch(text):
            text = kept[1].strip()
        if text.startswith(SAMPLE_MARK):
            return SAMPLE
        if numbers := personal_numbers(text, given.card_words):
            return Warned(masked(text, numbers), _PERSONAL)
        if given.is_text_file and _FORMULA.match(text):
            return Warned(text, _AS_FORMULA)
        return Warned(text, _DAMAGED) if _BROKEN in text else text

    return read

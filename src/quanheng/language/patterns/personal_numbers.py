"""Identity, mobile and card numbers in a text, and how they are masked (个人信息)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_LONG: Final = re.compile(r"\d[\d -]{9,}")
_IDENTITY: Final = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_MOBILE: Final = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_CARD: Final = re.compile(r"(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS: Final = "10X98765432"


class Kind(StrEnum):
    """The kind of a personal number."""

    IDENTITY = "identity"
    """居民身份证号"""
    MOBILE = "mobile"
    """手机号"""
    CARD = "card"
    """银行卡号"""


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number found in a text (个人信息).

    Attributes:
        kind: Its kind.
        start: Where it begins.
        raw: As written.
    """

    kind: Kind
    start: int
    raw: str

    @property
    def masked(self) -> str:
        """The number with its middle digits masked, its length kept."""
        head, tail = (3, 4) if self.kind is Kind.MOBILE else (4, 4)
        middle = len(self.raw) - head - tail
        return f"{self.raw[:head]}{'*' * middle}{self.raw[-tail:]}"


def personal_numbers(
    text: str, card_words: Collection[str]
) -> tuple[PersonalNumber, ...]:
    """The personal numbers of a text; a card number needs a word for an account."""
    return tuple(_found(text, card_words)) if _LONG.search(text) else ()


def masked(text: str, found: Collection[PersonalNumber]) -> str:
    """A text with its personal numbers masked."""
    for number in found:
        text = text.replace(number.raw, number.masked)
    return text


def has_check_digit(number: str) -> bool:
    """Whether an identity number has a valid check digit (校验码)."""
    total = sum(int(digit) * w for digit, w in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper()


def passes_luhn(number: str) -> bool:
    """Whether a card number has a valid check digit (Luhn)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _found(text: str, card_words: Collection[str]) -> Iterator[PersonalNumber]:
    identities = [m for m in _IDENTITY.finditer(text) if has_check_digit(m[0])]
    for match in identities:
        yield PersonalNumber(Kind.IDENTITY, match.start(), match[0])
    for match in _MOBILE.finditer(text):
        yield PersonalNumber(Kind.MOBILE, match.start(), match[0])
    if not any(word in text for word in card_words):
        return
    taken = {match[0] for match in identities}
    for match in _CARD.finditer(text):
        if match[0] not in taken and passes_luhn(re.sub(r"\D", "", match[0])):
            yield PersonalNumber(Kind.CARD, match.start(), match[0])

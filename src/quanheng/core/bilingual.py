"""Texts that exist in Chinese and English (双语文本)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages, with the same named holes if any (双语文本)."""

    zh: str
    en: str

    def text(self, lang: str = "zh") -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.zh


NO_WORDS = Words("", "")
COLON = Words("：", ": ")
COMMA = Words("，", ", ")
SEMICOLON = Words("；", "; ")
CLAUSES = Words("，", "; ")
"""Separates short statements."""
SERIES = Words("、", ", ")
"""Separates the members of a series (顿号)."""
LANGUAGE_TAG = Words("zh-CN", "en")
"""The language as web pages and other programs name it (BCP 47)."""


def joined(parts: Iterable[Words], separator: Words = SEMICOLON) -> Words:
    """Texts with a separator between them, empty ones left out."""
    texts = list(parts)
    return Words(
        separator.zh.join(part.zh for part in texts if part.zh),
        separator.en.join(part.en for part in texts if part.en),
    )


def bracketed(said: str) -> Words:
    """A text in brackets behind another one (括注)."""
    return Words(f"（{said}）", f" ({said})")


def day_in_words(day: date) -> Words:
    """A day as either language writes it: 2023年3月5日, 2023-03-05 (日期)."""
    return Words(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


def listed(names: Iterable[Words | str], shown: int | None = None) -> Words:
    """A list of names, each language with its own comma (并列).

    Names beyond the first ``shown`` are cut off: 甲、乙等. Between quoted names Chinese
    has no comma (GB/T 15834-2011).
    """
    said = [Words(name, name) if isinstance(name, str) else name for name in names]
    first = said[:shown]
    more = Words("等", " …") if len(said) > len(first) else NO_WORDS
    zh = "、".join(name.zh for name in first).replace("”、“", "”“")
    return Words(zh + more.zh, ", ".join(name.en for name in first) + more.en)

"""Texts that exist in Chinese and English (双语文本)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages, with the same named holes if any (双语文本)."""

    zh: str
    en: str

    def text(self, lang: str = "zh") -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.zh


NO_WORDS = Words("", "")

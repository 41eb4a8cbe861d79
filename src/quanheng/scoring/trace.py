"""Why a score came out as it did (计分依据)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a computation, in both languages (步骤)."""

    zh: str
    en: str

    def text(self, lang: str = "zh") -> str:
        """The step in one language."""
        return self.en if lang == "en" else self.zh

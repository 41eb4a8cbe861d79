"""Citations and the register of legal texts (依据)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from quanheng.core.bilingual import Words

PRACTICE: Final = "practice"
"""Document key of common practice, which is no law (实务做法)."""
NOT_VERIFIED: Final = Words("尚未核对原文", "not yet verified")
"""The mark of a citation whose article was not compared with the text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a legal text, or a practice (依据).

    Attributes:
        document: The text's number or title, ``practice`` for a practice.
        article: Article, item or name of the practice.
        verified: Whether the article was checked against the text; never for a
            practice.
    """

    document: str
    article: str = ""
    verified: bool = False

    @property
    def is_practice(self) -> bool:
        """Whether this is a practice, which must never be shown as law."""
        return self.document == PRACTICE


@dataclass(frozen=True, slots=True)
class LegalText:
    """One text of the register (文件).

    Attributes:
        number: 文号, or the title in 《》 where there is none.
        title: Its title.
        issuer: Who issued it.
        issued: Day of issue, None where not known.
        verified: Each article whose content was checked against the text, with its
            gist (要点).
        practices: Each practice with its name in English; a text of law has none.
        scheme_for: Region whose reports are scored by it; empty if it sets no scoring
            scheme.
        is_checked: Whether number and title were checked against the text.
        repealed: Day from which it is not in force, None if unknown.
        replaced_by: Number of its only successor; empty for none or several.
    """

    number: str
    title: Words
    issuer: str = ""
    issued: date | None = None
    verified: Mapping[str, str] = field(default_factory=dict)
    practices: Mapping[str, str] = field(default_factory=dict)
    scheme_for: str = ""
    is_checked: bool = False
    repealed: date | None = None
    replaced_by: str = ""


def cite(texts: Mapping[str, LegalText], document: str, article: str = "") -> Citation:
    """A citation with its state of verification from the register.

    Raises:
        KeyError: The text is not in the register.
    """
    return Citation(document, article, article in texts[document].verified)

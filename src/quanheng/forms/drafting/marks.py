"""What tells a draft and its open places (草稿标记)."""

from collections.abc import Iterable
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.report import Project

DRAFT: Final = Words("【草稿】", "[draft]")
"""Every drafted paragraph begins with it."""
BLANK: Final = Words("【请填写：{what}】", "[to fill in: {what}]")
"""What only the unit knows; ID301 finds the ones that are left."""


def blank(what: str, lang: str) -> str:
    """An open place that says what is to be written there."""
    return BLANK.text(lang).format(what=what)


def drafted(projects: Iterable[Project], lang: str) -> tuple[int, int]:
    """How many paragraphs are drafts, and how many places are open in them."""
    mark, opened = DRAFT.text(lang), BLANK.text(lang).partition("{")[0]
    texts = [p.raw for project in projects for p in project.paragraphs()]
    drafts = [text for text in texts if text.startswith(mark)]
    return len(drafts), sum(text.count(opened) for text in drafts)

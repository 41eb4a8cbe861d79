"""What tells a draft and its open places (草稿标记)."""

from collections.abc import Iterable

from quanheng.core.report import Project
from quanheng.document.draft_marks import BLANK, DRAFT


def blank(what: str, lang: str) -> str:
    """An open place that says what is to be written there."""
    return BLANK.text(lang).format(what=what)


def drafted(projects: Iterable[Project], lang: str) -> tuple[int, int]:
    """How many paragraphs are drafts, and how many places are open in them."""
    mark, opened = DRAFT.text(lang), BLANK.text(lang).partition("{")[0]
    texts = [p.raw for project in projects for p in project.paragraphs()]
    drafts = [text for text in texts if text.startswith(mark)]
    return len(drafts), sum(text.count(opened) for text in drafts)

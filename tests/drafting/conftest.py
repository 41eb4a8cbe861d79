"""Reports whose chapters on results are still to be written."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quanheng.core.report import Chapter, Project
from quanheng.drafting.draft import draft_project
from quanheng.drafting.paper import Paper
from quanheng.drafting.templates import shipped_templates
from quanheng.record.load import load_project
from quanheng.scoring.scorecard import score_project
from quanheng.testing.cases import WORKPLACE, overlaid, valid_record

DRAFTED = (Chapter.ANALYSIS, Chapter.EXPERIENCE, Chapter.PROBLEMS, Chapter.MEASURES)

Given = dict[str, Any]
Draft = Callable[..., Project]


def unwritten(record: Any) -> Project:
    """The report of a record without its chapters three to six."""
    project = load_project(record)
    kept = tuple(s for s in project.sections if s.chapter not in DRAFTED)
    return replace(project, sections=kept)


def paper(project: Project) -> Paper:
    law = WORKPLACE.law_of(project)
    return Paper(project, score_project(project, law), law)


def text(project: Project) -> str:
    """Everything that the drafted chapters say."""
    return "\n".join(p.raw for p in project.paragraphs(*DRAFTED))


@pytest.fixture
def drafted() -> Draft:
    """Draft the valid report, changed as given, its chapters taken out."""

    def draft(
        given: Given | None = None, last: Given | None = None, lang: str = "zh"
    ) -> Project:
        project = unwritten(overlaid(valid_record(), given or {}))
        before = None if last is None else overlaid(valid_record(), last)
        return draft_project(
            paper(project),
            shipped_templates(lang),
            previous=None if before is None else paper(load_project(before)),
        )

    return draft

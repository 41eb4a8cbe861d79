"""Drafts pass the audit's rules on narrative, or leave a marked blank."""

from collections import Counter
from dataclasses import replace
from typing import Any, Final

import pytest

from quanheng.audit.engine import Finding
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.drafting.templates import shipped_templates
from quanheng.record.load import load_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.writing.draft_narrative import draft_narrative
from quanheng.testing.cases import (
    Case,
    clean_reports,
    load_cases,
    overlaid,
    valid_record,
)
from tests.drafting.conftest import unwritten
from tests.testing.test_clean_reports import LATER, SELF_CONTAINED

NARRATIVE: Final = {"CS", "PB", "DV", "WD", "GL", "CP"}
BLANKS: Final = ("【请填写", "[to fill in")
CLEAN: Final = {"valid": valid_record(), **clean_reports()}
FAULTS: Final = [
    case for rule in SELF_CONTAINED for case in load_cases(rule) if case.expect
][::6]
"""Every sixth fault: those of one family stand together."""


def drafted(
    record: Any, lang: str, other_papers: OtherPapers = NO_OTHER_PAPERS
) -> tuple[Project, Project]:
    """A report without its chapters three to six, and drafted."""
    project = unwritten(record)
    report = Report("a.yaml", (project,))
    draft = draft_narrative(
        report, shipped_templates(lang), LATER, other_papers=other_papers
    )
    return project, placed(draft.projects[0])


def placed(project: Project) -> Project:
    """The project, each drafted text at a place of its own, as in a file."""

    def put(field: Field, key: str) -> Field:
        return replace(field, at=Source(key=key)) if field.at == WHOLE_FILE else field

    sections = tuple(
        replace(
            section,
            heading=put(section.heading, f"draft[{n}]"),
            paragraphs=tuple(
                put(p, f"draft[{n}].paragraphs[{m}]")
                for m, p in enumerate(section.paragraphs)
            ),
        )
        for n, section in enumerate(project.sections)
    )
    return replace(project, sections=sections)


def findings(project: Project, other_papers: OtherPapers) -> tuple[Finding, ...]:
    report = Report("a.yaml", (project,))
    (checked,) = check_report(report, LATER, other_papers=other_papers)
    return checked.findings


def year_before(record: Any) -> Project:
    """The same report of the year before."""
    year = int(record["project"]["year"].removesuffix("年"))
    return load_project(overlaid(record, {"project": {"year": f"{year - 1}年"}}))


def brought_in(
    record: Any, lang: str, other_papers: OtherPapers = NO_OTHER_PAPERS
) -> list[str]:
    """The findings on narrative that a draft brings in where it has no blank."""
    before, after = drafted(record, lang, other_papers)
    had = Counter(f.rule.code for f in findings(before, other_papers))
    found = findings(after, other_papers)
    new = Counter(f.rule.code for f in found) - had
    return [
        f"{f.rule.code} {f.message()}: {f.hit.quote}"
        for f in found
        if new[f.rule.code]
        and f.rule.family in NARRATIVE
        and not any(blank in f.hit.quote for blank in BLANKS)
        and not _asks_for_tasks(f, after)
    ]


def _asks_for_tasks(finding: Finding, project: Project) -> bool:
    """Whether tasks are untold for which the draft has a blank (CS206)."""
    texts = [paragraph.raw for paragraph in project.paragraphs()]
    blank = any("各项任务的完成情况】" in text for text in texts)
    return finding.rule.code == "CS206" and blank


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CLEAN)
def test_clean_report(name: str, lang: str) -> None:
    assert brought_in(CLEAN[name], lang) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CLEAN)
def test_clean_report_beside_last_year(name: str, lang: str) -> None:
    last = Report("last.yaml", (year_before(CLEAN[name]),))
    assert brought_in(CLEAN[name], lang, OtherPapers(previous=last)) == []


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_faulty_report(case: Case) -> None:
    """What a draft quotes keeps its fault; missing reasons are for the unit (PB102)."""
    own = (case.rule.code, "PB102")
    assert not [f for f in brought_in(case.record, "zh") if not f.startswith(own)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CLEAN)
def test_draft_that_nobody_finished_is_found(name: str, lang: str) -> None:
    _, draft = drafted(CLEAN[name], lang)
    found = {
        f.hit.at for f in findings(draft, NO_OTHER_PAPERS) if f.rule.code == "ID301"
    }
    drafts = {p.at for p in draft.paragraphs() if p.at.key.startswith("draft")}
    assert drafts <= found

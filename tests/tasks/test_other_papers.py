"""What is handed over beside a report finds its project, and no peer is itself."""

from pathlib import Path

import pytest

from quanheng.audit.engine import Outcome
from quanheng.audit.rule import Need
from quanheng.core.errors import UnknownFormError
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import CheckedProject, check_report
from quanheng.tasks.checking.other_papers import (
    NO_OTHER_PAPERS,
    OtherPapers,
    read_other_papers,
    words_digest,
)
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import CORPUS


def record(name: str, year: str = "2023", target: str = "≥24") -> str:
    return (
        f"- project: {{name: {name}, year: {year}, unit: 平川县图书馆}}\n"
        f"  indicators: [{{level3: 阅读推广活动场次（场）, target: {target}}}]\n"
    )


def file(*projects: str) -> tuple[bytes, str]:
    return ("projects:\n" + "".join(projects)).encode(), "papers.yaml"


def report(*projects: str) -> Report:
    return read_report(*file(*projects))


def names(other_papers: OtherPapers, of: Report) -> list[str | None]:
    return [
        papers.approved.name.raw if papers.approved and papers.approved.name else None
        for papers in other_papers.of_projects(of, WORKPLACE)
    ]


def test_projects_are_matched_by_name_in_any_order() -> None:
    other_papers = read_other_papers(
        WORKPLACE, approved=file(record("古籍保护"), record("免费开放经费"))
    )
    assert names(other_papers, report(record("免费开放经费"), record("古籍保护"))) == [
        "免费开放经费",
        "古籍保护",
    ]


def test_a_slightly_different_name_matches_and_another_does_not() -> None:
    approved = file(record("公共图书馆免费开放项目经费"), record("古籍保护"))
    other_papers = read_other_papers(WORKPLACE, approved=approved)
    asked = report(record("公共图书馆免费开放项目的经费"), record("馆舍维修"))
    assert names(other_papers, asked) == ["公共图书馆免费开放项目经费", None]
    assert [note.zh for note in other_papers.notes(asked, WORKPLACE)] == [
        "批复文件的项目名称为“公共图书馆免费开放项目经费”，与“公共图书馆免费开放项目的经费”对照",
        "批复文件中无与“馆舍维修”对应的项目",
    ]


def test_a_single_project_matches_whatever_its_name() -> None:
    other_papers = read_other_papers(WORKPLACE, approved=file(record("免费开放经费")))
    asked = report(record("图书馆项目"))
    assert names(other_papers, asked) == ["免费开放经费"]
    (note,) = other_papers.notes(asked, WORKPLACE)
    assert note.en == "“图书馆项目” is compared with “免费开放经费” in the approval"


@pytest.mark.parametrize(
    ("year", "is_given"), [("2022", True), ("2023", False), ("2024", False)]
)
def test_a_report_of_last_year_is_of_an_earlier_one(year: str, is_given: bool) -> None:
    other_papers = read_other_papers(
        WORKPLACE, previous=file(record("免费开放经费", year))
    )
    (papers,) = other_papers.of_projects(report(record("免费开放经费")), WORKPLACE)
    assert (papers.previous is not None) is is_given


def test_nothing_handed_over_belongs_to_no_project() -> None:
    asked = report(record("免费开放经费"))
    (papers,) = NO_OTHER_PAPERS.of_projects(asked, WORKPLACE)
    assert (papers.approved, papers.previous) == (None, None)
    assert list(NO_OTHER_PAPERS.notes(asked, WORKPLACE)) == []


def test_the_checked_file_is_no_peer_whatever_it_is_called() -> None:
    own, _ = file(record("免费开放经费"))
    other, _ = file(record("古籍保护"))
    other_papers = read_other_papers(
        WORKPLACE, peers=[(own, "copy.yaml"), (other, "other.yaml")]
    )
    assert [peer.file for peer in other_papers.peers] == ["copy.yaml", "other.yaml"]
    left = other_papers.for_file(words_digest(read_report(own, "own.yaml"))).peers
    assert [peer.file for peer in left] == ["other.yaml"]


def test_a_file_that_stands_twice_is_read_once() -> None:
    data, _ = file(record("免费开放经费"))
    other_papers = read_other_papers(
        WORKPLACE, peers=[(data, "a.yaml"), (data, "b.yaml")]
    )
    assert [peer.file for peer in other_papers.peers] == ["a.yaml"]


def test_every_project_of_a_peer_file_is_a_peer() -> None:
    other_papers = read_other_papers(
        WORKPLACE, peers=[file(record("一"), record("二"))]
    )
    assert len(list(other_papers.peers)) == 2


def test_unreadable_peers_are_listed_and_the_others_read() -> None:
    other_papers = read_other_papers(
        WORKPLACE,
        peers=[
            (b"\x00", "a.docx"),
            ("会议改到周三。".encode(), "b.txt"),
            file(record("免费开放经费")),
        ],
    )
    assert [name for name, _ in other_papers.unread] == ["a.docx", "b.txt"]
    assert len(list(other_papers.peers)) == 1


def test_a_named_file_must_be_readable() -> None:
    letter = "会议改到周三。".encode(), "letter.txt"
    with pytest.raises(UnknownFormError):
        read_other_papers(WORKPLACE, approved=letter)
    with pytest.raises(UnknownFormError):
        read_other_papers(WORKPLACE, previous=letter)


def checked(other_papers: OtherPapers) -> CheckedProject:
    asked = report(record("免费开放经费"))
    (project,) = check_report(asked, WORKPLACE, other_papers=other_papers)
    return project


@pytest.mark.parametrize(
    ("other_papers", "need"),
    [
        (
            read_other_papers(WORKPLACE, approved=file(record("甲"))),
            Need.APPROVED_TARGETS,
        ),
        (
            read_other_papers(WORKPLACE, previous=file(record("甲", "2022"))),
            Need.PREVIOUS_YEAR,
        ),
        (read_other_papers(WORKPLACE, peers=[file(record("甲"))]), Need.PEERS),
    ],
    ids=["approved", "previous", "peers"],
)
def test_rules_answer_not_given_without_their_paper(
    other_papers: OtherPapers, need: Need
) -> None:
    def wanting(project: CheckedProject) -> set[Need]:
        return {v.rule.needs for v in project.outcomes(Outcome.NOT_GIVEN)}

    papers = {Need.APPROVED_TARGETS, Need.PREVIOUS_YEAR, Need.PEERS}
    assert wanting(checked(NO_OTHER_PAPERS)) & papers == papers
    assert wanting(checked(other_papers)) & papers == papers - {need}


def test_a_changed_target_is_found_against_a_declaration() -> None:
    other_papers = read_other_papers(
        WORKPLACE, approved=file(record("免费开放经费", target="≥36"))
    )
    found = {finding.rule.code for finding in checked(other_papers).findings}
    assert "VL501" in found


def test_real_forms_agree_with_themselves() -> None:
    for path in sorted((CORPUS / "docs").iterdir()):
        if path.is_file():
            agrees_with_itself(path)


def agrees_with_itself(path: Path) -> None:
    own = path.read_bytes(), path.name
    read = read_report(*own)
    given = read_other_papers(WORKPLACE, approved=own, peers=[own])
    other_papers = given.for_file(words_digest(read))
    for project in check_report(read, WORKPLACE, other_papers=other_papers):
        needs = (Need.APPROVED_TARGETS, Need.PEERS)
        assert [f for f in project.findings if f.rule.needs in needs] == []
        assert project.outcomes(Outcome.CRASHED) == ()

"""What is handed over beside a report finds its project, and no peer is itself."""

from datetime import date
from pathlib import Path

import pytest

from quanheng.audit.engine import Outcome
from quanheng.audit.rule import Need
from quanheng.core.errors import UnknownFormError
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import CheckedProject, check_report
from quanheng.tasks.checking.other_papers import (
    NO_COMPANIONS,
    Companions,
    read_companions,
    words_digest,
)
from quanheng.tasks.reading.read_report import read_report
from tests.conftest import CORPUS

DAY = date(2024, 6, 30)


def record(name: str, year: str = "2023", target: str = "≥24") -> str:
    return (
        f"- project: {{name: {name}, year: {year}, unit: 平川县图书馆}}\n"
        f"  indicators: [{{level3: 阅读推广活动场次（场）, target: {target}}}]\n"
    )


def file(*projects: str) -> tuple[bytes, str]:
    return ("projects:\n" + "".join(projects)).encode(), "papers.yaml"


def report(*projects: str) -> Report:
    return read_report(*file(*projects))


def names(companions: Companions, of: Report) -> list[str | None]:
    return [
        papers.approved.name.raw if papers.approved and papers.approved.name else None
        for papers in companions.of_projects(of)
    ]


def test_projects_are_matched_by_name_in_any_order() -> None:
    companions = read_companions(file(record("古籍保护"), record("免费开放经费")))
    assert names(companions, report(record("免费开放经费"), record("古籍保护"))) == [
        "免费开放经费",
        "古籍保护",
    ]


def test_a_slightly_different_name_matches_and_another_does_not() -> None:
    approved = file(record("公共图书馆免费开放项目经费"), record("古籍保护"))
    companions = read_companions(approved)
    asked = report(record("公共图书馆免费开放项目的经费"), record("馆舍维修"))
    assert names(companions, asked) == ["公共图书馆免费开放项目经费", None]
    assert [note.zh for note in companions.notes(asked)] == [
        "批复文件的项目名称为“公共图书馆免费开放项目经费”，与“公共图书馆免费开放项目的经费”对照",
        "批复文件中无与“馆舍维修”对应的项目",
    ]


def test_a_single_project_matches_whatever_its_name() -> None:
    companions = read_companions(file(record("免费开放经费")))
    asked = report(record("图书馆项目"))
    assert names(companions, asked) == ["免费开放经费"]
    (note,) = companions.notes(asked)
    assert note.en == "“图书馆项目” is compared with “免费开放经费” in the approval"


@pytest.mark.parametrize(
    ("year", "is_given"), [("2022", True), ("2023", False), ("2024", False)]
)
def test_a_report_of_last_year_is_of_an_earlier_one(year: str, is_given: bool) -> None:
    companions = read_companions(previous=file(record("免费开放经费", year)))
    (papers,) = companions.of_projects(report(record("免费开放经费")))
    assert (papers.previous is not None) is is_given


def test_nothing_handed_over_belongs_to_no_project() -> None:
    asked = report(record("免费开放经费"))
    (papers,) = NO_COMPANIONS.of_projects(asked)
    assert (papers.approved, papers.previous) == (None, None)
    assert list(NO_COMPANIONS.notes(asked)) == []


def test_the_checked_file_is_no_peer_whatever_it_is_called() -> None:
    own, _ = file(record("免费开放经费"))
    other, _ = file(record("古籍保护"))
    companions = read_companions(peers=[(own, "copy.yaml"), (other, "other.yaml")])
    assert [peer.file for peer in companions.peers] == ["copy.yaml", "other.yaml"]
    assert [
        peer.file
        for peer in companions.beside(words_digest(read_report(own, "own.yaml"))).peers
    ] == ["other.yaml"]


def test_a_file_that_stands_twice_is_read_once() -> None:
    data, _ = file(record("免费开放经费"))
    companions = read_companions(peers=[(data, "a.yaml"), (data, "b.yaml")])
    assert [peer.file for peer in companions.peers] == ["a.yaml"]


def test_every_project_of_a_peer_file_is_a_peer() -> None:
    companions = read_companions(peers=[file(record("一"), record("二"))])
    assert len(list(companions.peers)) == 2


def test_unreadable_peers_are_listed_and_the_others_read() -> None:
    companions = read_companions(
        peers=[
            (b"\x00", "a.docx"),
            ("会议改到周三。".encode(), "b.txt"),
            file(record("免费开放经费")),
        ]
    )
    assert [name for name, _ in companions.unread] == ["a.docx", "b.txt"]
    assert len(list(companions.peers)) == 1


def test_a_named_file_must_be_readable() -> None:
    letter = "会议改到周三。".encode(), "letter.txt"
    with pytest.raises(UnknownFormError):
        read_companions(approved=letter)
    with pytest.raises(UnknownFormError):
        read_companions(previous=letter)


def checked(companions: Companions) -> CheckedProject:
    asked = report(record("免费开放经费"))
    (project,) = check_report(asked, as_of=DAY, companions=companions)
    return project


@pytest.mark.parametrize(
    ("companions", "need"),
    [
        (read_companions(file(record("甲"))), Need.APPROVED_TARGETS),
        (read_companions(previous=file(record("甲", "2022"))), Need.PREVIOUS_YEAR),
        (read_companions(peers=[file(record("甲"))]), Need.PEERS),
    ],
    ids=["approved", "previous", "peers"],
)
def test_rules_answer_not_given_without_their_paper(
    companions: Companions, need: Need
) -> None:
    def wanting(project: CheckedProject) -> set[Need]:
        return {v.rule.needs for v in project.outcomes(Outcome.NOT_GIVEN)}

    papers = {Need.APPROVED_TARGETS, Need.PREVIOUS_YEAR, Need.PEERS}
    assert wanting(checked(NO_COMPANIONS)) & papers == papers
    assert wanting(checked(companions)) & papers == papers - {need}


def test_a_changed_target_is_found_against_a_declaration() -> None:
    companions = read_companions(file(record("免费开放经费", target="≥36")))
    found = {finding.rule.code for finding in checked(companions).findings}
    assert "VL501" in found


def test_real_forms_agree_with_themselves() -> None:
    for path in sorted((CORPUS / "docs").iterdir()):
        if path.is_file():
            agrees_with_itself(path)


def agrees_with_itself(path: Path) -> None:
    own = path.read_bytes(), path.name
    read = read_report(*own)
    given = read_companions(approved=own, peers=[own])
    companions = given.beside(words_digest(read))
    for project in check_report(read, as_of=DAY, companions=companions):
        needs = (Need.APPROVED_TARGETS, Need.PEERS)
        assert [f for f in project.findings if f.rule.needs in needs] == []
        assert project.outcomes(Outcome.CRASHED) == ()

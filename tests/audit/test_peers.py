"""Which reports of a folder belong to the unit of the checked one."""

import pytest

from quanheng.audit.peers.peers import Archive, Peer, Peers, same_unit
from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.law.load import load_book
from quanheng.scoring.scorecard import score_project

LAW = load_book().law()


def project(unit: str, department: str = "") -> Project:
    return Project(
        unit=Field(unit) if unit else None,
        department=Field(department) if department else None,
    )


def peer(name: str, unit: str, department: str = "") -> Peer:
    of = project(unit, department)
    return Peer(name, name, of, score_project(of, LAW))


PEERS = Peers(
    Archive(
        (
            peer("a", "图书馆", "文旅局"),
            peer("b", "文化馆", "文旅局"),
            peer("c", "", "文旅局"),
            peer("d", "", ""),
        )
    )
)


@pytest.mark.parametrize(
    ("unit", "department", "found"),
    [
        ("图书馆", "文旅局", "ac"),
        ("图书馆", "", "a"),
        ("", "文旅局", "abc"),
        ("", "", ""),
        ("体育馆", "体育局", ""),
    ],
)
def test_reports_of_a_unit(unit: str, department: str, found: str) -> None:
    own = project(unit, department)
    assert [peer.file for peer in PEERS.of_unit(own)] == list(found)
    assert [p.file for p in PEERS if same_unit(own, p.project)] == list(found)


def test_the_checked_file_is_left_out_everywhere() -> None:
    beside = Peers(PEERS.archive, own="a")
    assert beside.at(0) is None
    assert [peer.file for peer in beside.of_unit(project("图书馆"))] == []
    assert [peer.file for peer in beside] == ["b", "c", "d"]


def test_a_folder_that_holds_the_checked_file_alone_is_empty() -> None:
    assert not Peers(Archive((peer("a", "图书馆"),)), own="a")

"""An evidence folder says the same, wherever its files are kept."""

import stat
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest

from quanheng.cli.folders import folder_at
from quanheng.core.errors import UnreadableFileError
from quanheng.law.load import load_book
from quanheng.registers.sealed import Sealed
from quanheng.tasks.evidence.apply_evidence import EvidenceSource, evidence_source
from quanheng.tasks.evidence.check_proofs import check_proofs
from quanheng.tasks.evidence.compute_evidence import computed_for_report
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.folders.in_memory import FolderInMemory
from quanheng.tasks.evidence.folders.zipped import ZippedFolder
from quanheng.tasks.evidence.read_evidence import EvidenceContents, read_evidence
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.workplace import Workplace
from tests.conftest import EXAMPLES, Quanheng

EXAMPLE = EXAMPLES / "publicity_project"
FOLDER = EXAMPLE / "evidence"
FILES = {
    path.relative_to(FOLDER).as_posix(): path.read_bytes()
    for path in FOLDER.rglob("*")
    if path.is_file()
}
REPORT = read_report((EXAMPLE / "report.yaml").read_bytes(), "report.yaml")
WORKPLACE = Workplace(load_book(), date(2022, 3, 1))


class NamedInGb18030(ZipInfo):
    """A name as Chinese Windows packs it: in GB18030, without a mark that says so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's name
        return self.filename.encode("gb18030"), self.flag_bits


def packed(files: dict[str, bytes], kind: type[ZipInfo] = ZipInfo) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(kind(name), content)
    return data.getvalue()


def raw(value: Any) -> Any:
    """A value as a database holds it."""
    return value.opened() if isinstance(value, Sealed) else value


def as_rows() -> Folder:
    """The csv registers as rows of a database, all else as files."""
    read = read_evidence(FolderInMemory("", FILES), load_book()).registers
    rows = {
        name: [
            dict(zip(register.columns, map(raw, values), strict=True))
            for values in zip(*register.columns.values(), strict=True)
        ]
        for name, register in read.items()
        if register.file.endswith(".csv")
    }
    files = {name: data for name, data in FILES.items() if not name.endswith(".csv")}
    return FolderInMemory("", files, rows)


FOLDERS: dict[str, Folder] = {
    "disk": folder_at(FOLDER),
    "memory": FolderInMemory("", FILES),
    "zip": ZippedFolder(packed(FILES), "台账.zip"),
    "zip of the folder, by Windows": ZippedFolder(
        packed({f"台账/{name}": data for name, data in FILES.items()}, NamedInGb18030),
        "台账.zip",
    ),
    "rows": as_rows(),
}


def told(source: EvidenceSource) -> dict[str, Any]:
    """All that a folder says of the report, but for how its registers are called."""
    review = check_proofs(source, WORKPLACE, REPORT)
    return {
        "registers": {
            name: (dict(register.columns), list(register.rows), register.refused)
            for name, register in source.registers.items()
        },
        "values": [
            (value.name, value.typed, value.measured)
            for value in computed_for_report(REPORT, source, WORKPLACE)
        ],
        "proofs": review.proofs,
        "unproven": review.unproven,
        "not read": source.contents.not_read,
        "notes": list(source.notes(REPORT)),
    }


@pytest.mark.parametrize("kind", FOLDERS.keys() - {"disk"})
def test_all_folders_say_what_the_one_on_disk_says(kind: str) -> None:
    on_disk = told(evidence_source(FOLDERS["disk"], load_book()))
    assert on_disk["values"]
    assert told(evidence_source(FOLDERS[kind], load_book())) == on_disk


def read(rows: list[dict[str, Any]]) -> EvidenceContents:
    return read_evidence(FolderInMemory("库", {}, {"activities": rows}), load_book())


def test_a_row_is_checked_like_one_of_a_sheet() -> None:
    found = read(
        [
            {"held_on": date(2021, 3, 5), "title": "宣讲", "reached": 30},
            {"held_on": None, "title": "展览", "reached": Decimal(5)},
        ]
    )
    register = found.registers["activities"]
    assert register.column("reached") == [30]
    assert [(refused.row, refused.field) for refused in register.refused] == [
        (3, "活动日期")
    ]


def test_a_moment_with_a_zone_is_told_in_beijing_time() -> None:
    moment = datetime(2021, 3, 5, 20, 30, 5, tzinfo=UTC)
    seen = {"number": "1", "topic": "供水", "level": "一般", "detected_at": moment}
    folder = FolderInMemory("库", {}, {"concerns": [seen]})
    register = read_evidence(folder, load_book()).registers["concerns"]
    assert register.column("detected_at") == [datetime(2021, 3, 6, 4, 30, 5)]


def test_a_field_that_no_kind_has_is_pointed_out() -> None:
    found = read([{"held_on": date(2021, 3, 5), "title": "宣讲", "weather": "晴"}])
    (noted,) = found.registers["activities"].noted
    assert (noted.field, "无法识别的列" in noted.reason.zh) == ("weather", True)


@pytest.mark.parametrize(
    "name",
    ["../活动.csv", "/etc/活动.csv", "C:/活动.csv", "a/../../b.csv", "..\\a.csv"],
)
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFileError, match="压缩包以外"):
        ZippedFolder(packed({name: b"x"}), "台账.zip")


@pytest.mark.parametrize(("data", "said"), [(b"PK", "压缩包不完整"), (b"", "不完整")])
def test_a_damaged_archive_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        ZippedFolder(data, "台账.zip")


def test_an_archive_that_expands_beyond_the_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quanheng.tasks.evidence.folders.zipped.LARGEST_TOTAL", 9)
    with pytest.raises(UnreadableFileError, match="解压后超过"):
        ZippedFolder(packed({"1.jpg": b"12345", "2.jpg": b"12345"}), "台账.zip")


def test_a_link_in_an_archive_is_not_followed() -> None:
    info = ZipInfo("活动.csv")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    found = read_evidence(ZippedFolder(data.getvalue(), "台账.zip"), load_book())
    assert ["符号链接" in left.reason.zh for left in found.not_read] == [True]


def test_a_damaged_file_of_an_archive_is_listed() -> None:
    data = packed({"活动.csv": "活动日期,活动名称\n2021-3-5,宣讲\n".encode()})
    broken = data.replace("宣讲".encode(), "宣传".encode())
    found = read_evidence(ZippedFolder(broken, "台账.zip"), load_book())
    assert [left.file for left in found.not_read] == ["活动.csv"]


def test_an_archive_is_read_and_never_written(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    archive = tmp_path / "台账.zip"
    archive.write_bytes(packed(FILES))
    report = EXAMPLE / "report.yaml"
    given = ("score", report, "--format", "json", "--evidence")
    assert quanheng(*given, archive) == quanheng(*given, FOLDER)
    for refused in (
        ("bind", archive, report, "--write"),
        ("check", archive, "--write-manifest"),
    ):
        answer = quanheng("evidence", *refused)
        assert (answer.code, "是压缩包，无法写入" in answer.err) == (2, True)
    assert archive.read_bytes() == packed(FILES)

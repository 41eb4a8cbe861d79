"""Which files prove what, and whether their days fit."""

from datetime import date

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proof import Link, Proof, ProofKind
from quanheng.evidence.proving.dating import misdated
from quanheng.evidence.proving.declared import Declared, declared_proofs
from quanheng.evidence.proving.linking import link_files
from quanheng.evidence.proving.manifest import changes, manifest_json, read_manifest
from tests.registers.registers_from_csv import register_of

YEAR = (date(2021, 1, 1), date(2021, 12, 31))
ACTIVITIES = (
    "活动日期,结束日期,活动名称,佐证材料\n"
    "2021-03-05,2021-03-07,宣讲,现场.JPG；子/签到.pdf\n"
    "2021-04-06,,培训,没有.jpg\n"
    "2021-05-06,,展览,同名.jpg\n"
    "2021-06-06,,演出,\n"
)
PATHS = ("files/现场.jpg", "子/签到.pdf", "a/同名.jpg", "b/同名.jpg")


def test_files_are_found_by_path_or_by_a_name_that_is_not_twice_there() -> None:
    linked = link_files([register_of("activities", ACTIVITIES)], PATHS)
    entry = Link("activities", 2, day=date(2021, 3, 5), until=date(2021, 3, 7))
    assert linked.links == {"files/现场.jpg": (entry,), "子/签到.pdf": (entry,)}
    assert [(gap.row, gap.name) for gap in linked.unfound] == [
        (3, "没有.jpg"),
        (4, "同名.jpg"),
    ]
    assert "多个同名" in linked.unfound[1].reason.zh
    assert linked.bare == {"activities": [5]}


def test_marks_that_a_mac_writes_apart_are_the_same() -> None:
    text = "活动日期,活动名称,佐证材料\n2021-03-05,宣讲,cafe\u0301.jpg\n"
    linked = link_files([register_of("activities", text)], ["caf\u00e9.jpg"])
    assert [*linked.links] == ["caf\u00e9.jpg"]


def _photo(*days: date, link: Link | None = None) -> Proof:
    links = (link,) if link else ()
    return Proof("a.jpg", "d", links, dates=days, kind=ProofKind.PHOTO)


@pytest.mark.parametrize(
    ("proof", "reasons"),
    [
        (_photo(date(2021, 3, 6)), []),
        (_photo(date(2020, 12, 31)), ["拍摄于 2020-12-31，不在期间内"]),
        (_photo(date(2022, 1, 1)), ["拍摄于 2022-01-01，不在期间内"]),
        (_photo(), []),
        (
            _photo(
                date(2021, 3, 6),
                link=Link("activities", 2, "", date(2021, 3, 5), date(2021, 3, 7)),
            ),
            [],
        ),
        (
            _photo(
                date(2021, 3, 8),
                link=Link("activities", 2, "", date(2021, 3, 5), date(2021, 3, 7)),
            ),
            ["拍摄于 2021-03-08，记录的日期是 2021-03-05 – 2021-03-07"],
        ),
        (Proof("x.docx", "d", dates=(date(2020, 1, 1), date(2021, 1, 5))), []),
        (Proof("x.docx", "d", dates=(date(2021, 12, 1), date(2022, 3, 1))), []),
        (Proof("x.docx", "d", dates=(date(2022, 3, 1),)), ["文件形成于 2022-03-01"]),
        (Proof("x.docx", "d", dates=(date(2022, 3, 1),), background=True), []),
    ],
)
def test_days_that_do_not_fit_are_named(proof: Proof, reasons: list[str]) -> None:
    found = [one.reason.zh for one in misdated([proof], YEAR)]
    assert len(found) == len(reasons)
    assert all(zh.startswith(said) for zh, said in zip(found, reasons, strict=True))


def test_without_a_period_only_entries_are_compared() -> None:
    assert not [*misdated([_photo(date(2020, 1, 1))], None)]


def test_settings_name_indicators_and_background() -> None:
    entries = [
        {"file": "方案.docx", "indicators": ["场次", "人数"]},
        {"file": "依据/*", "background": "是"},
        {"file": "x.pdf", "indicators": "场次", "background": "false"},
    ]
    found = [*declared_proofs(entries)]
    assert found == [
        Declared("方案.docx", ("场次", "人数")),
        Declared("依据/*", background=True),
        Declared("x.pdf", ("场次",)),
    ]
    assert found[1].is_of("依据/通知[2021].pdf")
    assert not found[1].is_of("方案.docx")


@pytest.mark.parametrize(
    "entry",
    [
        {},
        "方案.docx",
        {"file": ""},
        {"file": "a", "for": "b"},
        {"file": "a", "background": "或许"},
    ],
)
def test_settings_that_say_nothing_sensible_are_refused(entry: object) -> None:
    with pytest.raises(UnreadableFileError, match="proofs 第1项"):
        [*declared_proofs([entry])]


def test_the_manifest_is_read_back_and_tells_what_changed() -> None:
    links = (Link("activities", 2, day=date(2021, 3, 5)), Link(indicator="场次"))
    photo = Proof(
        "b.jpg", "d1", links, 0xFFEE, (date(2021, 3, 5),), kind=ProofKind.PHOTO, size=9
    )
    other = Proof("a.pdf", "d2", background=True, kind=ProofKind.PDF)
    text = manifest_json([photo, other])
    assert text == manifest_json([other, photo])
    before = read_manifest(text)
    assert before["b.jpg"] == Proof(
        "b.jpg", "d1", (), 0xFFEE, (date(2021, 3, 5),), kind=ProofKind.PHOTO, size=9
    )
    assert before["a.pdf"].background
    now = [Proof("a.pdf", "other"), Proof("c.txt", "d3")]
    found = changes(before, now)
    assert (found.changed, found.missing) == (("a.pdf",), ("b.jpg",))
    assert found.added == ("c.txt",)
    assert changes(before, [photo, other]) == type(found)()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "files": []}', "[" * 9999]
)
def test_what_is_no_manifest_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadableFileError, match="不是佐证清单"):
        read_manifest(text)

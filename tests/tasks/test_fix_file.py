"""Certain faults are corrected in the user's own file, and then are gone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quanheng.audit.engine import Finding
from quanheng.core.errors import QuanhengError
from quanheng.document.table import Table
from quanheng.readers import read_document
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.convert_report import convert_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.corrections import Fixed
from quanheng.tasks.writing.fix_file import fix_file
from quanheng.testing.cases import WORKPLACE
from tests.conftest import CORPUS, EXAMPLES

PUBLICITY = EXAMPLES / "publicity_project.docx"
FILES = [
    *EXAMPLES.glob("*.docx"),
    *EXAMPLES.glob("*.yaml"),
    *CORPUS.glob("docs/*.docx"),
    *CORPUS.glob("docs/*.xlsx"),
]
SAFE = Counter(
    BG103=10, BG301=1, IN308=1, LY202=2, SC202=1, VL102=1, VL207=1, WD101=1,
    WD104=1, WD105=3,
)  # fmt: skip
UNSAFE = SAFE - Counter(LY202=2) + Counter(LB201=1, LY201=2, VL201=4, WD102=1)


def faults(data: bytes, name: str) -> Iterator[Finding]:
    for project in check_report(read_report(data, name), WORKPLACE):
        yield from project.findings


def fixed(data: bytes, name: str, *, unsafe: bool = False) -> Fixed[bytes]:
    return fix_file(data, name, lambda now: faults(now, name), unsafe=unsafe)


def codes(result: Fixed[bytes]) -> Counter[str]:
    return Counter(correction.code for correction in result.done)


def example(suffix: str) -> bytes:
    """The example as a file of any type that can be corrected."""
    if suffix == "docx":
        return PUBLICITY.read_bytes()
    return convert_report(read_report(PUBLICITY.read_bytes(), PUBLICITY.name), suffix)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "yaml", "json"])
@pytest.mark.parametrize("unsafe", [False, True])
def test_every_type_gets_the_same_corrections(suffix: str, unsafe: bool) -> None:
    result = fixed(example(suffix), f"甲.{suffix}", unsafe=unsafe)
    assert codes(result) == (UNSAFE if unsafe else SAFE)
    assert not result.left
    assert bool(result.unsafe) is not unsafe


def test_the_real_report_gets_its_safe_corrections(seed_docx: Path) -> None:
    result = fixed(seed_docx.read_bytes(), seed_docx.name)
    assert codes(result) == SAFE + Counter(WD102=1)
    assert not result.left


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("unsafe", [False, True])
def test_what_was_corrected_is_gone_and_stays_so(path: Path, unsafe: bool) -> None:
    data = path.read_bytes()
    once = fixed(data, path.name, unsafe=unsafe)
    asked = {
        (finding.rule.code, edit.at, edit.new)
        for finding in faults(once.data, path.name)
        for edit in finding.hit.edits
    }
    assert not asked & {(c.code, c.edit.at, c.edit.new) for c in once.done}
    again = fixed(once.data, path.name, unsafe=unsafe)
    assert (again.data, again.done) == (once.data, ())
    assert once.data == data or once.done


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix != ".yaml"], ids=lambda path: path.name
)
def test_no_other_place_changes(path: Path) -> None:
    data = path.read_bytes()
    result = fixed(data, path.name, unsafe=True)
    edited = {correction.edit.at for correction in result.done}
    before, after = (_texts(part, path.name) for part in (data, result.data))
    assert before.keys() == after.keys()
    assert {at for at in before if before[at] != after[at]} == edited


def test_two_corrections_of_one_paragraph_are_both_made() -> None:
    result = fixed(example("docx"), PUBLICITY.name)
    (paragraph,) = {c.edit.at for c in result.done if c.code == "SC202"}
    assert [c.code for c in result.done if c.edit.at == paragraph] == ["SC202", "WD104"]


def test_the_counts_are_those_of_the_corrected_file() -> None:
    result = fixed(example("docx"), PUBLICITY.name)
    left = list(faults(result.data, PUBLICITY.name))
    assert result.remaining == len(left)
    assert len(result.unsafe) == sum(len(f.hit.edits) for f in left)


def test_corrections_that_undo_each_other_come_to_an_end() -> None:
    (first,) = [f for f in faults(example("docx"), "甲") if f.rule.code == "BG301"]
    edit = first.hit.edits[0]
    turned = type(edit)(edit.at, edit.new, edit.old, safe=True)
    there = Finding(first.rule, type(first.hit)(edit.at, edits=(edit,)))
    back = Finding(first.rule, type(first.hit)(edit.at, edits=(turned,)))
    result = fix_file(example("docx"), "甲.docx", lambda _: [there, back])
    assert [c.edit for c in result.done] == [edit]


def test_other_types_are_refused_in_one_sentence() -> None:
    with pytest.raises(QuanhengError, match="无法直接修正"):
        fixed("项目名称\t甲".encode(), "甲.txt")


def _texts(data: bytes, name: str) -> dict[object, list[str]]:
    found: dict[object, list[str]] = {}
    for block in read_document(data, name).blocks:
        cells = block.cells if isinstance(block, Table) else (block,)
        for cell in cells:
            at, text = getattr(cell, "at", None), getattr(cell, "text", "")
            found.setdefault(at, []).append(text)
    return found

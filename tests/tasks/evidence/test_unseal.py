"""Sealed data of a folder in memory: logged by whoever asks, or not shown."""

from datetime import date, datetime
from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import empty
from quanheng.law.load import load_book
from quanheng.tasks.evidence.folders.in_memory import FolderInMemory
from quanheng.tasks.evidence.read_evidence import read_evidence
from quanheng.tasks.evidence.unseal import Look, named_register, unseal

PETITION: dict[str, Any] = {
    "number": "X1",
    "registered_on": date(2022, 6, 1),
    "petitioner": "赵无名",
}
FOLDER = FolderInMemory("库", registers={"petitions": [PETITION]})
LOOK = Look("信访科", "给赵无名回访", datetime(2022, 6, 2, 9, 0))


def test_rows_of_a_database_are_sealed_and_opened_with_a_line_in_the_log() -> None:
    (register,) = read_evidence(FOLDER, load_book()).registers.values()
    assert "赵无名" not in repr(register)
    log: list[str] = []
    named = named_register(FOLDER, "信访台账", load_book())
    found = unseal(named, 2, LOOK, log.append, load_book())
    assert [value for _, value in found.fields] == ["赵无名"]
    assert log == ["2022-06-02T09:00:00\t信访科\tpetitions\t2\t给■■回访\n"]


def test_what_can_not_be_logged_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(line: str) -> None:
        raise empty()

    def opened(sealed: object) -> str:
        pytest.fail("it was opened before it was logged")

    monkeypatch.setattr("quanheng.registers.sealed.Sealed.opened", opened)
    named = named_register(FOLDER, "petitions", load_book())
    with pytest.raises(UnreadableFileError):
        unseal(named, 2, LOOK, fails, load_book())

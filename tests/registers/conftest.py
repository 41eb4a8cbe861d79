"""Registers from a few lines of text."""

from collections.abc import Callable

import pytest

from quanheng.registers.kinds import kinds
from quanheng.registers.reading.csv_table import csv_table
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.register import Register

ReadCsv = Callable[..., Register]


@pytest.fixture(scope="session")
def read_csv() -> ReadCsv:
    """A register of a kind from the text of a csv file."""

    def read(kind: str, text: str | bytes) -> Register:
        data = text.encode() if isinstance(text, str) else text
        given = Circumstances(("银行",), kinds()[kind].confidential)
        table = csv_table(data, kind, f"{kind}.csv")
        return read_register(kinds()[kind], table, given)

    return read

"""Registers from a few lines of text."""

from collections.abc import Callable

import pytest

from quanheng.evidence.reading.csv_table import csv_table
from quanheng.evidence.reading.entries import read_register
from quanheng.evidence.reading.values.outcome import Circumstances
from quanheng.evidence.register import Register
from quanheng.evidence.registers import kinds

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

"""Registers for tests from the text of csv files, read as a user's are."""

from quanheng.evidence.reading.csv_table import csv_table
from quanheng.evidence.reading.entries import read_register
from quanheng.evidence.reading.values.outcome import Circumstances
from quanheng.evidence.register import Register
from quanheng.evidence.registers import kinds


def register_of(kind: str, text: str) -> Register:
    """A register of a kind; every row must count."""
    given = Circumstances(("银行",), kinds()[kind].confidential)
    table = csv_table(text.encode(), kind, f"{kind}.csv")
    register = read_register(kinds()[kind], table, given)
    assert not register.refused
    return register

"""Registers for tests from the text of csv files, read as a user's are."""

from quanheng.registers.kinds import kinds
from quanheng.registers.reading.csv_table import csv_table
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.register import Register


def read_csv(kind: str, text: str | bytes) -> Register:
    """A register of a kind; rows that can't be read are refused."""
    data = text.encode() if isinstance(text, str) else text
    given = Circumstances(("银行",), kinds()[kind].confidential)
    table = csv_table(data, kind, f"{kind}.csv")
    return read_register(kinds()[kind], table, given)


def register_of(kind: str, text: str) -> Register:
    """A register of a kind; every row must count."""
    register = read_csv(kind, text)
    assert not register.refused
    return register

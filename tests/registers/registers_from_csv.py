"""Registers for tests from the text of csv files, read as a user's are."""

from quanheng.registers.kinds import kinds
from quanheng.registers.reading.csv_table import csv_table
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.register import Register


def register_of(kind: str, text: str) -> Register:
    """A register of a kind; every row must count."""
    given = Circumstances(("银行",), kinds()[kind].confidential)
    table = csv_table(text.encode(), kind, f"{kind}.csv")
    register = read_register(kinds()[kind], table, given)
    assert not register.refused
    return register

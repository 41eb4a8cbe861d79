"""Every command of the command line, walked by the tests on writing."""

from typing import Any

from quanheng.cli.commands import evidence
from quanheng.cli.lazy import command_in
from quanheng.cli.main import COMMANDS

FORCE = "--force"


def commands() -> dict[tuple[str, ...], Any]:
    """The words that call a command → the command."""
    found: dict[tuple[str, ...], Any] = {
        (name,): command_in("quanheng.cli.commands", name)
        for name in COMMANDS
        if name != "evidence"
    }
    for name in evidence.COMMANDS:
        found["evidence", name] = command_in("quanheng.cli.evidence", name)
    return found

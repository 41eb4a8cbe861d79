"""Every command of the command line, walked by the tests on writing."""

from importlib import import_module
from typing import Any

import typer

from quanheng.cli.commands import evidence
from quanheng.cli.main import COMMANDS

FORCE = "--force"


def commands() -> dict[tuple[str, ...], Any]:
    """The words that call a command → the command."""
    found: dict[tuple[str, ...], Any] = {
        (name,): _command("quanheng.cli.commands", name)
        for name in COMMANDS
        if name != "evidence"
    }
    for name in evidence.COMMANDS:
        found["evidence", name] = _command("quanheng.cli.evidence", name)
    return found


def _command(package: str, name: str) -> Any:
    return typer.main.get_command(import_module(f"{package}.{name}").app)

"""Groups of commands that are loaded when they are called (按需载入命令)."""

import importlib
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperGroup


def lazy_group(commands: Mapping[str, str], package: str) -> type[TyperGroup]:
    """A group that imports a command's module only when it is called.

    Args:
        commands: Name → what the command does, in the order of the help.
        package: Where the modules are, each named as its command and with an ``app``.
    """

    class LazyCommands(TyperGroup):
        """The commands of one package (命令组)."""

        def list_commands(self, ctx: Any) -> list[str]:
            """The names of all commands."""
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            """The command of a name, None where there is none."""
            if cmd_name not in commands:
                return None
            module = importlib.import_module(f"{package}.{cmd_name}")
            command = typer.main.get_command(module.app)
            command.name = cmd_name
            return command

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            """List the commands without importing any."""
            with formatter.section("命令 Commands"):
                formatter.write_dl(list(commands.items()))

    return LazyCommands

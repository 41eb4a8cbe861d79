"""Groups of commands that are loaded when they are called (按需载入命令)."""

import importlib
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperGroup


def lazy_group(commands: Mapping[str, str], package: str) -> type[TyperGroup]:
    """A group that imports the module of a command only when it is called.

    Args:
        commands: Name → what the command does, in the order of the help.
        package: The package of the modules, each named as its command (see
            :func:`command_in`).
    """

    class LazyCommands(TyperGroup):
        """The commands of one package (命令组)."""

        def list_commands(self, ctx: Any) -> list[str]:
            """The names of all commands."""
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            """The command with a name, None where there is none."""
            return command_in(package, cmd_name) if cmd_name in commands else None

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            """List the commands without importing any."""
            with formatter.section("命令 Commands"):
                formatter.write_dl(list(commands.items()))

    return LazyCommands


def command_in(package: str, name: str) -> Any:
    """The command of a module: its function of the same name, or its own ``app``."""
    module = importlib.import_module(f"{package}.{name}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command()(getattr(module, name))
    command = typer.main.get_command(app)
    command.name = name
    return command

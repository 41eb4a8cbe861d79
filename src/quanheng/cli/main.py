"""The command ``quanheng`` (命令行入口)."""

import gc
import sys
from typing import Final

import typer

from quanheng import __version__
from quanheng.cli.commands.evidence import COMMANDS as EVIDENCE
from quanheng.cli.lazy import lazy_group
from quanheng.cli.session import (
    BAD_CALL,
    INTERRUPTED,
    Lang,
    LangOption,
    failure,
    interruption,
)
from quanheng.cli.writing.console import print_in_any_encoding
from quanheng.cli.writing.streams import CleanStream

COMMANDS: Final = {
    "check": "找出报告中的问题 find the faults of reports",
    "score": "复算得分并说明依据 recompute the scores, with the reasons",
    "convert": "输出读到的数据 print what was read: json, yaml, xlsx",
    "learn": "由更正的数据学习表式 learn a layout from a corrected record",
    "render": "输出正式报告 write the official report",
    "new": "新建空白自评表 make blank self-evaluations to fill in",
    "diff": "逐格比对两份报告 show what differs between two reports",
    "evidence": "台账与佐证 registers and proof behind the figures",
    "value": "解释单元格文字 show how the text of a cell is understood",
    "rule": "说明规则 explain the rules",
    "law": "查看法规参数 show a parameter through time",
    "demo": "演示全部功能 the main job on the shipped example",
}

ABOUT: Final = """权衡：读取、复算、审核、输出项目支出绩效自评报告。

Read, rescore, audit and write project performance self-evaluations.
"""


COLLECT_AFTER: Final = 500_000, 20, 50
"""Thresholds of garbage collection. Reports are many small objects without cycles; with
Python's defaults, collection takes a third of the time for a long report."""

app = typer.Typer(
    cls=lazy_group(COMMANDS, "quanheng.cli.commands"),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"quanheng {__version__}")
        raise typer.Exit


@app.callback(help=ABOUT)
def quanheng(
    context: typer.Context,
    version: bool = typer.Option(
        False,
        "--version",
        is_eager=True,
        callback=_show_version,
        help="版本号 the version",
    ),
    lang: LangOption = Lang.ZH,
) -> None:
    """Read, rescore, audit and write project self-evaluations."""
    said = {"lang": lang}
    inner: dict[str, object] = dict.fromkeys(EVIDENCE, said)
    context.default_map = dict.fromkeys(COMMANDS, said) | {"evidence": inner}


def main() -> None:
    """Run the command line; a failure is one sentence and exit code 2."""
    gc.set_threshold(*COLLECT_AFTER)
    print_in_any_encoding()
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(CleanStream, streams)
    try:
        code = _run()
    finally:
        sys.stdout, sys.stderr = streams
    sys.exit(code)


def _run() -> int:
    try:
        code: int = app(standalone_mode=False) or 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(failure(error), err=True)
        return BAD_CALL
    if code == INTERRUPTED:
        typer.echo(interruption(), err=True)
    return code

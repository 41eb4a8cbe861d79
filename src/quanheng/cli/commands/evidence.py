"""``quanheng evidence``: the group of commands on registers and proofs (台账与佐证)."""

from typing import Final

import typer

from quanheng.cli.lazy import lazy_group

COMMANDS: Final = {
    "new": "生成台账模板 write templates of registers",
    "check": "检查台账和佐证 say what of the registers and proofs counts",
    "bind": "建议取数方式 propose how values are computed",
    "compute": "按台账计算实际值 compute the actual values",
    "due": "到期提醒 what is late or will be soon",
    "show": "查看受保护信息 show sealed fields, with a reason",
    "bursts": "舆情异常 what concerns more people than before",
    "match": "产销对接 who should sell what to whom",
}
"""Name → help; each is a module of ``quanheng.cli.evidence``."""

app = typer.Typer(
    cls=lazy_group(COMMANDS, "quanheng.cli.evidence"),
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)


@app.callback(help="台账与佐证 / Registers and the proof behind the figures.")
def evidence() -> None:
    """Registers and the proof behind the figures."""

"""``quanheng rule``: what a rule checks, why, an example, its basis (规则说明)."""

from typing import Annotated

import typer

from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from quanheng.cli.answers.rules import rule_list, rule_text
from quanheng.cli.session import DebugOption, Lang, LangOption
from quanheng.core.errors import QuanhengError

app = typer.Typer(rich_markup_mode=None)


@app.command()
def rule(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="规则代码或名称 a code or name")
    ] = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """说明规则 / Explain a rule, or list them all."""
    typer.echo(rule_text(_find(code), lang) if code else rule_list(all_rules(), lang))


def _find(code: str) -> Rule:
    for known in all_rules():
        if code.upper() == known.code or code.lower() == known.name:
            return known
    raise QuanhengError(
        f"没有规则 {code}",
        "quanheng rule 列出全部规则",
        message_en=f"there is no rule {code}",
        hint_en="quanheng rule lists them all",
    )

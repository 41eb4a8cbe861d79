"""``quanheng rule``: explain a rule, or list the rules (规则说明)."""

from typing import Annotated

import typer

from quanheng.answers.rules.rules import rule_list, rule_text
from quanheng.audit.choosing.selector import is_exact, reach, require_known
from quanheng.audit.rule import Rule, Status
from quanheng.cli.options.law import shipped_book
from quanheng.cli.session import DebugOption, Lang, LangOption, today
from quanheng.tasks.settings.applied_settings import known_rules


def rule(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="规则代码或名称 a code or name")
    ] = "",
    family: Annotated[
        str, typer.Option("--family", metavar="BG", help="只列一类 one family only")
    ] = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="只列试行规则 only rules in preview")
    ] = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """说明规则 / Explain a rule, or list them all."""
    rules = known_rules()
    require_known([name for name in (code, family) if name], rules)
    exact = next((known for known in rules if code and is_exact(code, known)), None)
    if exact is not None:
        typer.echo(rule_text(exact, shipped_book(), today(), lang))
        return
    listed = [known for known in rules if _is_in(known, family or code)]
    if preview:
        listed = [known for known in listed if known.status is Status.PREVIEW]
    typer.echo(rule_list(listed, lang))


def _is_in(known: Rule, beginning: str) -> bool:
    if not beginning or beginning == known.severity:
        return True
    return reach(beginning, known) > 0

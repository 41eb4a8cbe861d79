"""Proposed bindings on the terminal (取数建议)."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from quanheng.core.bilingual import Words
from quanheng.core.binding import Binding
from quanheng.core.binding_record import binding_data
from quanheng.evidence.bindings.named import NamedBinding
from quanheng.evidence.bindings.suggest import Suggestion, Unbound

_RESULT = Words("取数结果", "gives")
_NONE = Words("无建议", "nothing proposed")
_ALL_BOUND = Words("各项指标均有取数方式", "every value has a binding")
_WAITING = Words(
    "待确认（在 绑定.xlsx 的“确认”栏选“是”，"
    "或将 bindings.yaml 的 confirmed 改为 true）：",
    "waiting for a person to confirm in 绑定.xlsx or bindings.yaml:",
)


def print_suggestions(found: Sequence[Suggestion | Unbound], lang: str) -> None:
    """Print what is proposed for each value, and why."""
    console = Console(highlight=False)
    joint, colon = ("; ", ": ") if lang == "en" else ("；", "：")
    if not found:
        console.print(_ALL_BOUND.text(lang))
    for one in found:
        if isinstance(one, Unbound):
            console.print(Text(one.indicator.name.raw, "bold"))
            console.print(
                Text(f"  {_NONE.text(lang)}{colon}{one.why.text(lang)}", "yellow"),
                soft_wrap=True,
            )
            continue
        console.print(Text(one.named.name, "bold"))
        console.print(Text(f"  {binding_text(one.named.binding)}"), soft_wrap=True)
        measured, why_not = one.computed.measured, one.computed.why
        result = measured.text if measured and measured.text else ""
        said = result or (why_not.text(lang) if why_not else "")
        console.print(
            Text(f"  {one.why.text(lang)}{joint}{_RESULT.text(lang)}{colon}{said}"),
            soft_wrap=True,
        )


def print_waiting(entries: Sequence[NamedBinding], lang: str) -> None:
    """Print the bindings that nobody has confirmed."""
    if entries:
        typed = "、".join(entry.name for entry in entries)
        Console(highlight=False).print(f"{_WAITING.text(lang)} {typed}", soft_wrap=True)


def binding_text(binding: Binding) -> str:
    """A binding on one line: from: activities, measure: count."""
    data = {k: v for k, v in binding_data(binding).items() if k != "confirmed"}
    return ", ".join(f"{key}: {_said(value)}" for key, value in data.items())


def _said(value: object) -> str:
    match value:
        case dict():
            inner = ", ".join(f"{key}: {_said(item)}" for key, item in value.items())
            return f"{{{inner}}}"
        case list():
            return f"[{', '.join(map(_said, value))}]"
        case _:
            return str(value) or "''"

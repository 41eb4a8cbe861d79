"""Proposed bindings on the terminal (取数建议)."""

from collections.abc import Iterator, Sequence

from quanheng.answers.terminal import coloured
from quanheng.core.bilingual import COLON, SEMICOLON, Words
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.binding_record import binding_data
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


def suggestions_text(found: Sequence[Suggestion | Unbound], lang: str) -> str:
    """The proposed binding of each value, with the reason."""
    lines = [line for one in found for line in _lines(one, lang)]
    return "\n".join(lines or [_ALL_BOUND.text(lang)])


def _lines(one: Suggestion | Unbound, lang: str) -> Iterator[str]:
    colon = COLON.text(lang)
    if isinstance(one, Unbound):
        yield coloured(one.indicator.name.raw, bold=True)
        said = f"  {_NONE.text(lang)}{colon}{one.why.text(lang)}"
        yield coloured(said, "yellow")
        return
    measured, why_not = one.computed.measured, one.computed.why
    result = measured.text if measured and measured.text else ""
    result = result or (why_not.text(lang) if why_not else "")
    gives = f"{_RESULT.text(lang)}{colon}{result}"
    yield coloured(one.named.name, bold=True)
    yield f"  {binding_text(one.named.binding)}"
    yield f"  {one.why.text(lang)}{SEMICOLON.text(lang)}{gives}"


def waiting_text(entries: Sequence[NamedBinding], lang: str) -> str:
    """The bindings that wait to be confirmed."""
    return f"{_WAITING.text(lang)} {'、'.join(entry.name for entry in entries)}"


def binding_text(binding: Binding) -> str:
    """A binding on one line: ``from: activities, measure: count``."""
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

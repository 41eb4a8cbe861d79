"""Messages on wrong calls, in both languages (用法错误)."""

import re
from difflib import get_close_matches
from typing import Any, Final

from typer.exceptions import TyperException

from quanheng.core.bilingual import SERIES, Words
from quanheng.core.errors import QuanhengError

_LEAD: Final = Words("用法有误：", "wrong call: ")


def bad_call(said: Words) -> QuanhengError:
    """The error of a call whose options are wrong or contradict each other."""
    return QuanhengError(Words(_LEAD.zh + said.zh, _LEAD.en + said.en))


def call_fault(error: TyperException, lang: str) -> str:
    """Typer's message on a call, which is in English only, in the given language."""
    has_words = hasattr(error, "format_message")
    said = str(error.format_message() if has_words else error).strip()
    if said.startswith("Usage:"):
        return said
    said += _near(error, lang)
    return _LEAD.text(lang) + Words(_in_chinese(said), said).text(lang)


def _in_chinese(said: str) -> str:
    for pattern, chinese in _SENTENCES:
        if found := pattern.fullmatch(said):
            expanded = found.expand(chinese).replace("'", "")
            return re.sub(r" / |, ", "、", expanded)
    return said


def _near(error: TyperException, lang: str) -> str:
    """The commands with names like an unknown one."""
    group: Any = getattr(getattr(error, "ctx", None), "command", None)
    asked = re.search(r"No such command '([^']*)'", str(error))
    if asked is None or not hasattr(group, "list_commands"):
        return ""
    near = get_close_matches(asked[1], group.list_commands(None), 2, 0.5)
    if not near:
        return ""
    return f" Near: {SERIES.text(lang).join(near)}"


_SENTENCES: Final = tuple(
    (re.compile(pattern, re.DOTALL), chinese)
    for pattern, chinese in (
        (r"Missing argument (.+)\.", r"缺少参数 \1"),
        (r"Missing option (.+)\.", r"缺少选项 \1"),
        (r"No such command (\S+)\.", r"无此命令：\1"),
        (r"No such command (\S+)\..* Near: (.+)", r"无此命令：\1；最接近的是 \2"),
        (r"No such option: (\S+)", r"无此选项：\1"),
        (
            r"No such option: (\S+) \(Possible options: (.+)\)",
            r"无此选项：\1；最接近的是 \2",
        ),
        (r"Option (.+) requires an argument\.", r"选项 \1 缺少取值"),
        (r"Option (.+) does not take a value\.", r"选项 \1 不带取值"),
        (r"Got unexpected extra argument[^(]*(?:\(s\) )?\((.+)\)", r"多余的参数：\1"),
        (
            r"Invalid value for (.+): (.+) is not one of (.+)\.",
            r"选项 \1 的取值 \2 无效，可选 \3",
        ),
        (
            r"Invalid value for (.+): (.+) is not in the range x>=(.+)\.",
            r"选项 \1 的取值 \2 过小，至少为 \3",
        ),
        (
            r"Invalid value for (.+): (.+) is not in the range (.+)\.",
            r"选项 \1 的取值 \2 超出范围 \3",
        ),
        (
            r"Invalid value for (.+): (.+) is not a valid (?:int|integer)(?: range)?\.",
            r"选项 \1 的取值 \2 不是整数",
        ),
        (r"Invalid value for (.+): (.+)", r"选项 \1 的取值无效：\2"),
    )
)
"""Pattern of Typer's message → our Chinese; the first match counts."""

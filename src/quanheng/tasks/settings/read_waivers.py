"""Waiver file → waivers (读取豁免)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from quanheng.audit.after.waivers import Waiver
from quanheng.audit.choosing.selector import require_known
from quanheng.audit.rule import Rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import QuanhengError
from quanheng.core.source import Source
from quanheng.tasks.settings.read_toml import read_toml

ENTRY: Final = "waiver"
NEEDED: Final = ("code", "reason", "by", "until")
KNOWN: Final = (*NEEDED, "file", "at")


def read_waivers(data: bytes, name: str, rules: Sequence[Rule]) -> tuple[Waiver, ...]:
    """The waivers of a file, each an entry ``[[waiver]]``.

    Raises:
        QuanhengError: It is no TOML, a key of an entry is missing or unknown, or a
            rule is unknown.
    """
    content = read_toml(data, name)
    entries = content.get(ENTRY, [])
    if not isinstance(entries, list) or set(content) - {ENTRY}:
        raise QuanhengError(
            Words(
                f"{name} 的内容应为若干 [[{ENTRY}]] 条目",
                f"{name} should hold entries [[{ENTRY}]] and nothing else",
            )
        )
    waivers = tuple(
        _waiver(entry, name, number) for number, entry in enumerate(entries, 1)
    )
    require_known((waiver.code for waiver in waivers), rules)
    return waivers


def _waiver(entry: Mapping[str, Any], name: str, number: int) -> Waiver:
    for key in NEEDED:
        if not entry.get(key):
            raise _error(name, number, Words(f"缺少 {key}", f"lacks {key}"))
    for key, value in entry.items():
        if key not in KNOWN:
            known = listed(KNOWN)
            said = Words(
                f"的 {key} 不是可用的键，可选 {known.zh}",
                f"has an unknown key {key}; choose {known.en}",
            )
            raise _error(name, number, said)
        if key != "until" and not isinstance(value, str):
            said = Words(f"的 {key} 应为文字", f"needs a text as {key}")
            raise _error(name, number, said)
    # Not isinstance: a datetime is a date too.
    if type(entry["until"]) is not date:
        said = Words(
            "的 until 应为日期，如 2026-12-31",
            "needs a date as until, such as 2026-12-31",
        )
        raise _error(name, number, said)
    return Waiver(**entry, entry=Source(key=f"{ENTRY}[{number}]"))


def _error(name: str, number: int, said: Words) -> QuanhengError:
    lead = Words(f"{name} 第{number}条豁免", f"waiver {number} in {name} ")
    return QuanhengError(Words(lead.zh + said.zh, lead.en + said.en))

"""The ledger of duties of a self-evaluation and their rules (审核要求台账)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from quanheng.audit.choosing.selector import reach
from quanheng.audit.rule import Rule
from quanheng.core.bilingual import NO_WORDS, Words

MARKS: Final = {
    "V": Words("已核对", "verified"),
    "M": Words("尚未核对原文", "not yet verified"),
    "P": Words("实务", "practice"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty (要求).

    Attributes:
        part: The subject that it belongs to.
        text: What is required.
        source: The source of the requirement.
        mark: The state of the source: a key of ``MARKS``.
        selectors: The rules for it: codes or beginnings of codes.
        open: What no rule checks yet, and why.
    """

    part: Words
    text: Words
    source: str
    mark: str
    selectors: tuple[str, ...]
    open: Words

    def rules(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The rules for it."""
        return tuple(r for r in rules if any(reach(s, r) for s in self.selectors))


@cache
def duties() -> tuple[Duty, ...]:
    """Every duty, in the order of the ledger."""
    text = files("quanheng.testing").joinpath("duties.yaml").read_text("utf-8")
    parts = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(
        Duty(
            part=Words(**part["part"]),
            text=Words(duty["zh"], duty["en"]),
            source=duty["source"],
            mark=duty["mark"],
            selectors=tuple(duty["rules"].split()),
            open=Words(**duty["open"]) if "open" in duty else NO_WORDS,
        )
        for part in parts
        for duty in part["duties"]
    )


def ledger_page(rules: Sequence[Rule]) -> str:
    """The page of the ledger."""
    listed = duties()
    covered = [duty for duty in listed if duty.rules(rules)]
    whole = [duty for duty in covered if duty.open is NO_WORDS]
    lines = [
        "# 审核要求台账 Ledger",
        "",
        f"共{len(listed)}项要求：{len(whole)}项由规则审核，"
        f"{len(covered) - len(whole)}项部分审核，{len(listed) - len(covered)}项"
        f"尚无规则；规则{len(rules)}条。",
        "",
        f"{len(listed)} duties: {len(whole)} watched over by rules, "
        f"{len(covered) - len(whole)} in part, {len(listed) - len(covered)} by none "
        f"yet; {len(rules)} rules.",
        *_parts(listed, rules),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _parts(listed: Sequence[Duty], rules: Sequence[Rule]) -> Iterator[str]:
    part = NO_WORDS
    for duty in listed:
        if duty.part != part:
            part = duty.part
            yield from ("", f"## {part.zh} {part.en}", "")
            yield "| 要求 duty | 来源 source | 规则 rules | 尚缺 open |"
            yield "|---|---|---|---|"
        serving = "、".join(
            f"[{rule.code}](rules/{rule.code}.md)" for rule in duty.rules(rules)
        )
        mark = MARKS[duty.mark].zh
        source = duty.source if mark in duty.source else f"{duty.source}（{mark}）"
        yield (
            f"| {_cell(duty.text)} | {source} | {serving or '—'} "
            f"| {_cell(duty.open) or '—'} |"
        )


def _cell(words: Words) -> str:
    return f"{words.zh}<br>{words.en}" if words.zh else ""

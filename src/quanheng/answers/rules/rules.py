"""A rule as text (规则说明)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.rules.citations import basis_details, citation_text
from quanheng.answers.rules.example import example_text
from quanheng.answers.rules.parameters import region_text, value_text
from quanheng.audit.rule import Fixing, Need, Rule, Status
from quanheng.core.bilingual import COLON, Words
from quanheng.core.errors import ParameterNotInForceError
from quanheng.law.book import DatedValue, Law, LawBook, WordList
from quanheng.tasks.checking.explain_rule import explanation_text

LABELS = {
    "severity": Words("级别", "severity"),
    "status": Words("状态", "status"),
    "needs": Words("所需材料", "needs"),
    "message": Words("提示语", "message"),
    "fix": Words("修正", "fix"),
    "basis": Words("依据", "basis"),
    "law": Words("参数", "parameters"),
}
FIXING_WORDS = {
    Fixing.NONE: Words("无", "none"),
    Fixing.SAFE: Words("可直接应用", "safe"),
    Fixing.UNSAFE: Words("逐条确认", "one by one"),
}
STATUS_WORDS: Final = {
    Status.PREVIEW: Words(
        "试行，点名或加 --preview 才审核", "preview: only when asked"
    ),
    Status.STABLE: Words("正式", "stable"),
    Status.DEPRECATED: Words("将停用", "deprecated"),
}
NEED_WORDS: Final = {
    Need.REPORT: Words("报告", "the report"),
    Need.LAYOUT: Words("报告的排版", "the report's layout"),
    Need.APPROVED_TARGETS: Words("批复的绩效目标", "the approved targets"),
    Need.PREVIOUS_YEAR: Words("上年自评", "last year's report"),
    Need.PEERS: Words("同部门的其他报告", "reports of the department"),
    Need.EVIDENCE: Words("佐证材料", "evidence"),
    Need.REGISTER: Words("台账", "registers"),
    Need.WORKFLOW: Words("流程记录", "workflow records"),
}
PREVIEW_MARK: Final = Words("试行", "preview")
EXAMPLE: Final = Words("示例", "Example")
_VALUE_SHOWN: Final = 60


def rule_list(rules: Iterable[Rule], lang: str) -> str:
    """All rules by family, one line each; preview rules are marked."""
    blocks = []
    for _, family in groupby(rules, key=lambda rule: rule.family):
        blocks.append("\n".join(_line(rule, lang) for rule in family))
    return "\n\n".join(blocks)


def _line(rule: Rule, lang: str) -> str:
    parts = [rule.code, SEVERITY_WORDS[rule.severity].text(lang), rule.title.text(lang)]
    if rule.status is Status.PREVIEW:
        mark = PREVIEW_MARK.text(lang)
        parts.append(Words(f"（{mark}）", f"({mark})").text(lang))
    return "  ".join(parts)


def rule_text(rule: Rule, book: LawBook, day: date, lang: str) -> str:
    """A rule in full: facts, explanation, example, parameter values on a day."""
    said = [rule.message, *rule.variants.values()]
    facts = {
        "severity": SEVERITY_WORDS[rule.severity].text(lang),
        "status": STATUS_WORDS[rule.status].text(lang),
        "needs": NEED_WORDS[rule.needs].text(lang),
        "message": "\n        ".join(words.text(lang) for words in said),
        "fix": FIXING_WORDS[rule.fixing].text(lang),
        "basis": "\n        ".join(basis_details(rule.basis, book, lang)) or "—",
        "law": "\n        ".join(_parameters(rule, book.law(day), book, lang)) or "—",
    }
    joint = COLON.text(lang)
    lines = [f"{rule.code}  {rule.name}  {rule.title.text(lang)}", ""]
    lines += [f"{LABELS[key].text(lang)}{joint}{text}" for key, text in facts.items()]
    lines += ["", explanation_text(rule, lang)]
    if example := example_text(rule, lang):
        indented = example.replace("\n", "\n    ")
        lines += ["", f"{EXAMPLE.text(lang)}{joint}".rstrip(), f"    {indented}"]
    return "\n".join(lines)


def _parameters(rule: Rule, law: Law, book: LawBook, lang: str) -> Iterator[str]:
    """The parameters of a rule with the values in force, the leading value first."""
    for name in rule.law:
        if listed := book.lexicon.get(name):
            yield f"{name} = {_value(listed, name, book, lang)}"
            continue
        try:
            values = law.versions(name)
        except ParameterNotInForceError:
            yield name
            continue
        yield from (f"{name} = {_value(value, name, book, lang)}" for value in values)


def _value(value: DatedValue | WordList, name: str, book: LawBook, lang: str) -> str:
    shown = value_text(value.value, name, book, lang)
    if len(shown) > _VALUE_SHOWN:
        shown = shown[:_VALUE_SHOWN] + "…"
    source = citation_text(value.cite, book, lang)
    if isinstance(value, DatedValue):
        source = f"{region_text(value, book, lang)}  {source}"
    return f"{shown}  [{source}]"

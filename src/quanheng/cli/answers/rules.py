"""A rule as people read it (规则说明)."""

import inspect
from collections.abc import Iterable
from itertools import groupby

from quanheng.audit.rule import Fixing, Rule
from quanheng.cli.answers.citations import basis_text
from quanheng.cli.answers.findings_text import SEVERITY_WORDS
from quanheng.core.bilingual import Words
from quanheng.law.load import load_book

LABELS = {
    "severity": Words("级别", "severity"),
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


def rule_list(rules: Iterable[Rule], lang: str) -> str:
    """All rules, a line each, by family."""
    blocks = []
    for _, family in groupby(rules, key=lambda rule: rule.family):
        lines = [
            f"{rule.code}  {SEVERITY_WORDS[rule.severity].text(lang)}  "
            f"{rule.title.text(lang)}"
            for rule in family
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def rule_text(rule: Rule, lang: str) -> str:
    """One rule whole: what, why, what it leaves alone, basis."""
    book = load_book()
    said = [rule.message, *rule.variants.values()]
    facts = {
        "severity": SEVERITY_WORDS[rule.severity].text(lang),
        "message": "\n        ".join(words.text(lang) for words in said),
        "fix": FIXING_WORDS[rule.fixing].text(lang),
        "basis": basis_text(rule.basis, book, lang),
        "law": ", ".join(rule.law) or "—",
    }
    joint = ": " if lang == "en" else "："
    lines = [f"{rule.code}  {rule.name}  {rule.title.text(lang)}", ""]
    lines += [f"{LABELS[key].text(lang)}{joint}{text}" for key, text in facts.items()]
    return "\n".join([*lines, "", inspect.getdoc(rule.check) or ""])

"""Write the pages of rules and parameters from the code (生成文档).

``python -m quanheng.testing.pages`` writes ``docs/rules``, ``docs/law``,
``docs/registers.md`` and ``docs/ledger.md``; none of them is tracked.
"""

import shutil
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.rules.citations import basis_text, citation_text
from quanheng.answers.rules.parameters import period, region_text, unit_text, value_text
from quanheng.answers.rules.rules import FIXING_WORDS, NEED_WORDS
from quanheng.audit.after.stale_waivers import FAMILY
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from quanheng.law.book import LawBook, Parameter, WordList
from quanheng.law.load import load_book
from quanheng.tasks.checking.explain_rule import explanation_text
from quanheng.tasks.settings.applied_settings import known_rules
from quanheng.testing.cases import Case, load_cases
from quanheng.testing.ledger import ledger_page
from quanheng.testing.register_pages import registers_page

DOCS = Path("docs")
FOLDERS = (DOCS / "rules", DOCS / "law")
LEXICON = "lexicon.md"
EXAMPLES_SHOWN = 3


def write_pages(root: Path) -> None:
    """Write every page below a folder and remove old ones."""
    for folder in FOLDERS:
        shutil.rmtree(root / folder, ignore_errors=True)
        (root / folder).mkdir(parents=True)
    for path, text in all_pages().items():
        (root / path).write_text(text, "utf-8")


def all_pages() -> Mapping[Path, str]:
    """Every generated page by its path."""
    book, rules = load_book(), known_rules()
    pages = {
        DOCS / "rules" / f"{rule.code}.md": rule_page(rule, _cases(rule), book)
        for rule in rules
    }
    pages |= {
        DOCS / "law" / f"{parameter.name}.md": parameter_page(parameter, book, rules)
        for parameter in book.parameters.values()
    }
    pages[DOCS / "law" / LEXICON] = lexicon_page(book, rules)
    pages[DOCS / "registers.md"] = registers_page()
    pages[DOCS / "ledger.md"] = ledger_page(all_rules())
    pages[DOCS / "rules" / "index.md"] = _rule_index(rules)
    pages[DOCS / "law" / "index.md"] = _parameter_index(book)
    return pages


def _cases(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule; rules on waivers have none."""
    return () if rule.family == FAMILY else load_cases(rule)


def rule_page(rule: Rule, cases: tuple[Case, ...], book: LawBook) -> str:
    """The page of a rule: title, facts, docstring, examples."""
    law = "、".join(f"[{name}](../law/{_page(name, book)})" for name in rule.law) or "—"
    messages = [rule.message, *rule.variants.values()]
    lines = [
        f"# {rule.code} {rule.title.zh}",
        "",
        f"`{rule.name}` · {rule.title.en}",
        "",
        "| | |",
        "|---|---|",
        f"| 级别 severity | {SEVERITY_WORDS[rule.severity].zh} {rule.severity} |",
        f"| 所需材料 needs | {NEED_WORDS[rule.needs].zh} {rule.needs} |",
        f"| 修正 fix | {FIXING_WORDS[rule.fixing].zh} {rule.fixing} |",
        f"| 依据 basis | {basis_text(rule.basis, book, 'zh') or '—'} |",
        f"| 参数 parameters | {law} |",
        f"| 状态 status | {rule.status}，自 {rule.since} 起 |",
        "",
        *(f"> {words.zh}  \n> {words.en}\n" for words in messages),
        explanation_text(rule, "zh"),
        "",
        explanation_text(rule, "en"),
        *(("", "## 示例 Examples", "", *_examples(cases)) if cases else ()),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _examples(cases: tuple[Case, ...]) -> list[str]:
    hits = [case for case in cases if case.expect][:EXAMPLES_SHOWN]
    silent = [case for case in cases if not case.expect][:EXAMPLES_SHOWN]
    lines = [f"- {case.name}：{_said(case.expect[0])}" for case in hits]
    lines += [f"- {case.name}：不报告（{case.outcome}）" for case in silent]
    return lines


def _said(expected: str | Mapping[str, str]) -> str:
    if isinstance(expected, str):
        return expected
    return expected.get("message") or expected.get("at") or "报告"


def parameter_page(parameter: Parameter, book: LawBook, rules: tuple[Rule, ...]) -> str:
    """The page of a parameter: its values by time, and the rules that use it."""
    lines = [
        f"# {parameter.title.zh}",
        "",
        f"`{parameter.name}` · {parameter.title.en}"
        + (f" · {unit}" if (unit := unit_text(parameter, book, "zh")) else ""),
        "",
        "| 适用期间 period | 地区 region | 取值 value | 来源 source |",
        "|---|---|---|---|",
        *(
            f"| {period(value, parameter).zh} | {region_text(value, book, 'zh')} "
            f"| {value_text(value.value, parameter.name, book, 'zh')} "
            f"| {citation_text(value.cite, book, 'zh')} |"
            for value in parameter.values
        ),
    ]
    return "\n".join([*lines, *_used(parameter.name, rules)]) + "\n"


def _used(name: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    links = [f"[{r.code}](../rules/{r.code}.md)" for r in rules if name in r.law]
    if links:
        yield from ("", f"使用它的规则：{'、'.join(links)}")


def lexicon_page(book: LawBook, rules: tuple[Rule, ...]) -> str:
    """The page of all word lists by subject, each with the rules that use it."""
    lines = [
        "# 词表 Lexicon",
        "",
        "读懂报告所用的词，不是法规。Words by which reports are understood; no law.",
    ]
    by_subject = sorted(book.lexicon.values(), key=lambda words: words.subject.en)
    for subject, lists in groupby(by_subject, lambda words: words.subject):
        lines += ["", f"## {subject.zh} {subject.en}"]
        for words in lists:
            lines += ["", *_word_list(words, book), *_used(words.name, rules)]
    return "\n".join(lines) + "\n"


def _word_list(words: WordList, book: LawBook) -> Iterator[str]:
    yield f"### {words.name.removeprefix('words.')}"
    yield f"\n{words.title.zh} · {words.title.en}"
    yield f"\n> {value_text(words.value, words.name, book, 'zh')}"
    yield f"\n{citation_text(words.cite, book, 'zh')}"


def _page(name: str, book: LawBook) -> str:
    """The page of a parameter or word list."""
    if name in book.lexicon:
        return f"{LEXICON}#{name.removeprefix('words.')}"
    return f"{name}.md"


def _rule_index(rules: tuple[Rule, ...]) -> str:
    lines = ["# 规则 Rules", "", "| 代码 | 级别 | 规则 | rule |", "|---|---|---|---|"]
    lines += [
        f"| [{rule.code}]({rule.code}.md) | {SEVERITY_WORDS[rule.severity].zh} "
        f"| {rule.title.zh} | {rule.title.en} |"
        for rule in rules
    ]
    return "\n".join(lines) + "\n"


def _parameter_index(book: LawBook) -> str:
    lines = ["# 法规参数 Law", "", "| 参数 | 名称 | title |", "|---|---|---|"]
    lines += [
        f"| [{name}]({_page(name, book)}) | {entry.title.zh} | {entry.title.en} |"
        for name, entry in book.entries.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_pages(Path())

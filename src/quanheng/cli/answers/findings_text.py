"""Findings on the terminal: grouped, with the quoted cell (审核结果文本)."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quanheng.audit.engine import Finding, Outcome
from quanheng.audit.rule import Severity
from quanheng.cli.answers.citations import basis_text
from quanheng.cli.answers.findings_json import project_name
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.core.source import Source
from quanheng.law.book import LawBook
from quanheng.scoring.scorecard import Scorecard
from quanheng.tasks.check_report import CheckedProject

SEVERITY_WORDS: Final = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.INFO: Words("提示", "info"),
}
STYLES: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}
OUTCOME_WORDS: Final = {
    Outcome.HIT: Words("命中", "hit"),
    Outcome.CLEAN: Words("未发现问题", "clean"),
    Outcome.NOT_APPLICABLE: Words("不适用", "not applicable"),
    Outcome.INSUFFICIENT_DATA: Words("数据不足", "insufficient data"),
    Outcome.NOT_GIVEN: Words("未提供材料", "not given"),
    Outcome.CRASHED: Words("规则出错", "crashed"),
}
QUOTE_LENGTH: Final = 60
PLACES_SHOWN: Final = 3


def print_findings(
    checked: Sequence[tuple[str, Sequence[CheckedProject]]], lang: str
) -> None:
    """Print the answer of ``check --format text``."""
    console = Console(highlight=False, soft_wrap=False)
    for file, projects in checked:
        for project in projects:
            _print_project(console, file, project, lang)


def _print_project(
    console: Console, file: str, checked: CheckedProject, lang: str
) -> None:
    console.print(Text(file, "bold"), Text(project_name(checked.project) or "", "bold"))
    console.print(score_line(checked.scorecard, lang))
    grouped = groupby(checked.findings, key=lambda finding: finding.severity)
    for severity, findings in grouped:
        listed = list(findings)
        console.print()
        word = SEVERITY_WORDS[severity].text(lang)
        console.print(Text(f"{word} {len(listed)}", STYLES[severity]))
        for finding in listed:
            _print_finding(console, finding, checked.law.book, lang)
    console.print()
    for verdict in checked.outcomes(Outcome.CRASHED):
        console.print(Text(f"{verdict.rule.code} {verdict.crash}", "red"))
    console.print(summary_line(checked, lang))
    console.print()


def _print_finding(
    console: Console, finding: Finding, book: LawBook, lang: str
) -> None:
    style = STYLES[finding.severity]
    head = Text.assemble((f"  {finding.rule.code}", style), "  ", finding.message(lang))
    console.print(head)
    place = Text.assemble((places(finding, lang), "dim"))
    if finding.hit.quote:
        place.append("  │ ", "dim")
        place.append(shortened(finding.hit.quote))
    lines = [place]
    if finding.hit.edit:
        lines.append(Text.assemble((_should_be(finding, lang), "green")))
    lines.append(Text(basis_text(finding.rule.basis, book, lang), "dim"))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 9)))


def places(finding: Finding, lang: str) -> str:
    """The place of a finding and its first further ones."""
    sources: tuple[Source, ...] = (finding.hit.at, *finding.hit.also)
    shown = [source.text(lang) for source in sources[:PLACES_SHOWN]]
    rest = len(sources) - len(shown)
    if not rest:
        return "; ".join(shown) if lang == "en" else "、".join(shown)
    if lang == "en":
        return "; ".join(shown) + f" and {rest} more"
    return "、".join(shown) + f"等{len(sources)}处"


def shortened(text: str) -> str:
    """A quote on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_LENGTH else line[: QUOTE_LENGTH - 1] + "…"


def _should_be(finding: Finding, lang: str) -> str:
    edit = finding.hit.edit
    new = shortened(edit.new) if edit else ""
    return f"should be: {new}" if lang == "en" else f"应为：{new}"


def score_line(card: Scorecard, lang: str) -> Text:
    """Stated and recomputed score side by side."""
    stated = "—" if card.stated_total is None else plain(card.stated_total)
    grade = card.stated_grade or "—"
    confirmed, rest = plain(card.confirmed), plain(card.not_computable)
    if lang == "en":
        line = f"stated {stated} points, grade {grade}; recomputed "
        line += f"{confirmed} confirmed" + (
            f", {rest} not computable" if rest != "0" else ""
        )
        return Text(line + (f", grade {card.grade}" if card.grade else ""))
    line = f"自评 {stated} 分，等级 {grade}；复算可确认 {confirmed} 分"
    line += f"，无法计算 {rest} 分" if rest != "0" else ""
    return Text(line + (f"，等级 {card.grade}" if card.grade else ""))


def summary_line(checked: CheckedProject, lang: str) -> Text:
    """How many findings and what became of the other rules."""
    counts = [
        f"{OUTCOME_WORDS[outcome].text(lang)} {number}"
        for outcome in Outcome
        if (number := len(checked.outcomes(outcome)))
    ]
    found = len(checked.findings)
    if lang == "en":
        return Text(f"{found} findings; rules: " + ", ".join(counts), "bold")
    return Text(f"共 {found} 处问题；规则：" + "，".join(counts), "bold")

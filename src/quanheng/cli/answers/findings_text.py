"""Findings on the terminal: grouped, each with its quoted place (审核结果文本)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.cells import cell_len

from quanheng.audit.engine import Finding, Outcome
from quanheng.audit.opinion import OPINION_LABEL, Result
from quanheng.audit.rule import Edit, Severity
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.citations import basis_text
from quanheng.cli.answers.edits import common_start
from quanheng.cli.answers.findings_json import project_name
from quanheng.cli.answers.not_judged import NOT_JUDGED, by_reason
from quanheng.cli.answers.standing import closed_text, standing_text
from quanheng.cli.answers.terminal import (
    carets,
    coloured,
    dim,
    folded,
    width,
    window,
)
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import LawBook
from quanheng.law.load import load_book
from quanheng.scoring.scorecard import Scorecard
from quanheng.tasks.check_report import CheckedProject

SEVERITY_WORDS: Final = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.INFO: Words("提示", "info"),
}
COLOURS: Final = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}
RESULT_COLOURS: Final = {
    Result.PASSED: "green",
    Result.NEEDS_CHANGES: "yellow",
    Result.NOT_CREDIBLE: "red",
    Result.UNDECIDED: "cyan",
}
OUTCOME_WORDS: Final = {
    Outcome.HIT: Words("命中", "hit"),
    Outcome.CLEAN: Words("未发现问题", "clean"),
    Outcome.NOT_APPLICABLE: Words("不适用", "not applicable"),
    Outcome.INSUFFICIENT_DATA: Words("数据不足", "insufficient data"),
    Outcome.NOT_GIVEN: Words("未提供材料", "not given"),
    Outcome.CRASHED: Words("规则出错", "crashed"),
}
PLACES_SHOWN: Final = 3
INDENT: Final = 9
_QUOTED: Final = re.compile("“([^”]+)”")


def findings_text(checked: Sequence[CheckedFile], lang: str) -> str:
    """The answer of ``check --format text``."""
    return "\n".join(line for file in checked for line in _file(file, lang))


def _file(file: CheckedFile, lang: str) -> Iterator[str]:
    for project in file.projects:
        yield from _project(file.path, project, lang)
    if file.own:
        yield coloured(file.path, bold=True)
        for finding in file.own:
            yield from _finding(finding, load_book(), lang)
        yield ""


def _project(file: str, checked: CheckedProject, lang: str) -> Iterator[str]:
    name = project_name(checked.project) or ""
    yield coloured(f"{file}  {name}".rstrip(), bold=True)
    yield score_line(checked.scorecard, lang)
    for severity, findings in groupby(checked.findings, key=lambda f: f.severity):
        listed = list(findings)
        word = SEVERITY_WORDS[severity].text(lang)
        yield ""
        yield coloured(f"{word} {len(listed)}", COLOURS[severity], bold=True)
        for finding in listed:
            yield from _finding(finding, checked.law.book, lang)
    for verdict in checked.outcomes(Outcome.CRASHED):
        yield coloured(f"{verdict.rule.code} {verdict.crash}", "red")
    yield from _not_judged(checked, lang)
    yield ""
    yield opinion_line(checked, lang)
    yield coloured(summary_line(checked, lang), bold=True)
    yield ""


def _not_judged(checked: CheckedProject, lang: str) -> Iterator[str]:
    found = by_reason(checked)
    if not found:
        return
    yield ""
    yield coloured(f"{NOT_JUDGED.text(lang)} {len(found)}", bold=True)
    for reason, codes in found.items():
        said = f"{reason.text(lang)} ({', '.join(codes)})"
        if lang != "en":
            said = f"{reason.text(lang)}（{'、'.join(codes)}）"
        yield f"  {folded(said, 2)}"


def _finding(finding: Finding, book: LawBook, lang: str) -> Iterator[str]:
    margin = " " * INDENT
    code = coloured(f"  {finding.rule.code}", COLOURS[finding.severity], bold=True)
    message = finding.message(lang)
    yield f"{code}  {folded(message, INDENT)}"
    yield from (margin + line for line in _place(finding, message, lang))
    if finding.hit.edits:
        yield margin + coloured(_should_be(finding.hit.edits, lang), "green")
    if basis := basis_text(finding.rule.basis, book, lang):
        yield margin + dim(folded(basis, INDENT))
    if standing := standing_text(finding, lang):
        yield margin + coloured(folded(standing, INDENT), "green")


def _place(finding: Finding, message: str, lang: str) -> Iterator[str]:
    """Where it stands and what stands there; what the message quotes is marked."""
    where = places(finding, lang)
    quote = " ".join(finding.hit.quote.split())
    if not quote:
        yield dim(where)
        return
    before = f"{where} │ "
    room = max(width() - INDENT - 2 * len(where) - 3, 24)
    quoted = next((words for words in _QUOTED.findall(message) if words in quote), "")
    line = window(quote, quoted, room)
    yield dim(before) + line
    if marked := carets(line, quoted):
        colour = COLOURS[finding.severity]
        yield coloured(" " * cell_len(before) + marked, colour)


def _should_be(edits: Sequence[Edit], lang: str) -> str:
    first = _changed(edits[0].old, edits[0].new)
    rest = len(edits) - 1
    if lang == "en":
        return f"should be: {first}" + (f" and {rest} more" if rest else "")
    return f"应为：{first}" + (f"（共{rest + 1}处）" if rest else "")


def _changed(old: str, new: str) -> str:
    """The new text, narrowed to what differs where it is long."""
    start = common_start(old, new)
    return window(new, new[start : start + 8], width() - INDENT - 12)


def places(finding: Finding, lang: str) -> str:
    """The place of a finding and its first further ones."""
    sources = (finding.hit.at, *finding.hit.also)
    shown = [source.text(lang) for source in sources[:PLACES_SHOWN]]
    rest = len(sources) - len(shown)
    if lang == "en":
        return "; ".join(shown) + (f" and {rest} more" if rest else "")
    return "、".join(shown) + (f"等{len(sources)}处" if rest else "")


def score_line(card: Scorecard, lang: str) -> str:
    """Stated and recomputed score side by side."""
    stated = "—" if card.stated_total is None else plain(card.stated_total)
    grade = card.stated_grade or "—"
    if lang == "en":
        return f"stated {stated} points, grade {grade}; {_recomputed(card, lang)}"
    return f"自评{stated}分，等级{grade}；{_recomputed(card, lang)}"


def _recomputed(card: Scorecard, lang: str) -> str:
    if all(row.recomputed is None for row in card.rows):
        return Words("无可复算的得分", "no score can be recomputed").text(lang)
    confirmed, rest = plain(card.confirmed), card.not_computable
    if lang == "en":
        line = f"recomputed {confirmed} confirmed"
        line += f", {plain(rest)} not computable" if rest else ""
        return line + (f", grade {card.grade}" if card.grade else "")
    line = f"复算可确认{confirmed}分"
    line += f"，无法计算{plain(rest)}分" if rest else ""
    return line + (f"，等级{card.grade}" if card.grade else "")


def opinion_line(checked: CheckedProject, lang: str) -> str:
    """The opinion on the project, in its colour."""
    opinion = checked.opinion
    label = OPINION_LABEL.text(lang) + (": " if lang == "en" else "：")
    said = coloured(opinion.text(lang), RESULT_COLOURS[opinion.result], bold=True)
    return label + said


def summary_line(checked: CheckedProject, lang: str) -> str:
    """How many findings, and what became of the rules."""
    counts = [
        f"{OUTCOME_WORDS[outcome].text(lang)} {number}"
        for outcome in Outcome
        if (number := len(checked.outcomes(outcome)))
    ]
    found, closed = len(checked.findings), closed_text(checked.findings, lang)
    if lang == "en":
        of_these = f" ({closed})" if closed else ""
        return f"{found} findings{of_these}; rules: " + ", ".join(counts)
    of_these = f"（{closed}）" if closed else ""
    return f"共 {found} 处问题{of_these}；规则：" + "，".join(counts)

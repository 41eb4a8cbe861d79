"""Findings on the terminal, by severity, each with its quoted text (审核结果文本)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.cells import cell_len

from quanheng.answers.findings.edits import common_start
from quanheng.answers.findings.json import project_name
from quanheng.answers.findings.not_judged import NOT_JUDGED, by_reason
from quanheng.answers.findings.waived_or_known import (
    uncounted_text,
    waived_or_known_text,
)
from quanheng.answers.looks import (
    COLOURS,
    NEED_WORDS,
    NONE,
    OUTCOME_WORDS,
    RESULT_COLOURS,
    SEVERITY_WORDS,
    number_text,
)
from quanheng.answers.manner import Manner, Part
from quanheng.answers.overview.overview import Overview, Row, rows_of
from quanheng.answers.overview.text import overview_lines
from quanheng.answers.rules.citations import basis_text
from quanheng.answers.terminal import carets, coloured, dim, folded, width, window
from quanheng.audit.after.opinion import OPINION_LABEL
from quanheng.audit.engine import Finding, Outcome
from quanheng.audit.rule import Edit
from quanheng.core.bilingual import COLON, COMMA, SERIES, Words, bracketed
from quanheng.core.quantity import plain
from quanheng.core.unread import unread_text
from quanheng.law.book import LawBook
from quanheng.scoring.scorecard import Scorecard
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.tasks.checking.checked_file import CheckedFile

PLACES_SHOWN: Final = 3
GRAVEST_SHOWN: Final = 3
"""Findings that are listed of each of several reports."""
INDENT: Final = 9
_QUOTED: Final = re.compile("“([^”]+)”")


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer for one file (一份文件的答复)."""

    rows: tuple[Row, ...]
    text: str


def answer_file(file: CheckedFile, place: int, manner: Manner) -> FileAnswer:
    """The text of one file: whole, or its gravest findings."""
    lang = manner.lang
    if not manner.several:
        return FileAnswer((), "\n".join(_file(file, manner)))
    shown = _file(file, manner) if manner.full else _gravest(file, lang)
    return FileAnswer(tuple(rows_of(file, place, lang)), "\n".join(shown))


def join_answers(answers: Iterable[FileAnswer], manner: Manner) -> Iterator[Part]:
    """The answer of ``check --format text``; several reports begin with an overview."""
    files = list(answers)
    if manner.several:
        overview = Overview(row for file in files for row in file.rows)
        head = "\n".join(overview_lines(overview, manner))
        files.sort(key=lambda file: min((row.gravity for row in file.rows), default=()))
        files.insert(0, FileAnswer((), head))
    yield Part("\n".join(file.text for file in files if file.text))


def _file(file: CheckedFile, manner: Manner) -> Iterator[str]:
    lang = manner.lang
    yield from _unread(file, lang)
    for project in file.projects:
        yield from _project(file.path, project, lang)
    if file.own:
        yield coloured(file.path, bold=True)
        for finding in file.own:
            yield from _finding(finding, manner.book, lang)
        yield ""


def _unread(file: CheckedFile, lang: str) -> Iterator[str]:
    for sentence in unread_text(file.unread, lang):
        yield coloured(f"{file.path}  {sentence}", "yellow", bold=True)


def _gravest(file: CheckedFile, lang: str) -> Iterator[str]:
    """Verdict and gravest findings of each project, one line each."""
    yield from _unread(file, lang)
    for project in file.projects:
        yield _title(file.path, project)
        yield opinion_line(project, lang)
        for finding in project.findings[:GRAVEST_SHOWN]:
            yield _message(finding, lang)
        if rest := len(project.findings[GRAVEST_SHOWN:]):
            said = Words(f"  另有{rest}处问题", f"  {rest} more").text(lang)
            yield dim(said)
        yield ""
    if file.own:
        yield coloured(file.path, bold=True)
        yield from (_message(finding, lang) for finding in file.own)
        yield ""


def _title(file: str, checked: CheckedProject) -> str:
    name = project_name(checked.project) or ""
    return coloured(f"{file}  {name}".rstrip(), bold=True)


def _message(finding: Finding, lang: str) -> str:
    code = coloured(f"  {finding.rule.code}", COLOURS[finding.severity], bold=True)
    return f"{code}  {folded(finding.message(lang), INDENT)}"


def _project(file: str, checked: CheckedProject, lang: str) -> Iterator[str]:
    yield _title(file, checked)
    yield folded(score_line(checked.scorecard, lang), 0)
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
    yield coloured(folded(summary_line(checked, lang), 0), bold=True)
    if missing := missing_line(checked, lang):
        yield dim(folded(missing, 0))
    yield ""


def _not_judged(checked: CheckedProject, lang: str) -> Iterator[str]:
    found = by_reason(checked)
    if not found:
        return
    yield ""
    yield coloured(f"{NOT_JUDGED.text(lang)} {len(found)}", bold=True)
    for reason, codes in found.items():
        listed = bracketed(SERIES.text(lang).join(codes)).text(lang)
        yield f"  {folded(reason.text(lang) + listed, 2)}"


def _finding(finding: Finding, book: LawBook, lang: str) -> Iterator[str]:
    margin = " " * INDENT
    yield _message(finding, lang)
    yield from (margin + line for line in _place(finding, finding.message(lang), lang))
    if finding.hit.edits:
        yield margin + coloured(_should_be(finding.hit.edits, lang), "green")
    if basis := basis_text(finding.rule.basis, book, lang):
        yield margin + dim(folded(basis, INDENT))
    if accepted := waived_or_known_text(finding, lang):
        yield margin + coloured(folded(accepted, INDENT), "green")


def _place(finding: Finding, message: str, lang: str) -> Iterator[str]:
    """The place and its text, with carets below the words that the message quotes."""
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
    return Words(
        f"应为：{first}" + (f"（共{rest + 1}处）" if rest else ""),
        f"should be: {first}" + (f" and {rest} more" if rest else ""),
    ).text(lang)


def _changed(old: str, new: str) -> str:
    """The new text; of a long one the part that differs."""
    start = common_start(old, new)
    return window(new, new[start : start + 8], width() - INDENT - 12)


def places(finding: Finding, lang: str) -> str:
    """The place of a finding and its first further places."""
    sources = (finding.hit.at, *finding.hit.also)
    shown = [source.text(lang) for source in sources[:PLACES_SHOWN]]
    rest = len(sources) - len(shown)
    return Words(
        "、".join(shown) + (f"等{len(sources)}处" if rest else ""),
        "; ".join(shown) + (f" and {rest} more" if rest else ""),
    ).text(lang)


def score_line(card: Scorecard, lang: str) -> str:
    """Stated and recomputed score on one line."""
    stated = number_text(card.stated_total)
    grade = card.stated_grade or NONE
    return Words(
        f"自评{stated}分，等级{grade}；{_recomputed(card, lang)}",
        f"stated {stated} points, grade {grade}; {_recomputed(card, lang)}",
    ).text(lang)


def _recomputed(card: Scorecard, lang: str) -> str:
    if all(row.recomputed is None for row in card.rows):
        return Words("无可复算的得分", "no score can be recomputed").text(lang)
    confirmed, rest = plain(card.confirmed), plain(card.not_computable)
    parts = [Words(f"复算可确认{confirmed}分", f"recomputed {confirmed} confirmed")]
    if card.not_computable:
        parts.append(Words(f"无法计算{rest}分", f"{rest} not computable"))
    if card.grade:
        parts.append(Words(f"等级{card.grade}", f"grade {card.grade}"))
    return COMMA.text(lang).join(part.text(lang) for part in parts)


def opinion_line(checked: CheckedProject, lang: str) -> str:
    """The verdict on a project, coloured."""
    opinion = checked.opinion
    label = OPINION_LABEL.text(lang) + COLON.text(lang)
    said = folded(label + opinion.text(lang), 0).removeprefix(label)
    return label + coloured(said, RESULT_COLOURS[opinion.result], bold=True)


def summary_line(checked: CheckedProject, lang: str) -> str:
    """How many findings there are, and how many rules had which outcome."""
    counts = {outcome: len(checked.outcomes(outcome)) for outcome in Outcome}
    found, closed = len(checked.findings), uncounted_text(checked.findings, lang)
    of_these = bracketed(closed).text(lang) if closed else ""
    rules = sum(counts.values())
    head = Words(
        f"共{found}处问题{of_these}；共审核{rules}项，其中",
        f"{found} findings{of_these}; {rules} rules: ",
    )
    became = (
        _counted(OUTCOME_WORDS[way], n).text(lang) for way, n in counts.items() if n
    )
    return head.text(lang) + SERIES.text(lang).join(became)


def _counted(what: Words, number: int) -> Words:
    return Words(f"{what.zh}{number}项", f"{what.en} {number}")


def missing_line(checked: CheckedProject, lang: str) -> str:
    """The papers that further rules need, with their options."""
    needs = Counter(v.rule.needs for v in checked.outcomes(Outcome.NOT_GIVEN))
    listed = [
        Words(
            f"{NEED_WORDS[need].zh}{number}项",
            f"{NEED_WORDS[need].text(lang)} {number}",
        ).text(lang)
        for need, number in needs.items()
        if need in NEED_WORDS
    ]
    if not listed:
        return ""
    return Words(
        f"补充下列材料可再审核：{'、'.join(listed)}",
        f"papers that would let more rules be asked: {', '.join(listed)}",
    ).text(lang)

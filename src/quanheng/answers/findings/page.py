"""A page with the findings beside the document (审核结果页).

It loads no other file and is complete without its script, which only filters.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Final
from urllib.parse import quote

from quanheng.answers.assets import asset
from quanheng.answers.findings.edits import should_be
from quanheng.answers.findings.marked_document import MarkedDocument, Note
from quanheng.answers.findings.project_html import (
    outcomes_markup,
    scores_markup,
    summary_markup,
)
from quanheng.answers.findings.text import places
from quanheng.answers.findings.waived_or_known import waived_or_known_text
from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.manner import Manner
from quanheng.answers.overview.html import OVERVIEW
from quanheng.answers.rules.citations import basis_details
from quanheng.answers.rules.families import FAMILY_WORDS
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import LANGUAGE_TAG, Words
from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.document.blocks import Document
from quanheng.law.book import LawBook
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.writers.html.page import page
from quanheng.writers.html.text import attribute, text

TITLE: Final = Words("审核结果", "Audit")
FINDINGS: Final = Words("问题", "Findings")
ORIGINAL: Final = Words("报告原文", "The report")
SCORES: Final = Words("得分复算", "Scores recomputed")
RULES: Final = Words("规则结论", "Outcomes of the rules")
FILTER: Final = Words("筛选", "Filter")
SEVERITY: Final = Words("级别", "Severity")
FAMILY: Final = Words("类别", "Family")
PLACE: Final = Words("位置", "Place")
ALL: Final = Words("全部", "all")
SHOWN: Final = Words("显示", "shown")
RESET: Final = Words("重置", "Reset")
SHOULD_BE: Final = Words("应为：", "should be: ")
NOTHING: Final = Words("未发现问题", "No findings")
BODY_TEXT: Final = Words("正文", "running text")
WHOLE: Final = Words("全文", "whole file")


@dataclass(frozen=True, slots=True)
class _Item:
    """A finding with its number on the page."""

    number: int
    finding: Finding

    def note(self, lang: str) -> Note:
        finding = self.finding
        hit = finding.hit
        word = SEVERITY_WORDS[finding.severity].text(lang)
        title = finding.rule.title.text(lang)
        label = f"{FINDINGS.text(lang)} {self.number} {word} {title}"
        return Note(self.number, finding.severity, label, hit.at, hit.quote, hit.also)


@dataclass(frozen=True)
class _Part:
    """One file on the page."""

    number: int
    file: CheckedFile
    items: tuple[_Item, ...]
    book: LawBook
    lang: str

    @cached_property
    def document(self) -> MarkedDocument:
        shown = self.file.document or Document(self.file.path, ())
        notes = (item.note(self.lang) for item in self.items)
        return MarkedDocument(shown, notes, f"d{self.number}b")


def findings_page(checked: Sequence[CheckedFile], manner: Manner) -> str:
    """The page of some files, with a link to the overview if there is one."""
    lang, numbers = manner.lang, count(1)
    parts = [
        _Part(
            place,
            file,
            tuple(_Item(next(numbers), finding) for finding in file.findings),
            manner.book,
            lang,
        )
        for place, file in enumerate(checked, 1)
    ]
    items = [item for part in parts for item in part.items]
    title = f"{TITLE.text(lang)} {_named(checked, lang)}"
    content = "\n".join(
        [
            f'<header class="ui">{_way_back(manner.index, lang)}'
            f"<h1>{text(title)}</h1></header>",
            _filters(items, lang),
            *(_part(part, lang) for part in parts),
        ]
    )
    return page(
        title,
        content,
        lang=LANGUAGE_TAG.text(lang),
        style=asset("findings.css"),
        script=asset("findings.js"),
    )


def _way_back(index: str, lang: str) -> str:
    if not index:
        return ""
    target = attribute(quote(f"../{index}"))
    return f'<p><a href="{target}">← {OVERVIEW.text(lang)}</a></p>'


def _named(checked: Sequence[CheckedFile], lang: str) -> str:
    """The path of the one file, or the number of files."""
    if len(checked) == 1:
        return checked[0].path
    return Words(f"{len(checked)}份文件", f"{len(checked)} files").text(lang)


def _filters(items: Sequence[_Item], lang: str) -> str:
    """The filters of the script; hidden where no script runs."""
    severities = Counter(item.finding.severity for item in items)
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{severity.value}" '
        f"checked> {SEVERITY_WORDS[severity].text(lang)} {severities[severity]}</label>"
        for severity in Severity
    )
    families = Counter(item.finding.rule.family for item in items)
    groups = Counter(_group(item.finding.hit.at, lang) for item in items)
    named = {
        code: f"{code} {FAMILY_WORDS[code].text(lang)}" for code in sorted(families)
    }
    return (
        f'<form class="filters card ui" aria-label="{FILTER.text(lang)}" hidden>'
        f"<fieldset><legend>{SEVERITY.text(lang)}</legend>{boxes}</fieldset>"
        + _select("family", FAMILY.text(lang), named, families, lang)
        + _select("place", PLACE.text(lang), {g: g for g in groups}, groups, lang)
        + f'<button type="reset">{RESET.text(lang)}</button>'
        f'<span>{SHOWN.text(lang)} <output name="shown" role="status"></output></span>'
        "</form>"
    )


def _select(
    name: str, label: str, options: dict[str, str], counts: Counter[str], lang: str
) -> str:
    listed = "".join(
        f'<option value="{attribute(value)}">{text(said)} ({counts[value]})</option>'
        for value, said in options.items()
    )
    return (
        f'<label>{label} <select name="{name}">'
        f'<option value="">{ALL.text(lang)}</option>{listed}</select></label>'
    )


def _group(at: Source, lang: str) -> str:
    """The part of the file that a place is in: a table, a sheet, the text."""
    if at.key:
        return at.key.partition(".")[0].partition("[")[0]
    if at.sheet:
        return Source(sheet=at.sheet).text(lang)
    if at.table:
        return Source(table=at.table).text(lang)
    return (BODY_TEXT if at.paragraph else WHOLE).text(lang)


def _part(part: _Part, lang: str) -> str:
    file = part.file
    if not file.projects:
        said = f"<p>{text(file.error.text(lang))}</p>" if file.error else ""
        listed = _findings(part, lang) if part.items else ""
        return (
            f'<section class="card ui"><h2>{text(file.path)}</h2>{said}</section>'
            f"{listed}"
        )
    unread = "".join(
        f'<p class="unread">{text(sentence)}</p>'
        for sentence in unread_text(file.unread, lang)
    )
    summaries = "".join(
        summary_markup(project, file.path, lang) for project in file.projects
    )
    return "\n".join(
        [
            f'<div class="ui">{unread}{summaries}{_jumps(part, lang)}</div>',
            f'<div class="desk">{_findings(part, lang)}{_original(part, lang)}</div>',
            *_appendix(part, lang),
        ]
    )


def _jumps(part: _Part, lang: str) -> str:
    links = "".join(
        f'<a href="#{name}{part.number}">{words.text(lang)}</a>'
        for name, words in (
            ("findings", FINDINGS),
            ("original", ORIGINAL),
            ("scores", SCORES),
            ("rules", RULES),
        )
    )
    label = attribute(part.file.path)
    return f'<nav class="jump" aria-label="{label}">{links}</nav>'


def _findings(part: _Part, lang: str) -> str:
    listed = "".join(_finding(item, part, lang) for item in part.items)
    content = (
        f'<ol class="findings">{listed}</ol>'
        if listed
        else f"<p>{NOTHING.text(lang)}</p>"
    )
    return (
        f'<section class="pane ui" id="findings{part.number}">'
        f"<h2>{FINDINGS.text(lang)} {len(part.items)}</h2>{content}</section>"
    )


def _finding(item: _Item, part: _Part, lang: str) -> str:
    finding, hit = item.finding, item.finding.hit
    severity = finding.severity
    where = text(places(finding, lang))
    if part.document.shows(item.note(lang)):
        where = f'<a href="#m{item.number}">{where}</a>'
    quote = f" <q>{text(hit.quote)}</q>" if hit.quote else ""
    lines = [
        f'<p><span class="number">{item.number}</span>'
        f'<span class="chip">{SEVERITY_WORDS[severity].text(lang)}</span>'
        f'<span class="code">{finding.rule.code}</span>'
        f"{text(finding.rule.title.text(lang))}</p>",
        f'<p class="what">{text(finding.message(lang))}</p>',
        f'<p class="place">{where}{quote}</p>',
    ]
    if hit.edits:
        said = text(should_be(hit.edits, lang))
        lines.append(f'<p class="should">{SHOULD_BE.text(lang)}{said}</p>')
    if accepted := waived_or_known_text(finding, lang):
        lines.append(f"<p>{text(accepted)}</p>")
    for source in basis_details(finding.rule.basis, part.book, lang):
        lines.append(f'<p class="basis">{text(source)}</p>')
    return (
        f'<li id="f{item.number}" data-severity="{severity.value}" '
        f'data-family="{finding.rule.family}" '
        f'data-place="{attribute(_group(hit.at, lang))}">{"".join(lines)}</li>'
    )


def _original(part: _Part, lang: str) -> str:
    return (
        f'<article class="report" id="original{part.number}" lang="zh-CN" '
        f'aria-label="{ORIGINAL.text(lang)}">{part.document.markup()}</article>'
    )


def _appendix(part: _Part, lang: str) -> Iterator[str]:
    yield _section(
        f"scores{part.number}",
        SCORES.text(lang),
        (scores_markup(project, lang) for project in part.file.projects),
    )
    yield _section(
        f"rules{part.number}",
        RULES.text(lang),
        (outcomes_markup(project, lang) for project in part.file.projects),
    )


def _section(name: str, title: str, content: Iterable[str]) -> str:
    return (
        f'<section class="card ui" id="{name}"><h2>{title}</h2>'
        f"{''.join(content)}</section>"
    )

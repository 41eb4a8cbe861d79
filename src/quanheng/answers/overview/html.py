"""The overview of many reports as a page with links to each (总览网页).

It loads no other file and is complete without its script, which only sorts and
filters. It is kept small: details are on the page of each report.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from quanheng.answers.assets import asset
from quanheng.answers.looks import NONE, SEVERITY_WORDS
from quanheng.answers.manner import Manner
from quanheng.answers.overview.overview import FREQUENCY_COLUMNS, Overview, Row
from quanheng.audit.after.opinion import Result
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import LANGUAGE_TAG, Words
from quanheng.writers.html.page import page
from quanheng.writers.html.text import attribute, text

OVERVIEW: Final = Words("审核总览", "Overview of the audit")
_COLUMNS: Final = (
    Words("单位", "unit"),
    Words("项目", "project"),
    Words("结论", "verdict"),
    Words("自评", "stated"),
    Words("复算", "recomputed"),
    *(SEVERITY_WORDS[severity] for severity in Severity),
    Words("文件", "file"),
)
_NUMBERS: Final = range(3, 8)
_FREQUENCIES: Final = Words("最常见的问题", "Found most often")
_MOST_FREQUENT: Final = 20
_WAIVERS: Final = Words("豁免文件", "Waiver files")
_SEARCH: Final = Words("查找", "Find")
_VERDICT: Final = Words("结论", "Verdict")
_ALL: Final = Words("全部", "all")
_SHOWN: Final = Words("显示", "shown")
_KEYS: Final = {
    Result.NOT_CREDIBLE: "bad",
    Result.NEEDS_CHANGES: "change",
    Result.UNDECIDED: "open",
    Result.PASSED: "pass",
}
"""The names of verdicts in the style sheet."""


def page_name(index: str, place: int) -> str:
    """The file of a report's own page, as seen from the overview."""
    return f"{PurePath(index).stem}_files/{place + 1:04d}.html"


def overview_page(overview: Overview, own: Sequence[int], manner: Manner) -> str:
    """The page; ``own`` are the places of waiver files, which have pages too."""
    lang, index = manner.lang, manner.index
    title = OVERVIEW.text(lang)
    content = "\n".join(
        [
            f'<header class="ui"><h1>{title}</h1>'
            f"<p>{text(overview.summary(lang))}</p></header>",
            _filters(overview, lang),
            _reports(overview, index, lang),
            _frequencies(overview, lang),
            *_waiver_files(own, index, lang),
        ]
    )
    return page(
        title,
        content,
        lang=LANGUAGE_TAG.text(lang),
        style=asset("findings.css") + asset("overview.css"),
        script=asset("overview.js"),
    )


def _filters(overview: Overview, lang: str) -> str:
    """The filters of the script; hidden where no script runs."""
    ways = {row.result_text(lang): row.result for row in overview.rows}
    options = "".join(
        f'<option value="{attribute(said)}">{text(said)} ({overview.results[way]})'
        "</option>"
        for said, way in ways.items()
    )
    return (
        f'<form class="filters card ui" aria-label="{_SEARCH.text(lang)}" hidden>'
        f'<label>{_SEARCH.text(lang)} <input type="search" name="words"></label>'
        f'<label>{_VERDICT.text(lang)} <select name="result">'
        f'<option value="">{_ALL.text(lang)}</option>{options}</select></label>'
        f'<span>{_SHOWN.text(lang)} <output name="shown" role="status"></output></span>'
        "</form>"
    )


def _reports(overview: Overview, index: str, lang: str) -> str:
    """The reports, without optional end tags: there may be thousands."""
    title = OVERVIEW.text(lang)
    heads = "".join(
        f'<th scope="col"{_numeric(n)}>{words.text(lang)}'
        for n, words in enumerate(_COLUMNS)
    )
    rows = "\n".join(_report(row, index, lang) for row in overview.rows)
    return (
        f'<div class="table reports ui" tabindex="0" role="region" '
        f'aria-label="{title}"><table><caption>{title}</caption>'
        f"<thead><tr>{heads}</thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def _numeric(column: int) -> str:
    return " data-number" if column in _NUMBERS else ""


def _report(row: Row, index: str, lang: str) -> str:
    result = _KEYS[row.result] if row.result else "unread"
    if row.result is None:
        reason = f"<p>{text(row.opinion)}"
        cells = ["", reason, text(row.result_text(lang)), *[""] * len(_NUMBERS)]
    else:
        target = quote(page_name(index, row.place))
        cells = [
            text(row.unit or NONE),
            f'<a href="{target}">{text(row.project or NONE)}</a>',
            text(row.result_text(lang)),
            *row.figures,
        ]
    return f"<tr data-result={result}><td>{'<td>'.join([*cells, text(row.file)])}"


def _frequencies(overview: Overview, lang: str) -> str:
    frequent = overview.frequencies(lang)[:_MOST_FREQUENT]
    if not frequent:
        return ""
    title = _FREQUENCIES.text(lang)
    heads = "".join(f'<th scope="col">{w.text(lang)}' for w in FREQUENCY_COLUMNS)
    rows = "\n".join(
        f"<tr><td>{rule.code}<td>{text(rule.title)}<td class=right>{rule.findings}"
        f"<td class=right>{rule.reports}"
        for rule in frequent
    )
    return (
        f'<section class="card ui"><h2>{title}</h2>'
        f'<div class="table" tabindex="0" role="region" aria-label="{title}">'
        f"<table><caption>{title}</caption><thead><tr>{heads}</thead>"
        f"<tbody>\n{rows}\n</tbody></table></div></section>"
    )


def _waiver_files(own: Sequence[int], index: str, lang: str) -> Iterator[str]:
    if own:
        links = "".join(
            f'<li><a href="{quote(page_name(index, place))}">{_WAIVERS.text(lang)} '
            f"{number}</a></li>"
            for number, place in enumerate(own, 1)
        )
        title = _WAIVERS.text(lang)
        yield f'<section class="card ui"><h2>{title}</h2><ul>{links}</ul></section>'

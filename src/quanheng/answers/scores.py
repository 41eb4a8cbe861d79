"""Recomputed scores on the terminal and as JSON (复算结果)."""

import json
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, Final

from quanheng.answers.columns import TextColumn, in_columns
from quanheng.answers.evidence.computed import computed_data
from quanheng.answers.findings.json import CONTRACT_VERSION, project_name, recomputed
from quanheng.answers.findings.text import score_line
from quanheng.answers.looks import number_data, number_text
from quanheng.answers.rules.citations import citation_record
from quanheng.answers.terminal import coloured, folded
from quanheng.core.computed.measured import Computed
from quanheng.core.report import Report
from quanheng.core.unread import unread_text
from quanheng.law.book import LawBook
from quanheng.record.dump import dump_unread
from quanheng.record.uncertain import not_taken
from quanheng.scoring.scorecard import RowScore, Scorecard
from quanheng.tasks.checking.score_report import ScoredProject

HEADINGS = {
    "zh": ("指标", "权重", "自评得分", "复算得分", "依据"),
    "en": ("indicator", "weight", "stated", "recomputed", "why"),
}
_TEXTS: Final = (0, 4)
"""The columns that hold texts; the others hold numbers."""
_RECOMPUTED: Final = 3


def scores_json(
    file: str, report: Report, scored: Sequence[ScoredProject], book: LawBook, lang: str
) -> str:
    """The answer of ``score --format json``, contract version 1.

    With an evidence folder each row has its computed values under ``evidence``.
    """
    answer = {
        "version": CONTRACT_VERSION,
        "file": file,
        "unread": [dump_unread(part, lang) for part in not_taken(report)],
        "projects": [
            {
                "name": project_name(one.project),
                "stated": {
                    "total": number_data(one.scorecard.stated_total),
                    "grade": one.scorecard.stated_grade,
                },
                "recomputed": recomputed(one.scorecard),
                "rows": [
                    {**_row(row, book, lang), **_evidence(values, lang)}
                    for row, values in zip_longest(one.scorecard.rows, one.behind or ())
                ],
            }
            for one in scored
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _row(row: RowScore, book: LawBook, lang: str) -> dict[str, Any]:
    return {
        "level3": row.name,
        "weight": number_data(row.weight),
        "stated": number_data(row.stated),
        "recomputed": number_data(row.recomputed),
        "completion": number_data(row.completion),
        "obstacle": row.obstacle.value if row.obstacle else None,
        "why": [step.text(lang) for step in row.steps],
        "law": [_law(name, book) for name in row.law],
    }


def _evidence(values: Sequence[Computed] | None, lang: str) -> dict[str, Any]:
    if values is None:
        return {}
    return {"evidence": [computed_data(value, lang) for value in values]}


def _law(name: str, book: LawBook) -> dict[str, Any]:
    return {"parameter": name, **citation_record(book.entry(name).cite, book)}


def scores_text(report: Report, scored: Sequence[ScoredProject], lang: str) -> str:
    """The answer of ``score --format text``."""
    lines = [
        coloured(folded(sentence, 0), "yellow", bold=True)
        for sentence in unread_text(not_taken(report), lang)
    ]
    for one in scored:
        lines += [
            coloured(project_name(one.project) or report.file, bold=True),
            folded(score_line(one.scorecard, lang), 0),
            "",
            *_table(one.scorecard, lang),
            "",
        ]
    return "\n".join(lines)


def _table(card: Scorecard, lang: str) -> Iterator[str]:
    columns = [
        TextColumn(heading, folds=n in _TEXTS, right=n not in _TEXTS)
        for n, heading in enumerate(HEADINGS[lang])
    ]
    rows = [
        (
            row.name,
            number_text(row.weight),
            number_text(row.stated),
            number_text(row.recomputed),
            "\n".join(step.text(lang) for step in row.steps),
        )
        for row in card.rows
    ]
    lost = ["yellow" if row.recomputed is None else "green" for row in card.rows]
    return in_columns(columns, rows, lost, coloured_at=_RECOMPUTED)

"""Recognise a finding in the next version of a report (问题指纹)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from quanheng.audit.engine import Finding
from quanheng.core.budget import Budget
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Project
from quanheng.core.source import Source

_LENGTH: Final = 32
_POSITION: Final = re.compile(r"\[\d+\]")
_BLANKS: Final = re.compile(r"\s+")


def fingerprints(
    findings: Iterable[Finding], project: Project, file: str = ""
) -> tuple[str, ...]:
    """A fingerprint for each finding of a project, in their order.

    It is made of the rule, the project (``file`` if it has no name), the place and the
    text there. A place counts by its meaning (the target of an indicator, a cell of the
    budget table), not by row or paragraph number, so that a new row above it changes
    nothing. Findings that are equal in all of this are numbered.
    """
    places = _Places(project)
    subject = _tight(project.name.raw) if project.name else PurePath(file).name
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        hit = finding.hit
        what = (finding.rule.code, subject, places.name(hit.at), _tight(hit.quote))
        seen[what] += 1
        text = "\n".join((*what, str(seen[what])))
        marks.append(sha256(text.encode()).hexdigest()[:_LENGTH])
    return tuple(marks)


def _tight(text: str) -> str:
    return _BLANKS.sub("", text)


class _Places:
    """Names of the places of a project that do not change with row numbers."""

    def __init__(self, project: Project) -> None:
        self._names: dict[Source, str] = {}
        self._rows: dict[tuple[str, int, int], str] = {}
        tables = (project.table, *project.section_tables)
        for table in tables:
            for row in table.rows if table else ():
                self._learn(row)
        if project.budget:
            self._names |= dict(_budget_cells(project.budget))

    def _learn(self, row: Indicator) -> None:
        name = _tight(row.name.raw)
        self._names.setdefault(row.at, name)
        self._rows.setdefault((row.at.sheet, row.at.table, row.at.row), name)
        for part in fields(row):
            cell = getattr(row, part.name)
            if isinstance(cell, Field):
                self._names.setdefault(cell.at, f"{name}/{part.name}")

    def name(self, at: Source) -> str:
        if at in self._names:
            return self._names[at]
        row = self._rows.get((at.sheet, at.table, at.row)) if at.row else None
        if row is not None:
            return f"{row}/column {at.column}"
        return _POSITION.sub("", at.path)


def _budget_cells(budget: Budget) -> Iterator[tuple[Source, str]]:
    for (row, column), cell in budget.cells.items():
        yield cell.at, f"budget/{row}/{column}"

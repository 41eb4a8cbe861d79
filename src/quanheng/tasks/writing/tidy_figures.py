"""The figures of a report in the format of the house (整理数字)."""

from dataclasses import dataclass

from quanheng.core.bilingual import Words
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.revising.amend import with_texts
from quanheng.revising.figure_groups import KINDS, Rewriting, groups
from quanheng.tasks.workplace import Workplace
from quanheng.tasks.writing.corrections import Check


@dataclass(frozen=True, slots=True)
class Kept:
    """Figures that stay as they are (未整理的数字).

    Attributes:
        kind: What they are.
        codes: The rules that would find a new fault; none where a figure of the kind
            is not surely known.
    """

    kind: Words
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tidied:
    """A report with its figures in one format (整理结果).

    Attributes:
        report: The report.
        done: What was changed, each with the kind of figure that it is.
        kept: What stays as it is.
    """

    report: Report
    done: tuple[tuple[Words, Rewriting], ...]
    kept: tuple[Kept, ...]


def tidy_figures(report: Report, check: Check[Report], workplace: Workplace) -> Tidied:
    """Write amounts, rates, scores and empty cells as the house does.

    No value changes. A kind of figures stays as it is where one of them is not surely
    known, or where the changed report would have a fault that it did not have.

    Args:
        report: The report.
        check: Finds the faults of the report in its present state.
        workplace: Its law says the decimals.
    """
    before = _faults(report, check)
    found = [g for p in report.projects for g in groups(p, workplace.law_of(p))]
    done: list[tuple[Words, Rewriting]] = []
    kept: list[Kept] = []
    for kind in KINDS:
        of_kind = [group for group in found if group.kind is kind]
        if not all(group.is_certain for group in of_kind):
            kept.append(Kept(kind))
        made = [c for group in of_kind if group.is_certain for c in group.changes]
        tried = with_texts(report, {id(change.cell): change.new for change in made})
        codes = {code for code, _ in _faults(tried, check) - before} if made else set()
        if codes:
            kept.append(Kept(kind, tuple(sorted(codes))))
        else:
            report = tried
            done += ((kind, change) for change in made)
    return Tidied(report, tuple(done), tuple(kept))


def _faults(report: Report, check: Check[Report]) -> set[tuple[str, Source]]:
    return {(finding.rule.code, finding.hit.at) for finding in check(report)}

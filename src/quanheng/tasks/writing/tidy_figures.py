"""Put the figures of a report into one format (整理数字)."""

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
        kind: The kind of figures.
        codes: The rules that would have new findings; none if the value of a figure
            is uncertain.
    """

    kind: Words
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tidied:
    """A report with its figures in one format (整理结果).

    Attributes:
        report: The report.
        done: The changes, each with the kind of figure.
        kept: The figures that stay as they are.
    """

    report: Report
    done: tuple[tuple[Words, Rewriting], ...]
    kept: tuple[Kept, ...]


def tidy_figures(report: Report, check: Check[Report], workplace: Workplace) -> Tidied:
    """Write amounts, rates, scores and empty cells in one format.

    No value changes. A kind of figures stays as it is if one of its values is
    uncertain, or if ``check`` would have new findings. The law has the decimals.
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

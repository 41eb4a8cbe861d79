"""An overview of many reports, the gravest first (审核总览)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final

from quanheng.answers.looks import number_text
from quanheng.audit.after.opinion import RESULT_WORDS, Result
from quanheng.audit.after.stale_waivers import WAIVER_RULES
from quanheng.audit.choosing.scope import LIMIT_WORDS, Limit
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import COMMA, NO_WORDS, Words
from quanheng.core.field import text_of
from quanheng.core.unread import unread_text
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.tasks.checking.checked_file import CheckedFile

FREQUENCY_COLUMNS: Final = (
    Words("代码", "code"),
    Words("问题", "finding"),
    Words("处数", "findings"),
    Words("份数", "reports"),
)
UNREAD: Final = Words("无法读取", "can't be read")
_GRAVEST_FIRST: Final = (
    Result.NOT_CREDIBLE,
    Result.NEEDS_CHANGES,
    Result.UNDECIDED,
    Result.PASSED,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the overview (总览行).

    Attributes:
        file: Its file.
        place: The file's number in the call, from 0.
        unit: The reporting unit, or its department.
        project: Its project.
        result: Its verdict, None where it can't be read.
        opinion: The verdict in one line, or why the file can't be read.
        limits: What the verdict leaves out by choice.
        stated: The stated total.
        grade: The stated grade.
        confirmed: The points that can be confirmed.
        not_computable: The points that can't be computed.
        severities: How many findings of each severity.
        codes: How many findings of each rule.
        unread: Sentences on the parts of its file that were not read.
    """

    file: str
    place: int
    unit: str = ""
    project: str = ""
    result: Result | None = None
    opinion: str = ""
    limits: frozenset[Limit] = frozenset()
    stated: Decimal | None = None
    grade: str | None = None
    confirmed: Decimal | None = None
    not_computable: Decimal | None = None
    severities: Mapping[Severity, int] = field(default_factory=dict)
    codes: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def gravity(self) -> tuple[int, ...]:
        """A sort key, smallest for the gravest; unreadable files come last."""
        if self.result is None:
            return (len(_GRAVEST_FIRST),)
        counts = (-self.severities.get(severity, 0) for severity in Severity)
        return (_GRAVEST_FIRST.index(self.result), *counts)

    @property
    def figures(self) -> tuple[str, ...]:
        """Stated and confirmed points and its findings by severity, as texts."""
        counts = (str(self.severities.get(severity, 0)) for severity in Severity)
        return (number_text(self.stated), number_text(self.confirmed), *counts)

    def result_text(self, lang: str) -> str:
        """The verdict in a word."""
        return (RESULT_WORDS[self.result] if self.result else UNREAD).text(lang)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a rule finds something (问题分布).

    Attributes:
        code: The rule.
        title: What it finds.
        findings: How many findings it has.
        reports: In how many reports.
    """

    code: str
    title: str
    findings: int
    reports: int


class Overview:
    """The reports of one call (审核总览).

    Attributes:
        rows: Its reports, the gravest first.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows: Sequence[Row] = sorted(rows, key=lambda row: row.gravity)

    @cached_property
    def results(self) -> Mapping[Result | None, int]:
        """How many reports have each verdict, the gravest first."""
        counts = Counter(row.result for row in self.rows)
        ways: tuple[Result | None, ...] = (*_GRAVEST_FIRST, None)
        return {way: counts[way] for way in ways if counts[way]}

    def frequencies(self, lang: str) -> list[Frequency]:
        """The rules with findings, the most frequent first."""
        titles = {rule.code: rule.title for rule in (*all_rules(), *WAIVER_RULES)}
        findings: Counter[str] = Counter()
        reports: Counter[str] = Counter()
        for row in self.rows:
            findings.update(row.codes)
            reports.update(row.codes.keys())
        return [
            Frequency(code, titles[code].text(lang), number, reports[code])
            for code, number in sorted(findings.items(), key=lambda f: (-f[1], f[0]))
        ]

    def summary(self, lang: str) -> str:
        """How many reports there are and with which verdicts, in one line."""
        total = len(self.rows)
        limits = sorted({limit for row in self.rows for limit in row.limits})
        named = [LIMIT_WORDS[limit].text(lang) for limit in limits]
        only = NO_WORDS
        if named:
            zh, en = "、".join(named), " and ".join(named)
            only = Words(f"（仅就{zh}）", f" (only for {en})")
        parts = [
            Words(f"{result.zh}{number}份", f"{number} {result.en}")
            for way, number in self.results.items()
            for result in [RESULT_WORDS[way] if way else UNREAD]
        ]
        head = Words(f"共{total}份报告{only.zh}：", f"{total} reports{only.en}: ")
        return head.text(lang) + COMMA.text(lang).join(p.text(lang) for p in parts)


def rows_of(file: CheckedFile, place: int, lang: str) -> Iterator[Row]:
    """The reports of a file, or one row for a file that can't be read."""
    if file.error:
        yield Row(file.path, place, opinion=file.error.text(lang))
    for project in file.projects:
        yield _row(file, place, project, lang)


def _row(file: CheckedFile, place: int, checked: CheckedProject, lang: str) -> Row:
    card, opinion, findings = checked.scorecard, checked.opinion, checked.findings
    return Row(
        file=file.path,
        place=place,
        unit=text_of(checked.project.unit) or text_of(checked.project.department),
        project=text_of(checked.project.name),
        result=opinion.result,
        opinion=opinion.text(lang),
        limits=opinion.limits,
        stated=card.stated_total,
        grade=card.stated_grade,
        confirmed=card.confirmed,
        not_computable=card.not_computable,
        severities=Counter(finding.severity for finding in findings),
        codes=Counter(finding.rule.code for finding in findings),
        unread=unread_text(file.unread, lang),
    )

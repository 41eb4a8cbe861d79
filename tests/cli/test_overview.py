"""The overview of many reports: order, counts, and a page that stays small."""

from decimal import Decimal

from quanheng.answers.manner import Manner
from quanheng.answers.overview.html import overview_page
from quanheng.answers.overview.overview import Overview, Row
from quanheng.audit.after.opinion import Result
from quanheng.audit.rule import Severity
from quanheng.testing.cases import WORKPLACE


def row(place: int, result: Result | None, errors: int = 0, **more: int) -> Row:
    return Row(
        file=f"2024年度项目支出绩效自评报告/河阳市{place}.docx",
        place=place,
        unit="河阳市农业农村事务服务中心",
        project="农村饮水安全巩固提升工程项目",
        result=result,
        opinion="不予采信",
        stated=Decimal("99.85"),
        confirmed=Decimal("61.45"),
        severities={Severity.ERROR: errors, Severity.WARNING: 12, Severity.INFO: 31},
        codes=more,
    )


def test_the_gravest_stand_first_and_the_unreadable_last() -> None:
    rows = [
        row(0, None),
        row(1, Result.PASSED),
        row(2, Result.NEEDS_CHANGES, 1),
        row(3, Result.NEEDS_CHANGES, 4),
        row(4, Result.UNDECIDED),
        row(5, Result.NOT_CREDIBLE),
        row(6, Result.NEEDS_CHANGES, 4),
    ]
    overview = Overview(rows)
    assert [one.place for one in overview.rows] == [5, 3, 6, 2, 4, 1, 0]
    said = "共7份报告：不予采信1份，需修改3份，不作结论1份，通过1份，无法读取1份"
    assert overview.summary("zh") == said


def test_rules_are_counted_by_findings_and_by_reports() -> None:
    rows = [row(n, Result.PASSED, BG103=n, WT101=1) for n in range(1, 4)]
    first, second = Overview(rows).frequencies("zh")
    assert (first.code, first.findings, first.reports) == ("BG103", 6, 3)
    assert (second.code, second.findings, second.reports) == ("WT101", 3, 3)


def test_a_thousand_reports_fit_into_300_kilobytes() -> None:
    rows = [row(n, Result.NEEDS_CHANGES, n % 9, BG103=n) for n in range(1000)]
    page = overview_page(
        Overview(rows), (), Manner("zh", WORKPLACE.book, True, False, "index.html")
    )
    assert page.count("<tr data-result") == 1000
    assert len(page.encode()) < 300_000

"""What only the reading of a file, and no record, can hand to the rules."""

from dataclasses import replace

from quanheng.audit.engine import Outcome, all_rules, ask
from quanheng.audit.rule import Rule
from quanheng.core.field import Field
from quanheng.core.report import TableShape
from quanheng.testing.cases import dossier_of, overlaid, valid_record


def rule(code: str) -> Rule:
    return next(rule for rule in all_rules() if rule.code == code)


def test_sources_without_a_column_may_fill_up_the_total() -> None:
    change = {"budget": {"rows": {"initial": {"total": "80.00"}}}}
    dossier = dossier_of(overlaid(valid_record(), change))
    budget = dossier.project.budget
    assert budget is not None
    assert ask(rule("BG201"), dossier).outcome is Outcome.HIT
    further = replace(budget, further=(Field("20.00"),))
    project = replace(dossier.project, budget=further)
    assert ask(rule("BG201"), replace(dossier, project=project)).findings == ()


def test_a_title_may_hold_the_projects_name() -> None:
    change = {"project": {"name": None}, "conclusion": None}
    dossier = dossier_of(overlaid(valid_record(), change))
    assert ask(rule("ID101"), dossier).outcome is Outcome.HIT
    titled = replace(dossier.project, title=Field("平川县免费开放项目绩效自评报告"))
    assert ask(rule("ID101"), replace(dossier, project=titled)).findings == ()


def test_a_total_row_is_not_asked_of_tables_that_are_lost_or_joined() -> None:
    dossier = dossier_of(overlaid(valid_record(), {"total_row": None}))
    table = dossier.project.table
    assert table is not None
    assert ask(rule("ID304"), dossier).outcome is Outcome.HIT
    for shape, outcome in (
        (TableShape.LINES, Outcome.INSUFFICIENT_DATA),
        (TableShape.SEVERAL, Outcome.NOT_APPLICABLE),
    ):
        project = replace(dossier.project, table=replace(table, shape=shape))
        assert ask(rule("ID304"), replace(dossier, project=project)).outcome is outcome

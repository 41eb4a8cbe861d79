"""No finding rests on a text of which it is not certain what it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Outcome, Verdict, audit, stable_rules
from quanheng.audit.whatever_was_seen import certain
from quanheng.core.every_field import fields_in, with_fields
from quanheng.core.field import Field
from quanheng.scoring.scorecard import score_project
from quanheng.testing.cases import dossier_of, valid_record

VALID = dossier_of(valid_record())
FIELDS = [f for f in fields_in(replace(VALID.project, sections=())) if f.raw]


def doubting(doubted: Field) -> Dossier:
    def change(field: Field) -> Field:
        return field.doubted() if field is doubted else field

    project = with_fields(VALID.project, change)
    card = score_project(project, VALID.law)
    return replace(VALID, project=project, scorecard=card)


def verdicts(dossier: Dossier) -> Iterator[Verdict]:
    yield from certain(audit(dossier, stable_rules()), dossier)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.at.path)
def test_a_doubted_field_of_a_valid_report_is_no_fault(field: Field) -> None:
    found = list(verdicts(doubting(field)))
    assert not [v for v in found if v.outcome in (Outcome.HIT, Outcome.CRASHED)]


def test_a_rule_that_could_not_judge_says_what_it_saw() -> None:
    weight = VALID.project.indicators[1].weight
    assert weight is not None
    told = {v.rule.code: v for v in verdicts(doubting(weight))}["WT102"]
    assert told.outcome is Outcome.INSUFFICIENT_DATA
    assert f"“{weight.raw}”已看到但未能确定，未采用" in told.why.zh


def test_findings_elsewhere_remain() -> None:
    name = Field("", VALID.project.head.at)
    dossier = doubting(VALID.project.indicators[1].name)
    project = replace(dossier.project, name=name)
    found = {v.rule.code: v for v in verdicts(replace(dossier, project=project))}
    assert found["ID101"].outcome is Outcome.HIT

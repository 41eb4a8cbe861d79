"""The engine keeps what each rule answered, whatever happens."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Outcome, all_rules, ask, audit, find_rules
from quanheng.audit.rule import (
    Answer,
    Hit,
    Insufficient,
    Need,
    NotApplicable,
    Rule,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.errors import PluginError
from quanheng.core.source import Source
from quanheng.testing.cases import dossier_of, valid_record

WHY = Words("缺年度", "no year")
HIT = Hit(at=Source(paragraph=1), says={"n": 3})
LESSER = Hit(at=Source(paragraph=2), says={"n": 4}, severity=Severity.INFO)


def rule_that(*answers: Answer, needs: Need = Need.REPORT) -> Rule:
    def check(dossier: Dossier) -> Iterator[Answer]:
        yield from answers

    return declared(check, needs)


def declared(
    check: Callable[[Dossier], Iterator[Answer]], needs: Need = Need.REPORT
) -> Rule:
    return rule(
        code="XX101",
        name="xx",
        title=Words("题", "title"),
        message=Words("有{n}处", "{n} places"),
        severity=Severity.WARNING,
        basis=(),
        needs=needs,
    )(check)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_of(valid_record())


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ((), Outcome.CLEAN),
        ((HIT,), Outcome.HIT),
        ((NotApplicable(WHY),), Outcome.NOT_APPLICABLE),
        ((Insufficient(WHY),), Outcome.INSUFFICIENT_DATA),
        ((NotApplicable(WHY), Insufficient(WHY)), Outcome.INSUFFICIENT_DATA),
        ((Insufficient(WHY), HIT), Outcome.HIT),
    ],
)
def test_gravest_answer_decides(
    dossier: Dossier, answers: tuple[Answer, ...], outcome: Outcome
) -> None:
    assert ask(rule_that(*answers), dossier).outcome is outcome


def test_reason_is_kept(dossier: Dossier) -> None:
    assert ask(rule_that(Insufficient(WHY)), dossier).why is WHY


def test_rule_without_its_input_is_not_given(dossier: Dossier) -> None:
    verdict = ask(rule_that(HIT, needs=Need.PEERS), dossier)
    assert (verdict.outcome, verdict.findings) == (Outcome.NOT_GIVEN, ())


def test_crashed_rule_does_not_hide_the_others(dossier: Dossier) -> None:
    def broken(dossier: Dossier) -> Iterator[Answer]:
        yield HIT
        raise ValueError("defect in the rule")

    first, second = audit(dossier, (declared(broken), rule_that(HIT)))
    assert (first.outcome, first.findings) == (Outcome.CRASHED, ())
    assert "defect in the rule" in first.crash
    assert second.outcome is Outcome.HIT


def test_parameter_out_of_force_is_insufficient_data(dossier: Dossier) -> None:
    def asks(dossier: Dossier) -> Iterator[Answer]:
        dossier.law.number("self_evaluation.no_such_parameter")
        yield HIT

    verdict = ask(declared(asks), dossier)
    assert verdict.outcome is Outcome.INSUFFICIENT_DATA
    assert "no_such_parameter" in verdict.why.zh
    assert "no_such_parameter" in verdict.why.en


def test_finding_says_its_message_and_severity(dossier: Dossier) -> None:
    grave, lesser = ask(rule_that(HIT, LESSER), dossier).findings
    assert (grave.message(), grave.message("en")) == ("有3处", "3 places")
    assert (grave.severity, lesser.severity) == (Severity.WARNING, Severity.INFO)


def test_rules_come_by_code() -> None:
    codes = [known.code for known in all_rules()]
    assert codes == sorted(codes)


RULE_SOURCE = """
from quanheng.audit.rule import Severity, rule
from quanheng.core.bilingual import Words

@rule(code="XX101", name="x", title=Words("", ""), message=Words("", ""),
      severity=Severity.INFO, basis=())
def x(dossier):
    yield from ()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "some_rules").mkdir()
    (tmp_path / "some_rules" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module("some_rules")
    for name in [name for name in sys.modules if name.startswith("some_rules")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["x = 1"], "0"),
        ([RULE_SOURCE + "y = x\nfrom dataclasses import replace\ny = replace(x)"], "2"),
        ([RULE_SOURCE, RULE_SOURCE], "XX101"),
    ],
    ids=["no rule", "two rules", "code twice"],
)
def test_wrong_declaration_is_a_plugin_error(
    package: ModuleType, sources: list[str], said: str
) -> None:
    for number, source in enumerate(sources):
        (Path(package.__path__[0]) / f"r{number}.py").write_text(source)
    importlib.invalidate_caches()
    with pytest.raises(PluginError, match=said):
        find_rules(package)

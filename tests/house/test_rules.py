"""The house checks its rules."""

import re
import string
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from quanheng.audit.engine import Outcome, all_rules, ask
from quanheng.audit.rule import Fixing, Need, Rule
from quanheng.law.book import DatedValue, Law, Value
from quanheng.law.load import load_book
from quanheng.testing.cases import (
    Case,
    case_file,
    dossier_of,
    edited,
    load_cases,
    valid_record,
)
from quanheng.testing.new_rule.lay_out import left_to_fill_in
from tests.conftest import ROOT

RULES = all_rules()
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
WITH_EDITS = [
    case
    for rule in RULES
    if rule.fixing is not Fixing.NONE
    for case in load_cases(rule)
    if case.expect
]


def module_of(rule: Rule) -> Path:
    return Path(rule.check.__code__.co_filename)


def holes(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@EVERY_RULE
def test_nothing_is_left_to_fill_in(rule: Rule) -> None:
    left = left_to_fill_in(module_of(rule), case_file(rule))
    assert not left, "\n".join(left)


def test_no_fragment_is_left_to_fill_in() -> None:
    left = left_to_fill_in(*(ROOT / "changelog.d").glob("*.md"))
    assert not left, "\n".join(left)


@EVERY_RULE
def test_file_is_named_after_code_and_name(rule: Rule) -> None:
    name = rule.name.replace("-", "_")
    assert module_of(rule).stem == f"{rule.code.lower()}_{name}"
    assert rule.check.__name__ == name


@EVERY_RULE
def test_family_folder_holds_one_family(rule: Rule) -> None:
    codes = {
        path.name[:2] for path in module_of(rule).parent.glob("[a-z][a-z]???_*.py")
    }
    assert codes == {rule.family.lower()}


@EVERY_RULE
def test_docstring_says_what_why_and_what_is_left_alone(rule: Rule) -> None:
    doc = rule.check.__doc__ or ""
    assert re.match(r".+\.\n", doc), "the first line is one sentence"
    assert "Why it matters:" in doc
    assert "What it leaves alone:" in doc


@EVERY_RULE
def test_both_languages_have_the_same_holes(rule: Rule) -> None:
    for words in (rule.message, *rule.variants.values()):
        assert holes(words.zh) == holes(words.en)
        assert not words.zh.endswith(("。", "！", "!"))


@EVERY_RULE
def test_basis_is_in_the_register(rule: Rule) -> None:
    texts = load_book().texts
    for document, article in rule.basis:
        assert document in texts
        if document == "practice":
            assert article in texts[document].practices


@EVERY_RULE
def test_parameters_are_declared_where_they_are_read(rule: Rule) -> None:
    """Over its cases a rule reads no parameter that it does not name."""
    assert set(rule.law) <= set(load_book().entries)
    read: set[str] = set()
    for case in load_cases(rule):
        dossier = case.dossier
        law = dossier.law
        spy = SpyingLaw(law.book, law.day, law.region, read=read)
        ask(rule, replace(dossier, law=spy))
    assert read <= set(rule.law)


@dataclass(frozen=True)
class SpyingLaw(Law):
    """A law that writes down what was asked of it."""

    read: set[str] = field(default_factory=set)

    def versions(self, name: str) -> tuple[DatedValue, ...]:
        self.read.add(name)
        return super().versions(name)

    def value(self, name: str) -> Value:
        self.read.add(name)
        return super().value(name)


@EVERY_RULE
def test_valid_report_is_silent(rule: Rule) -> None:
    verdict = ask(rule, dossier_of(valid_record()))
    silent = {Outcome.CLEAN, Outcome.NOT_APPLICABLE}
    if rule.needs not in (Need.REPORT, Need.LAYOUT):
        silent = {Outcome.NOT_GIVEN}
    assert verdict.outcome in silent, verdict


@pytest.mark.parametrize("case", WITH_EDITS, ids=lambda c: f"{c.rule.code}-{c.name}")
def test_fix_then_check_is_silent(case: Case) -> None:
    findings = ask(case.rule, case.dossier).findings
    record = case.record
    for finding in findings:
        for edit in finding.hit.edits:
            assert edit.new != edit.old
            assert edit.safe is (case.rule.fixing is Fixing.SAFE) or not edit.safe
            record = edited(record, edit.at.path, edit.new)
    mended = case.dossier_with(record)
    left = [f for f in ask(case.rule, mended).findings if f.hit.edits]
    assert left == []


def test_codes_stand_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)

"""A finding of a real rule on the valid report, changed."""

from collections.abc import Callable
from typing import Any

import pytest

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from quanheng.testing.cases import dossier_of, overlaid, valid_record

Changed = Callable[[Any], Dossier]


@pytest.fixture(scope="session")
def rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in all_rules()}


@pytest.fixture(scope="session")
def changed() -> Changed:
    """The valid report with a change laid over it."""
    return lambda change: dossier_of(overlaid(valid_record(), change))

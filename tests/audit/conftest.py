"""What the tests of the audit share."""

import pytest

from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule


@pytest.fixture(scope="session")
def rules() -> dict[str, Rule]:
    """Every rule by its code."""
    return {rule.code: rule for rule in all_rules()}

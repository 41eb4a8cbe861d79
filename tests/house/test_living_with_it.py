"""What can be set is written down."""

from dataclasses import fields

import pytest

from quanheng.audit.after.stale_waivers import WAIVER_RULES
from quanheng.audit.choosing.profiles import PROFILES
from quanheng.audit.rule import Rule
from quanheng.tasks.settings.settings import Settings
from tests.conftest import ROOT

GUIDE = (ROOT / "docs/living-with-it.md").read_text("utf-8")
SETTINGS = [field.name.replace("_", "-") for field in fields(Settings)]


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_in_the_guide(key: str) -> None:
    assert f"\n{key} = " in GUIDE or f"\n[{key}]" in GUIDE


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_is_in_the_guide(name: str) -> None:
    assert f"| `{name}` |" in GUIDE


@pytest.mark.parametrize("rule", WAIVER_RULES, ids=lambda rule: rule.code)
def test_every_waiver_rule_is_in_the_guide(rule: Rule) -> None:
    assert f"{rule.code} `{rule.name}`" in GUIDE

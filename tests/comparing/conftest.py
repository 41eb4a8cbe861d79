"""The library's report beside its approval and last year's report."""

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from quanheng.core.report import Report
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_report
from quanheng.testing.cases import overlaid
from tests.conftest import EXAMPLES

LIBRARY: Final = EXAMPLES / "county_library.yaml"
PAPERS: Final = yaml.safe_load(
    Path(__file__).with_name("papers.yaml").read_text("utf-8")
)


def paper(change: Any, name: str = "改动.yaml") -> Report:
    """The library's report with a change laid over it."""
    return load_report(overlaid(parse_yaml(LIBRARY.read_text("utf-8")), change), name)


@pytest.fixture
def library() -> Report:
    return paper({}, "自评.yaml")


@pytest.fixture
def approved() -> Report:
    return paper(PAPERS["approved"], "批复.yaml")


@pytest.fixture
def previous() -> Report:
    return paper(PAPERS["previous"], "上年.yaml")

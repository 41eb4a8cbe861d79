"""What the tests of records share: the content of a report, places aside."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from quanheng.core.report import Report
from tests.forms.conftest import draw

Content = Callable[[Report], Any]
PLACES = {"at", "also", "file", "unread", "layout", "margin"}
"""What tells of the file, not of what it says."""


def _without_places(value: Any) -> Any:
    if is_dataclass(value):
        names = {f.name for f in fields(value)} - PLACES
        return {name: _without_places(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return tuple(map(_without_places, value))
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items()}
    return value


@pytest.fixture(scope="session")
def content() -> Content:
    """The content of a report as nested data."""
    return _without_places


__all__ = ["content", "draw"]

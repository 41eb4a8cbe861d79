"""Styles and scripts that pages carry inside them (网页样式与脚本)."""

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """The text of a style or script: ``findings.css``."""
    return files(__package__).joinpath(name).read_text("utf-8")

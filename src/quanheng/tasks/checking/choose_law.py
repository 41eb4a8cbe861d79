"""Project → the law that it is judged by (选定适用口径)."""

from datetime import date

from quanheng.core.report import Project
from quanheng.law.book import NATIONWIDE, Law
from quanheng.law.load import load_book
from quanheng.law.schemes import AUTO
from quanheng.tasks.workplace import Workplace


def law_for(project: Project, region: str = NATIONWIDE, scheme: str = AUTO) -> Law:
    """The law that a project is judged by, by the shipped book."""
    return Workplace(load_book(), date.min, region, scheme).law_of(project)

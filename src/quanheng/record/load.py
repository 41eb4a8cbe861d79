"""Plain data → Report: YAML and JSON projects as input (读入数据)."""

from collections.abc import Mapping
from typing import Any

from quanheng.core.bilingual import Words
from quanheng.core.report import Project, Report
from quanheng.forms.coverage import Coverage
from quanheng.record.codec import record_of
from quanheng.record.kinds import (
    UNREAD,
    Kind,
    as_mapping,
    list_of,
    refuse_unknown,
    wrong,
)
from quanheng.record.migrations import migrated

_OF_THE_FILE = ("version", "record_version", "file", "unread", "coverage")


def load_report(data: Any, name: str) -> Report:
    """Plain data → Report.

    Args:
        data: One project, or a mapping with a list ``projects``.
        name: The file's name, for messages and for data without one.

    Raises:
        UnreadableFileError: The data are no project, or have an unknown version or key.
    """
    whole = migrated(as_mapping(data, ""), name)
    if "projects" in whole:
        refuse_unknown(whole, {*_OF_THE_FILE, "projects"}, "")
        projects = list_of(Kind(_project)).load(whole["projects"], "projects")
    else:
        own = {key: whole[key] for key in whole if key not in _OF_THE_FILE}
        projects = (load_project(own),) if own else ()
    if not projects:
        expected = Words("至少一个项目的数据", "data of at least one project")
        raise wrong(name, expected)
    unread = UNREAD.load(whole.get("unread"), "unread")
    return Report(str(whole.get("file") or name), projects, unread)


def load_project(data: Mapping[str, Any]) -> Project:
    """Plain data of one project, keys as in ``convert --to json`` → Project."""
    return _project(data, "")


def _project(data: Any, path: str) -> Project:
    said = dict(as_mapping(data, path))
    if "stated_total" in said:
        # In the output of ``convert`` the other total is the one that counts.
        said["total_score"] = said.pop("stated_total")
    project: Project = record_of(Project).load(said, path)
    return project


def load_coverage(data: Any, name: str) -> Coverage | None:
    """How much of its file a record says was read, None where it does not say."""
    said = migrated(as_mapping(data, ""), name).get("coverage")
    record = record_of(Coverage)
    found: Coverage | None = record.load(said, "coverage") if said else None
    return found

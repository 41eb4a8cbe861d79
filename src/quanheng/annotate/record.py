"""Change values in a YAML or JSON record, keeping lines and comments (修改数据)."""

from codecs import BOM_UTF8
from collections.abc import Sequence

from quanheng.annotate.note import Change, Changed
from quanheng.record.amend import amended


def with_yaml_changes(data: bytes, changes: Sequence[Change]) -> Changed:
    """A YAML record with values changed; other lines are kept."""
    return _with_changes(data, changes, is_json=False)


def with_json_changes(data: bytes, changes: Sequence[Change]) -> Changed:
    """A JSON record with values changed; other lines are kept."""
    return _with_changes(data, changes, is_json=True)


def _with_changes(data: bytes, changes: Sequence[Change], *, is_json: bool) -> Changed:
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.removeprefix(mark).decode()
    done = []
    for change in changes:
        new = amended(text, change.at.path, change.old, change.new, is_json=is_json)
        if new is not None:
            text = new
            done.append(change)
    return Changed(mark + text.encode(), tuple(done))

"""Layout as data."""

import json
from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.core.layout import Layout
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.record.dump import dump_report, dump_yaml
from quanheng.record.load import load_project, load_report
from tests.conftest import EXAMPLES

EXAMPLE = EXAMPLES / "county_library.docx"


def figures(layout: Layout | None) -> list[Any]:
    """What a layout says without the places, which differ from file to file."""
    assert layout is not None
    return [
        [(p.width, p.height, p.room, p.left, p.page_numbers) for p in layout.pages],
        [(t.role, t.setting, t.first.raw, t.count) for t in layout.texts],
        [(t.rows, t.room, t.has_head, t.repeats_head) for t in layout.tables],
        [(t.kind, t.author) for t in layout.traces],
        layout.properties,
    ]


def test_json_keeps_all_of_it() -> None:
    report = recognise(read_document(EXAMPLE.read_bytes(), EXAMPLE.name))
    again = load_report(json.loads(json.dumps(dump_report(report))), "x.json")
    assert [figures(p.layout) for p in again.projects] == [
        figures(p.layout) for p in report.projects
    ]


def test_yaml_has_no_pages_and_so_no_layout() -> None:
    report = recognise(read_document(EXAMPLE.read_bytes(), EXAMPLE.name))
    assert "layout" not in dump_yaml(report)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ({"pages": [{"width": "宽"}]}, r"layout.pages\[0\].width 应为数字"),
        ({"texts": [{"role": "body", "align": "斜"}]}, r"layout.texts\[0\].align 应为"),
        (
            {"tables": [{"ragged": ["首行"]}]},
            r"layout.tables\[0\].ragged\[0\] 应为行号",
        ),
    ],
)
def test_what_is_no_layout_is_refused_with_its_place(
    layout: dict[str, Any], said: str
) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        load_project({"layout": layout})

"""Layout as data."""

from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.record.dump import dump_yaml
from quanheng.record.load import load_project
from tests.conftest import EXAMPLES

EXAMPLE = EXAMPLES / "county_library.docx"


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
            r"layout.tables\[0\].ragged\[0\] 应为数字",
        ),
    ],
)
def test_what_is_no_layout_is_refused_with_its_place(
    layout: dict[str, Any], said: str
) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        load_project({"layout": layout})

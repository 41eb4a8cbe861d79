"""What is said of corrections that can't be made."""

import pytest

from quanheng.answers.corrections import fixed_text
from quanheng.audit.rule import Edit
from quanheng.core.source import Source
from quanheng.tasks.writing.corrections import Correction, Fixed

LEFT = Correction("SC104", Edit(Source(table=1, row=9, column=3), "96", "99.8", True))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "1处（SC104）由公式或自动编号得出，或由几个单元格拼成，无法写入本文件"),
        ("en", "1 (SC104) can't be written into this file: given by a formula"),
    ],
)
def test_what_cannot_be_written_is_named_with_the_reason(lang: str, said: str) -> None:
    assert said in fixed_text(Fixed(b"", (), (LEFT,), (), 1), lang)
    assert "SC104" not in fixed_text(Fixed(b"", (), (), (), 1), lang)

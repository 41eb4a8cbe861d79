"""A form takes one page where it can, and is parted with its heads where it can't."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Preparer, Project, Report
from quanheng.document.blocks import Document
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.load import load_project
from quanheng.writers import writer_for
from quanheng.writers.docx.paging.estimate import Measures
from quanheng.writers.docx.paging.fitting import fitted
from quanheng.writers.docx.styles import TABLE_SIZES
from tests.conftest import EXAMPLES
from tests.forms.compose.conftest import NATIONAL, said
from tests.live.office import needs_office, printed

GROUPS = (
    ("产出", "数量"),
    ("产出", "时效"),
    ("效益", "社会效益"),
    ("满意度", "服务对象满意度"),
)
NAMES = (
    ("农村饮水工程建设任务完成数量", "≥18公里", "16.5公里"),
    ("工程完工时间", "2025年10月31日前", "2025年11月28日"),
    ("受益农村居民人数", "≥1.2万人", "1.23万人"),
)
REASON = (
    "因征地协调滞后，2号蓄水池至李家庄段1.5公里管线未能按期开工；"
    "由工程科负责，2026年3月底前完成剩余管线铺设并组织验收。"
)


def indicator(number: int, count: int) -> Indicator:
    level1, level2 = GROUPS[number * len(GROUPS) // count]
    name, target, actual = NAMES[number % len(NAMES)]
    return Indicator(
        level1=Field(f"{level1}指标"),
        level2=Field(f"{level2}指标"),
        name=Field(f"{name}{number}"),
        target=Field(target),
        actual=Field(actual),
        weight=Field("6.00"),
        score=Field("6.00"),
        reason=Field(REASON if number in (0, 7) else ""),
    )


def project(count: int) -> Project:
    made = load_project(parse_yaml(NATIONAL))
    assert made.table is not None
    rows = tuple(indicator(number, count) for number in range(count))
    preparer = Preparer(Field("林晓文"), Field("周志远"), Field("0350-5861234"))
    return replace(made, table=replace(made.table, rows=rows), preparer=preparer)


def document(count: int, form: str = "national") -> Document:
    return compose(Report("a", (project(count),)), form)


def pages(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as file:
        return len(file)


@pytest.mark.parametrize("count", [3, 9, 15])
def test_a_form_of_up_to_15_indicators_takes_one_page(count: int) -> None:
    assert pages(writer_for(".pdf").write(document(count))) == 1


@pytest.mark.parametrize("name", ["county_library", "drinking_water_transfer"])
def test_the_forms_of_the_examples_take_one_page(name: str) -> None:
    data = (EXAMPLES / f"{name}.docx").read_bytes()
    report = recognise(read_document(data, f"{name}.docx"))
    blocks = fitted(compose(report, "national").blocks, Measures())
    form, *_ = [block for block in blocks if isinstance(block, Table)]
    assert form.row_count > len(report.projects[0].indicators)


@needs_office
def test_the_word_file_takes_as_many_pages(tmp_path: Path) -> None:
    counts = {"15": 1, "30": 2}
    files = {name: writer_for(".docx").write(document(int(name))) for name in counts}
    made = printed(files, tmp_path)
    assert {name: pages(data) for name, data in made.items()} == counts


def test_type_steps_down_only_as_far_as_it_must() -> None:
    steps = []
    for count in (2, 9, 15):
        blocks = fitted(document(count).blocks, Measures())
        steps += [block.step for block in blocks if isinstance(block, Table)]
    assert steps[0] == 0
    assert all(less <= more for less, more in pairwise(steps))
    assert steps[-1] < len(TABLE_SIZES)


def test_a_further_page_repeats_head_and_groups() -> None:
    parts = [b for b in fitted(document(40).blocks, Measures()) if isinstance(b, Table)]
    assert len(parts) > 1
    for part in parts[1:]:
        assert part.continues
        assert [cell.text for cell in part.cells if cell.row == 0][:4] == [
            *("绩效指标", "一级指标", "二级指标", "三级指标")
        ]
        assert all(part.grid[1])


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_parts_are_read_as_one_form(suffix: str) -> None:
    long = project(40)
    data = writer_for(suffix).write(compose(Report("a", (long,))))
    again = recognise(read_document(data, f"a{suffix}"))
    assert said(again.projects) == said((long,))

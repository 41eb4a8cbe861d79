"""The shipped examples: the Word files say what the YAML files say."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import EXAMPLES

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
FAULTS = frozenset(
    """
    ID103 ID104 ID201 ID304 LB103 LB201 BG103 BG301 BG506 GL102 GL201 GL301 IN103
    IN104 IN106 IN201 IN208 IN301 IN304 IN308 WT104 WT201 WT301 VL101 VL102 VL201
    VL204 VL205 VL207 VL208 VL302 VL306 VL402 VL403 SC107 SC202 SC301 SC307 CS101
    CS201 CS202 CS203 CS204 CS205 CS206 PB103 PB201 PB204 EV101 EV105 WD101 WD102
    WD104 WD105 LY201 LY202 LY203
    """.split()
)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def found(name: str) -> set[str]:
    report = read_report((EXAMPLES / name).read_bytes(), name)
    (project,) = check_report(report, replace(WORKPLACE, day=date(2026, 1, 1)))
    return {finding.rule.code for finding in project.findings}


@pytest.mark.parametrize("name", NAMES)
def test_word_file_is_what_the_yaml_file_renders_to(name: str) -> None:
    yaml = EXAMPLES / f"{name}.yaml"
    rendered = render_report(
        read_report(yaml.read_bytes(), yaml.name), ".docx", WORKPLACE
    )
    shipped = (EXAMPLES / f"{name}.docx").read_bytes()
    assert parts(shipped) == parts(rendered), (
        f"run: quanheng render examples/{name}.yaml -o examples/{name}.docx --as-is"
    )


@pytest.mark.parametrize("name", NAMES)
def test_both_files_have_the_same_faults(name: str) -> None:
    assert found(f"{name}.docx") == found(f"{name}.yaml")


@pytest.mark.parametrize("name", ["county_library", "drinking_water_transfer"])
def test_clean_example_has_no_fault(name: str) -> None:
    assert found(f"{name}.yaml") == set()


def test_publicity_project_shows_every_kind_of_fault_of_the_real_report() -> None:
    assert found("publicity_project.yaml") >= FAULTS

"""Folders as clerks fill them: a clean one is not spoken of, each fault is told."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Quanheng

TABLE = Path(__file__).with_name("evidence_families.yaml")
FAMILIES = yaml.safe_load(TABLE.read_text("utf-8"))
FORTNIGHTS = "\n".join(
    f"{date(2023, 1, 1) + timedelta(days=14 * n)},某县发布,微信,第{n + 1}期"
    for n in range(27)
)


def made(family: dict[str, Any], folder: Path, fault: dict[str, Any]) -> Path:
    """The folder and the report of a family, with a fault; the report's path."""
    for name, text in family["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        said = text.replace("{fortnights}", FORTNIGHTS)
        (folder / name).write_text(changed(said, name, fault), "utf-8")
    settings = {"project": "甲项目", "year": 2023, "closed": family["closed"]}
    put(folder / "evidence.yaml", {**settings, "proofs": family.get("proofs", [])})
    put(folder / "bindings.yaml", family["bindings"])
    rows: list[dict[str, Any]] = [
        {
            "level1": "产出指标",
            "level2": row["level2"],
            "level3": row["name"],
            "weight": 90 // len(family["rows"]),
            "target": row["target"],
            "actual": row["actual"],
            "score": 90 // len(family["rows"]),
        }
        for row in family["rows"]
    ]
    project = {"name": "甲项目", "year": 2023, "unit": "某县某局"}
    data = {"form": "national", "project": project, "indicators": rows}
    report = folder.parent / "report.yaml"
    put(report, data)
    report.write_text(changed(report.read_text("utf-8"), "rows", fault), "utf-8")
    return report


def put(file: Path, data: object) -> None:
    file.write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6), "utf-8"
    )


def changed(text: str, name: str, fault: dict[str, Any]) -> str:
    if fault.get("in") != name:
        return text
    assert text.count(fault["from"]) == 1
    return text.replace(fault["from"], fault["to"])


def codes_of(quanheng: Quanheng, report: Path, folder: Path) -> list[str]:
    answer = quanheng(
        *("check", report, "--evidence", folder, "--select", "EV,RG"),
        *("--as-of", "2024-03-01", "--format", "json"),
    )
    assert answer.err == ""
    return sorted({found["code"] for found in json.loads(answer.out)["findings"]})


CASES = [
    pytest.param(family, fault, id=f"{family['family']}-{number}")
    for family in FAMILIES
    for number, fault in enumerate([{}, *family["faults"]])
]


@pytest.mark.parametrize(("family", "fault"), CASES)
def test_a_clean_folder_is_silent_and_each_fault_is_told(
    family: dict[str, Any], fault: dict[str, Any], tmp_path: Path, quanheng: Quanheng
) -> None:
    folder = tmp_path / "台账"
    report = made(family, folder, fault)
    assert codes_of(quanheng, report, folder) == fault.get("codes", [])


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["family"])
def test_a_clean_folder_checks_clean(
    family: dict[str, Any], tmp_path: Path, quanheng: Quanheng
) -> None:
    report = made(family, tmp_path / "台账", {})
    answer = quanheng("evidence", "check", tmp_path / "台账")
    assert "×" not in answer.out
    again = quanheng("evidence", "compute", tmp_path / "台账", report)
    assert (again.code, again.err) == (0, "")

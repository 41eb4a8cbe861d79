"""SARIF: valid by the standard's schema, stable, and true to the findings."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
LIBRARY = ROOT / "examples/county_library.docx"
SCHEMA = Path(__file__).with_name("sarif-2.1.0.schema.json")


def sarif(quanheng: Quanheng, *arguments: str | Path) -> Any:
    return json.loads(quanheng("check", *arguments, "--format", "sarif").out)


@pytest.fixture
def run(quanheng: Quanheng) -> Any:
    (run,) = sarif(quanheng, PUBLICITY, "no-such.docx", LIBRARY)["runs"]
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_log_is_valid_by_the_official_schema(quanheng: Quanheng, lang: str) -> None:
    log = sarif(quanheng, PUBLICITY, "no-such.docx", LIBRARY, "--lang", lang)
    validator = jsonschema.Draft202012Validator(
        json.loads(SCHEMA.read_text("utf-8")),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    faults = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(log)]
    assert faults == []


def test_results_are_the_findings(quanheng: Quanheng, run: Any) -> None:
    listed = json.loads(quanheng("check", PUBLICITY, "--format", "json").out)
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert [
        (
            result["ruleId"],
            result["level"],
            result["message"]["text"],
            result["locations"][0]["logicalLocations"][0],
        )
        for result in run["results"]
    ] == [
        (
            finding["code"],
            levels[finding["severity"]],
            finding["message"],
            {
                "name": finding["at"]["text"],
                "fullyQualifiedName": finding["at"]["path"],
            },
        )
        for finding in listed["findings"]
    ]


def test_results_point_to_their_rule(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_further_places_are_related_locations(run: Any) -> None:
    (result,) = (r for r in run["results"] if r["ruleId"] == "CS101")
    related = [place["logicalLocations"] for place in result["relatedLocations"]]
    assert [place["name"] for (place,) in related] == ["表6 第9行 第6列"]


def test_edits_are_properties_as_a_cell_has_no_region(run: Any) -> None:
    (result,) = (r for r in run["results"] if r["ruleId"] == "BG301")
    assert "fixes" not in result
    assert result["properties"]["fix"] == {
        "safe": True,
        "edits": [{"at": "table[1]/row[8]/column[4]", "old": "0", "new": "100"}],
    }


def test_fingerprints_are_unique_and_stay(quanheng: Quanheng, run: Any) -> None:
    (again,) = sarif(quanheng, PUBLICITY)["runs"]
    marks = [tuple(r["partialFingerprints"].values()) for r in run["results"]]
    assert len(marks) == len(set(marks))
    assert marks == [tuple(r["partialFingerprints"].values()) for r in again["results"]]


def test_an_unreadable_file_is_a_notification(run: Any) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    (note,) = [note for note in notes if note["level"] == "error"]
    assert "no-such.docx" in note["message"]["text"]
    place = note["locations"][0]["physicalLocation"]["artifactLocation"]
    assert run["artifacts"][place["index"]]["location"]["uri"] == "no-such.docx"


def test_outcomes_and_verdicts_stand_beside_the_results(run: Any) -> None:
    first, second = run["properties"]["outcomes"]
    assert (first["verdict"], second["verdict"]) == ("not credible", "pass")
    assert first["outcomes"]["BG301"] == "hit"


def test_a_path_becomes_a_uri(
    quanheng: Quanheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "自评 报告.docx"
    named.write_bytes(LIBRARY.read_bytes())
    monkeypatch.chdir(tmp_path)
    (run,) = sarif(quanheng, named.name, named)["runs"]
    relative, absolute = (a["location"]["uri"] for a in run["artifacts"])
    assert relative == "%E8%87%AA%E8%AF%84%20%E6%8A%A5%E5%91%8A.docx"
    assert absolute == named.as_uri()


def test_a_waived_finding_is_suppressed_with_its_reason(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waiver]]\ncode = "BG301"\nreason = "县里另有规定"\n'
        'by = "审核人"\nuntil = 2030-01-01\n',
        "utf-8",
    )
    (run,) = sarif(quanheng, PUBLICITY, "--waivers", waivers)["runs"]
    closed = [r for r in run["results"] if "suppressions" in r]
    assert [r["ruleId"] for r in closed] == ["BG301"]
    (suppression,) = closed[0]["suppressions"]
    assert suppression["kind"] == "external"
    assert "县里另有规定" in suppression["justification"]

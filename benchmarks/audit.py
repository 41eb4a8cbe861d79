"""All rules on one parsed report, the ten slowest, and how time grows with rows.

    python benchmarks/audit.py [FILE]

The report that grows is the valid report of the test harness with its rows repeated
under new names; in the last columns the text grows too, by a sentence a row. Every
figure is the best of several rounds, warm, in processor time, so that other work on
the machine does not count.
"""

import sys
import time
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import all_rules, audit, needs_met
from quanheng.audit.rule import Rule, Status
from quanheng.core.report import Project
from quanheng.record.load import load_project
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE, valid_record

EXAMPLE = Path(__file__).parents[1] / "examples" / "publicity_project.docx"
DAY = date(2026, 1, 1)
SIZES = (8, 50, 100, 250, 500)
PLACES = "东南西北中上下前后左右"
OUTPUT_ANALYSIS = 9
"""Number of the section that tells of the outputs in the valid report."""

ASKED = tuple(rule for rule in all_rules() if rule.status is Status.STABLE)
"""What `check` asks; preview rules speak when they are asked for."""


def best(work: Callable[[], object], rounds: int) -> float:
    """Best time of several rounds in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def dossier_of(project: Project) -> Dossier:
    """A fresh dossier: nothing that a rule keeps on it is there yet."""
    law = WORKPLACE.law_of(project)
    return Dossier(project, law, score_project(project, law), DAY)


def grown(count: int, *, is_told: bool = False) -> Project:
    """The valid report with so many rows, each told of in the text if wanted."""
    record: Any = deepcopy(valid_record())
    rows, told = record["indicators"], []
    for number in range(count - len(rows)):
        row = deepcopy(rows[1 + number % 8])
        digits = [int(digit) for digit in str(number)]
        row["level3"] = "".join(PLACES[d] for d in digits) + "区" + row["level3"]
        title = row["level3"].partition("（")[0]
        told.append(f"{title}为{row['actual']}，已按计划完成。")
        rows.append(row)
    record["indicators"] = rows[:count]
    if is_told:
        record["sections"][OUTPUT_ANALYSIS]["paragraphs"] += told
    return load_project(record)


def cost(rule: Rule, project: Project, rounds: int) -> float:
    """What one rule takes, what it leaves on the dossier included."""
    dossiers = iter([dossier_of(project) for _ in range(rounds)])
    return best(lambda: tuple(rule.check(next(dossiers))), rounds)


def whole(project: Project, rounds: int) -> float:
    """What all rules take."""
    dossiers = iter([dossier_of(project) for _ in range(rounds)])
    return best(lambda: audit(next(dossiers), ASKED), rounds)


def slowest(project: Project, rounds: int) -> str:
    """The ten rules that take longest."""
    given = set(needs_met(dossier_of(project)))
    asked = (rule for rule in ASKED if rule.needs in given)
    costs = sorted((cost(rule, project, rounds), rule.code) for rule in asked)
    return "  ".join(f"{code} {ms:.2f}" for ms, code in costs[:-11:-1])


def main(path: str) -> None:
    """Print the figures."""
    project = read_report(Path(path).read_bytes(), path).projects[0]
    print(f"{path}: {len(ASKED)} rules, {whole(project, 30):.2f} ms")
    print(f"slowest (ms): {slowest(project, 10)}")
    print(f"\n{'rows':>6}{'ms':>10}{'ms a row':>10}{'with text':>12}{'ms a row':>10}")
    for count in SIZES:
        ms = whole(grown(count), 7)
        told = whole(grown(count, is_told=True), 7)
        each = f"{ms:10.2f}{ms / count:10.3f}{told:12.2f}{told / count:10.3f}"
        print(f"{count:6}{each}")
    print(f"slowest at {SIZES[-1]} rows (ms): {slowest(grown(SIZES[-1]), 3)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLE))

"""Whole check of one Word report beside its peers, in one run, ratios printed.

    python benchmarks/check_docx.py [FILE.docx]

Peers: unzip and parse of the same file's main part with lxml (the limit), and
python-docx opening it and taking the text of its paragraphs and cells. Every figure is
the best of several rounds, warm, in processor time, with the collector as the command
sets it.
"""

import gc
import io
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from lxml import etree

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import all_rules, audit, needs_met
from quanheng.audit.rule import Rule, Status
from quanheng.cli.main import COLLECT_AFTER
from quanheng.core.grammar import read_expression
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE

EXAMPLE = Path(__file__).parents[1] / "examples" / "publicity_project.docx"
DAY = date(2026, 1, 1)
ROUNDS = 30


def best(work: Callable[[], object]) -> float:
    """Best time of several rounds in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def _cost(rule: Rule, dossier: Dossier) -> float:
    return best(lambda: tuple(rule.check(dossier)))


def main(path: str) -> None:
    gc.set_threshold(*COLLECT_AFTER)
    data = Path(path).read_bytes()

    def unzip_parse() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return etree.fromstring(package.read("word/document.xml"))

    def check() -> object:
        return check_report(read_report(data, path), WORKPLACE)

    def check_unseen() -> object:
        read_expression.cache_clear()
        return check()

    def open_and_cells() -> object:
        opened = docx.Document(io.BytesIO(data))
        texts = [paragraph.text for paragraph in opened.paragraphs]
        rows = (row for table in opened.tables for row in table.rows)
        return texts, [cell.text for row in rows for cell in row.cells]

    document = read_document(data, path)
    report = recognise(document)
    project = report.projects[0]
    law = WORKPLACE.law_of(project)
    dossier = Dossier(project, law, score_project(project, law), DAY)
    given = set(needs_met(dossier))
    asked = [
        rule
        for rule in all_rules()
        if rule.status is Status.STABLE and rule.needs in given
    ]
    figures = {
        "unzip + lxml parse": best(unzip_parse),
        "python-docx open + cells": best(open_and_cells),
        "whole check": best(check),
        "whole check, no cell seen before": best(check_unseen),
        "  read": best(lambda: read_document(data, path)),
        "  recognise": best(lambda: recognise(document)),
        "  score": best(lambda: score_project(project, law)),
        f"  audit, {len(asked)} rules": best(lambda: audit(dossier, asked)),
    }
    limit, peer = figures["unzip + lxml parse"], figures["python-docx open + cells"]
    print(
        f"{path}, best of {ROUNDS}\n{'':36}{'ms':>8}{'x parse':>9}{'x python-docx':>15}"
    )
    for name, ms in figures.items():
        print(f"{name:36}{ms:8.2f}{ms / limit:9.2f}{ms / peer:15.2f}")
    slow = sorted((_cost(rule, dossier), rule.code) for rule in asked)[:-11:-1]
    print("slowest rules: " + ", ".join(f"{code} {ms:.2f}" for ms, code in slow))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLE))

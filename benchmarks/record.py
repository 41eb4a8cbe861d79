"""A stored report: what loading and checking it takes, without a file.

    python benchmarks/record.py [FILE]

All is in memory and warm; every figure is the best of many rounds in milliseconds of
processor time. `json.loads` stands beside as the least that reading can take.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from quanheng.record.dump import dump_report
from quanheng.record.load import load_report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE

EXAMPLE = Path(__file__).parents[1] / "examples" / "publicity_project.docx"
ROUNDS = 50


def best(work: Callable[[], object]) -> float:
    """Best time of all rounds in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times) * 1000


def main(path: Path) -> None:
    """Print what each step takes."""
    data = path.read_bytes()
    report = read_report(data, path.name)
    text = json.dumps(dump_report(report), ensure_ascii=False)
    stored = json.loads(text)
    steps = {
        "read the file": lambda: read_report(data, path.name),
        "json.loads": lambda: json.loads(text),
        "load": lambda: load_report(stored, path.name),
        "check": lambda: check_report(report, WORKPLACE),
        "json.loads, load, check": lambda: check_report(
            load_report(json.loads(text), path.name), WORKPLACE
        ),
        "dump": lambda: dump_report(report),
    }
    print(f"{path.name}: {len(text.encode()) // 1024} KB stored")
    for name, work in steps.items():
        print(f"{name:<24} {best(work):6.2f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE)

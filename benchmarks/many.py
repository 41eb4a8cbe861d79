"""Many reports in one folder, checked on one core and on two, and the ratio.

    python benchmarks/many.py [REPORTS]

The reports are the Word files of the examples with other places and other figures in
them, no two alike. Wall time of the whole command, processor time of it with its
processes: run it where nothing else runs.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

EXAMPLES = sorted((Path(__file__).parents[1] / "src/quanheng/examples").glob("*.docx"))
MAIN = "word/document.xml"
FAULTS_FOUND = 1
PLACES = "东南西北中上下前后左右清平安宁和顺康泰永长新古石柳桥河溪山林泉"
NAMED = ("安澜", "成果总结")
"""What names the place or the project in an example."""
TEXT = re.compile(r"(?<=>)[^<>]+(?=</w:t>)")
COUNT = re.compile(r"[1-9]\d{1,3}(?=[次人个家场份件户])")


def other(text: str, place: str, change: random.Random) -> str:
    """A text of an example with another place and other counts in it."""
    for name in NAMED:
        text = text.replace(name, place)
    return COUNT.sub(lambda found: str(int(found[0]) + change.randrange(90)), text)


def made(example: Path, number: int) -> bytes:
    """A report made of an example, another one for each number."""
    change = random.Random(number)  # noqa: S311 - to be the same each time
    place = "".join(change.sample(PLACES, 3))
    target = BytesIO()
    with ZipFile(example) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            part = source.read(name)
            if name == MAIN:
                told = TEXT.sub(lambda t: other(t[0], place, change), part.decode())
                part = told.encode()
            package.writestr(name, part)
    return target.getvalue()


def times(folder: str, cores: int) -> tuple[float, float]:
    """Wall and processor time of the command on so many cores."""
    command = [sys.executable, "-m", "quanheng", "check", folder, "--as-of=2026-01-01"]
    target = ["--format=json", "-o", f"{folder}.json", "--force", "--no-config"]
    usable = sorted(os.sched_getaffinity(0))[:cores]
    before, start = os.times(), time.perf_counter()
    pinned = ["taskset", "-c", ",".join(map(str, usable)), *command, *target]
    done = subprocess.run(pinned, check=False, capture_output=True, text=True)
    if done.returncode not in (0, FAULTS_FOUND):
        sys.exit(done.stderr)
    wall, after = time.perf_counter() - start, os.times()
    own = after.children_user + after.children_system
    return wall, own - before.children_user - before.children_system


def main(count: int) -> None:
    """Print the times and their ratio."""
    with tempfile.TemporaryDirectory() as place:
        folder = f"{place}/reports"
        Path(folder).mkdir()
        for number in range(count):
            example = EXAMPLES[number % len(EXAMPLES)]
            path = Path(folder) / f"{number:05}.docx"
            path.write_bytes(made(example, number))
        one, two = (times(folder, cores) for cores in (1, 2))
    for cores, (wall, used) in (("one core", one), ("two cores", two)):
        each = wall / count * 1000
        print(f"{cores:10}{wall:8.2f} s{each:8.2f} ms a report{used:8.2f} s of cpu")
    print(f"ratio {two[0] / one[0]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

"""Files of known findings (基线)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quanheng.audit.after.fingerprint import fingerprints
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.tasks.checking.check_report import CheckedProject

VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of a baseline (基线条目).

    Attributes:
        fingerprint: Its fingerprint; all else is for people.
        code: The rule.
        file: The file it was found in.
        at: Its place in words.
        message: What is wrong.
    """

    fingerprint: str
    code: str
    file: str
    at: str
    message: str


def marks(checked: CheckedProject, file: str) -> tuple[str, ...]:
    """The fingerprints of a project's findings, verdict by verdict."""
    found = [f for verdict in checked.verdicts for f in verdict.findings]
    return fingerprints(found, checked.project, file)


def known_findings(checked: CheckedProject, file: str, lang: str) -> tuple[Known, ...]:
    """The entries of a baseline for a project, without waived findings."""
    found = (f for verdict in checked.verdicts for f in verdict.findings)
    return tuple(
        Known(mark, f.rule.code, file, f.hit.at.text(lang), f.message(lang))
        for mark, f in zip(marks(checked, file), found, strict=True)
        if f.waiver is None
    )


def baseline_file(entries: Iterable[Known]) -> bytes:
    """A baseline file, sorted so that two can be compared."""
    listed = sorted(entries, key=lambda e: (e.file, e.code, e.at, e.fingerprint))
    content = {"version": VERSION, "findings": [asdict(entry) for entry in listed]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_baseline(data: bytes, name: str) -> frozenset[str]:
    """The fingerprints of a baseline file.

    Args:
        data: The file's bytes.
        name: Its name, for messages.

    Raises:
        QuanhengError: It is no baseline.
    """
    try:
        content: Any = json.loads(data)
        entries: Sequence[Any] = content["findings"]
        return frozenset(str(entry["fingerprint"]) for entry in entries)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise QuanhengError(
            Words(f"{name} 不是基线文件", f"{name} is no baseline"),
            Words(
                "基线由 quanheng check --write-baseline 生成",
                "quanheng check --write-baseline makes one",
            ),
        ) from error


def is_baseline(data: bytes) -> bool:
    """Whether a file is a baseline, which ``--write-baseline`` renews."""
    try:
        read_baseline(data, "")
    except QuanhengError:
        return False
    return True

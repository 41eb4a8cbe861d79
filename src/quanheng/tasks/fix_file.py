"""A user's file with its certain faults corrected (修正文件)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from quanheng.annotate.note import Change, Changed
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit
from quanheng.core.errors import QuanhengError
from quanheng.core.source import Source
from quanheng.readers.detect import Format, detect

_MOST_ROUNDS: Final = 20
"""Each correction may bring another one; more rounds than this are none."""

_RECORDS: Final = {
    ".yaml": ("quanheng.annotate.record", "with_yaml_changes"),
    ".yml": ("quanheng.annotate.record", "with_yaml_changes"),
    ".json": ("quanheng.annotate.record", "with_json_changes"),
}
_DOCUMENTS: Final = {
    Format.DOCX: ("quanheng.annotate.docx.changes", "with_changes"),
    Format.XLSX: ("quanheng.annotate.xlsx.changes", "with_changes"),
}

Write = Callable[[bytes, Sequence[Change]], Changed]
Check = Callable[[bytes], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Correction:
    """An edit with the rule that asked for it (修正).

    Attributes:
        code: The rule's code.
        edit: What is to stand where.
    """

    code: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Fixed:
    """A corrected file (修正结果).

    Attributes:
        data: The file; the same bytes where nothing could be corrected.
        done: What was corrected, in order; one place may be corrected twice.
        left: What may be corrected but can't be written into this file.
        unsafe: What is still to be decided one by one.
        remaining: How many faults are open.
    """

    data: bytes
    done: tuple[Correction, ...]
    left: tuple[Correction, ...]
    unsafe: tuple[Correction, ...]
    remaining: int


def fix_file(data: bytes, name: str, check: Check, *, unsafe: bool = False) -> Fixed:
    """Correct what is certain, check again, and so on until nothing changes.

    Each round makes one correction at a place, for two rules may ask for two texts
    of one paragraph. No place gets a text that it had before.

    Args:
        data: The file's bytes.
        name: Its name; a record is known by its suffix.
        check: Finds the faults of the file in its present state; waived and known
            ones are left alone.
        unsafe: Whether to make corrections that are otherwise asked one by one.

    Raises:
        QuanhengError: A file of this type can't be corrected.
        UnreadableFileError: The file is damaged.
    """
    write = _writer(data, name)
    done: list[Correction] = []
    before: defaultdict[Source, set[str]] = defaultdict(set)
    for _ in range(_MOST_ROUNDS):
        asked = [c for c in _asked(check(data)) if c.edit.safe or unsafe]
        wanted = _one_a_place(c for c in asked if c.edit.new not in before[c.edit.at])
        changes = {_change(correction): correction for correction in wanted}
        changed = write(data, tuple(changes))
        data = changed.data
        for change in changed.done:
            before[change.at].add(change.old)
            done.append(changes[change])
        if not changed.done:
            break
    findings = tuple(finding for finding in check(data) if finding.counts)
    asked = list(_asked(findings))
    return Fixed(
        data,
        tuple(done),
        tuple(c for c in asked if c.edit.safe or unsafe),
        tuple(c for c in asked if not (c.edit.safe or unsafe)),
        len(findings),
    )


def _asked(findings: Iterable[Finding]) -> Iterator[Correction]:
    for finding in findings:
        if finding.counts:
            for edit in finding.hit.edits:
                yield Correction(finding.rule.code, edit)


def _one_a_place(corrections: Iterable[Correction]) -> Iterator[Correction]:
    """The first correction of each place: that of the gravest finding."""
    seen = set()
    for correction in corrections:
        if correction.edit.at not in seen:
            seen.add(correction.edit.at)
            yield correction


def _change(correction: Correction) -> Change:
    edit = correction.edit
    return Change(edit.at, edit.old, edit.new)


def _writer(data: bytes, name: str) -> Write:
    suffix = name[name.rfind(".") :].lower()
    found = _RECORDS.get(suffix) or _DOCUMENTS.get(detect(data))
    if found is None:
        raise QuanhengError(
            f"{name} 不能直接修正：只能修正 docx、xlsx、yaml、json 文件",
            "请按审核结果手工修改",
            message_en=f"{name} can't be corrected: only docx, xlsx, yaml and json can",
            hint_en="correct it by hand as the findings say",
        )
    module, function = found
    return cast("Write", getattr(import_module(module), function))

"""Which files prove which indicator or register entry (佐证材料)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE
from quanheng.audit.rule import Insufficient
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.indicator import Indicator
from quanheng.core.report import Project
from quanheng.evidence.proof import Link, Proof
from quanheng.language.patterns.personal_numbers import masked, personal_numbers
from quanheng.language.similarity import bare
from quanheng.registers.kinds import kinds

EVENTS: Final = "activities"
"""The register of events, which are photographed on their day."""
_INDICATOR: Final = "indicator"


def proofs_of(dossier: Dossier) -> Sequence[Proof]:
    """The files of the folder."""
    return (dossier.evidence or NO_EVIDENCE).proofs


def unread_files(dossier: Dossier) -> Iterator[Insufficient]:
    """An answer for each file that could not be read."""
    yield from map(Insufficient, (dossier.evidence or NO_EVIDENCE).unseen)


def proofs_for(dossier: Dossier, row: Indicator) -> Iterator[Proof]:
    """The files that are linked to a row."""
    for proof in proofs_of(dossier):
        if any(_names(link.indicator, row) for link in proof.links):
            yield proof


def has_entry(dossier: Dossier, row: Indicator) -> bool:
    """Whether an entry of some register names the row."""
    return any(
        _names(said, row)
        for register in (dossier.evidence or NO_EVIDENCE).registers.values()
        for said in set(register.columns.get(_INDICATOR, ()))
        if said
    )


def row_behind(dossier: Dossier, link: Link) -> Indicator | None:
    """The row that a link names, else the first row bound to its register."""
    if link.indicator:
        return _named(dossier.project, link.indicator)
    bound = (dossier.evidence or NO_EVIDENCE).indicators
    rows = dossier.project.indicators
    return next(
        (rows[at] for at, c in bound.items() if c.binding.register == link.register),
        None,
    )


def _named(project: Project, name: str) -> Indicator | None:
    return next((row for row in project.indicators if _names(name, row)), None)


def _names(said: str, row: Indicator) -> bool:
    return bool(said) and bare(said) in (bare(row.title), bare(row.name.raw))


def shown_name(proof: Proof) -> str:
    """A file name for messages, with personal numbers masked.

    Of a file of a confidential register only the suffix is shown, since its name may
    be that of a person.
    """
    registers = {link.register for link in proof.links if link.register}
    if any(kinds()[name].confidential for name in registers):
        return f"■■{PurePosixPath(proof.path).suffix}"
    return masked(proof.path, personal_numbers(proof.path, ()))


def named_entries(links: Iterable[Link]) -> Words:
    """The linked entries in words: 宣传活动台账第2、5行."""
    rows: dict[str, list[int]] = defaultdict(list)
    for link in sorted(set(links), key=lambda one: (one.register, one.row)):
        rows[link.register].append(link.row)
    named = [(kinds()[name].title, rows_in_words(rows[name])) for name in rows]
    return Words(
        "、".join(f"{title.zh}{found.zh}" for title, found in named),
        ", ".join(f"{title.en.lower()} {found.en}" for title, found in named),
    )

"""A corrected record beside its document → hints for the next form (学习表式)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from quanheng.core.errors import UnknownFormError
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.document.blocks import Document
from quanheng.forms.hints.hints import NO_HINTS, Hints, Meaning
from quanheng.forms.recognise import recognise
from quanheng.record.dump import dump_report
from quanheng.tasks.reading.label_votes import LabelVotes, Vote, bare

_PARTS: Final = ("project", "budget", "goals", "indicators", "total_score", "grade")
_MOST_TRIES: Final = 60
"""A reading takes some hundredths of a second; a person waits for the answer."""

Said: TypeAlias = tuple[str, str, Source]
"""What a value is, its text, and where it stands."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Hints, and what is read with them (学习结果).

    Attributes:
        hints: The hints; none where none makes the reading better.
        expected: The number of values in the corrected record.
        before: How many of these are read without the hints.
        after: How many are read with them.
        missing: What is still not read as in the record: place and text.
    """

    hints: Hints
    expected: int
    before: int
    after: int
    missing: tuple[tuple[str, str], ...]


def learn_hints(document: Document, corrected: Report) -> Learned:
    """What labels of a document mean, from what a person says is in it.

    Labels are proposed by where the values of the record stand, and kept if with them
    the document is read more like the record.

    Args:
        document: The document.
        corrected: Its record as a person has corrected it.
    """
    learner = _Learner(document, corrected)
    hints = learner.learned()
    wanted = learner.expected
    left = wanted - learner.read(hints)
    return Learned(
        hints,
        wanted.total(),
        (wanted & learner.read(NO_HINTS)).total(),
        (wanted & learner.read(hints)).total(),
        tuple(left.elements()),
    )


class _Learner:
    """Looks for the hints that a record speaks for."""

    def __init__(self, document: Document, corrected: Report) -> None:
        self._document = document
        said = list(_said(corrected))
        self.expected = Counter((place, bare(text)) for place, text, _ in said)
        self._votes = LabelVotes(document, [text for _, text, _ in said])
        rows = _indicators(corrected)
        self._wanted = [(p, t) for p, t, _ in said if not p.startswith("indicators")]
        self._rows = rows
        self._tries = 0

    def learned(self) -> Hints:
        """The hints that are worth keeping."""
        kept = self._without_needless(self._proposed())
        kept = self._with_labels_of_nothing(kept)
        return Hints.of(kept.items())

    def _proposed(self) -> dict[str, Meaning]:
        """For each label what most of the values beside it speak for."""
        votes = self._votes.labels(self._wanted, self._rows)
        found: dict[str, Meaning] = {}
        taken: set[Meaning] = set()
        for label, meaning in votes:
            if label not in found and meaning not in taken:
                found[label] = meaning
                taken.add(meaning)
        alone = self._one_by_one(votes)
        return max(found, alone, key=self._score)

    def _one_by_one(self, votes: Sequence[Vote]) -> dict[str, Meaning]:
        """The proposals that help each on its own."""
        found: dict[str, Meaning] = {}
        best = self._score(found)
        for label, meaning in votes:
            if self._tries > _MOST_TRIES:
                break
            if (score := self._score({**found, label: meaning})) > best:
                found[label], best = meaning, score
        return found

    def _without_needless(self, found: dict[str, Meaning]) -> dict[str, Meaning]:
        """Without those that the reading does as well without."""
        best = self._score(found)
        for label in list(found):
            fewer = {other: m for other, m in found.items() if other != label}
            if (score := self._score(fewer)) >= best:
                found, best = fewer, score
        return found

    def _with_labels_of_nothing(self, found: dict[str, Meaning]) -> dict[str, Meaning]:
        """Labels of what is read and isn't in the record say so."""
        best = self._score(found)
        report = self._recognised(Hints.of(found.items()))
        extra = Counter((p, bare(t)) for p, t, _ in _said(report)) - self.expected
        places = [(p, at) for p, t, at in _said(report) if (p, bare(t)) in extra]
        for label, meaning in self._votes.labels_of_nothing(places):
            if self._tries > 2 * _MOST_TRIES:
                break
            if (score := self._score({**found, label: meaning})) > best:
                found, best = {**found, label: meaning}, score
        return found

    # -- how well a document is read

    def read(self, hints: Hints) -> Counter[tuple[str, str]]:
        """What is read with hints."""
        report = self._recognised(hints)
        return Counter((place, bare(text)) for place, text, _ in _said(report))

    def _score(self, found: Mapping[str, Meaning]) -> float:
        """F1 of what is read against the record."""
        self._tries += 1
        read = self.read(Hints.of(found.items()))
        both = (read & self.expected).total()
        return 2 * both / ((read.total() + self.expected.total()) or 1)

    def _recognised(self, hints: Hints) -> Report:
        try:
            return recognise(self._document, hints)
        except UnknownFormError:
            return Report(self._document.name, ())


# -- the values of a report


def _said(report: Report) -> Iterator[Said]:
    """Every value with what it is; a row of indicators is known by its name."""
    for number, project in enumerate(dump_report(report)["projects"]):
        for part in _PARTS:
            data = project.get(part)
            if part != "indicators":
                yield from _values(data, f"{number}.{part}")
                continue
            for row in data or ():
                name = bare((row.get("level3") or {}).get("raw") or "")
                yield from _values(row, f"indicators.{number}.{name}")


def _values(data: Any, place: str) -> Iterator[Said]:
    if not isinstance(data, Mapping):
        return
    if "raw" in data:
        if data["raw"]:
            yield place, data["raw"], Source.parse(data["at"]["path"])
        return
    for key, inner in data.items():
        if key not in ("at", "table_at", "labels"):
            yield from _values(inner, f"{place}.{key}")


def _indicators(report: Report) -> Sequence[Mapping[str, str]]:
    """The texts of each row of indicators, by what they are."""
    return [
        {key: field["raw"] for key, field in row.items() if _is_value(field)}
        for project in dump_report(report)["projects"]
        for row in project.get("indicators") or ()
    ]


def _is_value(field: Any) -> bool:
    return isinstance(field, Mapping) and bool(field.get("raw"))

"""Which labels of one publisher mean what (表式提示)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

from quanheng.forms.labels import label_key, load_yaml

Meaning: TypeAlias = tuple[str, str]
"""A group of the catalogue of labels, and a meaning in it: ``indicator``, ``score``."""


@dataclass(frozen=True)
class Hints:
    """Labels as one publisher prints them, by what they mean (表式提示).

    A hint is evidence like an entry of the catalogue: what a row or a column is remains
    a question of all that stands in it.

    Attributes:
        labels: Group → meaning → labels.
    """

    labels: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def of(cls, meanings: Iterable[tuple[str, Meaning]]) -> "Hints":
        """Hints from labels with their meanings; of a label the last one counts."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for label, (group, name) in dict(meanings).items():
            parts = found.setdefault(group, {})
            parts[name] = (*parts.get(name, ()), label)
        return cls(found)

    @cached_property
    def usual(self) -> Mapping[str, str]:
        """Label, in the form of the catalogue → the usual label of the same meaning."""
        return {
            label_key(label): usual_label((group, name))
            for group, parts in self.labels.items()
            for name, labels in parts.items()
            for label in labels
        }

    def __bool__(self) -> bool:
        return bool(self.labels)

    def __len__(self) -> int:
        return sum(len(labels) for of in self.labels.values() for labels in of.values())


NO_HINTS = Hints({})


@cache
def _usual_labels() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = load_yaml(
        "quanheng.forms.hints", "usual_labels.yaml"
    )
    return found


def usual_label(meaning: Meaning) -> str:
    """The label that most forms print for a meaning."""
    group, name = meaning
    return _usual_labels()[group][name]


def meanings() -> Mapping[str, Iterable[str]]:
    """All that a hint may say: group → meanings."""
    return _usual_labels()

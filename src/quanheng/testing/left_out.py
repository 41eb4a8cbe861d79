"""Accuracy without the words of one publisher: leave one family out (留一法)."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import mean
from typing import Any, Final
from unittest.mock import patch

from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms import labels, lexemes
from quanheng.forms.labels import LABEL_GROUPS, label_key, meaning
from quanheng.readers import read_document
from quanheng.testing.corpus import Truth

_BETWEEN: Final = re.compile(r"[|｜│\t\n:：]|\s{2,}")
"""What stands between the cells of a line."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is read without the words of one family (留一结果).

    Attributes:
        family: The family.
        words: The labels that it alone uses and that were taken away.
        own: Mean F1 of its documents, before and after.
        others: Mean F1 of the others, before and after.
    """

    family: str
    words: frozenset[str]
    own: tuple[float, float]
    others: tuple[float, float]


def left_out(truths: Sequence[Truth], besides: Iterable[Truth]) -> Iterator[LeftOut]:
    """Each family of documents without its own words.

    Args:
        truths: The documents, which are read each time; a family is what the names of
            files have in common before the first ``_``.
        besides: Documents whose words count as used by others.
    """
    every = {truth.file: _labels_in(truth) for truth in (*truths, *besides)}
    counts = Counter(
        (word, family)
        for file, words in every.items()
        for word in words
        for family in [_family(file.stem)]
    )
    users = Counter(word for word, _ in counts)
    before = {truth.file: truth.judged().f1 for truth in truths}
    for family in dict.fromkeys(_family(file.stem) for file in before):
        own = [t for t in truths if _family(t.file.stem) == family]
        words = frozenset(w for w, f in counts if f == family and users[w] == 1)
        with without_words(words, frozenset(users)):
            after = {truth.file: truth.judged().f1 for truth in truths}
        ours = {truth.file for truth in own}
        yield LeftOut(
            family,
            words,
            _means(before, after, ours),
            _means(before, after, before.keys() - ours),
        )


def _family(stem: str) -> str:
    return stem.split("_", maxsplit=1)[0]


def _means(
    before: Mapping[Any, float], after: Mapping[Any, float], of: Iterable[Any]
) -> tuple[float, float]:
    files = list(of)
    if not files:
        return 1.0, 1.0
    return mean(before[f] for f in files), mean(after[f] for f in files)


# -- the words of a document


def _labels_in(truth: Truth) -> set[str]:
    """The labels in a document that the catalogue or its lexemes know."""
    document = read_document(truth.file.read_bytes(), truth.file.name)
    return {label_key(text) for text in _texts(document) if _is_known(text)}


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield cell.text
                yield from _BETWEEN.split(cell.text)
        elif isinstance(block, Heading | Paragraph):
            yield from _BETWEEN.split(block.text)


def _is_known(text: str) -> bool:
    return any(meaning(group, text) for group in LABEL_GROUPS) or any(
        likely > 0.9
        for group in lexemes.GROUPS
        for likely in lexemes.likeness(group, text).values()
    )


# -- the lexicon without them


@contextmanager
def without_words(words: frozenset[str], every: frozenset[str]) -> Iterator[None]:
    """The lexicon without some labels, and without the lexemes of these alone.

    Args:
        words: The labels that nobody is to know.
        every: All labels in use; a lexeme in one of the others stays.
    """
    load = labels.load_yaml
    used = every - words

    def loaded(folder: str, name: str) -> Any:
        data = load(folder, name)
        if name == "labels.yaml":
            return _without_labels(data, words)
        return _without_cores(data, words, used) if name == "lexemes.yaml" else data

    with (
        patch.object(labels, "load_yaml", loaded),
        patch.object(lexemes, "load_yaml", loaded),
    ):
        _forget()
        yield
    _forget()


def _without_labels(data: Any, words: frozenset[str]) -> Any:
    """Every pattern fails on these labels, whatever else it takes."""
    if not words:
        return data
    none_of = "|".join(map(re.escape, sorted(words)))
    return {
        group: {
            name: [rf"(?!(?:{none_of})\Z)(?:{pattern})" for pattern in patterns]
            for name, patterns in parts.items()
        }
        for group, parts in data.items()
    }


def _without_cores(data: Any, words: frozenset[str], used: frozenset[str]) -> Any:
    def kept(core: str) -> bool:
        word = core.lstrip("=")
        is_theirs = any(word in label for label in words)
        return not is_theirs or any(word in label for label in used)

    return {
        group: {
            name: " ".join(filter(kept, cores.split())) for name, cores in of.items()
        }
        if isinstance(of, dict)
        else of
        for group, of in data.items()
    }


def _forget() -> None:
    """Empty what the recogniser remembers of texts."""
    for name, module in list(sys.modules.items()):
        if name.startswith("quanheng.forms"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()

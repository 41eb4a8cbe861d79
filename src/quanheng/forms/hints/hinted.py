"""A document in the words of the catalogue, and its report in its own (套用提示)."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from quanheng.core.field import Field
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.hints.hints import Hints
from quanheng.forms.labels import LONGEST_LABEL, label_key

_BLANK: Final = re.compile(r"\s+")
_BRACKETS: Final = re.compile(r"[（(].*[）)]")
_PIECES: Final = re.compile(r"([\s|｜│:：]+)")


@dataclass(frozen=True)
class Hinted:
    """A document with the labels that hints know in the words of the catalogue.

    The recogniser then has the same evidence for them as for any label that it knows.

    Attributes:
        document: The document to recognise.
        printed: Place → text as it is there → text as printed.
    """

    document: Document
    printed: Mapping[Source, Mapping[str, str]]

    def in_own_words(self, report: Report) -> Report:
        """A report with these labels as they are printed."""
        own: Report = _mapped(report, self._printed)
        return own

    def _printed(self, field: Field) -> Field:
        printed = self.printed.get(field.at, {}).get(field.raw)
        return field if printed is None else replace(field, raw=printed)


def hinted(document: Document, hints: Hints) -> Hinted:
    """A document as hints let it be understood."""
    words = _Words(hints.usual)
    blocks = tuple(map(words.block, document.blocks)) if hints else document.blocks
    return Hinted(replace(document, blocks=blocks), words.printed)


class _Words:
    """Puts other words for labels, and remembers what was printed."""

    def __init__(self, usual: Mapping[str, str]) -> None:
        self._usual = usual
        self.printed: dict[Source, dict[str, str]] = {}

    def block(self, block: Block) -> Block:
        """A block in other words."""
        if isinstance(block, Heading | Paragraph):
            return replace(block, text=self._reworded(block.text, block.at))
        if isinstance(block, Table):
            cells = (
                replace(cell, text=self._reworded(cell.text, cell.at))
                for cell in block.cells
            )
            return replace(block, cells=tuple(cells))
        return block

    def _reworded(self, text: str, at: Source) -> str:
        if usual := self._of_label(text):
            return self._noted(text, usual, at)
        pieces = _PIECES.split(text)
        found = [self._of_label(piece) for piece in pieces]
        if not any(found):
            return text
        pairs = zip(pieces, found, strict=True)
        return "".join(
            self._noted(piece, new, at) if new else piece for piece, new in pairs
        )

    def _noted(self, text: str, usual: str, at: Source) -> str:
        self.printed.setdefault(at, {})[usual] = text
        return usual

    def _of_label(self, text: str) -> str:
        """A label in the usual word, with its brackets; empty where it isn't known."""
        if not text or len(text) > LONGEST_LABEL:
            return ""
        usual = self._usual.get(key) if (key := label_key(text)) else None
        if usual is None:
            return ""
        plain = _BLANK.sub("", text)
        if key in plain:
            return plain.replace(key, usual, 1)
        bracket = _BRACKETS.search(plain)
        return usual + (bracket[0] if bracket else "")


def _mapped(value: Any, change: Callable[[Field], Field]) -> Any:
    """A value with all its fields changed."""
    if isinstance(value, Field):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(inner, change) for inner in value)
    if isinstance(value, Mapping):
        return {key: _mapped(inner, change) for key, inner in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type | Source):
        parts = {
            part.name: getattr(value, part.name)
            for part in dataclasses.fields(value)
            if part.init
        }
        changed = {name: _mapped(inner, change) for name, inner in parts.items()}
        same = all(changed[name] is parts[name] for name in parts)
        return value if same else replace(value, **changed)
    return value

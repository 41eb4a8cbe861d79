"""YAML → LawBook; the only file of this floor that knows YAML (读入参数)."""

import copyreg
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar

import yaml

from quanheng.core.bilingual import Words
from quanheng.law.book import NATIONWIDE, DatedValue, LawBook, Parameter, WordList
from quanheng.law.citation import PRACTICE, Citation, LegalText, cite

COMMON_PRACTICE: Final = "一般做法"
"""The practice of a word list that cites no other."""

_Entry = TypeVar("_Entry", Parameter, WordList)


class ExactLoader(yaml.CSafeLoader):
    """Reads numbers as exact decimals, lists as tuples, ``!words`` as a tuple too.

    One text that is split at its blanks loads in a tenth of the time of a YAML list and
    is easier to read and edit.
    """


def _decimal(loader: ExactLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(loader.construct_scalar(node))


def _tuple(loader: ExactLoader, node: yaml.SequenceNode) -> tuple[Any, ...]:
    return tuple(loader.construct_sequence(node, deep=True))


def _words(loader: ExactLoader, node: yaml.ScalarNode) -> tuple[str, ...]:
    return tuple(loader.construct_scalar(node).split())


ExactLoader.add_constructor("!words", _words)
ExactLoader.add_constructor("tag:yaml.org,2002:int", _decimal)
ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)
ExactLoader.add_constructor("tag:yaml.org,2002:seq", _tuple)


@cache
def load_book() -> LawBook:
    """The book that quanheng ships (随附参数手册)."""
    return read_book(files("quanheng.law"), files("quanheng.language") / "lexicon")


def _book_elsewhere(book: LawBook) -> tuple[Any, ...]:
    """Pickle the shipped book as a call that loads it, any other book in full."""
    if book is load_book():
        return load_book, ()
    parts = book.parameters, book.texts, book.lexicon, book.words, book.provinces
    return LawBook, parts


copyreg.pickle(LawBook, _book_elsewhere)


def read_book(law: Traversable, lexicon: Traversable) -> LawBook:
    """A book from the folders of ``law`` and ``language/lexicon``."""
    texts = {text.number: text for text in map(_text, _yaml(law / "documents.yaml"))}
    topics = _listed(law / "parameters")
    parameters = (parameter for topic in topics for parameter in _topic(topic, texts))
    lists = (words for path in _listed(lexicon) for words in _word_lists(_yaml(path)))
    words = {
        scope: {code: Words(*pair) for code, pair in codes.items()}
        for scope, codes in _yaml(law / "value_words.yaml").items()
    }
    provinces = _yaml(law / "regions.yaml")["provinces"]
    return LawBook(_by_name(parameters), texts, _by_name(lists), words, provinces)


def _listed(folder: Traversable) -> list[Traversable]:
    """The entries of a folder by name, without caches and hidden files."""
    paths = (p for p in folder.iterdir() if not p.name.startswith(("_", ".")))
    return sorted(paths, key=lambda path: path.name)


def _by_name(entries: Iterable[_Entry]) -> dict[str, _Entry]:
    return {entry.name: entry for entry in sorted(entries, key=lambda e: e.name)}


def _yaml(path: Traversable) -> Any:
    return yaml.load(path.read_bytes(), Loader=ExactLoader)  # noqa: S506 - safe


def _text(data: dict[str, Any]) -> LegalText:
    return LegalText(
        number=data["number"],
        title=_title(data),
        issuer=data.get("issuer", ""),
        issued=data.get("issued"),
        verified=data.get("verified", {}),
        practices=data.get("practices", {}),
        scheme_for=data.get("scheme_for", ""),
        is_checked=data.get("is_checked", False),
        repealed=data.get("repealed"),
        replaced_by=data.get("replaced_by", ""),
    )


def _topic(topic: Traversable, texts: dict[str, LegalText]) -> Iterator[Parameter]:
    for path in _listed(topic):
        name = f"{topic.name}.{path.name.removesuffix('.yaml')}"
        yield _parameter(name, _yaml(path), texts)


def _title(data: dict[str, Any]) -> Words:
    return Words(data["title"], data["title_en"])


def _word_lists(data: dict[str, Any]) -> Iterator[WordList]:
    for name, listed in data["lists"].items():
        practice = Citation(PRACTICE, listed.get("practice", COMMON_PRACTICE))
        yield WordList(
            f"words.{name}", _title(listed), _title(data), listed["words"], practice
        )


def _parameter(
    name: str, data: dict[str, Any], texts: dict[str, LegalText]
) -> Parameter:
    return Parameter(
        name=name,
        title=_title(data),
        unit=data.get("unit", ""),
        values=tuple(
            sorted(
                (_value(value, texts) for value in data["values"]),
                key=lambda value: value.since,
            )
        ),
    )


def _value(data: dict[str, Any], texts: dict[str, LegalText]) -> DatedValue:
    since: date = data["since"]
    return DatedValue(
        value=data["value"],
        since=since,
        until=data.get("until"),
        region=data.get("region", NATIONWIDE),
        cite=cite(texts, data["cite"]["document"], data["cite"].get("article", "")),
    )

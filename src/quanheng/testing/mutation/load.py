"""The planted faults and the clean reports, from their files (变异与样本)."""

from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from quanheng.office.plain_yaml import parse_yaml
from quanheng.testing.mutation.mutator import Mutator, Role, Step
from quanheng.testing.mutation.sites import Record

_PACKAGE = files("quanheng.testing")


@cache
def clean_reports() -> dict[str, Record]:
    """Reports without a fault, by name; never change them in place."""
    listed = (_PACKAGE / "clean").iterdir()
    texts = {file.name: file.read_text("utf-8") for file in listed}
    return {
        name.removesuffix(".yaml"): parse_yaml(texts[name])
        for name in sorted(texts)
        if name.endswith(".yaml")
    }


@cache
def mutators() -> tuple[Mutator, ...]:
    """Every kind of planted fault, as listed.

    Raises:
        ValueError: A key of the file is not known.
    """
    folder = _PACKAGE / "mutation" / "mutators"
    texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    return tuple(
        _mutator(entry)
        for name in sorted(texts)
        for entry in yaml.load(texts[name], Loader=yaml.CSafeLoader)
    )


_OF_MUTATOR: Final = frozenset(
    ("name", "catches", "then", "role", "given", "except", "disclosure", "region")
)


def _mutator(entry: dict[str, Any]) -> Mutator:
    first = {key: value for key, value in entry.items() if key not in _OF_MUTATOR}
    return Mutator(
        name=entry["name"],
        catches=tuple(entry["catches"].split()),
        steps=(_step(first), *(_step(step) for step in entry.get("then", ()))),
        role=Role(entry.get("role", Role.REPORT)),
        given=entry.get("given", {}),
        left_out=frozenset(entry.get("except", "").split()),
        disclosure=entry.get("disclosure", False),
        region=entry.get("region", ""),
    )


def _step(entry: dict[str, Any] | str) -> Step:
    if isinstance(entry, str):
        return Step(call=entry)
    return Step(**entry)

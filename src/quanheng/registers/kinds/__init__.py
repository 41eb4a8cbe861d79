"""The kinds of registers, one a file (台账种类).

A module of this package holds one kind as ``KIND``; nothing is registered anywhere.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from quanheng.registers.kind import RegisterKind


@cache
def kinds() -> Mapping[str, RegisterKind]:
    """Name → kind of all registers there are, in order of their names."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = (import_module(f"{__name__}.{name}").KIND for name in names)
    return MappingProxyType({kind.name: kind for kind in found})

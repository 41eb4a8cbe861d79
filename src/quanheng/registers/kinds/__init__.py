"""The kinds of registers: every YAML file of this folder is one (台账种类)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from quanheng.registers.kind import RegisterKind
from quanheng.registers.load import CommonParts, read_common, read_kind

_FOLDER = files("quanheng.registers")


@cache
def kinds() -> Mapping[str, RegisterKind]:
    """All kinds by name, in order of their names."""
    paths = sorted((_FOLDER / "kinds").iterdir(), key=lambda path: path.name)
    found = (
        read_kind(path.name, path.read_bytes(), common_parts())
        for path in paths
        if path.name.endswith(".yaml")
    )
    return MappingProxyType({kind.name: kind for kind in found})


@cache
def common_parts() -> CommonParts:
    """Fields and choices that several kinds share."""
    path = _FOLDER / "common_parts.yaml"
    return read_common(path.name, path.read_bytes())

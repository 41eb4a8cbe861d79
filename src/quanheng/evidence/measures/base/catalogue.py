"""The measures by name: every module beside ``base`` is one (计量方法目录)."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.evidence import measures
from quanheng.evidence.measures.base.measure import Measure


@cache
def _modules() -> Mapping[str, str]:
    """Name of a measure → its module."""
    found = walk_packages(measures.__path__, f"{measures.__name__}.")
    names = (module.name for module in found if not module.ispkg)
    return {
        name.rpartition(".")[2]: name
        for name in names
        if not name.startswith(__package__)
    }


def measure_names() -> tuple[str, ...]:
    """The names of all measures."""
    return tuple(sorted(_modules()))


def measure_named(name: str) -> Measure:
    """The measure of a name.

    Raises:
        QuanhengError: There is none.
    """
    if name not in _modules():
        raise QuanhengError(
            Words(f"无名称为“{name}”的计量方法", f"there is no measure “{name}”"),
            Words(
                f"可用方法：{'、'.join(measure_names())}",
                f"measures: {', '.join(measure_names())}",
            ),
        )
    found = import_module(_modules()[name]).MEASURE
    assert isinstance(found, Measure)  # noqa: S101
    return found

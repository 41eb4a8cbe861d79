"""The measures by name: every module of the package is one (计量方法目录)."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.evidence import measures
from quanheng.evidence.measures.base.measure import Measure


@cache
def measure_names() -> tuple[str, ...]:
    """The names of all measures."""
    found = iter_modules(measures.__path__)
    return tuple(sorted(module.name for module in found if not module.ispkg))


def measure_named(name: str) -> Measure:
    """The measure of a name.

    Raises:
        QuanhengError: There is none.
    """
    if name not in measure_names():
        raise QuanhengError(
            Words(f"无名称为“{name}”的计量方法", f"there is no measure “{name}”"),
            Words(
                f"可用方法：{'、'.join(measure_names())}",
                f"measures: {', '.join(measure_names())}",
            ),
        )
    found = import_module(f"{measures.__name__}.{name}").MEASURE
    assert isinstance(found, Measure)  # noqa: S101
    return found

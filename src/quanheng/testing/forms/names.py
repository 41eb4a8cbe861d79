"""Names made of parts: organisations, projects, indicators, words as values (名称)."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Final

from quanheng.office.plain_yaml import parse_yaml

_LEVELS: Final = ("产出指标", "效益指标", "满意度指标")
_SMALL_SHARE: Final = 0.2


@cache
def words() -> dict[str, Any]:
    """What names are made of."""
    text = files(__package__).joinpath("names.yaml").read_text("utf-8")
    found: dict[str, Any] = parse_yaml(text)
    return found


def organisations(random: Random) -> tuple[str, str]:
    """A department in charge, and the unit that carries a project out."""
    known = words()
    place = random.choice(known["places"])
    department = place + random.choice(known["departments"])
    if random.random() < _SMALL_SHARE:
        unit = random.choice(known["small_places"]) + random.choice(
            known["small_units"]
        )
    else:
        unit = random.choice([place, ""]) + random.choice(known["units"])
    unit = random.choice([unit, unit, department]) + random.choice(known["tails"])
    code = random.choice(known["codes"]) if random.random() < 0.1 else ""
    return code + department, unit


def project_name(random: Random, year: int) -> str:
    """A project by what it does, with its year or place now and then."""
    known = words()
    name = random.choice(known["project_heads"]) + random.choice(known["project_tails"])
    frame: str = random.choice(known["project_frames"])
    return frame.format(name, year=year, place=random.choice(known["places"]))


def indicators(random: Random, number: int) -> list[list[str]]:
    """Indicators of the usual classes, in their order.

    Each is: level 1, level 2, name, kind of value, low, high, unit.
    """
    sources = words()["indicators"]
    classes = [one for one in sources if one["classes"][0] != _LEVELS[2]]
    picked = [*random.choices(classes, k=number - 1), sources[-1]]
    picked.sort(key=sources.index)
    return [_indicator(random, one) for one in picked]


def _indicator(random: Random, source: Mapping[str, Any]) -> list[str]:
    parts = (source["acts"], source["objects"], source["measures"])
    name = "".join(random.choice(part) for part in parts)
    unit = random.choice(source["units"])
    if unit and unit != "%" and random.random() < 0.1:
        name += f"（{unit}）"
    return [
        *source["classes"],
        name,
        source["kind"],
        source["low"],
        source["high"],
        unit,
    ]


def renamed(random: Random, way: str, classes: Sequence[str]) -> dict[str, str]:
    """What a publisher calls the usual classes, in one of the ways of a layout."""
    if way == "own":
        chosen: dict[str, str] = random.choice(words()["classes"]["own"])
        return {name: chosen.get(name, name) for name in classes}
    if way == "bare":
        return {name: name.removesuffix("指标") for name in classes}
    if way == "typed":
        return {name: f"{name.removesuffix('指标')}类指标" for name in classes}
    return {name: name for name in classes}


def phrase(random: Random, year: int) -> str:
    """A value that is neither a figure nor a plain word: ``95%以上``."""
    text: str = random.choice(words()["phrases"])
    return text.format(n=random.randint(1, 100), k=random.randint(1, 4), year=year)


def word(random: Random) -> str:
    """A value in words."""
    return str(random.choice(words()["words"]))

"""A parameter as people read it (参数说明)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from quanheng.cli.answers.citations import citation_text
from quanheng.core.quantity import plain
from quanheng.law.book import LawBook, Parameter, Value


def parameter_list(book: LawBook, lang: str) -> str:
    """All parameters, a line each."""
    width = max(len(name) for name in book.parameters)
    return "\n".join(
        f"{parameter.name:{width}}  {title(parameter, lang)}"
        for parameter in book.parameters.values()
    )


def title(parameter: Parameter, lang: str) -> str:
    """A parameter's title in a language."""
    return parameter.title_en if lang == "en" else parameter.title


def parameter_text(parameter: Parameter, book: LawBook, lang: str) -> str:
    """One parameter through time and regions, each value with its source."""
    unit = f" ({parameter.unit})" if parameter.unit else ""
    lines = [f"{parameter.name}  {title(parameter, lang)}{unit}", ""]
    for value in parameter.values:
        until = f" – {value.until}" if value.until else " –"
        lines.append(f"{value.since}{until}  {value.region}")
        lines.append(f"    {value_text(value.value)}")
        lines.append(f"    {citation_text(value.cite, book, lang)}")
    return "\n".join(lines)


def value_text(value: Value) -> str:
    """A value of any shape on one line."""
    if isinstance(value, bool) or value is None:
        return {True: "是 yes", False: "否 no", None: "无 none"}[value]
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "，".join(f"{key} {value_text(part)}" for key, part in value.items())
    assert isinstance(value, Sequence)  # noqa: S101 - narrows the union
    joint = "；" if any(isinstance(part, Mapping) for part in value) else "、"
    return joint.join(value_text(part) for part in value) or "无 none"

"""Write rule, cases and changelog fragment of a new rule, to be filled in (新规则)."""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from quanheng.audit.engine import all_rules

FILL_IN: Final = "FILL IN"
"""The mark of places that a person must fill in."""
CODE: Final = re.compile(r"[A-Z]{2}\d{3}")
NAME: Final = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def lay_out_rule(root: Path, code: str, name: str) -> tuple[Path, ...]:
    """Write the three files of a rule into a checkout and return their paths.

    Raises:
        ValueError: The code or the name can't be used.
    """
    folder = _family_folders().get(code[:2], "")
    if refusal := _refusal(code, name, folder):
        raise ValueError(refusal)
    snake = name.replace("-", "_")
    stem = root / "src/quanheng/audit/rules" / folder / f"{code.lower()}_{snake}"
    paths = {
        "rule.py.txt": stem.with_suffix(".py"),
        "cases.yaml.txt": stem.with_suffix(".cases.yaml"),
        "fragment.md.txt": root / "changelog.d" / f"{code.lower()}.rule.md",
    }
    for template, path in paths.items():
        text = files("quanheng.testing.new_rule").joinpath(template).read_text("utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(text).substitute(code=code, name=name, snake=snake))
    return tuple(paths.values())


def _family_folders() -> Mapping[str, str]:
    """Family → the folder of its rules."""
    return {rule.family: rule.check.__module__.split(".")[-2] for rule in all_rules()}


def _refusal(code: str, name: str, folder: str) -> str:
    """Why the rule can't be written, in one sentence; empty if it can."""
    taken = {rule.code: rule for rule in all_rules()}
    if not CODE.fullmatch(code):
        return f"CODE={code} is not two capital letters and three digits, as GL105."
    if not folder:
        return f"No family {code[:2]}; there are {', '.join(_family_folders())}."
    if code in taken:
        return f"{code} is {taken[code].name}; codes are for ever, take a free one."
    if not NAME.fullmatch(name):
        return f"NAME={name} is not words in small letters joined by hyphens."
    if name in {rule.name for rule in taken.values()}:
        return f"A rule is named {name} already; say what is wrong in other words."
    return ""


def left_to_fill_in(*paths: Path) -> list[str]:
    """The places to fill in: file, line and text."""
    return [
        f"{path.name}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if FILL_IN in line
    ]

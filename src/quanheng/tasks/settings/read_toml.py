"""TOML file → plain data (读取 TOML)."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError

_PLACE: Final = re.compile(r"at line (\d+), column (\d+)")
"""The place of a fault in Python's English message."""


def read_toml(data: bytes, name: str) -> Mapping[str, Any]:
    """A TOML file as plain data.

    Raises:
        QuanhengError: It is no TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise QuanhengError(
            Words(f"{name} 嵌套过深", f"{name} is nested too deeply")
        ) from error
    except ValueError as error:
        # Python also raises it for a number with thousands of digits.
        place = _PLACE.search(str(error))
        where = f"：第{place[1]}行第{place[2]}列有误" if place else ""
        raise QuanhengError(
            Words(f"{name} 不是合法的 TOML{where}", f"{name} is no TOML: {error}")
        ) from error

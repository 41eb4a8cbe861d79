"""Bytes of a TOML file → plain data (读取 TOML)."""

import tomllib
from collections.abc import Mapping
from typing import Any

from quanheng.core.errors import QuanhengError


def read_toml(data: bytes, name: str) -> Mapping[str, Any]:
    """A TOML file as plain data.

    Raises:
        QuanhengError: It is no TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise QuanhengError(
            f"{name} 嵌套过深", message_en=f"{name} is nested too deeply"
        ) from error
    except ValueError as error:
        # Of a number with thousands of digits Python says so in this way too.
        raise QuanhengError(
            f"{name} 不是合法的 TOML：{error}",
            message_en=f"{name} is no TOML: {error}",
        ) from error

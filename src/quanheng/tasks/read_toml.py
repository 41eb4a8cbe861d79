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
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise QuanhengError(
            f"{name} 不是合法的 TOML：{error}",
            message_en=f"{name} is no TOML: {error}",
        ) from error

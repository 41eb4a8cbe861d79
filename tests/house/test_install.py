"""A complete lock is installed as complete, whatever has been released since."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)( ;.*?)?(?: \\)?$", re.MULTILINE)


def wheel(folder: Path, name: str, version: str) -> str:
    """A wheel that holds nothing and asks for what the real one asks for; its hash."""
    stem = f"{name.replace('-', '_').replace('.', '_')}-{version}"
    try:
        asked = requires(name) or ()
    except PackageNotFoundError:
        asked = ()
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    path = folder / f"{stem}-py3-none-any.whl"
    with ZipFile(path, "w") as file:
        info = f"{stem}.dist-info"
        wanted = "".join(f"Requires-Dist: {one}\n" for one in asked)
        file.writestr(f"{info}/METADATA", head + wanted)
        file.writestr(
            f"{info}/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        file.writestr(f"{info}/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def doctored(pins: list[tuple[str, str, str]], index: Path) -> Iterator[str]:
    """A lock of the same pins, to an index where each has a newer release."""
    for name, version, marker in pins:
        wheel(index, name, "99999")
        digest = wheel(index, name, version)
        yield f"{name}=={version}{marker} --hash=sha256:{digest}\n"


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_installs_although_everything_has_a_newer_release(
    lock: str, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    index.mkdir()
    pins = PINNED.findall((ROOT / lock).read_text("utf-8"))
    (tmp_path / lock).write_text("".join(doctored(pins, index)), "utf-8")
    shutil.copy(ROOT / "Makefile", tmp_path)
    target = ".venv/.locked-dev" if "dev" in lock else ".venv/.locked"
    made = subprocess.run(
        ["make", "-C", tmp_path, target, f"PYTHON={sys.executable}"],
        env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(index)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    (libraries,) = (tmp_path / ".venv/lib").glob("*/site-packages")
    installed = {path.name.rsplit(".", 1)[0] for path in libraries.glob("*.dist-info")}
    assert {
        f"{n.replace('-', '_')}-{v}" for n, v, marker in pins if not marker
    } <= installed
    assert not [name for name in installed if name.endswith("-99999")]


def test_both_locks_agree() -> None:
    own, everything = (
        {pin[:2] for pin in PINNED.findall((ROOT / lock).read_text("utf-8"))}
        for lock in LOCKS
    )
    assert own <= everything


def test_module_is_the_command() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "quanheng", "value", "30万元"],
        capture_output=True,
        check=True,
    )
    assert "300000元" in said.stdout.decode()

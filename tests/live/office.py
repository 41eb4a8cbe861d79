"""LibreOffice without a window, to compute and print as a person's program does."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

needs_office = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks, every formula computed anew; one start for all of them."""
    return _converted(books, "xlsx", "xlsx", folder)


def printed(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word files as the pages that LibreOffice prints."""
    return _converted(files, "docx", "pdf", folder)


def _converted(
    files: Mapping[str, bytes], kind: str, into: str, folder: Path
) -> dict[str, bytes]:
    assert OFFICE is not None
    profile, given, done = folder / "profile", folder / "in", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE)
    given.mkdir()
    for name, data in files.items():
        (given / f"{name}.{kind}").write_bytes(data)
    subprocess.run(
        [
            OFFICE,
            "--headless",
            f"-env:UserInstallation={profile.as_uri()}",
            *("--convert-to", into, "--outdir", str(done)),
            *(str(given / f"{name}.{kind}") for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: (done / f"{name}.{into}").read_bytes() for name in files}

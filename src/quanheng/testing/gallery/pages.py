"""Pictures of the pages of a rendered file (逐页成图)."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from PIL import Image

from quanheng.writers.pdf.fonts import ROLES

_OFFICE: Final = frozenset({".docx", ".xlsx"})
_WINDOW: Final = "--window-size=1100,1400"
_CHROMIUM: Final = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
)


class Studio:
    """Turns files into pictures, in one working folder (照相间)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts = folder / "fonts.conf"
        self._fonts.write_text(_font_aliases(), "utf-8")

    def pictures(self, path: Path, dpi: int) -> list[Image.Image]:
        """Pictures of the pages of a file; a web page has one."""
        if path.suffix == ".html":
            return [self._web_page(path)]
        return self._printed(self.pdf(path), dpi)

    def pdf(self, path: Path) -> Path:
        """The file as pdf, printed by LibreOffice unless it is one."""
        if path.suffix not in _OFFICE:
            return path
        out = self._folder / f"{path.stem}_{path.suffix[1:]}"
        printed = out / f"{path.stem}.pdf"
        if printed.exists():
            return printed
        self._run(
            "soffice",
            "--headless",
            f"-env:UserInstallation={(self._folder / 'office').as_uri()}",
            *("--convert-to", "pdf", "--outdir", out, path),
        )
        return printed

    def texts(self, pdf: Path) -> list[str]:
        """The text of each page, without blanks."""
        text = self._run("pdftotext", "-layout", pdf, "-")
        return ["".join(page.split()) for page in text.split("\f")]

    def _printed(self, pdf: Path, dpi: int) -> list[Image.Image]:
        stem = pdf.with_suffix("")
        for old in pdf.parent.glob(f"{stem.name}-*.png"):
            old.unlink()
        self._run("pdftoppm", "-r", str(dpi), "-png", pdf, stem)
        pages = sorted(pdf.parent.glob(f"{stem.name}-*.png"))
        return [Image.open(page).convert("RGB") for page in pages]

    def _web_page(self, path: Path) -> Image.Image:
        shot = path.with_suffix(".shot.png")
        profile = f"--user-data-dir={self._folder / 'browser'}"
        self._run(
            *_CHROMIUM,
            profile,
            _WINDOW,
            f"--screenshot={shot}",
            path.absolute().as_uri(),
        )
        return Image.open(shot).convert("RGB")

    def _run(self, *command: str | Path) -> str:
        environment = {**os.environ, "FONTCONFIG_FILE": str(self._fonts)}
        done = subprocess.run(  # noqa: S603 - fixed commands on our own files
            command, env=environment, capture_output=True, check=True, text=True
        )
        return done.stdout


def _font_aliases() -> str:
    """The substitutes of each official font, as in the pdf writer."""
    aliases = "".join(
        f'<alias binding="same"><family>{escape(official)}</family><prefer>'
        f"{_families([*stand_ins, *ROLES['song']])}</prefer></alias>"
        for official, *stand_ins in ROLES.values()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"{aliases}</fontconfig>"
    )


def _families(names: Sequence[str]) -> str:
    return "".join(f"<family>{escape(name)}</family>" for name in names)

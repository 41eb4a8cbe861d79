"""The typesetter (排版引擎)."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Final, cast

from typst import Compiler, Fonts, TypstError

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.writers.pdf.fonts import PACKAGED, chosen

_SETTING: Final = Lock()
"""A typesetter is not thread-safe."""


class Typesetter:
    """Typesets pages, with fonts loaded once (排版引擎).

    Attributes:
        families: Available font families of each role.
    """

    def __init__(self, fonts: Fonts) -> None:
        self.families = chosen(fonts.families())
        self._layout = files(__package__).joinpath("report.typ").read_bytes()
        self._compiler = Compiler(
            self._layout, font_paths=fonts, ignore_system_fonts=True
        )

    def set(self, data: str, *, archival: bool = False) -> bytes:
        """The pages as a PDF file, given their content as JSON.

        An archival one is PDF/A-1a (GB/T 23286.1).

        Raises:
            UnreadableFileError: The text has characters that PDF/A does not allow.
        """
        try:
            with _SETTING:
                made = self._compiler.compile(
                    self._layout,
                    format="pdf",
                    sys_inputs={"data": data},
                    pdf_standards=["a-1a"] if archival else [],
                )
        except TypstError as error:
            if not archival:
                raise
            raise UnreadableFileError(
                Words(
                    f"无法生成 PDF/A：{error.message}",
                    f"The PDF/A can't be made: {error.message}",
                ),
                Words(
                    "文中有无法长期保存的字符，请改正或换用含有该字符的字体",
                    "mend the signs that can't be kept for ever, "
                    "or name fonts that have them",
                ),
            ) from error
        return cast("bytes", made)


@cache
def typesetter(folders: tuple[Path, ...] = ()) -> Typesetter:
    """A typesetter with the fonts of given folders and the system.

    Those of a Python package are loaded only if there is no other Chinese font.
    """
    found = _with_fonts(folders)
    return found if found.families["song"] else _with_fonts((*folders, PACKAGED))


def _with_fonts(folders: tuple[Path, ...]) -> Typesetter:
    return Typesetter(Fonts(font_paths=[str(folder) for folder in folders]))

"""``python -m quanheng.testing.gallery``: write ``docs/gallery`` (样张).

Every shipped example in every form and file format, as office programs show it, with a
list of the pictures. Needs LibreOffice, Chromium and poppler. Exits with 1 if a table
of contents has other page numbers than LibreOffice prints.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from quanheng.forms.compose import FORMS
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE
from quanheng.testing.gallery.contents import misstated
from quanheng.testing.gallery.pages import Studio
from quanheng.testing.gallery.sheets import save_sheet
from quanheng.writers import SUFFIXES

_OUT: Final = Path("docs/gallery")
_EXAMPLES: Final = Path("examples")
_DPI: Final = 42
_CLOSE: Final = 70
_SHOWN_CLOSE: Final = 4
"""Page of the report with the budget table, after cover and contents."""
_HEAD: Final = """# Gallery 样张

What `quanheng render` makes of the shipped examples (people and places are made up):
all pages of a file on one sheet, every form as Word file and once at least in every
other format. Word and Excel files are shown
as LibreOffice prints them, with free fonts in the place of 方正小标宋, 仿宋 and 楷体.
Written by `make gallery`.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """One rendered example (样张).

    Attributes:
        example: Name of the example.
        form: Form that it is rendered in.
        path: The file.
    """

    example: str
    form: str
    path: Path

    @property
    def picture(self) -> str:
        """Name of its picture."""
        return f"{self.path.stem}_{self.path.suffix[1:]}.png"


def main() -> int:
    """Write the pictures and the list of them."""
    _OUT.mkdir(parents=True, exist_ok=True)
    for old in _OUT.glob("*.png"):
        old.unlink()
    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        studio = Studio(Path(folder))
        samples = list(_samples(Path(folder)))
        for sample in samples:
            pages = studio.pictures(sample.path, _DPI)
            save_sheet(pages, _OUT / sample.picture)
            if sample.path.suffix == ".docx":
                texts = studio.texts(studio.pdf(sample.path))
                wrong += misstated(sample.path, texts)
        beside = _beside(studio, samples)
    (_OUT / "README.md").write_text(_listing(samples, beside), "utf-8")
    for entry in wrong:
        sys.stderr.write(f"contents name another page: {entry}\n")
    return 1 if wrong else 0


def _samples(folder: Path) -> Iterator[Sample]:
    """Each example in every form, and each form in every format at least once.

    An example has all formats in its own form; the first example has them in the
    forms that no example has as its own.
    """
    examples = sorted(_EXAMPLES.glob("*.yaml"))
    reports = [read_report(path.read_bytes(), path.name) for path in examples]
    own = [report.projects[0].form for report in reports]
    for number, (example, report) in enumerate(zip(examples, reports, strict=True)):
        for form in FORMS:
            whole = form == own[number] or (form not in own and number == 0)
            for suffix in SUFFIXES if whole else SUFFIXES[:1]:
                path = folder / f"{example.stem}_{form}{suffix}"
                path.write_bytes(render_report(report, suffix, WORKPLACE, form))
                yield Sample(example.stem, form, path)


def _beside(studio: Studio, samples: list[Sample]) -> list[str]:
    """The same page as Word file and as pdf, side by side."""
    names = []
    for docx in samples:
        pdf = docx.path.with_suffix(".pdf")
        if docx.path.suffix != ".docx" or not pdf.exists():
            continue
        pair = [studio.pictures(path, _CLOSE) for path in (docx.path, pdf)]
        page = min(_SHOWN_CLOSE, *map(len, pair)) - 1
        names.append(f"{docx.path.stem}_docx_pdf.png")
        save_sheet([pages[page] for pages in pair], _OUT / names[-1])
    return names


def _listing(samples: list[Sample], beside: list[str]) -> str:
    lines = [_HEAD]
    for sample in samples:
        title = f"{sample.example} · {sample.form} · {sample.path.suffix[1:]}"
        lines += [f"## {title}", "", f"![{title}]({sample.picture})", ""]
    for name in beside:
        lines += [f"## {name}", "", f"The same page, Word | pdf: ![{name}]({name})", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

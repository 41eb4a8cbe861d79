"""Annotated and corrected copies of the user's files (批注与修正)."""

from itertools import chain, count
from pathlib import Path
from typing import Final

import typer

from quanheng.answers.corrections import difference, fixed_text
from quanheng.answers.findings.notes import notes_of
from quanheng.cli.checking import Checker
from quanheng.cli.options.write_back import WriteBackOptions
from quanheng.cli.writing.messages import say, say_written
from quanheng.cli.writing.outputs import make_folder, write_back, write_output
from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.errors import QuanhengError
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.reading.read_file import ReadFile
from quanheng.tasks.writing.annotate_file import annotate_file, signed_on
from quanheng.tasks.writing.fix_file import fix_file

_NONE_WRITTEN: Final = Words(
    "未作修正，未写出文件", "nothing corrected, no file written"
)


class WriteBack:
    """Checks files and writes the copies that the options ask for.

    Attributes:
        checker: Checks the files.
        failed: Whether a copy could not be written.
        differs: Whether a listed correction would change a file.
    """

    def __init__(self, options: WriteBackOptions, checker: Checker, lang: str) -> None:
        self._options = options
        self.checker = checker
        self._lang = lang
        self._written: set[Path] = set()
        self.failed = False
        self.differs = False

    @property
    def writes(self) -> bool:
        """Whether files are written or listed while they are checked."""
        return self._options.any

    @property
    def stays_here(self) -> bool:
        """Whether files are checked in this process alone.

        Only one process may write, and sealed entries are never sent to another.
        """
        return self.writes or self.checker.evidence is not None

    def check(self, file: ReadFile) -> CheckedFile:
        """A file with its findings, after its corrections if any.

        Raises:
            QuanhengError: The settings that apply to the file are wrong.
        """
        checked = self.checker.check(file)
        if checked.error or not self._options.any:
            return checked
        try:
            return self._handed_back(checked, file)
        except QuanhengError as error:
            self.failed = True
            say(error, self._lang)
            return checked

    def _handed_back(self, checked: CheckedFile, file: ReadFile) -> CheckedFile:
        path, options = checked.path, self._options
        if path == "-":
            raise QuanhengError(
                Words(
                    "标准输入无法批注或修正",
                    "standard input can't be annotated or corrected",
                ),
                Words("请给出文件名", "name a file"),
            )
        now = self._corrected(file) if options.corrects else file.data
        if now != file.data:
            checked = self.checker.check(file.corrected(now))
        if options.annotate is not None:
            workplace = self.checker.lookup.workplace
            notes = notes_of(checked, workplace.book, self._lang)
            copy = annotate_file(now, path, notes, signed_on(workplace.day))
            said = Words(f"（批注{len(notes)}条）", f" ({len(notes)} notes)")
            self._write(self._apart(options.annotate, path), copy, said)
        return checked

    def _corrected(self, file: ReadFile) -> bytes:
        """The corrected bytes of a file; unchanged if corrections are only listed."""
        path, data = file.path, file.data
        fixed = fix_file(
            data,
            file.name,
            lambda now: self.checker.check(file.corrected(now)).findings,
            unsafe=self._options.unsafe,
        )
        target = self._target(path)
        if self._options.diff:
            self.differs |= bool(fixed.done)
            if shown := difference(path, str(target), fixed, self._lang):
                typer.echo(shown)
            return data
        typer.echo(f"{path}: {fixed_text(fixed, self._lang)}", err=True)
        if not fixed.done:
            say(_NONE_WRITTEN, self._lang, path)
        elif self._options.in_place:
            write_back(target, fixed.data, data)
            self._tell(target)
        else:
            self._write(target, fixed.data)
        return fixed.data

    def _target(self, path: str) -> Path:
        """The path of a corrected file."""
        source = Path(path)
        if self._options.in_place:
            return source
        if self._options.fixed_to is not None:
            return self._apart(self._options.fixed_to, path)
        return source.with_name(f"{source.stem}.fixed{source.suffix}")

    def _apart(self, folder: Path, path: str) -> Path:
        """A path in a folder for a file, distinct from those of other files."""
        source = Path(path)
        names = chain(
            [source.name], (f"{source.stem}-{n}{source.suffix}" for n in count(2))
        )
        return next(
            folder / name for name in names if folder / name not in self._written
        )

    def _write(self, target: Path, data: bytes, more: Words = NO_WORDS) -> None:
        self._written.add(target)
        make_folder(target.parent, quiet=True)
        write_output(target, data)
        self._tell(target, more)

    def _tell(self, target: Path, more: Words = NO_WORDS) -> None:
        say_written(target, self._lang, aside=True, more=more)

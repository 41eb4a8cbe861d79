"""Files checked and told of, on all processors where that pays (逐份审核并答复)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quanheng.answers.formats import Format
from quanheng.answers.manner import Manner
from quanheng.audit.engine import Verdict
from quanheng.cli.pool import in_order, processes_for
from quanheng.cli.progress import CHECKING, READING, watched
from quanheng.cli.reading import Reading
from quanheng.cli.write_back import WriteBack
from quanheng.cli.writing.outputs import note_input
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.tasks.checking.baseline import Known, known_findings
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.reading.read_file import ReadFile


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of a file that was checked (一份文件的答复).

    Attributes:
        path: The file.
        said: What the answer says of it.
        error: Why it can't be read.
        notes: What is odd about the papers that it is compared with.
        fails: Whether an open finding reaches the threshold.
        known: Its findings as they stand in a baseline.
        verdicts: What the rules answered, where waivers are held against it.
    """

    path: str
    said: Any
    error: QuanhengError | None
    notes: tuple[Words, ...]
    fails: bool
    known: tuple[Known, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Telling:
    """Checks a file and tells of it; each process has one (审核并答复).

    Attributes:
        write_back: Checks files and hands them back.
        files: The files of the call; a process that is forked has them already.
        form: The format of the answer.
        manner: How the answer is given.
        for_baseline: Whether findings are wanted as they stand in a baseline.
    """

    write_back: WriteBack
    files: Sequence[ReadFile]
    form: Format
    manner: Manner
    for_baseline: bool = False

    def __call__(self, place: int) -> Told:
        """The file at a place of the call, checked and told of.

        Raises:
            QuanhengError: The settings that hold for the file are wrong.
        """
        return self.told(self.write_back.check(self.files[place]), place)

    def told(self, file: CheckedFile, place: int) -> Told:
        """What is kept of a checked file; the rest is let go."""
        return Told(
            path=file.path,
            said=self.form.answers.tell(file, place, self.manner),
            error=file.error,
            notes=file.notes,
            fails=file.fails,
            known=tuple(self._known(file)) if self.for_baseline else (),
            verdicts=tuple(_verdicts(file)) if file.has_waivers else (),
        )

    def _known(self, file: CheckedFile) -> Iterator[Known]:
        for project in file.before_baseline:
            yield from known_findings(project, file.path, self.manner.lang)

    def about_waivers(self, told: Sequence[Told]) -> Iterator[Told]:
        """What is to be said of the waiver files that came into use."""
        verdicts = {one.path: one.verdicts for one in told if not one.error}
        found = self.write_back.checker.waiver_files(verdicts)
        for place, file in enumerate(found, len(told)):
            yield self.told(file, place)


def _verdicts(file: CheckedFile) -> Iterator[Verdict]:
    return (verdict for project in file.before_baseline for verdict in project.verdicts)


@dataclass(frozen=True, slots=True)
class Hands:
    """How many processes the work of a call is shared by (处理方式).

    Attributes:
        jobs: How many files are done at a time, None for what pays.
        one_by_one: Whether to stay in this process, as for a traceback.
        lang: The language of the progress.
    """

    jobs: int | None
    one_by_one: bool
    lang: str

    def read_all(self, reading: Reading, paths: Sequence[str]) -> Iterator[ReadFile]:
        """All files of a call, read, in their order."""
        for path in paths:
            note_input(Path(path))
        alone = self.one_by_one or "-" in paths
        read = in_order(reading, paths, self._processes(len(paths), alone=alone))
        return watched(read, len(paths), READING.text(self.lang))

    def tell_all(self, telling: Telling) -> Iterator[Told]:
        """All files told of, in their order."""
        files = len(telling.files)
        alone = self.one_by_one or telling.write_back.stays_here
        processes = self._processes(files, alone=alone)
        told = in_order(telling, range(files), processes)
        if telling.write_back.writes:
            return told
        return watched(told, files, CHECKING.text(self.lang))

    def _processes(self, files: int, *, alone: bool) -> int:
        return 1 if alone else processes_for(files, self.jobs)

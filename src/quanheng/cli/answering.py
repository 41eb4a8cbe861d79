"""Check and answer files, in several processes where that pays (逐份审核并答复)."""

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
class AnsweredFile:
    """What is kept of a file that was checked (一份文件的答复).

    Attributes:
        path: The file.
        answer: Its part of the answer.
        error: Why it can't be read.
        notes: Notes on the papers that it is compared with.
        fails: Whether an open finding reaches the threshold.
        known: Its findings as entries of a baseline.
        verdicts: The verdicts of the rules, if there are waivers.
    """

    path: str
    answer: Any
    error: QuanhengError | None
    notes: tuple[Words, ...]
    fails: bool
    known: tuple[Known, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Answering:
    """Checks a file and answers it; each process has one (审核并答复).

    Attributes:
        write_back: Checks files and writes their copies.
        files: The files of the call; a forked process has them already.
        form: The format of the answer.
        manner: How the answer is to be written.
        for_baseline: Whether to collect the entries of a baseline.
    """

    write_back: WriteBack
    files: Sequence[ReadFile]
    form: Format
    manner: Manner
    for_baseline: bool = False

    def __call__(self, place: int) -> AnsweredFile:
        """Check and answer the file at a place in the call.

        Raises:
            QuanhengError: The settings that apply to the file are wrong.
        """
        return self.answered(self.write_back.check(self.files[place]), place)

    def answered(self, file: CheckedFile, place: int) -> AnsweredFile:
        """What is kept of a checked file; the rest is dropped."""
        return AnsweredFile(
            path=file.path,
            answer=self.form.answers.answer_file(file, place, self.manner),
            error=file.error,
            notes=file.notes,
            fails=file.fails,
            known=tuple(self._known(file)) if self.for_baseline else (),
            verdicts=tuple(_verdicts(file)) if file.has_waivers else (),
        )

    def _known(self, file: CheckedFile) -> Iterator[Known]:
        for project in file.before_baseline:
            yield from known_findings(project, file.path, self.manner.lang)

    def about_waivers(self, answered: Sequence[AnsweredFile]) -> Iterator[AnsweredFile]:
        """The answers for the waiver files in use that have findings."""
        verdicts = {one.path: one.verdicts for one in answered if not one.error}
        found = self.write_back.checker.waiver_files(verdicts)
        for place, file in enumerate(found, len(answered)):
            yield self.answered(file, place)


def _verdicts(file: CheckedFile) -> Iterator[Verdict]:
    return (verdict for project in file.before_baseline for verdict in project.verdicts)


@dataclass(frozen=True, slots=True)
class Workers:
    """The processes that share the work of a call (处理方式).

    Attributes:
        jobs: How many files are done at a time, None to choose by their number.
        one_by_one: Whether to stay in this process, as for a traceback.
        lang: The language of the progress bar.
    """

    jobs: int | None
    one_by_one: bool
    lang: str

    def read_all(self, reading: Reading, paths: Sequence[str]) -> Iterator[ReadFile]:
        """Read all files of a call, in their order."""
        for path in paths:
            note_input(Path(path))
        alone = self.one_by_one or "-" in paths
        read = in_order(reading, paths, self._processes(len(paths), alone=alone))
        return watched(read, len(paths), READING.text(self.lang))

    def answer_all(self, answering: Answering) -> Iterator[AnsweredFile]:
        """Answer all files, in their order."""
        files = len(answering.files)
        alone = self.one_by_one or answering.write_back.stays_here
        processes = self._processes(files, alone=alone)
        answered = in_order(answering, range(files), processes)
        if answering.write_back.writes:
            return answered
        return watched(answered, files, CHECKING.text(self.lang))

    def _processes(self, files: int, *, alone: bool) -> int:
        return 1 if alone else processes_for(files, self.jobs)

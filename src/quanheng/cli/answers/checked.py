"""What came of one file that was to be checked (审核的文件)."""

from dataclasses import dataclass

from quanheng.core.errors import QuanhengError
from quanheng.tasks.check_report import CheckedProject


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file with its projects, or with the reason why it can't be read.

    Attributes:
        path: As it was named in the call.
        projects: Its projects, checked.
        error: Why there are none.
    """

    path: str
    projects: tuple[CheckedProject, ...] = ()
    error: QuanhengError | None = None

"""An evidence folder → what is late or will be soon (到期清单)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.law.book import LawBook
from quanheng.registers.masking import UNIT_ENDINGS, Mask
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import NotRead, read_evidence
from quanheng.tasks.workplace import Workplace
from quanheng.watch.clocks.catalogue import clocks_of
from quanheng.watch.clocks.due import Due, State, Unwatched
from quanheng.watch.clocks.watch import Watch

_OWNERS_SHOWN: Final = 5
WARNING_DAYS: Final = "deadline.warning_days"


@dataclass(frozen=True, slots=True)
class DueList:
    """What is late or will be soon (到期清单).

    Attributes:
        now: The moment that it is of: Beijing time.
        within: Days ahead that it looks.
        due: What is late or near its end, the first to end first.
        running: How much else is open.
        unwatched: Entries on which no clock can be set.
        not_read: Files that gave no register.
        book: The law book, for citations.
    """

    now: datetime
    within: int
    due: tuple[Due, ...]
    running: int
    unwatched: tuple[Unwatched, ...]
    not_read: tuple[NotRead, ...]
    book: LawBook

    def state(self, due: Due) -> State:
        """How near the end of something is."""
        return due.state(self.now, self.within)

    @property
    def late(self) -> int:
        """How much of it is late."""
        return sum(self.state(due) is State.LATE for due in self.due)


def list_due(
    folder: Folder,
    workplace: Workplace,
    now: datetime,
    within: int | None = None,
    owner: str = "",
) -> DueList:
    """What of a folder's registers is late, or will be within some days.

    Args:
        folder: The evidence folder.
        workplace: The law book and the region.
        now: The moment that is asked about: Beijing time.
        within: Days ahead; the law's where it is None.
        owner: Only what bodies of this name owe; all where it is empty.

    Raises:
        UnreadableFileError: Its settings are wrong.
        QuanhengError: Nobody of the name owes anything.
    """
    read = read_evidence(folder, workplace.book)
    law = workplace.law_on(now.date())
    if within is None:
        within = int(law.number(WARNING_DAYS))
    mask = Mask(read.registers.values(), law.words(UNIT_ENDINGS))
    watch = Watch(now, workplace.book, mask, read.settings.unit, workplace.region)
    clocks = clocks_of(read.registers, watch)
    owned = [due for due in clocks.due if owner in due.owner]
    if owner and not owned:
        raise _no_owner(owner, sorted({due.owner for due in clocks.due if due.owner}))
    near = [due for due in owned if due.state(now, within) is not State.RUNNING]
    return DueList(
        now,
        within,
        tuple(near),
        len(owned) - len(near),
        clocks.unwatched,
        read.not_read,
        workplace.book,
    )


def _no_owner(name: str, owners: Sequence[str]) -> QuanhengError:
    shown = owners[:_OWNERS_SHOWN]
    rest = len(owners) - len(shown)
    listed, listed_en = "、".join(shown), ", ".join(shown)
    return QuanhengError(
        Words(
            f"台账的期限中无承办单位“{name}”",
            f"no body called “{name}” owes anything in the registers",
        ),
        Words(
            f"现有{listed}{f'等{len(owners)}个' if rest else ''}" if shown else "",
            f"there are {listed_en}{f' and {rest} more' if rest else ''}"
            if shown
            else "",
        ),
    )

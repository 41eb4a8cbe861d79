"""An evidence folder → the list of what is or will soon be late (到期清单)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words, listed
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
        now: Its time in Beijing.
        within: Days ahead that it covers.
        due: What is late or near its end, in order of the ends.
        running: Number of other open items.
        unwatched: Entries without a clock.
        not_read: Files without a readable register.
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
        """The state of an item."""
        return due.state(self.now, self.within)

    @property
    def late(self) -> int:
        """The number of late items."""
        return sum(self.state(due) is State.LATE for due in self.due)


def list_due(
    folder: Folder,
    workplace: Workplace,
    now: datetime,
    within: int | None = None,
    owner: str = "",
) -> DueList:
    """What in a folder's registers is late, or will be within some days.

    Args:
        folder: The evidence folder.
        workplace: The law book and the region.
        now: The current time in Beijing.
        within: Days ahead; by default those of the law.
        owner: Part of the responsible body's name; empty for all bodies.

    Raises:
        UnreadableFileError: The folder's settings are wrong.
        QuanhengError: No such body is responsible for anything.
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
    rest, known = len(owners) - len(shown), listed(shown)
    more = Words(f"等{len(owners)}个", f" and {rest} more") if rest else NO_WORDS
    hint = Words(f"现有{known.zh}{more.zh}", f"there are {known.en}{more.en}")
    message = Words(
        f"台账的期限中无承办单位“{name}”",
        f"no body called “{name}” owes anything in the registers",
    )
    return QuanhengError(message, hint if shown else NO_WORDS)

"""An evidence folder → who should sell what to whom (产销对接)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.matching.match import match
from quanheng.matching.report import MatchReport
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import read_evidence
from quanheng.tasks.workplace import Workplace

_NEEDED: Final = ("produce", "demands")


def match_sales(folder: Folder, workplace: Workplace) -> MatchReport:
    """Match the produce of a folder's registers with what units want to buy.

    Args:
        folder: The evidence folder.
        workplace: Its day is that of the matching; what was registered later takes
            no part.

    Raises:
        UnreadableFileError: A register is missing in it.
        MissingExtraError: The solver is not installed.
    """
    registers = read_evidence(folder, workplace.book).registers
    for name in _NEEDED:
        if name not in registers:
            title = kinds()[name].title
            raise UnreadableFileError(
                Words(
                    f"{folder.name} 中无{title.zh}",
                    f"{folder.name} has no register of {title.en.lower()}",
                ),
                Words(
                    f"quanheng evidence new --registers {name} 可生成模板",
                    f"quanheng evidence new --registers {name} writes its template",
                ),
            )
    return match(registers, workplace.day, workplace.law_on(workplace.day))

"""An evidence folder → who should sell what to whom (产销对接)."""

from quanheng.matching.match import match
from quanheng.matching.report import MatchReport
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import needed_registers
from quanheng.tasks.workplace import Workplace


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
    registers = needed_registers(folder, workplace.book, "produce", "demands")
    return match(registers, workplace.day, workplace.law_on(workplace.day))

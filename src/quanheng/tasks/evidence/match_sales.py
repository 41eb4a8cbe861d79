"""An evidence folder → who should sell what to whom (产销对接)."""

from quanheng.matching.match import match
from quanheng.matching.report import MatchReport
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import needed_registers
from quanheng.tasks.workplace import Workplace


def match_sales(folder: Folder, workplace: Workplace) -> MatchReport:
    """Match the produce in a folder's registers with the demands of units.

    The workplace's day is that of the matching; later entries take no part.

    Raises:
        UnreadableFileError: A register is missing in it.
        MissingExtraError: The solver is not installed.
    """
    registers = needed_registers(folder, workplace.book, "produce", "demands")
    return match(registers, workplace.day, workplace.law_on(workplace.day))

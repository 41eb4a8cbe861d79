"""An evidence folder → bursts of public concern (舆情异常增多)."""

from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import needed_registers
from quanheng.tasks.workplace import Workplace
from quanheng.watch.bursts.find import BurstReport, find_bursts


def find_concern_bursts(folder: Folder, workplace: Workplace) -> BurstReport:
    """Find bursts in a folder's register of concerns up to the workplace's day.

    Raises:
        UnreadableFileError: There is no register of concerns in it.
        MissingExtraError: The package that groups like texts is not installed.
    """
    register = needed_registers(folder, workplace.book, "concerns")["concerns"]
    return find_bursts(register, workplace.day, workplace.law_on(workplace.day))

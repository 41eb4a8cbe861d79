"""An evidence folder → topics that concern more people than before (舆情异常增多)."""

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import read_evidence
from quanheng.tasks.workplace import Workplace
from quanheng.watch.bursts.find import BurstReport, find_bursts


def find_concern_bursts(folder: Folder, workplace: Workplace) -> BurstReport:
    """Watch the register of concerns in a folder.

    Args:
        folder: The evidence folder.
        workplace: Its day is the last one that is looked at.

    Raises:
        UnreadableFileError: There is no register of concerns in it.
        MissingExtraError: The package that groups like texts is not installed.
    """
    title = kinds()["concerns"].title
    register = read_evidence(folder, workplace.book).registers.get("concerns")
    if register is None:
        raise UnreadableFileError(
            Words(
                f"{folder.name} 中无{title.zh}",
                f"{folder.name} has no register of public concerns",
            ),
            Words(
                "quanheng evidence new --registers concerns 可生成模板",
                "quanheng evidence new --registers concerns writes its template",
            ),
        )
    return find_bursts(register, workplace.day, workplace.law_on(workplace.day))

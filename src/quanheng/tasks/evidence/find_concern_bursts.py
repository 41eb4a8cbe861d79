"""An evidence folder → topics that concern more people than before (舆情异常增多)."""

from datetime import date
from pathlib import Path

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.read_evidence import read_evidence
from quanheng.watch.bursts.find import BurstReport, find_bursts


def find_concern_bursts(
    folder: Path, on: date, region: str = NATIONWIDE
) -> BurstReport:
    """Watch the register of concerns in a folder.

    Args:
        folder: The evidence folder.
        on: The last day that is looked at.
        region: The region whose parameters apply.

    Raises:
        UnreadableFileError: There is no such folder, or no register of concerns in it.
        MissingExtraError: The package that groups like texts is not installed.
    """
    title = kinds()["concerns"].title
    register = read_evidence(folder).registers.get("concerns")
    if register is None:
        raise UnreadableFileError(
            Words(
                f"{folder} 中无{title.zh}",
                f"{folder} has no register of public concerns",
            ),
            Words(
                "quanheng evidence new --registers concerns 可生成模板",
                "quanheng evidence new --registers concerns writes its template",
            ),
        )
    return find_bursts(register, on, load_book().law(on, region))

"""An evidence folder → who should sell what to whom (产销对接)."""

from datetime import date
from pathlib import Path
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.matching.match import match
from quanheng.matching.report import MatchReport
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.read_evidence import read_evidence

_NEEDED: Final = ("produce", "demands")


def match_sales(folder: Path, on: date, region: str = NATIONWIDE) -> MatchReport:
    """Match the produce of a folder's registers with what units want to buy.

    Args:
        folder: The evidence folder.
        on: The day of the matching; what was registered later takes no part.
        region: The region whose parameters apply.

    Raises:
        UnreadableFileError: There is no such folder, or a register is missing in it.
        MissingExtraError: The solver is not installed.
    """
    registers = read_evidence(folder).registers
    for name in _NEEDED:
        if name not in registers:
            title = kinds()[name].title
            raise UnreadableFileError(
                Words(
                    f"{folder} 中无{title.zh}",
                    f"{folder} has no register of {title.en.lower()}",
                ),
                Words(
                    f"quanheng evidence new --registers {name} 可生成模板",
                    f"quanheng evidence new --registers {name} writes its template",
                ),
            )
    return match(registers, on, load_book().law(on, region))

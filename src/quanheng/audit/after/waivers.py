"""Waivers: accepted findings, with a reason and a last day (豁免)."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from quanheng.audit.choosing.selector import reach
from quanheng.audit.rule import Hit, Rule
from quanheng.core.source import WHOLE_FILE, Source


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of a waiver file (豁免).

    Attributes:
        code: The rule: its code, the beginning of codes, or its name.
        reason: Why the finding is accepted.
        by: Who is responsible for it.
        until: Its last day.
        file: Pattern of the files, compared with the end of the path: ``*.docx``,
            ``2023/library.docx``.
        at: A place, or its table or row, by its path or as it is printed; empty for
            any place.
        entry: Its place in the waiver file, for messages.
    """

    code: str
    reason: str
    by: str
    until: date
    file: str = "*"
    at: str = ""
    entry: Source = WHOLE_FILE

    def expired(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.until < day

    def is_for(self, file: str) -> bool:
        """Whether it is for a file."""
        return PurePosixPath(file.replace("\\", "/")).match(self.file)

    def names(self, rule: Rule) -> bool:
        """Whether it is for a rule."""
        return reach(self.code, rule) > 0

    def covers(self, rule: Rule, hit: Hit) -> bool:
        """Whether it accepts a hit of a rule, in a file of its own."""
        return self.names(rule) and hit.at.is_called(self.at)

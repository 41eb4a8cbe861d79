"""Findings that somebody answers for, with a reason and an end (豁免)."""

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
        by: Who answers for it.
        until: The last day it holds.
        file: Pattern of the files, compared with the end of the path: ``*.docx``,
            ``2023/library.docx``.
        at: A place, or the table or row it lies in, by its path or as it is printed;
            empty for any place.
        entry: Where it stands in its file, for messages.
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
        """Whether it speaks about a file."""
        return PurePosixPath(file.replace("\\", "/")).match(self.file)

    def names(self, rule: Rule) -> bool:
        """Whether it speaks about a rule."""
        return reach(self.code, rule) > 0

    def covers(self, rule: Rule, hit: Hit) -> bool:
        """Whether it accepts a hit of a rule, in a file that it is for."""
        return self.names(rule) and hit.at.is_called(self.at)

"""An evidence folder → its registers and settings (读取台账文件夹)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import PurePath
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError, UnreadableFileError
from quanheng.evidence.bindings.book import BOOK_NAME
from quanheng.evidence.bindings.named import FILE_NAME as BINDINGS_FILE
from quanheng.evidence.completeness import Completeness
from quanheng.evidence.proving.manifest import FILE_NAME as MANIFEST_FILE
from quanheng.law.book import LawBook
from quanheng.registers.kind import RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.masking import UNIT_ENDINGS
from quanheng.registers.reading.csv_table import csv_table
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.headings import MOST_ROWS_ABOVE
from quanheng.registers.reading.recognise import kind_of, resembled
from quanheng.registers.reading.rows import digest_of, table_of
from quanheng.registers.reading.settings import (
    FILE_NAME,
    NO_SETTINGS,
    FolderSettings,
    read_settings,
)
from quanheng.registers.reading.table import RawTable
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.reading.workbook_tables import workbook_tables
from quanheng.registers.register import Register
from quanheng.registers.sealed import LOG_NAME
from quanheng.registers.templates import NOTES_SHEET
from quanheng.tasks.evidence.folders.folder import (
    Folder,
    files_in,
    own_text,
    read_whole,
    refuse_link,
)

_TEXTS: Final = frozenset({".csv", ".tsv", ".txt"})
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".et"})
_OWN_FILES: Final = frozenset(
    {FILE_NAME, BINDINGS_FILE, BOOK_NAME, MANIFEST_FILE, LOG_NAME}
)
"""Settings, bindings and logs of the folder; they are no proof."""
SURNAMES: Final = "words.surnames"
_LINK: Final = Words(
    "是符号链接，未读取；请放入文件本身", "is a symbolic link; put the file itself here"
)


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or sheet without a readable register (未读取的文件).

    Attributes:
        file: The file, with its sheet.
        reason: Why it was not read.
        kind: Name of its presumed kind, empty if unknown.
    """

    file: str
    reason: Words
    kind: str = ""


@dataclass(frozen=True)
class EvidenceContents:
    """The content of an evidence folder (台账文件夹).

    Attributes:
        registers: Name of a kind → the register.
        settings: The settings in ``evidence.yaml``.
        not_read: Files and sheets that look like registers but can't be read.
        others: The proofs: paths of all other files, and sheets that are no registers.
    """

    registers: dict[str, Register] = field(default_factory=dict)
    settings: FolderSettings = NO_SETTINGS
    not_read: tuple[NotRead, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def completeness(self) -> Completeness:
        """Which registers are closed, and which files of them were not read."""
        unread: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for left in self.not_read:
            if left.kind or _may_hold_register(left.file.partition("#")[0]):
                unread[left.kind] += (left.file,)
        return Completeness(self.settings.closed, unread)


def read_evidence(folder: Folder, book: LawBook) -> EvidenceContents:
    """The registers of a folder, with a list of what can't be read.

    Registers are csv files and workbooks in the folder itself; files in folders below
    are proof.

    Raises:
        UnreadableFileError: Its settings are wrong, or a link.
    """
    reading = _Reading(folder, book)
    for name in files_in(folder):
        if name in _OWN_FILES:
            if name != LOG_NAME:  # it is written alone, and guards itself
                refuse_link(folder, name)
        elif folder.is_link(name):
            reading.leave(name, _LINK, _kind_of_file(name))
        elif _may_hold_register(name):
            reading.read(name)
        else:
            reading.others.append(name)
    reading.read_rows()
    text = own_text(folder, FILE_NAME)
    settings = NO_SETTINGS if text is None else read_settings(text)
    return EvidenceContents(
        reading.registers, settings, tuple(reading.not_read), tuple(reading.others)
    )


def needed_registers(
    folder: Folder, book: LawBook, *names: str
) -> Mapping[str, Register]:
    """The registers of a folder, which must include some by name.

    Raises:
        UnreadableFileError: One of them is missing, or the settings are wrong.
    """
    registers = read_evidence(folder, book).registers
    for name in names:
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
    return registers


def _may_hold_register(place: str) -> bool:
    return "/" not in place and PurePath(place).suffix.lower() in _TEXTS | _WORKBOOKS


class _Reading:
    """The registers of a folder while its files are being read."""

    def __init__(self, folder: Folder, book: LawBook) -> None:
        self._folder = folder
        self.registers: dict[str, Register] = {}
        self.not_read: list[NotRead] = []
        self.others: list[str] = []
        law = book.law()
        self._given = Circumstances(
            law.words("words.card_words"),
            surnames=tuple(sorted(law.words(SURNAMES), key=len, reverse=True)),
            body_endings=tuple(law.words(UNIT_ENDINGS)),
        )

    def read(self, place: str) -> None:
        """Read the registers of one file."""
        try:
            data = read_whole(self._folder, place)
            if data.strip():
                self._read_tables(data, place)
            else:
                said = Words("文件是空的", "the file is empty")
                self.leave(place, said, _kind_of_file(place))
        except QuanhengError as error:
            self.leave(place, error.words, _kind_of_file(place))

    def read_rows(self) -> None:
        """Read the registers that are no files."""
        for name, rows in self._folder.rows().items():
            kind = kinds()[name]
            table = table_of(kind, rows)
            try:
                self._take(kind, table, digest_of(table))
            except QuanhengError as error:
                self.leave(table.file, error.words, kind)

    def _read_tables(self, data: bytes, place: str) -> None:
        digest, stem = sha256(data).hexdigest(), PurePath(place).stem
        if PurePath(place).suffix.lower() in _TEXTS:
            self._read_table(csv_table(data, stem, place), digest)
            return
        tables = [
            table for table in workbook_tables(data, place) if table.name != NOTES_SHEET
        ]
        for table in tables:
            # A lone sheet often has no name of its own: the file's name counts.
            self._read_table(table, digest, stem if len(tables) == 1 else "")

    def _read_table(self, table: RawTable, digest: str, other_name: str = "") -> None:
        kind = None
        try:
            rows = iter(table.rows)
            head = list(islice(rows, MOST_ROWS_ABOVE))
            kind = kind_of(table.name, head) or kind_of(other_name, ())
            if kind is None:
                self._set_aside(table.file, head)
                return
            self._take(kind, replace(table, rows=chain(head, rows)), digest)
        except QuanhengError as error:
            self.leave(table.file, error.words, kind)

    def _take(self, kind: RegisterKind, table: RawTable, digest: str) -> None:
        given = replace(self._given, confidential=kind.confidential, epoch=table.epoch)
        register = read_register(kind, table, given, digest)
        earlier = self.registers.get(kind.name)
        # An empty template does not conflict with another file.
        if earlier is None or _is_unused(earlier):
            self.registers[kind.name] = register
        elif not _is_unused(register):
            self.leave(table.file, _second(kind, earlier), kind)

    def _set_aside(self, file: str, head: Sequence[Sequence[str]]) -> None:
        if kind := resembled(head):
            self.leave(file, _misnamed(kind), kind)
        else:
            self.others.append(file)

    def leave(self, file: str, reason: Words, kind: RegisterKind | None = None) -> None:
        """Note why a file was not read."""
        self.not_read.append(NotRead(file, reason, kind.name if kind else ""))


def _kind_of_file(place: str) -> RegisterKind | None:
    """The kind that a file's name suggests."""
    return kind_of(PurePath(place).stem, ())


def _misnamed(kind: RegisterKind) -> Words:
    return Words(
        f"表头与{kind.title.zh}相符而名称不符；确属该台账的，请改名为“{kind.title.zh}”",
        f"has the heading of “{kind.title.zh}” ({kind.title.en}) but not its name; "
        "rename it if it is one",
    )


def _is_unused(register: Register) -> bool:
    return not register.rows and not register.refused


def _second(kind: RegisterKind, earlier: Register) -> Words:
    return Words(
        f"{kind.title.zh}已从 {earlier.file} 读取；请合并为一个文件",
        f"{kind.title.en.lower()} were read from {earlier.file}; "
        "put them into one file",
    )

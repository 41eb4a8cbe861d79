"""An evidence folder → its proof files (读取佐证文件)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeVar, overload

from quanheng.core.bilingual import Words
from quanheng.core.bounded import LARGEST_FILE
from quanheng.core.computed.measured import Computed
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proof import Link, Proof, ProofKind
from quanheng.evidence.proving.declared import Declared, declared_proofs
from quanheng.evidence.proving.facts import FileFacts, facts_of, kind_of
from quanheng.evidence.proving.linking import Linked, indicator_links, link_files
from quanheng.evidence.proving.manifest import FILE_NAME, read_manifest
from quanheng.evidence.proving.photo import can_compare
from quanheng.law.book import LawBook
from quanheng.registers.masking import UNIT_ENDINGS, Mask
from quanheng.tasks.evidence.folders.folder import Folder, own_file
from quanheng.tasks.evidence.read_evidence import EvidenceContents, NotRead

_NAMED: Final = Words(
    "文件名含台账中受保护的个人信息，未采用；请改名",
    "the file's name holds personal data that a register seals; rename it",
)
_Thing = TypeVar("_Thing")
_CLOSED: Final = Words("无法打开", "can't be opened")


@dataclass(frozen=True)
class ScannedFiles:
    """The proof files of a folder (佐证文件).

    Attributes:
        proofs: The files, each with the entries that name it.
        linked: Which entries name which files, and missing files.
        declared: The entries on files in the settings.
        troubles: Files that could not be inspected, and why.
        manifest: The folder's manifest; None if it has none.
        mask: Masks the sealed values of the registers.
    """

    proofs: tuple[Proof, ...]
    linked: Linked
    declared: tuple[Declared, ...]
    troubles: tuple[NotRead, ...]
    manifest: Mapping[str, Proof] | None
    mask: Mask

    @property
    def has_photos_unseen(self) -> bool:
        """Whether there are photos but no packages to read them."""
        photos = (proof.kind is ProofKind.PHOTO for proof in self.proofs)
        return any(photos) and not can_compare()

    def proving(self, computed: Iterable[Computed]) -> tuple[Proof, ...]:
        """The files with the indicators that they prove, by the computed values."""
        links: defaultdict[str, list[Link]] = defaultdict(list)
        for path, link in indicator_links(self.linked.links, computed):
            links[path].append(link)
        return tuple(
            replace(proof, links=tuple(dict.fromkeys((*proof.links, *found))))
            if (found := links.get(proof.path))
            else proof
            for proof in self.proofs
        )


def scan_files(
    folder: Folder, contents: EvidenceContents, book: LawBook
) -> ScannedFiles:
    """Inspect every proof file of a folder.

    Raises:
        UnreadableFileError: The manifest or the proofs in the settings are wrong.
    """
    manifest = None
    if (data := own_file(folder, FILE_NAME)) is not None:
        manifest = read_manifest(data.decode("utf-8", errors="replace"))
    registers = contents.registers.values()
    mask = Mask(registers, book.law().words(UNIT_ENDINGS))
    scan = _Scan(folder, mask, manifest or {})
    proofs = list(scan.files(contents.others))
    linked = link_files(registers, {proof.path for proof in proofs})
    declared = tuple(declared_proofs(contents.settings.proofs))
    period = contents.settings.period
    year = period[0].year if period else None
    return ScannedFiles(
        tuple(
            _said(replace(proof, year=year), linked.links, declared) for proof in proofs
        ),
        linked,
        declared,
        tuple(scan.troubles),
        manifest,
        mask,
    )


def _said(
    proof: Proof,
    links: Mapping[str, tuple[Link, ...]],
    declared: Sequence[Declared],
) -> Proof:
    """A file with its links from entries and settings."""
    own = [said for said in declared if said.is_of(proof.path)]
    titles = dict.fromkeys(title for said in own for title in said.indicators)
    return replace(
        proof,
        links=(*links.get(proof.path, ()), *(Link(indicator=t) for t in titles)),
        background=any(said.background for said in own),
    )


class _Scan:
    """The files of a folder while they are being inspected."""

    def __init__(
        self, folder: Folder, mask: Mask, manifest: Mapping[str, Proof]
    ) -> None:
        self._folder = folder
        self._mask = mask
        self._manifest = manifest
        self.troubles: list[NotRead] = []

    def files(self, places: Iterable[str]) -> Iterator[Proof]:
        """The files of some places; a sheet counts as its workbook."""
        paths = (self._file_of(place) for place in places)
        for path in dict.fromkeys(paths):
            shown = self._mask.over(path)
            if shown != path:
                self.troubles.append(NotRead(shown, _NAMED))
                continue
            try:
                yield self._proof(path)
            except OSError:
                self.troubles.append(NotRead(path, _CLOSED))
            except UnreadableFileError as error:
                self.troubles.append(NotRead(path, error.words))

    def _file_of(self, place: str) -> str:
        if place in self._folder.names():
            return place
        return place.rpartition("#")[0] or place

    def _proof(self, path: str) -> Proof:
        digest = self._folder.digest(path)
        facts = self._known(path, digest) or self._facts(path)
        if facts.trouble:
            self.troubles.append(NotRead(path, facts.trouble))
        return Proof(
            path=path,
            digest=digest,
            perceptual=facts.perceptual,
            dates=facts.dates,
            kind=facts.kind,
            size=self._folder.size(path),
        )

    def _known(self, path: str, digest: str) -> FileFacts | None:
        """The facts of a photo in the manifest, since inspecting one is slow."""
        before = self._manifest.get(path)
        if before is None or before.digest != digest or before.perceptual is None:
            return None
        return FileFacts(before.kind, before.perceptual, before.dates)

    def _facts(self, path: str) -> FileFacts:
        kind = kind_of(path)
        if kind is ProofKind.OTHER or self._folder.size(path) > LARGEST_FILE:
            return FileFacts(kind)
        return facts_of(path, self._folder.read(path))


class WhenAsked(Sequence[_Thing]):
    """A sequence that is computed on first use (佐证文件)."""

    def __init__(self, scan: Callable[[], tuple[_Thing, ...]]) -> None:
        self._scan = scan

    @cached_property
    def _things(self) -> tuple[_Thing, ...]:
        return self._scan()

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> _Thing: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Thing]: ...
    def __getitem__(self, at: int | slice) -> _Thing | Sequence[_Thing]:
        return self._things[at]

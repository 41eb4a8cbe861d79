"""Pictures and files that are used more than once (佐证重复使用)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quanheng.evidence.proof import Proof, ProofKind

_BITS = 64


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two files that are the same, or the same picture (重复使用).

    Attributes:
        one: A file.
        other: The other one, of the same folder or of another.
        distance: Bits by which their hashes differ; 0 for the same bytes.
    """

    one: Proof
    other: Proof
    distance: int


def reused(proofs: Sequence[Proof], most: int) -> Iterator[Reuse]:
    """The pairs of one folder, each once; background is left out."""
    index = _Index(most)
    for proof in _proving(proofs):
        yield from index.like(proof)
        index.add(proof)


def reused_from(
    proofs: Sequence[Proof], earlier: Iterable[Proof], most: int
) -> Iterator[Reuse]:
    """The files of a folder that an earlier folder has too."""
    index = _Index(most)
    for proof in _proving(earlier):
        index.add(proof)
    for proof in _proving(proofs):
        yield from index.like(proof)


def shared_photos(proofs: Iterable[Proof]) -> Iterator[Proof]:
    """Photos that stand behind several entries."""
    for proof in _proving(proofs):
        entries = {(x.register, x.row) for x in proof.links if x.register}
        if proof.kind is ProofKind.PHOTO and len(entries) > 1:
            yield proof


def _proving(proofs: Iterable[Proof]) -> Iterator[Proof]:
    return (proof for proof in proofs if not proof.background)


class _Index:
    """Files by digest and by parts of their hashes.

    Hashes that differ in at most n of 64 bits are the same in one of n + 1 parts, so
    that no two photos need be compared that share no part.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        edges = [_BITS * part // (most + 1) for part in range(most + 2)]
        self._parts = tuple(pairwise(edges))
        self._by_digest: defaultdict[str, list[Proof]] = defaultdict(list)
        self._by_part: defaultdict[tuple[int, int], list[Proof]] = defaultdict(list)

    def add(self, proof: Proof) -> None:
        """Keep a file."""
        self._by_digest[proof.digest].append(proof)
        for key in self._keys(proof):
            self._by_part[key].append(proof)

    def like(self, proof: Proof) -> Iterator[Reuse]:
        """What was kept and is the same, in the order it was kept."""
        found = {id(other): Reuse(other, proof, 0) for other in self._same(proof)}
        for key in self._keys(proof):
            for other in self._by_part[key]:
                distance = _distance(proof, other)
                if distance <= self._most:
                    found.setdefault(id(other), Reuse(other, proof, distance))
        yield from sorted(found.values(), key=lambda reuse: reuse.one.path)

    def _same(self, proof: Proof) -> Sequence[Proof]:
        return self._by_digest[proof.digest]

    def _keys(self, proof: Proof) -> Iterator[tuple[int, int]]:
        if proof.perceptual is not None:
            for low, high in self._parts:
                part = proof.perceptual >> low & (1 << high - low) - 1
                yield low, part


def _distance(one: Proof, other: Proof) -> int:
    if one.perceptual is None or other.perceptual is None:
        return _BITS
    return (one.perceptual ^ other.perceptual).bit_count()

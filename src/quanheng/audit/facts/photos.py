"""Photos that look the same, by their perceptual hashes (相近照片)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from quanheng.evidence.proof import Proof

_BITS = 64


def alike_photos(
    proofs: Sequence[Proof], distance: int
) -> Iterator[tuple[Proof, Proof]]:
    """Each pair of photos whose hashes differ in so many bits at most.

    Hashes that differ in ``distance`` bits agree in one of ``distance + 1`` stretches,
    so that only those with an equal stretch are compared.
    """
    photos = [proof for proof in proofs if proof.perceptual is not None]
    stretches: dict[tuple[int, int], list[int]] = defaultdict(list)
    width = -(-_BITS // (distance + 1))
    for at, photo in enumerate(photos):
        for start in range(0, _BITS, width):
            part = ((photo.perceptual or 0) >> start) & ((1 << width) - 1)
            stretches[start, part].append(at)
    found = {
        pair
        for places in stretches.values()
        for pair in combinations(places, 2)
        if _distance(photos[pair[0]], photos[pair[1]]) <= distance
    }
    for one, other in sorted(found):
        yield photos[one], photos[other]


def _distance(one: Proof, other: Proof) -> int:
    return ((one.perceptual or 0) ^ (other.perceptual or 0)).bit_count()

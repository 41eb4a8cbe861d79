"""Files and photos that are used again."""

import random
from itertools import combinations

from quanheng.evidence.proof import Link, Proof, ProofKind
from quanheng.evidence.proving.reuse import reused, reused_from, shared_photos

MOST = 6


def _photo(path: str, perceptual: int | None, digest: str = "") -> Proof:
    return Proof(path, digest or path, perceptual=perceptual, kind=ProofKind.PHOTO)


def test_all_pairs_within_the_distance_are_found_and_no_others() -> None:
    chance = random.Random(7)  # noqa: S311 - test data
    hashes = [chance.getrandbits(64) for _ in range(60)]
    for one in hashes[:40]:
        for bit in chance.sample(range(64), chance.randrange(1, 9)):
            one ^= 1 << bit  # noqa: PLW2901 - flips bits one by one
        hashes.append(one)
    photos = [_photo(f"{at:03}.jpg", bits) for at, bits in enumerate(hashes)]
    plain = {
        (a.path, b.path): (x ^ y).bit_count()
        for (a, x), (b, y) in combinations(zip(photos, hashes, strict=True), 2)
        if (x ^ y).bit_count() <= MOST
    }
    found = {(r.one.path, r.other.path): r.distance for r in reused(photos, MOST)}
    assert found == plain
    assert len(found) > 20


def test_the_same_bytes_are_found_whatever_they_are() -> None:
    proofs = [Proof("合同.pdf", "d1"), Proof("合同2.pdf", "d1"), Proof("x.pdf", "d2")]
    (reuse,) = reused(proofs, MOST)
    assert (reuse.one.path, reuse.other.path) == ("合同.pdf", "合同2.pdf")
    assert reuse.distance == 0


def test_background_and_plain_pictures_are_left_out() -> None:
    policy = [Proof(f"{n}.pdf", "d", background=True) for n in range(2)]
    assert not [
        *reused([*policy, _photo("白.jpg", None), _photo("页.jpg", None)], MOST)
    ]


def test_a_photo_of_an_earlier_year_is_found() -> None:
    old, new = _photo("old.jpg", 0b1111), _photo("new.jpg", 0b0011)
    other = _photo("other.jpg", (1 << 64) - 1)
    (reuse,) = reused_from([new, other], [old], MOST)
    assert (reuse.one, reuse.other, reuse.distance) == (old, new, 2)


def test_a_photo_of_several_entries_is_named_a_list_is_not() -> None:
    links = (Link("activities", 2), Link("activities", 3), Link(indicator="场次"))
    photo = Proof("a.jpg", "d", links, kind=ProofKind.PHOTO)
    once = Proof("b.jpg", "e", links[1:], kind=ProofKind.PHOTO)
    signed = Proof("签到表.pdf", "f", links, kind=ProofKind.PDF)
    assert [*shared_photos([photo, once, signed])] == [photo]

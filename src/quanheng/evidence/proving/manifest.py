"""The manifest of an evidence folder: its files with their digests (佐证清单)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proof import Link, Proof, ProofKind

FILE_NAME: Final = "manifest.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Changes:
    """How a folder differs from its manifest (清单核对).

    Attributes:
        changed: Files with other bytes than they had.
        missing: Files that are gone.
        added: Files that came later.
    """

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def manifest_json(proofs: Iterable[Proof]) -> str:
    """The manifest of files, in order of their paths."""
    files = [_data(proof) for proof in sorted(proofs, key=lambda p: p.path)]
    data = {"version": _VERSION, "files": files}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: str) -> Mapping[str, Proof]:
    """Path → file as the manifest has it, without what it proves.

    Raises:
        UnreadableFileError: It is no manifest.
    """
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise ValueError(data["version"])
        proofs = [_proof(file) for file in data["files"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableFileError(
            Words(f"{FILE_NAME} 不是佐证清单", f"{FILE_NAME} is no manifest"),
            Words(
                "请恢复原文件，或删除后重新生成",
                "restore it, or delete it and write it anew",
            ),
        ) from error
    return {proof.path: proof for proof in proofs}


def is_manifest(data: bytes) -> bool:
    """Whether a file is a manifest, which ``--write-manifest`` renews."""
    try:
        read_manifest(data.decode("utf-8", "replace"))
    except UnreadableFileError:
        return False
    return True


def changes(before: Mapping[str, Proof], proofs: Iterable[Proof]) -> Changes:
    """How files differ from a manifest."""
    now = {proof.path: proof.digest for proof in proofs}
    return Changes(
        tuple(p for p in sorted(now) if p in before and before[p].digest != now[p]),
        tuple(p for p in sorted(before) if p not in now),
        tuple(p for p in sorted(now) if p not in before),
    )


def _data(proof: Proof) -> dict[str, Any]:
    return {
        "path": proof.path,
        "sha256": proof.digest,
        "size": proof.size,
        "kind": proof.kind.value,
        "perceptual": (
            None if proof.perceptual is None else f"{proof.perceptual:016x}"
        ),
        "dates": [day.isoformat() for day in proof.dates],
        "background": proof.background,
        "links": [_link(link) for link in proof.links],
    }


def _link(link: Link) -> dict[str, Any]:
    if link.indicator:
        return {"indicator": link.indicator}
    return {"register": link.register, "row": link.row}


def _proof(data: Mapping[str, Any]) -> Proof:
    perceptual = data["perceptual"]
    return Proof(
        path=str(data["path"]),
        digest=str(data["sha256"]),
        perceptual=None if perceptual is None else int(perceptual, 16),
        dates=tuple(map(date.fromisoformat, data["dates"])),
        background=bool(data["background"]),
        kind=ProofKind(data["kind"]),
        size=int(data["size"]),
    )

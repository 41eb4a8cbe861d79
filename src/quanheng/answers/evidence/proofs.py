"""The review of proof files as text and data (佐证核对结果)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from quanheng.audit.facts.evidence.proofs import shown_name
from quanheng.core.bilingual import COLON, Words, listed
from quanheng.core.computed.measured import rows_in_words
from quanheng.evidence.proof import Proof
from quanheng.evidence.proving.dating import Misdated
from quanheng.evidence.proving.linking import Unfound
from quanheng.evidence.proving.reuse import Reuse
from quanheng.registers.kinds import kinds
from quanheng.registers.masking import Mask
from quanheng.tasks.evidence.check_proofs import EarlierReuse, ProofReview

_MOST: Final = 20
"""Lines of a paragraph in text; JSON has all."""
_HIDDEN: Final = "■■"
_NO_INDICATORS: Final = Words(
    "无已知指标，可用 --report 指明自评报告",
    "no indicator is known: --report names the report",
)
_NO_PHOTOS: Final = Words(
    "照片未比对：请执行 pip install 'quanheng[evidence]'",
    "photos were not compared: pip install 'quanheng[evidence]'",
)


def proofs_text(review: ProofReview, mask: Mask, lang: str) -> str:
    """A paragraph for each kind of fault, then a summary."""
    lines: list[str] = []
    for heading, entries in _paragraphs(review, mask, lang):
        if entries:
            lines.append(f"{heading.text(lang)}{COLON.text(lang).rstrip()}")
            lines += [f"  {entry}" for entry in entries[:_MOST]]
            if (more := len(entries) - _MOST) > 0:
                said = Words(f"…… 另有{more}项", f"… {more} more")
                lines.append(f"  {said.text(lang)}")
            lines.append("")
    lines += _closing(review, lang)
    return "\n".join(lines)


def proofs_data(review: ProofReview, mask: Mask, lang: str) -> dict[str, Any]:
    """The same as data for JSON, in full."""
    changes = review.changes
    return {
        "files": [_file(proof) for proof in review.proofs],
        "photos_compared": review.photos_compared,
        "not_accepted": [
            {"file": left.file, "reason": left.reason.text(lang)}
            for left in review.troubles
        ],
        "not_found": [
            {
                "register": gap.register,
                "row": gap.row,
                "file": _named(gap, mask),
                "reason": gap.reason.text(lang),
            }
            for gap in review.unfound
        ],
        "entries_without_file": {name: list(r) for name, r in review.bare.items()},
        "indicators": list(review.indicators),
        "indicators_without_proof": list(review.unproven),
        "files_without_use": [shown_name(p) for p in review.unlinked],
        "files_without_indicator": [shown_name(p) for p in review.without_indicator],
        "used_twice": [_pair(reuse) for reuse in review.reuses],
        "used_elsewhere": [
            _pair(found.reuse) | {"folder": found.folder} for found in review.earlier
        ],
        "photos_of_several_entries": [shown_name(p) for p in review.shared],
        "wrong_days": [
            {
                "file": shown_name(found.proof),
                "reason": found.reason.text(lang),
                "register": found.link.register if found.link else None,
                "row": found.link.row if found.link else None,
            }
            for found in review.misdated
        ],
        "manifest": changes
        and {
            "changed": [mask.over(path) for path in changes.changed],
            "missing": [mask.over(path) for path in changes.missing],
            "added": [mask.over(path) for path in changes.added],
        },
    }


def _paragraphs(
    review: ProofReview, mask: Mask, lang: str
) -> Iterator[tuple[Words, Sequence[str]]]:
    def names(proofs: Iterable[Proof]) -> list[str]:
        return [shown_name(proof) for proof in proofs]

    yield (Words("无佐证的指标", "indicators without proof"), review.unproven)
    yield (
        Words("未说明用途的文件", "files that prove nothing known"),
        names(review.unlinked),
    )
    if review.indicators:
        yield (
            Words("无对应指标的文件", "files of entries that feed no indicator"),
            names(review.without_indicator),
        )
    yield (
        Words("台账写明而未找到的文件", "files that entries name and are not there"),
        [_unfound(gap, mask, lang) for gap in review.unfound],
    )
    yield (
        Words("无佐证文件的记录", "entries that name no file"),
        [_entry(name, rows, lang) for name, rows in review.bare.items()],
    )
    yield (
        Words("重复使用的文件", "files used twice"),
        [_reuse(reuse, lang) for reuse in review.reuses],
    )
    yield (
        Words("其他文件夹用过的文件", "files that another folder has too"),
        [_earlier(found, lang) for found in review.earlier],
    )
    yield (
        Words("一张照片用于多条记录", "photos of several entries"),
        [_shared(proof, lang) for proof in review.shared],
    )
    yield (
        Words("日期不符的文件", "files of other days"),
        [_misdated(found, lang) for found in review.misdated],
    )
    yield (
        Words("未采用或无法查看的文件", "files not accepted or not readable"),
        [f"{left.file}  {left.reason.text(lang)}" for left in review.troubles],
    )
    if changes := review.changes:
        for heading, paths in (
            (Words("与清单不一致的文件", "files changed since"), changes.changed),
            (Words("清单有而已缺少的文件", "files missing since"), changes.missing),
            (Words("清单之后新增的文件", "files added since"), changes.added),
        ):
            yield heading, [mask.over(path) for path in paths]


def _closing(review: ProofReview, lang: str) -> Iterator[str]:
    files, indicators = len(review.proofs), len(review.indicators)
    known = Words(
        f"佐证文件{files}个，已知指标{indicators}个",
        f"{files} proof files, {indicators} indicators known",
    )
    yield known.text(lang)
    if not indicators:
        yield _NO_INDICATORS.text(lang)
    if not review.photos_compared:
        yield _NO_PHOTOS.text(lang)


def _unfound(gap: Unfound, mask: Mask, lang: str) -> str:
    entry = _entry(gap.register, (gap.row,), lang)
    return f"{entry}  {_named(gap, mask)}  {gap.reason.text(lang)}"


def _named(gap: Unfound, mask: Mask) -> str:
    """The file name; hidden in a confidential register, where it may name a person."""
    return _HIDDEN if kinds()[gap.register].confidential else mask.over(gap.name)


def _entry(register: str, rows: Sequence[int], lang: str) -> str:
    title, said = kinds()[register].title, rows_in_words(rows)
    return Words(f"{title.zh}{said.zh}", f"{title.en} {said.en}").text(lang)


def _reuse(reuse: Reuse, lang: str) -> str:
    names = f"{shown_name(reuse.one)} = {shown_name(reuse.other)}"
    return f"{names}  {_how_alike(reuse).text(lang)}"


def _earlier(found: EarlierReuse, lang: str) -> str:
    reuse = found.reuse
    names = f"{shown_name(reuse.other)} = {found.folder}/{shown_name(reuse.one)}"
    return f"{names}  {_how_alike(reuse).text(lang)}"


def _how_alike(reuse: Reuse) -> Words:
    if reuse.one.digest == reuse.other.digest:
        return Words("内容完全相同", "the same bytes")
    return Words(
        f"同一画面（相差 {reuse.distance}/64）",
        f"the same picture ({reuse.distance} of 64 bits differ)",
    )


def _shared(proof: Proof, lang: str) -> str:
    rows: dict[str, list[int]] = {}
    for link in proof.links:
        if link.register:
            rows.setdefault(link.register, []).append(link.row)
    said = [_entry(name, sorted(set(numbers)), lang) for name, numbers in rows.items()]
    return f"{shown_name(proof)}  {listed(said).text(lang)}"


def _misdated(found: Misdated, lang: str) -> str:
    name, reason = shown_name(found.proof), found.reason.text(lang)
    if found.link is None:
        return f"{name}  {reason}"
    entry = _entry(found.link.register, (found.link.row,), lang)
    return f"{name}  {entry}  {reason}"


def _file(proof: Proof) -> dict[str, Any]:
    entries = [link for link in proof.links if link.register]
    return {
        "file": shown_name(proof),
        "sha256": proof.digest,
        "size": proof.size,
        "kind": proof.kind.value,
        "dates": [day.isoformat() for day in proof.dates],
        "background": proof.background,
        "entries": [{"register": x.register, "row": x.row} for x in entries],
        "indicators": [x.indicator for x in proof.links if x.indicator],
    }


def _pair(reuse: Reuse) -> dict[str, Any]:
    return {
        "one": shown_name(reuse.one),
        "other": shown_name(reuse.other),
        "distance": reuse.distance,
        "same_bytes": reuse.one.digest == reuse.other.digest,
    }

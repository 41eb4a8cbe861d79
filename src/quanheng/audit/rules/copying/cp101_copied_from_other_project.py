from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.passages import own_paragraphs, paragraph_shingles
from quanheng.audit.peers.peers import Peer, same_unit, same_year
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Project
from quanheng.language.similarity import bare

ALIKE: Final = "bulk.copy_similarity"
SHORTEST: Final = "bulk.min_chapter_length"
_PROGRAMME: Final = 4
"""Characters that begin the names of parts of one programme."""


@rule(
    code="CP101",
    name="copied-from-other-project",
    title=Words("不同项目自评文本雷同", "Copied from another project"),
    message=Words(
        "正文与项目“{other}”的自评文字重合{share}%，应核对（{file}）",
        "{share}% of the text is that of the self-evaluation of “{other}” ({file})",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(ALIKE, SHORTEST),
    needs=Need.PEERS,
)
def copied_from_other_project(dossier: Dossier) -> Iterator[Answer]:
    """Most of the text is also in the report on another project (文本雷同).

    Why it matters:
        Two projects never have the same results and problems; one of the two texts
        was copied.

    What it leaves alone:
        Cited titles and document numbers; chapters too short to compare; the report on
        the same project of the same unit or, where no unit is named, of another year.
        Parts of one programme of one unit are info.
    """
    paragraphs = [
        (paragraph, paragraph_shingles(paragraph))
        for paragraph in own_paragraphs(dossier.project, dossier.law.number(SHORTEST))
    ]
    own = frozenset().union(*(stretches for _, stretches in paragraphs))
    if not own:
        yield not_applicable("正文篇幅过短", "there is too little text")
        return
    alike = dossier.law.number(ALIKE)
    found = [
        _Likeness(peer, Decimal(shared) / len(own), position)
        for position, shared in dossier.peers.archive.passages.shared(own).items()
        if shared >= alike * len(own)
        and (peer := dossier.peers.at(position)) is not None
        and not _is_same(dossier.project, peer.project)
    ]
    if found:
        yield _hit(dossier, max(found, key=lambda one: one.share), paragraphs)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much of a report is in another one."""

    peer: Peer
    share: Decimal
    position: int


def _hit(
    dossier: Dossier,
    likeness: _Likeness,
    paragraphs: list[tuple[Field, frozenset[int]]],
) -> Hit:
    """At the paragraphs that are mostly the other report's."""
    passages, peer = dossier.peers.archive.passages, likeness.peer
    copied = [
        paragraph
        for paragraph, stretches in paragraphs
        if 2 * passages.shared(stretches)[likeness.position] > len(stretches)
    ]
    return Hit.across(
        copied,
        {
            "share": plain(rounded(likeness.share * 100, 0)),
            "other": text_of(peer.project.name),
            "file": peer.file,
        },
        severity=Severity.INFO if _one_programme(dossier.project, peer) else None,
    )


def _is_same(one: Project, other: Project) -> bool:
    """Whether two reports are on one project, as far as that can be known.

    The name alone is not enough: units give works of their own the same name.
    """
    if bare(text_of(one.name)) != bare(text_of(other.name)):
        return False
    named = one.unit or one.department, other.unit or other.department
    if all(map(filled, named)):
        return same_unit(one, other)
    return not same_year(one, other)


def _one_programme(one: Project, peer: Peer) -> bool:
    """Whether two projects of one unit bear names that begin alike, years apart."""
    names = (_without_year(one), _without_year(peer.project))
    heads = {name[:_PROGRAMME] for name in names}
    return len(heads) == 1 and "" not in heads and same_unit(one, peer.project)


def _without_year(project: Project) -> str:
    return bare(text_of(project.name)).lstrip("0123456789年度")

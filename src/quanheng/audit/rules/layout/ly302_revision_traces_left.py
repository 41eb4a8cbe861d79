from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of
from quanheng.core.layout import Properties, Trace, TraceKind
from quanheng.core.report import Project
from quanheng.law.book import Law

REVIEWERS: Final = "layout.reviewing_authors"
TEMPLATE_ISSUERS: Final = "layout.template_issuers"
UNIT_ENDINGS: Final = "words.unit_endings"
_NAMES: Final = {
    TraceKind.CHANGE: Words("修订", "tracked changes"),
    TraceKind.COMMENT: Words("批注", "comments"),
    TraceKind.HIDDEN: Words("隐藏文字", "hidden texts"),
}
_SHORTEST_UNIT: Final = 4
"""Characters: 县水利局; shorter names may be those of people."""


@rule(
    code="LY302",
    name="revision-traces-left",
    title=Words("残留修订、批注或作者信息", "Revisions, comments or author data left"),
    message=Words(
        "残留{traces}，报送前应清除",
        "left in the file: {traces}; they are to go before it is handed in",
    ),
    variants={
        "creator": Words(
            "文件属性中的作者为“{other}”，填报单位为“{own}”，应核对",
            "the file's author is {other}, the reporting unit {own}",
        ),
        "editor": Words(
            "文件属性中的最后保存者为“{other}”，填报单位为“{own}”，应核对",
            "the file was last saved by {other}, the reporting unit is {own}",
        ),
        "company": Words(
            "文件属性中的单位为“{other}”，填报单位为“{own}”，应核对",
            "the file's company is {other}, the reporting unit {own}",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(REVIEWERS, TEMPLATE_ISSUERS, UNIT_ENDINGS),
)
def revision_traces_left(dossier: Dossier) -> Iterator[Answer]:
    """Tracked changes, comments or hidden text (修订痕迹) are left in the file.

    Why it matters:
        Deleted text and internal comments are published with the report, and readers
        can't tell which version is valid.

    What it leaves alone:
        Comments signed by reviewing software; authors that are not units, or that
        issue forms.

    Catalogue:
        For another unit as the file's author the finding is info: it may have made the
        template. No edit is offered, as none of this is the text of a place.
    """
    project, law = dossier.project, dossier.law
    if project.layout is None:
        yield NO_LAYOUT
        return
    reviewers = law.words(REVIEWERS)
    traces = [t for t in project.layout.traces if not _is_review(t, reviewers)]
    if traces:
        yield _left(traces)
    yield from _other_unit(project, project.layout.properties, law)


def _is_review(trace: Trace, reviewers: tuple[str, ...]) -> bool:
    return trace.kind is TraceKind.COMMENT and trace.author.startswith(reviewers)


def _left(traces: list[Trace]) -> Hit:
    kinds = [trace.kind for trace in traces]
    places = tuple(dict.fromkeys(trace.at for trace in traces))
    return Hit(
        at=places[0],
        says={
            "traces": listed(
                Words(f"{name.zh}{count}处", f"{name.en} ({count})")
                for kind, name in _NAMES.items()
                if (count := kinds.count(kind))
            )
        },
        also=places[1:],
    )


def _other_unit(project: Project, properties: Properties, law: Law) -> Iterator[Hit]:
    """The first file property that names a unit unknown to the report."""
    own = [name for name in map(text_of, (project.unit, project.department)) if name]
    written = "\n".join((*own, *(text.raw for text in project.texts())))
    for variant in ("company", "creator", "editor"):
        other = getattr(properties, variant)
        if own and _is_unit(other, law) and not _is_named(written, own, other):
            yield Hit(
                at=project.at,
                says={"other": other, "own": own[0]},
                severity=Severity.INFO,
                variant=variant,
            )
            return


def _is_unit(name: str, law: Law) -> bool:
    issuers = law.words(TEMPLATE_ISSUERS)
    return (
        len(name) >= _SHORTEST_UNIT
        and name.endswith(law.words(UNIT_ENDINGS))
        and not any(issuer in name for issuer in issuers)
    )


def _is_named(written: str, own: list[str], other: str) -> bool:
    return other in written or any(name in other for name in own)

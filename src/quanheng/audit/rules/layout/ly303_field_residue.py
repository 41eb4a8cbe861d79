from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.field_codes import traces_in
from quanheng.language.words import those_in

RESIDUE = "words.residue"


@rule(
    code="LY303",
    name="field-residue",
    title=Words("残留域代码或书签", "Field or bookmark residue"),
    message=Words(
        "正文有{count}处域代码或书签残留，如“{trace}”，应删除",
        "{count} trace(s) of fields or bookmarks in the text, as “{trace}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(RESIDUE,),
    fixing=Fixing.SAFE,
)
def field_residue(dossier: Dossier) -> Iterator[Answer]:
    """Residue of fields or bookmarks (域代码、书签) in the text.

    Why it matters:
        It is printed as it is, and spoils headings for searching.

    What it leaves alone:
        Real bookmarks and fields, which Word keeps as structure, not as text. All
        residue of one report is one finding.
    """
    texts = tuple(dossier.project.texts())
    if not texts:
        yield not_applicable("报告无正文", "there is no text")
        return
    words = dossier.law.words(RESIDUE)
    found = [(text, traces) for text in texts if (traces := _traces(text, words))]
    if not found:
        return
    edits = [_edit(text, traces) for text, traces in found]
    yield Hit(
        at=edits[0].at,
        quote=edits[0].old,
        says={"count": sum(len(t) for _, t in found), "trace": found[0][1][0]},
        also=tuple(edit.at for edit in edits[1:]),
        edits=tuple(edits),
    )


def _traces(text: Field, words: tuple[str, ...]) -> tuple[str, ...]:
    return traces_in(text.raw) + those_in(words, text.raw)


def _edit(text: Field, traces: tuple[str, ...]) -> Edit:
    new = text.raw
    for trace in traces:
        new = new.replace(trace, "")
    return Edit.on(text, new.strip(), safe=True)

import re
from collections.abc import Iterator, Sequence
from typing import Final

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
from quanheng.core.report import IndicatorTable

STANDARD = "layout.standard_labels"
_NOTE: Final = re.compile(r"[（(][^)）]*[)）]")
_ASIDE: Final = re.compile(r"\s+|指标")


@rule(
    code="IN308",
    name="header-terms-differ",
    title=Words("表头用词不一致", "Same column under two names"),
    message=Words(
        "同一栏目在附表中称“{one}”，在正文表中称“{other}”，应统一",
        "one column is “{one}” in the annex table and “{other}” in the text tables",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(STANDARD,),
    fixing=Fixing.SAFE,
)
def header_terms_differ(dossier: Dossier) -> Iterator[Answer]:
    """The same column has another head in the text tables than in the annex (表头).

    Why it matters:
        A reader looks for a difference where there is none, and a machine for a
        column that is not there.

    What it leaves alone:
        Heads that differ only in brackets, blanks, a unit or the word 指标 (得分,
        指标得分); a column that only one of the tables has.

    Catalogue:
        Edits are offered only where one of the heads is that of the official form.
    """
    table, others = dossier.project.table, dossier.project.section_tables
    if table is None or not others:
        yield not_applicable(
            "无可比对的指标表", "there are no two indicator tables to compare"
        )
        return
    standard = dossier.law.table(STANDARD)
    for meaning, label in table.labels.items():
        differing = _differing(meaning, label, others)
        if differing:
            edits = _edits(label, differing, standard.get(meaning))
            yield Hit.on(
                label,
                {"one": label.raw, "other": differing[0].raw},
                also=tuple(other.at for other in differing),
                edits=tuple(edits),
            )


def _differing(
    meaning: str, label: Field, tables: Sequence[IndicatorTable]
) -> list[Field]:
    labels = [table.labels[meaning] for table in tables if meaning in table.labels]
    return [other for other in labels if _plain(other.raw) != _plain(label.raw)]


def _plain(label: str) -> str:
    """A head without brackets, blanks and 指标; a bracket that never closes stays."""
    closed = max(label.rfind(")"), label.rfind("）")) + 1
    return _ASIDE.sub("", _NOTE.sub("", label[:closed]) + label[closed:])


def _edits(label: Field, others: Sequence[Field], official: object) -> tuple[Edit, ...]:
    """The edits to the official head where one of the heads has it."""
    names = official if isinstance(official, Sequence) else ()
    if label.raw in names:
        wrong = [other for other in others if other.raw not in names]
        return tuple(Edit.on(o, label.raw, safe=True) for o in wrong)
    if all(other.raw in names for other in others):
        return (Edit.on(label, others[0].raw, safe=True),)
    return ()

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
from quanheng.core.bilingual import Words, listed
from quanheng.language.patterns.heading_numbers import heading_number


@rule(
    code="LY202",
    name="heading-number-punctuation",
    title=Words("标题序号标点不规范", "Wrong mark after a heading number"),
    message=Words(
        "标题序号{wrong}标点不规范，应为{right}",
        "heading numbers {wrong} should be {right}",
    ),
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.3.3"),),
    fixing=Fixing.SAFE,
)
def heading_number_punctuation(dossier: Dossier) -> Iterator[Answer]:
    """A heading number (标题序号) is followed by the wrong mark.

    Why it matters:
        The standard only knows 一、 （一） 1. and （1）; anything else is sent back.

    What it leaves alone:
        Numbers inside sentences, decimals and formulas: only headings are read. All
        headings of one report are one finding.
    """
    headings = [s.heading for s in dossier.project.sections if s.heading.raw]
    if not headings:
        yield not_applicable("报告无标题", "there are no headings")
        return
    wrong = [
        (heading, number)
        for heading in headings
        if (number := heading_number(heading.raw)) and not number.is_regular
    ]
    if not wrong:
        return
    edits = [
        Edit.on(heading, number.mended(heading.raw), safe=True)
        for heading, number in wrong
    ]
    yield Hit(
        at=edits[0].at,
        quote=edits[0].old,
        says={
            "wrong": listed(f"“{number.raw}”" for _, number in wrong),
            "right": listed(f"“{number.regular}”" for _, number in wrong),
        },
        also=tuple(edit.at for edit in edits[1:]),
        edits=tuple(edits),
    )

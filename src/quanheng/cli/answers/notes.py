"""Findings as notes for the user's own file (批注的写法)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.annotate.note import Note
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.citations import basis_text
from quanheng.cli.answers.edits import should_be
from quanheng.cli.answers.looks import SEVERITY_WORDS
from quanheng.core.bilingual import Words
from quanheng.law.book import LawBook
from quanheng.law.load import load_book

_TITLE: Final = Words("{code} {severity}（{at}）", "{code} {severity} ({at})")
"""Names the place too: a comment can't stand in a text box, only beside it."""
_SHOULD_BE: Final = Words("应为：", "should be: ")
_BASIS: Final = Words("依据：", "basis: ")
_AS_ABOVE: Final = Words("同上 {code}：见{at}", "as above, {code}: see {at}")


def notes_of(checked: CheckedFile, lang: str) -> tuple[Note, ...]:
    """The open findings of a file as notes, a short one at each further place."""
    book = load_book()
    return tuple(
        note
        for finding in sorted(checked.findings, key=lambda f: f.severity.rank)
        if finding.counts
        for note in _notes(finding, book, lang)
    )


def _notes(finding: Finding, book: LawBook, lang: str) -> Iterator[Note]:
    hit, severity = finding.hit, finding.severity
    further = tuple(dict.fromkeys(at for at in hit.also if at != hit.at))
    own = [edit for edit in hit.edits if edit.at not in further]
    lines = [
        _TITLE.text(lang).format(
            code=finding.rule.code,
            severity=SEVERITY_WORDS[severity].text(lang),
            at=hit.at.text(lang),
        ),
        finding.message(lang),
        *_correction(own, lang),
        _BASIS.text(lang) + basis_text(finding.rule.basis, book, lang),
    ]
    yield Note(hit.at, "\n".join(lines), severity.value)
    above = _AS_ABOVE.text(lang).format(code=finding.rule.code, at=hit.at.text(lang))
    for at in further:
        edits = [edit for edit in hit.edits if edit.at == at]
        lines = [above, *_correction(edits, lang)]
        yield Note(at, "\n".join(lines), severity.value)


def _correction(edits: Sequence[Edit], lang: str) -> Iterator[str]:
    if edits:
        yield _SHOULD_BE.text(lang) + should_be(edits, lang)

"""Findings as comments in the user's own file (批注的写法)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.annotate.note import Note
from quanheng.answers.findings.edits import should_be
from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.rules.citations import basis_text
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit, Severity
from quanheng.core.bilingual import Words
from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.law.book import LawBook
from quanheng.tasks.checking.checked_file import CheckedFile

_TITLE: Final = Words("{code} {severity}（{at}）", "{code} {severity} ({at})")
"""With the place: a comment on a text box can only be put beside it."""
_SHOULD_BE: Final = Words("应为：", "should be: ")
_BASIS: Final = Words("依据：", "basis: ")
_FURTHER: Final = Words(
    "{code} {severity}：{title}（说明见{at}）", "{code} {severity}: {title} (see {at})"
)


def notes_of(checked: CheckedFile, book: LawBook, lang: str) -> tuple[Note, ...]:
    """The open findings of a file as notes, one per place, the gravest first.

    A note has the findings of its place in full, then one line for each finding that
    is explained elsewhere. A text that was seen but not understood has one as well.
    """
    found = sorted(checked.findings, key=lambda finding: finding.severity.rank)
    counting = [finding for finding in found if finding.counts]
    said: dict[Source, list[str]] = defaultdict(list)
    gravest: dict[Source, Severity] = {}
    for finding in counting:
        said[finding.hit.at].append(_whole(finding, book, lang))
        gravest.setdefault(finding.hit.at, finding.severity)
    for finding in counting:
        for at in dict.fromkeys(finding.hit.also):
            if at != finding.hit.at:
                said[at].append(_in_a_line(finding, at, lang))
                gravest.setdefault(at, finding.severity)
    for part in checked.unread:
        if part.seen:
            said[part.at] += unread_text([part], lang)
            gravest.setdefault(part.at, Severity.INFO)
    notes = [Note(at, "\n\n".join(s), gravest[at].value) for at, s in said.items()]
    return tuple(sorted(notes, key=lambda note: Severity(note.severity).rank))


def _whole(finding: Finding, book: LawBook, lang: str) -> str:
    """A finding in full, with its correction and basis."""
    hit = finding.hit
    further = {at for at in hit.also if at != hit.at}
    lines = [
        _named(_TITLE, finding, lang),
        finding.message(lang),
        *_correction([edit for edit in hit.edits if edit.at not in further], lang),
        _BASIS.text(lang) + basis_text(finding.rule.basis, book, lang),
    ]
    return "\n".join(lines)


def _in_a_line(finding: Finding, at: Source, lang: str) -> str:
    """A finding at a further place in one line, with the place of its explanation."""
    edits = [edit for edit in finding.hit.edits if edit.at == at]
    return "\n".join([_named(_FURTHER, finding, lang), *_correction(edits, lang)])


def _named(words: Words, finding: Finding, lang: str) -> str:
    return words.text(lang).format(
        code=finding.rule.code,
        severity=SEVERITY_WORDS[finding.severity].text(lang),
        title=finding.rule.title.text(lang),
        at=finding.hit.at.text(lang),
    )


def _correction(edits: Sequence[Edit], lang: str) -> Iterator[str]:
    if edits:
        yield _SHOULD_BE.text(lang) + should_be(edits, lang)

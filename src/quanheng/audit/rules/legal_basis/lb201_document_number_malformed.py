import re
from collections.abc import Iterator, Mapping
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.language.patterns.document_numbers import (
    DocumentNumber,
    cited_numbers,
    titles_in,
)

ISSUING_CODES = "words.issuing_codes"
OTHER_NUMBERS = "words.other_numbers"
NUMBERLESS_TITLES = "words.numberless_titles"

_HAS_DIGIT: Final = re.compile(r"[\d○\u3007]")
_NUMBER_BEFORE: Final = re.compile(r"号\s*[）)]?\s*(?:文件|文)?[，、：:]?\s*$")


@rule(
    code="LB201",
    name="document-number-malformed",
    title=Words("文号格式有误", "Document number malformed"),
    message=Words(
        "文号“{number}”年份缺少六角括号，应为“{regular}”",
        "the year of “{number}” lacks its brackets; it should read “{regular}”",
    ),
    variants={
        "no mark": Words(
            "文号“{number}”缺少“号”字，应为“{regular}”",
            "the document number “{number}” lacks 号; it should read “{regular}”",
        ),
        "unclear": Words(
            "文号“{number}”年份缺少六角括号，应按“机关代字〔年份〕序号号”格式填写",
            "the year of “{number}” lacks its brackets: code〔year〕serial号",
        ),
        "no number": Words(
            "立项依据《{title}》未写明文号，应补充",
            "the basis 《{title}》 has no document number",
        ),
    },
    severity=Severity.WARNING,
    basis=(("GB/T 9704-2012", "7.2.5"),),
    law=(ISSUING_CODES, OTHER_NUMBERS, NUMBERLESS_TITLES),
    fixing=Fixing.UNSAFE,
)
def document_number_malformed(dossier: Dossier) -> Iterator[Answer]:
    """A document number (发文字号) lacks the brackets around its year, or 号.

    Why it matters:
        A basis that can't be looked up can't be checked.

    What it leaves alone:
        Other kinds of bracket; orders, announcements, minutes, contracts, projects
        and standards; titles that bear no number, such as laws and plans; a title
        whose number stands at another mention.

    Catalogue:
        For a basis without a number the finding is info: many plans never had one.
    """
    yield from _malformed(dossier)
    yield from _numberless(dossier)


def _malformed(dossier: Dossier) -> Iterator[Answer]:
    codes = dossier.law.words(ISSUING_CODES)
    other = dossier.law.words(OTHER_NUMBERS)
    edits: dict[str, list[Edit]] = {}
    numbers: dict[str, DocumentNumber] = {}
    for field in dossier.project.texts():
        broken = [n for n in cited_numbers(field.raw, codes, other) if _is_broken(n)]
        for number in broken:
            numbers[number.raw] = number
            edits.setdefault(number.raw, []).append(_mended(field, broken))
    for raw, number in numbers.items():
        yield _hit(number, edits[raw])


def _is_broken(number: DocumentNumber) -> bool:
    return not number.is_whole and (number.has_brackets or number.has_mark)


def _hit(number: DocumentNumber, edits: list[Edit]) -> Hit:
    """The number at its first place, with all its places."""
    first, *further = edits
    also = tuple(edit.at for edit in further)
    if not number.is_certain:
        says = {"number": number.raw}
        return Hit(first.at, first.old, says, also=also, variant="unclear")
    return Hit(
        at=first.at,
        quote=first.old,
        says={"number": number.raw, "regular": number.regular},
        also=also,
        variant="no mark" if number.has_brackets else "",
        edits=tuple(edits),
    )


def _mended(field: Field, numbers: list[DocumentNumber]) -> Edit:
    """The paragraph with all its certain numbers written regularly."""
    new = field.raw
    for number in numbers:
        if number.is_certain:
            new = new.replace(number.raw, number.regular)
    return Edit.on(field, new, safe=False)


def _numberless(dossier: Dossier) -> Iterator[Answer]:
    basis = dossier.project.overview.basis
    if basis is None:
        return
    exempt = dossier.law.words(NUMBERLESS_TITLES)
    numbered = _numbered(dossier)
    for cited in titles_in(basis.raw):
        if cited.title.endswith(exempt) or numbered.get(cited.title, False):
            continue
        yield Hit.on(
            basis, {"title": cited.title}, severity=Severity.INFO, variant="no number"
        )


def _numbered(dossier: Dossier) -> Mapping[str, bool]:
    """Title → whether any mention of it has something like a number next to it."""
    found: dict[str, bool] = {}
    for field in dossier.project.texts():
        for cited in titles_in(field.raw):
            behind = any(_HAS_DIGIT.search(note) for note in cited.notes)
            before = _NUMBER_BEFORE.search(field.raw[: cited.start])
            is_numbered = behind or before is not None
            found[cited.title] = found.get(cited.title, False) or is_numbered
    return found

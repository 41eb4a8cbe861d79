from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field
from quanheng.language.patterns.document_numbers import DocumentNumber, cited_numbers

ISSUING_CODES = "words.issuing_codes"
OTHER_NUMBERS = "words.other_numbers"


@rule(
    code="LB202",
    name="document-number-irregular",
    title=Words(
        "文号括号、虚位或“第”字不规范", "Brackets, padding or 第 in a document number"
    ),
    message=Words(
        "文号“{numbers}”不规范，应为“{regular}”",
        "the document number “{numbers}” should read “{regular}”",
    ),
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.2.5"),),
    law=(ISSUING_CODES, OTHER_NUMBERS),
    fixing=Fixing.SAFE,
)
def document_number_irregular(dossier: Dossier) -> Iterator[Answer]:
    """A document number (发文字号) has wrong brackets, a 第 or a padded serial.

    Why it matters:
        Registers are searched by the number as it was issued.

    What it leaves alone:
        Orders, announcements and minutes, which are numbered 第N号 without a year;
        standards, contracts and projects; numbers that lack a part (LB201). All
        numbers of one paragraph are one finding.
    """
    codes = dossier.law.words(ISSUING_CODES)
    other = dossier.law.words(OTHER_NUMBERS)
    for field in dossier.project.texts():
        numbers = [
            number
            for number in cited_numbers(field.raw, codes, other)
            if number.is_whole and not number.is_regular
        ]
        if numbers:
            yield _hit(field, numbers)


def _hit(field: Field, numbers: list[DocumentNumber]) -> Hit:
    new = field.raw
    for number in numbers:
        new = new.replace(number.raw, number.regular)
    return Hit.on(
        field,
        {
            "numbers": listed(number.raw for number in numbers),
            "regular": listed(number.regular for number in numbers),
        },
        edits=(Edit.on(field, new, safe=True),),
    )

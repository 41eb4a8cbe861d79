import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.language.patterns.personal_numbers import Kind, masked, personal_numbers

CARD_WORDS: Final = "words.card_words"
_MARKING: Final = re.compile(
    r"\s*(?:密级\s*[:：]\s*)?(?P<mark>秘密|机密|绝密)\s*(?:[★☆▲*].{0,8})?\s*"
)
_NAMES: Final = {
    Kind.IDENTITY: "identity",
    Kind.MOBILE: "",
    Kind.CARD: "card",
}


@rule(
    code="WD106",
    name="private-data-exposed",
    title=Words("涉密或个人信息未处理", "Private or secret matter exposed"),
    message=Words(
        "手机号{shown}公开前应隐去中间数字",
        "the mobile number {shown} should be masked before disclosure",
    ),
    variants={
        "identity": Words(
            "身份证号{shown}公开前应隐去中间数字",
            "the identity number {shown} should be masked before disclosure",
        ),
        "card": Words(
            "银行卡号{shown}公开前应隐去中间数字",
            "the bank card number {shown} should be masked before disclosure",
        ),
        "secret": Words(
            "标有密级“{shown}”，涉密文件不得公开",
            "marked {shown}; a classified paper must not be disclosed",
        ),
    },
    severity=Severity.ERROR,
    basis=(("《政府信息公开条例》", ""),),
    law=(CARD_WORDS,),
    fixing=Fixing.UNSAFE,
)
def private_data_exposed(dossier: Dossier) -> Iterator[Answer]:
    """The report contains personal numbers or a secrecy marking (个人信息).

    Why it matters:
        What is published can't be recalled, and may harm people.

    What it leaves alone:
        Masked numbers; numbers whose check digit is wrong; office telephones; the
        mobile number that the form asks for, unless the report is to be published;
        秘密 as a topic. In a report that is not to be published the finding is info.

    Catalogue:
        The finding quotes the masked number, so as not to spread it further.
    """
    severity = None if dossier.for_disclosure else Severity.INFO
    card_words = dossier.law.words(CARD_WORDS)
    for text in _texts(dossier):
        if marking := _MARKING.fullmatch(text.raw):
            yield Hit.on(
                text, {"shown": marking["mark"]}, severity=severity, variant="secret"
            )
        numbers = personal_numbers(text.raw, card_words)
        safe_text = masked(text.raw, numbers)
        for position, number in enumerate(numbers):
            yield Hit(
                at=text.at,
                quote=safe_text,
                variant=_NAMES[number.kind],
                says={"shown": number.masked},
                severity=severity,
                edits=() if position else (Edit.on(text, safe_text, safe=False),),
            )


def _texts(dossier: Dossier) -> Iterator[Field]:
    project = dossier.project
    yield from project.prose()
    preparer = project.preparer
    asked = (preparer.name, preparer.head, preparer.telephone)
    for field in asked if dossier.for_disclosure else ():
        if field:
            yield field

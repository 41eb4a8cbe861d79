from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.registered_texts import (
    CitedDocument,
    cited_documents,
    core_title,
    has_title,
)
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.language.patterns.document_numbers import DocumentNumber, whole_number
from quanheng.language.similarity import similarity
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.law.citation import LegalText

TITLE_SIMILARITY: Final = "law.title_similarity"
FORWARDING: Final = "words.forwarding_marks"


@rule(
    code="LB203",
    name="document-not-as-registered",
    title=Words(
        "文件名称与文号不符",
        "Document not found, or title and number do not fit",
    ),
    message=Words(
        "{number}的文件名称为《{registered}》，此处写为《{title}》，应核对",
        "{number} is titled 《{registered}》; here it is called 《{title}》",
    ),
    variants={
        "number": Words(
            "《{title}》的文号为{registered}，此处写为{number}，应核对",
            "《{title}》 has the number {registered}; here it is {number}",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(TITLE_SIMILARITY, FORWARDING),
    fixing=Fixing.UNSAFE,
)
def document_not_as_registered(dossier: Dossier) -> Iterator[Answer]:
    """A citation's title or number differs from the register's (文件登记).

    Why it matters:
        A basis that was never looked up was probably never read.

    What it leaves alone:
        Documents that are not in the register or whose entry was not checked; titles
        that are part of the full one; documents that forward another; the same title
        under another issuer's code.

    Catalogue:
        The register covers no issuer completely, so an unregistered number is never
        called invented.
    """
    texts = [text for text in dossier.law.book.texts.values() if text.is_checked]
    for cited in cited_documents(dossier.project):
        if cited.number is None or any_of(dossier.law.words(FORWARDING), cited.title):
            continue
        text = next((t for t in texts if t.number == cited.number.regular), None)
        if text is not None:
            if not _is_titled(text, cited.title, dossier.law):
                yield _wrong_title(cited, cited.number, text)
        elif text := _same_title(texts, cited.title, cited.number):
            yield _wrong_number(cited, cited.number, text)


def _is_titled(text: LegalText, title: str, law: Law) -> bool:
    one, other = core_title(title), core_title(text.title.zh)
    if one in other or other in one:
        return True
    return similarity(one, other) >= law.number(TITLE_SIMILARITY)


def _same_title(
    texts: list[LegalText], title: str, number: DocumentNumber
) -> LegalText | None:
    """The one registered text of this title and issuer."""
    found = [
        text
        for text in texts
        if has_title(text, title)
        and (own := whole_number(text.number))
        and own.code == number.code
    ]
    return found[0] if len(found) == 1 else None


def _wrong_title(cited: CitedDocument, number: DocumentNumber, text: LegalText) -> Hit:
    field = cited.field
    new = field.raw.replace(f"《{cited.title}》", f"《{text.title.zh}》")
    says = {"number": number.regular, "registered": text.title.zh, "title": cited.title}
    edit = Edit.on(field, new, safe=False)
    return Hit.on(field, says, edits=(edit,))


def _wrong_number(cited: CitedDocument, number: DocumentNumber, text: LegalText) -> Hit:
    field = cited.field
    new = field.raw.replace(number.raw, text.number)
    says = {"number": number.regular, "registered": text.number, "title": cited.title}
    edit = Edit.on(field, new, safe=False)
    return Hit.on(field, says, variant="number", edits=(edit,))

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.registered_texts import (
    CitedDocument,
    cited_documents,
    has_title,
)
from quanheng.audit.rule import UNKNOWN_YEAR, Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, day_in_words
from quanheng.language.words import any_of
from quanheng.law.citation import LegalText

REPEAL_MARKS: Final = "words.repeal_marks"
_SENTENCE: Final = re.compile(r"[^。；;\n]+")


@rule(
    code="LB301",
    name="repealed-document-cited",
    title=Words("引用已废止文件", "Repealed document cited"),
    message=Words(
        "《{title}》已于{day}废止，应引用{successor}",
        "《{title}》 was repealed on {day}; {successor} should be cited",
    ),
    variants={
        "no successor": Words(
            "《{title}》已于{day}废止",
            "《{title}》 was repealed on {day}",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附则"),),
    law=(REPEAL_MARKS,),
    fixing=Fixing.UNSAFE,
)
def repealed_document_cited(dossier: Dossier) -> Iterator[Answer]:
    """A cited document was repealed before the evaluation year (废止).

    Why it matters:
        Acting on a repealed rule is acting without a rule.

    What it leaves alone:
        Sentences that treat it as past (原, 已废止); a repeal in the evaluation year or
        later, or on an unknown day. Without an evaluation year the rule answers
        "insufficient data".
    """
    texts = dossier.law.book.texts
    repealed = [text for text in texts.values() if text.repealed]
    year = dossier.project.evaluation_year
    seen: set[tuple[str, str]] = set()
    for cited in cited_documents(dossier.project):
        text = next((t for t in repealed if _is_cited(t, cited)), None)
        if text is None or text.repealed is None:
            continue
        if year is None:
            yield UNKNOWN_YEAR
            return
        key = (cited.field.at.path, text.number)
        if key in seen or text.repealed >= date(year, 1, 1):
            continue
        seen.add(key)
        if not _as_history(cited, dossier.law.words(REPEAL_MARKS)):
            yield _hit(cited, text, text.repealed, texts)


def _is_cited(text: LegalText, cited: CitedDocument) -> bool:
    if has_title(text, cited.title):
        return cited.number is None or text.number in (
            cited.number.regular,
            f"《{cited.title}》",
        )
    return cited.number is not None and cited.number.regular == text.number


def _as_history(cited: CitedDocument, marks: tuple[str, ...]) -> bool:
    """Whether the sentence, the title itself left out, speaks of the past."""
    quoted = f"《{cited.title}》"
    return any(
        any_of(marks, sentence.replace(quoted, ""))
        for sentence in _SENTENCE.findall(cited.field.raw)
        if quoted in sentence
    )


def _hit(
    cited: CitedDocument,
    text: LegalText,
    repealed: date,
    texts: Mapping[str, LegalText],
) -> Hit:
    says: dict[str, object] = {"title": cited.title, "day": day_in_words(repealed)}
    field = cited.field
    successor = texts.get(text.replaced_by)
    if successor is None:
        return Hit.on(field, says, variant="no successor")
    has_number = not successor.number.startswith("《")
    name, number = f"《{successor.title.zh}》", successor.number
    says["successor"] = (
        Words(f"{name}（{number}）", f"{name} ({number})") if has_number else name
    )
    new = field.raw.replace(f"《{cited.title}》", f"《{successor.title.zh}》")
    if cited.number and has_number:
        new = new.replace(cited.number.raw, successor.number)
    return Hit.on(field, says, edits=(Edit.on(field, new, safe=False),))

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.language.similarity import bare, similarity
from quanheng.law.book import Law

PHRASES: Final = "words.set_phrases"
SIMILARITY: Final = "law.phrase_similarity"
_QUOTE: Final = re.compile(r"“((?:[^“”]|“[^“”]*”){6,60})”")
_SHORTENED: Final = ("…", "...")


@rule(
    code="LB302",
    name="central-wording-inexact",
    title=Words("重要提法引用不准确", "Set phrase quoted inexactly"),
    message=Words(
        "引号内“{quoted}”与规范表述“{phrase}”不一致，应按原文引用",
        "“{quoted}” in quotation marks is not quite the phrase “{phrase}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(PHRASES, SIMILARITY),
)
def central_wording_inexact(dossier: Dossier) -> Iterator[Answer]:
    """A set phrase (重要提法) is misquoted by a few characters.

    Why it matters:
        Quotation marks promise the exact words, and everybody knows these words.

    What it leaves alone:
        Words without quotation marks; every variant that was ever in force; quotes
        that contain a whole phrase or are part of one; quotes shortened by ……;
        punctuation between the words.
    """
    for field in dossier.project.prose():
        if "“" not in field.raw:
            continue
        for match in _QUOTE.finditer(field.raw):
            phrase = _meant(match[1], dossier.law)
            if phrase:
                says = {"quoted": match[1], "phrase": phrase}
                yield Hit.on(field, says)


def _meant(quoted: str, law: Law) -> str:
    """The phrase that a quote narrowly misses, empty without one."""
    text = bare(quoted)
    phrases = _with_plain(law.words(PHRASES))
    if any(mark in quoted for mark in _SHORTENED):
        return ""
    if any(text in plain or plain in text for _, plain in phrases):
        return ""
    near = law.number(SIMILARITY)
    alike = [
        (similarity(text, plain), phrase)
        for phrase, plain in phrases
        if 2 * min(len(text), len(plain)) >= near * (len(text) + len(plain))
    ]
    best, phrase = max(alike, default=(near - 1, ""))
    return phrase if best >= near else ""


@lru_cache(maxsize=8)
def _with_plain(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each phrase with and without punctuation; made once for all reports."""
    return tuple((phrase, bare(phrase)) for phrase in phrases)

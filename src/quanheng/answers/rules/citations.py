"""Citations as text and data (依据的写法)."""

from collections.abc import Iterator
from typing import Any

from quanheng.core.bilingual import COMMA, SEMICOLON, Words, day_in_words
from quanheng.law.book import LawBook
from quanheng.law.citation import NOT_VERIFIED, Citation, LegalText


def citation_text(cite: Citation, book: LawBook, lang: str) -> str:
    """A citation, marked as practice or as not yet verified."""
    text = book.texts[cite.document]
    if cite.is_practice:
        return Words(
            f"实务：{cite.article}", f"practice: {text.practices[cite.article]}"
        ).text(lang)
    words = " ".join(part for part in (cite.document, cite.article) if part)
    if cite.verified:
        return words
    mark = NOT_VERIFIED.text(lang)
    return Words(f"{words}（{mark}）", f"{words} ({mark})").text(lang)


def basis_text(basis: tuple[tuple[str, str], ...], book: LawBook, lang: str) -> str:
    """The citations of a rule on one line."""
    joint = SEMICOLON.text(lang)
    return joint.join(citation_text(book.cite(*part), book, lang) for part in basis)


def citation_record(cite: Citation, book: LawBook) -> dict[str, Any]:
    """A citation as data for JSON, with the gist of an article that is verified."""
    text = book.texts[cite.document]
    return {
        "document": cite.document,
        "article": cite.article,
        "kind": "practice" if cite.is_practice else "law",
        "title": None if cite.is_practice else text.title.zh,
        "issuer": text.issuer or None,
        "issued": text.issued.isoformat() if text.issued else None,
        "verified": cite.verified,
        "gist": text.verified.get(cite.article),
    }


def basis_details(
    basis: tuple[tuple[str, str], ...], book: LawBook, lang: str
) -> list[str]:
    """The citations of a rule, each with title, day and gist of its text."""
    return [_detail(book.cite(*part), book, lang) for part in basis]


def _detail(cite: Citation, book: LawBook, lang: str) -> str:
    said = citation_text(cite, book, lang)
    if cite.is_practice:
        return said
    joint = COMMA.text(lang)
    return joint.join([said, *_particulars(cite, book.texts[cite.document], lang)])


def _particulars(cite: Citation, text: LegalText, lang: str) -> Iterator[str]:
    title = text.title.zh.strip("《》")
    if title not in cite.document:
        yield Words(f"《{title}》", text.title.en).text(lang)
    if text.issued:
        day = day_in_words(text.issued)
        yield Words(f"{day.zh}印发", f"issued {day.en}").text(lang)
    if gist := text.verified.get(cite.article):
        yield Words(f"要点：{gist}", f"gist: {gist}").text(lang)

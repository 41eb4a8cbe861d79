"""Citations as people read them (依据的写法)."""

from quanheng.law.book import LawBook
from quanheng.law.citation import Citation

NOT_VERIFIED = {"zh": "尚未核对原文", "en": "not yet verified"}


def citation_text(cite: Citation, book: LawBook, lang: str) -> str:
    """A citation with its state: practice is shown as practice, never as law."""
    text = book.texts[cite.document]
    if cite.is_practice:
        if lang == "en":
            return f"practice: {text.articles_en.get(cite.article, cite.article)}"
        return f"实务：{cite.article}"
    words = " ".join(part for part in (cite.document, cite.article) if part)
    if cite.verified:
        return words
    mark = NOT_VERIFIED[lang]
    return f"{words} ({mark})" if lang == "en" else f"{words}（{mark}）"


def basis_text(basis: tuple[tuple[str, str], ...], book: LawBook, lang: str) -> str:
    """All sources of a rule on one line."""
    joint = "; " if lang == "en" else "；"
    return joint.join(citation_text(book.cite(*part), book, lang) for part in basis)

"""Classify the elements of a page: shown or hidden, block or inline (网页元素)."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from quanheng.readers.word.symbols import CHECKED, UNCHECKED

TABLE: Final = "table"
BREAK: Final = "br"
PREFORMATTED: Final = "pre"
LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS: Final = LISTS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}  # fmt: skip
_NEVER_SHOWN: Final = frozenset({
    "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame",
    "frameset", "head", "iframe", "link", "map", "meta", "nav", "noembed", "noframes",
    "noscript", "object", "param", "rp", "rt", "script", "source", "style", "svg",
    "template", "title", "track", "video",
})  # fmt: skip
"""Elements never read, including navigation, which repeats headings."""
_ADDED: Final = frozenset({"figure", "details"})
"""Elements that our own pages add to a report: charts and foldable details."""
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_CONTENTS: Final = re.compile(r"mso-?toc\d?(?:\s|$)", re.IGNORECASE)
_TITLE: Final = re.compile(r"mso-?title(?:\s|$)", re.IGNORECASE)
_HEADING: Final = re.compile("h([1-6])")
_OUTLINE: Final = re.compile(r"mso-outline-level\s*:\s*([1-9])", re.IGNORECASE)
_NAVIGATION: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|bread-?crumbs?|crumbs?|menu)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_LARGEST_NAVIGATION: Final = 2000
"""Most elements of a menu; an element with more is page content."""
_TEXT_OUTSIDE_LINKS: Final = etree.XPath("descendant::text()[not(ancestor::a)]")
_WORDS: Final = re.compile(r"\w")
_BOXES: Final = frozenset({"checkbox", "radio"})
_UNSEEN_INPUTS: Final = frozenset(
    {"hidden", "password", "button", "submit", "reset", "image", "file"}
)


def is_shown(element: etree._Element) -> bool:
    """Whether an element is visible."""
    if element.tag in _NEVER_SHOWN or element.get("hidden") is not None:
        return False
    if element.tag == "tr" and element.get("height") == "0":
        # Word ends misaligned tables with a row that only sets the widths.
        return False
    if not element.attrib:
        return True
    if element.tag in _ADDED and element.get("data-quanheng") == "beside":
        return False
    return not (_HIDDEN.search(element.get("style", "")) or _is_navigation(element))


def _is_navigation(element: etree._Element) -> bool:
    """Whether an element is named as navigation and holds only links."""
    names = element.get("class", ""), element.get("id", ""), element.get("role", "")
    if not any(map(_NAVIGATION.search, names)):
        return False
    if next(islice(element.iter(), _LARGEST_NAVIGATION, None), None) is not None:
        return False
    outside = _TEXT_OUTSIDE_LINKS(element)
    return isinstance(outside, list) and not any(
        isinstance(text, str) and _WORDS.search(text) for text in outside
    )


def is_of_contents(element: etree._Element) -> bool:
    """Whether a paragraph is an entry of Word's table of contents."""
    return bool(_CONTENTS.match(element.get("class", "")))


def links_here(element: etree._Element) -> bool:
    """Whether an element is a link to a place on the same page."""
    return element.tag == "a" and element.get("href", "").startswith("#")


def heading_level(element: etree._Element) -> int | None:
    """The level of a heading, 0 for a title, None for other elements."""
    if match := _HEADING.fullmatch(element.tag):
        return int(match[1])
    if _TITLE.match(element.get("class", "")):
        return 0
    outline = _OUTLINE.search(element.get("style", ""))
    return int(outline[1]) if outline else None


def control_text(element: etree._Element) -> str | None:
    """The text that a form control shows, None for other elements."""
    if element.tag == "input":
        return _input_text(element)
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = (o for o in options if o.get("selected") is not None)
        shown = next(chosen, options[0] if options else None)
        return "" if shown is None else (shown.text or "").strip()
    return None


def _input_text(element: etree._Element) -> str:
    kind = element.get("type", "text").lower()
    if kind in _BOXES:
        return UNCHECKED if element.get("checked") is None else CHECKED
    return "" if kind in _UNSEEN_INPUTS else element.get("value", "")

"""Reduce a Word document's tree to visible paragraphs and tables (整理正文).

Tracked changes are accepted, hidden text is removed, one branch of each alternative
is kept, text boxes move below their anchor, and content controls are unwrapped.
"""

from collections import defaultdict
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w

_SPECIAL: Final = (
    w.ALTERNATIVES,
    w.DELETED,
    w.MOVED_AWAY,
    w.CELL_DELETED,
    w.VANISH,
    w.GALLERY,
    w.PROMPT,
    w.TEXT_BOX,
    w.TAB_STOPS,
    w.PHONETIC,
    w.CONTROL,
    w.CUSTOM_XML,
)
_WITHOUT_TEXT: Final = (
    w.DELETED,
    w.MOVED_AWAY,
    w.TAB_STOPS,
    w.PHONETIC,
    w.CONTROL_PROPERTIES,
)
_WRAPPERS: Final = (w.CONTROL, w.CONTROL_CONTENT, w.CUSTOM_XML)
_FIELD_PARTS: Final = frozenset({w.FIELD, w.INSTRUCTION})
"""Kept in hidden runs, because a field may span runs."""

IN_CONTENTS: Final = "in-contents"
"""Attribute that marks paragraphs of a table of contents (目录)."""


def tidy(body: etree._Element) -> None:
    """Reduce a tree to its visible content, in place."""
    found: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for element in body.iterdescendants(*_SPECIAL):
        found[element.tag].append(element)
    if not found:
        return
    for alternatives in found[w.ALTERNATIVES]:
        _keep_one_branch(alternatives)
    for run_mark in found[w.VANISH]:
        _remove_hidden(run_mark)
    for cell_mark in found[w.CELL_DELETED]:
        _remove(_above(cell_mark, w.CELL_PROPERTIES, w.CELL))
    # Last to first, so that text joined to the next paragraph moves only once.
    for deletion in reversed(found[w.DELETED] + found[w.MOVED_AWAY]):
        _accept_deletion(deletion)
    for gallery in found[w.GALLERY]:
        _mark_contents(gallery)
    for prompt in found[w.PROMPT]:
        _remove_prompt(prompt)
    etree.strip_elements(body, *_WITHOUT_TEXT)
    for text_box in found[w.TEXT_BOX]:
        _hoist(text_box)
    etree.strip_tags(body, *_WRAPPERS)


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(name), None)


def _above(element: etree._Element, *names: str) -> etree._Element | None:
    """The ancestor reached through parents of exactly these names."""
    for name in names:
        parent = element.getparent()
        if parent is None or parent.tag != name:
            return None
        element = parent
    return element


def _remove(element: etree._Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _keep_one_branch(alternatives: etree._Element) -> None:
    branches = list(alternatives)
    kept = next((b for b in branches if b.tag == w.CHOICE), None)
    for branch in branches:
        if branch is not kept and kept is not None:
            alternatives.remove(branch)


def _remove_hidden(mark: etree._Element) -> None:
    run = _above(mark, w.RUN_PROPERTIES, w.RUN)
    if run is not None and w.is_on(mark.get(w.VAL)):
        for part in list(run):
            if part.tag not in _FIELD_PARTS:
                run.remove(part)


def _remove_prompt(mark: etree._Element) -> None:
    control = _nearest(mark, w.CONTROL)
    if control is not None and w.is_on(mark.get(w.VAL)):
        for text in list(control.iter(w.TEXT)):
            _remove(text)


def _accept_deletion(deletion: etree._Element) -> None:
    _remove(_above(deletion, w.ROW_PROPERTIES, w.ROW))
    mark = (w.RUN_PROPERTIES, w.PARAGRAPH_PROPERTIES, w.PARAGRAPH)
    paragraph = _above(deletion, *mark)
    if paragraph is not None:
        _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != w.PARAGRAPH:
        return
    content = [part for part in paragraph if part.tag != w.PARAGRAPH_PROPERTIES]
    first = next(following.iterchildren(), None)
    if first is None:
        following.extend(content)
    elif first.tag == w.PARAGRAPH_PROPERTIES:
        for part in reversed(content):
            first.addnext(part)
    else:
        for part in content:
            first.addprevious(part)
    _remove(paragraph)


def _mark_contents(gallery: etree._Element) -> None:
    control = _nearest(gallery, w.CONTROL)
    if control is not None and gallery.get(w.VAL) == "Table of Contents":
        for paragraph in control.iter(w.PARAGRAPH):
            paragraph.set(IN_CONTENTS, "1")


def _hoist(text_box: etree._Element) -> None:
    anchor = _nearest(text_box, w.PARAGRAPH)
    if anchor is not None:
        for block in reversed(list(text_box)):
            anchor.addnext(block)

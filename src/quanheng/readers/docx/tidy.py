"""The tree of a Word document as its reader sees it (整理正文).

Tracked changes are accepted, hidden text is taken out, one branch of each
alternative is kept, text boxes stand below the paragraph they hang on, and
content controls are unwrapped, so that what is left are paragraphs and tables.
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
_WRAPPERS: Final = (w.CONTROL, w.CONTROL_CONTENT, w.CUSTOM_XML)
_SHOWN: Final = (w.TEXT, w.TAB, w.BREAK, w.SYMBOL, w.NO_BREAK_HYPHEN, w.CARRIAGE_RETURN)

IN_CONTENTS: Final = "in-contents"
"""Attribute put on the paragraphs of a table of contents (目录)."""


def tidy(body: etree._Element) -> None:
    """Bring a tree to what its reader sees, in place."""
    found: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for element in body.iter(*_SPECIAL):
        found[element.tag].append(element)
    if not found:
        return
    for alternatives in found[w.ALTERNATIVES]:
        _keep_one_branch(alternatives)
    for run_mark in found[w.VANISH]:
        _take_out_hidden(run_mark)
    for cell_mark in found[w.CELL_DELETED]:
        _remove(cell_mark, 2)
    # From the last to the first: what a deleted mark sets free moves only once.
    for deletion in reversed(found[w.DELETED] + found[w.MOVED_AWAY]):
        _accept_deletion(deletion)
    for gallery in found[w.GALLERY]:
        _mark_contents(gallery)
    for prompt in found[w.PROMPT]:
        _take_out_prompt(prompt)
    for text_box in found[w.TEXT_BOX]:
        _hoist(text_box)
    etree.strip_elements(
        body, w.DELETED, w.MOVED_AWAY, w.TAB_STOPS, w.PHONETIC, w.CONTROL_PROPERTIES
    )
    etree.strip_tags(body, *_WRAPPERS)


def _remove(element: etree._Element, up: int = 0) -> None:
    for _ in range(up):
        parent = element.getparent()
        if parent is None:
            return
        element = parent
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _keep_one_branch(alternatives: etree._Element) -> None:
    branches = list(alternatives)
    kept = next((b for b in branches if b.tag == w.CHOICE), None)
    for branch in branches:
        if branch is not kept and kept is not None:
            alternatives.remove(branch)


def _take_out_hidden(mark: etree._Element) -> None:
    # Not any ancestor: a run also holds its formatting before a tracked change.
    properties = mark.getparent()
    run = properties.getparent() if properties is not None else None
    if run is not None and run.tag == w.RUN and w.is_on(mark.get(w.VAL)):
        # The run stays: it may hold a border of a field.
        for shown in list(run.iterchildren(*_SHOWN)):
            run.remove(shown)


def _take_out_prompt(mark: etree._Element) -> None:
    control = next(mark.iterancestors(w.CONTROL), None)
    if control is not None and w.is_on(mark.get(w.VAL)):
        for text in list(control.iter(w.TEXT)):
            _remove(text)


def _accept_deletion(deletion: etree._Element) -> None:
    parent = deletion.getparent()
    if parent is None:
        return
    if parent.tag == w.ROW_PROPERTIES:
        _remove(parent, 1)
    elif parent.tag == w.RUN_PROPERTIES:
        _join_with_next(parent)


def _join_with_next(mark_properties: etree._Element) -> None:
    properties = mark_properties.getparent()
    paragraph = properties.getparent() if properties is not None else None
    if paragraph is None or paragraph.tag != w.PARAGRAPH:
        return
    following = paragraph.getnext()
    if following is None or following.tag != w.PARAGRAPH:
        return
    content = [child for child in paragraph if child is not properties]
    place = int(len(following) > 0 and following[0].tag == w.PARAGRAPH_PROPERTIES)
    following[place:place] = content
    _remove(paragraph)


def _mark_contents(gallery: etree._Element) -> None:
    if gallery.get(w.VAL) != "Table of Contents":
        return
    control = next(gallery.iterancestors(w.CONTROL), None)
    for paragraph in control.iter(w.PARAGRAPH) if control is not None else ():
        paragraph.set(IN_CONTENTS, "1")


def _hoist(text_box: etree._Element) -> None:
    anchor = next(text_box.iterancestors(w.PARAGRAPH), None)
    if anchor is not None:
        for block in reversed(list(text_box)):
            anchor.addnext(block)

"""Parts that hold no text: themes, headers, comments, properties (附属部件).

A damaged one counts as absent, so that the text can still be read.
"""

from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.office.package import Package
from quanheng.office.xml import parse
from quanheng.readers.docx.walk import transitional


def side_data(package: Package, part: str | None) -> bytes:
    """The bytes of a part, empty if absent or damaged."""
    try:
        return transitional(package.read(part)) if part else b""
    except UnreadableFileError:
        return b""


def side_root(package: Package, part: str | None) -> etree._Element | None:
    """The tree of a part, None if absent or damaged."""
    data = side_data(package, part)
    try:
        return parse(data, part or "") if data else None
    except UnreadableFileError:
        return None

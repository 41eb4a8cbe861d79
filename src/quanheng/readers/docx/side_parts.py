"""Parts that tell of a file's looks and makers, not of its text (附属部件).

A damaged one must not keep the text from being read, so it counts as absent.
"""

from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.office.package import Package
from quanheng.office.xml import parse
from quanheng.readers.docx.walk import transitional


def side_data(package: Package, part: str | None) -> bytes:
    """The bytes of a part, none where it is absent or damaged."""
    try:
        return transitional(package.read(part)) if part else b""
    except UnreadableFileError:
        return b""


def side_root(package: Package, part: str | None) -> etree._Element | None:
    """The tree of a part, None where it is absent or damaged."""
    data = side_data(package, part)
    try:
        return parse(data, part or "") if data else None
    except UnreadableFileError:
        return None

"""Of a compound file the streams at the root say what it is."""

from collections.abc import Callable, Mapping

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.readers.detect import Format, detect

Compound = Callable[[Mapping[str, bytes]], bytes]
OTHERS = "".join(("WordDocument", "Workbook", "EncryptedPackage")).encode("utf-16-le")
"""What an embedded file leaves in the bytes of the whole."""


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("WordDocument", Format.DOC),
        ("Workbook", Format.XLS),
        ("WORKBOOK", Format.XLS),
        ("Book", Format.XLS),
        ("BOOK", Format.XLS),
        ("EncryptedPackage", Format.PROTECTED),
        ("PowerPoint Document", Format.UNKNOWN),
    ],
)
def test_streams_at_the_root_tell(
    stream: str, kind: Format, container: Compound
) -> None:
    assert detect(container({stream: b"x", "ole-data": OTHERS})) is kind


def test_a_broken_container_is_refused(container: Compound) -> None:
    with pytest.raises(UnreadableFileError, match="已损坏"):
        detect(container({"Workbook": b"x"})[:700])

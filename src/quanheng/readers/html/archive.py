"""Web archives (网页归档 mht): a page and its resources in one MIME file."""

import base64
import binascii
import quopri
import re
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, too_large

MOST_PARTS: Final = 10_000
"""Most parts of one archive; a page with a thousand pictures has fewer."""

_HEADER_END: Final = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEADER: Final = 65_536


def page_of_archive(data: bytes) -> tuple[bytes, str]:
    """The page in an archive, and the encoding that its envelope states.

    Raises:
        UnreadableFileError: The archive is damaged or holds no page.
    """
    headers, body = _split(data)
    if headers.get_content_maintype() != "multipart":
        return _page(headers, body)
    boundary = headers.get_boundary()
    if not boundary:
        raise damaged(Words("网页归档缺少分隔标记", "its web archive has no boundary"))
    mark = b"\n--" + boundary.encode("ascii", "replace")
    if body.count(mark) > MOST_PARTS:
        raise too_large(
            Words(
                f"归档内的部件超过{MOST_PARTS}个",
                f"it has more than {MOST_PARTS:,} parts",
            )
        )
    for part in (b"\n" + body).split(mark)[1:]:
        inner, content = _split(part.partition(b"\n")[2])
        if inner.get_content_type() == "text/html":
            return _page(inner, content)
    raise damaged(Words("网页归档内无网页", "its web archive holds no page"))


def _split(data: bytes) -> tuple[Message, bytes]:
    end = _HEADER_END.search(data, 0, _LONGEST_HEADER)
    begin, rest = (end.start(), end.end()) if end else (0, 0)
    return BytesHeaderParser().parsebytes(data[:begin]), data[rest:]


def _page(headers: Message, content: bytes) -> tuple[bytes, str]:
    coded = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if coded == "base64":
            content = base64.b64decode(content)
        elif coded == "quoted-printable":
            content = quopri.decodestring(content)
    except binascii.Error as error:
        raise damaged(
            Words("网页归档不完整", "its web archive is incomplete")
        ) from error
    return content, headers.get_content_charset("")

"""Writer of self-contained web pages (网页写出器)."""

from typing import ClassVar

from quanheng.document.blocks import Document
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.html.body import body
from quanheng.writers.html.page import page


class HtmlWriter:
    """Writes a web page that also prints well (网页写出器)."""

    suffix: ClassVar[str] = ".html"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a page that loads no other file."""
        return page(
            document.title or document.name, body(document.blocks), finish.created
        ).encode()

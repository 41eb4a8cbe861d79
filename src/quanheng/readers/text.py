"""Plain texts to documents (读取文本)."""

from quanheng.document.blocks import Document


class TextReader:
    def read(self, data: bytes, name: str) -> Document:
        raise NotImplementedError

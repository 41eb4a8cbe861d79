"""Parsing of XML parts from files of unknown origin (解析 XML)."""

from typing import Final

from lxml import etree

from quanheng.core.errors import UnreadableFileError

LARGEST_TREE: Final = 6_000_000
"""Tags and attributes of one part: a tree takes about 90 bytes for each, and
reading one file is to stay below 1 GiB."""


def parse(data: bytes, part: str) -> etree._Element:
    """The root element of an XML part.

    No document type declaration is accepted, so no entity is ever expanded and
    neither a file nor the network is ever touched. The parser's own limit of 256
    nested elements holds.

    Raises:
        UnreadableFileError: The part has a document type declaration, is too
            large, nested too deeply or not well-formed.
    """
    if data.count(b"<") + data.count(b"=") > LARGEST_TREE:
        raise UnreadableFileError(
            f"文件过大：{part} 的标记超过 {LARGEST_TREE // 10_000} 万个",
            "请拆分后再读",
            message_en=f"The file is too large: {part} has more than "
            f"{LARGEST_TREE:,} tags and attributes",
            hint_en="split it",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(part, "depth" in str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFileError(
            f"文件不安全：{part} 含文档类型声明（DTD）",
            "请用 Word 或 WPS 另存后再读",
            message_en=f"The file is not safe: {part} has a document type "
            "declaration (DTD)",
            hint_en="save it anew with Word or WPS",
        )
    return root


def _unreadable(part: str, too_deep: bool) -> UnreadableFileError:
    if too_deep:
        return UnreadableFileError(
            f"嵌套过深：{part} 的元素超过 256 层",
            "请取消多余的嵌套表格后再读",
            message_en=f"Nested too deeply: {part} has more than 256 levels of elements",
            hint_en="take out needless nested tables",
        )
    return UnreadableFileError(
        f"文件已损坏：{part} 不是完整的 XML",
        "请用 Word 或 WPS 打开修复并另存",
        message_en=f"The file is damaged: {part} is not well-formed XML",
        hint_en="open it with Word or WPS, repair it and save it anew",
    )

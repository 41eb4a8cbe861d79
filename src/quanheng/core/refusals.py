"""Why a file can't be read (拒读原因), in both languages."""

from quanheng.core.errors import UnreadableFileError


def damaged(what: str, what_en: str) -> UnreadableFileError:
    """The error for a file that is broken or lacks a part."""
    return UnreadableFileError(
        f"文件已损坏：{what}",
        "请重新取得文件，或用 Word、WPS 打开修复后另存",
        message_en=f"The file is damaged: {what_en}",
        hint_en="get it anew, or repair it with Word or WPS",
    )


def unsafe(what: str, what_en: str) -> UnreadableFileError:
    """The error for a file with something that no honest program writes."""
    return UnreadableFileError(
        f"文件不安全：{what}",
        "请用 Word 或 WPS 另存后再读取",
        message_en=f"The file is not safe: {what_en}",
        hint_en="save it anew with Word or WPS",
    )


def too_large(what: str, what_en: str) -> UnreadableFileError:
    """The error for a file that goes over a limit."""
    return UnreadableFileError(
        f"文件过大：{what}",
        "请核对文件来源，或拆分后再读取",
        message_en=f"The file is too large: {what_en}",
        hint_en="check where it comes from, or split it",
    )


def nested_too_deeply(what: str, what_en: str) -> UnreadableFileError:
    """The error for things inside things inside things."""
    return UnreadableFileError(
        f"嵌套过深：{what}",
        "请取消多余的嵌套表格后再读取",
        message_en=f"Nested too deeply: {what_en}",
        hint_en="take out needless nested tables",
    )


def password_protected() -> UnreadableFileError:
    """The error for a file that opens only with a password."""
    return UnreadableFileError(
        "文件有密码保护，无法读取",
        "请去掉密码另存后再读取",
        message_en="The file is protected by a password",
        hint_en="remove the password and save it anew",
    )


def no_text() -> UnreadableFileError:
    """The error for bytes that are neither text nor of a known type."""
    return UnreadableFileError(
        "无法识别的文件：不是文本，也不是已知的办公文件",
        "请检查文件是否完整",
        message_en="Unknown type of file: neither a text nor a known office file",
        hint_en="check whether the file is complete",
    )


def empty() -> UnreadableFileError:
    """The error for a file without content."""
    return UnreadableFileError("文件是空的", message_en="The file is empty")


def no_reader(kind: str, kind_en: str) -> UnreadableFileError:
    """The error for a known type that can't be read."""
    return UnreadableFileError(
        f"无法读取此类文件：实际类型是{kind}",
        "请另存为 docx 或文本后再读取",
        message_en=f"This type of file can't be read: it is {kind_en}",
        hint_en="save it as docx or text",
    )


def too_old(kind: str, kind_en: str) -> UnreadableFileError:
    """The error for a file of a program of long ago."""
    return UnreadableFileError(
        f"{kind}，无法读取",
        "请用 Word 或 WPS 另存为 docx 后再读取",
        message_en=f"This can't be read: it is {kind_en}",
        hint_en="save it as docx with Word or WPS",
    )


def about(name: str, error: UnreadableFileError) -> UnreadableFileError:
    """The error with the name of its file before it."""
    return UnreadableFileError(
        f"{name}：{error.message}",
        error.hint,
        message_en=f"{name}: {error.message_en}",
        hint_en=error.hint_en,
    )


def no_text_layer() -> UnreadableFileError:
    """The error for pages that hold pictures of text but no text."""
    return UnreadableFileError(
        "PDF 无文字层，页面可能是扫描图片",
        "请先做文字识别（OCR），或提供 docx 等电子文件",
        message_en="The pdf has no text layer, its pages may be scans",
        hint_en="run text recognition (OCR) first, or provide the docx",
    )

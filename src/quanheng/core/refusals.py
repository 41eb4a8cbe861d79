"""Errors for files that can't be read (拒读原因)."""

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError

_REPAIR = Words(
    "请重新取得文件，或用 Word、WPS 打开修复后另存",
    "get it anew, or repair it with Word or WPS",
)
_SAVE_ANEW = Words("请用 Word 或 WPS 另存后再读取", "save it anew with Word or WPS")


def damaged(what: Words) -> UnreadableFileError:
    """The error for a file that is broken or incomplete."""
    return _refused(Words("文件已损坏：", "The file is damaged: "), what, _REPAIR)


def unsafe(what: Words) -> UnreadableFileError:
    """The error for a file whose content may be an attack."""
    return _refused(Words("文件不安全：", "The file is not safe: "), what, _SAVE_ANEW)


def too_large(what: Words) -> UnreadableFileError:
    """The error for a file beyond a limit."""
    hint = Words(
        "请核对文件来源，或拆分后再读取", "check where it comes from, or split it"
    )
    return _refused(Words("文件过大：", "The file is too large: "), what, hint)


def nested_too_deeply(what: Words) -> UnreadableFileError:
    """The error for tables nested beyond a limit."""
    hint = Words("请取消多余的嵌套表格后再读取", "take out needless nested tables")
    return _refused(Words("嵌套过深：", "Nested too deeply: "), what, hint)


def no_reader(kind: Words) -> UnreadableFileError:
    """The error for a known type that can't be read."""
    lead = Words(
        "无法读取此类文件：实际类型是", "This type of file can't be read: it is "
    )
    hint = Words("请另存为 docx 或文本后再读取", "save it as docx or text")
    return _refused(lead, kind, hint)


def too_old(kind: Words) -> UnreadableFileError:
    """The error for an outdated file format."""
    return UnreadableFileError(
        Words(f"{kind.zh}，无法读取", f"This can't be read: it is {kind.en}"),
        Words(
            "请用 Word 或 WPS 另存为 docx 后再读取",
            "save it as docx with Word or WPS",
        ),
    )


def password_protected() -> UnreadableFileError:
    """The error for a file that opens only with a password."""
    return UnreadableFileError(
        Words("文件有密码保护，无法读取", "The file is protected by a password"),
        Words("请去掉密码另存后再读取", "remove the password and save it anew"),
    )


def no_text() -> UnreadableFileError:
    """The error for bytes that are neither text nor of a known type."""
    return UnreadableFileError(
        Words(
            "无法识别的文件：不是文本，也不是已知的办公文件",
            "Unknown type of file: neither a text nor a known office file",
        ),
        Words("请检查文件是否完整", "check whether the file is complete"),
    )


def empty() -> UnreadableFileError:
    """The error for a file without content."""
    return UnreadableFileError(Words("文件是空的", "The file is empty"))


def no_text_layer() -> UnreadableFileError:
    """The error for pages with pictures of text but no text."""
    return UnreadableFileError(
        Words(
            "PDF 无文字层，页面可能是扫描图片",
            "The pdf has no text layer, its pages may be scans",
        ),
        Words(
            "请先做文字识别（OCR），或提供 docx 等电子文件",
            "run text recognition (OCR) first, or provide the docx",
        ),
    )


def unexpected(place: Words, expected: Words) -> UnreadableFileError:
    """The error for a value that is not what it should be."""
    return UnreadableFileError(
        Words(f"{place.zh} 应为{expected.zh}", f"{place.en} should be {expected.en}")
    )


def about(name: str, error: UnreadableFileError) -> UnreadableFileError:
    """The error with the name of its file before it."""
    return _refused(Words(f"{name}：", f"{name}: "), error.message, error.hint)


def _refused(lead: Words, what: Words, hint: Words) -> UnreadableFileError:
    return UnreadableFileError(Words(lead.zh + what.zh, lead.en + what.en), hint)

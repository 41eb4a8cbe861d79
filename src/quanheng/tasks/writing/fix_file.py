"""Correct certain faults in a copy of the user's file (修正文件)."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final, TypeAlias, cast

from quanheng.annotate.note import Change, Changed
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.readers import read_document
from quanheng.readers.detect import Format, detect
from quanheng.tasks.writing.cell_changes import in_own_cells
from quanheng.tasks.writing.corrections import Check, Fixed, Write, corrected

_Written: TypeAlias = tuple[bytes, tuple[Change, ...]]

_RECORDS: Final = {
    ".yaml": ("quanheng.annotate.record", "with_yaml_changes"),
    ".yml": ("quanheng.annotate.record", "with_yaml_changes"),
    ".json": ("quanheng.annotate.record", "with_json_changes"),
}
_DOCUMENTS: Final = {
    Format.DOCX: ("quanheng.annotate.docx.changes", "with_changes"),
    Format.XLSX: ("quanheng.annotate.xlsx.changes", "with_changes"),
}


def fix_file(
    data: bytes, name: str, check: Check[bytes], *, unsafe: bool = False
) -> Fixed[bytes]:
    """Correct what is certain in a file, check again, until nothing changes.

    Args:
        data: The file's bytes.
        name: Its name; a record is recognised by its suffix.
        check: Finds its faults; waived and known ones are left alone.
        unsafe: Whether to make corrections that need confirmation too.

    Raises:
        QuanhengError: A file of this type can't be corrected.
        UnreadableFileError: The file is damaged.
    """
    return corrected(data, check, _writer(data, name), unsafe=unsafe)


def _writer(data: bytes, name: str) -> Write[bytes]:
    suffix = name[name.rfind(".") :].lower()
    if record := _RECORDS.get(suffix):
        return _directly(*record)
    document = _DOCUMENTS.get(detect(data))
    if document is None:
        raise QuanhengError(
            Words(
                f"{name} 无法直接修正：可修正的文件为 docx、xlsx、yaml、json 文件",
                f"{name} can't be corrected: only docx, xlsx, yaml and json can",
            ),
            Words("请按审核结果手工修改", "correct it by hand as the findings say"),
        )
    directly = _directly(*document)

    def write(data: bytes, changes: Sequence[Change]) -> _Written:
        data, done = directly(data, changes)
        left = [change for change in changes if change not in done]
        own = in_own_cells(read_document(data, name), left) if left else {}
        if own:
            data, made = directly(data, tuple(own))
            done += tuple(own[change] for change in made)
        return data, done

    return write


def _directly(module: str, function: str) -> Write[bytes]:
    """The writer of changes for a type of file."""
    with_changes = cast(
        "Callable[[bytes, Sequence[Change]], Changed]",
        getattr(import_module(module), function),
    )

    def write(data: bytes, changes: Sequence[Change]) -> _Written:
        changed = with_changes(data, changes)
        return changed.data, changed.done

    return write

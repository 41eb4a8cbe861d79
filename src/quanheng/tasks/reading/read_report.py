"""File → report (读取自评报告)."""

import json
import re
from pathlib import PurePath
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.report import Report
from quanheng.document.blocks import Document
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.forms.recognise import recognise
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.from_tables import is_record, read_record
from quanheng.record.load import load_report
from quanheng.record.to_tables import record_blocks

RECORD_SUFFIXES = (".yaml", ".yml", ".json")
_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_YAML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n|\s)*(?:version|file|projects?|form|title):\s"
)
"""Beginnings of a record without a file name, from a pipe."""


def record_suffix(data: bytes, name: str) -> str | None:
    """``.json``, ``.yaml`` or ``.yml`` if a file is a record, else None.

    The suffix decides; without one, as in a pipe, the content.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix:
        return suffix if suffix in RECORD_SUFFIXES else None
    if _JSON.match(data):
        return ".json"
    return ".yaml" if _YAML.match(data) else None


def read_report(data: bytes, name: str, hints: Hints = NO_HINTS) -> Report:
    """Read a self-evaluation from a document or a record file.

    A record file (YAML or JSON, as ``convert`` writes it) is recognised by its
    suffix, in a pipe by its beginning; any other type by the content.

    Args:
        data: The content of the file.
        name: Its name.
        hints: What the labels of a document's publisher mean.

    Raises:
        UnreadableFileError: The file can't be read.
        UnknownFormError: It holds no self-evaluation.
    """
    if suffix := record_suffix(data, name):
        return load_report(parse_record(data, name, suffix), name)
    return report_in(read_document(data, name), hints)


def read_with_document(
    data: bytes, name: str, hints: Hints = NO_HINTS
) -> tuple[Report, Document]:
    """A self-evaluation and the document that it was read from.

    A record file has no document and gets plain tables instead. Either way the places
    in the document are those of the report.

    Raises:
        UnreadableFileError: The file can't be read.
        UnknownFormError: It holds no self-evaluation.
    """
    if record_suffix(data, name):
        report = read_report(data, name)
        return report, Document(name, tuple(record_blocks(report)))
    document = read_document(data, name)
    return report_in(document, hints), document


def report_in(document: Document, hints: Hints = NO_HINTS) -> Report:
    """The self-evaluation in a document: a form, or the tables of a record.

    Raises:
        UnreadableFileError: It is a record with unknown names.
        UnknownFormError: It holds no self-evaluation.
    """
    if is_record(document):
        return read_record(document)
    return recognise(document, hints)


def _parse_json(text: str) -> object:
    """JSON as plain data, with numbers as written: ``12.90``, ``1e9999``."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def parse_record(data: bytes, name: str, suffix: str) -> object:
    """A record file as plain data.

    Raises:
        UnreadableFileError: It is no UTF-8, or no JSON or YAML.
    """
    try:
        text = data.decode("utf-8-sig")
        return _parse_json(text) if suffix == ".json" else parse_yaml(text)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            Words(f"{name} 不是 UTF-8 文本", f"{name} is not UTF-8 text"),
            Words("请另存为 UTF-8", "save it as UTF-8"),
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            Words(
                f"{name} 第{error.lineno}行不是合法的 JSON",
                f"{name} is no JSON at line {error.lineno}",
            )
        ) from error
    except RecursionError as error:
        raise UnreadableFileError(
            Words(f"{name} 嵌套过深", f"{name} is nested too deeply")
        ) from error

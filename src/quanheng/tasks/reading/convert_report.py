"""Report → data file (转换为数据)."""

import json

from quanheng.core.report import Report
from quanheng.forms.coverage import Coverage, coverage
from quanheng.forms.hints.hinted import hinted
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.readers import read_document
from quanheng.record.dump import dump_coverage, dump_report, dump_yaml
from quanheng.record.from_tables import is_record
from quanheng.record.load import load_coverage, load_report
from quanheng.record.to_tables import record_document
from quanheng.tasks.reading.read_report import parse_record, record_suffix, report_in
from quanheng.writers import writer_for


def read_with_coverage(
    data: bytes, name: str, hints: Hints = NO_HINTS
) -> tuple[Report, Coverage | None]:
    """Read a self-evaluation and its coverage of the file's text.

    The coverage of a record is the one that it was written with.

    Raises:
        UnreadableFileError: The file can't be read.
        UnknownFormError: It holds no self-evaluation.
    """
    if suffix := record_suffix(data, name):
        record = parse_record(data, name, suffix)
        return load_report(record, name), load_coverage(record, name)
    document = read_document(data, name)
    report = report_in(document, hints)
    if is_record(document):
        return report, None
    return report, coverage(hinted(document, hints).document, report)


def convert_report(
    report: Report, to: str, lang: str = "zh", found: Coverage | None = None
) -> bytes:
    """A report as a JSON, YAML or Excel file; each can be read again.

    Args:
        report: The report.
        to: ``json`` (every value with its place), ``yaml`` or ``xlsx`` (to read and
            edit).
        lang: Language of the places.
        found: How much of the file was read, for the JSON.

    Raises:
        UnreadableFileError: A text is too long for a cell of a workbook.
    """
    if to == "xlsx":
        return writer_for(".xlsx").write(record_document(report))
    if to == "yaml":
        return dump_yaml(report).encode()
    content = dump_report(report, lang)
    if found is not None:
        content["coverage"] = dump_coverage(found, lang)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

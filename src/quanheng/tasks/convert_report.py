"""Report → plain data (转换为数据)."""

import json

from quanheng.core.report import Report
from quanheng.forms.record.dump import dump_report, dump_yaml


def convert_report(report: Report, to: str, lang: str = "zh") -> str:
    """A report as JSON or YAML text.

    Args:
        report: The report.
        to: ``json`` (every value with its place) or ``yaml`` (to read and edit).
        lang: Language of the places.
    """
    if to == "yaml":
        return dump_yaml(report)
    return json.dumps(dump_report(report, lang), ensure_ascii=False, indent=1) + "\n"

"""Report → the official report in a file format (输出报告)."""

from quanheng.core.report import Report
from quanheng.forms.compose import compose
from quanheng.writers import writer_for


def render_report(report: Report, suffix: str, form: str | None = None) -> bytes:
    """Compose a report in an official form and write it.

    Args:
        report: The report.
        suffix: File format: ``.docx``, ``.xlsx`` or ``.html``.
        form: Form to fill; each project's own by default.

    Raises:
        UnknownFormError: There is no such form.
        UnreadableFileError: There is no such file format.
    """
    return writer_for(suffix).write(compose(report, form))

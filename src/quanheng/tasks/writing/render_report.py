"""Report → the official report in a file format (输出报告)."""

from collections.abc import Sequence

from quanheng.core.report import Report
from quanheng.forms.compose import SUMMARY, compose
from quanheng.forms.composing.backing import Backing
from quanheng.forms.summary.compose import compose_summary
from quanheng.live.fill import with_formulas
from quanheng.revising.to_judge import without_notices
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.checking.score_report import score_report
from quanheng.writers import COMPUTING, DRAWING, writer_for
from quanheng.writers.base import PLAIN, Finish


def render_report(
    report: Report,
    suffix: str,
    form: str | None = None,
    finish: Finish = PLAIN,
    backings: Sequence[Backing] = (),
) -> bytes:
    """Compose a report in an official form and write it.

    Args:
        report: The report.
        suffix: File format: ``.docx``, ``.pdf``, ``.xlsx`` or ``.html``.
        form: Form to fill; each project's own by default.
        finish: How the file is to be made: its day, its template.
        backings: What stands behind the values of each project, for an annex; a
            summary has none.

    Raises:
        UnknownFormError: There is no such form.
        UnreadableFileError: There is no such file format, or the finish can't be
            had.
    """
    writer = writer_for(suffix)
    if form == SUMMARY:
        laws = [law_for(project) for project in report.projects]
        return writer.write(compose_summary(report, laws), finish)
    report = without_notices(report)
    cards = score_report(report) if writer.suffix in DRAWING else None
    document = compose(report, form, cards, backings)
    if writer.suffix in COMPUTING:
        document = with_formulas(document, report, law_for)
    return writer.write(document, finish)

"""Report → the official report in a file format (输出报告)."""

from collections.abc import Sequence

from quanheng.core.report import Report
from quanheng.forms.compose import SUMMARY, compose
from quanheng.forms.composing.backing import Backing
from quanheng.forms.summary.compose import compose_summary
from quanheng.live.with_formulas import with_formulas
from quanheng.revising.pending_scores import without_pending_scores
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.workplace import Workplace
from quanheng.writers import COMPUTING, DRAWING, writer_for
from quanheng.writers.base import PLAIN, Finish


def render_report(
    report: Report,
    suffix: str,
    workplace: Workplace,
    form: str | None = None,
    finish: Finish = PLAIN,
    backings: Sequence[Backing] = (),
) -> bytes:
    """Compose a report in an official form and write it.

    Args:
        report: The report.
        suffix: File format: ``.docx``, ``.pdf``, ``.xlsx`` or ``.html``.
        workplace: Law book, region and scheme.
        form: Form to fill; each project's own by default.
        finish: Properties of the file, such as its day and template.
        backings: The registers behind the values of each project, for an annex; not
            used in a summary.

    Raises:
        UnknownFormError: There is no such form.
        UnreadableFileError: There is no such file format, or the finish is not
            possible.
    """
    writer = writer_for(suffix)
    if form == SUMMARY:
        laws = [workplace.law_of(project) for project in report.projects]
        return writer.write(compose_summary(report, laws), finish)
    report = without_pending_scores(report)
    cards = None
    if writer.suffix in DRAWING:
        cards = [score_project(p, workplace.law_of(p)) for p in report.projects]
    document = compose(report, form, cards, backings)
    if writer.suffix in COMPUTING:
        document = with_formulas(document, report, workplace.law_of)
    return writer.write(document, finish)

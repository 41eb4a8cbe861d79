"""``quanheng render``: write the official report (输出报告)."""

from pathlib import Path
from typing import Annotated, Final

import typer

from quanheng.cli.options.finish import (
    DateOption,
    FontsOption,
    PdfAOption,
    TemplateOption,
    finish_of,
)
from quanheng.cli.options.law import LawOption, RegionOption, YearOption, workplace_of
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.options.other_papers import (
    EvidenceOption,
    PreviousOption,
    evidence_of,
    other_papers_of,
)
from quanheng.cli.options.preparation import (
    AsIsOption,
    DraftOption,
    FixOption,
    TemplatesOption,
    TidyFiguresOption,
    refuse_both,
    sentences_of,
)
from quanheng.cli.preparing import Preparing
from quanheng.cli.session import DebugOption, Lang, LangOption, today
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import ForceOption, may_write, write_output
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.forms.compose import FORMS, SUMMARY
from quanheng.tasks.reading.join_reports import join_reports
from quanheng.tasks.settings.settings import Settings
from quanheng.tasks.writing.prepare_report import Preparation
from quanheng.tasks.writing.render_report import render_report

_FORM_HELP: Final = f"表式 {'、'.join((*FORMS, SUMMARY))} the form to fill"


def render(  # noqa: PLR0913, PLR0917 - options are arguments
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="报告文件，汇总时可有多个 the reports"),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="输出文件 .docx .pdf .xlsx .html the file to write"
        ),
    ],
    form: Annotated[str, typer.Option("--form", help=_FORM_HELP)] = "",
    evidence: EvidenceOption = "",
    template: TemplateOption = "",
    date: DateOption = "",
    pdf_a: PdfAOption = False,
    fonts: FontsOption = None,
    fix: FixOption = False,
    draft: DraftOption = False,
    previous: PreviousOption = "",
    draft_templates: TemplatesOption = None,
    as_is: AsIsOption = False,
    tidy_figures: TidyFiguresOption = False,
    like: LikeOption = "",
    law: LawOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出正式报告 / Write the official report."""
    if len(paths) > 1 and form != SUMMARY:
        raise QuanhengError(
            Words(
                f"输入了{len(paths)}个文件，每次只能输出一份报告",
                f"{len(paths)} files; only one report is written at a time",
            ),
            Words(
                f"汇总成一张表请加 --form {SUMMARY}",
                f"to sum them up in one table add --form {SUMMARY}",
            ),
        )
    may_write(output)
    finish = finish_of(output, template, date, pdf_a=pdf_a, fonts=fonts or ())
    sentences = sentences_of(
        lang, draft=draft, previous=previous, templates=draft_templates
    )
    refuse_both(as_is=as_is, tidy_figures=tidy_figures)
    preparation = Preparation(fix, sentences, as_is, form, tidy_figures)
    given = Settings(region=region, law=law, year=year)
    lookup = SettingsLookup(given, workplace_of(today()))
    workplace = lookup.settings(paths[0]).workplace
    papers = other_papers_of(workplace, lang, previous=previous)
    source = evidence_of(evidence)
    preparing = Preparing(
        preparation, lookup, papers, source, str(output), lang, hints_of(like)
    )
    prepared = [preparing.report(path) for path in paths]
    report = join_reports([one.report for one in prepared])
    backings = [backing for one in prepared for backing in one.backings]
    data = render_report(
        report, output.suffix, workplace, form or None, finish, backings
    )
    write_output(output, data)
    say_written(output, lang)

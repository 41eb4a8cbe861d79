"""``quanheng check``: find the faults of reports (审核)."""

from pathlib import Path
from typing import Annotated

import typer

from quanheng.answers.formats import Format
from quanheng.answers.manner import Manner
from quanheng.cli.answering import AnsweredFile, Answering, Workers
from quanheng.cli.checking import Checker
from quanheng.cli.inputs import listed_inputs
from quanheng.cli.options.check import (
    BaselineOption,
    ConfigOption,
    DisclosureOption,
    FullOption,
    IgnoreOption,
    JobsOption,
    NoConfigOption,
    PreviewOption,
    ProfileOption,
    SelectOption,
    SinceOption,
    ThresholdOption,
    WaiversOption,
    WriteBaselineOption,
    listed,
)
from quanheng.cli.options.law import LawOption, RegionOption, YearOption, workplace_of
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.options.other_papers import (
    ApprovedOption,
    EvidenceOption,
    PeersOption,
    PreviousOption,
    evidence_of,
    other_papers_of,
)
from quanheng.cli.options.write_back import (
    AnnotateOption,
    DiffOption,
    FixedToOption,
    FixOption,
    InPlaceOption,
    UnsafeFixesOption,
    WriteBackOptions,
)
from quanheng.cli.reading import Reading
from quanheng.cli.session import (
    BAD_CALL,
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    as_date,
    today,
)
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.cli.write_back import WriteBack
from quanheng.cli.writing.answer_file import answer_place, write_parts
from quanheng.cli.writing.messages import say, say_all
from quanheng.cli.writing.outputs import ForceOption, may_write, write_output
from quanheng.core.bilingual import Words
from quanheng.tasks.checking.baseline import baseline_file, is_baseline
from quanheng.tasks.settings.settings import Settings


def check(  # noqa: PLR0913, PLR0917 - options are arguments
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="报告文件或文件夹 reports or folders"),
    ],
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件或文件夹 the file to write"),
    ] = None,
    profile: ProfileOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    preview: PreviewOption = None,
    fail_on: ThresholdOption = None,
    like: LikeOption = "",
    law: LawOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="审核日期 day of the audit")
    ] = "",
    for_disclosure: DisclosureOption = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    since: SinceOption = "",
    write_baseline: WriteBaselineOption = None,
    approved: ApprovedOption = "",
    previous: PreviousOption = "",
    peers: PeersOption = "",
    evidence: EvidenceOption = "",
    annotate: AnnotateOption = None,
    fix: FixOption = False,
    unsafe_fixes: UnsafeFixesOption = False,
    diff: DiffOption = False,
    fixed_to: FixedToOption = None,
    in_place: InPlaceOption = False,
    force: ForceOption = False,
    full: FullOption = False,
    jobs: JobsOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """找出报告中的问题 / Find the faults of reports."""
    inputs = listed_inputs(paths)
    if left_out := inputs.note():
        say(left_out, lang)
    several = full or inputs.may_be_several
    place = answer_place(form, output, several=several)
    if place is not None:
        # Before any file is corrected: a refused call must have changed nothing.
        may_write(place)
    options = WriteBackOptions(annotate, fix, unsafe_fixes, diff, fixed_to, in_place)
    day = as_date(as_of) if as_of else today()
    given = Settings(
        profile=profile,
        select=listed(select),
        ignore=listed(ignore),
        preview=preview,
        fail_on=fail_on,
        region=region,
        law=law,
        year=year,
        for_disclosure=for_disclosure,
        waivers=waivers,
        baseline=baseline,
    )
    workplace = workplace_of(day)
    lookup = SettingsLookup(given, workplace, config, looks=not no_config, since=since)
    papers = other_papers_of(
        workplace_of(day, region),
        lang,
        approved=approved,
        previous=previous,
        peers=peers,
    )
    checker = Checker(lookup, papers, evidence_of(evidence))
    workers = Workers(jobs, debug, lang)
    several_files = len(inputs.files) > 1
    reading = Reading(
        form is Format.HTML, options.any, bool(peers) or several_files, hints_of(like)
    )
    read = workers.read_all(reading, inputs.files)
    checker, files = checker.comparing(read) if several_files else (checker, (*read,))
    write_back = WriteBack(options, checker, lang)
    manner = Manner(lang, workplace.book, several, full, place.name if place else "")
    answering = Answering(write_back, files, form, manner, write_baseline is not None)
    answered = list(workers.answer_all(answering))
    for one in answered:
        _say(one, lang, debug)
    if diff:
        return _code(answered, write_back, write_back.differs)
    answered += answering.about_waivers(answered)
    answers = (one.answer for one in answered)
    write_parts(form.answers.join_answers(answers, manner), place, lang)
    if write_baseline is None:
        return _code(answered, write_back, any(one.fails for one in answered))
    _write_baseline(write_baseline, answered, lang)
    return _code(answered, write_back, fails=False)


def _code(answered: list[AnsweredFile], write_back: WriteBack, fails: bool) -> int:
    if write_back.failed or any(one.error for one in answered):
        return BAD_CALL
    return FOUND if fails else 0


def _say(answered: AnsweredFile, lang: Lang, debug: bool) -> None:
    """Print to stderr why a file can't be read or compared."""
    if answered.error:
        if debug:
            raise answered.error
        say(answered.error, lang)
    say_all(answered.notes, lang, answered.path)


def _write_baseline(path: Path, answered: list[AnsweredFile], lang: Lang) -> None:
    known = [entry for one in answered for entry in one.known]
    write_output(path, baseline_file(known), renews=is_baseline)
    said = Words(
        f"已写入基线 {path}，共{len(known)}处问题",
        f"wrote the baseline {path}, {len(known)} findings",
    )
    say(said, lang)

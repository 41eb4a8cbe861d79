"""``quanheng check``: find the faults of reports (审核)."""

from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.formats import Format, answer, as_file
from quanheng.cli.beside import (
    ApprovedOption,
    EvidenceOption,
    PeersOption,
    PreviousOption,
    companions_of,
    evidence_of,
)
from quanheng.cli.check_options import (
    BaselineOption,
    ConfigOption,
    DisclosureOption,
    IgnoreOption,
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
from quanheng.cli.checking import Checker
from quanheng.cli.handing_back import HandingBack
from quanheng.cli.handing_back_options import (
    AnnotateOption,
    DiffOption,
    FixedToOption,
    FixOption,
    InPlaceOption,
    UnsafeFixesOption,
    Wishes,
)
from quanheng.cli.outputs import ForceOption, may_write, write_output
from quanheng.cli.session import (
    BAD_CALL,
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    LawOption,
    RegionOption,
    YearOption,
    as_date,
    today,
)
from quanheng.cli.surroundings import Lookout
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.baseline import baseline_file, is_baseline
from quanheng.tasks.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def check(  # noqa: PLR0913, PLR0917 - options are arguments
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="报告文件 the reports")
    ],
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件，xlsx 必填 the file to write"),
    ] = None,
    profile: ProfileOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    preview: PreviewOption = None,
    fail_on: ThresholdOption = None,
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
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """找出报告中的问题 / Find the faults of reports."""
    if form.is_binary and output is None:
        raise typer.BadParameter(
            f"--format {form} 须用 -o 指定输出文件 (needs -o FILE)"
        )
    if output is not None:
        # Before a file is corrected: a call that is refused has done nothing.
        may_write(output)
    wishes = Wishes(annotate, fix, unsafe_fixes, diff, fixed_to, in_place)
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
    lookout = Lookout(given, config, looks=not no_config, since=since)
    companions = companions_of(approved, previous, peers, region or NATIONWIDE, lang)
    checker = Checker(
        lookout, day, companions, form is Format.HTML, evidence_of(evidence)
    )
    handing = HandingBack(wishes, checker, day, lang)
    answers = [_checked(path, handing, lang, debug) for path in paths]
    if diff:
        return _code(answers, handing, handing.differs)
    answers += checker.waiver_files()
    _hand_over(answer(form, answers, lang), output, lang)
    if write_baseline is not None:
        _write_baseline(write_baseline, checker, lang)
    fails = write_baseline is None and any(answer.fails for answer in answers)
    return _code(answers, handing, fails)


def _code(answers: list[CheckedFile], handing: HandingBack, fails: bool) -> int:
    if handing.failed or any(answer.error for answer in answers):
        return BAD_CALL
    return FOUND if fails else 0


def _checked(path: str, handing: HandingBack, lang: Lang, debug: bool) -> CheckedFile:
    """A file, checked; what can't be read or compared is said at once."""
    checked = handing.check(path)
    if checked.error:
        if debug:
            raise checked.error
        typer.echo(checked.error.text(lang), err=True)
    for words in checked.notes:
        typer.echo(f"{path}: {words.text(lang)}", err=True)
    return checked


def _hand_over(said: str | bytes, output: Path | None, lang: Lang) -> None:
    if output is not None:
        write_output(output, as_file(said))
        typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")
    elif said:
        typer.echo(said)


def _write_baseline(path: Path, checker: Checker, lang: Lang) -> None:
    known = tuple(checker.known(lang))
    write_output(path, baseline_file(known), renews=is_baseline)
    said = f"已写入基线 {path}，共 {len(known)} 处问题"
    if lang is Lang.EN:
        said = f"wrote the baseline {path}, {len(known)} findings"
    typer.echo(said, err=True)

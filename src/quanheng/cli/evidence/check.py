"""``quanheng evidence check``: check registers and proof files (检查台账)."""

import json
from pathlib import Path
from typing import Annotated

import typer

from quanheng.answers.evidence.proofs import proofs_data, proofs_text
from quanheng.answers.evidence.registers import registers_data, registers_text
from quanheng.cli.folders import folder_at, refuse_archive
from quanheng.cli.options.answer import PlainFormat, PlainOption
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import RegionOption, workplace_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, read_input, today
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import write_output
from quanheng.evidence.proving.manifest import FILE_NAME, is_manifest, manifest_json
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.evidence.check_proofs import ProofReview, check_proofs
from quanheng.tasks.evidence.read_evidence import EvidenceContents
from quanheng.tasks.reading.read_report import read_report


def check(
    folder: FolderArgument,
    report: Annotated[
        str,
        typer.Option(
            "--report",
            metavar="REPORT",
            help="自评报告：核对每个指标有无佐证 the report",
        ),
    ] = "",
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="DIR|ZIP",
            help="往年或其他项目的台账文件夹，查重复使用 folders of other years",
        ),
    ] = None,
    write_manifest: Annotated[
        bool,
        typer.Option(
            "--write-manifest", help=f"写入 {FILE_NAME} write the list of files"
        ),
    ] = False,
    form: PlainOption = PlainFormat.TEXT,
    region: RegionOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """检查台账和佐证 / Say what of the registers and the proofs counts.

    Exit code 1: rows or files were refused, proof lacks, changed or is used twice.
    """
    if write_manifest:
        refuse_archive(folder)
    workplace = workplace_of(today(), region)
    source = evidence_source(folder_at(folder), workplace.book)
    read = read_report(*read_input(report)) if report else None
    found = check_proofs(source, workplace, read, map(folder_at, against or ()))
    mask = source.files.mask
    if form is PlainFormat.JSON:
        data = registers_data(source.contents, mask, lang)
        data["proofs"] = proofs_data(found, mask, lang)
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        typer.echo(registers_text(source.contents, lang))
        typer.echo("\n" + proofs_text(found, mask, lang))
    if write_manifest:
        file = folder / FILE_NAME
        listed = manifest_json(found.proofs).encode()
        write_output(file, listed, renews=is_manifest)
        say_written(file, lang, aside=True)
    if _has_faults(source.contents, found):
        raise typer.Exit(FOUND)


def _has_faults(contents: EvidenceContents, found: ProofReview) -> bool:
    refused = any(register.refused for register in contents.registers.values())
    return bool(contents.not_read) or refused or not found.is_clean

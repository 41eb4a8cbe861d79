"""Options for the papers that reports are compared with (对照材料选项)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.inputs import files_in, is_hidden
from quanheng.cli.options.law import shipped_book
from quanheng.cli.session import read_input
from quanheng.cli.writing.messages import say
from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.tasks.checking.other_papers import OtherPapers, read_other_papers
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.workplace import Workplace

ApprovedOption = Annotated[
    str,
    typer.Option(
        "--approved", metavar="FILE", help="批复的绩效目标 the approved targets"
    ),
]
PreviousOption = Annotated[
    str, typer.Option("--previous", metavar="FILE", help="上年自评 last year's report")
]
PeersOption = Annotated[
    str,
    typer.Option(
        "--peers", metavar="DIR", help="同部门报告所在文件夹 reports of the department"
    ),
]


EvidenceOption = Annotated[
    str,
    typer.Option(
        "--evidence",
        metavar="DIR|ZIP",
        help="佐证文件夹（台账）或其压缩包 the evidence folder",
    ),
]


def evidence_of(folder: str) -> EvidenceProvider | None:
    """The evidence folder of the option, None without one.

    Raises:
        QuanhengError: There is no such folder, or its settings are wrong.
    """
    if not folder:
        return None
    # Loading takes a tenth of a second, so only where it is needed.
    from quanheng.cli.folders import folder_at  # noqa: PLC0415
    from quanheng.tasks.evidence.apply_evidence import evidence_source  # noqa: PLC0415

    return evidence_source(folder_at(Path(folder)), shipped_book())


def other_papers_of(
    workplace: Workplace,
    lang: str,
    *,
    approved: str = "",
    previous: str = "",
    peers: str = "",
) -> OtherPapers:
    """Read the papers of the options; print unreadable files of the folder to stderr.

    Raises:
        QuanhengError: A named file can't be read, or there is no such folder.
    """
    found = read_other_papers(
        workplace,
        approved=read_input(approved) if approved else None,
        previous=read_input(previous) if previous else None,
        peers=read_folder(peers) if peers else (),
    )
    for name, error in found.unread:
        reason = error.text(lang)
        said = reason if name in reason else f"{name}: {reason}"
        say(Words(f"未计入同部门报告：{said}", f"left out of --peers: {said}"), lang)
    return found


def read_folder(folder: str) -> Iterator[tuple[bytes, str]]:
    """The files of a folder and its subfolders, hidden and lock files left out.

    Raises:
        UnreadableFileError: There is no such folder.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UnreadableFileError(
            Words(f"未找到文件夹 {folder}", f"there is no folder {folder}")
        )
    for path in files_in(root):
        if not is_hidden(path, root):
            yield read_input(str(path))

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.source import WHOLE_FILE


@rule(
    code="CP106",
    name="submitted-twice",
    title=Words("同一文件重复提交", "Same file submitted twice"),
    message=Words(
        "本文件与{file}完全相同，应核对是否重复提交",
        "this file is the same as {file}, byte for byte",
    ),
    variants={
        "several": Words(
            "本文件与另外{count}个文件完全相同，应核对是否重复提交（{file}等）",
            "this file is the same as {count} other ones, byte for byte ({file} and "
            "others)",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    needs=Need.PEERS,
)
def submitted_twice(dossier: Dossier) -> Iterator[Answer]:
    """A file of the same call is the checked one again, under another name (重复提交).

    Why it matters:
        Where one file stands for two reports, the second one was never handed in.

    What it leaves alone:
        The same report in another format, and files of a folder that a report is only
        compared with.
    """
    copies = dossier.peers.copies
    if copies:
        yield Hit(
            at=WHOLE_FILE,
            says={"file": copies[0], "count": len(copies)},
            variant="several" if len(copies) > 1 else "",
        )

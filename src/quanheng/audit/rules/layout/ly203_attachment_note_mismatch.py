import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.field_codes import without_bookmarks
from quanheng.core.report import Project

_LABEL: Final = re.compile(
    r"\s*(?P<label>附件?\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?)"
    r"(?P<mark>\s*[.．、:：，,]?)\s*(?P<title>.*)",
    re.DOTALL,
)
_NOTE: Final = re.compile(r"\s*附件?\s*\d{0,2}\s*[:：]?\s*")
_FURTHER: Final = re.compile(r"^\s*附件?\s*(?:[2-9]|[二三四五六七八九])(?!\d)")
_INSIGNIFICANT: Final = re.compile(r"[\s《》“”\"（）()：:.．、。]|\d")


@rule(
    code="LY203",
    name="attachment-note-mismatch",
    title=Words("附件说明缺失或与附件不一致", "Attachment note missing or different"),
    message=Words(
        "附件标识“{label}”应为“{right}”",
        "the annex label “{label}” should read “{right}”",
    ),
    variants={
        "no note": Words(
            "正文之后无附件说明，应补充“附件：{title}”",
            "the text ends without announcing the annex “{title}”",
        ),
        "no note, label": Words(
            "正文之后无附件说明“附件：{title}”，附件标识“{label}”应为“{right}”",
            "the annex “{title}” is not announced; its label “{label}” should read "
            "“{right}”",
        ),
        "other note": Words(
            "附件“{title}”与正文之后的“{note}”名称不一致",
            "the annex “{title}” is announced as “{note}”",
        ),
        "other note, label": Words(
            "附件“{title}”与正文之后的“{note}”名称不一致，"
            "附件标识“{label}”应为“{right}”",
            "the annex “{title}” is announced as “{note}”; its label “{label}” should "
            "read “{right}”",
        ),
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.3.4"), ("GB/T 9704-2012", "7.3.7")),
    fixing=Fixing.SAFE,
    judges_whole=True,
)
def attachment_note_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The annex is not announced below the text, or its label (附件) is irregular.

    Why it matters:
        Readers of the text must know that there is an annex, and which.

    What it leaves alone:
        Forms without narrative; a number where there are several annexes. All faults
        of one annex are one finding; the label is only corrected where nothing else
        is wrong.
    """
    project = dossier.project
    annex = project.annex
    match = _LABEL.match(without_bookmarks(annex.raw)) if annex else None
    if annex is None or match is None or not project.sections:
        yield not_applicable("报告无附件", "there is no annex")
        return
    note = _note_fault(project.attachment_note, match["title"])
    label = (match["label"] + match["mark"]).strip()
    right = _right_label(match, project)
    faults = [fault for fault in (note, "label" if label != right else "") if fault]
    if not faults:
        return
    yield Hit.on(
        annex,
        {
            "label": label,
            "right": right,
            "title": match["title"].strip(),
            "note": text_of(project.attachment_note).strip(),
        },
        variant=", ".join(faults) if note else "",
        edits=() if note else (_mended(annex, match, right),),
    )


def _note_fault(note: Field | None, title: str) -> str:
    if note is None or not note.raw.strip():
        return "no note"
    announced = _significant(_NOTE.sub("", note.raw, count=1))
    return "other note" if _significant(title) not in announced else ""


def _right_label(match: re.Match[str], project: Project) -> str:
    return "附件" if _is_only(project) else match["label"].replace(" ", "")


def _is_only(project: Project) -> bool:
    """Whether the file has no annex 2 or higher."""
    note = project.attachment_note.raw if project.attachment_note else ""
    if re.search(r"(?:^|\s)2[.．、]", note):
        return False
    return not any(
        _FURTHER.match(without_bookmarks(line))
        for text in project.texts()
        for line in text.raw.split("\n")
    )


def _mended(annex: Field, match: re.Match[str], right: str) -> Edit:
    gap = " " if match["title"] and not match["title"].startswith("\n") else ""
    return Edit.on(annex, f"{right}{gap}{match['title']}", safe=True)


def _significant(text: str) -> str:
    return _INSIGNIFICANT.sub("", text)

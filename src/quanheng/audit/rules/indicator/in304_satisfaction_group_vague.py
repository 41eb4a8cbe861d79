import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.indicator import LevelOne

VAGUE = "words.vague_groups"
DEFINITIONS = "words.group_definitions"
SURVEYS = "words.survey_methods"
_NOT_THE_GROUP: Final = re.compile(r"(?:对(?!象).*)?满意(?:度|率|程度).*$|对(?!象).*$")
_HEAD_COUNT: Final = re.compile(r"\d\s*(?:万?余?(?:人|名|户|位|份|张|条))")


@rule(
    code="IN304",
    name="satisfaction-group-vague",
    title=Words("满意度调查对象不明确", "Satisfaction group not defined"),
    message=Words(
        "“{name}”未界定“{group}”的范围，应补充说明",
        "“{name}” does not say who the “{group}” are",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(VAGUE, DEFINITIONS, SURVEYS),
)
def satisfaction_group_vague(dossier: Dossier) -> Iterator[Answer]:
    """Nobody can tell whose satisfaction was asked (满意度对象).

    Why it matters:
        A share needs a population; without one any number can be reached.

    What it leaves alone:
        A group with a place or a name of its own; a text that defines the group or
        says how many were asked. Survey data come with the evidence.
    """
    rows = [
        row
        for row in dossier.project.indicators
        if row.level_one is LevelOne.SATISFACTION
    ]
    if not rows:
        yield not_applicable("无满意度指标", "there are no satisfaction indicators")
        return
    if _was_surveyed(dossier):
        return
    vague = dossier.law.words(VAGUE)
    for row in rows:
        group = _NOT_THE_GROUP.sub("", row.title)
        if group not in vague:
            continue
        if dossier.has_sentence([group], dossier.law.words(DEFINITIONS)):
            continue
        yield Hit.on(row.name, {"name": row.title, "group": group})


def _was_surveyed(dossier: Dossier) -> bool:
    spoken_of = dossier.mentioning(dossier.law.words(SURVEYS))
    return any(_HEAD_COUNT.search(sentence) for sentence in spoken_of)

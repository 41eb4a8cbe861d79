import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.language.similarity import bare, similarity
from quanheng.language.words import any_of

DONE: Final = "words.done_only"
TENSE: Final = "words.tense_words"
ALIKE: Final = "self_evaluation.goal_similarity"
_SHORT: Final = 15
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@rule(
    code="GL104",
    name="completion-says-nothing",
    title=Words(
        "实际完成情况与目标文字相同或仅填“已完成”",
        'Completion copies the goal or only says "done"',
    ),
    message=Words(
        "实际完成情况仅填“{text}”，应说明完成的内容和数量",
        "the completion only says “{text}”; it should say what was done and how much",
    ),
    variants={
        "copy": Words(
            "实际完成情况与预期目标文字相同，应说明实际完成的内容和数量",
            "the completion copies the expected goal; it should say what was done",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(DONE, TENSE, ALIKE),
)
def completion_says_nothing(dossier: Dossier) -> Iterator[Answer]:
    """The completion copies the goal or only says that it is done (完成情况空泛).

    Why it matters:
        The cell should tell what was reached; a copy can't be wrong and says nothing.

    What it leaves alone:
        A completion that gives its goal in the past tense; numbers that differ from
        those of the goal; a short text with a figure.
    """
    goals = dossier.project.goals
    goal, actual = goals.annual, goals.actual
    if goal is None or actual is None or not (filled(goal) and filled(actual)):
        yield not_applicable(
            "未填写年度目标或实际完成情况", "there is no goal or no completion"
        )
        return
    text, tense = bare(actual.raw), dossier.law.words(TENSE)
    if len(text) <= _SHORT and text in dossier.law.words(DONE):
        yield Hit.on(actual, {"text": actual.raw})
    elif (
        _NUMBER.findall(goal.raw) == _NUMBER.findall(actual.raw)
        and (text == bare(goal.raw) or not any_of(tense, actual.raw))
        and similarity(goal.raw, actual.raw) >= dossier.law.number(ALIKE)
    ):
        yield Hit.on(actual, variant="copy")

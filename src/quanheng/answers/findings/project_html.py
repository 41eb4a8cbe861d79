"""Verdict, scores and rules of a project on the page of findings (项目小结)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from quanheng.answers.findings.json import project_name
from quanheng.answers.findings.not_judged import NOT_JUDGED, by_reason
from quanheng.answers.looks import NONE, OUTCOME_WORDS, SEVERITY_WORDS, number_text
from quanheng.audit.after.opinion import OPINION_LABEL
from quanheng.audit.engine import Outcome
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import COMMA, Words
from quanheng.core.quantity import plain
from quanheng.document.table import Align, Cell, Table
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.writers.html.table import table
from quanheng.writers.html.text import text

NAMELESS: Final = Words("未写明项目名称", "no project name")
SCORE_COLUMNS: Final = (
    Words("指标", "indicator"),
    Words("权重", "weight"),
    Words("自评得分", "stated"),
    Words("复算得分", "recomputed"),
    Words("依据", "why"),
)
RULE_COLUMNS: Final = (
    Words("代码", "code"),
    Words("规则", "rule"),
    Words("结果", "outcome"),
    Words("原因", "why"),
)


def summary_markup(checked: CheckedProject, file: str, lang: str) -> str:
    """The verdict, the scores and the number of findings."""
    name = project_name(checked.project) or NAMELESS.text(lang)
    said = checked.opinion
    figures = "".join(
        f"<div><dt>{text(label)}</dt><dd>{text(value)}</dd></div>"
        for label, value in _figures(checked, lang)
    )
    return (
        f'<section class="card" data-result="{said.result.value}">'
        f'<h2>{text(name)} <span class="file">{text(file)}</span></h2>'
        f'<p class="verdict">{OPINION_LABEL.text(lang)} '
        f"<strong>{text(said.head(lang))}</strong> {text(said.detail(lang))}</p>"
        f'<dl class="figures">{figures}</dl>{_unjudged(checked, lang)}</section>'
    )


def _unjudged(checked: CheckedProject, lang: str) -> str:
    """What no rule could judge, below the verdict."""
    lines = [
        f"<li>{text(reason.text(lang))} <small>{' '.join(codes)}</small></li>"
        for reason, codes in by_reason(checked).items()
    ]
    if not lines:
        return ""
    head = f"{NOT_JUDGED.text(lang)} {len(lines)}"
    return f'<h3>{head}</h3><ul class="unjudged">{"".join(lines)}</ul>'


def _figures(checked: CheckedProject, lang: str) -> Iterable[tuple[str, str]]:
    card = checked.scorecard
    yield Words("自评得分", "stated score").text(lang), number_text(card.stated_total)
    yield Words("自评等级", "stated grade").text(lang), card.stated_grade or NONE
    yield Words("复算可确认", "confirmed").text(lang), plain(card.confirmed)
    yield Words("无法计算", "not computable").text(lang), plain(card.not_computable)
    yield Words("复算等级", "recomputed grade").text(lang), card.grade or NONE
    counts = Counter(finding.severity for finding in checked.findings)
    for severity in Severity:
        yield SEVERITY_WORDS[severity].text(lang), str(counts[severity])


def scores_markup(checked: CheckedProject, lang: str) -> str:
    """The stated and the recomputed score of each row, with the reason."""
    rows = [
        (
            row.name,
            number_text(row.weight),
            number_text(row.stated),
            number_text(row.recomputed),
            "\n".join(step.text(lang) for step in row.steps),
        )
        for row in checked.scorecard.rows
    ]
    return _listed(SCORE_COLUMNS, rows, checked, lang, right=range(1, 4))


def outcomes_markup(checked: CheckedProject, lang: str) -> str:
    """The outcome of each rule, folded away."""
    rows = [
        (
            verdict.rule.code,
            verdict.rule.title.text(lang),
            OUTCOME_WORDS[verdict.outcome].text(lang),
            verdict.why.text(lang),
        )
        for verdict in checked.verdicts
    ]
    counts = Counter(verdict.outcome for verdict in checked.verdicts)
    said = (
        f"{OUTCOME_WORDS[outcome].text(lang)} {counts[outcome]}"
        for outcome in Outcome
        if counts[outcome]
    )
    joint = COMMA.text(lang)
    return (
        f"<details><summary>{text(joint.join(said))}</summary>"
        f"{_listed(RULE_COLUMNS, rows, checked, lang)}</details>"
    )


def _listed(
    columns: Sequence[Words],
    rows: Sequence[Sequence[str]],
    checked: CheckedProject,
    lang: str,
    *,
    right: range = range(0),
) -> str:
    heads = [Cell(words.text(lang), 0, column) for column, words in enumerate(columns)]
    cells = [
        Cell(content, row, column, align=Align.RIGHT if column in right else Align.LEFT)
        for row, contents in enumerate(rows, 1)
        for column, content in enumerate(contents)
    ]
    caption = project_name(checked.project) or NAMELESS.text(lang)
    made = Table((*heads, *cells), len(rows) + 1, len(columns), header_rows=1)
    return table(made, caption)

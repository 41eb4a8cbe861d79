"""A text that is sixteen times as long costs about sixteen times as much."""

import gc
from collections.abc import Callable
from time import process_time

import pytest

from quanheng.audit.engine import Outcome, all_rules, ask
from quanheng.language.patterns.figures import figures
from quanheng.testing.cases import dossier_of, overlaid, valid_record

SHORT, TIMES = 2_000, 16
MOST = 4 * TIMES
"""What grows with the square of the length comes to 256 times."""
FILLERS = ("9%，", "9% ", "完成培训12期，", "支出办公费12元、", "建设建设用地", "（")
LEADS = "不超过5次，   约 30人，≥ 7个，达到3万元，至少\n2场"


def asked(code: str) -> Callable[[str], object]:
    (rule,) = (rule for rule in all_rules() if rule.code == code)

    def ask_about(text: str) -> object:
        change = {
            "sections": {2: {"paragraphs": [text]}},
            "labels": {"target": text},
            "goals": {"annual": text},
        }
        return ask(rule, dossier_of(overlaid(valid_record(), change))).outcome

    return ask_about


def cost(work: Callable[[str], object], text: str) -> float:
    """Time of the processor, the least of three."""
    taken = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        work(text)
        taken.append(process_time() - start)
    return min(taken)


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("code", ["BG204", "CS101", "GL301", "IN303", "IN308", "WD101"])
def test_a_rule_reads_a_long_text_once(code: str, filler: str) -> None:
    work = asked(code)
    assert work("经费") is not Outcome.CRASHED
    short = filler * (SHORT // len(filler))
    assert cost(work, short * TIMES) < MOST * cost(work, short)


@pytest.mark.parametrize("filler", FILLERS)
def test_figures_of_a_long_text_are_read_once(filler: str) -> None:
    short = filler * (SHORT // len(filler))
    assert cost(figures, short * TIMES) < MOST * max(cost(figures, short), 1e-4)


def test_sign_words_before_figures_are_kept() -> None:
    raw = [figure.raw for figure in figures(LEADS)]
    assert raw == ["不超过5次", "约 30人", "≥ 7个", "达到3万元", "至少\n2场"]

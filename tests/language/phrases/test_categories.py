from decimal import Decimal

import pytest

from quanheng.language.phrases.categories import Categories

WORDS = Categories(
    {
        "数量": ("次数", "人数"),
        "质量": ("合格率", "次数"),
        "效益": ("知晓率", "人数"),
        "满意度": ("满意度",),
    }
)


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("政策知晓率", ("效益",)),
        ("验收合格率", ("质量",)),
        ("检查次数", ("数量", "质量")),
        ("满意度调查次数", ("数量", "质量")),
        ("装备配备情况", ()),
    ],
)
def test_the_last_term_decides(name: str, best: tuple[str, ...]) -> None:
    assert WORDS.evidence(name).best == best


def test_a_term_at_the_end_counts_twice() -> None:
    evidence = WORDS.evidence("满意度调查合格率")
    assert evidence.share("质量") == Decimal(6) / 9
    assert evidence.share("满意度") == Decimal(3) / 9
    assert evidence.share("数量") == 0


def test_a_longer_term_hides_the_shorter_one_inside_it() -> None:
    words = Categories({"质量": ("质量",), "效益": ("空气质量",)})
    assert words.evidence("空气质量").terms == {"效益": ("空气质量",)}

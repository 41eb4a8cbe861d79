import pytest

from quanheng.language.phrases.scales import has_graded_bands
from quanheng.language.phrases.slogans import is_slogan

SCALES = (("达成", "部分达成", "未达成"), ("优", "良", "中", "差"))
NOUNS = ("满意度", "影响程度", "数")
VERBS = ("弘扬", "推动")


@pytest.mark.parametrize(
    ("name", "slogan"),
    [
        ("弘扬志愿精神", True),
        ("推动行业发展的影响程度", False),
        ("推动成立协会数", False),
        ("推动数字乡村", True),
        ("开展志愿服务", False),
    ],
)
def test_a_slogan_promises_and_measures_nothing(name: str, *, slogan: bool) -> None:
    assert is_slogan(name, NOUNS, VERBS) is slogan


@pytest.mark.parametrize(
    ("text", "graded"),
    [
        ("达成：6个以上；部分达成：3至5个；未达成：不足3个", True),
        ("优：全部通过；差：有未通过的", True),
        ("优良中差", True),
        ("优、良、中、差", True),
        ("达成：6个以上", False),
        ("运行良好，未达成的逐步改进", False),
        ("", False),
    ],
)
def test_bands_say_what_each_grade_means(text: str, *, graded: bool) -> None:
    assert has_graded_bands(SCALES, text) is graded


def test_bands_may_stand_in_the_note() -> None:
    assert has_graded_bands(SCALES, "有效运行", "优：6个；良：3个")

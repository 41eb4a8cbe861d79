import pytest

from quanheng.language.patterns.personal_numbers import (
    has_check_digit,
    masked,
    passes_luhn,
    personal_numbers,
)
from quanheng.language.patterns.punctuation import mended, mixed_marks
from quanheng.language.patterns.typos import Typo, corrected, find_typos, typos_from

IDENTITY = "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("经评定，结果为:好", "经评定，结果为：好"),
        ("分馆(含乡镇)轮换", "分馆（含乡镇）轮换"),
        ("评为\"优秀\"和'良好'", "评为“优秀”和‘良好’"),
        ("轮换。。预约，、自取", "轮换。预约，自取"),
        ("注意事项:按月轮换", "注意事项:按月轮换"),
        ("支出(万元)见(一)", "支出(万元)见(一)"),
        ("1,200册,14:30", "1,200册,14:30"),
        ("a,b(c)", "a,b(c)"),
    ],
)
def test_only_marks_between_chinese_signs_are_mended(text: str, result: str) -> None:
    assert mended(text, mixed_marks(text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("驻村工作对进村", "驻村工作队进村"),
        ("驻村工作对阅读有益", "驻村工作对阅读有益"),
        ("《驻村工作对进村》", "《驻村工作对进村》"),
        ("己完成，自己完成", "已完成，自己完成"),
        ("按坚苦卓绝", "按坚苦卓绝"),
        ("现场检察", "现场检查"),
        ("人民检察", "人民检察"),
    ],
)
def test_typos_need_their_neighbours(text: str, result: str) -> None:
    typos = (
        Typo("驻村工作对", "驻村工作队", certain=True, followed_by=("进村",)),
        Typo("己完成", "已完成", certain=True, not_preceded_by=("自",)),
        Typo("坚苦", "艰苦", certain=False, not_followed_by=("卓绝",)),
        Typo("检察", "检查", certain=False, preceded_by=("现场",)),
    )
    assert corrected(text, find_typos(text, typos)) == result


def test_typos_are_read_from_plain_entries() -> None:
    entry = {"wrong": "台帐", "right": "台账", "certain": True, "followed_by": ["。"]}
    assert list(typos_from([entry])) == [
        Typo("台帐", "台账", certain=True, followed_by=("。",))
    ]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (f"身份证{IDENTITY}。", "身份证1101**********002X。"),
        ("身份证110105194912310021", "身份证110105194912310021"),
        ("电话13800138000", "电话138****8000"),
        ("电话0350-6612345", "电话0350-6612345"),
        ("卡号6222021234567890128", "卡号6222***********0128"),
        ("条码6222021234567890128", "条码6222021234567890128"),
        ("卡号6222021234567890129", "卡号6222021234567890129"),
    ],
)
def test_personal_numbers_are_masked(text: str, result: str) -> None:
    assert masked(text, personal_numbers(text, ("卡号",))) == result


def test_check_digits() -> None:
    assert has_check_digit(IDENTITY)
    assert not has_check_digit("110105194912310021")
    assert passes_luhn("79927398713")
    assert not passes_luhn("79927398714")

"""What is wrong with a call is said in one language, wherever it was asked for."""

from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Quanheng

LIBRARY = EXAMPLES / "county_library.docx"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("check", "缺少参数 PATH…"),
        ("chek", "无此命令：chek；最接近的是 check"),
        ("check x --format pdf", "选项 --format 的取值 pdf 无效，可选 text、json、"),
        ("check x --as-of 昨天", "昨天 不是日期，应如 2024-06-30"),
        ("check x --yaer 3", "无此选项：--yaer；最接近的是 "),
        ("check x --jobs 0", "选项 --jobs、-j 的取值 0 过小，至少为 1"),
        ("check x --year 今年", "选项 --year 的取值 今年 不是整数"),
        ("check x --format", "选项 --format 缺少取值"),
        ("check x --fix=3", "选项 --fix 不带取值"),
        ("new", "缺少选项 -o、--output"),
        ("diff a b c", "多余的参数：c"),
        ("check x --unsafe-fixes", "--unsafe-fixes 须与 --fix 或 --diff 同用\n"),
        ("check x --format xlsx", "--format xlsx 须用 -o 指定输出文件\n"),
        ("evidence foo", "无此命令：foo"),
    ],
)
def test_a_wrong_call_is_said_in_chinese(
    quanheng: Quanheng, call: str, said: str
) -> None:
    answer = quanheng(*call.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"用法有误：{said}")


@pytest.mark.parametrize(
    "call", ["--lang en check x --unsafe-fixes", "check x --unsafe-fixes --lang=en"]
)
def test_a_wrong_call_is_said_in_english(quanheng: Quanheng, call: str) -> None:
    said = "wrong call: --unsafe-fixes needs --fix or --diff\n"
    assert quanheng(*call.split()).err == said


def test_the_language_may_stand_before_the_command(quanheng: Quanheng) -> None:
    early = quanheng("--lang", "en", "check", LIBRARY)
    assert early == quanheng("check", LIBRARY, "--lang", "en")
    assert "verdict" in early.out
    assert "审核结论" in quanheng("--lang", "en", "check", LIBRARY, "--lang", "zh").out
    missing = quanheng("--lang", "en", "evidence", "due", "nowhere").err
    assert missing.startswith("there is no folder")


def test_the_environment_names_the_language_of_failures_too(
    quanheng: Quanheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUANHENG_LANG", "en")
    assert quanheng("check", "nowhere.docx").err.startswith("can't open")


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("火星", "无名称为“火星”的地区；请写省级行政区全称"),
        ("山", "无名称为“山”的地区；最接近的是山西省、山东省"),
    ],
)
def test_an_unknown_region_is_refused(
    quanheng: Quanheng, tmp_path: Path, region: str, said: str
) -> None:
    answer = quanheng("check", LIBRARY, "--region", region)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)
    settings = tmp_path / "quanheng.toml"
    settings.write_text(f'region = "{region}"', "utf-8")
    assert quanheng("check", LIBRARY, "--config", settings).err.startswith(said)


def test_a_region_may_be_shortened(quanheng: Quanheng) -> None:
    short = quanheng("check", LIBRARY, "--region", "山西")
    assert short == quanheng("check", LIBRARY, "--region", "山西省")


def test_text_says_which_papers_are_missing(quanheng: Quanheng) -> None:
    said = quanheng("check", LIBRARY).out
    assert "补充下列材料可再审核：" in said
    for option in ("--approved", "--previous", "--peers", "--evidence"):
        assert option in said

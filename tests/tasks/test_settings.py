"""Settings: the call leads, then the file, then the profile."""

import pytest

from quanheng.audit.rule import Severity
from quanheng.core.errors import QuanhengError
from quanheng.tasks.settings.read_settings import read_settings
from quanheng.tasks.settings.settings import Settings, Threshold
from quanheng.testing.cases import WORKPLACE

WHOLE = """
profile = "publisher"
select = ["BG", "error"]
ignore = ["WD"]
preview = true
fail-on = "never"
region = "山西省"
law = "2020"
year = 2021
for-disclosure = false
waivers = "w.toml"
baseline = "b.json"
[severity]
BG301 = "info"
"""


def test_every_key_is_read() -> None:
    assert read_settings(WHOLE.encode(), "q.toml") == Settings(
        profile="publisher",
        select=("BG", "error"),
        ignore=("WD",),
        severity={"BG301": Severity.INFO},
        preview=True,
        fail_on=Threshold.NEVER,
        region="山西省",
        law="2020",
        year=2021,
        for_disclosure=False,
        waivers="w.toml",
        baseline="b.json",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "q.toml 中的 selct 不是设置项"),
        ("xyz = 1", "q.toml 中的 xyz 不是设置项"),
        ('select = "BG"', "q.toml 中的 select 应为文字列表"),
        ("select = [1]", "q.toml 中的 select 应为文字列表"),
        ("preview = 1", "q.toml 中的 preview 应为 true 或 false"),
        ('year = "2021"', "q.toml 中的 year 应为年份"),
        ("year = true", "q.toml 中的 year 应为年份"),
        ('fail-on = "hint"', "q.toml 中的 fail-on 应为 error、warning、info、never 之"),
        ('severity = "error"', "q.toml 中的 severity 应为规则到级别的表"),
        ('severity = {BG = "bad"}', "q.toml 中的 severity 应为规则到级别的表"),
        ("law = 2020", "q.toml 中的 law 应为文字"),
        ("= 1", "q.toml 不是合法的 TOML：第1行第1列有误"),
    ],
)
def test_wrong_file_is_refused_with_file_and_key(text: str, said: str) -> None:
    with pytest.raises(QuanhengError) as refused:
        read_settings(text.encode(), "q.toml")
    assert refused.value.message.zh.startswith(said)
    assert "q.toml" in refused.value.message.en


def test_nearest_key_is_named() -> None:
    with pytest.raises(QuanhengError) as refused:
        read_settings(b"selct = []", "q.toml")
    assert refused.value.hint.zh == "最接近的是 select"


def test_call_leads_over_file() -> None:
    call = Settings(select=("WT",), preview=False)
    file = Settings(select=("BG",), preview=True, region="山西省")
    assert call.over(file) == Settings(select=("WT",), preview=False, region="山西省")


def test_file_leads_over_profile() -> None:
    settled = Settings(profile="publisher", for_disclosure=False).settled(WORKPLACE)
    assert not settled.for_disclosure
    assert settled.fail_on is Threshold.WARNING


@pytest.mark.parametrize(
    ("profile", "fails", "passes"),
    [
        (None, "error warning info", ""),
        ("unit", "error warning", "info"),
        ("reviewer", "error", "warning info"),
        ("publisher", "error warning", "info"),
        ("strict", "error warning info", ""),
    ],
)
def test_profile_sets_the_threshold(
    profile: str | None, fails: str, passes: str
) -> None:
    settled = Settings(profile=profile).settled(WORKPLACE)
    assert all(settled.fail_on.reached(Severity(s)) for s in fails.split())
    assert not any(settled.fail_on.reached(Severity(s)) for s in passes.split())


def test_never_lets_everything_pass() -> None:
    assert not Threshold.NEVER.reached(Severity.ERROR)


def test_profile_leaves_out_what_the_user_did_not_name() -> None:
    assert Settings(profile="unit").settled(WORKPLACE).selection.ignore == ("SC307",)
    named = Settings(profile="unit", select=("SC307",), ignore=("WD",)).settled(
        WORKPLACE
    )
    assert named.selection.ignore == ("WD",)


def test_publisher_and_strict_ask_for_more() -> None:
    assert Settings(profile="publisher").settled(WORKPLACE).for_disclosure
    assert Settings(profile="strict").settled(WORKPLACE).selection.preview


def test_unknown_profile_is_refused() -> None:
    with pytest.raises(QuanhengError, match="无此审核场景：boss"):
        Settings(profile="boss").settled(WORKPLACE)
